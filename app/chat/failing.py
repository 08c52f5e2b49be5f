"""Why a reply failed, from the error to what is kept with the message, and back.

What is kept is the class of the error and those of its details that are names, codes and counts,
never a sentence: it is said again in the language of the day.
"""

from collections.abc import Iterator

from app.errors import KnownError
from app.store.messages import Failure

# What the sentences of `app.assistants.failures` and `OutboundLeak` are filled with.
_DETAILS = frozenset({"provider", "host", "status", "seconds", "bytes", "placeholder"})


def noted(error: KnownError) -> Failure:
    """Return what is kept of `error`."""
    details = {name: each for name, each in error.details.items() if name in _DETAILS}
    return Failure(type(error).__name__, details)


def recalled(failure: Failure | None) -> KnownError | None:
    """Return the error again; None where there was none, or this version does not know it."""
    if failure is None:
        return None
    for kind in _kinds(KnownError):
        if kind.__name__ == failure.kind:
            try:
                return kind(**failure.details)
            except (KeyError, TypeError):  # its sentence says something that was not kept
                return None
    return None


def _kinds(kind: type[KnownError]) -> Iterator[type[KnownError]]:
    yield kind
    for each in kind.__subclasses__():
        yield from _kinds(each)
