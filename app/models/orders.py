"""What is to be installed: a published model, a file of a hub's repository, or a file from here.

An order holds all that the work needs but the way to the hub, and lies beside unfinished work, so
that it can go on after a restart of the app. It holds nothing private and no token.
"""

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path, PurePosixPath

from app.models.catalogue import CatalogueModel
from app.models.failures import GgufUnusable, RepoNameInvalid

# The hub's own rule for names, without its finer points: it refuses those itself.
_REPO = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}", re.ASCII)
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9.]+")


class Kind(StrEnum):
    """Where a model comes from."""

    PUBLISHED = "published"
    HUB_FILE = "hub file"
    LOCAL_FILE = "local file"


@dataclass(frozen=True, slots=True)
class Order:
    """One model to install; `published`, `hub_file` and `local_file` make them.

    `file` is a path inside the repository, or the local file. `accepted` is when the licence was
    accepted, in ISO 8601, empty where the app asks for no consent.
    """

    kind: Kind
    name: str
    repo: str = ""
    file: str = ""
    licence: str = ""
    licence_url: str = ""
    accepted: str = ""
    instructions_url: str = ""

    @property
    def id(self) -> str:
        """The folder of this model: the same for the same source, and fit for every system."""
        source = "\n".join((self.kind, self.repo, self.file))
        digest = hashlib.sha256(source.encode()).hexdigest()[:8]
        plain = _NOT_IN_NAMES.sub("-", self.name).strip("-.").lower()[:60]
        return f"{plain or 'model'}-{digest}"

    def to_json(self) -> str:
        """Return this order as JSON."""
        return json.dumps(asdict(self), indent=1)

    @classmethod
    def from_json(cls, text: str) -> "Order":
        """Return the order that `to_json` wrote. Raises `ValueError` for any other text."""
        try:
            fields = {name: str(value) for name, value in dict(json.loads(text)).items()}
            return cls(Kind(fields.pop("kind")), **fields)
        except (TypeError, KeyError) as error:
            raise ValueError("this is no order") from error


def published(model: CatalogueModel, accepted: datetime | None) -> Order:
    """Return the order for a model of the catalogue.

    `accepted` is when the user accepted its licence; without it the installer refuses.
    """
    return Order(
        Kind.PUBLISHED,
        model.name,
        repo=model.repo,
        licence=model.licence.name,
        licence_url=model.licence.url,
        accepted=accepted.astimezone(UTC).isoformat(timespec="seconds") if accepted else "",
        instructions_url=model.instructions_url,
    )


def hub_file(repo: str, file: str, licence: str = "") -> Order:
    """Return the order for a GGUF file of a repository. Raises `RepoNameInvalid`.

    `licence` is what the repository names, for the record.
    """
    return Order(
        Kind.HUB_FILE,
        PurePosixPath(file).stem,
        repo=checked_repo(repo),
        file=file,
        licence=licence,
    )


def local_file(path: Path) -> Order:
    """Return the order for a GGUF file on this machine. Raises `GgufUnusable` without a file."""
    if not path.is_file():
        raise GgufUnusable(file=path.name)
    return Order(Kind.LOCAL_FILE, path.stem, file=str(path.absolute()))


def checked_repo(text: str) -> str:
    """Return the `owner/name` that was entered, also as a page's address.

    Raises `RepoNameInvalid`.
    """
    name = re.sub(r"\Ahttps?://[^/]+/", "", text.strip()).strip("/")
    if not _REPO.fullmatch(name) or ".." in name or "--" in name:
        raise RepoNameInvalid
    return name
