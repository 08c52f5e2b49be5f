"""Random texts: nothing raises and every span fits. See `tests.detect.fuzz`."""

from app.detect.detector import Detector
from tests.detect.fuzz import fuzz


def test_no_random_text_breaks_the_detector(detector: Detector) -> None:
    assert fuzz(detector, 20_000, seed=7) > 5_000
