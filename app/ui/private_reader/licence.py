"""Shows what a model's licence asks and what a download takes, before anything is fetched."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.quantities import size_text
from app.ui.widgets.labels import heading, prose
from app.ui.widgets.link_dialog import LinkDialog


@dataclass(frozen=True, slots=True)
class Terms:
    """What the user agrees to; all sizes in bytes.

    `licence` is empty where the source names none. `url` shows its text, or the model's page.
    `room` is what has to be free while the model is made ready, `stays` what it takes then.
    """

    model: str
    licence: str
    url: str
    host: str
    download: int
    room: int
    stays: int
    commercial: bool = True


class LicenceDialog(QDialog):
    """Begins nothing before its box is ticked.

    Signals:
        agreed(): the licence is accepted, and the download wanted.
    """

    agreed = Signal()

    def __init__(self, terms: Terms, parent: QWidget | None = None) -> None:
        """Ask about `terms`."""
        super().__init__(parent)
        self.setObjectName("licenceDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._terms = terms
        self._title = heading("licenceTitle")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._name = QLabel()
        self._name.setObjectName("licenceName")
        self._name.setProperty("role", "heading")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._says = prose("licenceSays")
        self._read = QPushButton()
        self._read.setObjectName("licenceRead")
        self._read.setAutoDefault(False)
        self._takes = prose("licenceTakes")
        self._accept = QCheckBox()
        self._accept.setObjectName("licenceAccept")
        self._download = QPushButton()
        self._download.setObjectName("licenceDownload")
        self._download.setProperty("kind", "primary")
        self._download.setEnabled(False)
        self._download.setDefault(True)
        self._cancel = QPushButton()
        self._cancel.setObjectName("licenceCancel")
        self._cancel.setAutoDefault(False)
        self._build()
        self._read.clicked.connect(self._on_read)
        self._accept.toggled.connect(self._download.setEnabled)
        self._download.clicked.connect(self._on_download)
        self._cancel.clicked.connect(self.reject)
        self._retranslate()
        self._read.setFocus()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._download)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addSpacing(8)
        layout.addWidget(self._name)
        layout.addWidget(self._says)
        layout.addWidget(self._read, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(12)
        layout.addWidget(self._takes)
        layout.addSpacing(12)
        layout.addWidget(self._accept, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(16)
        layout.addLayout(buttons)
        QWidget.setTabOrder(self._read, self._accept)
        QWidget.setTabOrder(self._accept, self._download)
        QWidget.setTabOrder(self._download, self._cancel)
        self.setMinimumWidth(480)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        terms = self._terms
        self.setWindowTitle(self.tr("Licence"))
        self._title.setText(terms.model)
        self._name.setText(
            self.tr("Licence: {licence}").format(licence=terms.licence)
            if terms.licence
            else self.tr("No licence is named")
        )
        self._says.setText(self._says_text())
        self._read.setText(
            self.tr("Read the licence…") if terms.licence else self.tr("Open the model's page…")
        )
        self._takes.setText(self._takes_text())
        self._accept.setText(
            self.tr("I accept this licence.")
            if terms.licence
            else self.tr("I know that I may use this model.")
        )
        self._download.setText(self.tr("Download"))
        self._cancel.setText(self.tr("Cancel"))
        for button in (self._read, self._accept, self._download, self._cancel):
            button.setAccessibleName(button.text())

    def _says_text(self) -> str:
        if not self._terms.licence:
            return self.tr("Whoever published this model does not say how it may be used.")
        if self._terms.commercial:
            return self.tr("It says how this model may be used. Read it first.")
        return self.tr("It allows non-commercial use only. Read it first.")

    def _takes_text(self) -> str:
        terms = self._terms
        if terms.room <= terms.stays:
            text = self.tr("{size} will be downloaded from {host}.")
        else:
            text = self.tr(
                "{size} will be downloaded from {host}. Making the model ready needs {room} of "
                "free disk space; afterwards it takes {stays}."
            )
        return text.format(
            size=size_text(terms.download),
            host=terms.host,
            room=size_text(terms.room),
            stays=size_text(terms.stays),
        )

    def _on_read(self) -> None:
        LinkDialog(self._terms.url, self).open()

    def _on_download(self) -> None:
        self.agreed.emit()
        self.accept()
