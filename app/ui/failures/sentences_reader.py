"""The failures of the private reader, by class name, for `lupdate` to find; see `failure_text`."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, object] = MappingProxyType(
    {
        "ModelMissing": QT_TRANSLATE_NOOP(
            "Failures",
            "The model {model} is not where it was, so your message was not read by it. Your "
            "message is still here. Choose or install a model in Settings.",
        ),
        "ModelUnusable": QT_TRANSLATE_NOOP(
            "Failures",
            "The model {model} could not be loaded: its file is damaged, or it is of a kind "
            "that Understudy cannot use. Your message is still here. Choose another model in "
            "Settings, or install this one again.",
        ),
        "NotEnoughMemory": QT_TRANSLATE_NOOP(
            "Failures",
            "The model needs {needed} MB of memory and {free} MB are free, so it was not "
            "loaded. Your message is still here. Close other programs, or choose a smaller "
            "model in Settings.",
        ),
        "ReaderCrashed": QT_TRANSLATE_NOOP(
            "Failures",
            "The private reader stopped working and was started again, but could not finish. "
            "Your message is still here. Try again, or send less text at once.",
        ),
        "ReaderTooSlow": QT_TRANSLATE_NOOP(
            "Failures",
            "The private reader had not finished after {seconds} seconds. Your message is still"
            " here. Try again, or allow more time in Settings.",
        ),
        "PieceTooLong": QT_TRANSLATE_NOOP(
            "Failures",
            "A part of your message is too dense for the private reader, so it was not read to "
            "its end. Your message is still here. Send less text at once.",
        ),
        "ServerUnreachable": QT_TRANSLATE_NOOP(
            "Failures",
            "The model's server at {host} does not answer, so your message was not read by it. "
            "Your message is still here. Start the server, or choose another model in Settings.",
        ),
        "ServerNonsense": QT_TRANSLATE_NOOP(
            "Failures",
            "The model's server at {host} gave an answer that cannot be used, so your message "
            "was not read to its end. Your message is still here. Try again, or choose another "
            "model.",
        ),
        "ServerNotLocal": QT_TRANSLATE_NOOP(
            "Failures",
            "{host} is not this computer. The private reader sees your messages before anything"
            " is hidden, so only a server on this computer can be used. Nothing was sent. Use "
            "an address such as http://127.0.0.1:11434/v1.",
        ),
    }
)
