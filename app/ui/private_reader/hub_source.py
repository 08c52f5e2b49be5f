"""Another source of models: any repository of the hub with GGUF files."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import KnownError
from app.models.installing import GgufFile, GgufListing
from app.ui.quantities import size_text
from app.ui.widgets.labels import prose
from app.ui.widgets.status_line import StatusLine

_FILE = Qt.ItemDataRole.UserRole
_MOST_ROWS = 6


class HubSource(QWidget):
    """Takes a repository's name, shows its files, and lets one be chosen.

    Signals:
        files_requested(str): list the files of this repository, as it was entered.
        chosen(GgufListing, GgufFile): install this file.
    """

    files_requested = Signal(str)
    chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the part, empty."""
        super().__init__(parent)
        self._listing: GgufListing | None = None
        self._asking = False
        self._busy = False
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._why = prose("hubWhy")
        self._repo = QLineEdit()
        self._repo.setObjectName("hubRepo")
        self._repo.setMaxLength(300)
        self._repo.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self._title.setBuddy(self._repo)
        self._list = QPushButton()
        self._list.setObjectName("hubList")
        self._list.setAutoDefault(False)
        self._said = StatusLine("hubSaid")
        self._files = QListWidget()
        self._files.setObjectName("hubFiles")
        self._files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._download = QPushButton()
        self._download.setObjectName("hubDownload")
        self._download.setAutoDefault(False)
        self._build()
        self._repo.returnPressed.connect(self._on_list)
        self._repo.textChanged.connect(self._on_typed)
        self._list.clicked.connect(self._on_list)
        self._files.itemActivated.connect(self._on_activated)
        self._download.clicked.connect(self._on_download)
        self._retranslate()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.addWidget(self._repo, 0, 0)
        grid.addWidget(self._list, 0, 1)
        grid.addWidget(self._said, 1, 0, 1, 2)
        grid.addWidget(self._files, 2, 0, 1, 2)
        grid.addWidget(self._download, 3, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self._why)
        layout.addLayout(grid)

    def show_listing(self, listing: GgufListing) -> None:
        """Show what the repository has to choose from."""
        self._asking = False
        self._listing = listing
        self._said.say(self._listed_text, "good")
        self._retranslate()
        self._files.setFocus()

    def show_failure(self, failure: KnownError) -> None:
        """Say why there is no list."""
        self._asking = False
        self._listing = None
        self._said.say_failure(failure)
        self._retranslate()

    def set_busy(self, *, busy: bool) -> None:
        """Hear whether a model is being installed: then no other one can begin."""
        self._busy = busy
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("A model of the hub"))
        self._why.setText(
            self.tr(
                "Any repository of Hugging Face that holds GGUF files. How well such a model "
                "finds private details, nobody has measured."
            )
        )
        self._repo.setPlaceholderText(self.tr("owner/name, or the address of its page"))
        self._repo.setAccessibleName(self.tr("Repository of the hub"))
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

    def _on_typed(self) -> None:
        self._list.setEnabled(bool(self._repo.text().strip()) and not self._asking)

    def _on_list(self) -> None:
        if not self._list.isEnabled():
            return
        self._asking = True
        self._listing = None
        self._said.say(self._asking_text)
        self._retranslate()
        self.files_requested.emit(self._repo.text().strip())

    def _on_activated(self, _item: QListWidgetItem) -> None:
        self._on_download()

    def _on_download(self) -> None:
        item = self._files.currentItem()
        if item is None or self._listing is None or self._busy:
            return
        file = item.data(_FILE)
        if isinstance(file, GgufFile):
            self.chosen.emit(self._listing, file)
