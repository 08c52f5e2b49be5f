"""Failures that are the environment's fault, kept apart from our own bugs.

A `KnownError` reaches the user as a sentence; anything else is a bug and reaches the crash
dialog. The text never holds private values: a subclass carries names, codes and counts only.
"""


class KnownError(Exception):
    """Something outside the app went wrong in a way that we know.

    `sentence` says in English what happened, what was not lost, and what to do; the window shows
    a translation of it, looked up by class, filled from `details`.
    """

    sentence: str = "Something went wrong. Nothing was lost. Try again."

    def __init__(self, **details: str | int) -> None:
        self.details = details
        super().__init__(self.sentence.format(**details))
