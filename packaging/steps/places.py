"""Where things lie in this repository, and how this operating system names them."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
REQUIREMENTS = ROOT / "packaging" / "requirements"
TRANSLATIONS = ROOT / "resources" / "translations"
ENVIRONMENT = ROOT / ".venv"
WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")


def program(name: str) -> Path:
    """Return the path of a program inside the virtual environment; it need not exist."""
    return ENVIRONMENT / "Scripts" / f"{name}.exe" if WINDOWS else ENVIRONMENT / "bin" / name
