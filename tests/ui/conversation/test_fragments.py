from app.privacy.levels import Level
from app.privacy.placeholder import Placeholder
from app.privacy.restoring import PieceKind, RestoredPiece
from app.store.chats import MarkState
from app.ui.conversation.fragments import (
    Fragment,
    fragments_arrived,
    fragments_of,
    joined,
    masked_text,
    shown_text,
)
from tests.ui.made import message_of


def test_a_message_falls_into_text_and_values() -> None:
    message = message_of(1, "user", "😀 {n|Marta} likes {e+|a@b.example}{p!|<Password_9>}.")
    found = fragments_of(message)
    assert shown_text(found) == message.text
    assert [(each.text, each.state, each.kept) for each in found] == [
        ("😀 ", None, False),
        ("Marta", MarkState.VALUE, False),
        (" likes ", None, False),
        ("a@b.example", MarkState.VALUE, True),
        ("<Password_9>", MarkState.LOST, False),
        (".", None, False),
    ]


def test_the_masked_text_is_what_the_assistant_has() -> None:
    message = message_of(1, "assistant", "To {n|Marta}: {e+|a@b.example}, {n|Marta}")
    assert masked_text(fragments_of(message)) == "To <Real_Name_1>: a@b.example, <Real_Name_1>"


def test_what_arrives_gets_the_usual_level_of_its_type() -> None:
    password = Placeholder("Password", 1)
    pieces = (
        RestoredPiece("use ", PieceKind.PLAIN, None, "use "),
        RestoredPiece("hunter-owl-42", PieceKind.RESTORED, password, "<Password_1>"),
        RestoredPiece("<Email_9>", PieceKind.UNRESOLVED, None, "<Email_9>"),
    )
    made = fragments_arrived(pieces)
    assert made[1] == Fragment("hunter-owl-42", MarkState.VALUE, Level.PL4, "<Password_1>")
    assert made[2].state is MarkState.UNRESOLVED
    assert masked_text(made) == "use <Password_1><Email_9>"


def test_neighbouring_plain_pieces_become_one() -> None:
    value = Fragment("x", MarkState.VALUE)
    made = joined([Fragment("a"), Fragment("b"), value, Fragment("c"), Fragment("d")])
    assert made == [Fragment("ab"), value, Fragment("cd")]
