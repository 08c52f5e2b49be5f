"""Joins the settings dialog to what it changes: the session on the core thread, and the look."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.assistants.presets import Preset
from app.chat.session import Session
from app.errors import KnownError
from app.privacy.levels import Level
from app.privacy.policy import Action, Choice
from app.store.providers import Provider
from app.store.settings import Rule
from app.ui.jobs import CoreThread
from app.ui.preferences import Preferences, PreferencesFile, PreferencesNotKept
from app.ui.settings.dialog import SettingsDialog
from app.ui.settings.identities_link import IdentitiesLink
from app.ui.settings.proxy_field import ProxyLink
from app.ui.theme import Theme
from app.ui.translations import Translations
from app.ui.values.link import ValueParts, ValuesLink
from app.ui.vault_care.link import VaultLink

if TYPE_CHECKING:
    from app.ui.private_reader.link import ReaderLink
    from app.ui.private_reader.parts import ReaderParts


@dataclass(frozen=True, slots=True)
class Values:
    """What the settings were when they were read on the core thread."""

    providers: tuple[Provider, ...]
    threshold: Level
    actions: Mapping[str, Action]
    rules: tuple[Rule, ...]


class Look:
    """How the window looks: applied at once, and kept in the preferences file."""

    def __init__(self, file: PreferencesFile, theme: Theme, translations: Translations) -> None:
        """Change `theme` and `translations`, and keep the choice in `file`."""
        self._file = file
        self._theme = theme
        self._translations = translations
        self.preferences = Preferences()

    def start(self, preferences: Preferences) -> None:
        """Speak the language of `preferences`; the theme was made with them."""
        self.preferences = preferences
        self._translations.install(preferences.language)

    def change(self, wanted: Preferences) -> None:
        """Show `wanted` and keep it. Raises `PreferencesNotKept` when only the latter failed."""
        before, self.preferences = self.preferences, wanted
        if wanted.appearance is not before.appearance:
            self._theme.set_appearance(wanted.appearance)
        if wanted.text_size != before.text_size:
            self._theme.set_text_size(wanted.text_size)
        if wanted.language is not before.language:
            self._translations.install(wanted.language)
        self._file.save(wanted)


class SettingsLink(QObject):
    """Opens the dialog and carries its wishes to the session, one after the other.

    Signals:
        providers_changed(tuple): the providers, after one was added, changed or removed.
        models_read(int, tuple): the models of a provider, read by a test.
        failed(KnownError): a change could not be kept, and the dialog is closed already.
        rules_changed(): protection, names, values or the private reader changed, so drafts must
            be read again.
        identities_changed(): an identity was made, renamed or removed.
        identity_leaving(int): what goes on as this identity must stop: it is being removed.
        values_forgotten(): messages that are shown may have lost values.
    """

    providers_changed = Signal(tuple)
    models_read = Signal(int, tuple)
    rules_changed = Signal()
    identities_changed = Signal()
    identity_leaving = Signal(int)
    values_forgotten = Signal()
    failed = Signal(object)

    def __init__(
        self,
        core: CoreThread,
        session: Session,
        look: Look,
        presets: Sequence[Preset],
        change_passphrase: Callable[[str, str], object] | None = None,
        reader_parts: "Callable[[], ReaderParts] | None" = None,
        care: VaultLink | None = None,
    ) -> None:
        """Work on `session`, on the thread of `core`.

        `change_passphrase` takes the old and the new one and raises a `KnownError` to refuse;
        without it the dialog does not offer to change the passphrase. Without `reader_parts` it
        offers no private reader, and without `care` nothing of the vault but the passphrase.
        """
        super().__init__()
        self._core = core
        self._session = session
        self._look = look
        self._presets = {preset.id: preset for preset in presets}
        self._change_passphrase = change_passphrase
        self._reader_parts = reader_parts
        self._care = care
        if care is not None:
            care.failed.connect(self._on_part_failed)
        self._reader: ReaderLink | None = None
        self._dialog: SettingsDialog | None = None
        self._proxy = ProxyLink(core, session, self)
        self._proxy.failed.connect(self._on_part_failed)
        self._values = ValuesLink(core, session, self)
        self._values.changed.connect(self.rules_changed)
        self._values.forgotten.connect(self.values_forgotten)
        self._values.failed.connect(self._on_part_failed)
        self._identities = IdentitiesLink(core, session, self)
        self._identities.changed.connect(self.identities_changed)
        self._identities.leaving.connect(self.identity_leaving)
        self._identities.rules_changed.connect(self.rules_changed)
        self._identities.failed.connect(self._on_part_failed)

    @property
    def dialog(self) -> SettingsDialog | None:
        """The dialog that is open now, if any."""
        return self._dialog

    def open(self, parent: QWidget | None, page: int = SettingsDialog.ASSISTANTS) -> None:
        """Open the dialog over `parent` on `page`, or bring the open one to the front."""
        if self._dialog is None:
            reader = self._reader_link()
            reader_page = None if reader is None else reader.make_page()
            self._dialog = SettingsDialog(tuple(self._presets.values()), reader_page, parent)
            self._dialog.offer_vault(offered=self._change_passphrase is not None)
            if self._care is not None:
                self._care.join(self._dialog.vault)
            self._connect(self._dialog)
            self._dialog.appearance.set_values(self._look.preferences)
            self._core.call(self._read, done=self._show, failed=self._on_failed)
        self._dialog.show_page(page)
        self._dialog.open()
        self._dialog.raise_()

    def close(self) -> None:
        """Close the dialog, if it is open, and end what goes on behind it.

        What was typed is kept before the session closes.
        """
        if self._dialog is not None:
            self._dialog.reject()
        if self._reader is not None:
            self._reader.stop()

    def _reader_link(self) -> "ReaderLink | None":
        """Return what is behind the page of the private reader, made when first needed."""
        if self._reader is None and self._reader_parts is not None:
            # With all that fetches models, which no start of the app should wait for.
            from app.ui.private_reader.link import ReaderLink  # noqa: PLC0415

            self._reader = ReaderLink(self._core, self._session, self._reader_parts, self)
            self._reader.reader_changed.connect(self.rules_changed)
            self._reader.failed.connect(self._on_part_failed)
        return self._reader

    def _connect(self, dialog: SettingsDialog) -> None:
        dialog.assistants.add_requested.connect(self._on_add)
        dialog.assistants.changed.connect(self._on_provider)
        dialog.assistants.remove_requested.connect(self._on_remove)
        dialog.assistants.test_requested.connect(self._on_test)
        self._proxy.attach(dialog.assistants.proxy)
        dialog.protection.threshold_chosen.connect(self._on_threshold)
        dialog.protection.type_action_chosen.connect(self._on_type_action)
        dialog.protection.value_added.connect(self._on_value_added)
        dialog.protection.value_removed.connect(self._on_value_removed)
        dialog.appearance.preferences_changed.connect(self._on_preferences)
        dialog.vault.change_requested.connect(self._on_change_passphrase)
        dialog.closed.connect(self._on_closed)
        protection = dialog.protection
        self._values.attach(ValueParts(dialog.values, protection.placeholders, protection.secrets))
        self._identities.attach(dialog.profile)

    # On the core thread.

    def _read(self) -> Values:
        settings = self._session.settings
        return Values(
            providers=self._session.providers.list(),
            threshold=settings.threshold,
            actions=settings.type_actions,
            rules=settings.rules(),
        )

    def _set(self, name: str, value: object) -> Values:
        setattr(self._session.settings, name, value)
        return self._read()

    def _set_type_action(self, tag: str, action: Action | None) -> Values:
        actions = dict(self._session.settings.type_actions)
        actions.pop(tag, None)
        if action is not None:
            actions[tag] = action
        return self._set("type_actions", actions)

    def _set_rule(self, text: str, action: Action | None) -> Values:
        if action is None:
            self._session.settings.remove_rule(text)
        else:
            self._session.settings.set_rule(text, Choice(action))
        return self._read()

    def _change_providers(self, change: Callable[[], object]) -> Values:
        change()
        return self._read()

    def _add(self, provider: Provider) -> tuple[Values, int]:
        added = self._session.providers.add(provider)
        return self._read(), added.id

    # On the window's thread.

    def _show(self, values: Values) -> None:
        if self._dialog is None:
            return
        self._dialog.assistants.set_providers(values.providers)
        self._show_rules(values)

    def _show_rules(self, values: Values) -> None:
        if self._dialog is not None:
            self._dialog.protection.set_values(values.threshold, values.actions, values.rules)

    def _on_rules_kept(self, values: Values) -> None:
        self._show_rules(values)
        self.rules_changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        if self._dialog is None:
            self.failed.emit(error)
        else:
            self._dialog.show_failure(error)
            # The page goes back to what is really kept.
            self._core.call(self._read, done=self._show_rules)

    def _on_part_failed(self, failure: KnownError) -> None:
        if self._dialog is None:
            self.failed.emit(failure)
        else:
            self._dialog.show_failure(failure)

    def _on_add(self, preset_id: str) -> None:
        preset = self._presets[preset_id]
        provider = Provider(
            preset=preset.id, wire=preset.wire, name=preset.name, base_url=preset.base_url, model=""
        )
        self._core.call(self._add, provider, done=self._on_added, failed=self._on_failed)

    def _on_added(self, result: tuple[Values, int]) -> None:
        values, added = result
        if self._dialog is not None:
            self._dialog.assistants.set_providers(values.providers, select=added)
        self.providers_changed.emit(values.providers)

    def _on_provider(self, provider: Provider) -> None:
        update = partial(self._session.providers.update, provider)
        self._core.call(
            self._change_providers, update, done=self._on_providers, failed=self._on_failed
        )

    def _on_remove(self, provider_id: int) -> None:
        remove = partial(self._session.providers.remove, provider_id)
        self._core.call(
            self._change_providers, remove, done=self._on_removed, failed=self._on_failed
        )

    def _on_removed(self, values: Values) -> None:
        if self._dialog is not None:
            self._dialog.assistants.set_providers(values.providers)
        self._on_providers(values)

    def _on_providers(self, values: Values) -> None:
        # The page shows what was typed already; only what depends on it hears of the change.
        self.providers_changed.emit(values.providers)

    def _on_test(self, provider: Provider) -> None:
        self._core.call(
            self._session.models,
            provider,
            done=partial(self._on_models, provider.id),
            failed=partial(self._on_test_failed, provider.id),
        )

    def _on_models(self, provider_id: int, models: list[str]) -> None:
        if self._dialog is not None:
            self._dialog.assistants.show_models(provider_id, models)
        self.models_read.emit(provider_id, tuple(models))

    def _on_test_failed(self, provider_id: int, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        if self._dialog is not None:
            self._dialog.assistants.show_test_failure(provider_id, error)

    def _on_threshold(self, level: Level) -> None:
        self._keep_rule(self._set, "threshold", level)

    def _on_type_action(self, tag: str, action: Action | None) -> None:
        self._keep_rule(self._set_type_action, tag, action)

    def _on_value_added(self, text: str, action: Action) -> None:
        self._keep_rule(self._set_rule, text, action)

    def _on_value_removed(self, text: str) -> None:
        self._keep_rule(self._set_rule, text, None)

    def _keep_rule(self, change: Callable[..., Values], *values: object) -> None:
        self._core.call(change, *values, done=self._on_rules_kept, failed=self._on_failed)

    def _on_change_passphrase(self, old: str, new: str) -> None:
        if self._change_passphrase is None:
            return
        self._core.call(
            self._change_passphrase,
            old,
            new,
            done=self._on_passphrase_changed,
            failed=self._on_passphrase_refused,
        )

    def _on_passphrase_changed(self, _: object) -> None:
        if self._dialog is not None:
            self._dialog.vault.show_changed()

    def _on_passphrase_refused(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        if self._dialog is None:
            self.failed.emit(error)
        else:
            self._dialog.vault.show_failure(error)

    def _on_preferences(self, wanted: Preferences) -> None:
        try:
            self._look.change(wanted)
        except PreferencesNotKept as failure:
            if self._dialog is not None:
                self._dialog.show_failure(failure)

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None
        if self._care is not None:
            self._care.drop_page()
        self._proxy.detach()
        self._values.detach()
        self._identities.detach()
        if self._reader is not None:
            self._reader.drop_page()
