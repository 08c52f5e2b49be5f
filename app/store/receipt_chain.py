"""How receipts are chained, so that a change to any of them shows.

Each receipt has a content hash, and each link of the chain a hash over the link before and that
content hash:

    content = SHA-256(record)       record: compact JSON, keys sorted, ASCII only
    link    = SHA-256("understudy receipt 1\\n" + link before + content), 32 zero bytes at first

This is the hash chain of Schneier and Kelsey, "Secure Audit Logs to Support Computer Forensics"
(1999), without its secret keys: whoever can open the database could also compute a new chain, so
the last link's hash, written down elsewhere, is what proves that nothing was rewritten since.

A record holds a random salt. When a chat is deleted, its receipts go, salt and all; what is left,
the two hashes, then tells nobody what they were, not even one who guesses.

All of this is a format that has been given away in exports: it never changes, only a new version
may stand beside it.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

START = bytes(32)
SALT_BYTES = 16
_LINK = b"understudy receipt 1\n"


@dataclass(frozen=True, slots=True)
class Record:
    """What a content hash covers. `at` is in microseconds since 1970, UTC."""

    salt: bytes = field(repr=False)
    at: int
    chat: int
    provider: str
    host: str
    model: str
    body: str = field(repr=False)
    counts: Mapping[str, int]
    read_by: str
    overrides: Mapping[str, Mapping[str, int]]

    def content(self) -> bytes:
        """Return the content hash, 32 bytes."""
        fields = {
            "salt": self.salt.hex(),
            "at": self.at,
            "chat": self.chat,
            "provider": self.provider,
            "host": self.host,
            "model": self.model,
            "body_sha256": body_hash(self.body),
            "counts": dict(self.counts),
            "read_by": self.read_by,
            "overrides": {action: dict(types) for action, types in self.overrides.items()},
        }
        text = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
        return hashlib.sha256(text.encode("ascii")).digest()


def body_hash(body: str) -> str:
    """Return the SHA-256 of a request's body in hexadecimal, as `sha256sum` prints it."""
    return hashlib.sha256(body.encode()).hexdigest()


def link(previous: bytes, content: bytes) -> bytes:
    """Return the hash of the link that follows `previous`, 32 bytes."""
    return hashlib.sha256(_LINK + previous + content).digest()
