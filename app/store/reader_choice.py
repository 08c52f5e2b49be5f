"""Which model reads the user's messages on this machine, as the user chose it."""

import enum
from dataclasses import dataclass


class ReaderKind(enum.StrEnum):
    """Where the model is."""

    NONE = "none"
    INSTALLED = "installed"  # made ready by this app
    FILE = "file"  # a GGUF file of the user's own
    SERVER = "server"  # another program on this machine


@dataclass(frozen=True, slots=True)
class ReaderChoice:
    """A choice of model.

    `model` is the installed model's id, the file's path, or the server's name for its model;
    `name` is what people call it; `address` is the server's, "" for the others.
    """

    kind: ReaderKind = ReaderKind.NONE
    model: str = ""
    name: str = ""
    address: str = ""


NO_READER = ReaderChoice()
