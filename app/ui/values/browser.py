"""The search and the list below it; used by the page, and for picking what to merge with."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.privacy.placeholder import Placeholder
from app.store.value_search import Wanted
from app.ui.values.listing import ListedValue, Listing
from app.ui.values.model import Column, ValuesModel
from app.ui.values.search import ValueSearchBar
from app.ui.values.table import ValueTable
from app.ui.widgets.labels import prose


class ValueBrowser(QWidget):
    """Shows what was asked for last, a page at a time. The parts are named after `name`.

    Signals:
        listing_wanted(Wanted, object): a page is wanted, after another page or None.
        chosen(object): another `ListedValue` is the chosen one, None for none.
        reveal_wanted(): Space was pressed, or a row clicked twice.
    """

    listing_wanted = Signal(object, object)
    chosen = Signal(object)
    reveal_wanted = Signal()

    def __init__(
        self, name: str, rows: int, scope: str | None = None, parent: QWidget | None = None
    ) -> None:
        """Start empty, with room for `rows`; `search` asks for the first page.

        Only values of one numbering are asked for, where its `scope` is given.
        """
        super().__init__(parent)
        self._rows = rows
        self._all = Wanted(scope=scope)
        self._wanted: Wanted | None = None
        self._shown = self._all
        self._search = ValueSearchBar()
        self.model = ValuesModel(self)
        self._list = ValueTable(self.model, rows)
        self._list.setObjectName(name)
        self._state = prose(f"{name}State", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._search)
        layout.addWidget(self._list)
        layout.addWidget(self._state)
        self._search.changed.connect(self.search)
        self.model.more_wanted.connect(self._on_more_wanted)
        self.model.modelReset.connect(self._on_current_changed)
        self._list.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self._list.reveal_wanted.connect(self.reveal_wanted)
        self.setFocusProxy(self._search)
        self._retranslate()

    @property
    def value(self) -> ListedValue | None:
        """The chosen value, if any."""
        return self.model.at(self._list.currentIndex().row())

    def search(self) -> None:
        """Ask for the first page; what is shown stays until that is there."""
        self._wanted = replace(self._search.wanted, scope=self._all.scope)
        self.model.wait()
        self.listing_wanted.emit(self._wanted, None)

    def show_listing(self, listing: Listing) -> None:
        """Show a page that was asked for; what was asked for before the last search is dropped."""
        if listing.wanted != self._wanted:
            return
        if listing.after is None:
            chosen = self.value
            self._shown = listing.wanted
            self.model.set_values(listing.values, listing.then)
            self._search.set_types(listing.types)
            if chosen is not None:
                self.choose(chosen.entry.placeholder)
        elif listing.after == self.model.then:
            self.model.append(listing.values, listing.then)
        self._show_state()
        if self.model.rowCount() <= self._rows or not listing.values:
            # A long search comes in pieces, so that nothing else has to wait for it.
            self.model.fetchMore()

    def choose(self, placeholder: Placeholder) -> None:
        """Choose a value, where it is shown."""
        row = self.model.row_of(placeholder)
        if row >= 0:
            self._list.setCurrentIndex(self.model.index(row, Column.PLACEHOLDER))

    def replace(self, placeholder: Placeholder, now: ListedValue) -> None:
        """Show what a value became."""
        self.model.replace(placeholder, now)
        self.choose(now.entry.placeholder)
        self._show_state()

    def remove(self, placeholder: Placeholder) -> None:
        """Show a value no more."""
        self.model.remove(placeholder)
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language, or take the room of larger text."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._list.fit()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._list.setAccessibleName(self.tr("Values in the vault"))
        self._list.setAccessibleDescription(self.tr("Space shows the chosen value."))
        self.model.retranslate()
        self._show_state()
        self._list.fit()

    def _show_state(self) -> None:
        count = self.model.rowCount()
        if count and self.model.complete:
            text = self.tr("%n value(s).", "", count)
        elif count:
            text = self.tr("The newest %n value(s). Scroll down for older ones.", "", count)
        elif not self.model.complete or self._wanted != self._shown:
            text = self.tr("Looking…")
        elif self._shown == self._all:
            text = self.tr("Nothing yet. What is hidden in your messages will be listed here.")
        else:
            text = self.tr("No value fits. Try fewer letters, or all types and levels.")
        self._state.setText(text)

    def _on_more_wanted(self, after: int) -> None:
        self.listing_wanted.emit(self._wanted, after)

    def _on_current_changed(self, *_: QModelIndex) -> None:
        self.chosen.emit(self.value)
