"""Proposing changes the number of passes and nothing else; the grammar lets nothing be invented."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from llguidance import LLTokenizer

from app.detect.model.answer import Find, escaped
from app.detect.model.decoding import Decoder, Effort, tokenizer_of
from app.detect.model.engine import Engine, Overflow
from app.detect.model.occurrences import spans
from app.privacy.levels import Level
from tests.detect.corpus import samples
from tests.detect.model.conftest import INSTRUCTIONS
from tests.detect.model.messages import messages, pieces_of
from tests.detect.model.oracle import Oracle

PROMPT = [0]


@pytest.fixture(scope="module")
def engine(tiny_model: Path) -> Iterator[Engine]:
    engine = Engine(tiny_model, 4096, 1, lambda: False)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def tokenizer(engine: Engine) -> LLTokenizer:
    return tokenizer_of(engine)


def say(items: list[tuple[str, str, str]]) -> str:
    """Return the answer that tells `items`: text, type and level."""
    keys = ("original_text", "privacy_type", "privacy_level")
    return json.dumps([dict(zip(keys, item, strict=True)) for item in items], ensure_ascii=False)


def both_ways(
    engine: Engine, tokenizer: LLTokenizer, message: str, prompt: list[int]
) -> list[tuple[list[Find], list[int], Effort]]:
    """Return what proposing and the plain way find, write and take."""
    results = []
    for proposing in (True, False):
        effort = Effort()
        engine.keep(0)
        decoder = Decoder(engine, tokenizer, proposing=proposing)
        finds = list(decoder.answer(message, prompt, effort))
        results.append((finds, engine.held[len(prompt) :], effort))
    return results


def test_the_answer_is_that_of_plain_decoding(engine: Engine, tokenizer: LLTokenizer) -> None:
    corpus = samples()[::3][:200]
    assert len(corpus) == 200
    passes = plain_passes = told = 0
    for sample in corpus:
        prompt = engine.tokens(f"Find in {escaped(sample.text)}:")
        quick, plain = both_ways(engine, tokenizer, sample.text, prompt)
        assert quick[0] == plain[0], sample.place
        # The last tokens are not computed any more, on either way.
        shorter = min(len(quick[1]), len(plain[1]))
        assert quick[1][:shorter] == plain[1][:shorter], sample.place
        assert quick[2].tokens == plain[2].tokens, sample.place
        passes += quick[2].passes
        plain_passes += plain[2].passes
        told += len(quick[0])
    assert told > 100
    assert passes < plain_passes * 0.8


def test_so_it_is_with_a_model_that_has_learned(real_model: Path) -> None:
    engine = Engine(real_model, 2048, 1, lambda: False)
    tokenizer = tokenizer_of(engine)
    for message in ("I have asthma", "the password is falcon"):
        question = INSTRUCTIONS.replace("{real_name}", "Ada Poole").replace(
            "{input_dialogue_content}", json.dumps({"content": message}, ensure_ascii=False)
        )
        quick, plain = both_ways(engine, tokenizer, message, engine.tokens(question))
        assert quick[0] == plain[0]
        assert quick[2].tokens == plain[2].tokens
        assert quick[2].passes * 2 < plain[2].passes
    engine.close()


def test_a_thousand_wild_messages(tokenizer: LLTokenizer) -> None:
    """What a model wants to tell arrives as it stands, at every place, and nothing else does."""
    for seed, message in enumerate(messages(1000, seed=7)):
        wanted = [
            (piece, "Email" if at else "Pet Name", "PL3")
            for at, piece in enumerate(pieces_of(message, seed))
        ]
        wanted = [item for at, item in enumerate(wanted) if item[0] and item not in wanted[:at]]
        oracle = Oracle(tokenizer, say(wanted))
        told = list(Decoder(oracle, tokenizer).answer(message, PROMPT, Effort()))
        assert told == [Find(text, kind, Level.PL3) for text, kind, _ in wanted], message
        whole = _written(oracle, tokenizer)
        items = json.loads(whole + ("]" if not whole.endswith("]") else ""))
        assert [item["original_text"] for item in items] == [item[0] for item in wanted]
        for find in told:
            for span in spans(find, message, start=5):
                assert message[span.start - 5 : span.end - 5] == span.text == find.text.strip()


def test_what_a_model_would_invent_is_never_told(tokenizer: LLTokenizer) -> None:
    for message in messages(60, seed=8):
        oracle = Oracle(
            tokenizer, say([('Napoleon \\ "B"', "Real Name", "PL2"), ("x", "No", "PL1")])
        )
        effort = Effort()
        try:
            for find in Decoder(oracle, tokenizer).answer(message, PROMPT, effort):
                assert find.text in message
                assert find.level in (Level.PL2, Level.PL3, Level.PL4)
        finally:
            assert json.loads(_closed(_written(oracle, tokenizer))) is not None


def test_a_forced_text_is_never_computed_alone(tokenizer: LLTokenizer) -> None:
    message = "Ida Moreau lives here"
    oracle = Oracle(tokenizer, say([("Ida Moreau", "Real Name", "PL2")]))
    effort = Effort()
    assert len(list(Decoder(oracle, tokenizer).answer(message, PROMPT, effort))) == 1
    plain = Effort()
    other = Oracle(tokenizer, say([("Ida Moreau", "Real Name", "PL2")]))
    list(Decoder(other, tokenizer, proposing=False).answer(message, PROMPT, plain))
    assert effort.tokens == plain.tokens
    assert effort.passes * 2 < plain.passes
    assert plain.passes == plain.tokens - 2  # the first is asked, the last ends the answer


def test_nothing_private_takes_no_pass_after_the_prompt(tokenizer: LLTokenizer) -> None:
    effort = Effort()
    assert not list(Decoder(Oracle(tokenizer, "[]"), tokenizer).answer("hi", PROMPT, effort))
    assert effort.passes == 0


@pytest.mark.parametrize("kinds", [("Email",), ("Email", "Real Name", "Key", "Token", "Password")])
def test_a_model_that_goes_round_in_circles_is_stopped(
    tokenizer: LLTokenizer, kinds: tuple[str, ...]
) -> None:
    message = "Ida Moreau lives here"
    round_and_round = [("Ida", kind, "PL2") for kind in kinds] * 20
    oracle = Oracle(tokenizer, say([*round_and_round]))
    effort = Effort()
    told = list(Decoder(oracle, tokenizer).answer(message, PROMPT, effort))
    assert told == [Find("Ida", kind, Level.PL2) for kind in kinds]
    assert effort.tokens < 700


def test_what_is_said_twice_by_mistake_does_not_end_the_answer(tokenizer: LLTokenizer) -> None:
    message = "Ida Moreau lives here"
    items = [("Ida", "Email", "PL2"), ("Ida", "Email", "PL2"), ("Moreau", "Email", "PL2")]
    told = list(Decoder(Oracle(tokenizer, say(items)), tokenizer).answer(message, PROMPT, Effort()))
    assert [find.text for find in told] == ["Ida", "Moreau"]


def test_a_full_context_is_said_and_what_was_told_before_counts(tokenizer: LLTokenizer) -> None:
    message = "Ida Moreau lives here"
    items = [("Ida", "Email", "PL2"), ("Moreau", "Real Name", "PL2"), ("here", "Place", "PL2")]
    told: list[str] = []
    oracle = Oracle(tokenizer, say(items), context=60)
    with pytest.raises(Overflow):
        told.extend(
            find.text for find in Decoder(oracle, tokenizer).answer(message, PROMPT, Effort())
        )
    oracle = Oracle(tokenizer, say(items), context=60)
    answer = Decoder(oracle, tokenizer).answer(message, PROMPT, Effort())
    assert next(answer).text == "Ida"


def test_a_proposal_never_fills_the_context_that_the_answer_needs(tokenizer: LLTokenizer) -> None:
    message = "Ida Moreau lives here and nowhere else"
    items = [(message, "Real Name", "PL2")]
    plain = Oracle(tokenizer, say(items))
    list(Decoder(plain, tokenizer, proposing=False).answer(message, PROMPT, Effort()))
    tight = Oracle(tokenizer, say(items), context=len(plain.held))
    assert len(list(Decoder(tight, tokenizer).answer(message, PROMPT, Effort()))) == 1


def _written(oracle: Oracle, tokenizer: LLTokenizer) -> str:
    return bytes(tokenizer.decode_bytes(oracle.held[1:])).decode()


def _closed(answer: str) -> str:
    """Return `answer`, of which the last tokens were taken but not computed, as it ended."""
    return answer[: answer.rfind("}") + 1] + "]" if "}" in answer else "[]"
