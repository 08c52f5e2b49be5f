"""Settings, page "Private reader": which model reads messages on this computer."""

from datetime import UTC, datetime
from functools import partial
from urllib.parse import urlsplit

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.models.catalogue import CatalogueModel
from app.models.hub_access import DEFAULT_ENDPOINT
from app.models.installing import GgufFile, GgufListing, Progress
from app.models.orders import published
from app.ui.private_reader.advanced import Advanced
from app.ui.private_reader.library import Entry, Library, Standing, Work, entries
from app.ui.private_reader.licence import LicenceDialog, Terms
from app.ui.private_reader.row import ModelRow, Wish
from app.ui.private_reader.sources import OtherSources
from app.ui.private_reader.suggestion import suggestion_text
from app.ui.private_reader.trial_dialog import TrialDialog
from app.ui.quantities import size_text
from app.ui.widgets.fold import Fold
from app.ui.widgets.labels import heading, prose
from app.ui.widgets.question import Question, ask

# Copies of the weights that lie on the disk while one is made ready: as fetched, as converted.
_COPIES = 2


class ReaderPage(QWidget):
    """Shows the models and asks what must be asked; the parts `sources` and `advanced` are public.

    Signals:
        install_requested(Order): the licence is accepted; install it, or go on with it.
        hub_file_agreed(GgufListing, GgufFile): the licence is accepted; install this file.
        pause_requested(): stop the installation, and keep what is there.
        discard_requested(str): stop installing this model, and remove what is there.
        remove_requested(str): remove this model.
        use_requested(ReaderChoice): read with this model.
        trial_opened(TrialDialog, ReaderChoice): a test of a model is wanted in this dialog.
    """

    install_requested = Signal(object)
    hub_file_agreed = Signal(object, object)
    pause_requested = Signal()
    discard_requested = Signal(str)
    remove_requested = Signal(str)
    use_requested = Signal(object)
    trial_opened = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page; it is empty until `show_library`."""
        super().__init__(parent)
        self._library: Library | None = None
        self._rows: dict[str, ModelRow] = {}
        self._running = ""
        self._title = heading("readerTitle")
        self._why = prose("readerWhy")
        self._suggestion = prose("readerSuggestion", "card")
        self._models = QLabel()
        self._models.setProperty("role", "heading")
        # Never seen nor reached: it only marks the rows' place in the order of Tab.
        self._before_rows = QWidget(self)
        self._before_rows.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._before_rows.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._disk = prose("readerDisk", "small")
        self.sources = OtherSources()
        self.advanced = Advanced(DEFAULT_ENDPOINT)
        self._sources_fold = Fold("readerSources", self.sources)
        self._advanced_fold = Fold("readerAdvanced", self.advanced)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._why)
        layout.addSpacing(4)
        layout.addWidget(self._suggestion)
        layout.addSpacing(8)
        layout.addWidget(self._models)
        layout.addLayout(self._list)
        layout.addWidget(self._disk)
        layout.addSpacing(12)
        layout.addWidget(self._sources_fold)
        layout.addWidget(self._advanced_fold)
        layout.addStretch()
        self.sources.hub_file_chosen.connect(self._on_hub_file)
        self._suggestion.hide()
        self._retranslate()

    def show_library(self, library: Library, work: Work) -> None:
        """Show what there is now. Emits nothing; the focus stays where it is."""
        self._library = library
        shown = entries(library, work)
        self._running = next((e.key for e in shown if e.standing is Standing.RUNNING), "")
        self._drop_rows_but({entry.key for entry in shown})
        for at, entry in enumerate(shown):
            self._show_entry(at, entry, busy=work.running is not None)
        self.sources.set_busy(busy=work.running is not None)
        self.advanced.set_values(library.hub, library.seconds)
        self._retranslate()
        self._order_tabs()

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far the installation is that runs now."""
        row = self._rows.get(self._running)
        if row is not None and progress is not None:
            row.show_progress(progress)

    def keep(self) -> None:
        """Emit what was changed and not yet kept."""
        self.advanced.keep()

    def forget(self) -> None:
        """Drop what must not stay on the screen: the dialog closes."""
        self.advanced.forget()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show_entry(self, at: int, entry: Entry, *, busy: bool) -> None:
        row = self._rows.get(entry.key)
        if row is None:
            row = self._rows[entry.key] = ModelRow(entry)
            row.wished.connect(self._on_wished)
            self._list.insertWidget(at, row)
        row.show_entry(entry, busy=busy)

    def _drop_rows_but(self, keys: set[str]) -> None:
        for key in [key for key in self._rows if key not in keys]:
            row = self._rows.pop(key)
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()

    def _order_tabs(self) -> None:
        """Have Tab go down the page: Qt puts a row that is made later after everything else."""
        rows = sorted(self._rows.values(), key=self._list.indexOf)
        before: QWidget = self._before_rows
        for button in (button for row in rows for button in row.buttons):
            QWidget.setTabOrder(before, button)
            before = button

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Private reader"))
        self._why.setText(
            self.tr(
                "A language model on this computer reads each message before it leaves, and marks "
                "what no rule can find: an illness, a debt, a journey, told in your own words. It "
                "runs on this computer only. Nothing that you write is sent anywhere for it."
            )
        )
        self._models.setText(self.tr("What reads your messages"))
        self._sources_fold.set_title(self.tr("Other sources"))
        self._advanced_fold.set_title(self.tr("Advanced"))
        library = self._library
        if library is None:
            return
        self._suggestion.setText(suggestion_text(library.suggestion))
        self._suggestion.show()
        self._disk.setText(
            self.tr("The models take {size} on this computer's disk.").format(
                size=size_text(library.disk)
            )
        )
        self._disk.setVisible(library.disk > 0)

    # What the user wants of a model.

    def _on_wished(self, wish: Wish, entry: Entry) -> None:
        match wish:
            case Wish.CHOOSE if entry.published:
                self._ask_licence(entry.published)
            case Wish.PAUSE:
                self.pause_requested.emit()
            case Wish.CONTINUE if entry.order:
                self.install_requested.emit(entry.order)
            case Wish.COMPLETE if entry.published and entry.installed:
                order = published(entry.published, entry.installed.accepted)
                self.install_requested.emit(order)
            case Wish.USE:
                self.use_requested.emit(entry.choice)
            case Wish.TRY:
                self._open_trial(entry)
            case Wish.CANCEL:
                self._ask_cancel(entry)
            case Wish.REMOVE:
                self._ask_remove(entry)

    def _ask_licence(self, model: CatalogueModel) -> None:
        terms = Terms(
            model=model.name,
            licence=model.licence.name,
            url=model.licence.url,
            host=self._hub_host(),
            download=model.weights,
            room=_COPIES * model.weights + model.quantised,
            stays=model.quantised,
            commercial=model.licence.commercial,
        )
        dialog = LicenceDialog(terms, self)
        dialog.agreed.connect(partial(self._on_agreed, model))
        dialog.open()

    def _on_agreed(self, model: CatalogueModel) -> None:
        self.install_requested.emit(published(model, datetime.now(UTC)))

    def _on_hub_file(self, listing: GgufListing, file: GgufFile) -> None:
        terms = Terms(
            model=file.name.rpartition("/")[2],
            licence=listing.licence,
            url=f"{self._hub_address()}/{listing.repo}",
            host=self._hub_host(),
            download=file.size,
            room=file.size,
            stays=file.size,
        )
        dialog = LicenceDialog(terms, self)
        dialog.agreed.connect(partial(self.hub_file_agreed.emit, listing, file))
        dialog.open()

    def _hub_address(self) -> str:
        address = self._library.hub.address if self._library else ""
        return (address or DEFAULT_ENDPOINT).rstrip("/")

    def _hub_host(self) -> str:
        return urlsplit(self._hub_address()).hostname or ""

    def _open_trial(self, entry: Entry) -> None:
        dialog = TrialDialog(entry.name, self)
        self.trial_opened.emit(dialog, entry.choice)
        dialog.open()

    def _ask_cancel(self, entry: Entry) -> None:
        question = Question(
            "cancelModelQuestion",
            self.tr("Cancel the download"),
            self.tr("Stop and remove what is there of {model}?").format(model=entry.name),
            self.tr("To keep it and go on later, choose Pause instead."),
            self.tr("Stop and remove"),
        )
        ask(self, question, lambda: self.discard_requested.emit(entry.model_id))

    def _ask_remove(self, entry: Entry) -> None:
        if entry.in_use:
            told = self.tr(
                "It reads your messages now. The private reader will be switched off, and {size} "
                "on the disk become free."
            )
        else:
            told = self.tr("{size} on the disk become free.")
        question = Question(
            "removeModelQuestion",
            self.tr("Remove model"),
            self.tr("Remove {model} from this computer?").format(model=entry.name),
            told.format(size=size_text(entry.disk)),
            self.tr("Remove"),
        )
        ask(self, question, lambda: self.remove_requested.emit(entry.model_id))
