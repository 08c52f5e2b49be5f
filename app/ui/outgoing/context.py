"""Keeps the panel of what leaves up to date with the chat on the screen."""

from functools import partial

from PySide6.QtCore import QObject

from app.chat.context import Outgoing
from app.chat.session import Session
from app.ui.conversation.conversation import Conversation
from app.ui.jobs import CoreThread
from app.ui.outgoing.panel import OutgoingPanel


class OutgoingContext(QObject):
    """Asks the core for the whole chat as it would leave, while the panel shows that."""

    def __init__(
        self,
        core: CoreThread,
        session: Session,
        conversation: Conversation,
        panel: OutgoingPanel,
        parent: QObject,
    ) -> None:
        """Show in `panel` what leaves with `conversation`."""
        super().__init__(parent)
        self._core = core
        self._session = session
        self._conversation = conversation
        self._panel = panel
        self._stopped = False
        conversation.context_changed.connect(self.show)
        panel.context_requested.connect(self.show)

    def show(self) -> None:
        """Show what would leave now, if the panel shows it at all."""
        if self._panel.wants_context and not self._stopped:
            self._core.call(
                partial(self._session.outgoing, replacing=self._conversation.editing.message_id),
                self._conversation.chat_id,
                done=self._on_outgoing,
                failed=self._on_failed,
            )

    def stop(self) -> None:
        """Ask no more: the vault is about to be locked."""
        self._stopped = True

    def _on_outgoing(self, outgoing: Outgoing) -> None:
        self._panel.show_context(outgoing.messages)

    def _on_failed(self, error: Exception) -> None:
        self._panel.show_context(())
        self._conversation.fail(error)
