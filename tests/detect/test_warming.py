"""Warming up does all that reading would do on the way, and changes nothing of what is found."""

import subprocess
import sys
from itertools import islice

from app.detect.builtin.factory import default_detector
from app.detect.builtin.patterns import compile_each, compiled
from app.detect.detector import Profile
from app.detect.recall import RecallingDetector
from app.privacy.span import Span
from tests.detect.conftest import RESOURCES
from tests.detect.corpus import samples


def _read(detector: RecallingDetector, text: str) -> list[Span]:
    return list(detector.detect(text, Profile(("Rosalind Quint",))))


def test_a_pattern_is_compiled_in_a_step_of_its_own() -> None:
    patterns = [compiled("a+b"), compiled("b+c"), compiled("c+d")]
    used = patterns[1]
    assert used.search("bc")
    steps = compile_each(patterns)
    next(steps)
    assert ["search" in vars(one) for one in patterns] == [True, True, False]
    assert len(list(steps)) == 1
    assert all("search" in vars(one) for one in patterns)


# In a process of its own: others use the same patterns.
_LEFT = """
import gc
from pathlib import Path
from app.detect.builtin.factory import default_detector
from app.detect.builtin.patterns import _Uncompiled
def uncompiled():
    gc.collect()
    lazy = [one for one in gc.get_objects() if type(one) is _Uncompiled]
    return [one.pattern for one in lazy if "search" not in vars(one)]
detector = default_detector(Path("resources"))
print(len(uncompiled()))
for _ in detector.warm_up():
    pass
print(uncompiled(), list(detector.warm_up()))
"""


def test_nothing_is_left_to_compile_or_to_learn() -> None:
    before, after = subprocess.run(
        [sys.executable, "-c", _LEFT],
        cwd=RESOURCES.parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    ).stdout.splitlines()
    assert int(before) > 500
    assert after == "[] []"


def test_a_detector_finds_the_same_before_between_and_after_its_steps() -> None:
    warming, cold = default_detector(RESOURCES), default_detector(RESOURCES)
    steps = warming.warm_up()
    for sample in samples():
        assert _read(warming, sample.text) == _read(cold, sample.text)
        for _ in islice(steps, 3):
            pass
