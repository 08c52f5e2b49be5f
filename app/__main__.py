"""The composition root: reads the arguments, makes the objects, starts a window or a command."""

import argparse
import getpass
import io
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.assistants.assistant import Assistant
from app.assistants.opening import open_assistant
from app.assistants.presets import load_presets
from app.chat.acquaintances import Acquaintances
from app.chat.reader import Reader, Standing
from app.chat.session import Cast, Session
from app.chat.stores import Stores
from app.commands.bench import bench_file
from app.commands.pipe import Pipe, identity_called
from app.commands.reading import NoModelGiven, ReadToTheEnd
from app.commands.receipts import export, verify
from app.detect.builtin.factory import default_detector, warmed_up_detector
from app.detect.detector import Detector, Profile
from app.detect.model.engines import Engine
from app.detect.model.process import COMMAND, Loadable, ModelProcess
from app.detect.recall import RecallingDetector
from app.errors import KnownError
from app.paths import Places, resources
from app.privacy.kinds import Kinds, read_kinds
from app.privacy.levels import Level
from app.privacy.proxy import Proxy
from app.store.database import Database
from app.store.kdf import calibrated
from app.store.numbering import Apart, Numbering, Style
from app.store.opening import StoreFiles, StoreState
from app.store.providers import Provider
from app.store.reader_choice import ReaderChoice, ReaderKind
from app.store.receipts import Receipts
from app.store.vault import Vault

if TYPE_CHECKING:
    from app.ui.application import Program
    from app.ui.private_reader.parts import ReaderParts

