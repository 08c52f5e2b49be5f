"""Makes what a person installs: `python3 packaging/dev.py build`, which gives it what it needs.

On Linux that is a Debian package in `dist/`; elsewhere it is the program's folder.
"""

import sys

from steps import debian, freezing, places, translations
from steps.progress import SetupError, note


def main() -> int:
    """Make the package, unless it is there and nothing has changed; return the exit code."""
    try:
        translations.compile_stale()
        folder = freezing.freeze()
        made = debian.make_package(folder) if places.LINUX else folder
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    note(f"Made {made.relative_to(places.ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
