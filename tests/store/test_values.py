"""A vault in a file finds exactly what one search after another through all values would find."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.privacy.finding import Finder, Known, _whole
from app.privacy.heads import UNSPACED
from app.privacy.known import KnownValues, value_forms
from app.privacy.placeholder import Placeholder
from app.store import forms as forms_module
from app.store.database import Database, Parameters, Row
from app.store.entries import family
from app.store.errors import DiskFull
from app.store.forms import Space, StoredForms
from app.store.values import Filed, VaultValues, bring_up_to_date
from app.store.watching import Watch
from tests.store.world import run

_START = re.compile(rf"(?<![^\W{UNSPACED}])[^\W{UNSPACED}]|[{UNSPACED}]|[^\w\s]")


class Listed:
    """Forms in a list, all of them tried everywhere."""

    def __init__(self) -> None:
        self.forms: list[tuple[str, Placeholder]] = []

    def __len__(self) -> int:
        return len(self.forms)

    def starting(self, heads: Collection[str]) -> Collection[str]:
        return heads

    def at(self, text: str, start: int, _least: int) -> Iterator[tuple[int, Placeholder]]:
        ends: dict[int, Placeholder] = {}
        for form, placeholder in self.forms:
            if text.startswith(form, start):
                ends.setdefault(start + len(form), placeholder)
        yield from sorted(ends.items(), reverse=True)


class Exhaustive(Finder[Placeholder]):
    """Tries every value at every place where one may start."""

    def __init__(self, values: list[tuple[Placeholder, str]]) -> None:
        self.words, self.numbers = Listed(), Listed()
        super().__init__(self.words, self.numbers)
        for placeholder, value in values:
            found = value_forms("Real Name", value)
            self.words.forms += [(form, placeholder) for form in found.words]
            self.numbers.forms += [(form, placeholder) for form in found.numbers]

    def _in_words(self, text: str, _heads: Collection[str]) -> list[Known[Placeholder]]:
        hits: list[Known[Placeholder]] = []
        for match in _START.finditer(text):
            for end, placeholder in self.words.at(text, match.start(), 0):
                if _whole(text, match.start(), end):
                    hits.append(Known(match.start(), end, placeholder))
                    break
        return hits


def kept(database: Database, values: list[str]) -> list[tuple[Placeholder, str]]:
    """Write values as a vault does, by hand."""
    rows = []
    for number, value in enumerate(values, 1):
        database.execute(
            "INSERT INTO entries (family, number, kind, type, level, value)"
            " VALUES (?, ?, 'Real_Name', 'Real Name', 2, ?)",
            (family("Real_Name"), number, value),
        )
        rows.append((Placeholder("Real_Name", number), value))
    return rows


_PIECES = (
    *(
        "Ann",
        "ann",
        "Anna",
        "Li",
        "李",
        "王小明",
        "小明",
        "王",
        "の",
        "김철수",
        "राम",
        "रामा",
        "é",
        "e\u0301",
    ),
    *("12", "2012", "482913", "6174927843", "+1 (617) 492-7843", "00441632960123", "617", "492"),
    *("4111 1111 1111 1111", "one two three four five six", "一三八零五九", "E12345678", "ＡＮＮ"),
    *("ann@example.org", "bob", "@", ".", "_", "-", "+", "(", ")", " ", "  ", "\n", "\t", "🙂"),
    *("\u200b", "\u200f", "\u00ad", "\ud83d", "\uffff", "\U0010ffff", "\x00", "ß", "ﬁ", "İ", "ǰ"),
    *("a" * 30, "please", "please write", "x" * 100, "'", "’", "ʼ", "/", ","),
)
pieces = st.one_of(
    st.sampled_from(_PIECES),
    st.text(st.characters(exclude_categories=()), min_size=1, max_size=3),
)
values = st.lists(pieces, min_size=1, max_size=4).map("".join)


@st.composite
def texts(draw: st.DrawFn) -> tuple[list[str], str]:
    """Some values, and a text that is made of them, of pieces and of separators."""
    known = draw(st.lists(values, min_size=1, max_size=8))
    parts = draw(st.lists(st.one_of(st.sampled_from(known), pieces), max_size=10))
    return known, draw(st.sampled_from(["", " ", ", "])).join(parts)


@settings(max_examples=250)
@given(texts(), st.sampled_from((0, 1, 16)))
@example((["李a", "李"], "李a李"), 0)
@example((["a\U0010ffffb", "a"], "a\U0010ffffb a"), 0)
@example((["a\U0010ffffb", "a"], "a\U0010ffffb a"), 16)
@example((["2125550147"], "call +1 (212) 555-0147, 212.555.0147"), 0)
def test_the_file_finds_what_trying_every_value_finds(
    case: tuple[list[str], str], few: int
) -> None:
    known, text = case
    encodable = [each.encode("utf-8", "replace").decode() for each in known]
    with Database.in_memory() as database, pytest.MonkeyPatch.context() as patch:
        patch.setattr(forms_module, "_MOST_FEW", few)
        placed = kept(database, known)
        found = VaultValues(database).find(text)
    in_memory: KnownValues[Placeholder] = KnownValues()
    for placeholder, value in placed:
        in_memory.add(placeholder, "Real Name", value)
    assert in_memory.find(text) == Exhaustive(placed).find(text)
    # A file cannot hold half a surrogate pair; such a value is found by its replacement there.
    if encodable == known and text.encode("utf-8", "replace").decode() == text:
        assert found == Exhaustive(placed).find(text)
    else:
        spots = {(hit.start, hit.end) for hit in found}
        assert all(
            any(start <= hit.start and hit.end <= end for start, end in spots)
            for hit in Exhaustive(placed).find(text)
        )


@settings(max_examples=40)
@given(st.lists(texts(), min_size=2, max_size=5))
@example([(["Ann"], ""), (["Ann", "\ud83d"], "\ud83d")])
def test_what_was_asked_before_is_not_believed_when_values_change(
    cases: list[tuple[list[str], str]],
) -> None:
    with Database.in_memory() as database:
        vault = VaultValues(database)
        now: list[tuple[Placeholder, str]] = []
        for known, text in cases:
            for value in known:
                vault.find(text)
                vault.placeholder("", "Real Name", value)
                number = len(now) + 1
                database.execute(
                    "INSERT INTO entries (family, number, kind, type, level, value)"
                    " VALUES ('realname', ?, 'Real_Name', 'Real Name', 2, ?)",
                    (number, value),
                )
                with database.transaction():
                    vault.file(Filed("", "Real Name", value, number, everywhere=True))
                now.append((Placeholder("Real_Name", number), value))
                anew = VaultValues(database)
                assert vault.find(text) == anew.find(text)
                named = vault.placeholder("", "Real Name", value)
                assert named == anew.placeholder("", "Real Name", value)
                assert named is not None
        first, value = now[0]
        with database.transaction():
            vault.unfile(Filed("", "Real Name", value, first.number, everywhere=True))
        for _, text in cases:
            assert first not in {hit.key for hit in vault.find(text)}
        assert vault.placeholder("", "Real Name", value) != first


def test_a_value_longer_than_was_looked_for_before_is_found() -> None:
    value = "flat on the second floor of the old mill behind the station"
    with Database.in_memory() as database:
        kept(database, [value[:11]])
        vault = VaultValues(database)
        text = f"the {value}, no lift"
        assert [hit.end - hit.start for hit in vault.find(text)] == [11]
        with database.transaction():
            vault.file(Filed("", "Real Name", value, 1, everywhere=True))
        assert [hit.end - hit.start for hit in vault.find(text)] == [len(value)]


def test_a_search_asks_a_number_of_times_that_the_values_do_not_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Counted, not timed: with a hundred times the values, no more questions to the database.

    With so few that a word starts only some of them, there are even less.
    """
    monkeypatch.setattr(forms_module, "_MOST_FEW", 0)

    def asked(count: int) -> int:
        with Database.in_memory() as database:
            kept(database, [f"person{number} of {number % 7} towns" for number in range(count)])
            vault = VaultValues(database)
            questions = 0
            query = database.query

            def counted(sql: str, parameters: Parameters = ()) -> list[Row]:
                nonlocal questions
                questions += 1
                return query(sql, parameters)

            monkeypatch.setattr(database, "query", counted)
            vault.find("a word, then person7 of 0 towns, and personal matters of 7 towns " * 40)
            return questions

    assert asked(2_000) <= asked(20) + 2


