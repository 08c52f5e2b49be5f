"""Editing an earlier message: it comes into the composer, and sending replaces it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.privacy.policy import Choices
from app.store.drafts import Draft, DraftPlace
from app.store.messages import Message
from app.ui.composer.composer import Composer, ComposerState


class EditingBar(QFrame):
    """Says above the composer that an earlier message is being edited.

    Signals:
        cancelled(): leave that message as it is.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the bar, hidden."""
        super().__init__(parent)
        self.setObjectName("editingBar")
        self.setProperty("role", "notice")
        self._text = QLabel()
        self._text.setObjectName("editingText")
        self._text.setWordWrap(True)
        self._cancel = QPushButton()
        self._cancel.setObjectName("editingCancel")
        self._cancel.setProperty("kind", "quiet")
        self._cancel.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignTop)
        self._cancel.clicked.connect(self.cancelled)
        self._retranslate()
        self.hide()

    def announce(self) -> None:
        """Show the bar; a screen reader speaks it, the focus stays where it is."""
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        said = self.tr(
            "You are editing an earlier message. Sending replaces it and everything after it."
        )
        self._text.setText(said)
        self._text.setAccessibleName(said)
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Leave the message as it is (Esc)"))
        self._cancel.setAccessibleName(self.tr("Leave the message as it is"))


@dataclass(frozen=True, slots=True)
class _Edit:
    """The message that is edited, and the draft that was in the composer before."""

    message_id: int
    text: str
    choices: Choices


class Editing(QObject):
    """Which message of each chat is being edited; `bar` shows it for the chat that is shown.

    Signals:
        changed(): another message than before would be replaced, or none.
    """

    changed = Signal()

    def __init__(self, composer: Composer, parent: QObject | None = None) -> None:
        """Edit in `composer`."""
        super().__init__(parent)
        self.bar = EditingBar()
        self._composer = composer
        self._place: DraftPlace | None = None
        self._edits: dict[DraftPlace, _Edit] = {}
        self.bar.cancelled.connect(self.cancel)

    @property
    def message_id(self) -> int | None:
        """The message that sending replaces in the chat that is shown, if any."""
        edit = self._edits.get(self._place) if self._place is not None else None
        return None if edit is None else edit.message_id

    @property
    def aside(self) -> Mapping[DraftPlace, Draft]:
        """The drafts that had to make room for the messages that are being edited."""
        return {
            place: Draft(place, each.text, each.choices)
            for place, each in self._edits.items()
            if each.text
        }

    def show(self, place: DraftPlace) -> None:
        """Hear that a chat is shown, its draft in the composer."""
        self._place = place
        self._show()

    def begin(self, message: Message) -> None:
        """Take `message`, of the chat that is shown, into the composer."""
        composer = self._composer
        place = self._place
        if composer.state is ComposerState.SENDING or place is None:
            return
        before = self._edits.get(place)
        draft = (before.text, before.choices) if before else (composer.text, composer.choices)
        self._edits[place] = _Edit(message.id, *draft)
        composer.set_text(message.text, message.choices)
        composer.focus()
        self._show()

    def cancel(self) -> bool:
        """Leave the message as it is and bring back the draft; return whether one was edited."""
        if self._place is None or self._composer.state is ComposerState.SENDING:
            return False
        edit = self._edits.pop(self._place, None)
        if edit is not None:
            self._composer.set_text(edit.text, edit.choices)
            self._composer.focus()
            self._show()
        return edit is not None

    def end(self, place: DraftPlace) -> None:
        """Hear that the message was replaced, or is gone with its chat."""
        if self._edits.pop(place, None) is not None:
            self._show()

    def _show(self) -> None:
        if self.message_id is None:
            self.bar.hide()
        else:
            self.bar.announce()
        self.changed.emit()
