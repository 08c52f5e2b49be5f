"""Between the user's Send and the message's leaving: waits for the private reader, or asks."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.chat.understanding import Understanding
from app.errors import KnownError
from app.privacy.policy import Choices
from app.ui.composer.reader_state import ReaderState
from app.ui.conversation.model_reading import ModelReading
from app.ui.conversation.reader_bar import ReaderBar
from app.ui.jobs import CoreThread


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants to send: a message, or with None the last one again.

    `replacing` is the id of an earlier message that this one takes the place of.
    """

    text: str | None
    choices: Choices
    replacing: int | None = None


class Sending(QObject):
    """Holds one wish until the model has read its text or the user waives that.

    Signals:
        ready(Wish, bool): send it now; True where the user did not wait for the reader.
    """

    ready = Signal(object, bool)

    def __init__(
        self, core: CoreThread, understanding: Understanding, parent: QObject | None = None
    ) -> None:
        """Read by `understanding`, which is touched on the thread of `core` only."""
        super().__init__(parent)
        self.reading = ModelReading(core, understanding, self)
        self.bar = ReaderBar()
        self._wish: Wish | None = None
        self.reading.changed.connect(self._on_changed)
        self.bar.waived.connect(self._on_waived)
        self.bar.retried.connect(self._on_retried)
        self.bar.cancelled.connect(self.cancel)

    @property
    def waits(self) -> bool:
        """Whether a wish is held."""
        return self._wish is not None

    def follow(self, text: str) -> None:
        """Hear that the draft is `text` now; what was to be sent is another then."""
        if self._wish is not None and self._wish.text != text:
            self.cancel()
        self.reading.follow(text)

    def want(self, wish: Wish) -> None:
        """Send `wish` as soon as its text, the one that is followed, has been read."""
        self._wish = wish
        self.reading.hurry()
        self._settle()

    def refused(self, wish: Wish, failure: KnownError) -> None:
        """Hear that the core would not send `wish` unread: ask."""
        self._wish = wish
        self.bar.ask(failure)

    def cancel(self) -> None:
        """Do not send."""
        self._wish = None
        self.bar.hide()

    def stop(self) -> None:
        """Forget everything: the vault is about to be locked."""
        self.cancel()
        self.reading.stop()

    def _settle(self) -> None:
        if self._wish is None:
            return
        if self.reading.failure is not None:
            self.bar.ask(self.reading.failure)
        elif self.reading.state.at_work:
            self.bar.wait()
        else:
            self._go(waived=False)

    def _go(self, *, waived: bool) -> None:
        wish = self._wish
        self.cancel()
        if wish is not None:
            self.ready.emit(wish, waived)

    def _on_changed(self, _: ReaderState) -> None:
        self._settle()

    def _on_waived(self) -> None:
        self._go(waived=True)

    def _on_retried(self) -> None:
        wish = self._wish
        if wish is not None and wish.text is None:
            self._go(waived=False)
        else:
            self.reading.retry()
            self._settle()
