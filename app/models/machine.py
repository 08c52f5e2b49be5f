"""What this machine has to offer a language model."""

from dataclasses import dataclass

import psutil


@dataclass(frozen=True, slots=True)
class Machine:
    """`memory` is all of the RAM, in bytes; `cores` are whole ones, not hardware threads."""

    memory: int
    cores: int


def this_machine() -> Machine:
    """Return what this machine has.

    Whole cores count, because the second thread of a core adds little to what llama.cpp does.
    Where the system does not tell (some containers), the threads are taken for them.
    """
    cores = psutil.cpu_count(logical=False) or psutil.cpu_count(logical=True) or 1
    return Machine(int(psutil.virtual_memory().total), int(cores))
