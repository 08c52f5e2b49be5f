"""Putting the built-in recognisers together with their word lists."""

from collections.abc import Collection
from pathlib import Path

from app.detect.builtin.access import access
from app.detect.builtin.address import RULES as ADDRESS_RULES
from app.detect.builtin.address import ChineseAddress
from app.detect.builtin.amounts import RULES as AMOUNT_RULES
from app.detect.builtin.amounts import Amounts
from app.detect.builtin.codes import codes
from app.detect.builtin.contact import contact
from app.detect.builtin.detector import BuiltinDetector
from app.detect.builtin.documents import documents
from app.detect.builtin.health import health
from app.detect.builtin.journeys import journeys
from app.detect.builtin.labelled import Labelled
from app.detect.builtin.lexicon import read_words
from app.detect.builtin.money import money
from app.detect.builtin.name_neighbours import NameNeighbours
from app.detect.builtin.names import Names
from app.detect.builtin.network import network
from app.detect.builtin.own_name import OwnName
from app.detect.builtin.passwords import passwords
from app.detect.builtin.personal import personal
from app.detect.builtin.phone import Phone
from app.detect.builtin.places import places
from app.detect.builtin.recogniser import Recogniser, RuleRecogniser
from app.detect.builtin.secrets import secrets, secrets_over_lines
from app.detect.builtin.sensitive import sensitive
from app.detect.builtin.spelled import SpelledNumbers
from app.detect.builtin.travel import travel
from app.detect.builtin.undisclosed import undisclosed
from app.detect.builtin.work import work
from app.detect.detector import Detector
from app.detect.recall import NameParts, RecallingDetector


def default_recognisers(resources: Path) -> tuple[Recogniser, ...]:
    """Return the recognisers that read one line at a time.

    `resources` is the folder that holds `words/`. Raises `OSError` where a list cannot be read.
    """
    words = resources / "words"
    ambiguous = read_words(words / "given_names_ambiguous.txt")
    given = read_words(words / "given_names.txt")
    surnames = read_words(words / "surnames.txt")
    not_names = read_words(words / "not_names.txt")
    return (
        *contact(),
        Phone(),
        RuleRecogniser(ADDRESS_RULES),
        ChineseAddress(),
        OwnName(ambiguous, given, NameNeighbours(given, surnames, not_names)),
        Names(
            given=given,
            ambiguous=ambiguous,
            surnames=surnames,
            public=read_words(words / "public_figures.txt"),
            not_names=not_names,
        ),
        *personal(),
        *work(read_words(words / "job_titles.txt")),
        *network(),
        *documents(),
        *money(read_words(words / "banks.txt")),
        Amounts(),
        RuleRecogniser(AMOUNT_RULES),
        *health(words),
        *travel(),
        *journeys(),
        *places(),
        *secrets(),
        *passwords(),
        *access(),
        *undisclosed(),
        *codes(),
        *sensitive(),
        SpelledNumbers(),
    )


def default_detector(resources: Path) -> Detector:
    """Return the detector that the product uses; see `default_recognisers`."""
    words = resources / "words"
    given, surnames = read_words(words / "given_names.txt"), read_words(words / "surnames.txt")
    neighbours = NameNeighbours(given, surnames, read_words(words / "not_names.txt"))
    ambiguous = (
        *read_words(words / "given_names_ambiguous.txt"),
        *read_words(words / "given_names_zh_ambiguous.txt"),
    )
    by_rules = BuiltinDetector(default_recognisers(resources), over_lines((*given, *surnames)))
    return RecallingDetector(by_rules, NameParts(given, surnames, ambiguous, neighbours))


def over_lines(names: Collection[str]) -> tuple[Recogniser, ...]:
    """Return the recognisers that read a whole text, for facts that run over lines.

    `names` are given and family names.
    """
    return (*secrets_over_lines(), Labelled(names))
