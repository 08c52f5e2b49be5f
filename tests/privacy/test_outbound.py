import base64
import contextlib
import html
import json
import quopri
import re
import urllib.parse
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.privacy.examined import Examined
from app.privacy.finding import Known
from app.privacy.known import KnownValues
from app.privacy.normalise import fold
from app.privacy.outbound import OutboundCheck, OutboundLeak, OutboundUnreadable
from app.privacy.placeholder import Placeholder
from app.privacy.prepared import Prepared

URL = "https://api.provider.example/v1/chat/completions"
KEY = "sk-Zm9vYmFyYmF6cXV4MTIzNDU2"
NOTE = "Some details are placeholders. Li and the number 34 are only words in these instructions."
HEADERS = (
    ("Host", "api.provider.example"),
    ("User-Agent", "OpenAI/Python 3.54.34"),
    ("Content-Length", "34"),
    ("Content-Type", "application/json"),
    ("X-Stainless-Lang", "python"),
    ("X-Stainless-Runtime-Version", "3.11.34"),
    ("Authorization", f"Bearer {KEY}"),
)
OWN = ("api.provider.example", URL, "model-34", "user", "system", f"Bearer {KEY}", KEY, NOTE)
HIDDEN = (
    (Placeholder("Email", 1), "Email", "bob@example.com"),
    (Placeholder("Real_Name", 1), "Real Name", "Li"),
    (Placeholder("Identity_Background", 1), "Identity Background", "34"),
    (Placeholder("Real_Name", 2), "Real Name", "王小明"),
    (Placeholder("Phone_Number", 1), "Phone Number", "+1 (212) 555-0147"),
    (Placeholder("Password", 1), "Password", 'p"w\\d 12é'),
    (Placeholder("Identity_Background", 2), "Identity Background", "OpenAI"),
    (Placeholder("Real_Name", 3), "Real Name", "Bob Smith"),
    (Placeholder("Account_ID_Username", 1), "Account ID/Username", "user"),
)
LONG = [value for _, _, value in HIDDEN if len(value.encode()) >= 6]


def body(content: str) -> bytes:
    messages = [
        {"role": "system", "content": f"{NOTE}\n\nBe brief."},
        {"role": "user", "content": content},
    ]
    request = {"model": "model-34", "messages": messages, "stream": True, "max_tokens": 34}
    return json.dumps({**request, "temperature": 0.34}).encode()


def check(*released: str) -> OutboundCheck:
    return OutboundCheck(HIDDEN, OWN, released)


def percent(value: str) -> str:
    return "".join(f"%{byte:02x}" for byte in value.encode())


def inside(value: str, skipped: int) -> bytes:
    return b" ;,"[:skipped] + value.encode() + b" and the rest"


