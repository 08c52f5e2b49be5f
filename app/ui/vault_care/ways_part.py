"""Which ways open the vault, each with what can be done about it."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.store.ways import WayKind
from app.ui.vault_care.proof import way_name
from app.ui.widgets.labels import prose


class WaysPart(QWidget):
    """A row for each kind of way.

    Signals:
        set_up_requested(WayKind): set it up, or anew.
        remove_requested(WayKind): let it open no more.
    """

    set_up_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the rows; none is set up until `set_ways`."""
        super().__init__(parent)
        self._label = QLabel()
        self._label.setProperty("role", "heading")
        self._why = prose("waysWhy")
        self._ways: frozenset[WayKind] = frozenset()
        self._names = {kind: prose(f"way_{kind}", "plain") for kind in WayKind}
        self._states = {kind: prose(f"wayState_{kind}", "small") for kind in WayKind}
        self._set_up = {kind: self._button(f"waySetUp_{kind}") for kind in WayKind}
        self._remove = {kind: self._button(f"wayRemove_{kind}") for kind in WayKind}
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.setColumnStretch(0, 1)
        for row, kind in enumerate((WayKind.PASSPHRASE, WayKind.RECOVERY, WayKind.KEYRING)):
            named = QVBoxLayout()
            named.setSpacing(0)
            named.addWidget(self._names[kind])
            named.addWidget(self._states[kind])
            grid.addLayout(named, row, 0)
            grid.addWidget(self._set_up[kind], row, 1)
            grid.addWidget(self._remove[kind], row, 2)
            self._set_up[kind].clicked.connect(partial(self.set_up_requested.emit, kind))
            self._remove[kind].clicked.connect(partial(self.remove_requested.emit, kind))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._label)
        layout.addWidget(self._why)
        layout.addLayout(grid)
        self.set_ways(())

    def set_ways(self, ways: Collection[WayKind]) -> None:
        """Show that these are set up."""
        self._ways = frozenset(ways)
        for kind in WayKind:
            there = kind in self._ways
            # The last one stays. A passphrase is changed further up, by the one in use.
            self._remove[kind].setEnabled(there and len(self._ways) > 1)
            self._set_up[kind].setHidden(there and kind is not WayKind.RECOVERY)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Ways to open the vault"))
        self._why.setText(
            self.tr("Each opens everything. Set up a second one, so that nothing can lock you out.")
        )
        for kind in WayKind:
            there, name = kind in self._ways, way_name(kind)
            self._names[kind].setText(name)
            self._states[kind].setText(self.tr("✓ Set up") if there else self.tr("– Not set up"))
            act = self.tr("New code…") if there else self.tr("Set up…")
            self._set_up[kind].setText(act)
            self._set_up[kind].setAccessibleName(f"{name}: {act}")
            remove = self.tr("Remove…")
            self._remove[kind].setText(remove)
            self._remove[kind].setAccessibleName(f"{name}: {remove}")
