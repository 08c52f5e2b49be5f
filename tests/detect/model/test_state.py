"""The kept state: the same answer with it as without, nothing private in it, no bad one taken."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.detect.model.answer import Find
from app.detect.model.decoding import Effort
from app.detect.model.messages import Open
from app.detect.model.state import KeptStates, model_digest
from app.detect.model.worker import Reading, Stops
from tests.detect.model.conftest import SHORT
from tests.detect.model.tiny import write_model

NAME, TEXT = "Ida Öhrström", 'My "mail" is\nida@post.example, 王小明'


class Opened:
    """Opens the tiny model over a folder of states, and closes it again."""

    def __init__(self, model: Path, folder: Path) -> None:
        self._model = model
        self.folder = folder

    def __call__(self, instructions: str = SHORT, context: int = 1024) -> tuple[Reading, bool]:
        reading = Reading(Open(str(self._model), instructions, str(self.folder), context), Stops())
        return reading, reading.kept

    def answers(self, instructions: str = SHORT, context: int = 1024) -> tuple[bool, list[Find]]:
        reading, kept = self(instructions, context)
        prompt = reading.prompt(NAME, TEXT)[len(reading.fixed) :]
        told = list(reading.decoder.answer(TEXT, prompt, Effort()))
        reading.engine.close()
        return kept, told

    def file(self) -> Path:
        (file,) = self.folder.iterdir()
        return file


@pytest.fixture
def model(tiny_model: Path, tmp_path: Path) -> Opened:
    return Opened(tiny_model, tmp_path / "states")


def test_it_is_kept_and_changes_no_answer(model: Opened) -> None:
    kept, told = model.answers()
    assert not kept
    assert told
    assert model.answers() == (True, told)
    assert model.answers() == (True, told)


def test_nothing_private_is_in_it(model: Opened) -> None:
    model.answers()
    model.answers()
    content = model.file().read_bytes()
    for private in (NAME, "Ida", TEXT, "ida@post", "王小明"):
        for form in (private, private.encode("unicode_escape").decode("ascii")):
            assert form.encode() not in content
            assert form.encode("utf-16-le") not in content
    # As tokens, too: llama.cpp's numbers of four bytes.
    reading, _ = model()
    tokens = reading.engine.tokens("ida@post")
    reading.engine.close()
    assert b"".join(token.to_bytes(4, "little") for token in tokens) not in content


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[: len(content) // 2],
        lambda content: content[:30],
        lambda _: b"",
        lambda content: content[:5000] + bytes([content[5000] ^ 1]) + content[5001:],
        lambda content: content[:-1] + bytes([content[-1] ^ 128]),
        lambda content: content.replace(b"understudy-state-1", b"understudy-state-0"),
        lambda content: content + b"more",
    ],
    ids=["half", "head", "empty", "a bit", "the last bit", "another version", "longer"],
)
def test_a_spoilt_one_is_computed_anew(model: Opened, spoil: Callable[[bytes], bytes]) -> None:
    _, told = model.answers()
    whole = model.file().read_bytes()
    model.file().write_bytes(spoil(whole))
    assert model.answers() == (False, told)
    assert model.file().read_bytes() == whole
    assert model.answers() == (True, told)


def test_it_serves_one_model_instructions_and_context_only(model: Opened, tmp_path: Path) -> None:
    assert model.answers()[0] is False
    assert model.answers(context=768)[0] is False
    assert model.answers("Please: " + SHORT)[0] is False
    other = write_model(tmp_path / "other.gguf", seed=9)
    assert Opened(other, model.folder).answers()[0] is False
    assert len(list(model.folder.iterdir())) == 3, "no more are kept"


def test_what_a_crash_left_is_removed_and_a_folder_that_cannot_be_used_is_no_failure(
    model: Opened, tmp_path: Path
) -> None:
    model.folder.mkdir()
    (model.folder / "0.partial").write_bytes(b"half")
    _, told = model.answers()
    assert not list(model.folder.glob("*.partial"))
    (tmp_path / "file").write_bytes(b"")
    blocked = Opened(model._model, tmp_path / "file")
    assert blocked.answers() == (False, told)
    assert blocked.answers() == (False, told)


def test_a_full_disk_loses_nothing(model: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    _, told = model.answers()
    assert told
    assert not list(model.folder.iterdir())


def test_a_models_digest_tells_models_apart(tiny_model: Path, tmp_path: Path) -> None:
    content = tiny_model.read_bytes()
    other = tmp_path / "other.gguf"
    other.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert model_digest(tiny_model) == model_digest(tiny_model)
    assert model_digest(other) != model_digest(tiny_model)
    with pytest.raises(OSError, match="No such file"):
        model_digest(tmp_path / "missing")


def test_only_the_fixed_part_is_kept(model: Opened) -> None:
    reading, _ = model()
    assert reading.engine.held == reading.fixed
    states = KeptStates(model.folder)
    assert states.restore(reading.engine, reading.fixed, "another model") is False
    reading.engine.close()
