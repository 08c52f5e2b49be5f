"""How placeholders look, and who has numbers of their own; a part of the page "Protection"."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from app.store.numbering import Apart, Style
from app.ui.widgets.labels import prose


class Choice(QWidget):
    """A heading and one of several, each with a sentence that says what follows from it.

    Signals:
        chosen(str): another one was chosen, by its key.
    """

    chosen = Signal(str)

    def __init__(self, name: str, keys: type[StrEnum], parent: QWidget | None = None) -> None:
        """Offer `keys`, in their order; the parts are named after `name` and the key."""
        super().__init__(parent)
        self._value = ""
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._group = QButtonGroup(self)
        self._parts: dict[str, tuple[QRadioButton, QLabel]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        for number, key in enumerate(keys):
            button, told = QRadioButton(), prose(f"{name}_{key}_told")
            button.setObjectName(f"{name}_{key}")
            told.setIndent(26)
            self._group.addButton(button, number)
            self._parts[str(key)] = (button, told)
            layout.addWidget(button)
            layout.addWidget(told)
        self._group.idClicked.connect(self._on_clicked)

    def set_value(self, key: str) -> None:
        """Show which one is in force; emits nothing."""
        self._value = key
        self._parts[key][0].setChecked(True)

    def set_texts(self, title: str, texts: Mapping[str, tuple[str, str]]) -> None:
        """Set the heading, and by key the name of a choice and what follows from it."""
        self._title.setText(title)
        for key, (name, told) in texts.items():
            button, label = self._parts[key]
            button.setText(name)
            button.setAccessibleName(f"{title}: {name}")
            button.setAccessibleDescription(told)
            label.setText(told)

    def _on_clicked(self, number: int) -> None:
        key = list(self._parts)[number]
        if key != self._value:
            self.chosen.emit(key)


class PlaceholderChoices(QWidget):
    """Two choices.

    Signals:
        style_chosen(Style): placeholders look like this from now on.
        apart_chosen(Apart): these have numbers of their own from now on.
    """

    style_chosen = Signal(object)
    apart_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with the usual choices."""
        super().__init__(parent)
        self._style = Choice("style", Style)
        self._apart = Choice("apart", Apart)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._style)
        layout.addWidget(self._apart)
        self._style.chosen.connect(self._on_style)
        self._apart.chosen.connect(self._on_apart)
        self._retranslate()
        self.set_values(Style.TYPED, Apart.NOBODY)

    def set_values(self, style: Style, apart: Apart) -> None:
        """Show what is in force; emits nothing."""
        self._style.set_value(style)
        self._apart.set_value(apart)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._style.set_texts(
            self.tr("What assistants see instead of a value"),
            {
                Style.TYPED: (
                    self.tr("What it is, and a number: {example} (recommended)").format(
                        example="<Email_1>"
                    ),
                    self.tr("Replies make the most sense, and bring the value back."),
                ),
                Style.GENERIC: (
                    self.tr("Only a number: {example}").format(example="<Mask_1>"),
                    self.tr(
                        "Assistants do not learn what kind of detail it is and may answer less "
                        "well; replies bring the value back."
                    ),
                ),
                Style.COMPLETE: (
                    self.tr("Nothing at all: {example}").format(example="***"),
                    self.tr(
                        "Assistants cannot tell one value from another, and replies cannot bring "
                        "the value back."
                    ),
                ),
            },
        )
        self._apart.set_texts(
            self.tr("Numbers of their own"),
            {
                Apart.NOBODY: (
                    self.tr("One numbering for all chats (recommended)"),
                    self.tr(
                        "A value has the same placeholder in all chats of an identity, so two "
                        "providers that put their chats together could see that both are about "
                        "the same person."
                    ),
                ),
                Apart.ASSISTANTS: (
                    self.tr("One for each assistant"),
                    self.tr("What two assistants saw cannot be put together by the placeholders."),
                ),
                Apart.CHATS: (
                    self.tr("One for each chat"),
                    self.tr(
                        "Not even two chats with the same assistant can be put together by the "
                        "placeholders."
                    ),
                ),
            },
        )

    def _on_style(self, key: str) -> None:
        self.style_chosen.emit(Style(key))

    def _on_apart(self, key: str) -> None:
        self.apart_chosen.emit(Apart(key))
