"""Which instructions a model gets: those it was trained on where they lie beside it, else ours."""

from contextlib import suppress
from pathlib import Path

from app.detect.model.prompt import Instructions, InstructionsUnusable

# The name of the MemPrivacy authors' text, which only comes with their models (CC BY-NC-ND 4.0).
BESIDE = "instructions.txt"
_LONGEST = 64 * 1024


def instructions_for(model: Path, ours: str) -> str:
    """Return the text beside the file `model`, if there is one that can be used, else `ours`."""
    beside = model.with_name(BESIDE)
    with suppress(OSError, UnicodeError, InstructionsUnusable):
        if beside.stat().st_size <= _LONGEST:
            text = beside.read_text("utf-8")
            Instructions.parse(text)
            return text
    return ours
