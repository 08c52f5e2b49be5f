"""Which assistant and model answer in this chat: one button, and a list to search."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.privacy.normalise import fold
from app.store.providers import Provider
from app.ui.widgets.name_button import NameButton
from app.ui.widgets.sizing import resize_in_lines

_ENTRY = Qt.ItemDataRole.UserRole
_MOST_ROWS = 300
_LONGEST = 48


class Entry(NamedTuple):
    """One row that can be chosen: a model of a provider, or what to do about its list."""

    kind: str  # "model", "read", "typed" or "settings"
    provider_id: int
    model: str


class PickerPopup(QFrame):
    """The list of all assistants and their models, with a line to search in.

    Signals:
        picked(Entry): a row was chosen.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the list, empty."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self._providers: tuple[Provider, ...] = ()
        self._models: Mapping[int, Sequence[str]] = {}
        self._current: tuple[int | None, str] = (None, "")
        self._search = QLineEdit()
        self._search.setObjectName("pickerSearch")
        self._search.setClearButtonEnabled(True)
        self._list = QListWidget()
        self._list.setObjectName("pickerList")
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The focus stays in the search line; its arrow keys move through the list.
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._search)
        layout.addWidget(self._list)
        self._search.textChanged.connect(self._fill)
        self._search.installEventFilter(self)
        self._list.itemClicked.connect(self._on_clicked)
        self._retranslate()

    def set_entries(
        self,
        providers: Sequence[Provider],
        models: Mapping[int, Sequence[str]],
        current: tuple[int | None, str],
    ) -> None:
        """Offer `providers` and the `models` known of each; `current` is in use."""
        self._providers = tuple(providers)
        self._models = models
        self._current = current
        self._fill()

    def open_at(self, corner: QPoint) -> None:
        """Show the list with its upper left corner at `corner`, in global coordinates."""
        self._search.setText("")
        self._fill()
        resize_in_lines(self, 23, 25)
        self.move(corner)
        self.show()
        self._search.setFocus()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Let the search line's arrow and Enter keys act on the list."""
        if watched is self._search and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._on_key(event.key())
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._fill()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._search.setPlaceholderText(self.tr("Find an assistant or a model"))
        self._search.setAccessibleName(self.tr("Find an assistant or a model"))
        self._list.setAccessibleName(self.tr("Assistants and models"))

    def _fill(self) -> None:
        wanted = fold(self._search.text())
        self._list.clear()
        for provider in self._providers:
            rows = list(self._rows(provider, wanted))
            if not rows:
                continue
            if provider.wire != "mirror":
                self._add_heading(provider.name)
            for text, entry in rows[:_MOST_ROWS]:
                self._add_row(text, entry)
        self._add_heading("")
        for text, entry in self._typed_rows():
            self._add_row(text, entry)
        self._add_row(self.tr("Add or change assistants…"), Entry("settings", 0, ""))
        self._select_current()

    def _rows(self, provider: Provider, wanted: str) -> Iterator[tuple[str, Entry]]:
        if provider.wire == "mirror":
            text = self.tr("Mirror · no account, nothing leaves")
            if wanted in fold(text):
                yield text, Entry("model", provider.id, provider.model)
            return
        known = list(self._models.get(provider.id, ()))
        if provider.model and provider.model not in known:
            known.insert(0, provider.model)
        found = [model for model in known if wanted in fold(model)]
        by_name = wanted in fold(provider.name)
        for model in found or (known if by_name else ()):
            yield model, Entry("model", provider.id, model)
        if provider.id not in self._models and by_name:
            yield self.tr("Read the list of models"), Entry("read", provider.id, "")

    def _typed_rows(self) -> Iterator[tuple[str, Entry]]:
        """Yield a way to use what is typed as a model's name, for each provider."""
        typed = self._search.text().strip()
        for provider in self._providers:
            if typed and provider.wire != "mirror":
                text = self.tr("Use “{model}” at {name}").format(model=typed, name=provider.name)
                yield text, Entry("typed", provider.id, typed)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self._list.font()
        font.setBold(True)
        item.setFont(font)
        self._list.addItem(item)

    def _add_row(self, text: str, entry: Entry) -> None:
        current = entry.kind == "model" and (entry.provider_id, entry.model) == self._current
        item = QListWidgetItem(f"✓ {text}" if current else text)
        item.setData(_ENTRY, tuple(entry))
        self._list.addItem(item)
        if current:
            self._list.setCurrentItem(item)

    def _select_current(self) -> None:
        if self._list.currentRow() < 0 or self._entry(self._list.currentRow()) is None:
            self._move(1)

    def _entry(self, row: int) -> Entry | None:
        item = self._list.item(row)
        data = None if item is None else item.data(_ENTRY)
        return None if data is None else Entry(*data)

    def _move(self, step: int) -> None:
        row = self._list.currentRow() + step
        while 0 <= row < self._list.count() and self._entry(row) is None:
            row += step
        if 0 <= row < self._list.count():
            self._list.setCurrentRow(row)

    def _on_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self._entry(self._list.currentRow()))
            return True
        return False

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._pick(self._entry(self._list.row(item)))

    def _pick(self, entry: Entry | None) -> None:
        if entry is not None:
            if entry.kind != "read":
                self.hide()
            self.picked.emit(entry)


