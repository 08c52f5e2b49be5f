"""Another source of models: any repository of the hub with GGUF files."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from app.models.installing import GgufFile, GgufListing
from app.ui.private_reader.source import Source
from app.ui.quantities import size_text

_FILE = Qt.ItemDataRole.UserRole
_MOST_ROWS = 6


class HubSource(Source):
    """Takes a repository's name, shows its files, and lets one be chosen.

    Signals:
        chosen(GgufListing, GgufFile): install this file.
    """

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the part, empty."""
        super().__init__("hub", "hubRepo", parent)
        self._listing: GgufListing | None = None
        self._busy = False
        self._files = QListWidget()
        self._files.setObjectName("hubFiles")
        self._files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._download = QPushButton()
        self._download.setObjectName("hubDownload")
        self._download.setAutoDefault(False)
        self._grid.addWidget(self._files, 2, 0, 1, 2)
        self._grid.addWidget(self._download, 3, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self._files.itemActivated.connect(self._on_activated)
        self._download.clicked.connect(self._on_download)
        self._retranslate()

    def show_listing(self, listing: GgufListing) -> None:
        """Show what the repository has to choose from."""
        self._listing = listing
        self._show_list(self._listed_text, good=True)
        self._files.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """Hear whether a model is being installed: then no other one can begin."""
        self._busy = busy
        self._retranslate()

    def _forget(self) -> None:
        self._listing = None

    def _retranslate(self) -> None:
        self._title.setText(self.tr("A model of the hub"))
        self._why.setText(
            self.tr(
                "Any repository of Hugging Face that holds GGUF files. How well such a model "
                "finds private details, nobody has measured."
            )
        )
        self._address.setPlaceholderText(self.tr("owner/name, or the address of its page"))
        self._address.setAccessibleName(self.tr("Repository of the hub"))
        self._list.setText(self.tr("Asking…") if self._asking else self.tr("List files"))
        self._list.setAccessibleName(self.tr("List the files of the repository"))
        self._files.setAccessibleName(self.tr("Files of the repository"))
        self._download.setText(self.tr("Download…"))
        self._download.setAccessibleName(self.tr("Download the chosen file"))
        waits = self.tr("Another model is being installed. One at a time.") if self._busy else ""
        self._download.setToolTip(waits)
        self._show_files()
        self._on_typed()

    def _show_files(self) -> None:
        row = max(self._files.currentRow(), 0)
        self._files.clear()
        files = self._listing.files if self._listing else ()
        for file in files:
            item = QListWidgetItem(f"{size_text(file.size)} · {file.name}")
            item.setData(_FILE, file)
            self._files.addItem(item)
        self._files.setCurrentRow(min(row, len(files) - 1))
        rows = min(max(len(files), 2), _MOST_ROWS)
        self._files.setFixedHeight(rows * (self._files.fontMetrics().lineSpacing() + 14) + 8)
        self._files.setVisible(bool(files))
        self._download.setVisible(bool(files))
        self._download.setEnabled(not self._busy)

    def _asking_text(self) -> str:
        return self.tr("Asking the hub for the list of files.")

    def _listed_text(self) -> str:
        count = len(self._listing.files) if self._listing else 0
        return self.tr("%n file(s) to choose from. Smaller is quicker, and finds less.", "", count)

    def _on_activated(self, _item: QListWidgetItem) -> None:
        self._on_download()

    def _on_download(self) -> None:
        item = self._files.currentItem()
        if item is None or self._listing is None or self._busy:
            return
        file = item.data(_FILE)
        if isinstance(file, GgufFile):
            self.chosen.emit(self._listing, file)
