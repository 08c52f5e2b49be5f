"""Which GGUF files a repository on the hub has to choose from; runs in the install process."""

import re

from app.models.hub import Hub, Patience
from app.models.hub_access import HubAccess
from app.models.messages import Files

_GGUF = re.compile(r".+\.gguf", re.IGNORECASE)
# A model in several pieces, and the eyes of one that sees: neither works by itself.
_PIECES = re.compile(r"-\d{5}-of-\d{5}\.gguf\Z", re.IGNORECASE)
_EYES = re.compile(r"(\A|[/._-])mmproj", re.IGNORECASE)


def gguf_files(access: HubAccess, repo: str, patience: Patience | None = None) -> Files:
    """Return the files of `repo` that are whole models. Raises a `ModelFailure`."""
    hub = Hub(access, patience)
    try:
        repository = hub.repository(repo)
    finally:
        hub.close()
    return Files(
        tuple(
            (file.name, file.size)
            for file in repository.files.values()
            if _GGUF.fullmatch(file.name)
            and not _PIECES.search(file.name)
            and not _EYES.search(file.name)
        ),
        repository.licence,
    )
