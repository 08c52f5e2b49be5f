"""The settings: seven pages, each change kept at once."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.assistants.presets import Preset
from app.errors import KnownError
from app.ui.failures.bar import FailureBar
from app.ui.settings.appearance import AppearancePage
from app.ui.settings.assistants import AssistantsPage
from app.ui.settings.profile import ProfilePage
from app.ui.settings.protection import ProtectionPage
from app.ui.values.page import ValuesPage
from app.ui.vault_care.vault_page import VaultPage
from app.ui.widgets.labels import prose
from app.ui.widgets.sizing import resize_in_lines

if TYPE_CHECKING:
    from app.ui.private_reader.page import ReaderPage


class SettingsDialog(QDialog):
    """The pages are attributes: `assistants`, `protection`, `reader`, `values`, `profile`,
    `appearance`, `vault`.

    Signals:
        closed(): everything that was typed has been emitted by the pages, and the dialog is gone.
    """

    closed = Signal()

    ASSISTANTS, PROTECTION, READER, VALUES, PROFILE, APPEARANCE, VAULT = range(7)

    def __init__(
        self,
        presets: Sequence[Preset],
        reader: "ReaderPage | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        """Offer `presets` to add assistants from; the pages start with the usual values.

        `reader` is made by whoever loads what it needs; without it the dialog has no such page.
        """
        super().__init__(parent)
        self.setObjectName("settings")
        self.assistants = AssistantsPage(presets)
        self.protection = ProtectionPage()
        self.reader = reader
        self.values = ValuesPage()
        self.profile = ProfilePage()
        self.appearance = AppearancePage()
        self.vault = VaultPage()
        self._bar = FailureBar()
        self._pages = QStackedWidget()
        self._list = QListWidget()
        self._list.setObjectName("settingsPages")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._note = prose("settingsNote", "small")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setObjectName("settingsClose")
        # Enter in a field keeps the field; it does not close the dialog.
        close.setAutoDefault(False)
        self._build()
        self._list.currentRowChanged.connect(self._pages.setCurrentIndex)
        self._buttons.rejected.connect(self.reject)
        self.finished.connect(self._on_finished)
        self._retranslate()
        self.show_page(self.ASSISTANTS)
        resize_in_lines(self, 52, 40)

    def _build(self) -> None:
        for page in (
            self.assistants,
            self.protection,
            self.reader or QWidget(),
            self.values,
            self.profile,
            self.appearance,
            self.vault,
        ):
            scroll = QScrollArea()
            scroll.setFrameShape(QFrame.Shape.NoFrame)
            scroll.setWidgetResizable(True)
            scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            page.setProperty("role", "ground")
            scroll.setWidget(page)
            self._pages.addWidget(scroll)
            self._list.addItem("")
        self._list.item(self.READER).setHidden(self.reader is None)
        right = QVBoxLayout()
        right.addWidget(self._bar)
        right.addWidget(self._pages, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._list)
        row.addLayout(right, 1)
        below = QHBoxLayout()
        below.addWidget(self._note, 1)
        below.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(row, 1)
        layout.addLayout(below)

    def show_page(self, page: int) -> None:
        """Go to ASSISTANTS, PROTECTION, READER, VALUES, PROFILE, APPEARANCE or VAULT."""
        self._list.setCurrentRow(page)

    def offer_vault(self, *, offered: bool) -> None:
        """Show or hide the page on which the passphrase is changed."""
        self._list.item(self.VAULT).setHidden(not offered)

    def show_failure(self, failure: KnownError) -> None:
        """Say that a change could not be kept."""
        self._bar.show_failure(failure)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        names = (
            self.tr("Assistants"),
            self.tr("Protection"),
            self.tr("Private reader"),
            self.tr("What stays home"),
            self.tr("You"),
            self.tr("Appearance"),
            self.tr("Vault"),
        )
        for row, name in enumerate(names):
            self._list.item(row).setText(name)
        self._list.setAccessibleName(self.tr("Pages of the settings"))
        widest = max(self._list.fontMetrics().horizontalAdvance(name) for name in names)
        self._list.setFixedWidth(max(140, widest + 48))
        self._note.setText(self.tr("Every change is kept at once."))
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        close.setAccessibleName(self.tr("Close the settings"))

    def _on_finished(self, _result: int) -> None:
        self.profile.keep()
        self.assistants.keep()
        self.assistants.forget()
        self.vault.forget()
        self.values.forget()
        if self.reader is not None:
            self.reader.keep()
            self.reader.forget()
        self.closed.emit()
