"""Asks for a way in that opens now, before anything about the ways in is changed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from app.store.keys import Opener
from app.store.recovery_code import RecoveryCode
from app.store.system_keyring import SystemKeyring
from app.store.ways import Recovery, WayKind
from app.ui.entrance.recovery_field import RecoveryField
from app.ui.widgets.passphrase_field import PassphraseField


def way_name(kind: WayKind) -> str:
    """Return what a way in is called."""
    names = {
        WayKind.PASSPHRASE: QCoreApplication.translate("Ways", "Passphrase"),
        WayKind.KEYRING: QCoreApplication.translate("Ways", "This system's keyring"),
        WayKind.RECOVERY: QCoreApplication.translate("Ways", "Recovery code"),
    }
    return names[kind]


class ProofField(QWidget):
    """One of the ways that are set up, and what it asks for.

    Signals:
        changed(): what is typed, or the way, changed.
        submitted(): Enter.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, ways: Sequence[WayKind], parent: QWidget | None = None) -> None:
        """Offer `ways`, at least one; the first is chosen."""
        super().__init__(parent)
        self._ways = tuple(ways)
        self._label = QLabel()
        self._choice = QComboBox()
        self._choice.setObjectName("proofWay")
        self._choice.addItems([""] * len(self._ways))
        self._label.setBuddy(self._choice)
        self._phrase = PassphraseField(twice=False)
        self._phrase.setObjectName("proofPassphrase")
        self._code = RecoveryField()
        self._code.setObjectName("proofCode")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self._label, self._choice, self._phrase, self._code):
            layout.addWidget(widget)
        for alone in (self._label, self._choice):
            alone.setVisible(len(self._ways) > 1)
        for field in (self._phrase, self._code):
            field.changed.connect(self.changed)
            field.submitted.connect(self.submitted)
        self._choice.currentIndexChanged.connect(self._on_chosen)
        self._retranslate()
        self._on_chosen()

    @property
    def _kind(self) -> WayKind:
        return self._ways[max(0, self._choice.currentIndex())]

    @property
    def filled(self) -> bool:
        """Whether there is something to try."""
        typed = {WayKind.PASSPHRASE: self._phrase.text, WayKind.RECOVERY: self._code.text}
        return bool(typed.get(self._kind, "the system asks"))

    def opener(self) -> Opener:
        """Return what is shown. Raises what `RecoveryCode.parse` raises."""
        if self._kind is WayKind.KEYRING:
            return SystemKeyring()
        if self._kind is WayKind.RECOVERY:
            return Recovery(RecoveryCode.parse(self._code.text))
        return self._phrase.text

    def begin(self) -> None:
        """Put the focus where something is asked for."""
        if self._kind is WayKind.PASSPHRASE:
            self._phrase.select()
        elif self._kind is WayKind.RECOVERY:
            self._code.select()
        else:
            self._choice.setFocus()

    def forget(self) -> None:
        """Empty everything."""
        self._phrase.forget()
        self._code.forget()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Confirm with"))
        self._choice.setAccessibleName(self.tr("Confirm with"))
        for row, kind in enumerate(self._ways):
            self._choice.setItemText(row, way_name(kind))
        self._phrase.set_title(self.tr("Current passphrase"))

    def _on_chosen(self) -> None:
        self._phrase.setVisible(self._kind is WayKind.PASSPHRASE)
        self._code.setVisible(self._kind is WayKind.RECOVERY)
        self.changed.emit()
