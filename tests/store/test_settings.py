"""Settings come back after a restart and never keep a secret."""

from pathlib import Path

import pytest

from app.privacy.levels import Level
from app.privacy.policy import Action, Choice, Policy
from app.store.database import Database
from app.store.errors import SecretRuleRefused
from app.store.settings import Settings
from app.store.vault import Vault
from tests.store.world import assign, cells, span


@pytest.fixture
def settings(database: Database, vault: Vault) -> Settings:
    return Settings(database, vault.secrets)


def test_the_defaults(settings: Settings) -> None:
    assert settings.threshold is Level.PL2
    assert settings.type_actions == {}
    assert settings.rules() == ()
    assert settings.policy() == Policy()


def test_everything_is_there_after_a_restart(path: Path, key: bytes) -> None:
    with Database.open(path, key, create=True) as database:
        settings = Settings(database, Vault(database).secrets)
        settings.threshold = Level.PL3
        settings.type_actions = {"Email": Action.KEEP, "住处": Action.HIDE}
        settings.set_rule("Project  Elm", Choice(Action.HIDE, "Business", Level.PL3))
        settings.set_rule("Ann", Choice(Action.KEEP))
    with Database.open(path, key) as database:
        settings = Settings(database, Vault(database).secrets)
        assert [rule.text for rule in settings.rules()] == ["Project  Elm", "Ann"]
        policy = settings.policy()
        assert policy.threshold is Level.PL3
        assert policy.types == {"Email": Action.KEEP, "住处": Action.HIDE}
        assert policy.values == {
            "project elm": Choice(Action.HIDE, "Business", Level.PL3),
            "ann": Choice(Action.KEEP),
        }
        assert policy.action(span("PROJECT ELM", "Real Name")) is Action.HIDE
        assert policy.action(span("ann", "Medical Health")) is Action.KEEP


def test_one_rule_for_all_ways_of_typing(settings: Settings) -> None:
    settings.set_rule("Ann Lee", Choice(Action.HIDE))
    settings.set_rule("ＡＮＮ  lee", Choice(Action.KEEP, None, None))
    assert [(rule.text, rule.choice.action) for rule in settings.rules()] == [
        ("ＡＮＮ  lee", Action.KEEP)
    ]
    settings.remove_rule("ann lee")
    settings.remove_rule("ann lee")
    assert settings.rules() == ()


def test_the_threshold_cannot_let_secrets_through_by_mistake(settings: Settings) -> None:
    with pytest.raises(ValueError, match="threshold"):
        settings.threshold = Level.PL1
    assert settings.threshold is Level.PL2


def test_a_rule_needs_a_value(settings: Settings) -> None:
    with pytest.raises(ValueError, match="value"):
        settings.set_rule(" \u200b", Choice(Action.HIDE))


@pytest.mark.parametrize(
    "choice",
    [
        Choice(Action.HIDE, "Real Name", Level.PL4),
        Choice(Action.HIDE, None, Level.PL4),
        Choice(Action.HIDE, "Password"),
    ],
)
def test_a_standing_rule_to_hide_a_secret_is_refused(
    settings: Settings, database: Database, choice: Choice
) -> None:
    settings.set_rule("Sesame-99", Choice(Action.KEEP))
    with pytest.raises(SecretRuleRefused):
        settings.set_rule("sesame-99", choice)
    assert settings.rules()[0].choice.action is Action.KEEP
    settings.remove_rule("sesame-99")
    assert not any("sesame" in cell.casefold() for cell in cells(database))


@pytest.mark.parametrize(
    "written", ["sesame-99/x", "sesame-99%2Fx", "c2VzYW1lLTk5L3g=", "736573616d652d39392f78"]
)
def test_a_secret_of_this_run_is_refused_by_value(
    settings: Settings, vault: Vault, database: Database, written: str
) -> None:
    assign(vault, span("sesame-99/x", "Password"))
    with pytest.raises(SecretRuleRefused):
        settings.set_rule(f"open {written}", Choice(Action.HIDE))
    assert not any(written in cell for cell in cells(database))


def test_a_secret_that_may_leave_may_be_in_a_rule(settings: Settings, vault: Vault) -> None:
    assign(vault, span("sesame-99-x", "Password"))
    settings.set_rule("sesame-99-x", Choice(Action.KEEP, "Password", Level.PL4))
    assert settings.policy().action(span("sesame-99-x", "Password")) is Action.KEEP


def test_nothing_private_stands_in_a_repr(settings: Settings) -> None:
    settings.set_rule("Ann Lee", Choice(Action.HIDE))
    assert "Ann" not in repr(settings.rules()) + repr(settings)