def test_a_text_as_long_as_a_value_is_looked_up_in_steps() -> None:
    long = " ".join(f"line{number}" for number in range(5_000))
    with Database.in_memory() as database:
        kept(database, [long, "line0"])
        hits = VaultValues(database).find(f"so {long} it is")
    assert [(hit.start, hit.key.number) for hit in hits] == [(3, 1)]


def test_forms_are_made_anew_when_the_rules_change() -> None:
    with Database.in_memory() as database:
        kept(database, ["Rosalind Quint"])
        VaultValues(database)
        database.execute("UPDATE forms SET form = 'by other rules'")
        database.execute("UPDATE forms_state SET rules = '0'")
        assert VaultValues(database).find("to rosalind quint") != []
        assert database.query("SELECT count(*) FROM forms WHERE form = 'by other rules'") == [(0,)]


_KILLED_WHILE_FILING = """
import os, sys
from pathlib import Path
from app.store import values
from app.store.database import Database
from app.store.watching import Watch
values._BATCH = 3
stages = []
def tell(stage, share):
    stages.append(share)
    if len(stages) == int(sys.argv[3]):
        os.kill(os.getpid(), 9)
database = Database.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
values.bring_up_to_date(database, Watch(tell))
"""


@pytest.mark.parametrize("at", [1, 2, 4])
def test_filing_anew_goes_on_after_a_kill(
    path: Path, key: bytes, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.values._BATCH", 3)
    with Database.open(path, key, create=True) as database:
        kept(database, [f"Rosalind Quint{number}" for number in range(10)])
        VaultValues(database)
        expected = database.query("SELECT * FROM forms")
        database.execute("UPDATE forms SET form = 'by other rules ' || form")
        database.execute("UPDATE forms_state SET rules = '0'")
    run("-c", _KILLED_WHILE_FILING, path, key.hex(), str(at))
    shares: list[float | None] = []
    with Database.open(path, key) as database:
        bring_up_to_date(database, Watch(lambda _stage, share: shares.append(share)))
        assert database.query("SELECT * FROM forms") == expected
        # Nothing is left to do.
        bring_up_to_date(database, Watch(stopped=lambda: True))
    assert shares[0] == (at - 1) * 3 / 10


def test_filing_anew_goes_on_once_there_is_room(
    path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.values._BATCH", 30)
    with Database.open(path, key, create=True) as database:
        kept(database, [f"Rosalind Quint{number}" for number in range(300)])
        VaultValues(database)
        expected = database.query("SELECT * FROM forms")
        database.execute("DELETE FROM forms")
        database.execute("UPDATE forms_state SET rules = '0'")
        database.execute("VACUUM")
        ((pages,),) = database.query("PRAGMA page_count")
        database.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(DiskFull):
            bring_up_to_date(database)
        ((_, up_to),) = database.query("SELECT * FROM forms_state")
        assert 0 < up_to < 300
        database.execute("PRAGMA max_page_count = 1000000")
        bring_up_to_date(database)
        assert database.query("SELECT * FROM forms") == expected


@given(st.lists(st.tuples(st.text(), st.text()), max_size=500))
def test_many_rows_at_once_are_the_same_rows(rows: list[tuple[str, str]]) -> None:
    with Database.in_memory() as database:
        database.execute("CREATE TABLE one (a, b)")
        database.execute("CREATE TABLE two (a, b)")
        database.execute_many("INSERT INTO one VALUES (?, ?)", rows)
        database.insert_many("INSERT INTO two", rows)
        assert database.query("SELECT * FROM one") == database.query("SELECT * FROM two")


def test_answers_that_are_remembered_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms_module, "_MOST_HEADS", 10)
    with Database.in_memory() as database:
        kept(database, ["ann", "bob"])
        VaultValues(database)
        stored = StoredForms(database, Space.WORDS)
        for number in range(50):
            assert stored.starting({"ann", f"x{number}"}) == {"ann"}
        assert len(stored._heads) <= 11
