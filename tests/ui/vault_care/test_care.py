"""The vault's page in the settings, over a real vault on a disk."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.store.database import Database
from app.store.keys import Opener
from app.store.numbering import FIRST_IDENTITY
from app.store.recovery_code import RecoveryCode
from app.store.upkeep import Incoming
from app.store.watching import Stage, Watch
from app.store.ways import Passphrase, Recovery, WayKind
from app.ui.vault_care.backup_watch import BackupWatch
from app.ui.vault_care.link import VaultLink
from app.ui.vault_care.recovery_dialog import RecoveryDialog
from app.ui.vault_care.task_dialog import TaskDialog
from app.ui.vault_care.vault_page import VaultPage
from tests.ui.entrance.hall import PHRASE, WAIT, Hall
from tests.ui.hands import child, press, type_text

NEW = "seven pickled lanterns drift"


class Care:
    """The page, its link, and the open vault behind them."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall
        session = hall.on_core(lambda: hall.door.unlock(PHRASE))
        self.home = VaultPage()
        hall.qtbot.addWidget(self.home)
        self.link = VaultLink(hall.core, session, hall.door)
        self.acts: list[Callable[[], Database]] = []
        self.link.reopen_requested.connect(self.acts.append)
        self.link.join(self.home)
        self.home.show()
        self.hall.on_core(lambda: None)

    def press(self, name: str) -> None:
        child(self.home, QPushButton, name).click()

    def wait(self, true: Callable[[], bool]) -> None:
        self.hall.qtbot.waitUntil(true, timeout=WAIT)

    def dialog(self, kind: type[QDialog]) -> QWidget:
        def found() -> list[QDialog]:
            return [each for each in self.home.findChildren(kind) if each.isVisible()]

        self.wait(lambda: bool(found()))
        return found()[0]

    def confirm(self, phrase: str = PHRASE, extra: str = "") -> None:
        """Fill in the dialog that is open, and confirm it."""
        task = self.dialog(TaskDialog)
        for owner, text in (("proofPassphrase", phrase), ("taskPassphrase", extra)):
            field = task.findChild(QWidget, owner)
            for line in [] if field is None else field.findChildren(QLineEdit):
                line.clear()
                type_text(line, text)
        child(task, QPushButton, "taskConfirm").click()

    def said(self) -> str:
        label = child(self.home, QLabel, "vaultCareSaid")
        self.wait(label.isVisible)
        return label.text()

    def reopen(self) -> None:
        """Close the vault, and open it as was asked for."""
        self.wait(lambda: bool(self.acts))
        act = self.acts.pop()
        self.hall.lock()
        self.hall.on_core(lambda: self.hall.door.enter(act))


@pytest.fixture
def care(qtbot: QtBot, tmp_path: Path) -> Iterator[Care]:
    made = Care(Hall(qtbot, tmp_path))
    yield made
    made.hall.close()


def _setting(care: Care, name: str) -> None:
    """Keep something of which it can be seen whether it is there."""
    session = care.hall.door.session
    assert session is not None
    care.hall.on_core(lambda: session.identities.set_names(FIRST_IDENTITY, (name,)))


def _names(care: Care) -> tuple[str, ...]:
    session = care.hall.door.session
    assert session is not None
    return care.hall.on_core(lambda: session.identities.get(FIRST_IDENTITY).names)


def test_the_last_way_cannot_go(care: Care) -> None:
    assert not child(care.home, QPushButton, "wayRemove_passphrase").isEnabled()
    assert not child(care.home, QPushButton, "wayRemove_recovery").isEnabled()


