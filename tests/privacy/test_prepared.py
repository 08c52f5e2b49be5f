"""What is worked out once for a text and remembered of its lines finds what a fresh look does."""

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.privacy.encoded import Budget, TooMuchEncoded, find_encoded
from app.privacy.finding import Known
from app.privacy.known import KnownValues
from app.privacy.prepared import DecodedLines, Prepared

SECRETS = ("marmalade-7731", "林若彤的密码", "rosa@example.org")


def _values() -> KnownValues[str]:
    values: KnownValues[str] = KnownValues()
    for secret in SECRETS:
        values.add(secret, "Password", secret)
    return values


def _base64(text: str, codec: str = "utf-8") -> str:
    return base64.b64encode(text.encode(codec)).decode()


LINES = st.sampled_from(
    (
        *("plain words here", "", " ", "13912345678", "organisation of sandcastles", "\\u0041"),
        *(_base64(f"pin {secret} end") for secret in SECRETS),
        *(_base64(secret, "utf-16-le") for secret in SECRETS),
        *(secret.encode().hex() for secret in SECRETS),
        _base64(_base64(SECRETS[0])),
        # Wrapped over two lines.
        "\n".join(
            (_base64(f"{'x' * 40}{SECRETS[0]}")[:60], _base64(f"{'x' * 40}{SECRETS[0]}")[60:])
        ),
        *(f"say {secret} now" for secret in SECRETS),
    )
)


def _places(found: list[Known[str]]) -> set[tuple[int, int, str]]:
    return {(each.start, each.end, each.key) for each in found}


@settings(max_examples=60)
@given(st.lists(st.lists(LINES, max_size=6).map("\n".join), min_size=1, max_size=4))
def test_remembering_lines_changes_nothing_that_is_found(texts: list[str]) -> None:
    values, decoded = _values(), DecodedLines()
    for text in texts:
        prepared = Prepared(text, decoded)
        assert _places(values.find(prepared)) == _places(values.find(text))
        assert _places(find_encoded(values, prepared)) == _places(find_encoded(values, text))


def test_a_line_is_decoded_once_and_forgotten_in_time() -> None:
    decoded = DecodedLines()
    lines = [_base64(f"line {number} of the text") for number in range(3)]
    first = decoded.of("\n".join(lines))
    assert len(first) == 1
    assert decoded.of("\n".join(lines)) == first
    (kept, fresh) = decoded.of("\n".join([*lines, _base64("one more of them")]))
    assert kept is first[0]
    assert "one more" in fresh.text
    assert "line 1" not in fresh.text
    for number in range(5_000):
        decoded.of(f"{number} sentences")
    assert decoded.of("\n".join(lines)) != first


def test_a_line_of_every_text_brings_nothing_of_the_others() -> None:
    decoded = DecodedLines()
    decoded.of(f"{_base64('line one of the text')}\n\n```\nyes")
    assert decoded.of("\n```\nyes") == ()


def test_what_is_remembered_of_others_never_makes_a_text_too_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    decoded = DecodedLines()
    shared = _base64("shared by both of them")
    decoded.of("\n".join([shared, *(_base64(f"{number} of the others") for number in range(90))]))
    text = f"{shared}\n{_base64(SECRETS[0])}"
    monkeypatch.setattr(Budget, "of", lambda _: Budget(2_000))
    assert find_encoded(_values(), Prepared(text, decoded))
    with pytest.raises(TooMuchEncoded):
        find_encoded(
            _values(), Prepared("\n".join(f"{number}{text}" for number in range(90)), decoded)
        )


def test_loose_spaces_are_closed_up_with_the_way_back() -> None:
    loose = Prepared("密 码是 林 若彤").loose
    assert loose is not None
    assert loose.text == "密码是林若彤"
    assert "".join(Prepared("密 码是 林 若彤").folded.text[at] for at in loose.kept) == loose.text
    assert Prepared("no such script").loose is None
