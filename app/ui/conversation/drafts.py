"""What is being written in each chat: where it waits, and how it outlives the lock."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.chat.drafts import SecretsNotKept, Unsent
from app.chat.session import Session
from app.errors import KnownError
from app.store.drafts import Draft, DraftPlace
from app.ui.composer.composer import Composer, ComposerState
from app.ui.conversation.running_turn import RunningTurn
from app.ui.conversation.sending import Wish
from app.ui.jobs import CoreThread

Gather = Callable[[], Sequence[Unsent]]
"""Says what is unsent. To be called on the core thread, after what was sent before."""


class DraftShelf(QObject):
    """Holds the drafts that are not in the composer, and brings back those of before the lock.

    Signals:
        told(KnownError): what the user should know of the draft in the composer.
        place_wanted(DraftPlace): the user was writing there when the vault was locked.
    """

    told = Signal(object)
    place_wanted = Signal(object)

    def __init__(
        self, core: CoreThread, session: Session, composer: Composer, parent: QObject
    ) -> None:
        """Fill `composer`; `session` is touched on the thread of `core` only."""
        super().__init__(parent)
        self._core = core
        self._session = session
        self._composer = composer
        self._waiting: dict[DraftPlace, Draft] = {}
        # The places of which something may be on the disk.
        self._kept: set[DraftPlace] = set()
        self.place = DraftPlace(session.identities.chosen)
        core.call(session.drafts.list, done=self._on_kept, failed=self._on_failed)

    def turn_to(self, place: DraftPlace) -> None:
        """Put away what is in the composer, and go on with what is being written at `place`."""
        if self._composer.text and self._composer.state is not ComposerState.SENDING:
            self.put_back(self.place, Wish(self._composer.text, self._composer.choices))
        self.place = place
        self._bring(self._waiting.pop(place, Draft(place, "", {})))

    def put_back(self, place: DraftPlace, wish: Wish) -> None:
        """Hold a message that was not sent after all, before what else is being written there."""
        if wish.text is None:
            return
        draft = _joined(Draft(place, wish.text, wish.choices), self._waiting.pop(place, None))
        if place == self.place and not self._composer.text:
            self._bring(draft)
        else:
            self._waiting[place] = draft

    def emptied(self) -> None:
        """Hear that nothing is in the composer any more."""
        if self.place in self._kept:
            self._kept.discard(self.place)
            self._core.call(self._session.drafts.remove, self.place, failed=self._on_failed)

    def forget(self, chat_id: int) -> None:
        """Drop what was being written in a chat that was deleted."""
        for place in [each for each in self._waiting if each.chat_id == chat_id]:
            del self._waiting[place]

    def forget_identity(self, identity_id: int) -> None:
        """Drop what was being written as an identity that is about to be removed."""
        for place in [each for each in self._waiting if each.identity_id == identity_id]:
            del self._waiting[place]

    def unsent(self, turns: Collection[RunningTurn], aside: Mapping[DraftPlace, Draft]) -> Gather:
        """Return what gives all drafts of now, and the messages of `turns` that were not kept.

        `aside` are drafts that had to make room for others.
        """
        drafts = dict(self._waiting)
        if self._composer.text and self._composer.state is not ComposerState.SENDING:
            draft = Draft(self.place, self._composer.text, self._composer.choices)
            drafts[self.place] = _joined(draft, drafts.get(self.place))
        for place, draft in aside.items():
            drafts[place] = _joined(drafts[place], draft) if place in drafts else draft
        shown = self.place
        sent = tuple(turns)

        def gather() -> Sequence[Unsent]:
            for turn in sent:
                if turn.wish.text is not None and not turn.kept:
                    draft = Draft(turn.written_at, turn.wish.text, turn.wish.choices)
                    drafts[turn.written_at] = _joined(draft, drafts.get(turn.written_at))
            return [
                Unsent(place, each.text, each.choices, shown=place == shown)
                for place, each in drafts.items()
            ]

        return gather

    def _bring(self, draft: Draft) -> None:
        self._composer.set_text(draft.text, draft.choices)
        if draft.lost:
            self.told.emit(SecretsNotKept())

    def _on_kept(self, drafts: Sequence[Draft]) -> None:
        self._kept.update(each.place for each in drafts)
        for draft in drafts:
            self._waiting[draft.place] = _joined(draft, self._waiting.get(draft.place))
        wanted = next((each.place for each in drafts if each.shown), self.place)
        here = self._waiting.pop(self.place, None)
        if here is not None:
            typed = Draft(self.place, self._composer.text, self._composer.choices)
            self._bring(_joined(here, typed if typed.text else None))
        elif not self._composer.text and wanted != self.place:
            self.place_wanted.emit(wanted)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self.told.emit(error)


def _joined(first: Draft, then: Draft | None) -> Draft:
    """Return two drafts of one place as one."""
    if then is None:
        return first
    choices = {**first.choices, **then.choices}
    text = f"{first.text}\n\n{then.text}"
    return replace(then, text=text, choices=choices, lost=first.lost + then.lost)
