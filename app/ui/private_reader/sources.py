"""Where models come from besides the published ones: the hub, a file, a server on this machine."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from app.errors import KnownError
from app.models.installing import GgufListing
from app.ui.private_reader.hub_source import HubSource
from app.ui.private_reader.server_source import ServerSource
from app.ui.widgets.labels import prose
from app.ui.widgets.status_line import StatusLine


class OtherSources(QWidget):
    """The three parts, one below the other.

    Signals:
        files_requested(str): list the files of this repository.
        hub_file_chosen(GgufListing, GgufFile): install this file of a repository.
        file_chosen(Path): install this file of the user's own.
        models_requested(str): list the models of the server at this address.
        server_chosen(str, str): read with this model of the server at this address.
    """

    files_requested = Signal(str)
    hub_file_chosen = Signal(object, object)
    file_chosen = Signal(object)
    models_requested = Signal(str)
    server_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the parts, empty."""
        super().__init__(parent)
        self._hub = HubSource()
        self._server = ServerSource()
        self._file_title = QLabel()
        self._file_title.setProperty("role", "heading")
        self._file_why = prose("fileWhy")
        self._file = QPushButton()
        self._file.setObjectName("fileChoose")
        self._file.setAutoDefault(False)
        self._file_said = StatusLine("fileSaid")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._hub)
        layout.addSpacing(16)
        layout.addWidget(self._file_title)
        layout.addWidget(self._file_why)
        layout.addWidget(self._file, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._file_said)
        layout.addSpacing(16)
        layout.addWidget(self._server)
        self._hub.list_requested.connect(self.files_requested)
        self._hub.chosen.connect(self.hub_file_chosen)
        self._file.clicked.connect(self._on_file)
        self._server.list_requested.connect(self.models_requested)
        self._server.chosen.connect(self.server_chosen)
        self._retranslate()

    def set_busy(self, *, busy: bool) -> None:
        """Hear whether a model is being installed: then no other one can begin."""
        self._hub.set_busy(busy=busy)
        self._file.setEnabled(not busy)

    def show_listing(self, listing: GgufListing) -> None:
        """Show the files of a repository."""
        self._hub.show_listing(listing)

    def show_listing_failure(self, failure: KnownError) -> None:
        """Say why its files cannot be listed."""
        self._hub.show_failure(failure)

    def show_file_failure(self, failure: KnownError) -> None:
        """Say why the file cannot be taken."""
        self._file_said.say_failure(failure)

    def show_models(self, models: Sequence[str]) -> None:
        """Show the models of a server."""
        self._server.show_models(models)

    def show_server_failure(self, failure: KnownError) -> None:
        """Say why the server cannot be used."""
        self._server.show_failure(failure)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._file_title.setText(self.tr("A file of yours"))
        self._file_why.setText(
            self.tr(
                "A GGUF file on this computer. It stays where it is and is put among the models "
                "here; on the same disk that takes no more room."
            )
        )
        self._file.setText(self.tr("Choose a file…"))
        self._file.setAccessibleName(self.tr("Choose a GGUF file on this computer"))

    def _on_file(self) -> None:
        self._file_said.clear()
        dialog = QFileDialog(self, self.tr("Choose a model"))
        dialog.setObjectName("fileDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("GGUF models (*.gguf)"))
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _on_file_selected(self, path: str) -> None:
        self.file_chosen.emit(Path(path))
