"""What a receipt says, in the user's language."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDateTime, QLocale

from app.privacy.levels import Level
from app.privacy.loopback import is_this_machine
from app.store.receipts import ReadBy, Receipt
from app.ui.spans.level_chips import SIGNS
from app.ui.spans.type_names import level_name, type_name

_READ_BY: Mapping[ReadBy, object] = {
    ReadBy.RULES: QT_TRANSLATE_NOOP("Receipts", "The built-in rules"),
    ReadBy.MODEL: QT_TRANSLATE_NOOP("Receipts", "The built-in rules and your private reader"),
    ReadBy.WAIVED: QT_TRANSLATE_NOOP(
        "Receipts", "The built-in rules; you sent it without waiting for your private reader"
    ),
}
_CHOICES: Mapping[str, object] = {
    "keep": QT_TRANSLATE_NOOP("Receipts", "sent as typed: {type} × {count}"),
    "hide": QT_TRANSLATE_NOOP("Receipts", "hidden: {type} × {count}"),
}


def moment_text(at: datetime, form: QLocale.FormatType) -> str:
    """Return a time as the user's clock shows it, its date in `form`."""
    moment = QDateTime.fromMSecsSinceEpoch(round(at.timestamp() * 1000))
    date = QLocale().toString(moment.date(), form)
    time = QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
    return f"{date} {time}"


def levels_of(receipt: Receipt) -> dict[Level, int]:
    """Return how many values were hidden, the worst level first."""
    found = {level: receipt.counts.get(level.name, 0) for level in sorted(Level, reverse=True)}
    return {level: count for level, count in found.items() if count}


def counts_text(receipt: Receipt, *, spoken: bool = False) -> str:
    """Return what was hidden in one line: signs and counts, with the levels' names if `spoken`."""
    counts = levels_of(receipt)
    if not counts:
        return QCoreApplication.translate("Receipts", "nothing hidden")
    if spoken:
        return ", ".join(f"{level_name(level)} {count}" for level, count in counts.items())
    return "  ".join(f"{SIGNS[level]} {count}" for level, count in counts.items())


def choices_text(receipt: Receipt) -> str:
    """Return what the user decided otherwise, in one line."""
    said = [
        QCoreApplication.translate(
            "Receipts", str(_CHOICES.get(action, "{type} × {count}"))
        ).format(type=type_name(name), count=count)
        for action, types in receipt.overrides.items()
        for name, count in types.items()
    ]
    text = "; ".join(said)
    return text[:1].upper() + text[1:] or QCoreApplication.translate("Receipts", "None")


def read_by_text(receipt: Receipt) -> str:
    """Return who had read what left."""
    return QCoreApplication.translate("Receipts", str(_READ_BY[receipt.read_by]))


def place_text(receipt: Receipt) -> str:
    """Return where it went, in few words."""
    if not receipt.host:
        return QCoreApplication.translate("Receipts", "this computer")
    if is_this_machine(receipt.host):
        return QCoreApplication.translate("Receipts", "this computer ({host})").format(
            host=receipt.host
        )
    return receipt.host
