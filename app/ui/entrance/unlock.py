"""Every later start: a way in that opens the vault, or why it did not open."""

import math

from PySide6.QtCore import QDeadlineTimer, QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.errors import KnownError
from app.store.backups import Backup
from app.store.keys import Opener
from app.store.recovery_code import RecoveryCode
from app.store.system_keyring import SystemKeyring
from app.store.watching import Stage
from app.store.ways import Recovery, WayKind
from app.ui.entrance.door import Outlook
from app.ui.entrance.recovery_field import RecoveryField
from app.ui.entrance.rescue import RescueOffer
from app.ui.failures.text import failure_text
from app.ui.widgets.labels import heading, prose
from app.ui.widgets.passphrase_field import PassphraseField

# Milliseconds between two looks at how long a wait still is.
_TICK = 200
# Of what takes long, so many parts are told apart.
_PARTS = 1000


class Unlock(QWidget):
    """Asks for the passphrase or the recovery code, or has the system's keyring open.

    Signals:
        unlock_requested(Opener): the passphrase as typed, or another way in.
        restore_requested(Backup, Opener): put the backup in place of the database.
        put_back_requested(): put the copy of the key file in its place.
    """

    unlock_requested = Signal(object)
    restore_requested = Signal(object, object)
    put_back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page, empty and ready."""
        super().__init__(parent)
        self._title = heading("unlockTitle")
        self._why = prose("unlockWhy")
        self._field = PassphraseField(twice=False)
        self._code = RecoveryField()
        self._problem = prose("unlockProblem", "danger")
        self._wait_text = prose("unlockWait", "notice")
        self._put_back = prose("unlockPutBack", "notice")
        self._rescue = RescueOffer()
        self._progress = QProgressBar()
        self._progress.setObjectName("unlockProgress")
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(6)
        self._stage_text = prose("unlockStage")
        self._stage: Stage | None = None
        self._open = QPushButton()
        self._open.setObjectName("unlockOpen")
        self._open.setProperty("kind", "primary")
        self._open.setDefault(True)
        self._other = QPushButton()
        self._other.setObjectName("unlockOther")
        self._keyring = QPushButton()
        self._keyring.setObjectName("unlockKeyring")
        self._tried: Opener | None = None
        self._by_code = False
        self._busy = False
        self._searching = False
        self._deadline = QDeadlineTimer(0)
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK)
        self._build()
        self._connect()
        self._retranslate()
        self._on_changed()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (
            self._title,
            self._why,
            self._field,
            self._code,
            self._problem,
            self._put_back,
            self._wait_text,
        ):
            layout.addWidget(widget)
        layout.addWidget(self._open)
        layout.addWidget(self._progress)
        layout.addWidget(self._stage_text)
        layout.addWidget(self._rescue)
        others = QHBoxLayout()
        others.setSpacing(8)
        for button in (self._other, self._keyring):
            button.setProperty("kind", "quiet")
            button.setAutoDefault(False)
            others.addWidget(button)
        others.addStretch()
        layout.addLayout(others)
        layout.addStretch()
        for hidden in (
            *(self._code, self._problem, self._put_back, self._wait_text, self._stage_text),
        ):
            hidden.hide()
        self._keyring.hide()
        self._progress.hide()
        self.setFocusProxy(self._field)

    def _connect(self) -> None:
        self._field.changed.connect(self._on_changed)
        self._field.submitted.connect(self._on_open)
        self._code.changed.connect(self._on_changed)
        self._code.submitted.connect(self._on_open)
        self._open.clicked.connect(self._on_open)
        self._other.clicked.connect(self._on_other)
        self._keyring.clicked.connect(self._on_keyring)
        self._rescue.restore_requested.connect(self._on_restore)
        self._rescue.put_back_requested.connect(self.put_back_requested)
        self._ticks.timeout.connect(self._on_tick)

    def begin(self) -> None:
        """Put the focus where typing starts."""
        (self._code if self._by_code else self._field).setFocus()

    def set_outlook(self, outlook: Outlook) -> None:
        """Offer the ways in that are set up, and count down the wait, if there is one."""
        self._keyring.setVisible(WayKind.KEYRING in outlook.ways)
        if outlook.ways and WayKind.PASSPHRASE not in outlook.ways and not self._by_code:
            self._switch()
        self._deadline.setRemainingTime(math.ceil(outlook.wait * 1000))
        self._on_tick()

    def set_busy(self, *, busy: bool) -> None:
        """Say that the vault is being opened, and take no second try until it is."""
        self._busy, self._searching = busy, False
        self._field.setEnabled(not busy)
        self._code.setEnabled(not busy)
        self._progress.setVisible(busy)
        self._progress.setRange(0, 0)
        self._stage = None
        self._stage_text.hide()
        self._retranslate()
        self._on_changed()
        if busy:
            for said in (self._problem, self._rescue, self._put_back):
                said.hide()

    def show_stage(self, stage: Stage, share: float | None) -> None:
        """Say what takes so long; `share` of it is done, 0 to 1, where that is known."""
        if not self._busy:
            return
        self._stage = stage
        self._progress.setRange(0, 0 if share is None else _PARTS)
        self._progress.setValue(0 if share is None else round(share * _PARTS))
        self._stage_text.show()
        self._retranslate()

    def show_searching(self) -> None:
        """Say that a good backup is being looked for, below the failure that asks for one."""
        problem = self._problem.isHidden()
        self.set_busy(busy=True)
        self._problem.setHidden(problem)
        self._searching = True
        self._retranslate()

    def show_failure(self, sentence: str) -> None:
        """Show why the vault did not open; what was typed may be typed over."""
        self.set_busy(busy=False)
        self._problem.setText(sentence)
        self._problem.show()
        (self._code if self._by_code else self._field).select()

    def offer_backup(self, backup: Backup | None) -> None:
        """Offer the newest good backup below the failure, or say that there is none."""
        shown = not self._problem.isHidden()
        self.set_busy(busy=False)
        self._problem.setVisible(shown)
        self._rescue.offer_backup(backup)

    def offer_key_copy(self) -> None:
        """Offer the copy of the key file below the failure."""
        self._rescue.offer_key_copy()

    def show_put_back(self) -> None:
        """Say that the key file is in its place again, and ask for a way in anew."""
        self.set_busy(busy=False)
        self._put_back.show()
        self.begin()

    def forget(self) -> None:
        """Drop what was typed: the vault is open."""
        self._tried = None
        self._field.forget()
        self._code.forget()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._on_tick()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Welcome back"))
        self._why.setText(
            self.tr("Type your recovery code as it is printed; spaces and dashes do not matter.")
            if self._by_code
            else self.tr("Type your passphrase to open the vault on this computer.")
        )
        opening = self.tr("Looking for a good backup…") if self._searching else self.tr("Opening…")
        self._open.setText(opening if self._busy else self.tr("Unlock"))
        self._open.setAccessibleName(self.tr("Unlock the vault"))
        self._put_back.setText(
            self.tr("The copy of the key file is in its place. Open the vault as usual.")
        )
        self._progress.setAccessibleName(self.tr("Opening the vault"))
        stage = {
            None: "",
            Stage.CHECKING: self.tr(
                "All of the vault is looked at first, for it may be damaged. Nothing is changed."
            ),
            Stage.FILING: self.tr(
                "This version of Understudy finds your values by other rules, so they are sorted "
                "anew, once. You may quit meanwhile: it goes on at the next start."
            ),
        }
        self._stage_text.setText(stage.get(self._stage, ""))
        self._progress.setAccessibleDescription(self._stage_text.text())
        other = self.tr("Use the passphrase") if self._by_code else self.tr("Use a recovery code")
        for button, text in (
            (self._other, other),
            (self._keyring, self.tr("Use the system's keyring")),
        ):
            button.setText(text)
            button.setAccessibleName(text)

    def _opener(self) -> Opener | None:
        """Return what is typed as a way in; None where it cannot be one, which is then said."""
        if not self._by_code:
            return self._field.text
        try:
            return Recovery(RecoveryCode.parse(self._code.text))
        except KnownError as failure:
            self.show_failure(failure_text(failure))
            return None

    def _on_changed(self) -> None:
        typed = bool(self._code.text if self._by_code else self._field.text)
        free = not self._busy and self._deadline.hasExpired()
        self._open.setEnabled(typed and free)
        self._keyring.setEnabled(free)
        self._other.setEnabled(not self._busy)

    def _on_tick(self) -> None:
        """Say how long to wait still; the end of the wait opens the way again by itself."""
        left = math.ceil(self._deadline.remainingTime() / 1000)
        self._wait_text.setText(
            self.tr("The next try can be made in {seconds} s.").format(seconds=left)
        )
        self._wait_text.setVisible(left > 0)
        if left > 0:
            self._ticks.start()
        else:
            self._ticks.stop()
        self._on_changed()

    def _on_open(self) -> None:
        if not self._open.isEnabled():
            return
        self._tried = self._opener()
        if self._tried is not None:
            self.unlock_requested.emit(self._tried)

    def _on_other(self) -> None:
        self._problem.hide()
        self._switch()

    def _switch(self) -> None:
        """Ask for the code in place of the passphrase, or the other way round."""
        self._by_code = not self._by_code
        self._field.setVisible(not self._by_code)
        self._code.setVisible(self._by_code)
        self.setFocusProxy(self._code if self._by_code else self._field)
        self._retranslate()
        self._on_changed()
        self.begin()

    def _on_keyring(self) -> None:
        self._tried = SystemKeyring()
        self.unlock_requested.emit(self._tried)

    def _on_restore(self, backup: Backup) -> None:
        # With what has just opened the backup, whatever was typed since.
        if self._tried is not None:
            self.restore_requested.emit(backup, self._tried)
