"""Our own bugs: say so, keep running where that is safe, and offer a report to send us.

A report holds the types of the exceptions and the places in the code, never messages, values or
local variables: those could carry what the user wrote.
"""

import asyncio
import platform
import sys
import threading
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import PySide6
import shiboken6
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.widgets.sizing import resize_in_lines

_MOST_FRAMES = 60
_MOST_CAUSES = 8


@dataclass(frozen=True, slots=True)
class CrashReport:
    """What may be told about a bug. `where` is the thread or loop it happened in."""

    where: str
    lines: tuple[str, ...]

    def __str__(self) -> str:
        """Return the report as text to copy."""
        return "\n".join((*_versions(), f"in {self.where}", *self.lines))


def report_on(error: BaseException, where: str, trace: TracebackType | None = None) -> CrashReport:
    """Return the report of `error` and of what caused it.

    `trace` replaces the error's own traceback where the interpreter hands it over apart.
    """
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    trace = trace or error.__traceback__
    while current is not None and id(current) not in seen and len(seen) < _MOST_CAUSES:
        seen.add(id(current))
        kind = type(current)
        lines.append(f"{kind.__module__}.{kind.__qualname__}")
        lines += [
            f"  {_place(frame.f_code.co_filename)}:{number} {frame.f_code.co_qualname}"
            for frame, number in list(traceback.walk_tb(trace))[-_MOST_FRAMES:]
        ]
        cause = current.__cause__
        if cause is None and not current.__suppress_context__:
            cause = current.__context__
        current = cause
        trace = None if current is None else current.__traceback__
        if current is not None:
            lines.append("caused by")
    return CrashReport(where, tuple(lines))


def _place(file: str) -> str:
    """Name a code file by its last folders: the rest of the path may hold the user's name."""
    return "/".join(Path(file).parts[-3:])


def _versions() -> tuple[str, ...]:
    return (
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    )


class CrashHandlers(QObject):
    """Catches what nobody else caught, in every thread and loop.

    Signals:
        crashed(CrashReport): emitted on the thread where it happened; connect a method of an
            object of the window's thread, and Qt delivers it there.
    """

    crashed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Catch nothing yet."""
        super().__init__(parent)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def install(self) -> None:
        """Take over the interpreter's hooks until `remove`."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def on_loop(self, _loop: asyncio.AbstractEventLoop, context: Mapping[str, object]) -> None:
        """Report an exception of an asyncio loop; for `loop.set_exception_handler`."""
        error = context.get("exception")
        if isinstance(error, BaseException):
            self._tell(report_on(error, "the core's loop"))

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        self._tell(report_on(error, "the window's thread", trace))

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._tell(report_on(args.exc_value, "another thread", args.exc_traceback))

    def _on_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        if args.exc_value is not None:
            self._tell(report_on(args.exc_value, "clearing up", args.exc_traceback))

    def _tell(self, report: CrashReport) -> None:
        # The terminal gets the same report: Python's own would print values.
        if sys.stderr is not None:
            sys.stderr.write(f"{report}\n")
        if shiboken6.isValid(self):  # the window may be gone while the interpreter ends
            self.crashed.emit(report)


class CrashDialog(QDialog):
    """Tells of a bug once; further ones while it is open are added to its report."""

    def __init__(self, report: CrashReport, parent: QWidget | None = None) -> None:
        """Make the dialog about `report`."""
        super().__init__(parent)
        self.setObjectName("crashDialog")
        self.setWindowTitle(self.tr("Something went wrong"))
        title = QLabel(self.tr("This is a fault in Understudy"))
        title.setObjectName("crashTitle")
        title.setProperty("role", "title")
        title.setWordWrap(True)
        said = QLabel(
            self.tr(
                "It was not your doing. Finished messages are in the vault. You can go on "
                "working; if the window behaves oddly, close it and start again."
            )
        )
        said.setWordWrap(True)
        note = QLabel(
            self.tr(
                "The report below names the kind of fault and the places in the code. It holds "
                "nothing that you wrote, and nothing is sent by itself."
            )
        )
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        self._report = QPlainTextEdit(str(report))
        self._report.setObjectName("crashReport")
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setAccessibleName(self.tr("Report"))
        self._reports = {report}
        self._copy = QPushButton(self.tr("Copy report"))
        self._copy.setObjectName("crashCopy")
        self._copy.setAccessibleName(self.tr("Copy the report"))
        close = QPushButton(self.tr("Go on"))
        close.setObjectName("crashClose")
        close.setAccessibleName(self.tr("Go on working"))
        close.setProperty("kind", "primary")
        close.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        for widget in (title, said, note):
            layout.addWidget(widget)
        layout.addWidget(self._report, 1)
        row = QHBoxLayout()
        row.addWidget(self._copy)
        row.addStretch()
        row.addWidget(close)
        layout.addLayout(row)
        self._copy.clicked.connect(self._on_copy)
        close.clicked.connect(self.accept)
        close.setFocus()
        resize_in_lines(self, 34, 26)

    def add(self, report: CrashReport) -> None:
        """Add a further bug; one that is there already is not repeated."""
        if report not in self._reports:
            self._reports.add(report)
            self._report.appendPlainText(f"\n{report}")

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._report.toPlainText())
        self._copy.setText(self.tr("Copied"))


class CrashReporter(QObject):
    """Shows one dialog at a time for what `CrashHandlers` catches; lives on the window's thread."""

    def __init__(self, handlers: CrashHandlers, parent: QObject | None = None) -> None:
        """Listen to `handlers`."""
        super().__init__(parent)
        self._dialog: CrashDialog | None = None
        handlers.crashed.connect(self._on_crashed)

    @property
    def dialog(self) -> CrashDialog | None:
        """The dialog that is open now, if any."""
        return self._dialog

    @Slot(object)
    def _on_crashed(self, report: CrashReport) -> None:
        if self._dialog is not None:
            self._dialog.add(report)
            return
        self._dialog = CrashDialog(report, QApplication.activeWindow())
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()

    def _on_finished(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None
