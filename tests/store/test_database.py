"""Opening, never touching what cannot be read, transactions, and faults in plain words."""

import os
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.store.aside import ReadingStopped
from app.store.database import Database, database_mark
from app.store.errors import (
    DatabaseBusy,
    DatabaseMissing,
    DatabaseNewer,
    DatabaseUnreadable,
    DiskFailed,
    DiskFull,
    ReadOnlyFolder,
    StoreError,
)
from app.store.migrations import MIGRATIONS
from tests.store.world import cells, run, snapshot, undone


def fill(database: Database, count: int = 300, name: str = "name") -> None:
    with database.transaction():
        for number in range(count):
            database.execute(
                "INSERT INTO settings (name, value) VALUES (?, ?)", (f"{name} {number}", "v" * 500)
            )


def killed_with_log(path: Path, key: bytes) -> None:
    """Fill a database in another process that is killed, so that its log stays behind."""
    script = (
        "import os, sys\nfrom pathlib import Path\n"
        "from app.store.database import Database\n"
        "from tests.store.test_database import fill\n"
        "d = Database.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), create=True)\n"
        "fill(d)\nos.kill(os.getpid(), 9)\n"
    )
    run("-c", script, path, key.hex())
    assert path.with_name(path.name + "-wal").stat().st_size > 0


def test_what_was_written_is_there_again(path: Path, key: bytes) -> None:
    with Database.open(path, key, create=True) as database:
        fill(database)
    with Database.open(path, key) as database:
        assert database.query("SELECT count(*) FROM settings") == [(300,)]


def test_the_pragmas_that_safety_rests_on(database: Database) -> None:
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "temp_store": 2,
        "foreign_keys": 1,
        "cipher_memory_security": "1",
        "cipher_status": "1",
        "user_version": len(MIGRATIONS),
    }
    assert {name: database.query(f"PRAGMA {name}")[0][0] for name in expected} == expected


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_may_read(tmp_path: Path, key: bytes) -> None:
    path = tmp_path / "base" / "understudy.db"
    umask = os.umask(0)
    try:
        with Database.open(path, key, create=True) as database:
            fill(database)
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    finally:
        os.umask(umask)
    endings = ("", "-shm", "-wal", ".base", ".lock")
    assert modes == {f"understudy.db{ending}": 0o600 for ending in endings}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    path.chmod(0o644)
    with Database.open(path, key):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_it_is_read_aside_as_it_stood_while_it_is_written(path: Path, key: bytes) -> None:
    with Database.open(path, key, create=True) as database:
        fill(database, 10)
        begun, written = threading.Event(), threading.Event()
        counts: list[int] = []

        def read() -> None:
            with database.aside() as reader:
                reader.execute("BEGIN")
                counts.extend(reader.query("SELECT count(*) FROM settings")[0])
                begun.set()
                written.wait()
                counts.extend(reader.query("SELECT count(*) FROM settings")[0])
                reader.execute("COMMIT")

        thread = threading.Thread(target=read)
        thread.start()
        begun.wait()
        database.execute("INSERT INTO settings VALUES ('meanwhile', '1')")
        written.set()
        thread.join()
        assert counts[0] == counts[1]
        assert database.query("SELECT count(*) FROM settings")[0][0] == counts[0] + 1


@pytest.mark.parametrize("stop", ["close", "empty_log"])
def test_what_is_read_aside_is_broken_off(path: Path, key: bytes, stop: str) -> None:
    database = Database.open(path, key, create=True)
    begun, ended = threading.Event(), []

    def read() -> None:
        try:
            with database.aside() as reader:
                begun.set()
                reader.query(
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                    " SELECT max(i) FROM n"
                )
        except ReadingStopped:
            ended.append(True)

    thread = threading.Thread(target=read)
    thread.start()
    begun.wait()
    getattr(database, stop)()
    thread.join()
    assert ended == [True]
    database.close()