ENCODINGS: dict[str, Callable[[str], str]] = {
    "raw": str,
    "upper": str.upper,
    "wide": lambda v: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in v),
    "zero width": "\u200b".join,
    "soft hyphen": "\u00ad".join,
    "backslash u": lambda v: "".join(f"\\u{ord(c):04X}" for c in v),
    "backslash x": lambda v: "".join(f"\\x{ord(c):02x}" if c < "\x7f" else c for c in v),
    "json in json": lambda v: json.dumps({"a": [v]}),
    "percent": percent,
    "quoted": urllib.parse.quote,
    "percent twice": lambda v: urllib.parse.quote(percent(v)),
    "percent thrice": lambda v: urllib.parse.quote(urllib.parse.quote(percent(v))),
    "entities": lambda v: "".join(f"&#{ord(c)};" for c in v),
    "hex entities": lambda v: "".join(f"&#x{ord(c):X};" for c in v),
    "named entities": html.escape,
    "base64": lambda v: base64.b64encode(v.encode()).decode(),
    "base64 inside 0": lambda v: base64.b64encode(inside(v, 0)).decode(),
    "base64 inside 1": lambda v: base64.b64encode(inside(v, 1)).decode(),
    "base64 inside 2": lambda v: base64.b64encode(inside(v, 2)).decode(),
    "base64 url": lambda v: base64.urlsafe_b64encode(inside(v, 2)).decode().rstrip("="),
    "base64 after x": lambda v: "x" + base64.b64encode(v.encode()).decode(),
    "base64 twice": lambda v: base64.b64encode(base64.b64encode(v.encode())).decode(),
    "base64 of utf-16": lambda v: base64.b64encode(v.encode("utf-16-le")).decode(),
    "base64 of utf-16-be": lambda v: base64.b64encode(b"\0" + v.encode("utf-16-be")).decode(),
    "base64 wrapped": lambda v: base64.encodebytes(b"lorem " * 12 + v.encode()).decode(),
    "base64 in a quotation": lambda v: re.sub(
        "(.{64})", r"\1\n> ", base64.b64encode(b"lorem " * 7 + v.encode()).decode()
    ),
    "base64, unseen between": lambda v: "\u200b".join(base64.b64encode(v.encode()).decode()),
    "base64, wide": lambda v: (
        base64.b64encode(v.encode())
        .decode()
        .translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    ),
    "base64 of json": lambda v: base64.b64encode(json.dumps({"n": v}).encode()).decode(),
    "hex": lambda v: v.encode().hex(),
    "hex capitals": lambda v: "f" + v.encode().hex().upper(),
    "hex of utf-16": lambda v: v.encode("utf-16-le").hex(),
    "hex with blanks": lambda v: v.encode().hex(" "),
    "hex before a word": lambda v: v.encode().hex(" ") + " added",
    "hex before a number": lambda v: v.encode().hex(" ") + " 621",
    "hex by two bytes": lambda v: re.sub("(.{4})", r"\1 ", v.encode().hex()),
    "hex of a dump": lambda v: v.encode()[:8].hex(" ") + "  " + v.encode()[8:].hex(" "),
    "hex with colons": lambda v: v.encode().hex(":").upper(),
    "hex in a list": lambda v: ", ".join(f"0x{byte:02x}" for byte in v.encode()),
    "quoted-printable": lambda v: quopri.encodestring(v.encode()).decode(),
    "all quoted-printable": lambda v: "".join(f"={byte:02X}" for byte in v.encode()),
    "quoted-printable, broken": lambda v: f"{v[:3]}=\n{v[3:]}",
    "braces u": lambda v: "".join(f"\\u{{{ord(c):x}}}" for c in v),
    "long u": lambda v: "".join(f"\\U{ord(c):08x}" for c in v),
    "percent u": lambda v: "".join(f"%u{ord(c):04x}" for c in v),
    "entities without ends": lambda v: "".join(f"&#{ord(c)}" for c in v),
    "bytes": lambda v: repr(v.encode())[2:-1],
    "octal bytes": lambda v: "".join(f"\\{byte:03o}" for byte in v.encode()),
    "encoded word": lambda v: f"=?UTF-8?Q?{percent(v).replace('%', '=').replace('=20', '_')}?=",
    "form": urllib.parse.quote_plus,
    "underscores": lambda v: v.replace(" ", "_"),
    "stars": lambda v: " ".join(f"**{word}**" for word in v.split(" ")),
    "underlined": lambda v: f"_{v}_",
    "tags": lambda v: f"<b>{v.replace(' ', '</b> <i>')}</i>",
    "quoted lines": lambda v: v.replace(" ", "\r\n> "),
    "entities with zeros": lambda v: "".join(f"&#{ord(c):012d};" for c in v),
}


@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS)
@pytest.mark.parametrize("value", LONG)
@pytest.mark.parametrize("around", ["{}", "see {} there", "（{}）"])
def test_a_planted_value_is_caught_in_every_encoding(
    encode: Callable[[str], str], value: str, around: str
) -> None:
    with pytest.raises(OutboundLeak):
        check().examine(URL, HEADERS, body(around.format(encode(value))))


@settings(max_examples=150)
@given(
    st.text(st.characters(categories=["L", "Nd"], max_codepoint=0x9FFF), min_size=6, max_size=30),
    st.sampled_from(sorted(ENCODINGS)),
    st.integers(0, 3),
)
def test_any_planted_value_is_caught(value: str, encoding: str, words: int) -> None:
    planted = Placeholder("Password", 9)
    content = "word, " * words + ENCODINGS[encoding](value) + " !" * words
    with pytest.raises(OutboundLeak) as leak:
        OutboundCheck([(planted, "Password", value)], OWN).examine(URL, HEADERS, body(content))
    assert leak.value.details == {"placeholder": "<Password_9>"}
    assert str(leak.value) == str(OutboundLeak(placeholder="<Password_9>"))
    assert leak.value.__cause__ is None


