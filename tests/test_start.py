"""Nobody waits at the start of the app for what only a few, later uses need."""

import subprocess
import sys

_LOADED = """
import sys
import app.__main__, app.ui.application
slow = ("app.models", "app.ui.private_reader", "psutil", "llama_cpp", "numpy", "gguf",
        "huggingface_hub", "httpx2", "openai", "anthropic")
print(*[name for name in slow if name in sys.modules])
"""


def test_the_window_is_there_before_anything_that_fetches_or_runs_models() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", _LOADED], capture_output=True, text=True, check=True, timeout=60
    )
    assert loaded.stdout.split() == []
