"""Messages between this app and its child processes: dataclasses, one JSON line each.

A message is a frozen dataclass whose fields are strings, numbers, booleans, None and tuples of
these. Pipes carry what a user typed, so nothing here is ever logged and no error quotes a line.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, is_dataclass
from typing import Any

# JSON escapes every line break, so a line is a message. The longest is a long message of a
# user's, escaped; a child that sends more has gone wrong.
LONGEST_LINE = 16 * 1024 * 1024


class ProtocolError(Exception):
    """The other side sent what is no message. The text never quotes what came."""


class Protocol:
    """Turns messages of known types into lines, and lines into messages."""

    def __init__(self, types: Iterable[type[Any]]) -> None:
        """Speak `types`: dataclasses with different names."""
        self._types = {each.__name__: each for each in types}

    def encode(self, message: object) -> bytes:
        """Return the line for `message`, its line break included.

        Raises `TypeError` for a message of no known type: that is a bug of ours.
        """
        name = type(message).__name__
        if not is_dataclass(message) or isinstance(message, type) or name not in self._types:
            raise TypeError(f"{name} is not a message of this protocol")
        return json.dumps([name, asdict(message)]).encode("ascii") + b"\n"

    def decode(self, line: bytes) -> Any:
        """Return the message of a `line`. Raises `ProtocolError` for any other line."""
        try:
            name, fields = json.loads(line)
            return self._types[name](**{key: _frozen(value) for key, value in fields.items()})
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            # From None: the decoder's error carries the line.
            raise ProtocolError("a line is not a message of this protocol") from None


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
