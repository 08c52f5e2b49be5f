"""Steps of the database's growth that the messages asked for.

See `migrations`. A released step is never edited.
"""

from collections.abc import Callable
from typing import Any


def failures(connection: Any) -> None:
    """Why a reply failed, see `messages.Failure`; empty where it did not, or nobody knows."""
    connection.execute("ALTER TABLE messages ADD COLUMN failure TEXT NOT NULL DEFAULT ''")


STEPS: tuple[Callable[[Any], None], ...] = (failures,)
