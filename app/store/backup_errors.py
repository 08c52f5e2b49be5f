"""The ways in which backups, exports and imports can fail, each in plain words."""

from app.store.errors import StoreError


class BackupUnreadable(StoreError):
    """A backup is damaged, is something else, or is of a time before the key was changed."""

    sentence = (
        "The backup ({file}) cannot be read: it is damaged, or it is from before your data was "
        "encrypted under a new key. Nothing was changed. Try the one before it."
    )


class NoKeyCopy(StoreError):
    """There is no sound copy of the key file."""

    sentence = (
        "There is no copy of the key file ({file}) that could be put back. Nothing was changed. "
        "Import an export of your data, or put back a backup that you made yourself."
    )


class KeyFileSound(StoreError):
    """A sound key file would have been replaced by a copy."""

    sentence = (
        "The key file ({file}) is not damaged, so no copy was put in its place. Nothing was "
        "changed. Use one of the ways that open your vault."
    )


class ExportUnreadable(StoreError):
    """A file that was to be imported is damaged or is something else."""

    sentence = (
        "The file {file} is damaged or is not an export of Understudy. Nothing was changed. Try "
        "another copy of it."
    )


class ExportNewer(StoreError):
    """A file that was to be imported comes from a newer version."""

    sentence = (
        "The export {file} comes from a newer version of Understudy. Nothing was changed. Install "
        "the newer version to import it."
    )


class WrongExportPassphrase(StoreError):
    """The passphrase does not open the export."""

    sentence = (
        "That passphrase does not open the export {file}. Nothing was changed. An export has a "
        "passphrase of its own, chosen when it was made. Try again."
    )


class VaultNotEmpty(StoreError):
    """A first import was asked for where there is a vault."""

    sentence = (
        "There is already a vault here, and it was left as it is. Open it, then choose to replace "
        "all of it by the import."
    )