@pytest.mark.parametrize("digits", ["2125550147", "212.555.0147", "+1-212-555-0147", "212 5550147"])
def test_a_number_with_other_separators_is_caught(digits: str) -> None:
    with pytest.raises(OutboundLeak):
        check().examine(URL, HEADERS, body(f"call {digits}"))
    with pytest.raises(OutboundLeak):
        check().examine(URL, HEADERS, body("call " + percent(digits)))


@pytest.mark.parametrize("value", ["Li", "34", "LI.", "l\u200bi", "\\u004ci", "&#76;i", "%4Ci"])
def test_short_values_are_caught_in_what_was_said(value: str) -> None:
    with pytest.raises(OutboundLeak):
        check().examine(URL, HEADERS, body(f"I am {value}"))


def test_a_short_value_in_a_longer_encoded_text_is_caught() -> None:
    encoded = base64.b64encode(b"my name is Li, I live here").decode()
    with pytest.raises(OutboundLeak):
        check().examine(URL, HEADERS, body(encoded))


@pytest.mark.parametrize(
    ("url", "headers", "content"),
    [
        (f"{URL}?q=bob%40example.com", HEADERS, b""),
        (f"{URL}/bob@example.com", (), b""),
        (f"{URL}?q=Bob+Smith", (), b""),
        (URL, (("X-Note", "for Bob Smith"),), b""),
        (URL, (("User-Agent", "mine bob@example.com"),), b""),
        (URL, (("Bob-Smith-bob@example.com", "1"),), b""),
        (URL, (), b'{"n": 2125550147}'),
        (URL, (), b'{"bob@example.com": 1}'),
        (URL, (), b'{"content": "Li", "content": "x"}'),
        (URL, (), b'{"metadata": {"title": "A letter to Li"}}'),
        (URL, (), b'{"messages": [{"content": [{"type": "text", "text": "Li"}]}]}'),
        (URL, (), b'["Bob Smith"]'),
        (URL, (), b"name=Bob+Smith&x=1"),
        (URL, (), b"not JSON at all: Li"),
    ],
)
def test_every_part_of_a_request_is_looked_at(
    url: str, headers: tuple[tuple[str, str], ...], content: bytes
) -> None:
    with pytest.raises(OutboundLeak):
        check().examine(url, headers, content)


def test_the_parts_of_the_protocol_raise_no_false_alarm() -> None:
    check().examine(URL, HEADERS, body("Hello <Real_Name_1>, Lisa is 340 years old, 1,034.34"))
    check().examine(URL, (), b'{"max_tokens": 34, "seed": 134, "role": "user", "li": [34]}')


WORDS = (
    *("alpha", "beta", "gamma", "<Email_1>", "12", "2026", "你好", "世界", "```code```"),
    *("f(x)", "a=b", "%20", "&amp;", "\\n", "data:image/png;base64,iVBORw0KGgo"),
)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_clean_requests_raise_no_false_alarm(content: str) -> None:
    check().examine(URL, HEADERS, body(content))


@settings(max_examples=100)
@given(st.binary(max_size=800))
def test_encoded_bytes_raise_no_false_alarm(data: bytes) -> None:
    # Values of two letters are left out: they may stand in the letters of base64 by chance.
    hidden = [each for each in HIDDEN if len(each[2].encode()) >= 6]
    content = f"{base64.b64encode(data).decode()} {data.hex()}"
    OutboundCheck(hidden, OWN).examine(URL, HEADERS, body(content))


@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS)
def test_what_was_kept_encoded_may_leave_and_opens_nothing_else(
    encode: Callable[[str], str],
) -> None:
    kept = encode("bob@example.com")
    check(fold(kept)).examine(URL, HEADERS, body(f"see {kept} there"))
    for other in ("Bob Smith", encode("Bob Smith"), "王小明", encode("+1 (212) 555-0147")):
        with pytest.raises(OutboundLeak):
            check(fold(kept)).examine(URL, HEADERS, body(f"see {kept} there, {other}"))


def test_what_was_kept_in_a_longer_word_may_leave() -> None:
    kept = check(fold("Bob_Smith"))
    kept.examine(URL, HEADERS, body("see Bob_Smith_CV.pdf there"))
    with pytest.raises(OutboundLeak):
        check().examine(URL, HEADERS, body("see Bob_Smith_CV.pdf there"))


