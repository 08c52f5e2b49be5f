"""From what the model told to spans: every place of the text where it stands."""

from collections.abc import Iterator

from app.detect.model.answer import Find
from app.privacy.levels import STANDARD_TYPES
from app.privacy.span import Span

SOURCE = "model"
# Below a checksum's proof and above a known value's mere return.
_CERTAINTY = 0.8
# A number this short, in digits, is an age or a count anywhere else.
_SHORT = 4


def spans(find: Find, text: str, start: int = 0) -> Iterator[Span]:
    """Yield a span wherever `find` stands in `text`, moved by `start`.

    Not inside other words, unless it stands nowhere else: "Li" is not in "Lisa". Nothing for what
    tells nothing: white space, punctuation, a single letter.
    """
    told = find.text.strip()
    if not _tells(told):
        return
    places = list(_places(told, text))
    alone = [place for place in places if _alone(text, place, place + len(told))]
    for place in alone or places:
        yield Span(
            start=start + place,
            end=start + place + len(told),
            text=told,
            type=find.type,
            level=max(find.level, STANDARD_TYPES.get(find.type, find.level)),
            source=SOURCE,
            recogniser="model",
            certainty=_CERTAINTY,
            everywhere=_is_private_anywhere(told),
        )


def _tells(text: str) -> bool:
    letters = [character for character in text if character.isalnum()]
    return len(letters) > 1 or any(one.isdigit() or ord(one) > 0x2E7F for one in letters)


def _places(told: str, text: str) -> Iterator[int]:
    at = text.find(told)
    while at >= 0:
        yield at
        # From within: "aba" stands twice in "ababa", and half of it must not stay visible.
        at = text.find(told, at + 1)


def _alone(text: str, start: int, end: int) -> bool:
    """Say whether no word goes on over either end; Chinese and Japanese have no such ends."""
    return not (_joins(text, start) or _joins(text, end))


def _joins(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    return left.isalnum() and right.isalnum() and max(ord(left), ord(right)) < 0x2E80


def _is_private_anywhere(text: str) -> bool:
    """Say whether a value is private wherever it returns, and not in this sentence only.

    "asthma", "34" and 女 say nothing of anybody in another sentence.
    """
    if text.isdigit():
        return len(text) >= _SHORT
    if text.isascii():
        return not (text.isalpha() and text.islower())
    return len(text) > 2