def test_after_closing_only_the_database_and_the_empty_lock_remain(path: Path, key: bytes) -> None:
    with Database.open(path, key, create=True) as database:
        fill(database)
    sizes = {file.name: file.stat().st_size for file in path.parent.iterdir()}
    assert set(sizes) == {"understudy.db", "understudy.db.lock"}
    assert sizes["understudy.db.lock"] == 0


def test_a_missing_database_is_not_made_by_chance(path: Path, key: bytes) -> None:
    with pytest.raises(DatabaseMissing):
        Database.open(path, key)
    assert list(path.parent.iterdir()) == []


def test_an_empty_file_is_not_taken_for_a_new_database(path: Path, key: bytes) -> None:
    path.touch()
    with pytest.raises(DatabaseUnreadable):
        Database.open(path, key)
    assert path.stat().st_size == 0


@pytest.fixture(params=["closed", "killed"])
def left(request: pytest.FixtureRequest, path: Path, key: bytes) -> Path:
    """Return a database that was closed, or whose process was killed with a full log."""
    if request.param == "killed":
        killed_with_log(path, key)
    else:
        with Database.open(path, key, create=True) as database:
            fill(database)
    return path


def damages(content: bytes) -> Iterator[bytes]:
    """Yield damaged copies of a database."""
    yield b"not a database at all"
    yield content[:100]
    yield content[:4096]
    yield content[: len(content) // 2]
    yield content[:-1]
    for position in (0, 40, 2000, len(content) // 2, len(content) - 10):
        garbled = bytearray(content)
        garbled[position] ^= 0xFF
        yield bytes(garbled)
    yield os.urandom(len(content))


def test_damage_is_told_and_never_touched(path: Path, key: bytes) -> None:
    with Database.open(path, key, create=True) as database:
        fill(database)
    sound = path.read_bytes()
    for content in damages(sound):
        path.write_bytes(content)
        before = snapshot(path.parent)
        with pytest.raises(DatabaseUnreadable):
            Database.open(path, key)
        assert snapshot(path.parent) == before
    path.write_bytes(sound)
    with Database.open(path, key) as database:
        assert database.query("SELECT count(*) FROM settings") == [(300,)]


def test_damage_under_a_log_is_never_touched(path: Path, key: bytes) -> None:
    killed_with_log(path, key)
    sound = path.read_bytes()
    for content in damages(sound):
        path.write_bytes(content)
        before = snapshot(path.parent)
        try:
            database = Database.open(path, key)
        except DatabaseUnreadable:
            assert snapshot(path.parent) == before
        else:
            # The log holds every page that was damaged, so nothing is lost.
            with database:
                assert database.query("SELECT count(*) FROM settings") == [(300,)]
            break


def test_an_older_copy_under_a_newer_log_is_whole_or_untouched(path: Path, key: bytes) -> None:
    with Database.open(path, key, create=True) as database:
        fill(database, 50, "old")
    older = path.read_bytes()
    with Database.open(path, key) as database:
        fill(database, 3000, "newer")
    killed_with_log(path, key)
    path.write_bytes(older)
    before = snapshot(path.parent)
    try:
        database = Database.open(path, key)
    except DatabaseUnreadable:
        assert snapshot(path.parent) == before
    else:
        with database:
            assert database.query("PRAGMA integrity_check") == [("ok",)]


def test_a_log_of_another_database_is_told(tmp_path: Path, path: Path, key: bytes) -> None:
    with Database.open(path, key, create=True) as database:
        fill(database)
    (tmp_path / "other").mkdir()
    killed_with_log(tmp_path / "other" / "understudy.db", os.urandom(32))
    (tmp_path / "other" / "understudy.db-wal").rename(path.with_name("understudy.db-wal"))
    before = snapshot(path.parent)
    with pytest.raises(DatabaseUnreadable):
        Database.open(path, key)
    assert snapshot(path.parent) == before


def test_odd_names_of_folders(tmp_path: Path, key: bytes) -> None:
    path = tmp_path / "a b%20?c#é你" / "understudy.db"
    Database.open(path, key, create=True).close()
    killed_with_log(path, key)
    with Database.open(path, key) as database:
        assert database.query("SELECT count(*) FROM settings") == [(300,)]
    assert database_mark(path)


def test_another_key_opens_nothing_and_touches_nothing(left: Path, key: bytes) -> None:
    before = snapshot(left.parent)
    with pytest.raises(DatabaseUnreadable):
        Database.open(left, os.urandom(32))
    with pytest.raises(DatabaseUnreadable):
        Database.open(left, os.urandom(32), create=True)
    assert snapshot(left.parent) == before
    with Database.open(left, key) as database:
        assert database.query("SELECT count(*) FROM settings") == [(300,)]


def test_an_unencrypted_database_is_not_ours(path: Path, key: bytes) -> None:
    connection = dbapi2.connect(str(path))
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()
    before = snapshot(path.parent)
    with pytest.raises(DatabaseUnreadable):
        Database.open(path, key)
    assert snapshot(path.parent) == before


def test_a_newer_database_is_left_alone(path: Path, key: bytes) -> None:
    with Database.open(path, key, create=True) as database:
        database.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = snapshot(path.parent)
    with pytest.raises(DatabaseNewer):
        Database.open(path, key)
    assert snapshot(path.parent) == before


def test_a_database_of_an_earlier_version_is_brought_up_to_date(path: Path, key: bytes) -> None:
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    MIGRATIONS[0](connection)
    connection.execute("PRAGMA user_version = 1")
    connection.execute("INSERT INTO counters VALUES ('email', 7)")
    connection.close()
    with Database.open(path, key) as database:
        last = database.query("SELECT last FROM counters WHERE family = 'email'")
        assert last == [(7,)]
        assert database.query("PRAGMA user_version") == [(len(MIGRATIONS),)]


def test_a_second_copy_in_this_process_is_refused(path: Path, key: bytes) -> None:
    with Database.open(path, key, create=True), pytest.raises(DatabaseBusy):
        Database.open(path, key)
    Database.open(path, key).close()


def test_a_second_copy_in_another_process_is_refused(database: Database, path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from app.store.database import Database\nfrom app.store.errors import DatabaseBusy\n"
        "try:\n    Database.open(Path(sys.argv[1]), bytes(32))\n"
        "except DatabaseBusy:\n    print('busy')\n"
    )
    done = run("-c", script, path)
    assert done.stdout == "busy\n", done.stderr
    fill(database)


def test_a_killed_copy_leaves_no_lock(path: Path, key: bytes) -> None:
    killed_with_log(path, key)
    with Database.open(path, key) as database:
        assert database.query("SELECT count(*) FROM settings") == [(300,)]


def test_a_file_in_place_of_the_folder(tmp_path: Path, key: bytes) -> None:
    (tmp_path / "base").write_bytes(b"mine")
    with pytest.raises(ReadOnlyFolder):
        Database.open(tmp_path / "base" / "understudy.db", key, create=True)
    assert (tmp_path / "base").read_bytes() == b"mine"


def test_a_folder_in_place_of_the_file(path: Path, key: bytes) -> None:
    path.mkdir()
    with pytest.raises(StoreError):
        Database.open(path, key)
    assert list(path.iterdir()) == []


def test_a_full_database_undoes_the_change(database: Database, path: Path, key: bytes) -> None:
    fill(database, 10)
    pages = database.query("PRAGMA page_count")[0][0]
    database.execute(f"PRAGMA max_page_count = {pages + 2}")

    def too_much() -> None:
        with database.transaction():
            database.execute("UPDATE settings SET value = 'changed'")
            fill(database, 100, "new")

    with pytest.raises(DiskFull):
        too_much()
    assert database.query("SELECT count(*), max(value) FROM settings") == [(10, "v" * 500)]
    database.execute("PRAGMA max_page_count = 1000000")
    fill(database, 1, "more")
    database.close()
    with Database.open(path, key) as again:
        assert again.query("SELECT count(*) FROM settings") == [(11,)]


_ON_A_LIMITED_DISK = """
import sys, resource
from pathlib import Path
from app.store.database import Database
from app.store.errors import DiskFailed, DiskFull
from tests.store.test_database import fill
path, key = Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
database = Database.open(path, key)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    fill(database, 3000, "more")
except (DiskFull, DiskFailed) as error:
    print(type(error).__name__, len(database.query("SELECT * FROM settings")))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_write_that_the_system_refuses(path: Path, key: bytes) -> None:
    with Database.open(path, key, create=True) as database:
        fill(database, 10)
    done = run("-c", _ON_A_LIMITED_DISK, path, key.hex())
    assert done.stdout.split() in (
        [DiskFull.__name__, "10"],
        [DiskFailed.__name__, "10"],
    ), done.stderr
    with Database.open(path, key) as database:
        assert database.query("SELECT count(*) FROM settings") == [(10,)]


def test_a_transaction_is_all_or_nothing(database: Database) -> None:
    undone(database, lambda: fill(database, 3))
    assert database.query("SELECT count(*) FROM settings") == [(0,)]
    with database.transaction():
        fill(database, 3)
    assert database.query("SELECT count(*) FROM settings") == [(3,)]


def test_a_transaction_inside_another_is_part_of_it(database: Database) -> None:
    heard: list[str] = []

    def write(name: str) -> None:
        database.execute("INSERT INTO settings VALUES (?, '1')", (name,))
        database.follow(lambda: heard.append(name), lambda: heard.append(f"no {name}"))

    def write_inside(name: str) -> None:
        with database.transaction():
            write(name)

    with database.transaction():
        write("outer")
        undone(database, lambda: write("inner"))
        write_inside("second")
        assert heard == ["no inner"]
    assert heard == ["no inner", "outer", "second"]
    assert database.query("SELECT name FROM settings ORDER BY name") == [("outer",), ("second",)]
    undone(database, lambda: write_inside("third"))
    assert heard == ["no inner", "outer", "second", "no third"]
    assert database.query("SELECT count(*) FROM settings") == [(2,)]


def test_our_own_mistakes_are_not_called_the_disks(database: Database) -> None:
    with pytest.raises(dbapi2.OperationalError):
        database.query("SELECT nonsense FROM nowhere")
    database.execute("INSERT INTO settings VALUES ('a', '1')")
    with pytest.raises(dbapi2.IntegrityError) as caught:
        database.execute("INSERT INTO settings VALUES ('a', 'private')")
    assert "private" not in str(caught.value)


def test_halves_of_surrogate_pairs_are_kept_as_a_sign_each(database: Database) -> None:
    database.execute("INSERT INTO settings VALUES ('a', ?)", ("x\ud83dy\udc00",))
    database.execute_many("INSERT INTO settings VALUES (?, ?)", [("b", "\udfff")])
    assert database.query("SELECT value FROM settings ORDER BY name") == [
        ("x\ufffdy\ufffd",),
        ("\ufffd",),
    ]


def test_nothing_is_left_in_clear_by_a_large_sort(database: Database, path: Path) -> None:
    fill(database, 3000)
    rows = database.query("SELECT value || name AS v FROM settings ORDER BY v DESC, name")
    assert len(rows) == 3000
    for content in snapshot(path.parent).values():
        assert b"vvvv" not in content
        assert b"name 1" not in content


def test_in_memory_is_the_same_without_a_file() -> None:
    with Database.in_memory() as database:
        fill(database, 3)
        assert "name 1" in cells(database)


def test_the_mark_tells_databases_apart(tmp_path: Path, key: bytes) -> None:
    marks = set()
    for name in ("a.db", "b.db"):
        Database.open(tmp_path / name, key, create=True).close()
        first = database_mark(tmp_path / name)
        Database.open(tmp_path / name, key).close()
        assert database_mark(tmp_path / name) == first
        assert len(first) == 32
        marks.add(first)
    assert len(marks) == 2


def test_closing_twice_is_harmless(path: Path, key: bytes) -> None:
    database = Database.open(path, key, create=True)
    database.close()
    database.close()
    assert cells(Database.in_memory())
