"""The ways in which keeping can fail, each in plain words.

They share one module because the key file and the database meet the same disks. Details name
files without their folder, for a home folder often carries the user's name.
"""

import errno
from pathlib import Path

from sqlcipher3 import dbapi2

from app.errors import KnownError


class StoreError(KnownError):
    """Something that is kept could not be read or written."""


class WrongPassphrase(StoreError):
    """The passphrase does not open the key file."""

    sentence = "That passphrase does not fit. Nothing was changed. Try again."


class PassphraseEmpty(StoreError):
    """An empty passphrase was chosen."""

    sentence = "An empty passphrase protects nothing. Nothing was changed. Choose another one."


class KeyFileExists(StoreError):
    """A key file would have been replaced by a new one."""

    sentence = (
        "There is already a key file ({file}), and replacing it would lock your data for good. "
        "Nothing was changed. Unlock with its passphrase."
    )


class KeyFileMissing(StoreError):
    """There is a database but no key file."""

    sentence = (
        "The key file ({file}) is missing, and without it your data cannot be read. The database "
        "was left as it is. Put the key file back from a backup into the same folder."
    )


class KeyFileUnreadable(StoreError):
    """The key file is damaged or is something else."""

    sentence = (
        "The key file ({file}) is damaged or is not one of ours. It was left as it is, and your "
        "data too. Put the key file back from a backup."
    )


class KeyFileNewer(StoreError):
    """The key file was written by a newer version."""

    sentence = (
        "The key file ({file}) comes from a newer version of Understudy. Nothing was changed. "
        "Install the newer version to open it."
    )


class KeyFileForeign(StoreError):
    """The key file opens, but belongs to another database."""

    sentence = (
        "The key file ({key_file}) belongs to another database than {file}. Nothing was changed. "
        "Put back the key file and the database that were kept together."
    )


class DatabaseMissing(StoreError):
    """There is a key file that has had a database, and no database."""

    sentence = (
        "The database ({file}) is missing, though its key file is here. Nothing was changed, and "
        "no empty one was put in its place. Put it back from a backup, or move the key file away "
        "to start anew."
    )


class DatabaseUnreadable(StoreError):
    """The database is damaged or is something else. It is never replaced."""

    sentence = (
        "The database ({file}) is damaged or is not one of ours. It was left exactly as it is. "
        "Put it back from a backup."
    )


class DamageSeen(DatabaseUnreadable):
    """The database is damaged in a place that was read long after it was opened."""

    sentence = (
        "A part of the database ({file}) is damaged. Nothing was changed. Lock the vault and "
        "unlock it again: then the newest good backup is offered."
    )


class DatabaseNewer(StoreError):
    """The database was written by a newer version."""

    sentence = (
        "The database ({file}) comes from a newer version of Understudy. Nothing was changed. "
        "Install the newer version to open it."
    )


class DatabaseBusy(StoreError):
    """Another running copy has the database open."""

    sentence = (
        "Understudy is already running with this database ({file}). Nothing was changed. Use the "
        "copy that is open, or close it and try again."
    )


class DiskFull(StoreError):
    """No room is left where the data is kept."""

    sentence = (
        "There is no room left on the disk that holds {file}. What was kept before is still "
        "there; the last change was not kept. Make room and try again."
    )


class ReadOnlyFolder(StoreError):
    """The folder, or a file in it, cannot be written."""

    sentence = (
        "Understudy cannot write {file} in its folder. What was kept before is unchanged; the "
        "last change was not kept. Allow writing there, or use another folder."
    )


class DiskFailed(StoreError):
    """The disk refused for another reason."""

    sentence = (
        "The disk that holds {file} did not do as asked ({code}). What was kept before is "
        "unchanged; the last change was not kept. Check the disk, then try again."
    )


class CopyFailed(StoreError):
    """A copy of the database is not what it was made from."""

    sentence = (
        "A copy of your data ({file}) did not come out right and was thrown away. What was kept "
        "before is unchanged. Check the disk, then try again."
    )


