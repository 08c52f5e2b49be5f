"""From starting the process to a composer that takes keys: `python -m tests.bench.start`.

Each run is a process of its own: the start window, the passphrase (Argon2id included), the main
window; with the memory that it then holds. Beside it the bare minimum: a Qt program that shows one
empty text field.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.paths import Places
from app.store.opening import StoreFiles

RUNS = 7
_STARTED = "BENCH_STARTED"
_BARE = """
import os, sys, time
from PySide6.QtWidgets import QApplication, QPlainTextEdit
application = QApplication([])
field = QPlainTextEdit()
field.show()
application.processEvents()
"""
_REPORT = """
status = open("/proc/self/status").read()
resident = int(status.split("VmRSS:")[1].split()[0])
print(time.time() - float(os.environ["BENCH_STARTED"]), resident / 1024)
"""
_APP = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from app.__main__ import desktop_program
from app.paths import Places
from app.store.database import Database
from app.ui.application import Desktop
application = QApplication([])
desktop = Desktop(application, desktop_program(Places(Path(sys.argv[1]))))
desktop.start()
application.processEvents()
started = time.time() - float(os.environ["BENCH_STARTED"])
def visible(name):
    return [w for w in application.allWidgets() if w.objectName() == name and w.isVisible()]
visible("startWindow")[0].unlock_requested.emit("seven quiet lanterns drift")
# Waiting as the event loop does: a busy loop would keep the core thread from running.
clock = QTimer()
clock.start(5)
while not visible("composerText"):
    application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
print(started)
"""
_STOP = """
desktop.stop()
"""


def _run(code: str, *arguments: str) -> list[float]:
    environment = {**os.environ, _STARTED: str(time.time()), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return [float(number) for number in done.stdout.split()]


def _row(name: str, seconds: list[float], memory: list[float]) -> str:
    return (
        f"{name:<34} {statistics.median(seconds):>9.2f} {max(seconds):>9.2f} "
        f"{statistics.median(memory):>9.0f}"
    )


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        places = Places(Path(folder))
        StoreFiles(places.key_file, places.database).create("seven quiet lanterns drift").close()
        bare = [_run(_BARE + _REPORT) for _ in range(RUNS)]
        whole = [_run(_APP + _REPORT + _STOP, folder) for _ in range(RUNS)]
    print(f"{'until':<34} {'median s':>9} {'worst s':>9} {'MB':>9}")
    print(_row("an empty field of a bare Qt program", *map(list, zip(*bare, strict=True))))
    print(_row("the passphrase can be typed", [r[0] for r in whole], [r[2] for r in whole]))
    print(_row("the composer can be typed in", [r[1] for r in whole], [r[2] for r in whole]))


if __name__ == "__main__":
    main()
