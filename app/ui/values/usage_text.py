"""Where a value was used and who saw its placeholder, in lines of text."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.ui.values.listing import ValueCard

_MOST = 10
_LONGEST_TITLE = 60


def chat_lines(card: ValueCard) -> Iterator[str]:
    """Yield the chats that a value was used in, the latest first."""
    for used in card.chats[:_MOST]:
        title = " ".join(used.title.split())
        title = title or QCoreApplication.translate("Usage", "Untitled chat")
        line = QCoreApplication.translate("Usage", "{chat} · last on {date}")
        yield line.format(chat=_short(title), date=_day(used.last))
    yield from _rest(len(card.chats))


def seen_lines(card: ValueCard) -> Iterator[str]:
    """Yield the assistants that saw the placeholder of a value, the latest first."""
    for seer in card.seen_by[:_MOST]:
        name = f"{_short(seer.provider)} ({_short(seer.host)})" if seer.host else seer.provider
        line = QCoreApplication.translate("Usage", "{assistant} · last on {date}")
        yield line.format(assistant=name, date=_day(seer.last))
    yield from _rest(len(card.seen_by))


def _rest(count: int) -> Iterator[str]:
    if count > _MOST:
        yield QCoreApplication.translate("Usage", "and %n more", "", count - _MOST)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_TITLE else f"{text[: _LONGEST_TITLE - 1]}…"


def _day(at: datetime) -> str:
    local = at.astimezone()
    day = QDate(local.year, local.month, local.day)
    return QLocale().toString(day, QLocale.FormatType.ShortFormat)
