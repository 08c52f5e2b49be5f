"""Every known failure of the app has a translated sentence."""

import importlib
import pkgutil
import string
from collections.abc import Iterator

import pytest

import app
from app.errors import KnownError
from app.ui.failures.text import SENTENCES, failure_text


def _all_failures() -> list[type[KnownError]]:
    for module in pkgutil.walk_packages(app.__path__, "app."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found = {each for each in _below(KnownError) if each.__module__.startswith("app.")}
    return sorted(found, key=lambda each: each.__qualname__)


def _below(kind: type[KnownError]) -> Iterator[type[KnownError]]:
    yield kind
    for each in kind.__subclasses__():
        yield from _below(each)


def test_each_class_of_failure_has_an_entry_with_its_own_words() -> None:
    own = {each.__name__: each.sentence for each in _all_failures() if "sentence" in vars(each)}
    listed = {name: str(sentence) for name, sentence in SENTENCES.items()}
    assert listed == own


def test_a_class_without_words_of_its_own_is_never_raised_by_name() -> None:
    """Such a class is a family; it inherits the sentence of an ancestor that is listed."""
    listed = {str(sentence) for sentence in SENTENCES.values()}
    assert [each.__name__ for each in _all_failures() if each.sentence not in listed] == []


def test_no_two_classes_share_a_name() -> None:
    names = [each.__name__ for each in _all_failures()]
    assert sorted(set(names)) == sorted(names)


def test_details_fill_every_sentence() -> None:
    for failure in _all_failures():
        fields = [name for _, name, _, _ in string.Formatter().parse(failure.sentence) if name]
        text = failure_text(failure(**dict.fromkeys(fields, "X1")))
        assert "{" not in text
        assert text.count("X1") >= len(set(fields))


def test_a_failure_says_what_was_not_lost_or_done() -> None:
    """Each sentence calms: nothing sent, nothing changed, kept, still here, left as it is."""
    calming = (
        "nothing was",
        "not lost",
        "still here",
        "still there",
        "are kept",
        "was left",
        "unchanged",
        "not affected",
        "kept before",
        "nothing has left",
    )
    assert [
        failure.__name__
        for failure in _all_failures()
        if not failure.__module__.startswith("app.commands.")
        and not any(words in failure.sentence.lower() for words in calming)
    ] == []


@pytest.mark.parametrize("value", ["{provider}", "{0}", "<b>x</b>", "100 %"])
def test_a_detail_is_put_in_as_it_is(value: str) -> None:
    class _NamedError(KnownError):
        sentence = "It is {name}."

    assert failure_text(_NamedError(name=value)) == f"It is {value}."
