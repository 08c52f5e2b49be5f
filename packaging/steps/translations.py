"""Compiles the translations that the window loads: `.ts` as written, `.qm` as Qt reads it."""

from pathlib import Path

from steps import places
from steps.progress import SetupError, run, stage


def stale() -> list[Path]:
    """Return the translations whose compiled form is missing or older."""
    return [
        source
        for source in sorted(places.TRANSLATIONS.glob("*.ts"))
        if not _newer(source.with_suffix(".qm"), source)
    ]


def compile_stale() -> None:
    """Compile what `stale` tells. Raises SetupError when a translation cannot be compiled."""
    sources = stale()
    if not sources:
        return
    stage("Compiling translations")
    for source in sources:
        compiled = source.with_suffix(".qm")
        command: list[str | Path] = [
            places.program("pyside6-lrelease"),
            "-silent",
            source,
            "-qm",
            compiled,
        ]
        if run(command, places.ROOT):
            compiled.unlink(missing_ok=True)
            raise SetupError(
                f"{source.name} could not be compiled. Mend that file, then start again."
            )


def _newer(compiled: Path, source: Path) -> bool:
    try:
        return compiled.stat().st_mtime >= source.stat().st_mtime
    except OSError:
        return False
