"""Restoring, moving and encrypting anew: the old or the new, and nothing lost on the way."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.errors import KnownError
from app.store.backup_errors import (
    BackupUnreadable,
    ExportNewer,
    ExportUnreadable,
    KeyFileSound,
    NoKeyCopy,
    VaultNotEmpty,
    WrongExportPassphrase,
)
from app.store.counting_on import SKIPPED
from app.store.curating import Curator
from app.store.database import Database
from app.store.errors import (
    DatabaseBusy,
    DatabaseMissing,
    DatabaseNewer,
    DatabaseUnreadable,
    KeyFileMissing,
    KeyFileUnreadable,
    PassphraseEmpty,
    WrongPassphrase,
)
from app.store.exporting import export
from app.store.kdf import KdfParameters
from app.store.key_errors import WayMissing
from app.store.migrations import MIGRATIONS, migrate
from app.store.opening import StoreFiles, StoreState
from app.store.recovery_code import RecoveryCode
from app.store.upkeep import Upkeep
from app.store.vault import Vault
from app.store.watching import Stopped, Watch
from app.store.ways import Recovery, WayKind
from tests.store.world import assign, imported, snapshot, span

PASSPHRASE = "correct horse"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return tmp_path / "base"


@pytest.fixture
def store(base: Path, cheap: KdfParameters) -> StoreFiles:
    """Return a vault with one note, closed."""
    store = StoreFiles(base / "key.json", base / "understudy.db", cheap)
    with store.create(PASSPHRASE) as database:
        note(database, "first")
    return store


@pytest.fixture
def upkeep(store: StoreFiles) -> Upkeep:
    return Upkeep(store)


def note(database: Database, name: str) -> None:
    database.execute("INSERT INTO settings VALUES (?, '1')", (name,))


def notes(database: Database) -> list[str]:
    with database:
        assert database.query("PRAGMA integrity_check") == [("ok",)]
        return [name for (name,) in database.query("SELECT name FROM settings ORDER BY name")]


def backed_up(store: StoreFiles, upkeep: Upkeep) -> None:
    """Make a backup, then keep one note more."""
    with store.open(PASSPHRASE) as database:
        upkeep.back_up(database)
        note(database, "later")


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x55
    path.write_bytes(content)


def newer(store: StoreFiles) -> None:
    with store.open(PASSPHRASE) as database:
        database.execute("PRAGMA user_version = 9999")


HARMS: dict[str, tuple[Callable[[StoreFiles], object], type[KnownError]]] = {
    "damaged": (lambda store: damage(store.path), DatabaseUnreadable),
    "emptied": (lambda store: store.path.write_bytes(b""), DatabaseUnreadable),
    "another": (lambda store: store.path.write_bytes(b"x" * 9999), KnownError),
    "missing": (lambda store: store.path.unlink(), DatabaseMissing),
    "newer": (newer, DatabaseNewer),
}


@pytest.mark.parametrize("harm", HARMS)
def test_the_newest_good_backup_takes_over_and_the_old_file_is_kept(
    store: StoreFiles, upkeep: Upkeep, harm: str
) -> None:
    backed_up(store, upkeep)
    act, failure = HARMS[harm]
    act(store)
    broken = store.path.read_bytes() if store.path.exists() else None
    with pytest.raises(failure):
        store.open(PASSPHRASE)
    assert (store.path.read_bytes() if store.path.exists() else None) == broken
    backup = upkeep.newest_good_backup(PASSPHRASE)
    assert backup is not None
    with pytest.raises(WrongPassphrase):
        upkeep.restore(backup, "wrong")
    assert notes(upkeep.restore(backup, PASSPHRASE)) == ["first"]
    assert notes(store.open(PASSPHRASE)) == ["first"]
    assert [path.read_bytes() for path in upkeep.kept_aside] == (
        [broken] if broken is not None else []
    )
    assert backup.path.exists()


def test_a_sound_database_is_kept_aside_too_and_can_come_back(
    store: StoreFiles, upkeep: Upkeep
) -> None:
    backed_up(store, upkeep)
    (backup,) = upkeep.backups.list()
    upkeep.restore(backup, PASSPHRASE).close()
    upkeep.restore(backup, PASSPHRASE).close()
    first, second = upkeep.kept_aside
    assert first != second
    first.replace(store.path)
    assert notes(store.open(PASSPHRASE)) == ["first", "later"]


def test_a_damaged_backup_is_passed_over_and_never_restored(
    store: StoreFiles, upkeep: Upkeep, base: Path
) -> None:
    backed_up(store, upkeep)
    backed_up_again(store, upkeep)
    newest, older = upkeep.backups.list()
    damage(newest.path)
    assert upkeep.newest_good_backup(PASSPHRASE) == older
    before = snapshot(base)
    with pytest.raises(BackupUnreadable):
        upkeep.restore(newest, PASSPHRASE)
    newest.path.unlink()
    with pytest.raises(BackupUnreadable):
        upkeep.restore(newest, PASSPHRASE)
    assert snapshot(base) == before
    damage(older.path)
    assert upkeep.newest_good_backup(PASSPHRASE) is None


def backed_up_again(store: StoreFiles, upkeep: Upkeep) -> None:
    with store.open(PASSPHRASE) as database:
        upkeep.back_up(database)


def test_nothing_is_replaced_while_a_copy_is_running(
    store: StoreFiles, upkeep: Upkeep, tmp_path: Path
) -> None:
    backed_up(store, upkeep)
    (backup,) = upkeep.backups.list()
    with store.open(PASSPHRASE) as database:
        upkeep.export(database, tmp_path / "all.understudy", "export")
        for attempt in (
            lambda: upkeep.restore(backup, PASSPHRASE),
            lambda: upkeep.rekey(PASSPHRASE, [PASSPHRASE]),
            lambda: imported(upkeep, tmp_path / "all.understudy", "export", PASSPHRASE),
            lambda: upkeep.newest_good_backup(PASSPHRASE),
        ):
            with pytest.raises(DatabaseBusy):
                attempt()
        note(database, "still open")
    assert notes(store.open(PASSPHRASE)) == ["first", "later", "still open"]


def test_numbers_go_on_where_the_replaced_database_had_come_to(
    store: StoreFiles, upkeep: Upkeep
) -> None:
    with store.open(PASSPHRASE) as database:
        assign(Vault(database), span("a@example.org", "Email"))
        upkeep.back_up(database)
        vault = Vault(database)
        assign(vault, *(span(f"b{n}@example.org", "Email") for n in range(4)))
        assign(vault, span("+1 617 492 7843", "Phone Number"))
    (backup,) = upkeep.backups.list()
    with upkeep.restore(backup, PASSPHRASE) as database:
        vault = Vault(database)
        (placeholder,) = assign(vault, span("c@example.org", "Email"))
        assert placeholder.number == 6
        (placeholder,) = assign(vault, span("+1 617 492 7844", "Phone Number"))
        assert placeholder.number == 2
    damage(store.path)
    with upkeep.restore(backup, PASSPHRASE) as database:
        (placeholder,) = assign(Vault(database), span("d@example.org", "Email"))
        assert placeholder.number == 1 + SKIPPED + 1
        # Nor does anything inherit the numbering of what was made since the backup.
        for table in ("chats", "identities", "providers"):
            ((last,),) = database.query("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
            assert last >= SKIPPED


class TestKeyCopy:
    """The key file's copy beside the backups."""

    @pytest.mark.parametrize("content", [b"", b"{}", None])
    def test_a_damaged_or_missing_key_file_comes_back(
        self, store: StoreFiles, upkeep: Upkeep, content: bytes | None
    ) -> None:
        backed_up(store, upkeep)
        if content is None:
            store.keys.path.unlink()
        else:
            store.keys.path.write_bytes(content)
        with pytest.raises((KeyFileUnreadable, KeyFileMissing)):
            store.open(PASSPHRASE)
        store.key_copy.put_back()
        assert notes(store.open(PASSPHRASE)) == ["first", "later"]
        aside = list(store.path.parent.glob("key.json.damaged-*"))
        assert [path.read_bytes() for path in aside] == ([] if content is None else [content])

    def test_a_way_that_was_changed_opens_no_copy(self, store: StoreFiles, upkeep: Upkeep) -> None:
        backed_up(store, upkeep)
        store.change_passphrase(PASSPHRASE, "new")
        store.keys.path.unlink()
        store.key_copy.put_back()
        with pytest.raises(WrongPassphrase):
            store.open(PASSPHRASE)
        assert notes(store.open("new")) == ["first", "later"]

    def test_a_sound_one_is_never_replaced(self, store: StoreFiles, upkeep: Upkeep) -> None:
        with pytest.raises(NoKeyCopy):
            store.key_copy.put_back()
        backed_up(store, upkeep)
        before = store.keys.path.read_bytes()
        with pytest.raises(KeyFileSound):
            store.key_copy.put_back()
        assert store.keys.path.read_bytes() == before


