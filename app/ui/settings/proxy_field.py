"""The proxy on the way to assistants and models: where it is entered, and how it is kept."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.chat.session import Session
from app.errors import KnownError
from app.privacy.proxy import parse_proxy
from app.ui.jobs import CoreThread
from app.ui.widgets.fold import Fold
from app.ui.widgets.labels import prose
from app.ui.widgets.status_line import StatusLine


class ProxyField(QWidget):
    """Folded away while there is no proxy; kept when it is left or Enter is pressed.

    Signals:
        changed(str): go through the proxy at this address from now on; empty for none.
    """

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the field, empty."""
        super().__init__(parent)
        self._kept = ""
        self._line = QLineEdit()
        self._line.setObjectName("proxyAddress")
        self._line.setMaxLength(300)
        self._line.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self._why = prose("proxyWhy", "small")
        self._said = StatusLine("proxySaid")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._line, self._said, self._why):
            column.addWidget(widget)
        self._fold = Fold("proxy", inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._fold)
        self._line.editingFinished.connect(self.keep)
        self._retranslate()

    def set_address(self, address: str) -> None:
        """Show what is kept. Emits nothing."""
        self._kept = address
        self._line.setText(address)
        self._said.clear()
        self._fold.button.setChecked(bool(address))

    def show_failure(self, failure: KnownError) -> None:
        """Say why what is entered was not kept."""
        self._fold.button.setChecked(True)
        self._said.say_failure(failure)

    def keep(self) -> None:
        """Emit what was changed and not yet kept."""
        entered = self._line.text().strip()
        if entered != self._kept:
            self._kept = entered
            self._said.clear()
            self.changed.emit(entered)

    def forget(self) -> None:
        """Drop what is shown, which may hold a password: the dialog closes."""
        self._kept = ""
        self._line.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        why = self.tr(
            "Only where the network needs one. It learns which servers you use, never what you "
            "write; those on this computer are reached without it."
        )
        self._fold.set_title(self.tr("Proxy"))
        self._line.setPlaceholderText(self.tr("None"))
        self._line.setAccessibleName(self.tr("Address of the proxy"))
        self._line.setAccessibleDescription(why)
        self._why.setText(why)


class ProxyLink(QObject):
    """Joins the field to the session.

    Signals:
        failed(KnownError): what was entered cannot be kept, and the field is gone already.
    """

    failed = Signal(object)

    def __init__(self, core: CoreThread, session: Session, parent: QObject | None = None) -> None:
        """Work on `session`, on the thread of `core`."""
        super().__init__(parent)
        self._core = core
        self._session = session
        self._field: ProxyField | None = None

    def attach(self, field: ProxyField) -> None:
        """Show what is kept in `field`, and keep what is entered there."""
        self._field = field
        field.changed.connect(self._on_changed)
        self._core.call(self._read, done=partial(self._on_read, field), failed=self._on_failed)

    def detach(self) -> None:
        """Hear that the field is gone."""
        self._field = None

    def _read(self) -> str:
        proxy = self._session.settings.proxy
        return proxy.url if proxy is not None else ""

    def _keep(self, address: str) -> None:
        self._session.settings.proxy = parse_proxy(address)

    def _on_read(self, field: ProxyField, address: str) -> None:
        if self._field is field:
            field.set_address(address)

    def _on_changed(self, address: str) -> None:
        self._core.call(self._keep, address, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        if self._field is None:
            self.failed.emit(error)
        else:
            self._field.show_failure(error)
