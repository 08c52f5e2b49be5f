"""A value as a hint: enough to be told from others by who knows it, too little for who does not."""

from app.privacy.levels import Level

_DOTS = "•••"
# What is shorter is easily guessed from a letter.
_SHORTEST = 4


def masked(value: str, level: Level) -> str:
    """Return "r•••@e•••" for an address and "R•••" for a name; only dots for secrets.

    The dots do not tell how long the value is.
    """
    if level is Level.PL4:
        return _DOTS
    name, at, host = value.strip().partition("@")
    if at and name and host:
        return f"{_hint(name)}@{_hint(host)}"
    return _hint(value)


def _hint(text: str) -> str:
    letters = [char for char in text if char.isalnum()]
    return letters[0] + _DOTS if len(letters) >= _SHORTEST else _DOTS
