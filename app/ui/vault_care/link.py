"""Joins the page of the vault's care to the vault, on the core thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from app.chat.session import Session
from app.errors import KnownError
from app.store.backups import Backup
from app.store.keys import Opener, way_in
from app.store.recovery_code import RecoveryCode
from app.store.replacing import KeptAside
from app.store.system_keyring import SystemKeyring
from app.store.ways import Passphrase, Recovery, WayIn, WayKind
from app.ui.entrance.door import VaultDoor
from app.ui.jobs import CoreThread
from app.ui.quantities import moment_text
from app.ui.vault_care.importing import Importing
from app.ui.vault_care.page import VaultCarePage
from app.ui.vault_care.proof import way_name
from app.ui.vault_care.recovery_dialog import RecoveryDialog
from app.ui.vault_care.task_dialog import Extra, TaskDialog
from app.ui.vault_care.vault_page import VaultPage

_SUFFIX = "understudy"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the page shows."""

    ways: tuple[WayKind, ...]
    backups: tuple[Backup, ...]
    lock_minutes: int
    aside: tuple[KeptAside, ...]


class VaultLink(QObject):
    """Asks what must be asked, and has it done.

    Signals:
        lock_minutes_changed(int): lock after so many minutes without input; 0 for never.
        failed(KnownError): something could not be done, and no dialog is there to say so.
        reopen_requested(Callable[[], Database]): close the vault, and open it by this.
    """

    lock_minutes_changed = Signal(int)
    failed = Signal(object)
    reopen_requested = Signal(object)

    def __init__(self, core: CoreThread, session: Session, door: VaultDoor) -> None:
        """Work on `session` and behind `door`, on the thread of `core`."""
        super().__init__()
        self._core = core
        self._session = session
        self._door = door
        self._home: VaultPage | None = None
        self._page: VaultCarePage | None = None
        self._task: TaskDialog | None = None
        self._ways: tuple[WayKind, ...] = ()

    def join(self, home: VaultPage) -> None:
        """Put the care of the vault on its page in the settings."""
        self._home, self._page = home, VaultCarePage()
        home.add_care(self._page)
        self._page.lock_minutes_chosen.connect(self._on_lock_minutes)
        self._page.ways.set_up_requested.connect(self._on_set_up)
        self._page.ways.remove_requested.connect(self._on_remove)
        self._page.backups.back_up_requested.connect(self._on_back_up)
        self._page.backups.restore_requested.connect(self._on_restore)
        self._page.aside.remove_requested.connect(self._on_remove_aside)
        self._page.export_requested.connect(self._on_export)
        self._page.import_requested.connect(self._on_import)
        self._page.rekey_requested.connect(self._on_rekey)
        self._refresh()

    def drop_page(self) -> None:
        """Forget the page: its dialog is closed."""
        self._home = self._page = self._task = None

    # On the core thread.

    def _read(self) -> Standing:
        backups = self._door.upkeep.backups.list()
        store, minutes = self._door.store, self._session.settings.lock_minutes
        return Standing(store.ways, backups, minutes, store.replacement.list_aside())

    def _set_lock_minutes(self, minutes: int) -> int:
        self._session.settings.lock_minutes = minutes
        return minutes

    # On the window's thread.

    def _refresh(self) -> None:
        if self._page is None:  # the vault may be locked by now
            return
        self._core.call(self._read, done=self._on_standing, failed=self._on_not_read)

    def _on_standing(self, standing: Standing) -> None:
        self._ways = standing.ways
        if self._page is None or self._home is None:
            return
        self._page.ways.set_ways(standing.ways)
        self._page.backups.set_backups(standing.backups)
        self._page.aside.set_kept(standing.aside)
        self._page.set_lock_minutes(standing.lock_minutes)
        self._home.offer_passphrase(offered=WayKind.PASSPHRASE in standing.ways)

    def _on_not_read(self, failure: Exception) -> None:
        if not isinstance(failure, KnownError):
            raise failure
        self.failed.emit(failure)

    def _on_failed(self, failure: Exception) -> None:
        if not isinstance(failure, KnownError):
            raise failure
        if self._task is not None:
            self._task.show_failure(failure)
        else:
            self.failed.emit(failure)
            self._refresh()

    def _ask(
        self,
        title: str,
        text: str,
        then: Callable[[Any, str], None],
        ways: Sequence[WayKind] = (),
        extra: Extra = Extra.NOTHING,
    ) -> None:
        """Open a dialog that asks, and waits for how it went.

        `then` gets the proof, None where none of `ways` is asked for, and the extra passphrase.
        """
        self._task = TaskDialog(title, text, self.tr("Continue"), ways, extra, self._page)
        self._task.confirmed.connect(then)
        self._task.finished.connect(self._on_task_finished)
        self._task.open()

    def _on_task_finished(self, _result: int) -> None:
        if self._task is not None:
            self._task.deleteLater()
        self._task = None

    def _do(self, act: Callable[[], object], done: Callable[[], object]) -> None:
        """Run `act` on the core thread for the dialog that is open; close it, then call `done`."""
        self._core.call(act, done=partial(self._on_did, done), failed=self._on_failed)

    def _on_did(self, done: Callable[[], object], _result: object) -> None:
        if self._task is not None:
            self._task.accept()
        # Where the vault was locked meanwhile, nothing more is shown or replaced.
        if self._page is not None:
            done()

    def _say(self, text: str) -> None:
        if self._page is not None:
            self._page.say(text)
        self._refresh()

    # Locking and backups.

    def _on_lock_minutes(self, minutes: int) -> None:
        self._core.call(
            self._set_lock_minutes,
            minutes,
            done=self.lock_minutes_changed.emit,
            failed=self._on_failed,
        )

    def _on_back_up(self) -> None:
        self._core.call(self._door.back_up, done=self._on_backed_up, failed=self._on_failed)

    def _on_backed_up(self, _made: object) -> None:
        self._say(self.tr("The backup is made."))

    def _on_restore(self, backup: Backup) -> None:
        text = self.tr(
            "The backup of {date} takes the place of all that is here now, which is kept aside. "
            "Chats and values from after it are missing then. The vault is closed for a moment."
        ).format(date=moment_text(backup.at))
        self._ask(
            self.tr("Restore a backup"), text, partial(self._restore_confirmed, backup), self._ways
        )

    def _restore_confirmed(self, backup: Backup, proof: Opener, _extra: str) -> None:
        act = partial(self._door.upkeep.restore, backup, proof)
        self._do(partial(self._door.check, proof), partial(self.reopen_requested.emit, act))

    def _on_remove_aside(self, kept: KeptAside) -> None:
        text = self.tr(
            "The database that was replaced on {date} is removed for good. What is open now stays "
            "as it is."
        ).format(date=moment_text(kept.at))
        self._ask(
            self.tr("Remove what is kept aside"), text, partial(self._remove_aside_confirmed, kept)
        )

    def _remove_aside_confirmed(self, kept: KeptAside, _proof: None, _extra: str) -> None:
        act = partial(self._door.store.replacement.remove_aside, kept)
        self._do(act, partial(self._say, self.tr("It is removed.")))

    # Ways in.

    def _on_set_up(self, kind: WayKind) -> None:
        title = self.tr("Set up: {way}").format(way=way_name(kind))
        text = self.tr("Confirm with a way that opens the vault now.")
        if kind is WayKind.PASSPHRASE:
            self._ask(title, text, self._passphrase_confirmed, self._ways, Extra.CHOSEN)
        elif kind is WayKind.KEYRING:
            text = self.tr(
                "Whoever is logged in on this computer as you can then open the vault without a "
                "passphrase."
            )
            self._ask(title, text, self._keyring_confirmed, self._ways)
        else:
            self._ask(title, text, self._code_confirmed, self._ways)

    def _passphrase_confirmed(self, proof: Opener, new: str) -> None:
        self._put(proof, Passphrase(new))

    def _keyring_confirmed(self, proof: Opener, _extra: str) -> None:
        self._put(proof, SystemKeyring())

    def _code_confirmed(self, proof: Opener, _extra: str) -> None:
        # Only once it is written down does it take the place of an older one.
        self._do(
            partial(self._door.check, proof),
            partial(self._show_code, lambda code: self._put(proof, Recovery(code))),
        )

    def _show_code(self, then: Callable[[RecoveryCode], object]) -> None:
        code = RecoveryCode.new()
        dialog = RecoveryDialog(code, self._page)
        dialog.accepted.connect(lambda: then(code))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _put(self, proof: Opener, way: WayIn) -> None:
        said = self.tr("It opens the vault from now on: {way}.").format(way=way_name(way.kind))
        self._do(partial(self._door.store.put, proof, way), partial(self._say, said))

    def _on_remove(self, kind: WayKind) -> None:
        text = self.tr(
            "It opens the vault no more: {way}. Confirm with another way, so that it is certain "
            "that one is left."
        ).format(way=way_name(kind))
        others = [each for each in self._ways if each is not kind]
        self._ask(
            self.tr("Remove a way to open the vault"),
            text,
            partial(self._remove_confirmed, kind),
            others,
        )

    def _remove_confirmed(self, kind: WayKind, proof: Opener, _extra: str) -> None:
        said = self.tr("It opens the vault no more: {way}.").format(way=way_name(kind))
        self._do(partial(self._door.store.remove, proof, _named(kind)), partial(self._say, said))

    # Moving.

    def _on_export(self) -> None:
        text = self.tr(
            "Choose a passphrase for the file. Without it, nobody can read the export; it need "
            "not be the vault's."
        )
        self._ask(self.tr("Export everything"), text, self._export_confirmed, (), Extra.CHOSEN)

    def _export_confirmed(self, _proof: None, passphrase: str) -> None:
        chooser = self._chooser(self.tr("Export everything"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(_SUFFIX)
        chooser.fileSelected.connect(partial(self._export_to, passphrase))
        chooser.rejected.connect(self._on_not_chosen)
        chooser.open()

    def _on_not_chosen(self) -> None:
        if self._task is not None:
            self._task.reject()

    def _export_to(self, passphrase: str, path: str) -> None:
        said = self.tr("Everything is exported.")
        self._do(partial(self._door.export, Path(path), passphrase), partial(self._say, said))

    def _on_import(self) -> None:
        chooser = self._chooser(self.tr("Restore from an export"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(self._on_import_chosen)
        chooser.open()

    def _on_import_chosen(self, path: str) -> None:
        if self._page is None:
            return
        importing = Importing(self._core, self._door, self._page)
        importing.reopen_requested.connect(self.reopen_requested)
        importing.finished.connect(self._refresh)
        importing.finished.connect(importing.deleteLater)
        importing.begin(Path(path), self._ways)

    def _chooser(self, title: str) -> QFileDialog:
        pattern = self.tr("Exports of Understudy (*.{suffix})").format(suffix=_SUFFIX)
        chooser = QFileDialog(self._page, title, "", pattern)
        chooser.setObjectName("vaultFile")
        chooser.finished.connect(chooser.deleteLater)
        return chooser

    # A new key.

    def _on_rekey(self) -> None:
        text = self.tr(
            "Everything is written anew under a new key, which needs as much room again for a "
            "moment. Backups under the old key are replaced by a new one. A recovery code that is "
            "set up is replaced too: the new one is shown next. The vault is closed for a moment."
        )
        # A passphrase that is not typed now could not be kept.
        typed = WayKind.PASSPHRASE in self._ways
        ways = (WayKind.PASSPHRASE,) if typed else self._ways
        self._ask(self.tr("Encrypt everything anew"), text, self._rekey_confirmed, ways)

    def _rekey_confirmed(self, proof: Opener, _extra: str) -> None:
        self._do(partial(self._door.check, proof), partial(self._rekey, proof))

    def _rekey(self, proof: Opener) -> None:
        kept: list[Opener] = [] if way_in(proof).kind is WayKind.RECOVERY else [proof]
        if WayKind.KEYRING in self._ways and way_in(proof).kind is not WayKind.KEYRING:
            kept.append(SystemKeyring())
        if WayKind.RECOVERY in self._ways:
            self._show_code(lambda code: self._rekey_with(proof, [*kept, Recovery(code)]))
        else:
            self._rekey_with(proof, kept)

    def _rekey_with(self, proof: Opener, ways: Sequence[Opener]) -> None:
        self.reopen_requested.emit(partial(self._door.upkeep.rekey, proof, ways))


def _named(kind: WayKind) -> WayIn:
    """Return a way of this kind, for what needs the kind alone."""
    named: dict[WayKind, WayIn] = {
        WayKind.PASSPHRASE: Passphrase(""),
        WayKind.KEYRING: SystemKeyring(),
        WayKind.RECOVERY: Recovery(RecoveryCode("")),
    }
    return named[kind]
