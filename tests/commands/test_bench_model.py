"""Both sides answer on a real model, and the table says what each took."""

from pathlib import Path

import pytest

from app.__main__ import main
from tests.detect.model.conftest import SHORT
from tests.detect.model.tiny import write_model


def test_the_table_has_both_sides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model = write_model(tmp_path / "tiny.gguf", seed=4)
    (tmp_path / "instructions").write_text(SHORT, encoding="utf-8")
    (tmp_path / "messages").write_text("I am Ida Moreau\n\n我叫王小明\n", encoding="utf-8")
    files = ["--instructions", str(tmp_path / "instructions"), "--file", str(tmp_path / "messages")]
    assert main(["bench-model", "--model", str(model), *files, "--threads", "1"]) == 0
    table = capsys.readouterr().out.splitlines()
    assert table[0].split() == [
        "first",
        "s",
        "passes",
        "later",
        "s",
        "passes",
        "tokens",
        "peak",
        "MB",
    ]
    assert [line.split()[0] for line in table[1:4]] == ["private", "plain", "times"]
    passes = [float(line.split()[-3]) for line in table[1:3]]
    assert 0 < passes[0] < passes[1]
    assert "of 2 messages" in table[4]


@pytest.mark.parametrize("lines", ["", "only one\n"])
def test_too_few_messages_are_refused(
    lines: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "messages").write_text(lines, encoding="utf-8")
    assert main(["bench-model", "--model", "m.gguf", "--file", str(tmp_path / "messages")]) == 1
    assert "fewer than two" in capsys.readouterr().err


def test_a_model_that_is_missing_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bench-model", "--model", str(tmp_path / "none.gguf")]) == 1
    assert "not where it was" in capsys.readouterr().err
