"""The pipe as a script uses it: a process, lines in, lines out."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from app.chat.stores import Stores
from app.paths import Places
from app.store.numbering import FIRST_IDENTITY
from app.store.opening import StoreFiles
from tests.store.world import CHEAP, run

ROOT = Path(__file__).resolve().parents[2]


def pipe(*lines: object, options: tuple[str, ...] = (), base: Path | None = None) -> list[Any]:
    """Run the pipe over `lines`, strings as they are and all else as JSON; return its answers."""
    written = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    where = ("--base-dir", str(base)) if base else ()
    done = subprocess.run(
        [sys.executable, "-m", "app", *where, "pipe", *options],
        input="\n".join(written) + "\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        timeout=60,
        check=True,
        env={"PATH": "", "UNDERSTUDY_PASSPHRASE": "open sesame", "PYTHONIOENCODING": "ascii"},
    )
    assert done.stderr == ""
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_detect_gives_code_point_offsets() -> None:
    text = "🙂 rosa@example.org"
    (answer,) = pipe({"op": "detect", "text": text})
    assert answer == {
        "spans": [
            {
                "start": 2,
                "end": 18,
                "original_text": "rosa@example.org",
                "privacy_type": "Email",
                "privacy_level": "PL2",
                "source": "builtin",
            }
        ]
    }


def test_mask_and_restore_keep_one_placeholder_for_one_value() -> None:
    text = "Write to rosa@example.org，或 Rosa@Example.org"
    first, second, third = pipe(
        {"op": "mask", "text": text},
        {"op": "restore", "text": "Sent to <email_1> and <Email_9>."},
        {"op": "mask", "text": "rosa@example.org again"},
    )
    assert first["text"] == "Write to <Email_1>，或 <Email_1>"
    assert first["placeholders"] == {"<Email_1>": "rosa@example.org"}
    assert [span["start"] for span in first["spans"]] == [9, 28]
    assert second == {
        "text": "Sent to rosa@example.org and <Email_9>.",
        "unresolved": ["<Email_9>"],
    }
    assert third["text"] == "<Email_1> again"


def test_what_was_masked_is_restored_as_typed_whole_and_cut_anywhere() -> None:
    text = "A@Example.org, a@example.org, <Email_1> and Email_2 🙂 我叫林晓彤"
    ((masked),) = pipe({"op": "mask", "text": text})
    chunks = list(masked["text"])
    _, whole, cut = pipe(
        {"op": "mask", "text": text},
        {"op": "restore", "text": masked["text"]},
        {"op": "restore_stream", "chunks": chunks},
    )
    assert whole == {"text": text, "unresolved": []}
    assert "".join(cut["chunks"]) == text


def test_protect_and_name_change_what_is_hidden() -> None:
    line = {"op": "mask", "text": "Odette Marlow, odette@example.org"}
    (low,) = pipe(line, options=("--name", "Odette Marlow"))
    (high,) = pipe(line, options=("--name", "Odette Marlow", "--protect", "PL3"))
    assert low["text"] == "<Real_Name_1>, <Email_1>"
    assert high["text"] == line["text"]
    assert high["placeholders"] == {}
    assert [span["privacy_level"] for span in high["spans"]] == ["PL2", "PL2"]


def test_a_bad_line_is_answered_and_the_next_is_served() -> None:
    bad = ["{", "[]", '"x"', {"op": "x"}, {"op": "mask"}, {"op": "mask", "text": 1}, "[" * 9_999]
    bad += [{"op": "restore_stream", "chunks": "ab"}, '{"op": "mask", "text": "\\ud800"}']
    answers = pipe(*bad, {"op": "restore", "text": "fine"})
    assert [list(answer) for answer in answers[:-1]] == [["error"]] * len(bad)
    assert answers[-1] == {"text": "fine", "unresolved": []}


def test_the_vault_keeps_placeholders_between_runs(tmp_path: Path) -> None:
    options = ("--vault",)
    pipe({"op": "mask", "text": "x@example.org, y@example.org"}, options=options, base=tmp_path)
    (answer,) = pipe({"op": "restore", "text": "<Email_2>"}, options=options, base=tmp_path)
    assert answer["text"] == "y@example.org"
    assert not [f for f in tmp_path.rglob("*") if b"example.org" in f.read_bytes()]


def test_a_pipe_that_nobody_reads_any_more_ends_quietly() -> None:
    request = json.dumps({"op": "mask", "text": "Write to rosa@example.org"}) + "\n"
    with subprocess.Popen(
        [sys.executable, "-m", "app", "pipe"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(request)
        process.stdin.flush()
        assert process.stdout.readline()
        process.stdout.close()
        _, complaint = process.communicate(request * 3, timeout=60)
    assert (process.returncode, complaint) == (0, "")


def test_the_vaults_identities_count_for_themselves(tmp_path: Path) -> None:
    places = Places(tmp_path / "base")
    with StoreFiles(places.key_file, places.database, CHEAP).create("open sesame") as database:
        identities = Stores(database).identities
        identities.set_names(FIRST_IDENTITY, ["Rosalind Quint"])
        identities.add("Work")
    mine = {"op": "mask", "text": "Rosalind Quint, rosa@example.org"}
    other = {"op": "mask", "text": "rosalind.quint@example.org"}
    back = {"op": "restore", "text": "<Email_1>"}
    answers = [
        pipe(line, back, options=("--vault", *named), base=places.base)
        for line, named in ((mine, ()), (other, ("--identity", "ｗｏｒｋ")), (mine, ()))
    ]
    assert [(masked["text"], restored["text"]) for masked, restored in answers] == [
        ("<Real_Name_1>, <Email_1>", "rosa@example.org"),
        ("<Email_1>", "rosalind.quint@example.org"),
        ("<Real_Name_1>, <Email_1>", "rosa@example.org"),
    ]
    refused = run("-m", "app", "--base-dir", places.base, "pipe", "--identity", "Play")
    assert refused.returncode == 1
    assert "no identity of that name" in refused.stderr
