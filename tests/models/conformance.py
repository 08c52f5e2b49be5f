"""Compares a converted model with transformers and torch, the originals.

    python -m tests.models.conformance --other PYTHON

PYTHON is an interpreter of another environment, with torch and transformers in it (on Linux torch
wants 5 GB of libraries, so no test of every day installs it): there a tiny random Qwen3 checkpoint
is made, saved, and run. Here it is converted and run by llama.cpp. Prints how many of 2,000 texts
became other tokens, and how far the numbers are apart at 200 places; fails when a text differs, a
number of a model in 32 bits is off by 1e-2 or one of its top tokens is another.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from tests.models.test_conformance import POSITIONS, converted, evaluated, opened
from tests.models.texts import samples
from tests.models.tiny_qwen3 import TINY, write_configs

OTHER_SIDE = Path(__file__).with_name("transformers_side.py")
TEXTS = 2000
CLOSE = 1e-2


def compare(other: str, dtype: str) -> bool:
    """Print the differences for a checkpoint of `dtype`; say whether they are small enough."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_configs(folder, TINY)
        (folder / "config.json").replace(folder / "numbers.json")
        texts = list(samples(TEXTS))
        ids = [int(token) for token in np.random.default_rng(3).integers(0, 700, POSITIONS)]
        (folder / "texts.json").write_text(json.dumps(texts), "utf-8")
        (folder / "ids.json").write_text(json.dumps(ids), "utf-8")
        subprocess.run([other, OTHER_SIDE, folder, dtype], check=True)
        model = converted(folder)
        tokens = json.loads((folder / "tokens.json").read_text("utf-8"))
        with opened(model, vocab_only=True) as vocabulary:
            found = [
                vocabulary.tokenize(text.encode(), add_bos=False, special=True) for text in texts
            ]
        different = sum(one != two for one, two in zip(tokens, found, strict=True))
        theirs, ours = np.load(folder / "logits.npy"), evaluated(model, ids)
    apart = float(np.abs(theirs - ours).max())
    same = int((theirs.argmax(-1) == ours.argmax(-1)).sum())
    print(
        f"{dtype}: {different} of {TEXTS} texts became other tokens; logits at most {apart:.1e} "
        f"apart (largest {np.abs(theirs).max():.2f}); same top token {same}/{POSITIONS}"
    )
    return not different and (dtype != "float32" or (apart < CLOSE and same == POSITIONS))


def main() -> None:
    """Read the arguments and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--other", required=True, help="an interpreter that has torch")
    other = parser.parse_args().other
    results = [compare(other, dtype) for dtype in ("float32", "bfloat16", "float16")]
    sys.exit(not all(results))


if __name__ == "__main__":
    main()
