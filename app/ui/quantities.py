"""Bytes, memory, durations and moments in words of the user's language."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

_GIBIBYTE = 1 << 30
# Between a figure and its unit, which belong on one line.
_NO_BREAK = "\u00a0"
# A whole number says enough from here on.
_PLENTY = 10


def size_text(count: int | float) -> str:
    """Return `count` bytes as on a label of a disk: "8.0 GB"."""
    text = QLocale().formattedDataSize(round(count), 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    return text.replace(" ", _NO_BREAK)


def memory_text(count: int, *, exact: bool = False) -> str:
    """Return `count` bytes of memory, counted as it is sold: "16 GB"; `exact` tells a tenth."""
    gigabytes = count / _GIBIBYTE
    digits = 1 if exact and gigabytes < _PLENTY else 0
    return f"{QLocale().toString(gigabytes, 'f', digits)}{_NO_BREAK}GB"


def percent_text(share: float) -> str:
    """Return a published share in percent as it was published: "85.97 %"."""
    return f"{share:g}{_NO_BREAK}%"


def seconds_text(seconds: float) -> str:
    """Return `seconds` with a tenth while there are few of them: "3.4 s"."""
    text = QLocale().toString(seconds, "f", 1 if seconds < _PLENTY else 0)
    return QCoreApplication.translate("Quantities", "{seconds} s").format(seconds=text)


def moment_text(at: datetime) -> str:
    """Return an aware `at` in the user's own time, as a date and a time of day."""
    local = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)
