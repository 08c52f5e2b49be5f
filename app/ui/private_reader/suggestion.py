"""Which model fits this machine, and why, in a plain sentence."""

from PySide6.QtCore import QObject

from app.models.catalogue import Reason, Suggestion
from app.ui.quantities import memory_text


def suggestion_text(suggestion: Suggestion) -> str:
    """Return the sentences for `suggestion` in the user's language."""
    return _Sentences().text(suggestion)


class _Sentences(QObject):
    """Qt's translator counts ("%n cores") only for an object's own `tr`."""

    def text(self, suggestion: Suggestion) -> str:
        cores = suggestion.machine.cores
        match suggestion.reason:
            case Reason.FITS:
                text = self.tr(
                    "This computer has {memory} of memory and %n core(s): {model} fits.", "", cores
                )
            case Reason.SMALLER_FOR_MEMORY:
                text = self.tr(
                    "This computer has {memory} of memory and %n core(s). {better} asks for "
                    "{needed} of memory, so {model} is suggested: it is smaller, and finds a "
                    "little less.",
                    "",
                    cores,
                )
            case Reason.SMALLER_FOR_SPEED:
                text = self.tr(
                    "This computer has {memory} of memory and %n core(s). {better} would be slow "
                    "on it, so {model} is suggested: it is smaller and sooner done, and finds a "
                    "little less.",
                    "",
                    cores,
                )
            case Reason.NONE_FITS:
                text = self.tr(
                    "This computer has {memory} of memory and %n core(s), and no published model "
                    "fits. {better} asks for {needed} of memory and {cores} cores. You can still "
                    "install one: it may be slow, or refuse to load.",
                    "",
                    cores,
                )
        return text.format(**_details(suggestion))


def _details(suggestion: Suggestion) -> dict[str, str]:
    """Return what the sentences speak of; memory to a tenth where it is what is missing."""
    better = suggestion.passed_over
    short = suggestion.reason in (Reason.SMALLER_FOR_MEMORY, Reason.NONE_FITS)
    return {
        "memory": memory_text(suggestion.machine.memory, exact=short),
        "model": suggestion.model.name if suggestion.model else "",
        "better": better.name if better else "",
        "needed": memory_text(better.needs.memory, exact=True) if better else "",
        "cores": str(better.needs.cores) if better else "",
    }