class StaleAssignment(StoreError):
    """Two assignments proposed the same numbers, and the other one was committed first."""

    sentence = (
        "Your private details were numbered anew in the meantime, so nothing was sent. Your "
        "message is still here. Send it again."
    )


class SecretRuleRefused(StoreError):
    """A standing rule would have kept a secret on disk."""

    sentence = (
        "Passwords, codes and other secrets are never kept, so they cannot stand in a list of "
        "what to hide. Nothing was changed. Secrets are found and hidden without a rule."
    )


class SecretTextRefused(StoreError):
    """A text that is to be kept holds a secret."""

    sentence = (
        "This text holds a password, a code or another secret; secrets are never kept. Nothing "
        "was changed. Take the secret out and save again."
    )


class IdentityNameMissing(StoreError):
    """An identity was to have no name."""

    sentence = "An identity needs a name to tell it by. Nothing was changed. Type one."


class IdentityNameTaken(StoreError):
    """Two identities would have one name."""

    sentence = "Another identity has this name already. Nothing was changed. Choose another name."


class LastIdentityStays(StoreError):
    """The only identity was to be removed."""

    sentence = (
        "This is your only identity, so it cannot be removed. Nothing was changed. Make another "
        "one first."
    )


class MirrorStays(StoreError):
    """The built-in mirror was to be removed or changed into something else."""

    sentence = "The built-in mirror is always there. Nothing was changed."


_OS_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_OS_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EEXIST}

_SQLITE_ERRORS: dict[int, type[StoreError]] = {
    dbapi2.SQLITE_PERM: ReadOnlyFolder,
    dbapi2.SQLITE_READONLY: ReadOnlyFolder,
    dbapi2.SQLITE_CANTOPEN: ReadOnlyFolder,
    dbapi2.SQLITE_BUSY: DatabaseBusy,
    dbapi2.SQLITE_LOCKED: DatabaseBusy,
    dbapi2.SQLITE_FULL: DiskFull,
    dbapi2.SQLITE_CORRUPT: DatabaseUnreadable,
    dbapi2.SQLITE_NOTADB: DatabaseUnreadable,
}

# A function of SQLCipher's that fails inside SQL hands on the text of the code only.
_BY_TEXT = {
    "database or disk is full": dbapi2.SQLITE_FULL,
    "disk I/O error": dbapi2.SQLITE_IOERR,
    "attempt to write a readonly database": dbapi2.SQLITE_READONLY,
    "unable to open database file": dbapi2.SQLITE_CANTOPEN,
    "database disk image is malformed": dbapi2.SQLITE_CORRUPT,
}


def from_os(error: OSError, path: Path) -> StoreError:
    """Return what to tell the user when the system refused `path`."""
    if error.errno in _OS_FULL:
        return DiskFull(file=path.name)
    if error.errno in _OS_READ_ONLY:
        return ReadOnlyFolder(file=path.name)
    return DiskFailed(file=path.name, code=errno.errorcode.get(error.errno or 0, "?"))


def from_sqlite(error: dbapi2.Error, name: str) -> StoreError | None:
    """Return what to tell the user about SQLite's `error`, or None when it is a bug of ours.

    The codes are SQLite's primary result codes (https://sqlite.org/rescode.html); the low byte
    of an extended code is its primary code.
    """
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = int(code) & 0xFF
    if primary == dbapi2.SQLITE_ERROR:
        primary = _BY_TEXT.get(str(error), primary)
    if primary == dbapi2.SQLITE_IOERR:
        return DiskFailed(file=name, code=str(getattr(error, "sqlite_errorname", code)))
    known = _SQLITE_ERRORS.get(primary)
    return known(file=name) if known else None


class ValueNotKept(StoreError):
    """A secret of an earlier run would have to be known."""

    sentence = (
        "The value behind {placeholder} was a secret and was not kept, so it cannot be changed. "
        "Nothing was changed. Hide it again in a new message, then try once more."
    )


class CannotMerge(StoreError):
    """Two entries cannot be one."""

    sentence = (
        "{one} and {other} cannot be merged: one is a secret that is not kept, or they belong to "
        "different numberings. Nothing was changed. Pick two other values."
    )
