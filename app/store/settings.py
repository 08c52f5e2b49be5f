"""What the user set up for good: names, protection, standing rules, instructions."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from types import MappingProxyType
from typing import Any

from app.privacy.levels import Level
from app.privacy.normalise import fold
from app.privacy.policy import Action, Choice, Choices, Policy
from app.privacy.proxy import Proxy, parse_proxy
from app.store.database import Database
from app.store.errors import SecretRuleRefused, SecretTextRefused
from app.store.marks import is_secret
from app.store.numbering import Apart, Style
from app.store.providers import MIRROR_ID
from app.store.reader_choice import ReaderChoice, ReaderKind
from app.store.secrets import RunSecrets

# A message takes a 4B model a minute on two slow cores, and seconds on a good machine.
READER_SECONDS = 120

# Long enough to read a long reply, short enough for a screen that was left.
LOCK_MINUTES = 15

_THRESHOLDS = (Level.PL2, Level.PL3, Level.PL4)


@dataclass(frozen=True, slots=True)
class Rule:
    """A standing choice about one value. `text` is the value as the user typed it."""

    text: str = field(repr=False)
    choice: Choice


@dataclass(frozen=True, slots=True)
class HubSettings:
    """Where models are downloaded from, "" for the usual place, and the token to show there."""

    address: str = ""
    token: str = field(default="", repr=False)


class Settings:
    """The settings. Assigning writes at once, and raises what `Database.transaction` raises."""

    def __init__(self, database: Database, secrets: RunSecrets) -> None:
        self._database = database
        self._secrets = secrets

    @property
    def profile_names(self) -> tuple[str, ...]:
        """The user's own names, full ones first."""
        return tuple(self._get("profile_names", []))

    @profile_names.setter
    def profile_names(self, names: tuple[str, ...]) -> None:
        self._set("profile_names", [name.strip() for name in names if name.strip()])

    @property
    def threshold(self) -> Level:
        """The lowest level that is hidden."""
        return Level(self._get("threshold", int(Level.PL2)))

    @threshold.setter
    def threshold(self, level: Level) -> None:
        """Raise `ValueError` for PL1, which no detector looks for."""
        if level not in _THRESHOLDS:
            raise ValueError("a threshold is one of PL2, PL3, PL4")
        self._set("threshold", int(level))

    @property
    def type_actions(self) -> Mapping[str, Action]:
        """Standing exceptions by privacy type."""
        actions = self._get("type_actions", {})
        return MappingProxyType({name: Action(action) for name, action in actions.items()})

    @type_actions.setter
    def type_actions(self, actions: Mapping[str, Action]) -> None:
        self._set("type_actions", {name: str(action) for name, action in actions.items()})

    @property
    def placeholder_style(self) -> Style:
        """What assistants see in place of a value."""
        return Style(self._get("placeholder_style", Style.TYPED))

    @placeholder_style.setter
    def placeholder_style(self, style: Style) -> None:
        self._set("placeholder_style", style)

    @property
    def numbers_apart(self) -> Apart:
        """Who has placeholders of their own, so that what they see cannot be joined."""
        return Apart(self._get("numbers_apart", Apart.NOBODY))

    @numbers_apart.setter
    def numbers_apart(self, apart: Apart) -> None:
        self._set("numbers_apart", apart)

    @property
    def instructions(self) -> str:
        """What the user wants every assistant to know, in clear: it is masked when it leaves."""
        return str(self._get("instructions", ""))

    @instructions.setter
    def instructions(self, text: str) -> None:
        """Raise `SecretTextRefused` when a secret of this run stands in `text`."""
        if self._secrets.holds(text):
            raise SecretTextRefused
        self._set("instructions", text)

    @property
    def provider_id(self) -> int:
        """The provider for new chats; the mirror when the chosen one is gone."""
        chosen = int(self._get("provider_id", MIRROR_ID))
        there = self._database.query("SELECT 1 FROM providers WHERE id = ?", (chosen,))
        return chosen if there else MIRROR_ID

    @provider_id.setter
    def provider_id(self, provider_id: int) -> None:
        self._set("provider_id", provider_id)

    @property
    def reader(self) -> ReaderChoice:
        """The model that reads messages on this machine, if any."""
        kept = self._get("reader", {})
        return ReaderChoice(
            ReaderKind(kept.get("kind", ReaderKind.NONE)),
            kept.get("model", ""),
            kept.get("name", ""),
            kept.get("address", ""),
        )

    @reader.setter
    def reader(self, choice: ReaderChoice) -> None:
        self._set("reader", asdict(choice))

    @property
    def reader_seconds(self) -> int:
        """How many seconds the model may take for one message before sending asks."""
        return int(self._get("reader_seconds", READER_SECONDS))

    @reader_seconds.setter
    def reader_seconds(self, seconds: int) -> None:
        """Raise `ValueError` for no time at all."""
        if seconds < 1:
            raise ValueError("a limit is at least a second")
        self._set("reader_seconds", seconds)

    @property
    def lock_minutes(self) -> int:
        """After how many minutes without input the vault locks itself; 0 for never."""
        return int(self._get("lock_minutes", LOCK_MINUTES))

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        """Raise `ValueError` for less than none."""
        if minutes < 0:
            raise ValueError("nothing locks before it is left")
        self._set("lock_minutes", minutes)

    @property
    def proxy(self) -> Proxy | None:
        """The proxy on the way to everything beyond this machine, if there is one."""
        return parse_proxy(self._get("proxy", ""))

    @proxy.setter
    def proxy(self, proxy: Proxy | None) -> None:
        self._set("proxy", proxy.url if proxy is not None else "")

    @property
    def hub(self) -> HubSettings:
        """How models are downloaded."""
        kept = self._get("hub", {})
        return HubSettings(kept.get("address", ""), kept.get("token", ""))

    @hub.setter
    def hub(self, access: HubSettings) -> None:
        self._set("hub", {"address": access.address, "token": access.token})

    def rules(self) -> tuple[Rule, ...]:
        """Return the standing rules for single values, oldest first."""
        rows = self._database.query("SELECT text, action, type, level FROM rules ORDER BY id")
        return tuple(
            Rule(text, Choice(Action(action), privacy_type, level and Level(level)))
            for text, action, privacy_type, level in rows
        )

    def set_rule(self, text: str, choice: Choice) -> None:
        """Always hide or never hide a value, in whatever way it is written.

        Raises `SecretRuleRefused` when a secret would be kept on disk by it: "always hide" for a
        PL4 value. Raises `ValueError` when nothing of `text` remains for comparing.
        """
        folded = fold(text)
        if not folded:
            raise ValueError("a rule needs a value")
        if choice.action is Action.HIDE and (is_secret(choice) or self._secrets.holds(text)):
            raise SecretRuleRefused
        self._database.execute(
            "INSERT INTO rules (folded, text, action, type, level) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (folded) DO UPDATE SET text = excluded.text, action = excluded.action,"
            " type = excluded.type, level = excluded.level",
            (
                folded,
                text,
                str(choice.action),
                choice.type,
                None if choice.level is None else int(choice.level),
            ),
        )

    def remove_rule(self, text: str) -> None:
        """Remove the rule for a value, if there is one."""
        self._database.execute("DELETE FROM rules WHERE folded = ?", (fold(text),))

    @property
    def values(self) -> Choices:
        """The standing rules by folded value, as a `Policy` takes them."""
        # Folded again rather than read: the way of folding may have changed since.
        return MappingProxyType({fold(rule.text): rule.choice for rule in self.rules()})

    def policy(self) -> Policy:
        """Return the user's standing rules."""
        return Policy(threshold=self.threshold, types=self.type_actions, values=self.values)

    def _get(self, name: str, default: Any) -> Any:
        rows = self._database.query("SELECT value FROM settings WHERE name = ?", (name,))
        return json.loads(rows[0][0]) if rows else default

    def _set(self, name: str, value: object) -> None:
        self._database.execute(
            "INSERT INTO settings (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, json.dumps(value, ensure_ascii=False)),
        )
