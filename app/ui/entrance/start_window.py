"""The window before the vault is open: first start, or unlocking.

It takes and gives values only; whoever makes it opens the vault on the core thread and says how
that went through `show_failure` or `finish`.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.errors import KnownError
from app.store.backups import Backup
from app.store.keys import Opener
from app.ui.entrance.first_start import FirstRun
from app.ui.entrance.unlock import Unlock
from app.ui.failures.text import failure_text
from app.ui.widgets.sizing import resize_in_lines

# The column's greatest width: in characters, so that large text gets longer lines.
_CHARACTERS = 56
_AT_LEAST = 440


class StartWindow(QWidget):
    """Shows the first start where there is no vault yet, else the unlock page.

    Signals:
        create_requested(str, str, bool): make a vault: passphrase, own name (may be empty), and
            whether to set up the private reader then.
        unlock_requested(Opener): open the vault: passphrase, or another way in.
        restore_requested(Backup, Opener): put the backup in place of the database, and open it.
        put_back_requested(): put the copy of the key file in its place.
    """

    create_requested = Signal(str, str, bool)
    unlock_requested = Signal(object)
    restore_requested = Signal(object, object)
    put_back_requested = Signal()

    def __init__(self, *, first: bool, parent: QWidget | None = None) -> None:
        """Show the first start if `first`, else ask for the passphrase."""
        super().__init__(parent)
        self.setObjectName("startWindow")
        self._page: FirstRun | Unlock
        if first:
            first_run = FirstRun()
            first_run.create_requested.connect(self._on_create_requested)
            self._page = first_run
        else:
            unlock = Unlock()
            unlock.unlock_requested.connect(self._on_unlock_requested)
            unlock.restore_requested.connect(self._on_restore_requested)
            unlock.put_back_requested.connect(self._on_put_back_requested)
            self._page = unlock
        self._failure: KnownError | None = None
        self._brand = QLabel()
        self._brand.setObjectName("brand")
        self._brand.setProperty("role", "brand")
        self._column = QWidget()
        self._build()
        self._fit_column()
        quit_keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Quit), self)
        quit_keys.activated.connect(self.close)
        self._retranslate()
        resize_in_lines(self, 44, 38)
        self._page.begin()

    def _build(self) -> None:
        self._column.setObjectName("startColumn")
        inner = QVBoxLayout(self._column)
        inner.setContentsMargins(0, 48, 0, 32)
        inner.setSpacing(24)
        inner.addWidget(self._brand)
        inner.addWidget(self._page, 1)
        centred = QWidget()
        row = QHBoxLayout(centred)
        row.setContentsMargins(24, 0, 24, 0)
        row.addStretch(1)
        row.addWidget(self._column, 100)
        row.addStretch(1)
        # Large text on a small screen: the page scrolls rather than being cut.
        scroll = QScrollArea()
        scroll.setObjectName("startScroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(centred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def show_failure(self, failure: KnownError) -> None:
        """Say why the vault was not made or opened, and let the user try again."""
        self._failure = failure
        self._page.show_failure(failure_text(failure))

    @property
    def unlock(self) -> Unlock | None:
        """The page that asks for a way in; None at a first start."""
        return self._page if isinstance(self._page, Unlock) else None

    def set_busy(self) -> None:
        """Say that the vault is being opened, by whatever act."""
        self._failure = None
        self._page.set_busy(busy=True)

    def describe_reader(self, words: Callable[[], str]) -> None:
        """Say on the last page of a first start what fits this machine; see `OfferPage`."""
        if isinstance(self._page, FirstRun):
            self._page.describe_reader(words)

    def finish(self) -> None:
        """Forget what was typed and close: the vault is open."""
        self._page.forget()
        self.close()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._failure is not None:
                self._page.show_failure(failure_text(self._failure))
        elif event.type() == QEvent.Type.FontChange:
            self._fit_column()
        super().changeEvent(event)

    def _fit_column(self) -> None:
        characters = self.fontMetrics().averageCharWidth() * _CHARACTERS
        self._column.setMaximumWidth(max(_AT_LEAST, characters))

    def _retranslate(self) -> None:
        # The name is not translated, in no language.
        self.setWindowTitle("Understudy")
        self._brand.setText("Understudy")

    def _on_create_requested(self, passphrase: str, name: str, wants_reader: bool) -> None:
        self.set_busy()
        self.create_requested.emit(passphrase, name, wants_reader)

    def _on_unlock_requested(self, opener: Opener) -> None:
        self.set_busy()
        self.unlock_requested.emit(opener)

    def _on_restore_requested(self, backup: Backup, opener: Opener) -> None:
        self.set_busy()
        self.restore_requested.emit(backup, opener)

    def _on_put_back_requested(self) -> None:
        self.set_busy()
        self.put_back_requested.emit()
