"""Shows a new recovery code, once: nothing keeps it, and nobody can show it again."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPagedPaintDevice, QTextDocument
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.store.recovery_code import RecoveryCode
from app.ui.widgets.labels import heading, prose
from app.ui.widgets.sizing import grow_to_fit

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_LARGER = 1.4
# The least width of the dialog, in characters.
_CHARACTERS = 64
# In the two lines of a code, this many characters.
_LINE = 20


class RecoveryDialog(QDialog):
    """The code, large. It is accepted only by somebody who says that it is written down."""

    def __init__(self, code: RecoveryCode, parent: QWidget | None = None) -> None:
        """Show `code`."""
        super().__init__(parent)
        self.setObjectName("recoveryDialog")
        self._code = str(code)
        self._title = heading("recoveryTitle")
        self._why = prose("recoveryWhy")
        self._shown = QPlainTextEdit(f"{self._code[:_LINE]}\n{self._code[_LINE:]}")
        self._shown.setObjectName("recoveryShown")
        self._shown.setReadOnly(True)
        self._shown.setTabChangesFocus(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * _LARGER)
        font.setWeight(QFont.Weight.DemiBold)
        self._shown.setFont(font)
        self._copy = QPushButton()
        self._copy.setObjectName("recoveryCopy")
        self._print = QPushButton()
        self._print.setObjectName("recoveryPrint")
        self._written = QCheckBox()
        self._written.setObjectName("recoveryWritten")
        self._done = QPushButton()
        self._done.setObjectName("recoveryDone")
        self._done.setProperty("kind", "primary")
        self._done.setEnabled(False)
        self._cancel = QPushButton()
        self._cancel.setObjectName("recoveryCancel")
        for button in (self._copy, self._print, self._done, self._cancel):
            button.setAutoDefault(False)
        self._build()
        self._copy.clicked.connect(self._on_copy)
        self._print.clicked.connect(self._on_print)
        self._written.toggled.connect(self._done.setEnabled)
        self._done.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._retranslate()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _CHARACTERS)
        grow_to_fit(self)

    def _build(self) -> None:
        metrics = self._shown.fontMetrics()
        self._shown.setFixedHeight(metrics.lineSpacing() * 2 + 32)
        self._shown.setMinimumWidth(metrics.horizontalAdvance("W" * _LINE) + 48)
        tools = QHBoxLayout()
        for button in (self._copy, self._print):
            tools.addWidget(button)
        tools.addStretch()
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._done)
        buttons.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        for widget in (self._title, self._why, self._shown):
            layout.addWidget(widget)
        layout.addLayout(tools)
        layout.addWidget(self._written)
        layout.addStretch()
        layout.addLayout(buttons)

    def print_on(self, paper: QPagedPaintDevice) -> None:
        """Print the code, and what it is for, on `paper`."""
        document = QTextDocument()
        document.setPlainText(
            f"Understudy\n{self._title.text()}\n\n{self._code}\n\n{self._why.text()}"
        )
        document.print_(paper)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Recovery code"))
        self._title.setText(self.tr("Your recovery code"))
        self._why.setText(
            self.tr(
                "It opens your vault when the passphrase is forgotten. Whoever has it can open "
                "the vault too, so keep it on paper, away from this computer. It is shown only "
                "now; a code from before stops working once this one is set up."
            )
        )
        self._shown.setAccessibleName(self.tr("Recovery code"))
        self._written.setText(self.tr("I have written it down"))
        self._written.setAccessibleName(self.tr("I have written it down"))
        for button, text in (
            (self._copy, self.tr("Copy")),
            (self._print, self.tr("Print…")),
            (self._done, self.tr("Use this code")),
            (self._cancel, self.tr("Cancel")),
        ):
            button.setText(text)
            button.setAccessibleName(text)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code)

    def _on_print(self) -> None:
        # Loaded for the few who print.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        dialog.finished.connect(partial(self._on_print_chosen, printer))
        QDialog.open(dialog)

    def _on_print_chosen(self, printer: "QPrinter", result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            self.print_on(printer)
