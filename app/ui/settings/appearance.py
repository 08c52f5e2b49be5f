"""Settings, page "Appearance": light or dark, language, size of text."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from app.ui.preferences import Appearance, Language, Preferences
from app.ui.widgets.labels import heading, prose

_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)


class AppearancePage(QWidget):
    """Every choice shows at once.

    Signals:
        preferences_changed(Preferences): the user chose something else.
    """

    preferences_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page with the usual values."""
        super().__init__(parent)
        self._title = heading("appearanceTitle")
        self._look, self._look_label = _choice("appearanceLook")
        self._language, self._language_label = _choice("appearanceLanguage")
        self._size, self._size_label = _choice("appearanceTextSize")
        self._note = prose("appearanceNote", "small")
        for appearance in Appearance:
            self._look.addItem("", appearance)
        for language in Language:
            self._language.addItem("", language)
        for size in _SIZES:
            self._size.addItem(f"{size} %", size)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addSpacing(8)
        for label, choice in (
            (self._look_label, self._look),
            (self._language_label, self._language),
            (self._size_label, self._size),
        ):
            layout.addWidget(label)
            layout.addWidget(choice)
            layout.addSpacing(8)
            choice.activated.connect(self._on_activated)
        layout.addWidget(self._note)
        layout.addStretch()
        self._retranslate()
        self.set_values(Preferences())

    def set_values(self, preferences: Preferences) -> None:
        """Show what is in use. Emits nothing."""
        self._look.setCurrentIndex(list(Appearance).index(preferences.appearance))
        self._language.setCurrentIndex(list(Language).index(preferences.language))
        nearest = min(_SIZES, key=lambda size: abs(size - preferences.text_size))
        self._size.setCurrentIndex(_SIZES.index(nearest))

    def values(self) -> Preferences:
        """Return what is chosen."""
        return Preferences(
            appearance=list(Appearance)[self._look.currentIndex()],
            language=list(Language)[self._language.currentIndex()],
            text_size=_SIZES[self._size.currentIndex()],
        )

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Appearance"))
        for label, choice, text in (
            (self._look_label, self._look, self.tr("Colours")),
            (self._language_label, self._language, self.tr("Language")),
            (self._size_label, self._size, self.tr("Size of text")),
        ):
            label.setText(text)
            choice.setAccessibleName(text)
        self._look.setItemText(0, self.tr("As the system"))
        self._look.setItemText(1, self.tr("Light"))
        self._look.setItemText(2, self.tr("Dark"))
        # A language is called by its own name, so that whoever needs it can read it.
        names = (self.tr("As the system"), "English", "简体中文")
        for index, name in enumerate(names):
            self._language.setItemText(index, name)
        self._note.setText(
            self.tr("These choices are kept outside the vault. They hold nothing private.")
        )

    def _on_activated(self, _index: int) -> None:
        self.preferences_changed.emit(self.values())


def _choice(name: str) -> tuple[QComboBox, QLabel]:
    choice = QComboBox()
    choice.setObjectName(name)
    label = QLabel()
    label.setProperty("role", "heading")
    label.setBuddy(choice)
    return choice, label