@pytest.mark.parametrize("value", ["bob+tag@example.com", "bob_x+tag@example.com"])
@pytest.mark.parametrize("written", [urllib.parse.quote_plus, "_{}_".format, "<b>{}</b>".format])
def test_a_plus_sign_or_underscore_of_the_value_is_its_own(
    value: str, written: Callable[[str], str]
) -> None:
    found = OutboundCheck([(Placeholder("Email", 1), "Email", value)])
    for url, content in ((f"{URL}?q={written(value)}", ""), (URL, written(value))):
        with pytest.raises(OutboundLeak):
            found.examine(url, HEADERS, body(content))


@pytest.mark.parametrize("short", ["a", "1", "b", "bob", "com", "5", "z", "+", "="])
@pytest.mark.parametrize("encoding", sorted(ENCODINGS))
def test_a_short_kept_value_opens_nothing(short: str, encoding: str) -> None:
    for value in LONG:
        with pytest.raises(OutboundLeak):
            check(short).examine(URL, HEADERS, body(f"{short} {ENCODINGS[encoding](value)}"))


@pytest.mark.parametrize(
    "word", ["messages", "content", "stream", "max_tokens", "completions", "2023-06-01"]
)
def test_what_every_request_says_raises_no_false_alarm(word: str) -> None:
    hidden = [(Placeholder("Account_ID_Username", 1), "Account ID/Username", word)]
    headers = (*HEADERS, ("Anthropic-Version", "2023-06-01"))
    OutboundCheck(hidden, OWN).examine(URL, headers, body("Hello <Account_ID_Username_1>"))
    with pytest.raises(OutboundLeak):
        OutboundCheck(hidden, OWN).examine(URL, headers, body(f"I am {word}"))


def test_a_value_that_reads_like_a_placeholder_raises_no_false_alarm() -> None:
    hidden = [(Placeholder("Account_ID_Username", 1), "Account ID/Username", "Email_1")]
    OutboundCheck(hidden, OWN).examine(URL, HEADERS, body("Hello <Email_1>"))
    with pytest.raises(OutboundLeak):
        OutboundCheck(hidden, OWN).examine(URL, HEADERS, body("Hello Email_1"))


@pytest.mark.parametrize("value", ["hunter2_2024", "Bob_7", "Password_2024"])
def test_brackets_around_a_value_make_no_placeholder_of_it(value: str) -> None:
    hidden = [(Placeholder("Account_ID_Username", 1), "Account ID/Username", value)]
    given = {Placeholder("Account_ID_Username", 1)}
    with pytest.raises(OutboundLeak):
        OutboundCheck(hidden, OWN, given=given.__contains__).examine(
            URL, HEADERS, body(f"Hello <{value}>")
        )


@pytest.mark.parametrize(
    "number", ["4111111111111111.0", "4.111111111111111e15", "41111111111111110e-1"]
)
def test_a_value_written_as_another_number_is_caught(number: str) -> None:
    hidden = [(Placeholder("Financial_Account", 1), "Financial Account", "4111 1111 1111 1111")]
    with pytest.raises(OutboundLeak):
        OutboundCheck(hidden, OWN).examine(URL, HEADERS, b'{"seed": %s}' % number.encode())


def test_released_values_may_leave_but_nothing_around_them() -> None:
    check("bob@example.com", "li").examine(URL, HEADERS, body("I am Li, BOB@example.com"))
    # What lies in a kept value was kept with it.
    check("letters to li and others").examine(URL, HEADERS, body("Letters to Li and others"))
    with pytest.raises(OutboundLeak):
        check("bob@example.com").examine(URL, HEADERS, body("I am Li, bob@example.com"))


def test_the_apps_own_key_is_no_excuse_in_what_was_said() -> None:
    hidden = [(Placeholder("Key", 1), "Key", KEY)]
    OutboundCheck(hidden, OWN).examine(URL, HEADERS, body("hello"))
    with pytest.raises(OutboundLeak):
        OutboundCheck(hidden, OWN).examine(URL, HEADERS, body(KEY))


@pytest.mark.parametrize(
    ("headers", "content"),
    [
        ((), b"\xff\xfe\x00"),
        ((("Content-Encoding", "gzip"),), b"{}"),
        ((), b"[" * 100_000),
    ],
)
def test_what_cannot_be_read_does_not_leave(
    headers: tuple[tuple[str, str], ...], content: bytes
) -> None:
    with pytest.raises(OutboundUnreadable):
        check().examine(URL, headers, content)


