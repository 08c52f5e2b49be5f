"""Settings of the private reader that few people need: the hub's address and token, the time."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.errors import KnownError
from app.store.settings import HubSettings
from app.ui.widgets.labels import prose
from app.ui.widgets.passphrase_field import PassphraseLine
from app.ui.widgets.status_line import StatusLine

_LEAST_SECONDS, _MOST_SECONDS = 10, 3600


class Advanced(QWidget):
    """A field is kept when it is left or Enter is pressed.

    Signals:
        hub_changed(HubSettings): download by these from now on.
        seconds_changed(int): let one message take this long.
    """

    hub_changed = Signal(object)
    seconds_changed = Signal(int)

    def __init__(self, usual: str, parent: QWidget | None = None) -> None:
        """Make the fields, empty; `usual` is the address where nothing is entered."""
        super().__init__(parent)
        self._usual = usual
        self._hub = HubSettings()
        self._seconds_kept = 0
        self._address = QLineEdit()
        self._address.setObjectName("hubAddress")
        self._address.setMaxLength(300)
        self._address.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self._token = PassphraseLine("hubToken")
        self._show_token = QCheckBox()
        self._show_token.setObjectName("hubShowToken")
        self._said = StatusLine("hubSettingsSaid")
        self._seconds = QSpinBox()
        self._seconds.setObjectName("readerSeconds")
        self._seconds.setRange(_LEAST_SECONDS, _MOST_SECONDS)
        self._seconds.setSingleStep(10)
        self._seconds.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._labels = [QLabel() for _ in range(3)]
        self._whys = [prose(f"advancedWhy{number}", "small") for number in range(3)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        fields: tuple[QWidget, ...] = (self._address, self._token, self._seconds)
        for label, field, why in zip(self._labels, fields, self._whys, strict=True):
            label.setProperty("role", "heading")
            label.setBuddy(field)
            layout.addWidget(label)
            left = Qt.AlignmentFlag.AlignLeft
            layout.addWidget(field, 0, left if field is self._seconds else Qt.AlignmentFlag(0))
            if field is self._token:
                layout.addWidget(self._show_token)
            layout.addWidget(why)
            if field is self._token:
                layout.addWidget(self._said)
            layout.addSpacing(12)
        self._address.editingFinished.connect(self._on_hub_edited)
        self._token.editingFinished.connect(self._on_hub_edited)
        self._show_token.toggled.connect(self._on_show_token)
        self._seconds.editingFinished.connect(self._on_seconds_edited)
        self._retranslate()

    def set_values(self, hub: HubSettings, seconds: int) -> None:
        """Show what is kept, unless the user is just changing it. Emits nothing."""
        if hub != self._hub:
            self._hub = hub
            self._address.setText(hub.address)
            self._token.setText(hub.token)
        if seconds != self._seconds_kept and not self._seconds.hasFocus():
            self._seconds.setValue(seconds)
        self._seconds_kept = seconds

    def show_failure(self, failure: KnownError) -> None:
        """Say why the way to the hub was not kept, and let the same be tried again."""
        self._hub = HubSettings()
        self._said.say_failure(failure)

    def keep(self) -> None:
        """Emit what was changed and not yet kept."""
        self._on_hub_edited()
        self._on_seconds_edited()

    def forget(self) -> None:
        """Drop the token that is shown: the dialog closes."""
        self._token.forget()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        names = (
            self.tr("Address of the hub"),
            self.tr("Access token"),
            self.tr("Time for one message"),
        )
        whys = (
            self.tr("A mirror to download from, where the usual hub cannot be reached."),
            self.tr(
                "Only for models that ask who you are. It stays in the vault, and is shown to the "
                "hub alone."
            ),
            self.tr("After so long the app asks whether to send without the private reader."),
        )
        fields = (self._address, self._token, self._seconds)
        for label, why, field, name, text in zip(
            self._labels, self._whys, fields, names, whys, strict=True
        ):
            label.setText(name)
            why.setText(text)
            field.setAccessibleName(name)
            field.setAccessibleDescription(text)
        self._address.setPlaceholderText(self._usual)
        self._token.setPlaceholderText(self.tr("None"))
        self._show_token.setText(self.tr("Show the token"))
        self._show_token.setAccessibleName(self.tr("Show the token"))
        self._seconds.setSuffix(self.tr(" seconds"))

    def _on_hub_edited(self) -> None:
        typed = HubSettings(self._address.text().strip(), self._token.text().strip())
        if typed != self._hub:
            self._hub = typed
            self._said.clear()
            self.hub_changed.emit(typed)

    def _on_show_token(self, shown: bool) -> None:
        self._token.show_text(shown=shown)

    def _on_seconds_edited(self) -> None:
        if self._seconds.value() != self._seconds_kept:
            self._seconds_kept = self._seconds.value()
            self.seconds_changed.emit(self._seconds_kept)
