"""As whom the user speaks: a button that names the identity, and a menu of all of them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.store.identities import Identity
from app.ui.identities.names import identity_name, short_identity_name
from app.ui.widgets.name_button import NameButton


class IdentityButton(QWidget):
    """Hidden while there is one identity only.

    Signals:
        chosen(int): speak as the identity with this id.
        manage_requested(): make, rename or remove identities.
    """

    chosen = Signal(int)
    manage_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the button, hidden."""
        super().__init__(parent)
        self.setObjectName("identityPicker")
        self._identities: tuple[Identity, ...] = ()
        self._current = 0
        self._button = NameButton()
        self._button.setObjectName("identityButton")
        self._button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._button)
        self.setFocusProxy(self._button)
        self._button.clicked.connect(self.open_menu)
        self.hide()

    def set_identities(self, identities: Sequence[Identity], current: int) -> None:
        """Offer these; `current` is the id of the one in use. Emits nothing."""
        self._identities, self._current = tuple(identities), current
        self.setVisible(len(identities) > 1)
        self._retranslate()

    @property
    def writer(self) -> Identity | None:
        """The identity in use; None where there is no other."""
        several = self._identities if len(self._identities) > 1 else ()
        return next((each for each in several if each.id == self._current), None)

    def select(self, identity_id: int) -> None:
        """Name another one as the one in use. Emits nothing."""
        self.set_identities(self._identities, identity_id)

    def choose_next(self) -> None:
        """Go to the identity after the one in use, or from the last one to the first."""
        ids = [each.id for each in self._identities]
        if len(ids) > 1:
            self.chosen.emit(ids[(ids.index(self._current) + 1) % len(ids)])

    def open_menu(self) -> None:
        """Open the menu of all identities under the button."""
        menu = QMenu(self)
        menu.setObjectName("identityMenu")
        menu.setAccessibleName(self.tr("Identities"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for identity in self._identities:
            action = menu.addAction(short_identity_name(identity).replace("&", "&&"))
            action.setObjectName(f"identity{identity.id}")
            action.setCheckable(True)
            action.setChecked(identity.id == self._current)
            action.triggered.connect(partial(self._on_picked, identity.id))
            group.addAction(action)
        menu.addSeparator()
        manage = menu.addAction(self.tr("Identities…"))
        manage.setObjectName("manageIdentities")
        manage.triggered.connect(self.manage_requested)
        menu.setActiveAction(group.checkedAction())
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height() + 4)))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        current = next((each for each in self._identities if each.id == self._current), None)
        name = "" if current is None else identity_name(current)
        self._button.setText(name.replace("&", "&&"))
        self._button.setToolTip(self.tr("You write as {name}").format(name=name))
        self._button.setAccessibleName(self.tr("Identity: {name}").format(name=name))

    def _on_picked(self, identity_id: int, *_: object) -> None:
        if identity_id != self._current:
            self.chosen.emit(identity_id)
