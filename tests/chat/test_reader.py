"""Reading: the vault, the user's choices and the detectors together."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.chat.context import forms_of
from app.chat.reader import Reader, Reading, Standing
from app.detect.detector import DetectorFailed, Profile
from app.privacy.levels import Level
from app.privacy.normalise import fold
from app.privacy.policy import NO_CHOICES, Action, Choice, Choices, Policy
from app.privacy.restoring import Restorer
from app.privacy.span import Span
from app.store.database import Database
from app.store.vault import Vault
from tests.chat.world import CAST, KINDS

SECRET = "hunter2-violet"


def reader_of(standing: Standing | None = None) -> tuple[Reader, Vault]:
    kept = standing or Standing()
    vault = Vault(Database.in_memory())
    return Reader(CAST.detectors, vault, KINDS, lambda: kept), vault


def hidden_of(reading: Reading) -> list[str]:
    return [each.span.text for each in reading.found if each.action is Action.HIDE]


def test_reading_writes_nothing() -> None:
    reader, vault = reader_of()
    reading = reader.read("Write to rosa@example.org")
    assert reading.masked.text == "Write to <Email_1>"
    assert list(vault.entries()) == []
    assert reader.read("Write to iris@example.org").masked.text == "Write to <Email_1>"


def test_a_committed_value_is_found_again_however_it_is_written() -> None:
    reader, vault = reader_of()
    vault.commit(reader.read("My name is Rosalind Quint").assignment)
    reading = reader.read(
        "ＲＯＳＡＬＩＮＤ　ＱＵＩＮＴ and Rosalind\u200b Quint, not Rosalind Quintero"
    )
    assert hidden_of(reading)[:2] == ["ＲＯＳＡＬＩＮＤ　ＱＵＩＮＴ", "Rosalind\u200b Quint"]
    assert len({each.placeholder for each in reading.found[:2]}) == 1


def test_a_number_without_its_country_code_keeps_its_placeholder() -> None:
    reader, vault = reader_of()
    vault.commit(reader.read("Call +1 212 555 0147").assignment)
    reading = reader.read("That was 212.555.0147, yes")
    assert reading.masked.text == "That was <Phone_Number_1>, yes"
    assert reading.assignment.new == ()


def test_one_value_written_in_several_ways_has_one_placeholder_at_once() -> None:
    reader, _ = reader_of()
    texts = {
        "+1 (212) 555-0147, 2125550147, two one two five five five zero one four seven": 3,
        "我的手机是13912345678，再说一遍：一三九一二三四五六七八。": 2,
        "My card 4111 1111 1111 1111, typed ４１１１１１１１１１１１１１１１": 2,
    }
    for text, times in texts.items():
        names = [
            piece.placeholder for piece in reader.read(text).masked.pieces if piece.placeholder
        ]
        assert len(names) == times
        assert len(set(names)) == 1


def test_what_only_its_context_makes_private_is_not_hidden_elsewhere() -> None:
    reader, vault = reader_of()
    age = Span(5, 7, "34", "Identity Background", Level.PL2, "test", "age", 1.0, everywhere=False)
    assignment = vault.assignment()
    placeholder = assignment.placeholder_for(age)
    vault.commit(assignment)
    assert hidden_of(reader.read("The recipe needs 34 grams")) == []
    assignment = vault.assignment()
    assert assignment.placeholder_for(replace(age, everywhere=True)) == placeholder
    vault.commit(assignment)
    assert hidden_of(reader.read("Now it is 34 everywhere")) == ["34"]


def test_a_value_found_once_is_hidden_everywhere_in_the_message() -> None:
    reader, _ = reader_of()
    reading = reader.read("Brimhold-77 came up again. The password is Brimhold-77.")
    assert "Brimhold-77" not in reading.masked.text


@pytest.mark.parametrize("threshold", [Level.PL2, Level.PL3, Level.PL4])
def test_the_threshold_decides_by_level(threshold: Level) -> None:
    reader, _ = reader_of(Standing(Policy(threshold)))
    reading = reader.read("rosa@example.org, card 4111 1111 1111 1111, password: hunter2-violet")
    for each in reading.found:
        assert (each.action is Action.HIDE) == (each.span.level >= threshold)
    assert {each.span.level for each in reading.found} == {Level.PL2, Level.PL3, Level.PL4}
    assert reading.hidden == sum(each.span.level >= threshold for each in reading.found)


def test_choices_go_from_narrow_to_wide() -> None:
    text = "rosa@example.org"
    key = fold(text)
    kept: Choices = {key: Choice(Action.KEEP)}
    hide: Choices = {key: Choice(Action.HIDE)}

    def action(policy: Policy, message: Choices = NO_CHOICES) -> Action:
        reader, _ = reader_of(Standing(policy))
        return reader.read(text, message).found[0].action

    by_type = {"Email": Action.KEEP}
    assert action(Policy()) is Action.HIDE
    assert action(Policy(types=by_type)) is Action.KEEP
    assert action(Policy(types=by_type, values=hide)) is Action.HIDE
    assert action(Policy(types=by_type, values=hide), kept) is Action.KEEP


def test_a_choice_changes_type_and_level() -> None:
    reader, _ = reader_of()
    choices = {fold("Brimhold"): Choice(Action.HIDE, "Business Secret", Level.PL4)}
    reading = reader.read("Brimhold opens in May; BRIMHOLD, not Brimholder", choices)
    assert reading.masked.text.count("<Business_Secret_1>") == 2
    assert "Brimholder" in reading.masked.text
    assert reading.counts == {Level.PL4: 1}


def test_what_the_user_calls_a_password_is_a_secret() -> None:
    reader, vault = reader_of()
    choices = {fold(word): Choice(Action.HIDE, "Password") for word in ("violet9x", "rosa@x.org")}
    reading = reader.read("It is violet9x, or rosa@x.org", choices)
    assert reading.counts == {Level.PL4: 2}
    vault.commit(reading.assignment)
    assert set(vault.secrets.texts()) == {"violet9x", "rosa@x.org"}


@pytest.mark.parametrize("selected", [SECRET, f"password is {SECRET}", SECRET[2:9]])
def test_hiding_a_password_by_hand_makes_it_nothing_that_may_be_kept(selected: str) -> None:
    reader, vault = reader_of()
    choices = {fold(selected): Choice(Action.HIDE)}
    reading = reader.read(f"My password is {SECRET}", choices)
    (hidden,) = [each.span for each in reading.found if each.action is Action.HIDE]
    assert SECRET in hidden.text
    assert (hidden.type, hidden.level) == ("Password", Level.PL4)
    vault.commit(reading.assignment)
    assert [entry.level for entry in vault.entries()] == [Level.PL4]


def test_part_of_a_word_can_be_hidden_by_hand() -> None:
    reader, _ = reader_of(Standing(Policy(Level.PL4)))
    reading = reader.read("order 🙂 abcXYZdef", {fold("XYZ"): Choice(Action.HIDE)})
    assert reading.masked.text == "order 🙂 abc<Private_1>def"


class Broken:
    """A detector whose engine has gone; what it was reading must not show in the failure."""

    name = "broken"

    def detect(self, text: str, profile: Profile) -> Iterator[Span]:
        yield from ()
        raise RuntimeError(text, profile)


def test_a_failing_detector_stops_the_reading_and_tells_nothing() -> None:
    vault = Vault(Database.in_memory())
    reader = Reader((Broken(),), vault, KINDS, Standing)
    with pytest.raises(DetectorFailed) as caught:
        reader.read("rosa@example.org")
    assert "rosa" not in str(caught.value)
    assert caught.value.__suppress_context__


BITS = st.sampled_from(
    (
        *("rosa@example.org", "Rosa@Example.ORG", "<Email_1>", "email_2", "我叫林晓彤", "🙂", "\n"),
        *("+1 212 555 0147", "2125550147", "password: hunter2-violet", '{"a": "', '"}', "```"),
        *("https://example.org/?q=", " ", "&lt;", "x"),
    )
)


@settings(max_examples=60)
@given(st.lists(BITS, max_size=12).map("".join))
def test_what_is_masked_comes_back_as_typed(text: str) -> None:
    reader, _ = reader_of()
    reading = reader.read(text)
    assert reading.masked.original == text
    restored = Restorer(forms_of(reading.masked), KINDS).restore(reading.masked.text)
    assert restored.text == text


@settings(max_examples=60)
@given(st.lists(BITS, max_size=12).map(" ".join))
def test_no_hidden_value_is_left_in_the_masked_text(text: str) -> None:
    reader, _ = reader_of()
    reading = reader.read(text)
    for value in hidden_of(reading):
        assert value not in reading.masked.text
