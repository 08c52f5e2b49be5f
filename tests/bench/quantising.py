"""What it costs to make the 4B ready: time and memory of converting and quantising.

    python -m tests.bench.quantising [--layers 36] [--folder DIR]

makes random weights of Qwen3-4B's shape (8 GB for all 36 layers, 19 GB in all on the disk), does
with them in a process of its own what the app does, and deletes everything. `private` is the memory
that the process needs; `with the mapped file` also counts what the system keeps of the file that
is read, and drops when something else needs the room.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import psutil

from app.models.converting import convert
from app.models.meter import Meter
from app.models.quantising import quantise
from app.models.qwen3 import Qwen3, parts
from tests.models.tiny_qwen3 import write_configs, write_safetensors

QWEN3_4B = Qwen3(
    layers=36,
    width=2560,
    inner=9728,
    heads=32,
    kv_heads=8,
    head_dim=128,
    vocabulary=151_936,
    context=40_960,
    rope_theta=1_000_000.0,
    epsilon=1e-6,
    tied=True,
)
_LOOK = 0.05


def make(folder: Path, config: Qwen3) -> None:
    """Write random weights in BF16 into `folder`, one file for each layer."""
    write_configs(folder, config)
    rng = np.random.default_rng(1)
    names = list(parts(config).items())
    groups = [names[:2], *(names[at : at + 11] for at in range(2, len(names), 11))]
    for index, group in enumerate(groups):
        tensors = {
            name: rng.standard_normal(part.shape, np.float32) * np.float32(0.02)
            for name, part in group
        }
        write_safetensors(folder / f"model-{index:05}.safetensors", tensors, "BF16")


def work(folder: Path) -> None:
    """Convert and quantise the weights in `folder`."""
    names = tuple(sorted(path.name for path in folder.glob("*.safetensors")))
    started = time.perf_counter()
    meter = Meter("", 0, lambda _: None)
    convert(folder, names, folder / "converted.gguf", "Random", meter)
    between = time.perf_counter()
    print(f"converting: {between - started:.0f} s", flush=True)
    quantise(folder / "converted.gguf", folder / "model.gguf", "Random", meter)
    print(f"quantising: {time.perf_counter() - between:.0f} s", flush=True)
    print(f"result: {(folder / 'model.gguf').stat().st_size / 1e9:.3f} GB", flush=True)


def watch(folder: Path) -> None:
    """Do `work` in a process of its own and print the most memory that it had."""
    command = [sys.executable, "-m", "tests.bench.quantising", "--work", str(folder)]
    private = mapped = 0
    with subprocess.Popen(command) as process:
        seen = psutil.Process(process.pid)
        while process.poll() is None:
            memory = seen.memory_info()
            private = max(private, memory.rss - memory.shared)
            mapped = max(mapped, memory.rss)
            time.sleep(_LOOK)
    print(f"memory: {private / 1e9:.2f} GB private, {mapped / 1e9:.2f} GB with the mapped file")


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--layers", type=int, default=QWEN3_4B.layers)
    parser.add_argument("--folder", type=Path, help="where to work; default: the system's")
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(options.work)
        return
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        make(Path(folder), replace(QWEN3_4B, layers=options.layers))
        watch(Path(folder))


if __name__ == "__main__":
    main()
