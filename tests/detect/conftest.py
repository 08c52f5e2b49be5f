"""One detector for all tests of detection, and a short way to ask what it finds."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.detect.builtin.factory import default_detector
from app.detect.detector import Detector, Profile
from app.detect.merge import merge
from app.privacy.span import Span

RESOURCES = Path(__file__).parents[2] / "resources"

Found = Callable[..., list[Span]]


@pytest.fixture(scope="session")
def detector() -> Detector:
    return default_detector(RESOURCES)


@pytest.fixture
def found(detector: Detector) -> Found:
    def read(text: str, *names: str) -> list[Span]:
        return merge(detector.detect(text, Profile(names)), text)

    return read
