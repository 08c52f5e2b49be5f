"""Folders and files that only their owner may read, and that are written whole or not at all."""

import contextlib
import errno
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

from app.processes.publishing import publish, sync_folder

FOLDER_MODE = 0o700
FILE_MODE = 0o600
_SUFFIX = ".new"


def make_private_folder(folder: Path) -> None:
    """Make `folder`, readable by its owner alone, with its parents.

    Raises `OSError`, but never `FileExistsError`: a file in the way is a `NotADirectoryError`.
    """
    try:
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, "a file is in the way") from error
    # A folder that was there before, or an odd umask, is narrowed too.
    if folder.stat().st_mode & 0o777 != FOLDER_MODE:
        folder.chmod(FOLDER_MODE)


def narrow(path: Path) -> None:
    """Let only its owner read `path`, where it exists. Raises `OSError`."""
    if path.exists() and path.stat().st_mode & 0o777 != FILE_MODE:
        path.chmod(FILE_MODE)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet; raise `FileExistsError` if it does, or `OSError`.

    After a crash at any moment the file is either whole or absent.
    """
    draft = _draft(path, content)
    try:
        _take_name(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)


def replace(path: Path, content: bytes, verify: Callable[[bytes], object] = lambda _: None) -> None:
    """Replace a file's content. After a crash it is the old or the new one. Raises `OSError`.

    `verify` gets what the disk then has of the new content; where it raises, the old one stays.
    """
    draft = _draft(path, content)
    try:
        verify(draft.read_bytes())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def draft_of(path: Path) -> Path:
    """Return a name beside `path` for what is to become it; `sweep` knows such names."""
    return path.with_name(f"{path.name}.{secrets.token_hex(6)}{_SUFFIX}")


def settle(draft: Path, path: Path) -> None:
    """Give a finished draft its name, so that both survive a power cut. Raises `OSError`."""
    narrow(draft)
    publish(draft, path)


def set_aside(path: Path) -> Path:
    """Give a damaged file another name, which is returned. Raises `OSError`."""
    count = 1
    while os.path.lexists(aside := path.with_name(f"{path.name}.damaged-{count}")):
        count += 1
    path.rename(aside)
    return aside


@contextlib.contextmanager
def removed_if_left(*drafts: Path) -> Iterator[None]:
    """Remove `drafts` after what is done inside, unless they have other names by then."""
    try:
        yield
    finally:
        for draft in drafts:
            discard(draft)


def discard(draft: Path) -> None:
    """Remove a draft, and what SQLite put beside it, as far as the disk lets us."""
    for ending in ("", "-journal", "-wal"):
        # What stays is swept later; the failure that led here is the one to tell.
        with contextlib.suppress(OSError):
            draft.with_name(draft.name + ending).unlink(missing_ok=True)


def sweep(path: Path) -> None:
    """Remove the drafts that a killed write of `path` left behind. Raises `OSError`.

    Where SQLite wrote the draft, its journal or log may be there too.
    """
    for draft in path.parent.glob(f"{path.name}.*{_SUFFIX}*"):
        draft.unlink(missing_ok=True)


def _draft(path: Path, content: bytes) -> Path:
    draft = draft_of(path)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(draft, flags, FILE_MODE)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    return draft


def _take_name(draft: Path, path: Path) -> None:
    """Give `draft` its name, unless the name is taken."""
    if os.name == "nt":
        draft.rename(path)  # refuses an existing target on Windows, unlike elsewhere
        return
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links (FAT): what remains is a moment's race between copies.
        if path.exists():
            raise FileExistsError from None
        draft.rename(path)
