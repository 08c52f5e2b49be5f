"""An address is typed, what it has to offer is listed, and one of that is chosen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.errors import KnownError
from app.ui.widgets.labels import prose
from app.ui.widgets.status_line import StatusLine


class Source(QWidget):
    """What two sources of models have in common; each of them has words and choices of its own.

    Signals:
        list_requested(str): list what there is at this address, as it was entered.
    """

    list_requested = Signal(str)

    def __init__(self, name: str, address: str, parent: QWidget | None = None) -> None:
        """Make the part, empty; `name` begins the object names in it, `address` is the field's."""
        super().__init__(parent)
        self._asking = False
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._why = prose(f"{name}Why")
        self._address = QLineEdit()
        self._address.setObjectName(address)
        self._address.setMaxLength(300)
        self._address.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self._title.setBuddy(self._address)
        self._list = QPushButton()
        self._list.setObjectName(f"{name}List")
        self._list.setAutoDefault(False)
        self._said = StatusLine(f"{name}Said")
        self._address.textChanged.connect(self._on_typed)
        self._address.returnPressed.connect(self._on_list)
        self._list.clicked.connect(self._on_list)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.addWidget(self._address, 0, 0)
        self._grid.addWidget(self._list, 0, 1)
        self._grid.addWidget(self._said, 1, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self._why)
        layout.addLayout(self._grid)

    def show_failure(self, failure: KnownError) -> None:
        """Say why there is no list."""
        self._asking = False
        self._forget()
        self._said.say_failure(failure)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show_list(self, said: Callable[[], str], *, good: bool) -> None:
        """Say what was listed; the choices are in their place."""
        self._asking = False
        self._said.say(said, "good" if good else "muted")
        self._retranslate()

    def _entered(self) -> str:
        return self._address.text().strip()

    def _on_typed(self) -> None:
        self._list.setEnabled(bool(self._entered()) and not self._asking)

    def _on_list(self) -> None:
        if not self._list.isEnabled():
            return
        self._asking = True
        self._forget()
        self._said.say(self._asking_text)
        self._retranslate()
        self.list_requested.emit(self._entered())

    def _forget(self) -> None:
        """Have nothing to choose from."""
        raise NotImplementedError

    def _asking_text(self) -> str:
        """Return what is said until there is a list."""
        raise NotImplementedError

    def _retranslate(self) -> None:
        """Set all texts anew, and then call `_on_typed`."""
        raise NotImplementedError
