"""Settings, page "You", its head: as whom, and making, renaming and removing identities."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from app.store.identities import Identity
from app.ui.identities.dialog import IdentityDialog
from app.ui.identities.names import identity_name, short_identity_name
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import prose
from app.ui.widgets.question import Question, ask


class IdentityChoice(QWidget):
    """Says which identity the page is about; with one only there is nothing to choose.

    Signals:
        chosen(int): show the identity with this id on the page.
        named(object, str): give the identity with this id, or a new one for None, this name.
        removal_agreed(int): remove an identity; the user has confirmed it.
    """

    chosen = Signal(int)
    named = Signal(object, str)
    removal_agreed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it, with no identity yet."""
        super().__init__(parent)
        self.setObjectName("identityChoice")
        self._identities: tuple[Identity, ...] = ()
        self._current = 0
        self._why = prose("identityWhy")
        self._label = QLabel()
        self._label.setProperty("role", "heading")
        self._combo = QComboBox()
        self._combo.setObjectName("identityCombo")
        self._combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._combo.setMinimumContentsLength(6)
        self._label.setBuddy(self._combo)
        self._new = self._button("identityNew")
        self._rename = self._button("identityRename")
        self._remove = self._button("identityRemove")
        self._remove.setProperty("kind", "danger")
        row = Flow()
        for button in (self._new, self._rename, self._remove):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._label, self._why, self._combo):
            layout.addWidget(widget)
        layout.addLayout(row)
        self._combo.activated.connect(self._on_activated)
        self._new.clicked.connect(self._on_new)
        self._rename.clicked.connect(self._on_rename)
        self._remove.clicked.connect(self._on_remove)
        self._retranslate()

    @staticmethod
    def _button(name: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def set_identities(self, identities: Sequence[Identity], current: int) -> None:
        """Show these, and that the page is about `current`. Emits nothing."""
        self._identities, self._current = tuple(identities), current
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Identity"))
        self._combo.setAccessibleName(self.tr("Identity that this page is about"))
        self._why.setText(
            self.tr(
                "An identity has chats, names, instructions, a usual assistant and placeholders "
                "of its own, so that assistants cannot match what they see of two; your private "
                "values stay hidden in all of them. An account (API key) and your network address "
                "still join them at a provider: let each have an account of its own where the "
                "provider must not know."
            )
        )
        for button, text in (
            (self._new, self.tr("New identity…")),
            (self._rename, self.tr("Rename…")),
            (self._remove, self.tr("Remove…")),
        ):
            button.setText(text)
        self._new.setAccessibleName(self.tr("New identity"))
        self._rename.setAccessibleName(self.tr("Rename this identity"))
        self._remove.setAccessibleName(self.tr("Remove this identity"))
        self._show()

    def _show(self) -> None:
        several = len(self._identities) > 1
        self._combo.clear()
        for identity in self._identities:
            self._combo.addItem(identity_name(identity), identity.id)
        self._combo.setCurrentIndex(self._combo.findData(self._current))
        for widget in (self._combo, self._rename, self._remove):
            widget.setVisible(several)

    def _name(self) -> str:
        return next(
            (identity_name(each) for each in self._identities if each.id == self._current), ""
        )

    def _on_activated(self, _: int) -> None:
        self.chosen.emit(self._combo.currentData())

    def _on_new(self) -> None:
        self._ask_name(None)

    def _on_rename(self) -> None:
        self._ask_name(self._current)

    def _ask_name(self, identity_id: int | None) -> None:
        taken = [identity_name(each) for each in self._identities if each.id != identity_id]
        name = "" if identity_id is None else self._name()
        dialog = IdentityDialog(taken, name, new=identity_id is None, parent=self)
        dialog.named.connect(lambda wanted: self.named.emit(identity_id, wanted))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_remove(self) -> None:
        goes = self._current
        name = short_identity_name(next(each for each in self._identities if each.id == goes))
        question = Question(
            "removeIdentityQuestion",
            self.tr("Remove identity"),
            self.tr("Remove “{name}”?").format(name=name),
            self.tr(
                "Its chats with what they sent, its names and its instructions are removed from "
                "the vault for good, and private values that only its chats used are forgotten. "
                "Other identities stay as they are."
            ),
            self.tr("Remove"),
        )
        ask(self, question, lambda: self.removal_agreed.emit(goes))
