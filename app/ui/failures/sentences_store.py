"""The failures of keeping, by class name, for `lupdate` to find; see `failure_text`."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, object] = MappingProxyType(
    {
        "CannotMerge": QT_TRANSLATE_NOOP(
            "Failures",
            "{one} and {other} cannot be merged: one is a secret that is not kept, or they belong "
            "to different numberings. Nothing was changed. Pick two other values.",
        ),
        "BackupUnreadable": QT_TRANSLATE_NOOP(
            "Failures",
            "The backup ({file}) cannot be read: it is damaged, or it is from before your data "
            "was encrypted under a new key. Nothing was changed. Try the one before it.",
        ),
        "CopyFailed": QT_TRANSLATE_NOOP(
            "Failures",
            "A copy of your data ({file}) did not come out right and was thrown away. What was "
            "kept before is unchanged. Check the disk, then try again.",
        ),
        "DamageSeen": QT_TRANSLATE_NOOP(
            "Failures",
            "A part of the database ({file}) is damaged. Nothing was changed. Lock the vault and "
            "unlock it again: then the newest good backup is offered.",
        ),
        "DatabaseBusy": QT_TRANSLATE_NOOP(
            "Failures",
            "Understudy is already running with this database ({file}). Nothing was changed. Use"
            " the copy that is open, or close it and try again.",
        ),
        "DatabaseMissing": QT_TRANSLATE_NOOP(
            "Failures",
            "The database ({file}) is missing, though its key file is here. Nothing was changed,"
            " and no empty one was put in its place. Put it back from a backup, or move the key "
            "file away to start anew.",
        ),
        "DatabaseNewer": QT_TRANSLATE_NOOP(
            "Failures",
            "The database ({file}) comes from a newer version of Understudy. Nothing was "
            "changed. Install the newer version to open it.",
        ),
        "DatabaseUnreadable": QT_TRANSLATE_NOOP(
            "Failures",
            "The database ({file}) is damaged or is not one of ours. It was left exactly as it "
            "is. Put it back from a backup.",
        ),
        "DiskFailed": QT_TRANSLATE_NOOP(
            "Failures",
            "The disk that holds {file} did not do as asked ({code}). What was kept before is "
            "unchanged; the last change was not kept. Check the disk, then try again.",
        ),
        "DiskFull": QT_TRANSLATE_NOOP(
            "Failures",
            "There is no room left on the disk that holds {file}. What was kept before is still "
            "there; the last change was not kept. Make room and try again.",
        ),
        "ExportNewer": QT_TRANSLATE_NOOP(
            "Failures",
            "The export {file} comes from a newer version of Understudy. Nothing was changed. "
            "Install the newer version to import it.",
        ),
        "ExportUnreadable": QT_TRANSLATE_NOOP(
            "Failures",
            "The file {file} is damaged or is not an export of Understudy. Nothing was changed. "
            "Try another copy of it.",
        ),
        "IdentityNameMissing": QT_TRANSLATE_NOOP(
            "Failures",
            "An identity needs a name to tell it by. Nothing was changed. Type one.",
        ),
        "IdentityNameTaken": QT_TRANSLATE_NOOP(
            "Failures",
            "Another identity has this name already. Nothing was changed. Choose another name.",
        ),
        "KeyFileExists": QT_TRANSLATE_NOOP(
            "Failures",
            "There is already a key file ({file}), and replacing it would lock your data for "
            "good. Nothing was changed. Unlock with its passphrase.",
        ),
        "KeyFileForeign": QT_TRANSLATE_NOOP(
            "Failures",
            "The key file ({key_file}) belongs to another database than {file}. Nothing was "
            "changed. Put back the key file and the database that were kept together.",
        ),
        "KeyFileMissing": QT_TRANSLATE_NOOP(
            "Failures",
            "The key file ({file}) is missing, and without it your data cannot be read. The "
            "database was left as it is. Put the key file back from a backup into the same "
            "folder.",
        ),
        "KeyFileNewer": QT_TRANSLATE_NOOP(
            "Failures",
            "The key file ({file}) comes from a newer version of Understudy. Nothing was "
            "changed. Install the newer version to open it.",
        ),
        "KeyFileSound": QT_TRANSLATE_NOOP(
            "Failures",
            "The key file ({file}) is not damaged, so no copy was put in its place. Nothing was "
            "changed. Use one of the ways that open your vault.",
        ),
        "KeyFileUnreadable": QT_TRANSLATE_NOOP(
            "Failures",
            "The key file ({file}) is damaged or is not one of ours. It was left as it is, and "
            "your data too. Put the key file back from a backup.",
        ),
        "KeyringEntryMissing": QT_TRANSLATE_NOOP(
            "Failures",
            "The system's keyring does not have the entry that opens this vault. Nothing was "
            "changed. Use your passphrase or your recovery code, then set up the keyring again.",
        ),
        "KeyringUnavailable": QT_TRANSLATE_NOOP(
            "Failures",
            "This system's keyring cannot be used ({reason}). Nothing was changed. Use your "
            "passphrase or your recovery code, or set up a keyring such as GNOME Keyring, "
            "KWallet, the macOS Keychain or the Windows Credential Manager.",
        ),
        "LastIdentityStays": QT_TRANSLATE_NOOP(
            "Failures",
            "This is your only identity, so it cannot be removed. Nothing was changed. Make "
            "another one first.",
        ),
        "LastWayStays": QT_TRANSLATE_NOOP(
            "Failures",
            "This is the only way to open your vault, and without it nobody could. Nothing was "
            "changed. Set up another way first.",
        ),
        "MirrorStays": QT_TRANSLATE_NOOP(
            "Failures",
            "The built-in mirror is always there. Nothing was changed.",
        ),
        "NoKeyCopy": QT_TRANSLATE_NOOP(
            "Failures",
            "There is no copy of the key file ({file}) that could be put back. Nothing was "
            "changed. Import an export of your data, or put back a backup that you made "
            "yourself.",
        ),
        "OtherWayNeeded": QT_TRANSLATE_NOOP(
            "Failures",
            "Before a way to open your vault is removed, another one must be shown to work. "
            "Nothing was changed. Use one of the others to confirm.",
        ),
        "PassphraseEmpty": QT_TRANSLATE_NOOP(
            "Failures",
            "An empty passphrase protects nothing. Nothing was changed. Choose another one.",
        ),
        "ReadOnlyFolder": QT_TRANSLATE_NOOP(
            "Failures",
            "Understudy cannot write {file} in its folder. What was kept before is unchanged; "
            "the last change was not kept. Allow writing there, or use another folder.",
        ),
        "ReceiptChanged": QT_TRANSLATE_NOOP(
            "Failures",
            "Receipt {number} was changed after it was kept: it no longer fits its own hash. "
            "Nothing was changed by looking. Compare it with a backup or an earlier export.",
        ),
        "ReceiptMissing": QT_TRANSLATE_NOOP(
            "Failures",
            "Receipt {number} is missing, although its chat was not deleted. Nothing was changed"
            " by looking. Look for it in a backup or an earlier export.",
        ),
        "ReceiptOutOfChain": QT_TRANSLATE_NOOP(
            "Failures",
            "The chain breaks at receipt {number}: it does not follow from the one before. "
            "Nothing was changed by looking. Compare both with a backup or an earlier export.",
        ),
        "ReceiptsCutOff": QT_TRANSLATE_NOOP(
            "Failures",
            "The end of the chain is missing: {kept} receipts were kept, and it ends at {last}. "
            "Nothing was changed by looking. Look for the others in a backup or an earlier "
            "export.",
        ),
        "ReceiptsRewritten": QT_TRANSLATE_NOOP(
            "Failures",
            "The hash that you wrote down is not in this chain, so the receipts up to it were "
            "rewritten, or it belongs to another vault. Nothing was changed by looking. Compare "
            "with the export of that time.",
        ),
        "ReceiptsSkipped": QT_TRANSLATE_NOOP(
            "Failures",
            "The chain has a gap: receipts {first} to {last} are missing from it. Nothing was "
            "changed by looking. Look for them in a backup or an earlier export.",
        ),
        "ReceiptsUnlinked": QT_TRANSLATE_NOOP(
            "Failures",
            "Receipts that are not in the chain: {count}. They were put there by something else "
            "than Understudy, or their links were removed. Nothing was changed by looking. "
            "Compare them with a backup or an earlier export.",
        ),
        "RecoveryCodeIncomplete": QT_TRANSLATE_NOOP(
            "Failures",
            "A recovery code has {length} letters and digits, and this has {count}. Nothing was "
            "changed. Type it as it is printed; spaces and dashes do not matter.",
        ),
        "RecoveryCodeMistyped": QT_TRANSLATE_NOOP(
            "Failures",
            "There is a typing mistake in this recovery code. Nothing was changed. Compare it "
            "group by group with the printed one.",
        ),
        "SecretRuleRefused": QT_TRANSLATE_NOOP(
            "Failures",
            "Passwords, codes and other secrets are never kept, so they cannot stand in a list "
            "of what to hide. Nothing was changed. Secrets are found and hidden without a rule.",
        ),
        "SecretTextRefused": QT_TRANSLATE_NOOP(
            "Failures",
            "This text holds a password, a code or another secret; secrets are never kept. "
            "Nothing was changed. Take the secret out and save again.",
        ),
        "StaleAssignment": QT_TRANSLATE_NOOP(
            "Failures",
            "Your private details were numbered anew in the meantime, so nothing was sent. Your "
            "message is still here. Send it again.",
        ),
        "ValueNotKept": QT_TRANSLATE_NOOP(
            "Failures",
            "The value behind {placeholder} was a secret and was not kept, so it cannot be "
            "changed. Nothing was changed. Hide it again in a new message, then try once more.",
        ),
        "TooManyTries": QT_TRANSLATE_NOOP(
            "Failures",
            "After several wrong tries, the next one has to wait {seconds} s. Nothing was "
            "changed, and you are not locked out. Try again then.",
        ),
        "VaultNotEmpty": QT_TRANSLATE_NOOP(
            "Failures",
            "There is already a vault here, and it was left as it is. Open it, then choose to "
            "replace all of it by the import.",
        ),
        "WayMissing": QT_TRANSLATE_NOOP(
            "Failures",
            "This vault was not set up to be opened in that way. Nothing was changed. Use "
            "another way to open it.",
        ),
        "WrongExportPassphrase": QT_TRANSLATE_NOOP(
            "Failures",
            "That passphrase does not open the export {file}. Nothing was changed. An export has"
            " a passphrase of its own, chosen when it was made. Try again.",
        ),
        "WrongPassphrase": QT_TRANSLATE_NOOP(
            "Failures",
            "That passphrase does not fit. Nothing was changed. Try again.",
        ),
        "WrongRecoveryCode": QT_TRANSLATE_NOOP(
            "Failures",
            "That recovery code is typed as printed, but it does not belong to this vault, or a "
            "newer code has replaced it. Nothing was changed. Look for the newest one.",
        ),
    }
)
