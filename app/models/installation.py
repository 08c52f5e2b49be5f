"""One model from its source to the shelf, step by step; runs in the install process.

Each step leaves a file under its final name only when it is whole, and begins by looking whether
that file is there. So a run that was ended at any moment is taken up by the next one.
"""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from app.models import durable
from app.models.checking import check, sha256
from app.models.claim import claimed
from app.models.converting import CONFIG, TOKENIZER, convert
from app.models.disk import check_room, disk_failure
from app.models.gguf_header import read_header
from app.models.hub import USER_AGENT, Hub, Patience
from app.models.hub_access import HubAccess
from app.models.installing import Stage
from app.models.instructions import fetch_instructions
from app.models.manifest import INSTRUCTIONS, MODEL, ORDER, Manifest, read_manifest
from app.models.messages import Moved
from app.models.meter import Meter
from app.models.orders import Kind, Order
from app.models.plan import PLAN, Plan, plan_checkpoint, plan_hub_file, read_plan
from app.models.quantising import quantise
from app.models.qwen3 import read_config
from app.models.tokenizer import read_tokenizer
from app.processes.publishing import publish

_DOWNLOADS = "download"
_CONVERTED = "converted.gguf"
_PIECE = 4 * 1024 * 1024


class Installation:
    """The work for one order in one folder."""

    def __init__(
        self,
        folder: Path,
        order: Order,
        access: HubAccess,
        report: Callable[[Moved], object],
        patience: Patience | None = None,
    ) -> None:
        """Install `order` into `folder`, which exists; tell `report` how far it is."""
        self._folder = folder
        self._order = order
        self._access = access
        self._report = report
        self._patience = patience
        self._downloads = folder / _DOWNLOADS
        self._model = folder / MODEL

    def run(self) -> bool:
        """Do all that is left to do; say whether upstream's text is there, where it is wanted.

        Raises a `ModelFailure`.
        """
        try:
            with claimed(self._folder, self._order.name):
                if read_manifest(self._folder) is None:
                    revision = self._make_model()
                    instructions = self._instructions()
                    self._finish(revision)
                else:
                    instructions = self._instructions()
                self._clean()
                return instructions
        except OSError as error:
            raise disk_failure(error, self._folder) from error

    def _make_model(self) -> str:
        """Bring the model's file into place; return the commit that it came from, if any."""
        for name in (_CONVERTED, MODEL):
            # What a killed run wrote of these is of no use, and takes room.
            durable.discard(self._folder / f"{name}.part")
        if self._order.kind is Kind.LOCAL_FILE:
            if not self._model.exists():
                self._take_local()
            return ""
        hub = Hub(self._access, self._patience)
        try:
            plan = self._plan(hub)
            if not self._model.exists():
                self._check_room(plan)
                if self._order.kind is Kind.PUBLISHED:
                    self._make_from_checkpoint(hub, plan)
                else:
                    self._take_hub_file(hub, plan)
        finally:
            hub.close()
        return plan.revision

    def _plan(self, hub: Hub) -> Plan:
        plan = read_plan(self._folder)
        if plan is None:
            self._meter(Stage.LOOKING, 0)
            published = self._order.kind is Kind.PUBLISHED
            plan = (plan_checkpoint if published else plan_hub_file)(hub, self._order)
            plan.write(self._folder)
        return plan

    def _check_room(self, plan: Plan) -> None:
        """Raise `NoRoomForModel` unless all that is still to be written fits."""
        converted = (self._folder / _CONVERTED).exists()
        needed = plan.result + (0 if converted else plan.converted)
        if not converted:
            needed += sum(file.size for file in plan.files) - _size(self._downloads)
        check_room(self._folder, needed)

    def _take_hub_file(self, hub: Hub, plan: Plan) -> None:
        self._download(hub, plan)
        file = self._downloads / plan.files[0].name.rpartition("/")[2]
        read_header(file)
        file.replace(self._model)

    def _make_from_checkpoint(self, hub: Hub, plan: Plan) -> None:
        converted = self._folder / _CONVERTED
        if not converted.exists():
            small = [file for file in plan.files if file.name not in plan.weights]
            # The tokeniser is looked at before the large files are asked for.
            self._download(hub, Plan(plan.revision, tuple(small), (), 0, 0))
            self._check_tokenizer()
            self._download(hub, plan)
            convert(
                self._downloads,
                plan.weights,
                converted,
                self._order.name,
                self._meter(Stage.CONVERTING, plan.converted),
            )
        meter = self._meter(Stage.QUANTISING, plan.result)
        quantise(converted, self._model, self._order.name, meter)

    def _check_tokenizer(self) -> None:
        name = self._order.name
        config = read_config((self._downloads / CONFIG).read_bytes(), name)
        read_tokenizer((self._downloads / TOKENIZER).read_bytes(), config.vocabulary, name)

    def _download(self, hub: Hub, plan: Plan) -> None:
        """Fetch the plan's files, then check them; what is there and checked is left alone."""
        durable.make_folder(self._downloads)
        missing = {
            file: self._downloads / file.name.rpartition("/")[2]
            for file in plan.files
            if not (self._downloads / file.name.rpartition("/")[2]).exists()
        }
        total = sum(file.size for file in missing)
        parts = {file: path.with_name(f"{path.name}.part") for file, path in missing.items()}
        there = sum(_size(part) for part in parts.values())
        meter = self._meter(Stage.DOWNLOADING, total, there)
        for file, part in parts.items():
            hub.fetch(self._order.repo, plan.revision, file, part, meter)
        meter = self._meter(Stage.CHECKING, total)
        for file, part in parts.items():
            check(file, part, missing[file], meter)

    def _take_local(self) -> None:
        """Bring a file of this machine into place, without a second copy where that is possible."""
        source = Path(self._order.file).resolve()
        read_header(source)
        part = self._model.with_name(f"{MODEL}.part")
        try:
            # A second name for the same bytes; on one file system that takes no room.
            os.link(source, part)
        except OSError:
            check_room(self._folder, source.stat().st_size)
            self._copy(source, part)
            publish(part, self._model)
        else:
            part.replace(self._model)

    def _copy(self, source: Path, part: Path) -> None:
        meter = self._meter(Stage.FINISHING, source.stat().st_size)
        with source.open("rb") as reading, part.open("wb") as writing:
            while piece := reading.read(_PIECE):
                writing.write(piece)
                meter.add(len(piece))

    def _instructions(self) -> bool:
        target, url = self._folder / INSTRUCTIONS, self._order.instructions_url
        return (
            target.exists()
            or not url
            or fetch_instructions(url, target, USER_AGENT, self._access.proxy)
        )

    def _finish(self, revision: str) -> None:
        size = self._model.stat().st_size
        digest = sha256(self._model, self._meter(Stage.FINISHING, size))
        now = datetime.now(UTC).isoformat(timespec="seconds")
        Manifest.of(self._order, revision, size, digest, now).write(self._folder)

    def _clean(self) -> None:
        """Delete what only the work needed."""
        shutil.rmtree(self._downloads, ignore_errors=True)
        for path in self._folder.iterdir():
            if path.name in (_CONVERTED, ORDER, PLAN) or path.suffix == ".part":
                path.unlink(missing_ok=True)

    def _meter(self, stage: Stage, total: int, done: int = 0) -> Meter:
        return Meter(stage, total, self._report, done)


def _size(path: Path) -> int:
    """Return the bytes of a file or of all files in a folder; 0 where there is none."""
    if path.is_dir():
        return sum(_size(entry) for entry in path.iterdir())
    return path.stat().st_size if path.exists() else 0
