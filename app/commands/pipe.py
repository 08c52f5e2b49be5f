"""JSON Lines on standard input and output: detect, mask and restore for scripts and editors.

One request a line, one answer a line, in order. A request that cannot be served is answered with
`{"error": ...}`, a sentence that never quotes the request, and the next one is served.
"""

import contextlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any

from app.chat.context import forms_of
from app.chat.reader import Found, Reader, Reading
from app.errors import KnownError
from app.privacy.kinds import Kinds
from app.privacy.normalise import fold
from app.privacy.placeholder import Placeholder
from app.privacy.restoring import Restorer
from app.store.identities import Identity
from app.store.numbering import Numbering
from app.store.vault import Vault


class BadRequest(KnownError):
    """A line is not a request that the pipe knows."""

    sentence = "This line is not a request: {reason}. The next line will be served."


class NoSuchIdentity(KnownError):
    """An identity was named that the vault does not have."""

    sentence = (
        "Your vault has no identity of that name, so nothing was read. Settings, You, lists them."
    )


def identity_called(identities: Sequence[Identity], name: str) -> Identity:
    """Return the identity called `name`, however written, or the first one where that is empty.

    Raises `NoSuchIdentity`.
    """
    for identity in identities:
        if not name or fold(identity.name) == fold(name):
            return identity
    raise NoSuchIdentity


class KnownForms(Mapping[Placeholder, Sequence[str]]):
    """How each value is written when it is put back: as typed last, else as the vault has it."""

    def __init__(self, vault: Vault) -> None:
        """Start with nothing typed yet, over the values of `vault`."""
        self._vault = vault
        self._typed: dict[Placeholder, Sequence[str]] = {}

    def typed(self, forms: Mapping[Placeholder, Sequence[str]]) -> None:
        """Note how the values of one text were typed."""
        self._typed.update(forms)

    def __getitem__(self, placeholder: Placeholder) -> Sequence[str]:
        if placeholder in self._typed:
            return self._typed[placeholder]
        entry = self._vault.entry(placeholder)
        if entry is None:
            raise KeyError(placeholder)
        return () if entry.value is None else (entry.value,)

    def __iter__(self) -> Iterator[Placeholder]:
        return (entry.placeholder for entry in self._vault.entries())

    def __len__(self) -> int:
        return sum(1 for _ in self._vault.entries())


class Pipe:
    """Answers requests, one at a time, over one vault."""

    def __init__(self, reader: Reader, vault: Vault, kinds: Kinds, numbering: Numbering) -> None:
        """Read with `reader`, keep values in `vault` under placeholders of `numbering`.

        `kinds` are the names by which these may be called.
        """
        self._reader = reader
        self._numbering = numbering
        self._vault = vault
        self._forms = KnownForms(vault)
        self._kinds = kinds

    def serve(self, requests: IO[str], answers: IO[str]) -> None:
        """Answer each line of `requests` with a line on `answers`.

        Ends with the input, or when nobody reads the answers any more.
        """
        try:
            for line in requests:
                if line.strip():
                    answers.write(json.dumps(self.answer(line), ensure_ascii=False) + "\n")
                    answers.flush()
        except BrokenPipeError:
            # What could not be written would be tried again when the program ends.
            with contextlib.suppress(BrokenPipeError):
                answers.close()

    def answer(self, line: str) -> dict[str, Any]:
        """Return the answer to one request line; never raises for what a line may hold."""
        try:
            request = _parsed(line)
            match request.get("op"):
                case "detect":
                    return self._detect(_text(request))
                case "mask":
                    return self._mask(_text(request))
                case "restore":
                    return self._restore(_text(request))
                case "restore_stream":
                    return self._restore_stream(_chunks(request))
            raise BadRequest(reason="op is none of detect, mask, restore, restore_stream")
        except KnownError as error:
            return {"error": str(error)}

    def _detect(self, text: str) -> dict[str, Any]:
        return {"spans": [_as_json(found) for found in self._read(text).found]}

    def _mask(self, text: str) -> dict[str, Any]:
        reading = self._read(text)
        self._vault.commit(reading.assignment)
        forms = forms_of(reading.masked)
        self._forms.typed(forms)
        return {
            "text": reading.masked.text,
            "spans": [_as_json(found) for found in reading.found],
            "placeholders": {str(name): typed[0] for name, typed in forms.items() if typed},
        }

    def _read(self, text: str) -> Reading:
        return self._reader.read(text, assignment=self._vault.assignment(self._numbering))

    def _restorer(self) -> Restorer:
        return Restorer(self._forms, self._kinds, self._numbering.owner)

    def _restore(self, text: str) -> dict[str, Any]:
        restored = self._restorer().restore(text)
        return {"text": restored.text, "unresolved": list(restored.unresolved)}

    def _restore_stream(self, chunks: Sequence[str]) -> dict[str, Any]:
        stream = self._restorer().stream()
        restored = ["".join(piece.text for piece in stream.feed(chunk)) for chunk in chunks]
        rest = "".join(piece.text for piece in stream.finish())
        return {"chunks": [*restored, rest] if rest else restored}


def _parsed(line: str) -> dict[str, Any]:
    try:
        request = json.loads(line)
    except (ValueError, RecursionError):
        # From None: the decoder's error carries the line.
        raise BadRequest(reason="it is not JSON") from None
    if not isinstance(request, dict):
        raise BadRequest(reason="it is not a JSON object")
    return request


def _text(request: Mapping[str, Any]) -> str:
    text = request.get("text")
    if not isinstance(text, str):
        raise BadRequest(reason="it has no string named text")
    return _encodable(text)


def _chunks(request: Mapping[str, Any]) -> list[str]:
    chunks = request.get("chunks")
    if not isinstance(chunks, list) or not all(isinstance(chunk, str) for chunk in chunks):
        raise BadRequest(reason="it has no list of strings named chunks")
    return [_encodable(chunk) for chunk in chunks]


def _encodable(text: str) -> str:
    # JSON lets half a surrogate pair through, which no file and no socket can carry.
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadRequest(reason="its text holds half a surrogate pair") from None
    return text


def _as_json(found: Found) -> dict[str, Any]:
    span = found.span
    return {
        "start": span.start,
        "end": span.end,
        "original_text": span.text,
        "privacy_type": span.type,
        "privacy_level": span.level.name,
        "source": span.source,
    }
