"""The pages of a first start, one after the other: passphrase, name, the offer of a reader."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.entrance.first_run import NamePage, PassphrasePage
from app.ui.entrance.reader_offer import ReaderOffer


class FirstRun(QStackedWidget):
    """Goes from page to page, and says at the end what was chosen on them.

    Signals:
        create_requested(str, str, bool): the passphrase, the user's own name, which may be empty,
            and whether the private reader is to be set up.
    """

    create_requested = Signal(str, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the first page."""
        super().__init__(parent)
        self._passphrase = PassphrasePage()
        self._name = NamePage()
        self._offer = ReaderOffer()
        for page in (self._passphrase, self._name, self._offer):
            self.addWidget(page)
        self._passphrase.accepted.connect(self._on_accepted)
        self._name.went_back.connect(self._on_went_back)
        self._name.finished.connect(self._on_named)
        self._offer.went_back.connect(self._on_accepted)
        self._offer.accepted.connect(self._on_offer_accepted)
        self._offer.declined.connect(self._on_offer_declined)

    def begin(self) -> None:
        """Put the focus where typing starts."""
        self.currentWidget().setFocus()

    def describe_reader(self, words: Callable[[], str]) -> None:
        """Say what fits this machine; `words` is asked again for each language."""
        self._offer.describe(words)

    def set_busy(self, *, busy: bool) -> None:
        """Say that the vault is being made."""
        self._offer.set_busy(busy=busy)

    def show_failure(self, sentence: str) -> None:
        """Show what went wrong on the page in sight; what was typed is still there."""
        self._offer.set_busy(busy=False)
        page = self._offer if self.currentWidget() is self._offer else self._passphrase
        page.show_problem(sentence)

    def forget(self) -> None:
        """Drop the passphrase: the vault is made."""
        self._passphrase.field.forget()
        self._name.line.setText("")

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        page.setFocus()

    def _on_accepted(self) -> None:
        self._show(self._name)

    def _on_went_back(self) -> None:
        self._show(self._passphrase)

    def _on_named(self) -> None:
        self._show(self._offer)

    def _on_offer_accepted(self) -> None:
        self._finish(wants_reader=True)

    def _on_offer_declined(self) -> None:
        self._finish(wants_reader=False)

    def _finish(self, *, wants_reader: bool) -> None:
        name = self._name.line.text().strip()
        self.create_requested.emit(self._passphrase.field.text, name, wants_reader)
