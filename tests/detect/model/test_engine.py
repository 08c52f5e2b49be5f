"""llama.cpp as we use it: appending, going back, stopping, and refusing what cannot read."""

from pathlib import Path

import numpy as np
import pytest

from app.detect.model import engine as module
from app.detect.model.engine import Engine, Overflow, Stopped, Unusable
from app.detect.model.memory import NoRoom
from tests.detect.model.tiny import write_embedder, write_model


@pytest.mark.parametrize("architecture", ["llama", "qwen3", "gemma3"])
def test_going_back_changes_nothing(architecture: str, tmp_path: Path) -> None:
    model = write_model(tmp_path / "m.gguf", architecture=architecture, window=16)
    engine = Engine(model, 512, 1, lambda: False)
    tokens = engine.tokens("Ida Moreau lives in a house " * 4)
    whole = engine.evaluate(tokens)[-1].copy()
    engine.keep(20)
    assert engine.held == tokens[:20]
    engine.evaluate(engine.tokens("something else that is forgotten again"))
    engine.keep(20)
    again = engine.evaluate(tokens[20:], outputs=2)
    assert again.shape == (2, engine.size)
    assert np.allclose(again[-1], whole, atol=1e-2)
    engine.close()
    engine.close()


def test_a_control_token_is_one_only_where_it_may_be(tiny_model: Path) -> None:
    engine = Engine(tiny_model, 512, 1, lambda: False)
    assert len(engine.tokens("<|im_end|>", special=True)) == 1
    assert len(engine.tokens("<|im_end|>")) > 5
    assert engine.tokens("") == []
    assert len(engine.tokens("\x00\ufeff\ud83d")) >= 5
    engine.close()


def test_a_full_context_and_a_stop_leave_what_was_held(tiny_model: Path) -> None:
    asked = 0

    def after_a_while() -> bool:
        nonlocal asked
        asked += 1
        return asked > 400

    engine = Engine(tiny_model, 512, 1, after_a_while)
    tokens = engine.tokens("Ida Moreau " * 30)
    engine.evaluate(tokens[:5])
    with pytest.raises(Overflow):
        engine.evaluate(tokens * 3)
    assert engine.held == tokens[:5]

    def until_stopped() -> None:
        for _ in range(100):
            engine.evaluate(tokens[5:300])
            engine.keep(5)

    with pytest.raises(Stopped):
        until_stopped()
    assert engine.held == tokens[:5]
    asked = -(10**9)
    engine.evaluate(tokens[5:10])
    assert engine.held == tokens[:10]
    engine.close()


def test_weights_and_state_must_fit_together(
    tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size, beside = tiny_model.stat().st_size, module._BESIDE
    for free, fits in ((beside, False), (size + beside, False), (size + beside + 3_000_000, True)):
        monkeypatch.setattr(module, "free_memory", lambda free=free: free)
        if fits:
            Engine(tiny_model, 4096, 1, lambda: False).close()
        else:
            with pytest.raises(NoRoom) as lack:
                Engine(tiny_model, 4096, 1, lambda: False)
            assert lack.value.needed > lack.value.free


def test_another_kind_of_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="another kind"):
        Engine(write_embedder(tmp_path / "bert.gguf"), 512, 1, lambda: False)
    (tmp_path / "bad.gguf").write_bytes(b"GGUF")
    with pytest.raises(Unusable):
        Engine(tmp_path / "bad.gguf", 512, 1, lambda: False)


def test_a_context_is_never_larger_than_the_model_has_learned(tmp_path: Path) -> None:
    engine = Engine(write_model(tmp_path / "m.gguf", context=300), 5120, 1, lambda: False)
    assert engine.context == 300
    with pytest.raises(Overflow):
        engine.evaluate([1] * 301)
    engine.evaluate([1] * 300)
    engine.close()