def test_a_failure_inside_refuses_the_request_and_tells_nothing() -> None:
    class Broken(KnownValues[Placeholder]):
        def find(self, text: str) -> list[object]:  # type: ignore[override]
            raise RuntimeError(text)

    with pytest.raises(OutboundUnreadable) as failure:
        OutboundCheck(Broken(), OWN).examine(URL, HEADERS, body("confidential words"))
    assert "confidential" not in str(failure.value)
    assert failure.value.__suppress_context__


def test_it_takes_values_that_are_already_indexed() -> None:
    known: KnownValues[Placeholder] = KnownValues()
    known.add(Placeholder("Email", 1), "Email", "bob@example.com")
    with pytest.raises(OutboundLeak):
        OutboundCheck(known).examine(URL, (), body("bob@example.com"))


def test_a_text_that_was_examined_is_not_decoded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: of a long chat only the new message is looked through."""
    read: list[int] = []
    find = KnownValues.find

    def counted(self: KnownValues[Placeholder], text: str | Prepared) -> list[Known[Placeholder]]:
        read.append(len(text if isinstance(text, str) else text.text))
        return find(self, text)

    monkeypatch.setattr(KnownValues, "find", counted)
    known: KnownValues[Placeholder] = KnownValues()
    known.add(Placeholder("Email", 1), "Email", "bob@example.com")
    examined: Examined[Placeholder] = Examined()
    messages = [f"message {number}: " + "plain words " * 40 for number in range(50)]

    def cost(*more: str) -> int:
        read.clear()
        said = [{"role": "user", "content": each} for each in (*messages, *more)]
        OutboundCheck(known, OWN, examined=examined).examine(
            URL, HEADERS, json.dumps({"messages": said}).encode()
        )
        return sum(read)

    whole = cost()
    assert whole > sum(map(len, messages))
    assert cost("and this one " * 10) < whole / 20


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["learn", "check"]), max_size=12), st.sampled_from(LONG))
def test_what_was_examined_is_not_believed_of_values_learned_since(
    steps: list[str], value: str
) -> None:
    known: KnownValues[Placeholder] = KnownValues()
    examined: Examined[Placeholder] = Examined()

    def add(number: int, text: str) -> None:
        known.add(Placeholder("Email", number), "Email", text)
        examined.learn(Placeholder("Email", number), "Email", text)

    content = body("Lorem ipsum dolor sit amet, consectetur adipiscing elit. " + percent(value))
    for number, step in enumerate(steps):
        if step == "learn":
            add(number, f"somebody else {number}")
        else:
            OutboundCheck(known, OWN, examined=examined).examine(URL, HEADERS, content)
    add(99, value)
    for _ in range(2):
        with pytest.raises(OutboundLeak):
            OutboundCheck(known, OWN, examined=examined).examine(URL, HEADERS, content)


def test_what_was_excused_once_is_not_excused_for_ever() -> None:
    known: KnownValues[Placeholder] = KnownValues()
    known.add(Placeholder("Email", 1), "Email", "bob@example.com")
    examined: Examined[Placeholder] = Examined()
    said = "I am bob@example.com, and this message is long enough to be remembered as examined."
    encoded = base64.b64encode(said.encode()).decode()
    for content in (said, f"decode {encoded} for me, if you please, as quickly as you can"):
        for released in ("bob@example.com", fold(encoded)):
            with contextlib.suppress(OutboundLeak):
                OutboundCheck(known, OWN, [released], examined).examine(URL, HEADERS, body(content))
        with pytest.raises(OutboundLeak):
            OutboundCheck(known, OWN, [], examined).examine(URL, HEADERS, body(content))


@pytest.mark.parametrize(
    "unit", ["word ", "李", "bob@", "%41", "&#65;", "=41", "12 ", "QUJD", "\\"]
)
def test_the_cost_follows_the_size(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: what is looked through grows no faster than the request."""
    read: list[int] = []
    find = KnownValues.find

    def counted(self: KnownValues[Placeholder], text: str | Prepared) -> list[Known[Placeholder]]:
        read.append(len(text if isinstance(text, str) else text.text))
        return find(self, text)

    monkeypatch.setattr(KnownValues, "find", counted)

    def cost(length: int) -> int:
        read.clear()
        check().examine(URL, HEADERS, body((unit * length)[:length] + " end"))
        return sum(read)

    assert cost(40_000) <= 10 * cost(4_000) + 40_000


