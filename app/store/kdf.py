"""Turning what a person types into a wrapping key, at a cost that slows guessing down.

Argon2id is RFC 9106's. Its section 4 says how to choose: as much memory as can be afforded, then as
many iterations as the time allows. The second recommended option there (64 MiB, 3 iterations, 4
lanes) is the least that is ever used for a new passphrase.
"""

import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

KEY_BYTES = 32
# What a person hardly notices once a day, and what costs somebody who guesses.
TARGET_SECONDS = 0.5
# A vault may move to a smaller machine, and must still open there.
_MOST_MEMORY_KIB = 512 * 1024
_SHARE_OF_MEMORY = 8


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """What Argon2id costs. The defaults are RFC 9106, section 4, second recommended option."""

    iterations: int = 3
    lanes: int = 4
    memory_kib: int = 64 * 1024

    def reasonable(self) -> bool:
        """Say whether a file that asks for this may be obeyed.

        The parameters are authenticated only after they were used, so a damaged file must not
        make the app ask for more than 4 GiB or work for minutes. The lower bound is RFC 9106's.
        """
        return (
            1 <= self.iterations <= 64
            and 1 <= self.lanes <= 64
            and 8 * self.lanes <= self.memory_kib <= 4 * 1024 * 1024
        )


# Asked when a passphrase is wrapped, so that nothing is measured before it is needed.
Cost = Callable[[], KdfParameters]


def derive(passphrase: str, salt: bytes, parameters: KdfParameters) -> bytes:
    """Derive the 32-byte wrapping key. The passphrase is prepared as RFC 8265, section 4.2 says:

    other spaces become the ASCII space, then NFC, so that the same keys typed on another
    keyboard or system open the file. Nothing is trimmed or folded.
    """
    spaced = "".join(" " if unicodedata.category(c) == "Zs" else c for c in passphrase)
    secret = unicodedata.normalize("NFC", spaced).encode("utf-8", "surrogatepass")
    return Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=parameters.iterations,
        lanes=parameters.lanes,
        memory_cost=parameters.memory_kib,
    ).derive(secret)


def measured(parameters: KdfParameters) -> float:
    """Return how many seconds one derivation takes on this machine."""
    start = time.perf_counter()
    derive("a passphrase", bytes(16), parameters)
    return time.perf_counter() - start


def affordable_memory() -> int:
    """Return how many KiB a derivation may use on this machine."""
    # Needed once, when a passphrase is set; the window starts without it.
    import psutil  # noqa: PLC0415

    return min(_MOST_MEMORY_KIB, int(psutil.virtual_memory().total) // 1024 // _SHARE_OF_MEMORY)


def calibrated(
    seconds: float = TARGET_SECONDS,
    measure: Callable[[KdfParameters], float] = measured,
    memory: Callable[[], int] = affordable_memory,
) -> KdfParameters:
    """Return the parameters that take about `seconds` on this machine; takes up to twice that.

    Never less than the defaults, on however slow a machine.
    """
    chosen, most = KdfParameters(), memory()
    taken = measure(chosen)
    while taken * 2 <= seconds and chosen.memory_kib * 2 <= most:
        chosen = replace(chosen, memory_kib=chosen.memory_kib * 2)
        taken = measure(chosen)
    if taken <= 0:
        return chosen
    fitting = int(chosen.iterations * seconds / taken)
    return replace(chosen, iterations=min(max(chosen.iterations, fitting), 64))
