"""The details of one assistant: name, address, key, model, and a test of the connection."""

import html
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.assistants.address import parse_address
from app.assistants.failures import AddressInvalid
from app.errors import KnownError
from app.store.providers import Provider
from app.ui.failures.text import failure_text
from app.ui.widgets.labels import prose
from app.ui.widgets.passphrase_field import PassphraseLine


class ProviderForm(QWidget):
    """Shows one provider. A field is kept when it is left or Enter is pressed.

    Signals:
        changed(Provider): a field was changed to something that can be kept.
        test_requested(Provider): read the list of models with these details.
    """

    changed = Signal(object)
    test_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the form, empty and hidden until `show_provider`."""
        super().__init__(parent)
        self._provider: Provider | None = None
        self._models: tuple[str, ...] = ()
        self._key_page = ""
        self._failure: KnownError | None = None
        self._testing = False
        self._name = QLineEdit()
        self._name.setObjectName("providerName")
        self._name.setMaxLength(80)
        self._address = QLineEdit()
        self._address.setObjectName("providerAddress")
        self._address.setMaxLength(500)
        self._address.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self._key = PassphraseLine("providerKey")
        self._show_key = QCheckBox()
        self._show_key.setObjectName("providerShowKey")
        self._key_link = QLabel()
        self._key_link.setObjectName("providerKeyLink")
        self._key_link.setOpenExternalLinks(True)
        self._key_link.setWordWrap(True)
        self._key_link.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByKeyboard)
        self._model = QComboBox()
        self._model.setObjectName("providerModel")
        self._model.setEditable(True)
        self._model.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._model.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._model.setMinimumContentsLength(8)
        self._test = QPushButton()
        self._test.setObjectName("providerTest")
        self._said = prose("providerSaid")
        self._labels = [QLabel() for _ in range(4)]
        self._build()
        for line in (self._name, self._address, self._key):
            line.editingFinished.connect(self._on_edited)
        self._model.activated.connect(self._on_model_chosen)
        editor = self._model.lineEdit()
        if editor is not None:
            editor.setMaxLength(200)
            editor.editingFinished.connect(self._on_edited)
        self._show_key.toggled.connect(self._on_show_key)
        self._test.clicked.connect(self._on_test)
        self._retranslate()

    def _build(self) -> None:
        key = QVBoxLayout()
        key.setSpacing(4)
        key.addWidget(self._key)
        key.addWidget(self._show_key)
        key.addWidget(self._key_link)
        model = QHBoxLayout()
        model.addWidget(self._model, 1)
        model.addWidget(self._test)
        fields: tuple[tuple[QWidget, QWidget | QVBoxLayout | QHBoxLayout], ...] = (
            (self._name, self._name),
            (self._address, self._address),
            (self._key, key),
            (self._model, model),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for label, (buddy, field) in zip(self._labels, fields, strict=True):
            label.setBuddy(buddy)
            layout.addWidget(label)
            if isinstance(field, QWidget):
                layout.addWidget(field)
            else:
                layout.addLayout(field)
            layout.addSpacing(8)
        layout.addWidget(self._said)
        layout.addStretch()

    @property
    def provider_id(self) -> int | None:
        """The provider that is shown."""
        return None if self._provider is None else self._provider.id

    def show_provider(
        self, provider: Provider, key_page: str = "", models: Sequence[str] = ()
    ) -> None:
        """Show `provider`; `key_page` is where its key comes from, `models` what it offers."""
        same = self._provider is not None and self._provider.id == provider.id
        self._provider = provider
        self._key_page = key_page
        for line, text in (
            (self._name, provider.name),
            (self._address, provider.base_url),
            (self._key, provider.api_key),
        ):
            if line.text() != text:
                line.setText(text)
                if line is not self._key:
                    line.setCursorPosition(0)
        if not same:
            self._testing = False
            self._failure = None
            self._models = ()
            self._show_key.setChecked(False)
            self._set_models(models)
        self._model.setCurrentText(provider.model)
        self._retranslate()

    def forget(self) -> None:
        """Empty the fields: nothing is shown any more, the key least of all."""
        self._provider = None
        self._key.forget()
        for line in (self._name, self._address):
            line.setText("")
        self._model.clear()

    def focus_key(self) -> None:
        """Put the focus where a new provider needs something."""
        needed = self._address if not self._address.text() else self._key
        needed.setFocus()

    def keep(self) -> None:
        """Emit what was changed and not yet kept."""
        self._on_edited()

    def show_models(self, models: Sequence[str]) -> None:
        """Say that the connection works, and offer the models."""
        self._testing = False
        self._failure = None
        self._set_models(models)
        if self._provider is not None and not self._provider.model and models:
            self._model.setCurrentText(models[0])
            self._on_edited()
        self._retranslate()

    def show_failure(self, failure: KnownError) -> None:
        """Say why the list of models could not be read."""
        self._testing = False
        self._failure = failure
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _set_models(self, models: Sequence[str]) -> None:
        self._models = tuple(models)
        chosen = self._model.currentText()
        self._model.clear()
        self._model.addItems(list(models))
        self._model.setCurrentText(chosen)

    def _retranslate(self) -> None:
        texts = (self.tr("Name"), self.tr("Address"), self.tr("Key"), self.tr("Model"))
        fields = (self._name, self._address, self._key, self._model)
        for label, field, text in zip(self._labels, fields, texts, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        self._address.setPlaceholderText(self.tr("https://…"))
        self._key.setPlaceholderText(self.tr("Stays in the vault"))
        self._show_key.setText(self.tr("Show the key"))
        self._show_key.setAccessibleName(self.tr("Show the key"))
        self._key_link.setVisible(bool(self._key_page))
        link = html.escape(self._key_page, quote=True)
        self._key_link.setText(
            self.tr("Get a key at {address}").format(address=f'<a href="{link}">{link}</a>')
        )
        self._key_link.setAccessibleName(self.tr("Where to get a key"))
        self._test.setText(self.tr("Testing…") if self._testing else self.tr("Test connection"))
        self._test.setAccessibleName(self.tr("Test the connection and read the list of models"))
        self._test.setEnabled(not self._testing)
        self._say()

    def _say(self) -> None:
        """Show how the last test or change went."""
        role = "muted"
        if self._failure is not None:
            role, text = "danger", failure_text(self._failure)
        elif self._testing:
            text = self.tr("Asking for the list of models. No message is sent.")
        elif self._models:
            role = "good"
            text = self.tr("Connected: %n model(s) to choose from.", "", len(self._models))
        else:
            text = self.tr("The test reads the list of models. You may also type a model's name.")
        self._said.setProperty("role", role)
        self._said.style().polish(self._said)
        self._said.setText(text)

    def _edited(self) -> Provider | None:
        """Return what the fields say, or None where that cannot be kept."""
        if self._provider is None:
            return None
        name = " ".join(self._name.text().split()) or self._provider.name
        typed = self._address.text().strip()
        try:
            address = parse_address(typed, self._provider.wire, name).url if typed else ""
        except AddressInvalid as failure:
            self._failure = failure
            return None
        return replace(
            self._provider,
            name=name,
            base_url=address,
            api_key=self._key.text().strip(),
            model=self._model.currentText().strip(),
        )

    def _on_edited(self) -> None:
        edited = self._edited()
        if edited is not None and edited != self._provider:
            self._failure = None
            self._provider = edited
            self.changed.emit(edited)
        self._say()

    def _on_model_chosen(self, _index: int) -> None:
        self._on_edited()

    def _on_show_key(self, shown: bool) -> None:
        self._key.show_text(shown=shown)

    def _on_test(self) -> None:
        self._failure = None
        self._on_edited()
        if self._provider is None or self._failure is not None:
            return
        self._testing = True
        self._models = ()
        self._retranslate()
        self.test_requested.emit(self._provider)
