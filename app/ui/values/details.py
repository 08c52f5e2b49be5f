"""All about the chosen value: where it was used, who saw its placeholder, what can be changed."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.privacy.levels import LITERAL_TYPE, STANDARD_TYPES, Level
from app.store.numbering import Apart, apart_of
from app.ui.identities.names import identity_name
from app.ui.spans.level_chips import SIGNS
from app.ui.spans.type_names import level_name, type_name
from app.ui.values.listing import ListedValue, ValueCard
from app.ui.values.model import hint
from app.ui.values.usage_text import chat_lines, seen_lines
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import prose

# A value that nobody looks at any more goes back behind its dots.
_SECONDS = 30


class ValueDetails(QFrame):
    """Hidden until a value is chosen.

    Signals:
        revealed(bool): the value is shown in clear now, or no longer.
        type_chosen(str): the value is of this type.
        level_chosen(Level): the value does this much harm.
        merge_wanted(): it is the same as another one.
        forget_wanted(): it is to be forgotten.
    """

    revealed = Signal(bool)
    type_chosen = Signal(str)
    level_chosen = Signal(object)
    merge_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with no value."""
        super().__init__(parent)
        self.setObjectName("valueDetails")
        self.setProperty("role", "card")
        self._value: ListedValue | None = None
        self._card: ValueCard | None = None
        self._name = prose("valuePlaceholder", "heading")
        self._chip = QLabel()
        self._chip.setObjectName("valueChip")
        self._chip.setProperty("chip", "1")
        # Twice the radius of its corners.
        self._chip.setMinimumHeight(20)
        self._clear = QLineEdit()
        self._clear.setObjectName("valueText")
        self._clear.setReadOnly(True)
        self._reveal = self._button("valueReveal")
        self._reveal.setCheckable(True)
        self._note = prose("valueNote")
        self._type_label, self._type = QLabel(), QComboBox()
        self._type.setObjectName("valueType")
        self._level_label, self._level = QLabel(), QComboBox()
        self._level.setObjectName("valueLevel")
        self._chats_title, self._chats = QLabel(), prose("valueChats")
        self._seen_title, self._seen = QLabel(), prose("valueSeenBy")
        self._merge = self._button("valueMerge")
        self._forget = self._button("valueForget")
        self._forget.setProperty("kind", "danger")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SECONDS * 1000)
        self._build()
        self._timer.timeout.connect(self.hide_value)
        self._reveal.toggled.connect(self._on_reveal)
        self._type.activated.connect(self._on_type)
        self._level.activated.connect(self._on_level)
        self._merge.clicked.connect(self.merge_wanted)
        self._forget.clicked.connect(self.forget_wanted)
        self._retranslate()
        self.hide()

    @staticmethod
    def _button(name: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _build(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self._name, 1)
        above.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        value = QHBoxLayout()
        value.setSpacing(8)
        value.addWidget(self._clear, 1)
        value.addWidget(self._reveal)
        choices = QGridLayout()
        choices.setSpacing(8)
        choices.setColumnStretch(1, 1)
        pairs = ((self._type_label, self._type), (self._level_label, self._level))
        for row, (label, choice) in enumerate(pairs):
            label.setBuddy(choice)
            choice.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.setMinimumContentsLength(6)
            choices.addWidget(label, row, 0)
            choices.addWidget(choice, row, 1)
        below = Flow()
        below.addWidget(self._merge)
        below.addWidget(self._forget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(above)
        layout.addLayout(value)
        layout.addWidget(self._note)
        layout.addLayout(choices)
        for title, lines in ((self._chats_title, self._chats), (self._seen_title, self._seen)):
            title.setProperty("role", "heading")
            layout.addWidget(title)
            layout.addWidget(lines)
        layout.addLayout(below)

    @property
    def value(self) -> ListedValue | None:
        """The value that is shown."""
        return self._value

    def show_value(self, value: ListedValue | None) -> None:
        """Show another value, hidden, and wait for its card; None shows nothing."""
        self.hide_value()
        self._value, self._card = value, None
        self.setVisible(value is not None)
        if value is not None:
            self._fill_choices(value)
            self._retranslate()

    def show_card(self, card: ValueCard) -> None:
        """Show where the value was used; a card of another value is dropped."""
        value = self._value
        if value is not None and card.value.entry.id == value.entry.id:
            self._card = card
            self._retranslate()

    def toggle(self) -> None:
        """Show the value in clear where this run knows it, or hide it again."""
        if self._reveal.isEnabled():
            self._reveal.toggle()

    def hide_value(self) -> None:
        """Show the value in clear no longer."""
        self._reveal.setChecked(False)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _fill_choices(self, value: ListedValue) -> None:
        entry = value.entry
        self._type.clear()
        others = [] if entry.type in STANDARD_TYPES else [entry.type]
        for tag in sorted([*STANDARD_TYPES, *others], key=type_name):
            self._type.addItem(type_name(tag), tag)
        self._type.setCurrentIndex(self._type.findData(entry.type))
        self._level.clear()
        for level in (Level.PL4, Level.PL3, Level.PL2, Level.PL1):
            if level is not Level.PL1 or entry.level is Level.PL1:
                self._level.addItem("", level)
        self._level.setCurrentIndex(self._level.findData(entry.level))
        # What was not kept cannot be filed elsewhere; a likeness of a placeholder is nothing else.
        fixed = entry.value is None or entry.type == LITERAL_TYPE
        for widget in (self._type, self._level, self._merge):
            widget.setEnabled(not fixed)
        self._reveal.setEnabled(entry.value is not None)

    def _retranslate(self) -> None:
        self._clear.setAccessibleName(self.tr("Value"))
        self._type_label.setText(self.tr("What it is"))
        self._type.setAccessibleName(self.tr("What it is"))
        self._level_label.setText(self.tr("Level"))
        self._level.setAccessibleName(self.tr("Level"))
        for row in range(self._type.count()):
            self._type.setItemText(row, type_name(self._type.itemData(row)))
        for row in range(self._level.count()):
            level = Level(self._level.itemData(row))
            self._level.setItemText(row, f"{SIGNS[level]} {level_name(level)}")
        self._chats_title.setText(self.tr("Used in"))
        self._seen_title.setText(self.tr("Assistants that saw its placeholder"))
        self._merge.setText(self.tr("Merge with another…"))
        self._merge.setAccessibleName(self.tr("Merge with another value"))
        self._forget.setText(self.tr("Forget…"))
        self._forget.setAccessibleName(self.tr("Forget this value"))
        self._show_value()
        if self._value is not None:
            self._show_facts(self._value)

    def _show_facts(self, value: ListedValue) -> None:
        entry = value.entry
        self._name.setText(str(entry.placeholder))
        self._chip.setText(f"{SIGNS[entry.level]} {level_name(entry.level)}")
        self._chip.setProperty("chip", str(int(entry.level)))
        self._chip.style().polish(self._chip)
        self._note.setText("\n".join(self._note_lines(value)))
        self._note.setVisible(bool(self._note.text()))
        self._show_usage()

    def _note_lines(self, value: ListedValue) -> list[str]:
        entry, lines = value.entry, []
        if entry.value is None:
            lines.append(
                self.tr("A secret, and not kept. Only its placeholder is left in your chats.")
            )
        elif value.fleeting:
            lines.append(
                self.tr("A secret, and not kept on disk. It is known until you lock the vault.")
            )
        if self._card is not None and self._card.identity is not None:
            said = self.tr("Stands for this value when you speak as {name}.")
            lines.append(said.format(name=identity_name(self._card.identity)))
        match apart_of(entry.scope):
            case Apart.ASSISTANTS:
                lines.append(self.tr("Stands for this value with one assistant only."))
            case Apart.CHATS:
                lines.append(self.tr("Stands for this value in one chat only."))
        if self._card is not None and self._card.aliases:
            names = ", ".join(str(each) for each in self._card.aliases[:10])
            lines.append(self.tr("Also known as: {placeholders}").format(placeholders=names))
        return lines

    def _show_usage(self) -> None:
        card = self._card
        if card is None:
            waiting = self.tr("Looking…")
            self._chats.setText(waiting)
            self._seen.setText(waiting)
            return
        self._chats.setText("\n".join(chat_lines(card)) or self.tr("No message has it now."))
        self._seen.setText("\n".join(seen_lines(card)) or self.tr("None, by the receipts kept."))

    def _show_value(self) -> None:
        value = self._value
        clear = self._reveal.isChecked()
        if value is None:
            text = ""
        elif clear and value.entry.value is not None:
            text = value.entry.value
        else:
            text = hint(value, self.tr("not kept"))
        self._clear.setText(" ".join(text.splitlines()))
        self._clear.setCursorPosition(0)
        self._reveal.setText(self.tr("Hide") if clear else self.tr("Reveal"))
        self._reveal.setAccessibleName(self.tr("Show the value in clear"))

    def _on_reveal(self, shown: bool) -> None:
        if shown:
            self._timer.start()
        else:
            self._timer.stop()
        self._show_value()
        self.revealed.emit(shown)

    def _on_type(self, _: int) -> None:
        tag = str(self._type.currentData())
        if self._value is not None and tag != self._value.entry.type:
            self.type_chosen.emit(tag)

    def _on_level(self, _: int) -> None:
        level = Level(self._level.currentData())
        if self._value is not None and level is not self._value.entry.level:
            self.level_chosen.emit(level)
