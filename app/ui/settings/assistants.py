"""Settings, page "Assistants": which providers there are, and their keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.assistants.presets import Preset
from app.errors import KnownError
from app.store.providers import Provider
from app.ui.settings.provider_form import ProviderForm
from app.ui.settings.proxy_field import ProxyField
from app.ui.widgets.labels import heading, prose
from app.ui.widgets.question import Question, ask

_ID = Qt.ItemDataRole.UserRole


class AssistantsPage(QWidget):
    """The list of providers, the details of the chosen one, and `proxy`, on the way to all.

    Signals:
        add_requested(str): add a provider from the preset with this id.
        changed(Provider): keep these details.
        remove_requested(int): remove a provider; the user has confirmed it.
        test_requested(Provider): read the list of models with these details.
    """

    add_requested = Signal(str)
    changed = Signal(object)
    remove_requested = Signal(int)
    test_requested = Signal(object)

    def __init__(self, presets: Sequence[Preset], parent: QWidget | None = None) -> None:
        """Offer `presets` to add from, in their order."""
        super().__init__(parent)
        self._presets: Mapping[str, Preset] = {preset.id: preset for preset in presets}
        self._providers: tuple[Provider, ...] = ()
        self._models: dict[int, tuple[str, ...]] = {}
        self._title = heading("assistantsTitle")
        self._why = prose("assistantsWhy")
        self._list = QListWidget()
        self._list.setObjectName("providerList")
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._add = QPushButton()
        self._add.setObjectName("providerAdd")
        self._menu = QMenu(self._add)
        self._menu.setObjectName("providerPresets")
        self._add.setMenu(self._menu)
        self._remove = QPushButton()
        self._remove.setObjectName("providerRemove")
        self._form = ProviderForm()
        self._mirror_title = QLabel()
        self._mirror_title.setProperty("role", "heading")
        self._mirror_text = prose("mirrorText")
        self._details = QStackedWidget()
        self.proxy = ProxyField()
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        mirror = QWidget()
        inside = QVBoxLayout(mirror)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._mirror_title)
        inside.addWidget(self._mirror_text)
        inside.addStretch()
        self._details.addWidget(mirror)
        self._details.addWidget(self._form)
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        left = QVBoxLayout()
        left.addWidget(self._list, 1)
        left.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(left, 2)
        row.addWidget(self._details, 3)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._why)
        layout.addSpacing(8)
        layout.addLayout(row, 1)
        layout.addSpacing(8)
        layout.addWidget(self.proxy)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._on_row_changed)
        self._menu.triggered.connect(self._on_preset)
        self._remove.clicked.connect(self._on_remove)
        keys = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._list)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self._on_remove)
        self._form.changed.connect(self._on_changed)
        self._form.test_requested.connect(self.test_requested)

    def set_providers(self, providers: Sequence[Provider], select: int | None = None) -> None:
        """Show these providers; `select` names the one to show, None keeps the choice."""
        current = select if select is not None else self._current_id()
        self._providers = tuple(providers)
        self._list.blockSignals(True)  # noqa: FBT003 - Qt's own setter
        self._list.clear()
        for provider in self._providers:
            item = QListWidgetItem(self._label(provider))
            item.setData(_ID, provider.id)
            self._list.addItem(item)
        self._list.blockSignals(False)  # noqa: FBT003 - Qt's own setter
        rows = [provider.id for provider in self._providers]
        if self._form.provider_id not in rows:
            self._form.forget()
        self._list.setCurrentRow(rows.index(current) if current in rows else 0)
        self._show_details()
        if select is not None and self._details.currentWidget() is self._form:
            self._form.focus_key()

    def show_models(self, provider_id: int, models: Sequence[str]) -> None:
        """Say that a test succeeded."""
        self._models[provider_id] = tuple(models)
        if self._form.provider_id == provider_id:
            self._form.show_models(models)

    def show_test_failure(self, provider_id: int, failure: KnownError) -> None:
        """Say why a test failed."""
        if self._form.provider_id == provider_id:
            self._form.show_failure(failure)

    def keep(self) -> None:
        """Emit what was changed and not yet kept."""
        if self._details.currentWidget() is self._form:
            self._form.keep()
        self.proxy.keep()

    def forget(self) -> None:
        """Drop the key that is shown, and the proxy's password: the dialog closes."""
        self._form.forget()
        self.proxy.forget()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Assistants"))
        self._why.setText(self.tr("Chats go to the assistant that you choose, under your own key."))
        self._list.setAccessibleName(self.tr("Assistants"))
        self._add.setText(self.tr("Add"))
        self._add.setAccessibleName(self.tr("Add an assistant"))
        self._remove.setText(self.tr("Remove…"))
        self._remove.setAccessibleName(self.tr("Remove this assistant"))
        self._mirror_title.setText(self.tr("Mirror"))
        self._mirror_text.setText(
            self.tr(
                "Mirror is part of this app. It answers with what an assistant would have seen, "
                "so that you can try things out. It needs no account, nothing leaves this "
                "computer, and it is always here."
            )
        )
        self._menu.clear()
        for preset in self._presets.values():
            if preset.wire != "mirror":
                name = self.tr("Another address…") if preset.id == "custom" else preset.name
                action = self._menu.addAction(name.replace("&", "&&"))
                action.setObjectName(f"preset_{preset.id}")
                action.setData(preset.id)
        for row, provider in enumerate(self._providers):
            self._list.item(row).setText(self._label(provider))

    def _label(self, provider: Provider) -> str:
        if provider.wire == "mirror":
            return self.tr("Mirror")
        return provider.name

    def _current_id(self) -> int | None:
        item = self._list.currentItem()
        return None if item is None else int(item.data(_ID))

    def _current(self) -> Provider | None:
        wanted = self._current_id()
        return next((each for each in self._providers if each.id == wanted), None)

    def _show_details(self) -> None:
        provider = self._current()
        fixed = provider is None or provider.wire == "mirror"
        self._remove.setEnabled(not fixed)
        self._details.setCurrentIndex(0 if fixed else 1)
        if provider is None or fixed:
            self._form.forget()
            return
        preset = self._presets.get(provider.preset)
        key_page = "" if preset is None else preset.key_url
        self._form.show_provider(provider, key_page, self._models.get(provider.id, ()))

    def _on_row_changed(self, _row: int) -> None:
        self._form.keep()
        self._show_details()

    def _on_changed(self, provider: Provider) -> None:
        self._providers = tuple(
            provider if each.id == provider.id else each for each in self._providers
        )
        for row, each in enumerate(self._providers):
            self._list.item(row).setText(self._label(each))
        self.changed.emit(provider)

    def _on_preset(self, action: QAction) -> None:
        self._form.keep()
        self.add_requested.emit(action.data())

    def _on_remove(self) -> None:
        provider = self._current()
        if provider is None or provider.wire == "mirror":
            return
        question = Question(
            "removeProviderQuestion",
            self.tr("Remove assistant"),
            self.tr("Remove {name} and its key?").format(name=provider.name),
            self.tr("Its chats stay, and can go on with another assistant."),
            self.tr("Remove"),
            "removeProviderConfirm",
        )
        ask(self, question, lambda: self.remove_requested.emit(provider.id))