def test_a_recovery_code_counts_once_it_is_written_down(care: Care) -> None:
    care.press("waySetUp_recovery")
    care.confirm()
    shown = care.dialog(RecoveryDialog)
    done = child(shown, QPushButton, "recoveryDone")
    assert not done.isEnabled()
    code = child(shown, QPlainTextEdit, "recoveryShown").toPlainText()
    child(shown, QPushButton, "recoveryCopy").click()
    assert RecoveryCode.parse(QGuiApplication.clipboard().text()) == RecoveryCode.parse(code)
    assert care.hall.store.ways == (WayKind.PASSPHRASE,)
    child(shown, QCheckBox, "recoveryWritten").setChecked(True)
    done.click()
    assert "Recovery code" in care.said()
    care.hall.on_core(lambda: care.hall.door.check(Recovery(RecoveryCode.parse(code))))
    # With two ways, one may go; the other proves itself.
    remove = child(care.home, QPushButton, "wayRemove_recovery")
    care.wait(remove.isEnabled)
    remove.click()
    care.confirm()
    care.wait(lambda: care.hall.store.ways == (WayKind.PASSPHRASE,))


def test_a_code_that_is_not_written_down_changes_nothing(care: Care) -> None:
    care.press("waySetUp_recovery")
    care.confirm()
    shown = care.dialog(RecoveryDialog)
    child(shown, QPushButton, "recoveryCancel").click()
    assert care.hall.store.ways == (WayKind.PASSPHRASE,)


def test_what_was_confirmed_before_locking_opens_nothing_after(care: Care) -> None:
    care.press("backUpNow")
    care.wait(lambda: child(care.home, QListWidget, "backupList").count() == 1)
    for name in ("waySetUp_recovery", "backupRestore"):
        care.press(name)
        care.confirm()
        care.dialog(TaskDialog).close()
        care.link.drop_page()
        care.hall.on_core(lambda: None)
        care.hall.on_core(lambda: None)
        assert not care.acts
        assert not care.home.findChildren(RecoveryDialog)
        care.link.join(care.home)


def test_a_wrong_proof_is_told_where_it_was_typed(care: Care) -> None:
    care.press("waySetUp_recovery")
    care.confirm("not this one")
    problem = child(care.dialog(TaskDialog), QLabel, "taskProblem")
    care.wait(problem.isVisible)
    assert "does not fit" in problem.text()
    care.confirm()
    care.dialog(RecoveryDialog)


