"""Joins the page of values, and the parts about placeholders and secrets, to the session."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.chat.session import Session
from app.errors import KnownError
from app.privacy.levels import Level
from app.privacy.placeholder import Placeholder
from app.store.entries import Entry
from app.store.numbering import Apart, Style
from app.store.value_search import Wanted
from app.ui.jobs import CoreThread, Latest
from app.ui.values.browser import ValueBrowser
from app.ui.values.kept_secrets import KeptSecrets
from app.ui.values.listing import ListedValue, Listing, ValueCard, card, find, listed
from app.ui.values.merge_dialog import MergeDialog
from app.ui.values.page import ValuesPage
from app.ui.values.placeholders import PlaceholderChoices


@dataclass(frozen=True, slots=True)
class ValueParts:
    """What the dialog shows of the values, on one page or on several."""

    page: ValuesPage
    placeholders: PlaceholderChoices
    secrets: KeptSecrets


@dataclass(frozen=True, slots=True)
class Rules:
    """How placeholders look, who has numbers of their own, which secrets are kept."""

    style: Style
    apart: Apart
    kept: frozenset[str]


class ValuesLink(QObject):
    """Carries wishes to the session, one after the other, while the dialog is open.

    Signals:
        changed(): drafts must be read again.
        forgotten(): messages that are shown may have lost values.
        failed(KnownError): a change was refused, and nothing was changed.
    """

    changed = Signal()
    forgotten = Signal()
    failed = Signal(object)

    def __init__(self, core: CoreThread, session: Session, parent: QObject | None = None) -> None:
        """Work on `session`, on the thread of `core`."""
        super().__init__(parent)
        self._core = core
        self._session = session
        self._parts: ValueParts | None = None
        self._searches: list[Latest] = []

    def attach(self, parts: ValueParts) -> None:
        """Serve the parts of a dialog that opens."""
        self._parts = parts
        page = parts.page
        self._serve(page.browser)
        page.card_wanted.connect(self._on_card_wanted)
        page.type_corrected.connect(self._on_type)
        page.level_corrected.connect(self._on_level)
        page.merge_opened.connect(self._on_merge_opened)
        page.merge_agreed.connect(self._on_merge)
        page.forget_agreed.connect(self._on_forget)
        page.forget_all_agreed.connect(self._on_forget_all)
        parts.placeholders.style_chosen.connect(self._on_style)
        parts.placeholders.apart_chosen.connect(self._on_apart)
        parts.secrets.keep_agreed.connect(self._on_keep)
        parts.secrets.erase_agreed.connect(self._on_erase)
        self._refresh()

    def detach(self) -> None:
        """Hear that the dialog is closed."""
        self._parts = None
        self._searches.clear()

    # On the core thread.

    def _find(self, wanted: Wanted, after: int | None) -> Listing:
        return find(self._session.stores, wanted, after)

    def _card(self, placeholder: Placeholder) -> ValueCard | None:
        return card(self._session.stores, placeholder)

    def _change(self, change: Callable[[], Entry]) -> ListedValue:
        return listed(self._session.stores, change())

    def _rules(self) -> Rules:
        settings = self._session.settings
        return Rules(
            settings.placeholder_style,
            settings.numbers_apart,
            self._session.vault.retention.types,
        )

    def _set(self, name: str, value: object) -> Rules:
        setattr(self._session.settings, name, value)
        return self._rules()

    def _keep(self, privacy_type: str, kept: bool) -> Rules:
        vault = self._session.vault
        (vault.keep_secrets if kept else vault.keep_no_secrets)(privacy_type)
        return self._rules()

    # On the window's thread.

    def _serve(self, browser: ValueBrowser) -> None:
        """Give a browser the pages that it asks for; of those that wait only the newest."""
        search = Latest(self._core, self._find, browser.show_listing, self._on_unread)
        self._searches.append(search)
        browser.listing_wanted.connect(search.submit)

    def _refresh(self) -> None:
        self._core.call(self._rules, done=self._show_rules, failed=self._on_unread)

    def _show_rules(self, rules: Rules) -> None:
        if self._parts is not None:
            self._parts.placeholders.set_values(rules.style, rules.apart)
            self._parts.secrets.set_kept(rules.kept)
            self._parts.page.set_kept_types(rules.kept)

    def _on_unread(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self.failed.emit(error)

    def _on_failed(self, error: Exception) -> None:
        self._on_unread(error)
        if self._parts is not None:
            # The parts go back to what is really kept.
            self._parts.page.show_as_it_is()
            self._refresh()

    def _on_card_wanted(self, placeholder: Placeholder) -> None:
        self._core.call(self._card, placeholder, done=self._on_card, failed=self._on_unread)

    def _on_card(self, found: ValueCard | None) -> None:
        if self._parts is not None and found is not None:
            self._parts.page.show_card(found)

    def _on_type(self, placeholder: Placeholder, tag: str) -> None:
        curator = self._session.curator
        self._correct(placeholder, partial(curator.correct_type, placeholder, tag))

    def _on_level(self, placeholder: Placeholder, level: Level) -> None:
        curator = self._session.curator
        self._correct(placeholder, partial(curator.correct_level, placeholder, level))

    def _correct(self, placeholder: Placeholder, change: Callable[[], Entry]) -> None:
        self._core.call(
            self._change,
            change,
            done=partial(self._on_corrected, placeholder),
            failed=self._on_failed,
        )

    def _on_corrected(self, before: Placeholder, now: ListedValue) -> None:
        if self._parts is not None:
            self._parts.page.show_changed(before, now)
        self.changed.emit()

    def _on_merge_opened(self, dialog: MergeDialog) -> None:
        self._serve(dialog.browser)

    def _on_merge(self, survivor: Placeholder, other: Placeholder) -> None:
        merge = partial(self._session.curator.merge, survivor, other)
        self._core.call(
            self._change,
            merge,
            done=partial(self._on_merged, survivor, other),
            failed=self._on_failed,
        )

    def _on_merged(self, survivor: Placeholder, other: Placeholder, now: ListedValue) -> None:
        if self._parts is not None:
            self._parts.page.show_gone(other)
        self._on_corrected(survivor, now)

    def _on_forget(self, placeholder: Placeholder) -> None:
        self._core.call(
            self._session.curator.forget,
            placeholder,
            done=partial(self._on_forgotten, placeholder),
            failed=self._on_failed,
        )

    def _on_forgotten(self, placeholder: Placeholder, _: None) -> None:
        if self._parts is not None:
            self._parts.page.show_gone(placeholder)
        self.changed.emit()
        self.forgotten.emit()

    def _on_forget_all(self) -> None:
        self._core.call(
            self._session.curator.forget_all,
            done=self._on_all_forgotten,
            failed=self._on_failed,
        )

    def _on_all_forgotten(self, _: None) -> None:
        if self._parts is not None:
            self._parts.page.reload()
        self.changed.emit()
        self.forgotten.emit()

    def _on_style(self, style: Style) -> None:
        self._keep_rules(self._set, "placeholder_style", style)

    def _on_apart(self, apart: Apart) -> None:
        self._keep_rules(self._set, "numbers_apart", apart)

    def _on_keep(self, privacy_type: str) -> None:
        self._keep_rules(self._keep, privacy_type, True)  # noqa: FBT003 - as `call` passes it

    def _on_erase(self, privacy_type: str) -> None:
        self._keep_rules(self._keep, privacy_type, False)  # noqa: FBT003 - as `call` passes it

    def _keep_rules(self, change: Callable[..., Rules], *values: object) -> None:
        self._core.call(change, *values, done=self._on_rules_kept, failed=self._on_failed)

    def _on_rules_kept(self, rules: Rules) -> None:
        self._show_rules(rules)
        if self._parts is not None:
            self._parts.page.reload()
        self.changed.emit()
