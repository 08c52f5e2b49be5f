"""Putting the built-in recognisers together with their word lists."""

from dataclasses import dataclass
from pathlib import Path

from app.detect.builtin.access import access
from app.detect.builtin.acquaintances import acquaintances
from app.detect.builtin.address import RULES as ADDRESS_RULES
from app.detect.builtin.address import ChineseAddress
from app.detect.builtin.ailments import ailments
from app.detect.builtin.ailments_zh import ailments_zh
from app.detect.builtin.amounts import RULES as AMOUNT_RULES
from app.detect.builtin.amounts import Amounts
from app.detect.builtin.asides import asides
from app.detect.builtin.body import body
from app.detect.builtin.bonds import bonds
from app.detect.builtin.callings import callings
from app.detect.builtin.circumstances import circumstances
from app.detect.builtin.codes import codes
from app.detect.builtin.complaints import complaints
from app.detect.builtin.contact import contact
from app.detect.builtin.creeds import creeds
from app.detect.builtin.detector import BuiltinDetector
from app.detect.builtin.documents import documents
from app.detect.builtin.earnings import earnings
from app.detect.builtin.file_paths import file_paths
from app.detect.builtin.handles import handles
from app.detect.builtin.health import health
from app.detect.builtin.journeys import journeys
from app.detect.builtin.journeys_zh import journeys_zh
from app.detect.builtin.kept_plans import kept_plans
from app.detect.builtin.kin import kin
from app.detect.builtin.kin_zh import kin_zh
from app.detect.builtin.label_lines import LabelledOverLines
from app.detect.builtin.labelled import Labelled, NameWords
from app.detect.builtin.lexicon import read_words
from app.detect.builtin.life_courses import life_courses
from app.detect.builtin.livelihoods import livelihoods
from app.detect.builtin.lives import lives
from app.detect.builtin.lives_zh import lives_zh
from app.detect.builtin.matters_zh import matters_zh
from app.detect.builtin.mentioned import MentionedNames
from app.detect.builtin.money import money
from app.detect.builtin.name_neighbours import NameNeighbours
from app.detect.builtin.names import introduced_names
from app.detect.builtin.network import network
from app.detect.builtin.oneself import oneself
from app.detect.builtin.oneself_zh import oneself_zh
from app.detect.builtin.ordeals import ordeals
from app.detect.builtin.own_name import OwnName
from app.detect.builtin.passwords import passwords
from app.detect.builtin.personal import personal
from app.detect.builtin.phone import Phone
from app.detect.builtin.places import places
from app.detect.builtin.positions import positions
from app.detect.builtin.quoted import quoted
from app.detect.builtin.readings import readings
from app.detect.builtin.recogniser import Recogniser, RuleRecogniser
from app.detect.builtin.rosters import Rosters
from app.detect.builtin.secrets import secrets, secrets_over_lines
from app.detect.builtin.sensitive import sensitive
from app.detect.builtin.spelled import SpelledNumbers
from app.detect.builtin.standing import standing
from app.detect.builtin.sums import sums
from app.detect.builtin.sums_zh import sums_zh
from app.detect.builtin.told_secrets import told_secrets
from app.detect.builtin.travel import travel
from app.detect.builtin.undisclosed import undisclosed
from app.detect.builtin.upbringing import upbringing
from app.detect.builtin.whereabouts import whereabouts
from app.detect.builtin.work import work
from app.detect.builtin.worship import worship
from app.detect.recall import NameParts, RecallingDetector


@dataclass(frozen=True, slots=True)
class _NameLists:
    """The lists about names, each read once for all who need it."""

    given: frozenset[str]
    surnames: frozenset[str]
    ambiguous: frozenset[str]
    ambiguous_zh: frozenset[str]
    not_names: frozenset[str]
    public: frozenset[str]

    @classmethod
    def read(cls, words: Path) -> "_NameLists":
        def read(name: str) -> frozenset[str]:
            return frozenset(read_words(words / f"{name}.txt"))

        return cls(
            given=read("given_names"),
            surnames=read("surnames"),
            ambiguous=read("given_names_ambiguous"),
            ambiguous_zh=read("given_names_zh_ambiguous"),
            not_names=read("not_names"),
            public=read("public_figures"),
        )

    def neighbours(self) -> NameNeighbours:
        return NameNeighbours(self.given, self.surnames, self.not_names)


def default_recognisers(resources: Path) -> tuple[Recogniser, ...]:
    """Return the recognisers that read one line at a time.

    `resources` is the folder that holds `words/`. Raises `OSError` where a list cannot be read.
    """
    words = resources / "words"
    return _recognisers(words, _NameLists.read(words))


def _recognisers(words: Path, names: _NameLists) -> tuple[Recogniser, ...]:
    return (
        *contact(),
        Phone(),
        RuleRecogniser(ADDRESS_RULES),
        ChineseAddress(),
        OwnName(names.ambiguous, names.given, names.neighbours()),
        *introduced_names(names.public, names.not_names),
        MentionedNames(names.given, names.ambiguous, names.surnames, names.public, names.not_names),
        Rosters(),
        *acquaintances(),
        *personal(),
        *positions(),
        *oneself(),
        *circumstances(),
        *lives(),
        *livelihoods(),
        *upbringing(),
        *life_courses(),
        *kin(),
        *bonds(),
        *work(read_words(words / "job_titles.txt")),
        *network(),
        *file_paths(),
        *handles(),
        *documents(),
        *money(read_words(words / "banks.txt")),
        Amounts(),
        RuleRecogniser(AMOUNT_RULES),
        *sums(),
        *earnings(),
        *health(words),
        *ailments(),
        *complaints(),
        *body(),
        *readings(),
        *travel(),
        *journeys(),
        *whereabouts(),
        *places(),
        *secrets(),
        *passwords(),
        *access(),
        *told_secrets(),
        *undisclosed(),
        *kept_plans(),
        *codes(),
        *sensitive(),
        *standing(),
        *creeds(),
        *asides(),
        *worship(),
        *ordeals(),
        *callings(),
        *_in_chinese(),
        *quoted(),
        SpelledNumbers(),
        Labelled(NameWords(names.given, names.surnames)),
    )


def _in_chinese() -> tuple[RuleRecogniser, ...]:
    """Return the families of what is told in Chinese alone."""
    return (
        *oneself_zh(),
        *kin_zh(),
        *lives_zh(),
        *sums_zh(),
        *ailments_zh(),
        *journeys_zh(),
        *matters_zh(),
    )


def default_detector(resources: Path) -> RecallingDetector:
    """Return the detector that the product uses; see `default_recognisers`."""
    words = resources / "words"
    names = _NameLists.read(words)
    # For facts that run over lines.
    whole = (*secrets_over_lines(), LabelledOverLines(NameWords(names.given, names.surnames)))
    by_rules = BuiltinDetector(_recognisers(words, names), whole)
    ambiguous = names.ambiguous | names.ambiguous_zh
    parts = NameParts(names.given, names.surnames, ambiguous, names.neighbours())
    return RecallingDetector(by_rules, parts)


def warmed_up_detector(resources: Path) -> RecallingDetector:
    """Return `default_detector` with all its rules compiled and read: no text waits for them."""
    detector = default_detector(resources)
    for _ in detector.warm_up():
        pass
    return detector
