"""Chats, messages and marks come back as they were kept, in the order in which they came."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.privacy.levels import Level
from app.privacy.placeholder import Placeholder
from app.privacy.policy import Action, Choice
from app.store.chats import Chats, Mark, MarkState, MessageState, NewMessage
from app.store.database import Database
from app.store.numbering import FIRST_IDENTITY
from app.store.providers import Provider, Providers
from app.store.receipts import Receipt, Receipts
from app.store.vault import Vault
from tests.store.world import assign, cells, mark, span, undone

EMAIL = Placeholder("Email", 1)
NOON = datetime(2026, 11, 23, 12, 0, 0, 123456, UTC)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """Return a clock that is set back by an hour every time it is read."""
    hours = iter(range(10_000))
    return lambda: NOON - timedelta(hours=next(hours))


def test_a_message_comes_back_as_it_was(chats: Chats, path: Path, key: bytes) -> None:
    text = "😀 write to ann@example.org, 你好\x00\nbye"
    marks = (
        mark(text, "ann@example.org", EMAIL, Level.PL3),
        mark(text, "你好", None, Level.PL2, Action.KEEP),
        mark(text, "bye", EMAIL, Level.PL2, Action.HIDE, MarkState.UNRESOLVED),
    )
    choices = {
        "ann@example.org": Choice(Action.HIDE, "Email", Level.PL3),
        "你好": Choice(Action.KEEP),
    }
    chat = chats.create(FIRST_IDENTITY, "Trip", None, "mirror")
    new = NewMessage("user", text, marks, MessageState.COMPLETE, "Mirror", "m-1", choices)
    added = chats.add(chat.id, new)
    assert (added.text, added.marks, added.choices) == (text, marks, choices)
    assert (added.role, added.provider, added.model) == ("user", "Mirror", "m-1")
    assert added.created_at.tzinfo is UTC
    chats._database.close()
    with Database.open(path, key) as database:
        again = Chats(database, Vault(database).secrets)
        assert again.messages(chat.id) == (added,)
        assert again.message(added.id) == added
        assert [each.title for each in again.list()] == ["Trip"]


def test_a_clock_set_back_changes_no_order(
    database: Database, vault: Vault, clock: Callable[[], datetime]
) -> None:
    chats = Chats(database, vault.secrets, clock)
    first, second = chats.create(FIRST_IDENTITY, "first"), chats.create(FIRST_IDENTITY, "second")
    for number in range(5):
        chats.add(first.id, NewMessage("user", f"{number}"))
    assert [each.text for each in chats.messages(first.id)] == list("01234")
    times = [each.created_at for each in chats.messages(first.id)]
    assert times == sorted(times, reverse=True)
    assert [each.title for each in chats.list()] == ["first", "second"]
    chats.add(second.id, NewMessage("user", "x"))
    assert [each.title for each in chats.list()] == ["second", "first"]
    assert first.created_at == NOON
    assert chats.get(second.id).updated_at < second.updated_at


def test_renaming_choosing_deleting(chats: Chats, database: Database) -> None:
    providers = Providers(database)
    provider = providers.add(Provider("openai", "openai", "Mine", "https://x.example", "m"))
    chat = chats.create(FIRST_IDENTITY)
    assert (chat.title, chat.provider_id, chat.model) == ("", None, "")
    assert chats.rename(chat.id, "New").title == "New"
    assert chats.choose(chat.id, provider.id, "m-2").model == "m-2"
    assert chats.get(chat.id).provider_id == provider.id
    providers.remove(provider.id)
    assert chats.get(chat.id).provider_id is None
    message = chats.add(chat.id, NewMessage("user", "hello wide world"))
    Receipts(database).add(Receipt(chat.id, message.id, NOON, "p", "h", "m", "wide body", {}))
    chats.delete(chat.id)
    assert chats.list() == ()
    assert not any("wide" in cell for cell in cells(database))
    for attempt in (chats.get, chats.message, chats.remove_from):
        with pytest.raises(KeyError):
            attempt(chat.id)
    with pytest.raises(KeyError):
        chats.add(chat.id, NewMessage("user", "x"))


def test_ids_are_never_used_again(chats: Chats) -> None:
    chat = chats.create(FIRST_IDENTITY)
    message = chats.add(chat.id, NewMessage("user", "x"))
    chats.remove_from(message.id)
    assert chats.add(chat.id, NewMessage("user", "y")).id > message.id
    chats.delete(chat.id)
    assert chats.create(FIRST_IDENTITY).id > chat.id


def test_a_stream_grows_and_ends(chats: Chats) -> None:
    chat = chats.create(FIRST_IDENTITY)
    reply = chats.add(chat.id, NewMessage("assistant", "", state=MessageState.STREAMING))
    chats.update(reply.id, "Dear ann", (), MessageState.STREAMING)
    text = "Dear ann@example.org"
    marks = (mark(text, "ann@example.org", EMAIL),)
    done = chats.update(reply.id, text, marks, MessageState.COMPLETE)
    assert chats.messages(chat.id) == (done,)
    assert (done.text, done.marks, done.state) == (text, marks, MessageState.COMPLETE)
    shorter = chats.update(reply.id, "Dear", (), MessageState.FAILED)
    assert (shorter.marks, shorter.state) == ((), MessageState.FAILED)
    with pytest.raises(KeyError):
        chats.update(999, "x", (), MessageState.COMPLETE)


def test_a_stream_that_was_cut_by_the_end_is_stopped(chats: Chats, database: Database) -> None:
    chat = chats.create(FIRST_IDENTITY)
    reply = chats.add(chat.id, NewMessage("assistant", "Half a", state=MessageState.STREAMING))
    failed = chats.add(chat.id, NewMessage("assistant", "", state=MessageState.FAILED))
    again = Chats(database, Vault(database).secrets)
    assert again.message(reply.id).state is MessageState.STOPPED
    assert again.message(reply.id).text == "Half a"
    assert again.message(failed.id).state is MessageState.FAILED


def test_removing_from_a_message_on(chats: Chats) -> None:
    chat, other = chats.create(FIRST_IDENTITY), chats.create(FIRST_IDENTITY)
    ids = []
    for number in range(4):
        ids.append(chats.add(chat.id, NewMessage("user", f"{number}")).id)
        chats.add(other.id, NewMessage("user", f"other {number}"))
    chats.remove_from(ids[2])
    assert [each.text for each in chats.messages(chat.id)] == ["0", "1"]
    assert len(chats.messages(other.id)) == 4


def test_hidden_secrets_reach_no_cell(chats: Chats, vault: Vault, database: Database) -> None:
    secret = "sesame-99-x"
    (placeholder,) = assign(vault, span(secret, "Password"))
    text = f"open with {secret}, I said {secret}"
    hidden = mark(text, secret, placeholder, Level.PL4)
    chat = chats.create(FIRST_IDENTITY, f"Is {secret} good?")
    chats.rename(chat.id, f"Is {secret} bad?")
    message = chats.add(
        chat.id, NewMessage("user", text, (hidden,), choices={secret: Choice(Action.HIDE)})
    )
    reply = chats.add(chat.id, NewMessage("assistant", "", state=MessageState.STREAMING))
    for end in range(0, len(text), 5):
        chats.update(reply.id, text[:end], (), MessageState.STREAMING)
    reply = chats.update(reply.id, text, (hidden,), MessageState.COMPLETE)
    assert not any("sesame" in cell for cell in cells(database))
    for each in (message, reply):
        assert each.text == f"open with {placeholder}, I said {placeholder}"
        assert [m.state for m in each.marks] == [MarkState.LOST] * 2
    assert chats.get(chat.id).title == f"Is {placeholder} bad?"
    assert message.choices == {}


def test_a_hidden_secret_that_the_vault_does_not_know_reaches_no_cell(
    chats: Chats, database: Database
) -> None:
    text = "open with sesame-99-x"
    hidden = mark(text, "sesame-99-x", Placeholder("Password", 1), Level.PL4)
    choices = {"sesame-99-x": Choice(Action.HIDE)}
    chats.add(chats.create(FIRST_IDENTITY).id, NewMessage("user", text, (hidden,), choices=choices))
    assert not any("sesame" in cell for cell in cells(database))


def test_a_secret_is_known_before_its_transaction_ends(
    chats: Chats, vault: Vault, database: Database
) -> None:
    text = "he said: use sesame-99-x now. bye sesame-99-x"
    chat = chats.create(FIRST_IDENTITY)

    def turn() -> None:
        inside, _ = assign(
            vault,
            span("use sesame-99-x now", "Communication Content"),
            span("sesame-99-x", "Password"),
        )
        chats.add(chat.id, NewMessage("user", text, (mark(text, "use sesame-99-x now", inside),)))
        chats.rename(chat.id, text)
        assert not any("sesame" in cell for cell in cells(database))

    undone(database, turn)
    assert len(vault.secrets) == 0
    with database.transaction():
        turn()
    assert len(vault.secrets) == 2
    assert not any("sesame" in cell for cell in cells(database))


def test_what_the_user_sends_is_kept(chats: Chats) -> None:
    text = "open with sesame-99-x"
    kept = mark(text, "sesame-99-x", None, Level.PL4, Action.KEEP)
    choices = {"sesame-99-x": Choice(Action.KEEP)}
    message = chats.add(
        chats.create(FIRST_IDENTITY).id, NewMessage("user", text, (kept,), choices=choices)
    )
    assert (message.text, message.marks, message.choices) == (text, (kept,), choices)


def test_nothing_private_stands_in_a_repr(chats: Chats) -> None:
    chat = chats.create(FIRST_IDENTITY, "Divorce")
    new = NewMessage("user", "so private", choices={"so private": Choice(Action.HIDE)})
    message = chats.add(chat.id, new)
    for each in (chat, new, message):
        assert "private" not in repr(each)
        assert "Divorce" not in repr(each)


def test_marks_that_do_not_fit_write_nothing(chats: Chats) -> None:
    chat = chats.create(FIRST_IDENTITY)
    wrong = Mark(0, 9, "Email", Level.PL2, "builtin", 1.0, EMAIL, Action.HIDE)
    with pytest.raises(ValueError, match="marks"):
        chats.add(chat.id, NewMessage("user", "short", (wrong,)))
    assert chats.messages(chat.id) == ()
