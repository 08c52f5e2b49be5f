"""Receipts for scripts: whether their chain is whole, and all of them as JSON Lines."""

import json
from typing import IO

from app.errors import KnownError
from app.store.receipts import Receipts

_HASH_LENGTH = 64


class NotAHash(KnownError):
    """What was given as a link's hash is none."""

    sentence = "A hash has {length} hexadecimal digits. Nothing was checked. Copy it whole."


def verify(receipts: Receipts, answers: IO[str], head: str | None = None) -> int:
    """Say in sentences whether the chain is whole; return the exit code, 0 where it is.

    `head` is the hash that an earlier check or export ended with. Raises `NotAHash`.
    """
    found = receipts.verify(_checked(head) if head is not None else None)
    for fault in found.faults:
        answers.write(f"{fault}\n")
    if found.faults:
        answers.write(f"Receipts checked: {found.count}. Problems found: {len(found.faults)}.\n")
        return 1
    answers.write(
        f"Receipts checked: {found.count}. All of them are as they were kept, in one chain"
        + (f"; {found.deleted} went with their chats.\n" if found.deleted else ".\n")
    )
    if found.count:
        sent = f", sent {found.at.isoformat(timespec='seconds')}" if found.at else ""
        answers.write(
            f"Receipt {found.number}{sent}: {found.head}\n"
            "Keep that line somewhere else: a later check with --head and its hash proves that "
            "nothing up to there was rewritten. A note on this computer proves little, for who can "
            "write a new chain can change it too.\n"
        )
    return 0


def export(receipts: Receipts, answers: IO[str]) -> None:
    """Write every receipt as a line of JSON, oldest first; those of deleted chats as hashes."""
    for lines in receipts.export():
        answers.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _checked(head: str) -> str:
    digits = head.strip().lower()
    if len(digits) != _HASH_LENGTH or not set(digits) <= set("0123456789abcdef"):
        raise NotAHash(length=_HASH_LENGTH)
    return digits