@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS)
@pytest.mark.parametrize("value", LONG)
def test_a_planted_value_is_caught_in_address_and_headers(
    encode: Callable[[str], str], value: str
) -> None:
    planted = encode(value)
    for url, headers in (
        (f"{URL}?q={planted}", HEADERS),
        (f"{URL}/{planted}#x", HEADERS),
        (URL, (*HEADERS, ("X-Note", planted))),
        (URL, (*HEADERS, ("Cookie", f"a=1; b={planted}; c=2"))),
        (URL, (*HEADERS, (planted, "yes"))),
    ):
        with pytest.raises(OutboundLeak):
            check().examine(url, headers, body("Hello"))


def in_parts(pieces: list[str]) -> bytes:
    content = [{"type": "text", "text": piece} for piece in pieces]
    return json.dumps({"messages": [{"role": "user", "content": content}]}).encode()


def in_messages(pieces: list[str]) -> bytes:
    said = [{"role": "user", "content": piece} for piece in pieces]
    return json.dumps({"model": "model-34", "messages": said, "stream": True}).encode()


def in_a_list(pieces: list[str]) -> bytes:
    return json.dumps({"input": pieces}).encode()


@settings(max_examples=100)
@given(
    st.sampled_from([value for value in LONG if len(value.encode()) >= 7]),
    st.sampled_from([in_parts, in_messages, in_a_list]),
    st.sampled_from(["", "it begins: ", "很长的话。" * 60, "words before it " * 40]),
    st.data(),
)
def test_a_value_cut_over_strings_is_caught(
    value: str, build: Callable[[list[str]], bytes], before: str, data: st.DataObject
) -> None:
    at = sorted(data.draw(st.sets(st.integers(1, len(value) - 1), min_size=1, max_size=4)))
    pieces = [value[a:b] for a, b in zip([0, *at], [*at, len(value)], strict=True)]
    pieces = [before + pieces[0], *pieces[1:-1], pieces[-1] + ", and so on" + " and on" * 60]
    for examined in (None, Examined[Placeholder]()):
        for _ in range(2):
            with pytest.raises(OutboundLeak):
                OutboundCheck(HIDDEN, OWN, examined=examined).examine(URL, HEADERS, build(pieces))


@pytest.mark.parametrize("pieces", [["Bob", "Smith"], ["4111 1111", "1111 1111"]])
def test_a_value_cut_at_a_space_is_caught(pieces: list[str]) -> None:
    hidden = [
        *HIDDEN,
        (Placeholder("Financial_Account", 1), "Financial Account", "4111111111111111"),
    ]
    for build in (in_parts, in_messages, in_a_list):
        with pytest.raises(OutboundLeak):
            OutboundCheck(hidden, OWN).examine(URL, HEADERS, build(pieces))
        OutboundCheck(hidden, OWN, [*pieces, " ".join(pieces)]).examine(URL, HEADERS, build(pieces))


def test_a_cut_value_learned_later_is_caught() -> None:
    examined: Examined[Placeholder] = Examined()
    known: KnownValues[Placeholder] = KnownValues()
    known.add(Placeholder("Email", 1), "Email", "bob@example.com")
    request = in_messages(["my name is Rosa", "Lind, and I like walking. " * 20, "Goodbye"])
    OutboundCheck(known, OWN, examined=examined).examine(URL, HEADERS, request)
    known.add(Placeholder("Real_Name", 1), "Real Name", "Rosa Lind")
    examined.learn(Placeholder("Real_Name", 1), "Real Name", "Rosa Lind")
    with pytest.raises(OutboundLeak):
        OutboundCheck(known, OWN, examined=examined).examine(URL, HEADERS, request)


@pytest.mark.parametrize(
    "pieces",
    [
        ["my L", "i"],
        ["I am 3", "4 of us"],
        ["the Bob", "smithy is open"],
        ["<Real_Name_3>", "<Real_Name_3>"],
    ],
)
def test_where_strings_meet_chance_raises_no_false_alarm(pieces: list[str]) -> None:
    for build in (in_parts, in_messages, in_a_list):
        check().examine(URL, HEADERS, build(pieces))
