"""The keyring that Linux desktops have, for real: GNOME's, on a message bus of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# No test waits longer than this, in seconds, for anything.
BOUND = 60

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems have another keyring"
)

# In a process of its own: what the library `keyring` finds first, it keeps to.
PROGRAM = """
import sys
from pathlib import Path
from app.store.kdf import KdfParameters
from app.store.key_errors import KeyringEntryMissing, KeyringUnavailable
from app.store.opening import StoreFiles
from app.store.system_keyring import SystemKeyring
from app.store.ways import WayKind

cost = KdfParameters(iterations=1, lanes=1, memory_kib=8)
base, task = Path(sys.argv[1]), sys.argv[2]
files = StoreFiles(base / "key.json", base / "db", cost)
try:
    if task == "set up":
        files.create("open sesame").close()
        files.put("open sesame", SystemKeyring())
    elif task == "open":
        files.open(SystemKeyring()).close()
    elif task == "remove":
        files.remove("open sesame", SystemKeyring())
    print(*sorted(files.ways))
except (KeyringEntryMissing, KeyringUnavailable) as error:
    print(type(error).__name__)
"""


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Mapping[str, str]]:
    """Give the environment of a desktop session: a bus, and GNOME's keyring, unlocked."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    own = {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "XDG_DATA_HOME": str(home / "data")}
    environment = {**os.environ, **own}
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert bus.stdout is not None
    environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    keyring = subprocess.Popen(
        ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert keyring.stdin is not None
    # The end of its input tells it that the password is complete.
    keyring.stdin.write("the desktop's password")
    keyring.stdin.close()
    subprocess.run(
        ["gdbus", "wait", "--session", "--timeout", str(BOUND), "org.freedesktop.secrets"],
        env=environment,
        check=True,
        timeout=BOUND,
    )
    yield environment
    for process in (keyring, bus):
        process.terminate()
        process.wait(BOUND)
    bus.stdout.close()


def do(task: str, base: Path, environment: Mapping[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(base), task],
        cwd=ROOT,
        env=environment,
        timeout=BOUND,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def test_a_vault_opens_by_the_desktops_keyring(tmp_path: Path, desktop: Mapping[str, str]) -> None:
    base = tmp_path / "vault"
    base.mkdir()
    both = "keyring passphrase"
    assert do("set up", base, desktop) == both
    assert do("open", base, desktop) == both
    assert do("remove", base, desktop) == "passphrase"


def test_an_entry_that_is_gone_is_told(tmp_path: Path, desktop: Mapping[str, str]) -> None:
    base = tmp_path / "vault"
    base.mkdir()
    do("set up", base, desktop)
    before = (base / "key.json").read_bytes()
    do("remove", base, desktop)
    (base / "key.json").write_bytes(before)
    assert do("open", base, desktop) == "KeyringEntryMissing"


def test_without_a_desktop_it_is_told(tmp_path: Path, desktop: Mapping[str, str]) -> None:
    base = tmp_path / "vault"
    base.mkdir()
    do("set up", base, desktop)
    nowhere = {**desktop, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/nothing"}
    assert do("open", base, nowhere) == "KeyringUnavailable"
    assert do("open", base, desktop) == "keyring passphrase"
