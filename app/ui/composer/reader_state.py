"""What the private reader is doing with the draft, as the window shows it."""

import enum


class ReaderState(enum.Enum):
    """How far the model has come with the text in the composer."""

    NONE = "none"  # no text, or no model was chosen
    WAITING = "waiting"  # the user is still typing
    LOADING = "loading"
    READING = "reading"
    RESTARTING = "restarting"
    READ = "read"
    FAILED = "failed"

    @property
    def at_work(self) -> bool:
        """Whether more may be found."""
        return self not in (ReaderState.NONE, ReaderState.READ, ReaderState.FAILED)
