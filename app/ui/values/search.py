"""What to look for among the values: a text, a type, a level."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from app.privacy.levels import Level
from app.store.value_search import Wanted
from app.ui.spans.level_chips import SIGNS
from app.ui.spans.type_names import level_name, type_name
from app.ui.widgets.passphrase_field import PRIVATE_INPUT


class ValueSearchBar(QWidget):
    """A field and two choices.

    Signals:
        changed(): `wanted` is another one now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Look for everything."""
        super().__init__(parent)
        self._text = QLineEdit()
        self._text.setObjectName("valuesSearch")
        self._text.setClearButtonEnabled(True)
        self._text.setMaxLength(500)
        self._text.setInputMethodHints(PRIVATE_INPUT)
        self._type = QComboBox()
        self._type.setObjectName("valuesType")
        self._level = QComboBox()
        self._level.setObjectName("valuesLevel")
        for choice in (self._type, self._level):
            choice.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.setMinimumContentsLength(6)
            choice.addItem("", None)
        for level in sorted(Level, reverse=True):
            self._level.addItem("", level)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._text, 0, 0, 1, 2)
        layout.addWidget(self._type, 1, 0)
        layout.addWidget(self._level, 1, 1)
        self._text.textChanged.connect(self._on_changed)
        self._type.activated.connect(self._on_changed)
        self._level.activated.connect(self._on_changed)
        self.setFocusProxy(self._text)
        self._retranslate()

    @property
    def wanted(self) -> Wanted:
        """What to look for."""
        tag, level = self._type.currentData(), self._level.currentData()
        return Wanted(
            self._text.text().strip(),
            frozenset() if tag is None else frozenset({str(tag)}),
            frozenset() if level is None else frozenset({Level(level)}),
        )

    def set_types(self, types: Sequence[str]) -> None:
        """Offer the types that there are; the chosen one stays."""
        chosen = self._type.currentData()
        tags = sorted({*types, *([] if chosen is None else [chosen])}, key=type_name)
        if tags != [self._type.itemData(row) for row in range(1, self._type.count())]:
            while self._type.count() > 1:
                self._type.removeItem(1)
            for tag in tags:
                self._type.addItem(type_name(tag), tag)
            self._type.setCurrentIndex(self._type.findData(chosen) if chosen else 0)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._text.setPlaceholderText(self.tr("Search by value or placeholder"))
        self._text.setAccessibleName(self.tr("Search by value or placeholder"))
        self._type.setItemText(0, self.tr("All types"))
        self._type.setAccessibleName(self.tr("Only this type"))
        self._level.setItemText(0, self.tr("All levels"))
        self._level.setAccessibleName(self.tr("Only this level"))
        for row in range(1, self._type.count()):
            self._type.setItemText(row, type_name(self._type.itemData(row)))
        for row in range(1, self._level.count()):
            level = Level(self._level.itemData(row))
            self._level.setItemText(row, f"{SIGNS[level]} {level_name(level)}")

    def _on_changed(self, _: object = None) -> None:
        self.changed.emit()