# The models that the app offers, among its resources.
CATALOGUE = "models.toml"
# The environment variable with the passphrase, for commands without a terminal.
UNLOCK_WITH = "UNDERSTUDY_PASSPHRASE"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the app with command line `arguments`; return the exit code."""
    _forbid_core_dumps()
    os.umask(0o077)
    given = sys.argv[1:] if arguments is None else arguments
    if len(given) == 1 and given[0] in _CHILDREN:
        return _CHILDREN[given[0]]()
    options = _parser().parse_args(given)
    try:
        return _COMMANDS[options.command](options)
    except KnownError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="understudy", description="Chat with a cloud assistant; private details stay here."
    )
    parser.add_argument("--version", action="version", version=f"Understudy {__version__}")
    parser.add_argument("--base-dir", type=Path, metavar="DIR", help="where all files are kept")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    pipe = commands.add_parser("pipe", help="detect, mask and restore, as JSON Lines on stdin")
    pipe.add_argument(
        "--vault",
        action="store_true",
        help="keep values in the vault in the base directory, not in memory; the passphrase comes "
        f"from {UNLOCK_WITH} or is asked for",
    )
    pipe.add_argument("--protect", choices=("PL2", "PL3", "PL4"), help="the lowest hidden level")
    pipe.add_argument("--name", default="", metavar="FULL_NAME", help="whose text it is")
    pipe.add_argument(
        "--identity", default="", metavar="NAME", help="as whom of the vault's identities"
    )
    _add_engine(pipe)
    bench_parser = commands.add_parser("bench", help="predict the spans of a conversation file")
    bench_parser.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    bench_parser.add_argument("--out", type=Path, required=True, metavar="PRED.jsonl")
    _add_engine(bench_parser)
    model_parser = commands.add_parser("bench-model", help="measure the private reader on a model")
    model_parser.add_argument("--model", type=Path, required=True, metavar="FILE.gguf")
    model_parser.add_argument("--file", type=Path, metavar="FILE", help="messages, one a line")
    model_parser.add_argument("--instructions", type=Path, metavar="FILE")
    model_parser.add_argument("--threads", type=int, default=0, metavar="N")
    _add_receipts(commands.add_parser("receipts", help="what has left: check it, or export it"))
    return parser


def _add_receipts(parser: argparse.ArgumentParser) -> None:
    tasks = parser.add_subparsers(dest="task", metavar="TASK", required=True)
    check = tasks.add_parser("verify", help="say whether every receipt is as it was kept")
    check.add_argument("--head", metavar="HASH", help="the last hash of an earlier check")
    tasks.add_parser("export", help="all receipts, as JSON Lines on stdout")


def _add_engine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--engine",
        choices=("builtin", "model", "both"),
        default="builtin",
        help="what finds private spans: the rules, a model on this machine, or both",
    )
    parser.add_argument("--model", type=Path, metavar="PATH", help="the model's GGUF file")


def _places(options: argparse.Namespace) -> Places:
    return Places(options.base_dir.absolute()) if options.base_dir else Places.default()


def _store(places: Places) -> StoreFiles:
    return StoreFiles(places.key_file, places.database, calibrated)


@contextmanager
def _detectors(options: argparse.Namespace) -> Iterator[tuple[Detector, ...]]:
    """Give what `--engine` and `--model` name. Raises `NoModelGiven`."""
    by_rules = (warmed_up_detector(resources()),) if options.engine != "model" else ()
    if options.engine == "builtin":
        yield by_rules
        return
    if options.model is None:
        raise NoModelGiven
    choice = ReaderChoice(ReaderKind.FILE, str(options.model.absolute()), options.model.stem)
    engine = _open_reader(_places(options), choice)
    if engine is not None:
        with ReadToTheEnd(engine) as model:
            yield (*by_rules, model)


def _kinds() -> Kinds:
    return read_kinds((resources() / "placeholder_kinds.toml").read_text("utf-8"))


def _pipe(options: argparse.Namespace) -> int:
    database = _vault_database(options) if options.vault else Database.in_memory()
    with database, _detectors(options) as detectors:
        stores = Stores(database)
        kept = stores.settings.policy()
        threshold = Level.parse(options.protect) if options.protect else kept.threshold
        policy, kinds = replace(kept, threshold=threshold), _kinds()
        identity = identity_called(stores.identities.list(), options.identity.strip())
        numbering = Numbering.of(Apart.NOBODY, Style.TYPED, identity.id, identity.provider_id, None)
        named = (options.name,) if options.name.strip() else ()

        def standing() -> Standing:
            profile = stores.profile(identity.id)
            return Standing(policy, replace(profile, names=(*named, *profile.names)))

        reader = Reader(detectors, stores.vault, kinds, standing)
        # The pipe speaks UTF-8 everywhere, whatever the console does. A byte that is none becomes
        # half a surrogate pair, which is then refused in words.
        _as_utf8(sys.stdin, "surrogateescape")
        _as_utf8(sys.stdout, "strict")
        Pipe(reader, stores.vault, kinds, numbering).serve(sys.stdin, sys.stdout)
    return 0


def _as_utf8(stream: object, errors: str) -> None:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors=errors, newline="\n")


def _receipts(options: argparse.Namespace) -> int:
    store = _store(_places(options))
    with store.open(_passphrase()) as database:
        receipts = Receipts(database)
        _as_utf8(sys.stdout, "strict")
        if options.task == "verify":
            return verify(receipts, sys.stdout, options.head)
        export(receipts, sys.stdout)
    return 0


def _passphrase() -> str:
    return os.environ.get(UNLOCK_WITH) or getpass.getpass("Passphrase: ")


def _vault_database(options: argparse.Namespace) -> Database:
    store = _store(_places(options))
    passphrase = _passphrase()
    return store.create(passphrase) if store.state() is StoreState.NEW else store.open(passphrase)


def _bench(options: argparse.Namespace) -> int:
    kinds = _kinds()

    def make_reader(vault: Vault, profile: Profile) -> Reader:
        others = Acquaintances(vault)
        return Reader(
            detectors,
            vault,
            kinds,
            lambda: Standing(profile=replace(profile, others=others.names())),
        )

    begun = time.perf_counter()
    with _detectors(options) as detectors:
        started = time.perf_counter() - begun
        messages = bench_file(options.gold, options.out, make_reader)
    print(f"ready after {started:.2f} s, then {messages} messages read")
    return 0


def _bench_model(options: argparse.Namespace) -> int:
    # The plain side is measured only here.
    from app.commands.bench_model import bench_files  # noqa: PLC0415

    default = resources() / "instructions" / "find_private.txt"
    told = options.instructions or default
    print(bench_files(options.model, told, options.file, options.threads))
    return 0


def _window(options: argparse.Namespace) -> int:
    # The commands work without Qt, and start sooner for it.
    from app.ui.application import run  # noqa: PLC0415

    return run(desktop_program(_places(options)))


def desktop_program(places: Places, catalogue: Path | None = None) -> "Program":
    """Return what the windows work with, for one user's `places`.

    `catalogue` is another list of the models to offer than the app's own.
    """
    from app.ui.application import Program  # noqa: PLC0415
    from app.ui.preferences import PreferencesFile  # noqa: PLC0415

    @cache
    def rules() -> RecallingDetector:
        return default_detector(resources())

    @cache
    def cast() -> Cast:
        return Cast((rules(),), _kinds(), _open_assistant, partial(_open_reader, places))

    def warm_up() -> Iterator[object]:
        yield cast()
        yield from rules().warm_up()

    return Program(
        store=_store(places),
        preferences=PreferencesFile(places.preferences),
        presets=load_presets(resources() / "providers.toml"),
        resources=resources(),
        open_session=lambda database: Session(database, cast()),
        warm_up=warm_up,
        reader_parts=cache(partial(_reader_parts, places, catalogue or resources() / CATALOGUE)),
    )


def _reader_parts(places: Places, catalogue: Path) -> "ReaderParts":
    """Return what the settings of the private reader work with; on the core thread."""
    # Slow to load, and needed only when somebody sets up a model.
    from app.models.catalogue import load_catalogue, suggest  # noqa: PLC0415
    from app.models.installing import Installer  # noqa: PLC0415
    from app.models.machine import this_machine  # noqa: PLC0415
    from app.models.shelf import Shelf  # noqa: PLC0415
    from app.ui.private_reader.parts import ReaderParts  # noqa: PLC0415

    models, shelf = load_catalogue(catalogue), Shelf(places.models)
    return ReaderParts(
        shelf=shelf,
        installer=Installer(shelf),
        catalogue=models,
        suggestion=suggest(models, this_machine()),
        list_server=_list_server,
    )


async def _list_server(address: str) -> list[str]:
    """Return the models of a server on this machine. Raises a `ReaderFailed`."""
    from app.detect.model.server import ModelServer, ServerAddress  # noqa: PLC0415  slow to load

    return await ModelServer(ServerAddress.parse(address), "", _our_instructions()).models()


def _our_instructions() -> str:
    return (resources() / "instructions" / "find_private.txt").read_text("utf-8")


def _open_assistant(provider: Provider, proxy: Proxy | None) -> Assistant:
    return open_assistant(provider.wire, provider.base_url, provider.api_key, provider.name, proxy)


def _read_process() -> int:
    # Only here, in its own process, is llama.cpp loaded.
    from app.detect.model.worker import run  # noqa: PLC0415

    return run()


def _install_process() -> int:
    from app.models.install_process import main as serve  # noqa: PLC0415  likewise

    return serve()


def _plain_model_process() -> int:
    from app.commands.plain_model import run  # noqa: PLC0415

    return run()


def _open_reader(places: Places, choice: ReaderChoice) -> Engine | None:
    """Return what reads with the chosen model; see `Cast.open_reader`."""
    ours = _our_instructions()
    if choice.kind in (ReaderKind.INSTALLED, ReaderKind.FILE):
        # Slow to load.
        from app.detect.model.instructions import instructions_for  # noqa: PLC0415
        from app.models.manifest import MODEL  # noqa: PLC0415

        installed = choice.kind is ReaderKind.INSTALLED
        # One that was removed is missed when it is to read: nothing must pass for read without it.
        path = places.models / choice.model / MODEL if installed else Path(choice.model)
        model = Loadable(choice.name, path, instructions_for(path, ours))
        return ModelProcess(model, places.reader_states)
    if choice.kind is ReaderKind.SERVER:
        from app.detect.model.server import (  # noqa: PLC0415  slow to load
            ModelServer,
            ServerAddress,
        )

        return ModelServer(ServerAddress.parse(choice.address), choice.model, ours)
    return None


_COMMANDS: Mapping[str | None, Callable[[argparse.Namespace], int]] = {
    None: _window,
    "pipe": _pipe,
    "bench": _bench,
    "bench-model": _bench_model,
    "receipts": _receipts,
}
# What this program also is, started by itself: see `app.processes`.
_CHILDREN: Mapping[str, Callable[[], int]] = {
    COMMAND: _read_process,
    "install-process": _install_process,
    "plain-model-process": _plain_model_process,
}


def _forbid_core_dumps() -> None:
    """A core dump would hold the vault's key and every value in clear."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  not there on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
