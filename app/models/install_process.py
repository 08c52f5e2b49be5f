"""The install process: does the work of one order, or lists a repository, and leaves.

It is a process of its own, so that it can be ended at any moment, and so that neither a crash of
llama.cpp nor a lack of memory takes the window along.
"""

import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path

import psutil

from app.models.failures import ModelFailure, NoMemoryToConvert
from app.models.hub_access import HubAccess
from app.models.messages import PROTOCOL, Begin, Broke, Done, Failed, Files, ListFiles
from app.models.orders import Order
from app.privacy.proxy import Proxy
from app.processes.channel import Channel

# What huggingface-hub reads at import. No telemetry, no other protocol than plain requests, no
# token or settings from the user's home, no look for a newer version of itself.
_SETTINGS = {
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_XET": "1",
    "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_DISABLE_UPDATE_CHECK": "1",
}
_NICENESS = 10


def main() -> int:
    """Serve the one request that comes through standard input; return the exit code."""
    _settle()
    # When the window goes, this process goes: what it has done so far is kept.
    channel = Channel.of_this_process(PROTOCOL, gone=lambda: os._exit(1))
    request = next(iter(channel.messages()), None)
    with suppress(BrokenPipeError):
        channel.send(_answer(request, channel))
    return 0


def _settle() -> None:
    """Take the environment's say, and this process's part of the processor, away."""
    for name in [name for name in os.environ if name.startswith(("HF_", "HUGGING"))]:
        del os.environ[name]
    os.environ.update(_SETTINGS)
    process = psutil.Process()
    process.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS if sys.platform == "win32" else _NICENESS)


def _answer(request: object, channel: Channel) -> object:
    """Do what `request` asks for and return the last message."""
    try:
        match request:
            case Begin():
                return _install(request, channel)
            case ListFiles():
                return _list(request)
        return Broke("a message that is no request")
    except ModelFailure as failure:
        return Failed(type(failure).__name__, tuple(failure.details.items()))
    except MemoryError:
        return Failed(NoMemoryToConvert.__name__, ())
    except Exception as bug:  # noqa: BLE001 - told to the window, which shows it as a bug
        return Broke(_where(bug))


def _install(request: Begin, channel: Channel) -> Done:
    # The libraries read the environment when they are imported.
    from app.models.installation import Installation  # noqa: PLC0415

    order = Order.from_json(request.order)
    return Done(Installation(Path(request.folder), order, _access(request), channel.send).run())


def _list(request: ListFiles) -> Files:
    from app.models.listing import gguf_files  # noqa: PLC0415

    return gguf_files(_access(request), request.repo)


def _access(request: Begin | ListFiles) -> HubAccess:
    proxy = Proxy(request.proxy) if request.proxy else None
    return HubAccess(request.endpoint, request.token, proxy)


def _where(bug: Exception) -> str:
    """Return the type of `bug` and the lines of this app that it came through; never its text."""
    frames = traceback.extract_tb(bug.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames]
    return f"{type(bug).__name__} at {' > '.join(places)}"