class AssistantPicker(QWidget):
    """The button that names the assistant in use, and opens the list.

    Signals:
        chosen(int, str): use this provider and model in this chat.
        models_requested(int): read the list of models of this provider, then `set_models`.
        settings_requested(): add or change assistants.
    """

    chosen = Signal(int, str)
    models_requested = Signal(int)
    settings_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the button, with nothing to choose from yet."""
        super().__init__(parent)
        self.setObjectName("assistantPicker")
        self._providers: tuple[Provider, ...] = ()
        self._models: dict[int, tuple[str, ...]] = {}
        self._current: tuple[int | None, str] = (None, "")
        self._button = NameButton()
        self._button.setObjectName("pickerButton")
        self._button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._popup = PickerPopup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._button)
        self.setFocusProxy(self._button)
        self._button.clicked.connect(self.open_list)
        self._popup.picked.connect(self._on_picked)
        self._retranslate()

    def set_providers(self, providers: Sequence[Provider]) -> None:
        """Offer these providers. Emits nothing."""
        self._providers = tuple(providers)
        known = {provider.id for provider in providers}
        self._models = {key: names for key, names in self._models.items() if key in known}
        self._refresh()

    def set_models(self, provider_id: int, models: Sequence[str]) -> None:
        """Offer these models of a provider. Emits nothing."""
        self._models[provider_id] = tuple(models)
        self._refresh()

    def select(self, provider_id: int | None, model: str) -> None:
        """Name the assistant in use; None where it was removed. Emits nothing."""
        self._current = (provider_id, model)
        self._refresh()

    def open_list(self) -> None:
        """Open the list under the button."""
        self._popup.set_entries(self._providers, self._models, self._current)
        self._popup.open_at(self._button.mapToGlobal(QPoint(0, self._button.height() + 4)))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _refresh(self) -> None:
        self._popup.set_entries(self._providers, self._models, self._current)
        self._retranslate()

    def _retranslate(self) -> None:
        full = self._name()
        short = full if len(full) <= _LONGEST else f"{full[: _LONGEST - 1]}…"
        self._button.setText(short.replace("&", "&&"))
        self._button.setToolTip(full)
        self._button.setAccessibleName(self.tr("Assistant: {name}").format(name=full))

    def _name(self) -> str:
        wanted, model = self._current
        provider = next((each for each in self._providers if each.id == wanted), None)
        if provider is None:
            return self.tr("Choose an assistant")
        if provider.wire == "mirror":
            return self.tr("Mirror · no account, nothing leaves")
        model = model or provider.model
        return f"{provider.name} · {model}" if model else provider.name

    def _on_picked(self, entry: Entry) -> None:
        if entry.kind == "settings":
            self.settings_requested.emit()
        elif entry.kind == "read":
            self.models_requested.emit(entry.provider_id)
        else:
            self.select(entry.provider_id, entry.model)
            self.chosen.emit(entry.provider_id, entry.model)
