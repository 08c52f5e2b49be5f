"""The bench command: conversations in, predictions out, through the reader of the window."""

import json
from pathlib import Path

import pytest

from app.chat.reader import Reader, Standing
from app.commands.bench import BenchFileUnusable, bench_file
from app.detect.detector import Profile
from app.store.vault import Vault
from tests.chat.world import CAST, KINDS

USER = {
    "uuid": "u1",
    "metadata": {"user_name": "Rita Moss"},
    "dialogues": [
        {"role": "user", "content": "I'm Rita Moss, my username is quill_rita7."},
        {"role": "assistant", "content": "Hello Rita Moss."},
        {"role": "user", "content": "Is quill_rita7 a good one? I am 43 years old."},
        {"role": "user", "content": "The number 43 is a prime."},
    ],
}


def make_reader(vault: Vault, profile: Profile) -> Reader:
    return Reader(CAST.detectors, vault, KINDS, lambda: Standing(profile=profile))


def test_predicts_every_message_and_carries_values_over(tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.jsonl", tmp_path / "pred.jsonl"
    other = {**USER, "uuid": "u2", "dialogues": [{"role": "user", "content": "quill_rita7!"}]}
    gold.write_text(f"{json.dumps(USER)}\n\n{json.dumps(other)}\n", encoding="utf-8")
    assert bench_file(gold, out, make_reader) == 5
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    texts = {
        (row["uuid"], row["turn"]): [span["original_text"] for span in row["spans"]] for row in rows
    }
    assert texts == {
        ("u1", 0): ["Rita Moss", "quill_rita7"],
        ("u1", 1): ["Rita Moss"],
        ("u1", 2): ["quill_rita7", "43 years old"],
        ("u1", 3): [],
        ("u2", 0): [],
    }
    assert rows[0]["spans"][0]["privacy_type"] == "Real Name"
    assert rows[0]["spans"][0]["privacy_level"] == "PL2"
    assert all(row["seconds"] >= 0 for row in rows)


def test_a_line_that_is_no_record_is_refused(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("nonsense\n", encoding="utf-8")
    with pytest.raises(BenchFileUnusable, match="not a record"):
        bench_file(gold, tmp_path / "pred.jsonl", make_reader)
