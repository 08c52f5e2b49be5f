"""The failures of everything else, by class name, for `lupdate` to find; see `failure_text`."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, object] = MappingProxyType(
    {
        "EmptyMessage": QT_TRANSLATE_NOOP(
            "Failures",
            "The message is empty, so nothing was sent. Write something first.",
        ),
        "BenchFileUnusable": QT_TRANSLATE_NOOP(
            "Failures",
            "The conversations could not be measured ({reason}). Check the two files' names.",
        ),
        "BadRequest": QT_TRANSLATE_NOOP(
            "Failures",
            "This line is not a request: {reason}. The next line will be served.",
        ),
        "DetectorFailed": QT_TRANSLATE_NOOP(
            "Failures",
            "The check for private details ({detector}) could not finish, so nothing was sent. "
            "Your message is still here. Try again, or send less text at once.",
        ),
        "DraftsNotKept": QT_TRANSLATE_NOOP(
            "Failures",
            "What you were writing could not be kept when the vault was locked. Your chats and "
            "values are still there. Write it again.",
        ),
        "SecretsNotKept": QT_TRANSLATE_NOOP(
            "Failures",
            "Secrets are never written down, so they are gone from this draft, and a placeholder "
            "stands in the place of each. The rest is still here. Type them again before you send "
            "it.",
        ),
        "KnownError": QT_TRANSLATE_NOOP(
            "Failures",
            "Something went wrong. Nothing was lost. Try again.",
        ),
        "NoSuchIdentity": QT_TRANSLATE_NOOP(
            "Failures",
            "Your vault has no identity of that name, so nothing was read. Settings, You, lists "
            "them.",
        ),
        "ProxyInvalid": QT_TRANSLATE_NOOP(
            "Failures",
            "The address of the proxy cannot be used. Nothing was changed. Enter an address like "
            "http://proxy.example:8080 or socks5://127.0.0.1:9050.",
        ),
        "NotAHash": QT_TRANSLATE_NOOP(
            "Failures",
            "A hash has {length} hexadecimal digits. Nothing was checked. Copy it whole.",
        ),
        "ModelBenchFailed": QT_TRANSLATE_NOOP(
            "Failures",
            "The model could not be measured ({reason}). Check the names of the files.",
        ),
        "NoModelGiven": QT_TRANSLATE_NOOP(
            "Failures",
            "A model was asked for and none was named, so nothing was read. Add --model and the "
            "path of a GGUF file.",
        ),
        "NotUnderstood": QT_TRANSLATE_NOOP(
            "Failures",
            "The private reader has not finished reading your message, so nothing was sent. Your "
            "message is still here. Wait a moment, or send it without the private reader.",
        ),
        "OutboundLeak": QT_TRANSLATE_NOOP(
            "Failures",
            "The request still held the value behind {placeholder}, so it was not sent. Nothing "
            "has left and your message is still here. Edit the message, or choose to keep that "
            "value in it, and send again.",
        ),
        "OutboundUnreadable": QT_TRANSLATE_NOOP(
            "Failures",
            "The finished request could not be checked for private details, so it was not sent. "
            "Nothing has left and your message is still here. Try again.",
        ),
        "PreferencesNotKept": QT_TRANSLATE_NOOP(
            "Failures",
            "The choice of appearance and language could not be saved ({reason}). It holds until "
            "you close the app, and your chats are not affected. Check that the disk has room and"
            " that its folder may be written to.",
        ),
        "PreferencesUnreadable": QT_TRANSLATE_NOOP(
            "Failures",
            "The choice of appearance and language could not be read, so the usual ones are in "
            "use. Your chats are not affected. Choose them again in Settings.",
        ),
    }
)
