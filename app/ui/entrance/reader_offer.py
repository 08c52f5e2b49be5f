"""Last page of a first start: offers the private reader, and can be passed over in one click."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.widgets.labels import heading, prose

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ReaderOffer(QWidget):
    """Says what the private reader adds and what fits this machine. Nothing is fetched here.

    Signals:
        accepted(): the user wants to set it up.
        declined(): not now.
        went_back(): the user wants to change the name.
    """

    accepted = Signal()
    declined = Signal()
    went_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page; it says what fits once `describe` is called."""
        super().__init__(parent)
        self._words: Callable[[], str] | None = None
        self._title = heading("offerTitle")
        self._why = prose("offerWhy")
        self._fits = prose("offerFits", "card")
        self._later_note = prose("offerLaterNote")
        self._problem = prose("offerProblem", "danger")
        self._busy = prose("offerBusy")
        self._back = QPushButton()
        self._back.setObjectName("offerBack")
        self._later = QPushButton()
        self._later.setObjectName("offerLater")
        self._set_up = QPushButton()
        self._set_up.setObjectName("offerSetUp")
        self._set_up.setProperty("kind", "primary")
        self._build()
        self._set_up.clicked.connect(self.accepted)
        self._later.clicked.connect(self.declined)
        self._back.clicked.connect(self.went_back)
        self.setFocusProxy(self._set_up)
        self._retranslate()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self._title, self._why, self._fits, self._later_note):
            layout.addWidget(widget)
        layout.addWidget(self._problem)
        layout.addWidget(self._busy)
        row = QHBoxLayout()
        row.addWidget(self._back, 0, _MIDDLE)
        row.addWidget(self._later, 1, _MIDDLE)
        row.addWidget(self._set_up, 1, _MIDDLE)
        layout.addLayout(row)
        layout.addStretch()
        for widget in (self._fits, self._problem, self._busy):
            widget.hide()
        # Tab reaches the ways on before the way back.
        for button in (self._set_up, self._later, self._back):
            button.setAutoDefault(True)
        QWidget.setTabOrder(self._set_up, self._later)
        QWidget.setTabOrder(self._later, self._back)

    def describe(self, words: Callable[[], str]) -> None:
        """Say what `words` returns of this machine; it is asked again for each language."""
        self._words = words
        self._retranslate()

    def set_busy(self, *, busy: bool) -> None:
        """Say that the vault is being made, and take no further wish until it is."""
        for button in (self._set_up, self._later, self._back):
            button.setEnabled(not busy)
        self._busy.setVisible(busy)
        if busy:
            self._problem.hide()

    def show_problem(self, sentence: str) -> None:
        """Show why the vault could not be made."""
        self._problem.setText(sentence)
        self._problem.show()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Add the private reader?"))
        self._why.setText(
            self.tr(
                "Rules find what has a shape: names, numbers, addresses. A language model also "
                "understands what you tell: an illness, a debt, a journey. It runs on this "
                "computer only, and nothing that you write is sent anywhere for it."
            )
        )
        self._fits.setText(self._words() if self._words else "")
        self._fits.setVisible(self._words is not None)
        self._later_note.setText(
            self.tr(
                "A model is downloaded once, with several gigabytes. You see its licence and size "
                "first, and can do this at any time in Settings."
            )
        )
        self._busy.setText(self.tr("Making the vault. This takes a few seconds."))
        self._back.setText(self.tr("Back"))
        self._back.setAccessibleName(self.tr("Back to the name"))
        self._later.setText(self.tr("Not now"))
        self._later.setAccessibleName(self.tr("Not now: make the vault and start"))
        self._set_up.setText(self.tr("Set it up"))
        self._set_up.setAccessibleName(
            self.tr("Set it up: make the vault, start, and show the private reader's settings")
        )
