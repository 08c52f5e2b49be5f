"""Detection beside two others, on the corpus: `python -m tests.bench.detection`.

With `--rivals PYTHON` it also runs Presidio's analyser and argus-redact, each in a process of that
interpreter's, which must have `presidio-analyzer` and `argus-redact` installed; they are nothing
that the project needs. Presidio runs with its English pattern recognisers on blank spaCy models
where no trained model is installed, and argus-redact in its fast mode (patterns, both languages),
so that all three are compared without a neural network.

Prints the time from nothing to the first message read, the time per message (p50 and p95 over
every message of the corpus, nothing remembered from before) and the memory of the process (peak
resident set). The first line compiles rules at their first use, the second before the first
message, as the window does while it waits; the third reads texts of 20,000 characters, of which
no line was read before. The last column is the share of the corpus's private pieces that are
touched; the others look for fewer kinds, so it says what the time buys rather than who is better.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench.texts import text_of
from tests.detect.corpus import samples

_OURS = """
from pathlib import Path
from app.detect.builtin.factory import default_detector
from app.detect.detector import Profile
detector = default_detector(Path("resources"))
def find(text, language):
    return [(span.start, span.end) for span in detector.detect(text, Profile())]
"""
_WARMED_UP = _OURS.replace("default_detector", "warmed_up_detector")
_PRESIDIO = """
import logging
logging.disable(logging.CRITICAL)
import spacy
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import SpacyNlpEngine
class Blank(SpacyNlpEngine):
    def __init__(self):
        super().__init__(models=[{"lang_code": "en", "model_name": "en"}])
    def load(self):
        self.nlp = {"en": spacy.blank("en")}
try:
    analyser = AnalyzerEngine(nlp_engine=SpacyNlpEngine()) if spacy.util.is_package(
        "en_core_web_lg") else AnalyzerEngine(nlp_engine=Blank())
finally:
    note = "trained model" if spacy.util.is_package("en_core_web_lg") else "blank model"
def find(text, language):
    return [(one.start, one.end) for one in analyser.analyze(text, language="en")]
"""
_ARGUS = """
import warnings
warnings.simplefilter("ignore")
import argus_redact
def find(text, language):
    result = argus_redact.redact(text, lang=["zh", "en"], mode="fast", detailed=True)
    return [(one["start"], one["end"]) for one in result[2]["entities"]]
"""
_RUN = """
import json, resource, sys, time
begun = time.perf_counter()
note = ""
{setup}
messages = json.load(sys.stdin)
find(*messages[0])
started = time.perf_counter() - begun
seconds, found = [], []
for text, language in messages:
    begun = time.perf_counter()
    spans = find(text, language)
    seconds.append(time.perf_counter() - begun)
    found.append(spans)
unit = 1024 if sys.platform == "linux" else 1024**2
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
print(json.dumps([started, seconds, peak, found, note]))
"""
_LONG_TEXTS = 41
_Touches = Callable[[list[list[list[int]]]], float]


def _measure(
    python: str, setup: str, touches: _Touches, texts: Sequence[tuple[str, str]] = ()
) -> str:
    texts = texts or [(sample.text, sample.language) for sample in samples()]
    messages = json.dumps(texts)
    begun = time.perf_counter()
    done = subprocess.run(
        [python, "-c", _RUN.replace("{setup}", setup)],
        input=messages,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    if done.returncode:
        return f"failed after {time.perf_counter() - begun:.0f} s: {done.stderr.strip()[-300:]}"
    started, seconds, peak, found, note = json.loads(done.stdout.splitlines()[-1])
    cuts = statistics.quantiles(seconds, n=20)
    return (
        f"{started:>8.2f} {cuts[9] * 1000:>8.2f} {cuts[18] * 1000:>8.2f} {peak:>8.0f} "
        f"{100 * touches(found):>9.1f}  {note}"
    )


def _long_texts() -> list[str]:
    """Return texts of 20,000 characters, of which no two share a line."""
    return ["\n".join(f"{number}: {line}" for line in text_of(20_000).split("\n"))[:20_000]
            for number in range(_LONG_TEXTS)]  # fmt: skip


def _touched(found: list[list[list[int]]]) -> float:
    hit = total = 0
    for sample, spans in zip(samples(), found, strict=True):
        for item in sample.items:
            total += 1
            hit += any(item.start < end and start < item.end for start, end in spans)
    return hit / total


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rivals", metavar="PYTHON", help="an interpreter that has the rivals")
    options = parser.parse_args()
    print(f"{len(samples())} messages of the corpus")
    print(f"{'':<18} {'start s':>8} {'p50 ms':>8} {'p95 ms':>8} {'RSS MB':>8} {'touched %':>9}")
    print(f"{'built in':<18} {_measure(sys.executable, _OURS, _touched)}", flush=True)
    long = [(text, "en") for text in _long_texts()]
    print(f"{'  warmed up':<18} {_measure(sys.executable, _WARMED_UP, _touched)}", flush=True)
    print(f"{'  20,000 chars':<18} {_measure(sys.executable, _WARMED_UP, lambda _: 0.0, long)}")
    if options.rivals:
        for name, setup in (("presidio-analyzer", _PRESIDIO), ("argus-redact", _ARGUS)):
            print(f"{name:<18} {_measure(options.rivals, setup, _touched)}", flush=True)


if __name__ == "__main__":
    main()
