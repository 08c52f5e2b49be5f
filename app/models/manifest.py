"""The note beside each installed model: only a folder with a whole one counts as a model."""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from app.models import durable
from app.models.orders import Kind, Order

MANIFEST = "manifest.json"
ORDER = "order.json"
MODEL = "model.gguf"
INSTRUCTIONS = "instructions.txt"

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is known of an installed model; times are ISO 8601 in UTC.

    `revision` is the commit of the repository that it came from, where there is one. `size` and
    `sha256` are those of the GGUF file.
    """

    kind: Kind
    name: str
    repo: str
    revision: str
    size: int
    sha256: str
    licence: str
    licence_url: str
    accepted: str
    installed: str

    @classmethod
    def of(cls, order: Order, revision: str, size: int, sha256: str, installed: str) -> "Manifest":
        """Return the note for the model that `order` asked for."""
        return cls(
            order.kind,
            order.name,
            order.repo,
            revision,
            size,
            sha256,
            order.licence,
            order.licence_url,
            order.accepted,
            installed,
        )

    def write(self, folder: Path) -> None:
        """Put the note into `folder`, the last step of every installation. Raises `OSError`."""
        content = json.dumps({"format": _FORMAT, **asdict(self)}, indent=1)
        durable.write(folder / MANIFEST, content.encode())


def read_manifest(folder: Path) -> Manifest | None:
    """Return the note in `folder`, or None where there is no whole model.

    The model's file must be there with the noted size; its bytes were checked when it was put
    there, and reading gigabytes at each start would be felt.
    """
    try:
        fields = dict(json.loads((folder / MANIFEST).read_text("utf-8")))
        if fields.pop("format") != _FORMAT:
            return None
        manifest = Manifest(**{**fields, "kind": Kind(fields["kind"])})
        whole = (folder / MODEL).stat().st_size == manifest.size
    except (OSError, ValueError, TypeError, KeyError):
        return None
    texts = (manifest.name, manifest.sha256, manifest.licence, manifest.accepted)
    if not whole or not all(isinstance(text, str) for text in texts):
        return None
    return manifest if re.fullmatch("[0-9a-f]{64}", manifest.sha256) else None