class TestRekeying:
    """A new key for everything."""

    def test_everything_opens_with_the_new_ways_only(
        self, store: StoreFiles, upkeep: Upkeep, base: Path
    ) -> None:
        backed_up(store, upkeep)
        code = RecoveryCode.new()
        old_key_file, old = store.keys.path.read_bytes(), store.keys.unlock(PASSPHRASE)
        with upkeep.rekey(PASSPHRASE, ["new", Recovery(code)]) as database:
            note(database, "after")
        assert store.ways == (WayKind.PASSPHRASE, WayKind.RECOVERY)
        assert notes(store.open(Recovery(code))) == ["after", "first", "later"]
        assert notes(store.open("new")) == ["after", "first", "later"]
        assert store.keys.unlock("new") != old
        with pytest.raises(WrongPassphrase):
            store.open(PASSPHRASE)
        # Whoever has the old key file and its passphrase gets nowhere.
        with pytest.raises(DatabaseUnreadable):
            Database.open(store.path, old)
        (backup,) = upkeep.backups.list()
        with pytest.raises(DatabaseUnreadable):
            Database.open(backup.path, old)
        assert upkeep.newest_good_backup("new") == backup
        store.keys.path.write_bytes(old_key_file)
        with pytest.raises(KnownError, match="another database"):
            store.open(PASSPHRASE)
        left = {path.name for path in base.iterdir()}
        assert left == {"key.json", "understudy.db", "understudy.db.lock", "backups"}

    def test_counters_and_indexes_of_every_kind_come_along(
        self, store: StoreFiles, upkeep: Upkeep
    ) -> None:
        with store.open(PASSPHRASE) as database:
            database.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='trigram')")
            database.execute("INSERT INTO words VALUES ('seven quiet lanterns')")
            placeholder = assign(Vault(database), span("a@example.org", "Email"))[0]
            Curator(database, Vault(database)).forget(placeholder)
            before = schema(database)
        with upkeep.rekey(PASSPHRASE, [PASSPHRASE]) as database:
            assert schema(database) == before
            assert database.query("SELECT * FROM words WHERE words MATCH 'quiet'")
            database.execute("INSERT INTO words(words) VALUES ('integrity-check')")
            assert assign(Vault(database), span("b@example.org", "Email"))[0].number == 2

    def test_a_wrong_proof_changes_nothing(
        self, store: StoreFiles, upkeep: Upkeep, base: Path
    ) -> None:
        before = snapshot(base)
        with pytest.raises(WrongPassphrase):
            upkeep.rekey("wrong", ["new"])
        with pytest.raises(WayMissing):
            upkeep.rekey(Recovery(RecoveryCode.new()), ["new"])
        with pytest.raises(PassphraseEmpty):
            upkeep.rekey(PASSPHRASE, [""])
        for openers in ([], ["one", "two"]):
            with pytest.raises(ValueError, match="one way"):
                upkeep.rekey(PASSPHRASE, openers)
        assert snapshot(base).keys() == before.keys()
        assert store.keys.path.read_bytes() == before["key.json"]
        assert notes(store.open(PASSPHRASE)) == ["first"]

    def test_a_new_file_that_turns_out_damaged_gives_way_to_the_old_one(
        self, store: StoreFiles, upkeep: Upkeep, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The disk lied: what was looked through before the switch is broken after it."""
        publish = Upkeep._publish

        def lying(self: Upkeep, draft: Path, incoming: Path) -> None:
            publish(self, draft, incoming)
            damage(incoming)

        monkeypatch.setattr(Upkeep, "_publish", lying)
        with pytest.raises(WrongPassphrase):
            upkeep.rekey(PASSPHRASE, ["new"])
        assert notes(store.open(PASSPHRASE)) == ["first"]


def schema(database: Database) -> list[tuple[object, ...]]:
    return [
        *database.query("SELECT type, name, sql FROM sqlite_master ORDER BY type, name"),
        *database.query("SELECT name, seq FROM sqlite_sequence ORDER BY name"),
        *database.query("PRAGMA user_version"),
    ]


class TestMoving:
    """Exports and imports."""

    @pytest.fixture
    def file(self, store: StoreFiles, upkeep: Upkeep, tmp_path: Path) -> Path:
        with store.open(PASSPHRASE) as database:
            upkeep.export(database, tmp_path / "out" / ".." / "all.understudy", "export")
        return tmp_path / "all.understudy"

    @pytest.fixture
    def elsewhere(self, tmp_path: Path, cheap: KdfParameters) -> StoreFiles:
        folder = tmp_path / "elsewhere"
        return StoreFiles(folder / "key.json", folder / "understudy.db", cheap)

    @pytest.fixture(autouse=True)
    def folder(self, tmp_path: Path) -> None:
        (tmp_path / "out").mkdir()

    def test_into_a_fresh_vault(self, file: Path, elsewhere: StoreFiles, store: StoreFiles) -> None:
        assert notes(Upkeep(elsewhere).import_new(file, "export", "mine")) == ["first"]
        assert notes(elsewhere.open("mine")) == ["first"]
        assert elsewhere.keys.unlock("mine") != store.keys.unlock(PASSPHRASE)
        assert not Upkeep(elsewhere).kept_aside
        with pytest.raises(VaultNotEmpty):
            Upkeep(elsewhere).import_new(file, "export", "mine")

    def test_over_a_vault_which_is_kept_aside(self, file: Path, elsewhere: StoreFiles) -> None:
        with elsewhere.create("mine") as database:
            note(database, "other")
        upkeep, before = Upkeep(elsewhere), elsewhere.path.read_bytes()
        with elsewhere.open("mine") as database:
            made = upkeep.back_up(database)
        before = elsewhere.path.read_bytes()
        assert notes(imported(upkeep, file, "export", "mine")) == ["first"]
        assert [path.read_bytes() for path in upkeep.kept_aside] == [before]
        assert notes(elsewhere.open("mine")) == ["first"]
        # It is the same key, so the backups of before still open.
        assert notes(upkeep.restore(made, "mine")) == ["other"]

    def test_backups_of_before_outlive_an_import_until_something_is_erased(
        self, elsewhere: StoreFiles, store: StoreFiles, upkeep: Upkeep, tmp_path: Path
    ) -> None:
        """An export that has been through more erasures, or fewer, says nothing of our backups."""
        with store.open(PASSPHRASE) as database:
            vault = Vault(database)
            for name in ("a", "b", "c"):
                (placeholder,) = assign(vault, span(f"{name}@example.org", "Email"))
                if name != "c":
                    Curator(database, vault).forget(placeholder)
            upkeep.export(database, tmp_path / "many", "export")
        importing = Upkeep(elsewhere)
        with elsewhere.create("mine") as database:
            made = importing.back_up(database)
        with imported(importing, tmp_path / "many", "export", "mine") as database:
            second = importing.back_up(database)
            assert importing.backups.list() == (second, made)
            vault = Vault(database)
            forgotten = vault.find("Email", "c@example.org")
            assert forgotten is not None
            Curator(database, vault).forget(forgotten.placeholder)
            assert importing.backup_due(database)
            third = importing.back_up(database)
            assert importing.backups.list() == (third,)

    def test_what_is_forgotten_after_a_restore_leaves_every_backup(
        self, store: StoreFiles, upkeep: Upkeep
    ) -> None:
        """The restored count would else be lower than that of backups which have the value."""
        with store.open(PASSPHRASE) as database:
            vault = Vault(database)
            early, late = assign(
                vault, span("a@example.org", "Email"), span("b@example.org", "Email")
            )
            first = upkeep.back_up(database)
            content = first.path.read_bytes()
            Curator(database, vault).forget(early)
            second = upkeep.back_up(database)
            assert upkeep.backups.list() == (second,)
        first.path.write_bytes(content)  # kept elsewhere, and put back by hand
        with upkeep.restore(first, PASSPHRASE) as database:
            Curator(database, Vault(database)).forget(late)
            third = upkeep.back_up(database)
            assert upkeep.backups.list() == (third,)

    def test_stopped_at_any_moment_nothing_is_left(
        self,
        file: Path,
        store: StoreFiles,
        upkeep: Upkeep,
        base: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr("app.store.connecting._STEPS_BETWEEN", 50)
        before, asked, stopped_at = snapshot(base), 0, 0

        def stopped() -> bool:
            nonlocal asked
            asked += 1
            return asked > stopped_at

        while True:
            asked = 0
            try:
                incoming = upkeep.prepare_import(file, "export", PASSPHRASE, Watch(stopped=stopped))
            except Stopped:
                assert snapshot(base) == before
                stopped_at = stopped_at * 5 // 4 + 1
            else:
                break
        assert stopped_at > 20
        upkeep.drop(incoming)
        assert snapshot(base) == before
        assert notes(store.open(PASSPHRASE)) == ["first"]

    def test_over_a_vault_that_is_damaged(self, file: Path, elsewhere: StoreFiles) -> None:
        elsewhere.create("mine").close()
        damage(elsewhere.path)
        assert notes(imported(Upkeep(elsewhere), file, "export", "mine")) == ["first"]

    def test_by_hand(self, file: Path, elsewhere: StoreFiles) -> None:
        """Unpacked with any tool, an export is a vault."""
        with zipfile.ZipFile(file) as archive:
            archive.extractall(elsewhere.path.parent)
        (elsewhere.path.parent / "understudy.key").rename(elsewhere.keys.path)
        assert notes(elsewhere.open("export")) == ["first"]

    @pytest.mark.parametrize("steps", [1, 5, len(MIGRATIONS) - 1])
    def test_an_older_export_is_brought_up_to_date(
        self, elsewhere: StoreFiles, tmp_path: Path, cheap: KdfParameters, steps: int
    ) -> None:
        connection = dbapi2.connect(str(tmp_path / "old.db"), isolation_level=None)
        connection.execute(f"PRAGMA key = \"x'{bytes(32).hex()}'\"")
        migrate(connection, "old", MIGRATIONS[:steps])
        with Database(connection, "old", None) as database:
            export(database, tmp_path / "old", "export", lambda: cheap)
        with Upkeep(elsewhere).import_new(tmp_path / "old", "export", "mine") as database:
            assert database.query("PRAGMA user_version") == [(len(MIGRATIONS),)]

    def test_a_wrong_passphrase_changes_nothing(
        self, file: Path, elsewhere: StoreFiles, store: StoreFiles, upkeep: Upkeep, base: Path
    ) -> None:
        before = snapshot(base)
        with pytest.raises(WrongExportPassphrase):
            imported(upkeep, file, PASSPHRASE, PASSPHRASE)
        with pytest.raises(WrongPassphrase):
            imported(upkeep, file, "export", "export")
        assert snapshot(base) == before
        with pytest.raises(WrongExportPassphrase):
            Upkeep(elsewhere).import_new(file, "wrong", "mine")
        with pytest.raises(PassphraseEmpty):
            Upkeep(elsewhere).import_new(file, "export", "")
        assert elsewhere.state() is StoreState.NEW
        assert snapshot(elsewhere.path.parent) == {}
        assert notes(store.open(PASSPHRASE)) == ["first"]

    def test_neither_key_nor_ways_of_the_vault_are_in_an_export(
        self, file: Path, store: StoreFiles
    ) -> None:
        with zipfile.ZipFile(file) as archive:
            document = json.loads(archive.read("understudy.key"))
        ours = json.loads(store.keys.path.read_text())
        assert [way["kind"] for way in document["ways"]] == ["passphrase"]
        assert document["ways"][0]["wrapped"] != ours["ways"][0]["wrapped"]
        assert document["database"] != ours["database"]

    def test_every_cut_and_many_flipped_bytes_are_told(
        self, file: Path, store: StoreFiles, upkeep: Upkeep, base: Path
    ) -> None:
        sound, before = file.read_bytes(), snapshot(base)
        step = max(1, len(sound) // 60)
        for content in (
            *(sound[:length] for length in range(0, len(sound) - 1, step)),
            *(flipped(sound, place) for place in range(7, len(sound), step)),
            *(flipped(sound, place) for place in range(0, 900, 23)),
        ):
            file.write_bytes(content)
            try:
                imported(upkeep, file, "export", PASSPHRASE).close()
            except (ExportUnreadable, ExportNewer, WrongExportPassphrase):
                assert snapshot(base) == before
            else:
                # A flip in what says nothing, a file's date for one.
                assert notes(store.open(PASSPHRASE)) == ["first"]
                before = snapshot(base)

    def test_other_files_are_told(
        self, file: Path, upkeep: Upkeep, tmp_path: Path, base: Path
    ) -> None:
        before = snapshot(base)
        for content in (b"", b"text", file.read_bytes()[::-1]):
            (tmp_path / "x").write_bytes(content)
            with pytest.raises(ExportUnreadable):
                imported(upkeep, tmp_path / "x", "export", PASSPHRASE)
        with pytest.raises(KnownError, match="gone"):
            imported(upkeep, tmp_path / "gone", "export", PASSPHRASE)
        assert snapshot(base) == before

    @pytest.mark.parametrize(
        ("changes", "failure"),
        [
            ({"export.json": b'{"format": "understudy-export", "version": 2}'}, ExportNewer),
            ({"export.json": b'{"format": "other", "version": 1}'}, ExportUnreadable),
            ({"export.json": b"["}, ExportUnreadable),
            ({"understudy.key": b"{}"}, ExportUnreadable),
            ({"understudy.db": b"x" * 8192}, ExportUnreadable),
            ({"understudy.db": b""}, ExportUnreadable),
        ],
    )
    def test_what_is_inside_is_checked(
        self, file: Path, upkeep: Upkeep, changes: dict[str, bytes], failure: type[KnownError]
    ) -> None:
        repack(file, changes, zipfile.ZIP_STORED)
        with pytest.raises(failure):
            imported(upkeep, file, "export", PASSPHRASE)

    def test_a_compressed_one_is_refused(self, file: Path, upkeep: Upkeep) -> None:
        repack(file, {}, zipfile.ZIP_DEFLATED)
        with pytest.raises(ExportUnreadable):
            imported(upkeep, file, "export", PASSPHRASE)

    def test_an_export_replaces_a_file_only_when_it_is_whole(
        self, store: StoreFiles, upkeep: Upkeep, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = file.read_bytes()
        with store.open(PASSPHRASE) as database:
            with pytest.raises(PassphraseEmpty):
                upkeep.export(database, file, "")
            monkeypatch.setattr(zipfile.ZipFile, "testzip", lambda _: "understudy.db")
            with pytest.raises(KnownError, match="did not come out right"):
                upkeep.export(database, file, "export")
        assert file.read_bytes() == before
        assert not list(file.parent.glob("*.new"))


def flipped(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 0x10]) + content[place + 1 :]


def repack(file: Path, changes: dict[str, bytes], compression: int) -> None:
    with zipfile.ZipFile(file) as archive:
        content = {name: archive.read(name) for name in archive.namelist()} | changes
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, each in content.items():
            archive.writestr(name, each)
