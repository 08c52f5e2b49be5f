"""The other side of `tests.models.conformance`; runs where torch and transformers are installed.

    python transformers_side.py FOLDER DTYPE

saves a tiny random Qwen3 checkpoint into FOLDER, which holds the tokeniser's files, and writes what
transformers makes of texts.json there: tokens.json, and logits.npy for the tokens in ids.json.
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch
from transformers import AutoTokenizer, Qwen3Config, Qwen3ForCausalLM


def main() -> None:
    """Do what the module says."""
    folder, dtype = Path(sys.argv[1]), getattr(torch, sys.argv[2])
    torch.manual_seed(1)
    numbers = json.loads((folder / "numbers.json").read_text("utf-8"))
    model = Qwen3ForCausalLM(Qwen3Config(**numbers)).to(dtype).eval()
    model.save_pretrained(folder)
    tokenizer = AutoTokenizer.from_pretrained(folder)
    tokenizer.save_pretrained(folder)
    texts = json.loads((folder / "texts.json").read_text("utf-8"))
    found = [tokenizer(text, add_special_tokens=False)["input_ids"] for text in texts]
    (folder / "tokens.json").write_text(json.dumps(found), "utf-8")
    ids = json.loads((folder / "ids.json").read_text("utf-8"))
    with torch.no_grad():
        logits = model.float()(torch.tensor([ids])).logits[0]
    np.save(folder / "logits.npy", logits.numpy())


if __name__ == "__main__":
    main()
