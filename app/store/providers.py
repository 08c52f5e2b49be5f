"""The providers that the user set up. Their keys are as safe as the database, and in no repr."""

from dataclasses import dataclass, field
from typing import Literal

from app.store.database import Database, Row
from app.store.errors import MirrorStays

Wire = Literal["openai", "anthropic", "mirror"]
MIRROR_ID = 1
_ALL = "SELECT id, preset, wire, name, base_url, model, api_key FROM providers ORDER BY id"
_ONE = "SELECT id, preset, wire, name, base_url, model, api_key FROM providers WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Provider:
    """Where assistants answer. `id` is 0 for one that is not kept yet."""

    preset: str
    wire: Wire
    name: str
    base_url: str
    model: str
    api_key: str = field(default="", repr=False)
    id: int = 0


class Providers:
    """All providers. Every method writes at once, and raises what `Database.transaction` raises.

    The built-in mirror has the id `MIRROR_ID`, is always there, and comes first.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> tuple[Provider, ...]:
        """Return all providers, the mirror first, the others as they were added."""
        return tuple(_provider(row) for row in self._database.query(_ALL))

    def get(self, provider_id: int) -> Provider:
        """Return one provider; raise `KeyError` for an unknown id."""
        rows = self._database.query(_ONE, (provider_id,))
        if not rows:
            raise KeyError(provider_id)
        return _provider(rows[0])

    def add(self, provider: Provider) -> Provider:
        """Keep a provider; return it with its id. There is one mirror only: `MirrorStays`."""
        if provider.wire == "mirror":
            raise MirrorStays
        provider_id = self._database.execute(
            "INSERT INTO providers (preset, wire, name, base_url, api_key, model)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            _values(provider),
        )
        return self.get(provider_id)

    def update(self, provider: Provider) -> Provider:
        """Replace what is kept under the provider's id.

        Raises `KeyError` for an unknown id, and `MirrorStays` where the mirror would become
        something else or something else the mirror.
        """
        if self.get(provider.id).wire != provider.wire and (
            provider.id == MIRROR_ID or provider.wire == "mirror"
        ):
            raise MirrorStays
        self._database.execute(
            "UPDATE providers SET preset = ?, wire = ?, name = ?, base_url = ?, api_key = ?,"
            " model = ? WHERE id = ?",
            (*_values(provider), provider.id),
        )
        return self.get(provider.id)

    def remove(self, provider_id: int) -> None:
        """Remove a provider and its key. Its chats stay. Raises `MirrorStays` for the mirror."""
        if provider_id == MIRROR_ID:
            raise MirrorStays
        self._database.execute("DELETE FROM providers WHERE id = ?", (provider_id,))


def _values(provider: Provider) -> tuple[str, ...]:
    return (
        provider.preset,
        provider.wire,
        provider.name,
        provider.base_url,
        provider.api_key,
        provider.model,
    )


def _provider(row: Row) -> Provider:
    return Provider(
        id=row[0],
        preset=row[1],
        wire=row[2],
        name=row[3],
        base_url=row[4],
        model=row[5],
        api_key=row[6],
    )
