"""Measuring detection: predict the private spans of annotated conversations, one file to another.

The input has one user a line: `{"uuid", "metadata": {"user_name"}, "dialogues": [{"role",
"content"}]}`. The output has one message a line: `{"uuid", "turn", "spans": [{"original_text",
"privacy_type", "privacy_level"}], "seconds"}`. Messages go through the same reader as in the
window, each user with a vault of their own, so what is measured is what the app does.
"""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from app.chat.reader import Reader
from app.detect.detector import Profile
from app.errors import KnownError
from app.store.database import Database
from app.store.vault import Vault


class BenchFileUnusable(KnownError):
    """A file of conversations cannot be read, or the predictions cannot be written."""

    sentence = "The conversations could not be measured ({reason}). Check the two files' names."


MakeReader = Callable[[Vault, Profile], Reader]


def bench_file(gold: Path, out: Path, make_reader: MakeReader) -> int:
    """Predict every message of `gold` and write the predictions to `out`.

    `make_reader` is called once for each user. Their messages are read in order, both sides, and
    what was found before is carried over by the vault; `metadata.user_name` is the profile's
    name. Returns the number of messages. Raises `BenchFileUnusable` for a file that cannot be
    read or written, or a line that is not such a record.
    """
    try:
        return _predict_all(gold, out, make_reader)
    except OSError as error:
        reason = error.strerror or type(error).__name__
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        reason = f"a line is not a record of a conversation: {type(error).__name__}"
    raise BenchFileUnusable(reason=reason)


def _predict_all(gold: Path, out: Path, make_reader: MakeReader) -> int:
    messages = 0
    with gold.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as predictions:
        for line in lines:
            if line.strip():
                for row in _predict(json.loads(line), make_reader):
                    predictions.write(json.dumps(row, ensure_ascii=False) + "\n")
                    messages += 1
    return messages


def _predict(user: dict[str, Any], make_reader: MakeReader) -> Iterator[dict[str, Any]]:
    name = user.get("metadata", {}).get("user_name")
    with Database.in_memory() as database:
        vault = Vault(database)
        reader = make_reader(vault, Profile(names=(name,) if name else ()))
        for turn, message in enumerate(user["dialogues"]):
            started = time.perf_counter()
            reading = reader.read(message["content"])
            seconds = time.perf_counter() - started
            vault.commit(reading.assignment)
            yield {
                "uuid": user["uuid"],
                "turn": turn,
                "spans": [
                    {
                        "original_text": found.span.text,
                        "privacy_type": found.span.type,
                        "privacy_level": found.span.level.name,
                    }
                    for found in reading.found
                ],
                "seconds": seconds,
            }
