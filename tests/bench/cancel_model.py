"""How soon the model's process heeds a cancel: `python -m tests.bench.cancel_model MODEL.gguf`.

Amid the prompt and amid the answer, at different moments of each.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from app.detect.model.messages import PROTOCOL, Cancel, Ended, Open, Opened, Read, Told
from app.detect.model.process import COMMAND, CONTEXT
from app.processes.child import Child, command
from tests.detect.model.conftest import INSTRUCTIONS

RUNS = 12
_MESSAGE = "I am Nora Lindqvist and my door code is 4471#, which I told nobody. "


async def _measure(model: Path, states: str, *, amid_answer: bool) -> list[float]:
    """Return seconds from a cancel to the end of the reading, for `RUNS` readings."""
    child = await Child.start(command(COMMAND), PROTOCOL)
    taken: list[float] = []
    try:
        await child.send(Open(str(model), INSTRUCTIONS, states, CONTEXT))
        assert isinstance(await child.receive(), Opened)
        for run in range(1, RUNS + 1):
            # Never the same beginning: what is held already is not computed again.
            message = _MESSAGE if amid_answer else f"{run} " + _MESSAGE * 15
            await child.send(Read(run, "Nora", message))
            if amid_answer:
                assert isinstance(await child.receive(), Told)
            else:
                await asyncio.sleep(0.05 * run)
            begun = time.monotonic()
            await child.send(Cancel(run))
            while not isinstance(ended := await child.receive(), Ended):
                pass
            if ended.outcome == "cancelled":
                taken.append(time.monotonic() - begun)
    finally:
        child.kill()
        await child.stop()
    return taken


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    model = parser.parse_args().model
    print(f"{'amid the':<12}{'cancelled':>10}{'median ms':>11}{'worst ms':>10}")
    with tempfile.TemporaryDirectory() as states:
        for name, amid_answer in (("prompt", False), ("answer", True)):
            taken = asyncio.run(_measure(model, states, amid_answer=amid_answer)) or [0.0]
            middle, worst = statistics.median(taken) * 1000, max(taken) * 1000
            print(f"{name:<12}{len(taken):>10}{middle:>11.0f}{worst:>10.0f}")


if __name__ == "__main__":
    main()
