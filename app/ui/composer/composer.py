"""Where a message is written: shows while typing what will stay home, and lets the user decide."""

import enum
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.chat.reader import Found, Reading
from app.errors import KnownError
from app.privacy.levels import Level
from app.privacy.normalise import fold
from app.privacy.policy import Action, Choice
from app.store.identities import Identity
from app.ui.composer.hide_button import HideButton
from app.ui.composer.reader_sign import ReaderSign
from app.ui.composer.reader_state import ReaderState
from app.ui.composer.text import ComposerText
from app.ui.identities.names import short_identity_name
from app.ui.spans.highlighter import SpanHighlighter, Stretch
from app.ui.spans.level_chips import LevelChips
from app.ui.spans.popup import SpanPopup, Subject
from app.ui.spans.type_menu import type_menu
from app.ui.spans.utf16 import Utf16Map
from app.ui.theme import Manner, Theme


class ComposerState(enum.Enum):
    """What the composer's owner is doing."""

    IDLE = "idle"
    SENDING = "sending"  # the message is on its way to disk; it may not change now
    REPLYING = "replying"  # a reply streams; the next message may be written


class Composer(QWidget):
    """The field, the counts, and the button that sends or stops.

    It reads nothing itself: it asks for a reading whenever the text or a choice changes, and shows
    the one that fits its newest revision. It sends only what was read.

    Signals:
        read_requested(str, int): read this text with `choices`; answer with the same revision.
        send_requested(str, object): send this text with these choices.
        send_refused(KnownError): the text could not be read, so it was not offered for sending.
        stop_requested(): stop the reply that streams.
        choices_changed(object): the choices for this message, by folded value.
        rule_requested(str, Choice): make this choice about this value hold everywhere.
        text_changed(): the text changed.
    """

    read_requested = Signal(str, int)
    send_requested = Signal(str, object)
    send_refused = Signal(object)
    stop_requested = Signal()
    choices_changed = Signal(object)
    rule_requested = Signal(str, object)
    text_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty composer that looks as `theme` says."""
        super().__init__(parent)
        self.setObjectName("composer")
        self._theme = theme
        self._choices: dict[str, Choice] = {}
        self._revision = 0
        self._writer: Identity | None = None
        self._shown_revision = -1
        self._reading: Reading | None = None
        self._failed: KnownError | None = None
        self._pending = False
        self._state = ComposerState.IDLE
        self._popup: SpanPopup | None = None
        self._field = ComposerText()
        self._marks = SpanHighlighter(self, self._field.document(), self._look)
        self._chips = LevelChips()
        self._sign = ReaderSign()
        self._send = QPushButton()
        self._send.setObjectName("composerSend")
        self._hide = HideButton(theme, self)
        self._build()
        self._connect()
        self._retranslate()

    @property
    def text(self) -> str:
        """The text as typed."""
        return self._field.text

    @property
    def choices(self) -> Mapping[str, Choice]:
        """The user's choices for this message, by folded value."""
        return dict(self._choices)

    @property
    def revision(self) -> int:
        """Counts changes of the text and of the choices."""
        return self._revision

    @property
    def state(self) -> ComposerState:
        """What the composer's owner is doing."""
        return self._state

    @property
    def is_read(self) -> bool:
        """Whether what is shown is the reading of the newest revision."""
        return self._shown_revision == self._revision

    def set_state(self, state: ComposerState) -> None:
        """Say what happens now; decides between Send and Stop."""
        self._state = state
        self._field.setReadOnly(state is ComposerState.SENDING)
        self._show_button()

    def set_text(self, text: str, choices: Mapping[str, Choice] | None = None) -> None:
        """Replace the text and the choices, for a new chat or for editing an earlier message."""
        self._choices = dict(choices or {})
        self._field.set_text(text)
        self._field.moveCursor(QTextCursor.MoveOperation.End)
        self.choices_changed.emit(self.choices)
        self._ask()

    def clear(self) -> None:
        """Start an empty message."""
        self.set_text("")

    def focus(self) -> None:
        """Put the cursor into the field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_writer(self, identity: Identity | None) -> None:
        """Say as whom the user writes, for the chats may be out of sight; None for nobody else."""
        self._writer = identity
        self._retranslate()

    def ask_again(self) -> None:
        """Ask for a new reading of the same text: the rules or the profile changed.

        An Enter that waits for a reading waits for the new one.
        """
        pending = self._pending
        self._ask()
        self._pending = pending

    def show_reading(self, reading: Reading, revision: int) -> bool:
        """Show `reading` if it is of the newest `revision`; return whether it is."""
        if revision != self._revision:
            return False
        self._reading, self._failed = reading, None
        self._shown_revision = revision
        to_units = Utf16Map(reading.text).to_units
        self._marks.mark(
            Stretch(
                to_units(each.span.start),
                to_units(each.span.end),
                each.span.level,
                each.action is Action.KEEP,
                index,
            )
            for index, each in enumerate(reading.found)
        )
        self._chips.set_counts(reading.counts)
        self._show_button()
        if self._pending:
            self._on_submitted()
        return True

    def reading_failed(self, failure: KnownError, revision: int) -> bool:
        """Hear that the newest `revision` could not be read; return whether it is the newest."""
        if revision != self._revision:
            return False
        self._reading, self._failed = None, failure
        self._show_button()
        if self._pending:
            self._pending = False
            self.send_refused.emit(failure)
        return True

    def show_reader(self, state: ReaderState) -> None:
        """Show what the model is doing with the text."""
        self._sign.show_state(state)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._box = QFrame()
        self._box.setObjectName("composerBox")
        self._send.setIconSize(QSize(16, 16))
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._chips, 1)
        row.addWidget(self._sign)
        row.addWidget(self._send)
        inner = QVBoxLayout(self._box)
        inner.setContentsMargins(12, 8, 8, 8)
        inner.setSpacing(4)
        inner.addWidget(self._field)
        inner.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        self.setFocusProxy(self._field)

    def _connect(self) -> None:
        field = self._field
        field.edited.connect(self._on_edited)
        field.submitted.connect(self._on_submitted)
        field.pressed.connect(self._on_pressed)
        field.opened.connect(self._on_opened)
        field.stepped.connect(self._on_stepped)
        field.focused.connect(self._on_focused)
        field.settled.connect(self._place_hide_button)
        field.menu_requested.connect(self._on_menu_requested)
        self._send.clicked.connect(self._on_button)
        self._hide.hide_requested.connect(self._on_hide_requested)
        hide_keys = QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_H), self)
        hide_keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        hide_keys.activated.connect(self._on_hide_shortcut)
        self._theme.changed.connect(self._on_theme_changed)

    def _look(self, level: Level, kept: bool) -> QTextCharFormat:
        return self._theme.level_format(level, Manner.DRAFT, kept=kept)

    def _retranslate(self) -> None:
        hint, name = (
            self.tr("Write a message. Private details are marked here and stay at home."),
            "",
        )
        if self._writer is not None:
            hint = self.tr("Write as {name}. Private details are marked here and stay at home.")
            name = short_identity_name(self._writer)
        self._field.setPlaceholderText(hint.format(name=name))
        self._field.setAccessibleName(self.tr("Message"))
        self._field.setAccessibleDescription(
            self.tr("Alt+Down goes to the next private piece, Alt+Enter tells about it.")
        )
        self._show_button()

    def _show_button(self) -> None:
        send = self._send
        replying = self._state is ComposerState.REPLYING
        hidden = 0 if self._reading is None else self._reading.hidden
        if replying:
            text = self.tr("Stop")
        elif hidden and self.text.strip():
            text = self.tr("Send · %n stay home", "", hidden)
        else:
            text = self.tr("Send")
        send.setText(text)
        send.setAccessibleName(text)
        send.setToolTip(self.tr("Stop the reply (Esc)") if replying else "")
        send.setEnabled(replying or (self._state is ComposerState.IDLE and bool(self.text.strip())))
        if send.property("kind") != ("stop" if replying else "primary"):
            send.setProperty("kind", "stop" if replying else "primary")
            send.style().polish(send)
        colour = "text" if replying else ("on_accent" if send.isEnabled() else "control")
        send.setIcon(self._theme.icon("stop" if replying else "send", colour))

    def _ask(self) -> None:
        self._revision += 1
        self._pending = False
        self._failed = None
        if not self.text:
            self._reading = None
            self._chips.set_counts({})
            self._marks.mark(())
        self._show_button()
        self.read_requested.emit(self.text, self._revision)

    def _decide(self, text: str, choice: Choice, *, always: bool) -> None:
        if always:
            # The rule alone decides from now on; a choice for this message would outrank it.
            self._choices.pop(fold(text), None)
            self.rule_requested.emit(text, choice)
        else:
            self._choices[fold(text)] = choice
        self.choices_changed.emit(self.choices)
        self._ask()

    def _found(self, stretch: Stretch | None) -> Found | None:
        if stretch is None or self._reading is None or self._reading.text != self.text:
            return None
        return self._reading.found[stretch.index]

    def _open(self, stretch: Stretch | None) -> None:
        found = self._found(stretch)
        if found is None or stretch is None:
            return
        placeholder = "" if found.placeholder is None else str(found.placeholder)
        self._popup = SpanPopup(Subject(found.span, found.action, placeholder), self)
        self._popup.decided.connect(
            lambda choice, always: self._decide(found.span.text, choice, always=always)
        )
        self._popup.show_at(self._field.rect_of(stretch.start, stretch.end))

    def _selected(self) -> str:
        return self._field.textCursor().selectedText().replace("\u2029", "\n").strip()

    def _place_hide_button(self) -> None:
        cursor = self._field.textCursor()
        selected = self._selected()
        marked = self._marks.at(cursor.selectionStart())
        known = marked is not None and (
            (marked.start, marked.end, marked.kept)
            == (cursor.selectionStart(), cursor.selectionEnd(), False)
        )
        if not selected or known or not self._field.hasFocus() or self._field.isReadOnly():
            self._hide.hide()
            return
        self._hide.float_above(self._field.rect_of(cursor.selectionStart(), cursor.selectionEnd()))

    def _on_edited(self) -> None:
        self._ask()
        self.text_changed.emit()

    def _on_submitted(self) -> None:
        if self._state is not ComposerState.IDLE or not self.text.strip():
            return
        if self._reading is not None and self.is_read:
            self._pending = False
            self.send_requested.emit(self.text, self.choices)
            return
        if self._failed is not None:
            self._ask()
        self._pending = True

    def _on_button(self) -> None:
        if self._state is ComposerState.REPLYING:
            self.stop_requested.emit()
        else:
            self._on_submitted()

    def _on_pressed(self, unit: int) -> None:
        self._open(self._marks.at(unit))

    def _on_opened(self) -> None:
        self._open(self._marks.at(self._field.textCursor().selectionStart()))

    def _on_stepped(self, direction: int) -> None:
        cursor = self._field.textCursor()
        if direction > 0:
            target = self._marks.after(cursor.selectionStart() - (not cursor.hasSelection()))
        else:
            target = self._marks.before(cursor.selectionStart())
        if target is not None:
            cursor.setPosition(target.start)
            cursor.setPosition(target.end, QTextCursor.MoveMode.KeepAnchor)
            self._field.setTextCursor(cursor)

    def _on_focused(self, focused: bool) -> None:
        self._box.setProperty("focused", focused)
        self._box.style().polish(self._box)
        self._place_hide_button()

    def _on_hide_shortcut(self) -> None:
        self._on_hide_requested("")

    def _on_hide_requested(self, privacy_type: str) -> None:
        selected = self._selected()
        if not selected or self._field.isReadOnly():
            return
        cursor = self._field.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self._field.setTextCursor(cursor)
        self._field.setFocus()
        self._decide(selected, Choice(Action.HIDE, privacy_type or None), always=False)

    def _on_menu_requested(self, place: QPoint, unit: int, keyboard: bool) -> None:
        stretch = self._marks.at(unit)
        if keyboard and self._found(stretch) is not None and not self._selected():
            self._open(stretch)
            return
        menu = self._field.createStandardContextMenu()
        menu.setParent(self, menu.windowFlags())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        if self._found(stretch) is not None:
            about = menu.addAction(self.tr("About this private piece…"))
            about.triggered.connect(lambda: self._open(stretch))
        hide = menu.addAction(self.tr("Hide this"))
        hide.triggered.connect(self._on_hide_shortcut)
        kinds = type_menu(self.tr("Hide this as"), menu, self._on_hide_requested)
        menu.addMenu(kinds)
        for each in (hide, kinds.menuAction()):
            each.setEnabled(bool(self._selected()))
        menu.popup(place)

    def _on_theme_changed(self) -> None:
        self._marks.rehighlight()
        self._show_button()
