"""No hidden secret is left in a text that is to be written, and marks keep pointing right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.privacy.levels import Level
from app.privacy.placeholder import Placeholder
from app.privacy.policy import Action, Choice
from app.store.marks import Mark, MarkState, is_secret, storable_choices, without_secrets
from app.store.secrets import RunSecrets
from tests.store.world import mark

PASSWORD = Placeholder("Password", 1)
EMAIL = Placeholder("Email", 12)


def run(*values: str) -> RunSecrets:
    secrets = RunSecrets()
    for number, value in enumerate(values, start=1):
        secrets.add(Placeholder("Password", number), "Password", value)
    return secrets


def test_a_hidden_secret_becomes_its_placeholder() -> None:
    text = "😀 pin is hunter-22, mail ann@example.org!"
    marks = (
        mark(text, "hunter-22", PASSWORD, Level.PL4),
        mark(text, "ann@example.org", EMAIL),
    )
    stored, moved = without_secrets(text, marks, run())
    assert stored == "😀 pin is <Password_1>, mail ann@example.org!"
    assert [stored[each.start : each.end] for each in moved] == ["<Password_1>", "ann@example.org"]
    assert [each.state for each in moved] == [MarkState.LOST, MarkState.VALUE]
    assert without_secrets(stored, moved, run("hunter-22")) == (stored, moved)


def test_what_the_user_sends_stays_as_typed() -> None:
    text = "pin is hunter-22"
    marks = (mark(text, "hunter-22", None, Level.PL4, Action.KEEP),)
    assert without_secrets(text, marks, run("hunter-22")) == (text, marks)


def test_a_secret_of_this_run_is_replaced_where_no_mark_is() -> None:
    text = "again hunter-22 and HUNTER-22."
    stored, marks = without_secrets(text, (), run("hunter-22"))
    assert stored == "again <Password_1> and <Password_1>."
    assert {(each.state, each.level, each.placeholder) for each in marks} == {
        (MarkState.LOST, Level.PL4, PASSWORD)
    }
    assert [stored[each.start : each.end] for each in marks] == ["<Password_1>"] * 2


def test_an_encoded_secret_leaves_nothing_behind() -> None:
    text = "open %68unter%2D22 or aHVudGVyLTIy"
    stored, moved = without_secrets(text, (), run("hunter-22"))
    assert stored == "open <Password_1> or <Password_1>"
    assert [mark.state for mark in moved] == [MarkState.LOST] * 2


def test_a_hidden_value_with_a_secret_inside_is_replaced_as_a_whole() -> None:
    text = "he said: use hunter-22 now. bye"
    marks = (mark(text, "use hunter-22 now", EMAIL),)
    stored, moved = without_secrets(text, marks, run("hunter-22"))
    assert stored == "he said: <Email_12>. bye"
    assert moved[0].state is MarkState.LOST


def test_a_secret_that_sticks_out_of_a_mark_leaves_nothing_behind() -> None:
    text = "x hunter 22 y"
    marks = (mark(text, "hunter", EMAIL),)
    stored, moved = without_secrets(text, marks, run("hunter 22"))
    assert stored == "x <Email_12><Password_1> y"
    assert len(moved) == 2


@pytest.mark.parametrize("state", [MarkState.LOST, MarkState.UNRESOLVED, MarkState.PROTECTED])
def test_placeholders_in_the_text_stay(state: MarkState) -> None:
    text = "see <Password_1>"
    marks = (mark(text, "<Password_1>", PASSWORD, Level.PL4, state=state),)
    assert without_secrets(text, marks, run("hunter-22")) == (text, marks)


def test_marks_that_do_not_fit_are_our_mistake() -> None:
    text = "abc def"
    first, second = mark(text, "abc", EMAIL), mark(text, "def", EMAIL)
    bad: list[tuple[Mark, ...]] = [
        (second, first),
        (first, first),
        (Mark(5, 9, "Email", Level.PL2, "builtin", 1.0, EMAIL, Action.HIDE),),
        (mark(text, "abc", None),),
    ]
    for marks in bad:
        with pytest.raises(ValueError, match=r"mark|placeholder"):
            without_secrets(text, marks, run())


def test_choices_about_secrets_are_not_kept() -> None:
    text = "hunter-22 and Elm and Oak and Ash"
    marks = (mark(text, "hunter-22", PASSWORD, Level.PL4),)
    kept = storable_choices(
        {
            "hunter-22": Choice(Action.HIDE),
            "my hunter-22": Choice(Action.HIDE),
            "elm": Choice(Action.HIDE, "Password"),
            "oak": Choice(Action.HIDE, "Real Name", Level.PL4),
            "ash": Choice(Action.HIDE, "Real Name", Level.PL2),
            "of this run": Choice(Action.HIDE),
            "sent": Choice(Action.KEEP, "Password", Level.PL4),
        },
        text,
        marks,
        run("this run"),
    )
    assert list(kept) == ["ash", "sent"]


def test_the_users_level_decides_over_the_types() -> None:
    assert is_secret(Choice(Action.HIDE, "Password"))
    assert is_secret(Choice(Action.HIDE, "Email", Level.PL4))
    assert not is_secret(Choice(Action.HIDE, "Password", Level.PL2))
    assert not is_secret(Choice(Action.HIDE))


WORDS = [
    "hunter-22",
    "sesame opens",
    "ann@example.org",
    "Elm Row",
    "🙂",
    "你好",
    "and",
    "<Email_1>",
]


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """Draw a text of words, some of them marked."""
    text, marks = "", []
    for word in draw(st.lists(st.sampled_from(WORDS), max_size=10)):
        start = len(text)
        text += word + " "
        if draw(st.booleans()):
            secret = word in WORDS[:2]
            level = Level.PL4 if secret else Level.PL2
            action = draw(st.sampled_from([Action.HIDE, Action.KEEP]))
            kind = "Password" if secret else "Email"
            placeholder = Placeholder(kind, WORDS.index(word) + 1)
            marks.append(
                Mark(start, start + len(word), kind, level, "user", 1.0, placeholder, action)
            )
    return text, marks


@settings(max_examples=300)
@given(marked(), st.booleans())
def test_whatever_is_marked(drawn: tuple[str, list[Mark]], known: bool) -> None:
    text, marks = drawn
    secrets = run(*WORDS[:2]) if known else run()
    stored, moved = without_secrets(text, marks, secrets)
    for old in marks:
        word = text[old.start : old.end]
        fits = [new for new in moved if new.placeholder == old.placeholder]
        assert any(stored[new.start : new.end] in {word, str(old.placeholder)} for new in fits), (
            stored,
            moved,
        )
    for word in WORDS[:2]:
        sent = [each for each in marks if each.action is Action.KEEP]
        kept = sum(1 for each in sent if text[each.start : each.end] == word)
        hidden = sum(
            1
            for each in marks
            if each.action is Action.HIDE and text[each.start : each.end] == word
        )
        left = kept if known else text.count(word) - hidden
        assert stored.count(word) == left
    assert without_secrets(stored, moved, secrets) == (stored, moved)
