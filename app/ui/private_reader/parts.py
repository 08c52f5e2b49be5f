"""What the page of the private reader works with; made by the composition root when needed."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from app.models.catalogue import CatalogueModel, Suggestion
from app.models.installing import Installer
from app.models.shelf import Shelf


@dataclass(frozen=True, slots=True)
class ReaderParts:
    """Made and used on the core thread; the values in it may be read anywhere.

    `list_server` returns the models of a server on this machine, and raises a `ReaderFailed`.
    """

    shelf: Shelf
    installer: Installer
    catalogue: tuple[CatalogueModel, ...]
    suggestion: Suggestion
    list_server: Callable[[str], Coroutine[Any, Any, list[str]]]
