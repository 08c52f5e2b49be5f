"""Measuring detection: predict the private spans of annotated conversations, one file to another.

The input has one user a line: `{"uuid", "metadata": {"user_name"}, "dialogues": [{"role",
"content"}]}`. The output has one message a line: `{"uuid", "turn", "spans": [{"original_text",
"privacy_type", "privacy_level"}], "seconds"}`.
"""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.detect.detector import Detector, Profile
from app.detect.merge import merge
from app.privacy.canonical import canonical
from app.privacy.known import KnownValues
from app.privacy.levels import Level
from app.privacy.span import Span


class Conversation:
    """Reads one person's messages in order and recognises again what was found before."""

    def __init__(self, detector: Detector, profile: Profile) -> None:
        self._detector = detector
        self._profile = profile
        self._known: KnownValues[tuple[str, str]] = KnownValues()
        self._levels: dict[tuple[str, str], Level] = {}

    def read(self, text: str) -> list[Span]:
        """Return the private spans of `text`, settled, and remember them for later messages."""
        spans = merge([*self._detector.detect(text, self._profile), *self._recall(text)], text)
        for span in spans:
            key = (span.type, canonical(span.type, span.text))
            if key not in self._levels and span.everywhere:
                self._levels[key] = span.level
                self._known.add(key, span.type, span.text)
        return spans

    def _recall(self, text: str) -> Iterator[Span]:
        for known in self._known.find(text):
            yield Span(
                start=known.start,
                end=known.end,
                text=text[known.start : known.end],
                type=known.key[0],
                level=self._levels[known.key],
                source="vault",
                recogniser="known",
                certainty=1.0,
            )


def bench_file(gold: Path, out: Path, detector: Detector) -> int:
    """Predict every message of `gold` with `detector` and write the predictions to `out`.

    Each user's messages are read in order, both sides, with what was found before carried over;
    `metadata.user_name` is the profile's name. Returns the number of messages. Raises `OSError`
    for files that cannot be read or written, `ValueError` for lines that are not such records.
    """
    messages = 0
    with gold.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as predictions:
        for line in lines:
            if line.strip():
                for row in _predict(json.loads(line), detector):
                    predictions.write(json.dumps(row, ensure_ascii=False) + "\n")
                    messages += 1
    return messages


def _predict(user: dict[str, Any], detector: Detector) -> Iterator[dict[str, Any]]:
    name = user.get("metadata", {}).get("user_name")
    conversation = Conversation(detector, Profile(names=(name,) if name else ()))
    for turn, message in enumerate(user["dialogues"]):
        started = time.perf_counter()
        spans = conversation.read(message["content"])
        seconds = time.perf_counter() - started
        yield {
            "uuid": user["uuid"],
            "turn": turn,
            "spans": [
                {
                    "original_text": span.text,
                    "privacy_type": span.type,
                    "privacy_level": span.level.name,
                }
                for span in spans
            ],
            "seconds": seconds,
        }