def test_the_code_can_be_printed(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = RecoveryDialog(RecoveryCode.new())
    qtbot.addWidget(dialog)
    paper = QPdfWriter(str(tmp_path / "code.pdf"))
    paper.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog.print_on(paper)
    del paper
    assert (tmp_path / "code.pdf").read_bytes().startswith(b"%PDF")


def test_without_a_passphrase_one_can_be_set_up_by_the_code(care: Care) -> None:
    code, store = Recovery(RecoveryCode.new()), care.hall.store
    care.hall.on_core(lambda: store.put(PHRASE, code))
    care.hall.on_core(lambda: store.remove(code, Passphrase(PHRASE)))
    care.link._refresh()
    set_up = child(care.home, QPushButton, "waySetUp_passphrase")
    care.wait(set_up.isVisible)
    assert not child(care.home, QPushButton, "changePassphrase").isVisible()
    set_up.click()
    task = care.dialog(TaskDialog)
    type_text(child(task, QLineEdit, "recoveryCode"), str(code.code))
    care.confirm(extra=NEW)
    care.wait(lambda: WayKind.PASSPHRASE in store.ways)
    care.hall.on_core(lambda: care.hall.door.check(NEW))


def test_backing_up_and_going_back(care: Care) -> None:
    assert child(care.home, QLabel, "backupsEmpty").isVisible()
    _setting(care, "Before")
    care.press("backUpNow")
    backups = child(care.home, QListWidget, "backupList")
    care.wait(lambda: backups.count() == 1)
    assert not child(care.home, QLabel, "backupsEmpty").isVisible()
    _setting(care, "After")
    care.press("backupRestore")
    care.confirm()
    care.reopen()
    assert _names(care) == ("Before",)
    assert len(care.hall.door.upkeep.kept_aside) == 1


def test_what_is_kept_aside_is_removed_when_asked(care: Care) -> None:
    upkeep = care.hall.door.upkeep
    aside = child(care.home, QListWidget, "asideList")
    assert not aside.isVisible()
    care.press("backUpNow")
    care.wait(lambda: child(care.home, QListWidget, "backupList").count() == 1)
    backup = upkeep.backups.list()[0]
    database = care.hall.store.path
    older = database.with_name(f"{database.name}.replaced-20260102-030405")
    older.write_bytes(backup.path.read_bytes())
    older.with_name(older.name + "-wal").write_bytes(b"log")
    care.link._refresh()
    care.wait(aside.isVisible)
    assert aside.count() == 1
    care.press("asideRemove")
    care.confirm()
    care.wait(lambda: not aside.isVisible())
    assert upkeep.kept_aside == ()
    assert not older.with_name(older.name + "-wal").exists()


@pytest.fixture
def export(care: Care, tmp_path: Path) -> Path:
    """Return an export of the vault, in which something was changed since."""
    target = tmp_path / "all.understudy"
    _setting(care, "Exported")
    care.press("vaultExport")
    care.confirm(extra=NEW)
    _choose(care, target)
    assert "exported" in care.said()
    _setting(care, "Later")
    return target


def _choose(care: Care, path: Path) -> None:
    chooser = care.dialog(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.close()


def _checked(care: Care, source: Path) -> TaskDialog:
    """Have an export checked; return the dialog that asks whether to replace everything."""
    care.press("vaultImport")
    _choose(care, source)
    care.confirm(extra=NEW)
    care.wait(lambda: bool(_asking(care)))
    return _asking(care)[0]


def _asking(care: Care) -> list[TaskDialog]:
    dialogs = care.home.findChildren(TaskDialog)
    return [each for each in dialogs if each.isVisible() and "?" in each.windowTitle()]


def _step(care: Care) -> str:
    return child(care.dialog(TaskDialog), QLabel, "taskStep").text()


def _nothing_prepared(care: Care) -> bool:
    return not list(care.hall.folder.glob("db.restored*"))


def test_export_and_import(care: Care, export: Path) -> None:
    asking = _checked(care, export)
    assert "In it: 0 chat" in child(asking, QLabel, "taskText").text()
    child(asking, QPushButton, "taskConfirm").click()
    care.reopen()
    assert _names(care) == ("Exported",)
    assert _nothing_prepared(care)
    upkeep = care.hall.door.upkeep
    assert len(upkeep.kept_aside) == 1
    # What was replaced is a backup as well, which can be restored from here.
    (backup,) = upkeep.backups.list()
    care.hall.lock()
    care.hall.on_core(lambda: care.hall.door.restore(backup, PHRASE))
    assert _names(care) == ("Later",)


def test_enter_replaces_nothing(care: Care, export: Path) -> None:
    asking = _checked(care, export)
    assert child(asking, QPushButton, "taskCancel").hasFocus()
    press(asking, Qt.Key.Key_Return)
    care.wait(lambda: not _asking(care) and _nothing_prepared(care))
    assert not care.acts
    assert _names(care) == ("Later",)


def test_an_export_is_refused_while_the_vault_is_open(care: Care, export: Path) -> None:
    """A slip is mended in the dialog, and nothing was closed for it."""
    sound = export.read_bytes()
    care.press("vaultImport")
    _choose(care, export)
    problem = child(care.dialog(TaskDialog), QLabel, "taskProblem")
    for phrase, extra, content, said in (
        ("not this one", NEW, sound, "does not fit"),
        (PHRASE, "not this one", sound, "does not open the export"),
        (PHRASE, NEW, sound[:-9], "damaged or is not an export"),
        (PHRASE, NEW, sound.replace(b'"version": 1', b'"version": 2'), "damaged"),
    ):
        export.write_bytes(content)
        care.confirm(phrase, extra)
        care.wait(problem.isVisible)
        assert said in problem.text()
        assert _nothing_prepared(care)
    assert _names(care) == ("Later",)
    export.write_bytes(sound)
    care.confirm(extra=NEW)
    care.wait(lambda: bool(_asking(care)))


def test_checking_an_export_can_be_broken_off(
    care: Care, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upkeep, broken_off = care.hall.door.upkeep, threading.Event()
    prepare = upkeep.prepare_import

    def endless(source: Path, passphrase: str, proof: Opener, watch: Watch) -> Incoming:
        watch.begin(Stage.WRITING)
        while not watch.stopped():
            time.sleep(0.001)
        broken_off.set()
        return prepare(source, passphrase, proof, watch)

    monkeypatch.setattr(upkeep, "prepare_import", endless)

    def cancel() -> None:
        press(care.dialog(TaskDialog), Qt.Key.Key_Escape)

    def lock() -> None:
        care.link.drop_page()
        care.hall.lock()

    for end in (cancel, lock):
        broken_off.clear()
        care.press("vaultImport")
        _choose(care, export)
        care.confirm(extra=NEW)
        care.wait(lambda: "Encrypting" in _step(care))
        end()
        care.wait(broken_off.is_set)
        care.wait(lambda: _nothing_prepared(care))
    assert not care.acts
    care.hall.on_core(lambda: care.hall.door.unlock(PHRASE))
    assert _names(care) == ("Later",)


def test_encrypting_anew_replaces_the_code_too(care: Care) -> None:
    old = Recovery(RecoveryCode.new())
    care.hall.on_core(lambda: care.hall.store.put(PHRASE, old))
    care.link._refresh()
    remove = child(care.home, QPushButton, "wayRemove_recovery")
    care.wait(remove.isEnabled)
    _setting(care, "Still here")
    care.press("vaultRekey")
    care.confirm()
    shown = care.dialog(RecoveryDialog)
    code = child(shown, QPlainTextEdit, "recoveryShown").toPlainText()
    child(shown, QCheckBox, "recoveryWritten").setChecked(True)
    child(shown, QPushButton, "recoveryDone").click()
    care.reopen()
    assert _names(care) == ("Still here",)
    care.hall.on_core(lambda: care.hall.door.check(PHRASE))
    care.hall.on_core(lambda: care.hall.door.check(Recovery(RecoveryCode.parse(code))))


def test_the_minutes_are_kept(care: Care) -> None:
    choice = child(care.home, QComboBox, "lockMinutes")
    assert choice.currentData() == 15
    with care.hall.qtbot.waitSignal(care.link.lock_minutes_changed) as caught:
        choice.activated.emit(choice.findData(0))
    assert caught.args == [0]
    session = care.hall.door.session
    assert session is not None
    assert care.hall.on_core(lambda: session.settings.lock_minutes) == 0


def test_a_backup_comes_by_itself_and_a_refusal_is_said_once(care: Care) -> None:
    folder = care.hall.door.upkeep.backups.folder
    folder.write_text("a file where the folder should be")
    watch = BackupWatch(care.hall.core, care.hall.door, care.home, interval=5)
    said: list[Exception] = []
    watch.failed.connect(said.append)
    care.wait(lambda: bool(said))
    for _ in range(3):
        care.hall.on_core(lambda: None)
    assert len(said) == 1
    folder.unlink()
    care.wait(lambda: bool(care.hall.door.upkeep.backups.list()))


def test_tab_follows_the_page_from_top_to_bottom(care: Care) -> None:
    care.press("backUpNow")
    care.wait(lambda: child(care.home, QListWidget, "backupList").count() == 1)
    child(care.home, QComboBox, "lockMinutes").setFocus()
    seen = []
    for _ in range(8):
        press(care.home.focusWidget(), Qt.Key.Key_Tab)
        seen.append(getattr(care.home.focusWidget(), "objectName", str)())
    assert seen == [
        "waySetUp_recovery",
        "waySetUp_keyring",
        "backupList",
        "backUpNow",
        "backupRestore",
        "vaultExport",
        "vaultImport",
        "vaultRekey",
    ]
