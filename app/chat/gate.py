"""The gate of a request: checked, put on record, then let out; in that order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from app.assistants.assistant import WireRequest
from app.privacy.levels import Level
from app.privacy.outbound import OutboundCheck
from app.store.receipts import ReadBy, Receipt, Receipts


@dataclass(frozen=True, slots=True)
class Errand:
    """What a request is for: the message it answers, for whom, and its hidden values by level.

    `read_by` says who had read what it holds, `overrides` what the user decided otherwise, `owner`
    whose placeholders it holds.
    """

    chat_id: int
    message_id: int
    provider: str
    model: str
    counts: Mapping[Level, int]
    read_by: ReadBy
    overrides: Mapping[str, Mapping[str, int]]
    owner: str


class ChatGate:
    """Lets a chat's request out once it is checked and its exact bytes are on record."""

    def __init__(self, check: OutboundCheck, receipts: Receipts, errand: Errand) -> None:
        """Admit what passes `check`; write it to `receipts` as part of `errand`."""
        self._check = check
        self._receipts = receipts
        self._errand = errand

    def admit(self, request: WireRequest) -> None:
        """Raise `OutboundLeak` where a hidden value would leave, or what writing raises."""
        self._check.examine(request.url, request.headers, request.body)
        errand = self._errand
        self._receipts.add(
            Receipt(
                chat_id=errand.chat_id,
                message_id=errand.message_id,
                at=datetime.now(UTC),
                provider=errand.provider,
                host=urlsplit(request.url).hostname or "",
                model=errand.model,
                body=request.body.decode(errors="backslashreplace"),
                counts={level.name: count for level, count in errand.counts.items()},
                read_by=errand.read_by,
                overrides=errand.overrides,
                owner=errand.owner,
            )
        )


class CheckedGate:
    """Lets out what holds no hidden value and no chat: the question for a list of models."""

    def __init__(self, check: OutboundCheck) -> None:
        """Admit what passes `check`."""
        self._check = check

    def admit(self, request: WireRequest) -> None:
        """Raise `OutboundLeak` where a hidden value would leave."""
        self._check.examine(request.url, request.headers, request.body)
