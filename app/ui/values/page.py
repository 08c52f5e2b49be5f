"""Settings, page "What stays home": every value that is known, and what can be done with it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.privacy.levels import STANDARD_TYPES, Level
from app.privacy.placeholder import Placeholder
from app.ui.values.browser import ValueBrowser
from app.ui.values.details import ValueDetails
from app.ui.values.listing import ListedValue, ValueCard
from app.ui.values.merge_dialog import MergeDialog
from app.ui.values.questions import ForgetAllDialog
from app.ui.widgets.labels import heading, prose
from app.ui.widgets.question import Question, ask


class ValuesPage(QWidget):
    """Asks what must be asked. `browser` is fed by whoever makes the page.

    Signals:
        card_wanted(Placeholder): all about this value is wanted.
        type_corrected(Placeholder, str): this value is of that type.
        level_corrected(Placeholder, Level): this value does that much harm.
        merge_opened(MergeDialog): the user picks a value to merge with; the dialog wants pages.
        merge_agreed(Placeholder, Placeholder): use the first one from now on, for the other too.
        forget_agreed(Placeholder): forget this value.
        forget_all_agreed(): forget every value.
    """

    card_wanted = Signal(object)
    type_corrected = Signal(object, str)
    level_corrected = Signal(object, object)
    merge_opened = Signal(object)
    merge_agreed = Signal(object, object)
    forget_agreed = Signal(object)
    forget_all_agreed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page; it asks for values when it is first seen."""
        super().__init__(parent)
        self._stale = True
        self._kept_types: frozenset[str] = frozenset()
        self._title = heading("valuesTitle")
        self._why = prose("valuesWhy")
        self.browser = ValueBrowser("valuesList", rows=7)
        self._details = ValueDetails()
        self._forget_all = QPushButton()
        self._forget_all.setObjectName("valuesForgetAll")
        self._forget_all.setProperty("kind", "danger")
        self._forget_all.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._why)
        layout.addSpacing(4)
        layout.addWidget(self.browser)
        layout.addWidget(self._details)
        layout.addSpacing(8)
        layout.addWidget(self._forget_all, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()
        self.browser.chosen.connect(self._on_chosen)
        self.browser.reveal_wanted.connect(self._details.toggle)
        self._details.revealed.connect(self._on_revealed)
        self._details.type_chosen.connect(self._on_type)
        self._details.level_chosen.connect(self._on_level)
        self._details.merge_wanted.connect(self._on_merge)
        self._details.forget_wanted.connect(self._on_forget)
        self._forget_all.clicked.connect(self._on_forget_all)
        self._retranslate()

    def set_kept_types(self, types: frozenset[str]) -> None:
        """Hear for which types secrets are kept on disk."""
        self._kept_types = types

    def reload(self) -> None:
        """Read everything again, at once or when the page is next seen."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.browser.search()

    def show_card(self, card: ValueCard | None) -> None:
        """Show all about a value; None for one that is gone meanwhile."""
        if card is not None:
            self._details.show_card(card)

    def show_changed(self, before: Placeholder, now: ListedValue) -> None:
        """Show what a value became."""
        self.browser.replace(before, now)
        self._on_chosen(self.browser.value)
        if now.entry.level is Level.PL4:
            # The same secret may have stood elsewhere too.
            self.reload()

    def show_gone(self, placeholder: Placeholder) -> None:
        """Show a value no more."""
        self.browser.remove(placeholder)

    def show_as_it_is(self) -> None:
        """Show again what the values are: a change was refused."""
        self._details.show_value(self.browser.value)
        self._ask_for_card()

    def forget(self) -> None:
        """Show no value in clear: the dialog closes."""
        self._details.hide_value()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt shows the page: now it asks for values."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        if self._stale:
            self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt hides the page: nothing stays revealed."""
        self._details.hide_value()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide what is revealed when the user turns to another window."""
        if event.type() == QEvent.Type.WindowDeactivate and watched is self.window():
            self._details.hide_value()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("What stays home"))
        self._why.setText(
            self.tr(
                "These values are known on this computer. Assistants see the placeholders in their "
                "place. A value is shown only while you reveal it."
            )
        )
        self._forget_all.setText(self.tr("Forget everything…"))
        self._forget_all.setAccessibleName(self.tr("Forget all values"))

    def _ask_for_card(self) -> None:
        value = self._details.value
        if value is not None:
            self.card_wanted.emit(value.entry.placeholder)

    def _on_chosen(self, value: ListedValue | None) -> None:
        if value != self._details.value:
            self._details.show_value(value)
        self._ask_for_card()

    def _on_revealed(self, shown: bool) -> None:
        value = self._details.value
        clear = shown and value is not None
        self.browser.model.reveal(value.entry.placeholder if clear and value else None)

    def _on_type(self, tag: str) -> None:
        value = self._details.value
        if value is None:
            return
        wish = partial(self.type_corrected.emit, value.entry.placeholder, tag)
        becomes = max(value.entry.level, STANDARD_TYPES.get(tag, value.entry.level))
        self._confirm(value, tag, becomes, wish)

    def _on_level(self, level: Level) -> None:
        value = self._details.value
        if value is not None:
            wish = partial(self.level_corrected.emit, value.entry.placeholder, level)
            self._confirm(value, value.entry.type, level, wish)

    def _confirm(
        self, value: ListedValue, tag: str, level: Level, wish: Callable[[], object]
    ) -> None:
        """Ask before a value is taken off the disk or written to it; else do it at once."""
        kept = level is not Level.PL4 or tag in self._kept_types
        if kept is not value.fleeting:
            wish()
            return
        question = self._keep_question(value) if kept else self._secret_question(value)
        ask(self, question, wish, self.show_as_it_is)

    def _secret_question(self, value: ListedValue) -> Question:
        return Question(
            "secretQuestion",
            self.tr("Make it a secret"),
            self.tr("Make {placeholder} a secret?").format(placeholder=value.entry.placeholder),
            self.tr(
                "Secrets are not kept: the value is erased from the vault's file. Replies bring it "
                "back until you lock the vault; later only the placeholder is left."
            ),
            self.tr("Make it a secret"),
        )

    def _keep_question(self, value: ListedValue) -> Question:
        return Question(
            "keepValueQuestion",
            self.tr("Keep the value"),
            self.tr("Keep the value behind {placeholder} on disk?").format(
                placeholder=value.entry.placeholder
            ),
            self.tr(
                "It is a secret now and not kept. As something less it is written to the vault's "
                "file, and whoever opens the vault or a backup of it can read it."
            ),
            self.tr("Keep it"),
        )

    def _on_merge(self) -> None:
        value = self._details.value
        if value is not None:
            self._details.hide_value()
            dialog = MergeDialog(value, self)
            dialog.agreed.connect(self.merge_agreed)
            self.merge_opened.emit(dialog)
            dialog.open()
            dialog.browser.search()

    def _on_forget(self) -> None:
        value = self._details.value
        if value is None:
            return
        placeholder = value.entry.placeholder
        question = Question(
            "forgetQuestion",
            self.tr("Forget value"),
            self.tr("Forget the value behind {placeholder}?").format(placeholder=placeholder),
            self.tr(
                "It is erased from the vault's file. Earlier messages keep only the placeholder, "
                "and replies cannot bring the value back. What was sent as you typed it stays."
            ),
            self.tr("Forget"),
        )
        ask(self, question, partial(self.forget_agreed.emit, placeholder))

    def _on_forget_all(self) -> None:
        dialog = ForgetAllDialog(self)
        dialog.confirmed.connect(self.forget_all_agreed)
        dialog.open()
