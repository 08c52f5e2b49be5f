"""One receipt: when, to whom, what was hidden, and exactly what left."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QFontDatabase, QTextCharFormat
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.privacy.levels import Level
from app.privacy.placeholder import WRITTEN
from app.ui.identities.names import identity_name
from app.ui.receipts.pages import Whole
from app.ui.receipts.words import (
    choices_text,
    counts_text,
    levels_of,
    moment_text,
    place_text,
    read_by_text,
)
from app.ui.spans.highlighter import SpanHighlighter, Stretch
from app.ui.spans.level_chips import LevelChips
from app.ui.spans.utf16 import Utf16Map
from app.ui.theme import Manner, Theme


def fact(name: str) -> QLabel:
    """Return an empty line called `name` that can be selected and wraps."""
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    # Plain text: a provider's name must not become markup.
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def hash_line(name: str) -> QLineEdit:
    """Return a line called `name` for a hash: it is read and copied, never changed."""
    line = QLineEdit()
    line.setObjectName(name)
    line.setReadOnly(True)
    line.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    return line


class ReceiptDetails(QWidget):
    """Shows one receipt, or why there is none to show."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start with nothing to show."""
        super().__init__(parent)
        self.setObjectName("receiptDetails")
        self._theme = theme
        self._whole: Whole | None = None
        self._title = QLabel()
        self._title.setObjectName("receiptWhen")
        self._title.setProperty("role", "heading")
        self._title.setWordWrap(True)
        self._assistant = fact("receiptAssistant")
        self._host = fact("receiptHost")
        self._model = fact("receiptModel")
        self._chips = LevelChips()
        self._none = fact("receiptNothingHidden")
        self._choices = fact("receiptChoices")
        self._read_by = fact("receiptReadBy")
        self._link = hash_line("receiptHash")
        self._digest = hash_line("receiptBodyHash")
        self._identity = fact("receiptIdentity")
        self._form = QFormLayout()
        self._names: list[QLabel] = []
        self._body_title = QLabel()
        self._body_title.setProperty("role", "heading")
        self._exact = QCheckBox()
        self._exact.setObjectName("receiptExact")
        self._body = QPlainTextEdit()
        self._body.setObjectName("receiptBody")
        self._body.setReadOnly(True)
        self._body.setTabChangesFocus(True)
        self._body.setMinimumHeight(6 * self._body.fontMetrics().lineSpacing())
        self._body.setUndoRedoEnabled(False)
        self._body.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._body.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._marks = SpanHighlighter(self, self._body.document(), self._look)
        self._build()
        theme.changed.connect(self._marks.rehighlight)
        self._exact.toggled.connect(self._show_body)
        self._retranslate()

    def show_whole(self, whole: Whole) -> None:
        """Show a receipt."""
        self._whole = whole
        self._write()
        self._show_body()

    def _build(self) -> None:
        form = self._form
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(6)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        hidden = QWidget()
        both = QHBoxLayout(hidden)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self._chips, 1)
        both.addWidget(self._none, 1)
        for field in (
            self._assistant,
            self._host,
            self._model,
            hidden,
            self._choices,
            self._read_by,
            self._link,
            self._digest,
            self._identity,
        ):
            name = QLabel()
            name.setProperty("role", "muted")
            form.addRow(name, field)
            self._names.append(name)
        head = QHBoxLayout()
        head.addWidget(self._body_title, 1)
        head.addWidget(self._exact)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addLayout(form)
        layout.addSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._body, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        names = (
            self.tr("Assistant"),
            self.tr("Host"),
            self.tr("Model"),
            self.tr("Hidden"),
            self.tr("Your choices"),
            self.tr("Read by"),
            self.tr("Receipt"),
            self.tr("SHA-256"),
            self.tr("Identity"),
        )
        for label, name in zip(self._names, names, strict=True):
            label.setText(name)
        self._link.setAccessibleName(self.tr("Hash of this receipt in the chain"))
        self._link.setToolTip(self.tr("Hash of this receipt in the chain"))
        self._digest.setAccessibleName(self.tr("SHA-256 of the text that left"))
        self._digest.setToolTip(self.tr("SHA-256 of the text that left"))
        self._body_title.setText(self.tr("What left"))
        self._exact.setText(self.tr("Byte for byte"))
        self._exact.setAccessibleName(self.tr("Show it byte for byte, as it was sent"))
        self._body.setAccessibleName(self.tr("What left, with placeholders"))
        self._write()

    def _write(self) -> None:
        if self._whole is None:
            return
        receipt = self._whole.receipt
        self._title.setText(moment_text(receipt.at, QLocale.FormatType.LongFormat))
        self._assistant.setText(receipt.provider)
        self._host.setText(place_text(receipt))
        self._model.setText(receipt.model)
        counts = levels_of(receipt)
        self._chips.set_counts(counts)
        self._chips.setVisible(bool(counts))
        self._none.setText(counts_text(receipt))
        self._none.setVisible(not counts)
        self._choices.setText(choices_text(receipt))
        self._read_by.setText(read_by_text(receipt))
        self._names[6].setText(self.tr("Receipt {number}").format(number=receipt.number))
        self._link.setText(receipt.hash)
        self._digest.setText(receipt.body_hash)
        whose = self._whole.identity
        self._identity.setText("" if whose is None else identity_name(whose))
        self._form.setRowVisible(self._identity, whose is not None)
        for line in (self._link, self._digest):
            line.setCursorPosition(0)

    def _show_body(self) -> None:
        if self._whole is None:
            return
        whole = self._whole
        text = whole.receipt.body if self._exact.isChecked() else whole.readable
        self._marks.mark([])
        self._body.setPlainText(text)
        self._marks.mark(placeholders(text, whole.levels))

    def _look(self, level: Level, kept: bool) -> QTextCharFormat:
        return self._theme.level_format(level, Manner.CHIP, kept=kept)


def placeholders(text: str, levels: Mapping[str, Level]) -> list[Stretch]:
    """Return where the placeholders of `levels` lie in `text`."""
    units = Utf16Map(text)
    return [
        Stretch(
            units.to_units(found.start()),
            units.to_units(found.end()),
            levels[found[0]],
            kept=False,
            index=index,
        )
        for index, found in enumerate(WRITTEN.finditer(text))
        if found[0] in levels
    ]
