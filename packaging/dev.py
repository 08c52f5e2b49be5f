"""Sets this project up, then starts, tests or packages it: `python3 packaging/dev.py run`.

Needs nothing but Python's standard library. This file holds only what an older Python can also
read, so that one which is too old gets a sentence and not a syntax error.
"""

import sys

OLDEST = (3, 11)


def main(arguments: "list[str]") -> int:
    """Run the command that `arguments` names; return the exit code."""
    if sys.version_info < OLDEST:
        print(
            f"Understudy needs Python 3.11 or newer, and this is Python {sys.version.split()[0]}. "
            "Install a newer one, then start again with it, for example: "
            "python3.13 packaging/dev.py run",
            file=sys.stderr,
        )
        return 1
    from steps.commands import dispatch  # noqa: PLC0415  # only after the check above

    return dispatch(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
