"""The ways in which a way in can fail, each in plain words."""

from app.store.errors import StoreError


class WrongRecoveryCode(StoreError):
    """The recovery code is well formed, but of another vault or replaced since."""

    sentence = (
        "That recovery code is typed as printed, but it does not belong to this vault, or a newer "
        "code has replaced it. Nothing was changed. Look for the newest one."
    )


class RecoveryCodeIncomplete(StoreError):
    """The recovery code has too few or too many characters."""

    sentence = (
        "A recovery code has {length} letters and digits, and this has {count}. Nothing was "
        "changed. Type it as it is printed; spaces and dashes do not matter."
    )


class RecoveryCodeMistyped(StoreError):
    """The recovery code's checksum does not fit."""

    sentence = (
        "There is a typing mistake in this recovery code. Nothing was changed. Compare it group "
        "by group with the printed one."
    )


class KeyringUnavailable(StoreError):
    """The system has no keyring that encrypts, or it does not answer."""

    sentence = (
        "This system's keyring cannot be used ({reason}). Nothing was changed. Use your passphrase "
        "or your recovery code, or set up a keyring such as GNOME Keyring, KWallet, the macOS "
        "Keychain or the Windows Credential Manager."
    )


class KeyringEntryMissing(StoreError):
    """The keyring answers, but does not have what opens this vault."""

    sentence = (
        "The system's keyring does not have the entry that opens this vault. Nothing was changed. "
        "Use your passphrase or your recovery code, then set up the keyring again."
    )


class WayMissing(StoreError):
    """A way in was used or removed that was never set up."""

    sentence = (
        "This vault was not set up to be opened in that way. Nothing was changed. Use another way "
        "to open it."
    )


class LastWayStays(StoreError):
    """The only way in was to be removed."""

    sentence = (
        "This is the only way to open your vault, and without it nobody could. Nothing was "
        "changed. Set up another way first."
    )


class OtherWayNeeded(StoreError):
    """A way was to be removed by itself; another one must be shown to work."""

    sentence = (
        "Before a way to open your vault is removed, another one must be shown to work. Nothing "
        "was changed. Use one of the others to confirm."
    )


class TooManyTries(StoreError):
    """After wrong tries the next one has to wait."""

    sentence = (
        "After several wrong tries, the next one has to wait {seconds} s. Nothing was changed, "
        "and you are not locked out. Try again then."
    )
