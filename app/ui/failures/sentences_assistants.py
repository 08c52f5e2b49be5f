"""The failures of assistants, by class name, for `lupdate` to find; see `failure_text`."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, object] = MappingProxyType(
    {
        "AddressHasCredentials": QT_TRANSLATE_NOOP(
            "Failures",
            "The address of {provider} contains a user name or a password. Nothing was sent. "
            "Remove them from the address and enter the key in its own field.",
        ),
        "AddressHasQuery": QT_TRANSLATE_NOOP(
            "Failures",
            "The address of {provider} contains a ? or # part. Nothing was sent. Enter only the "
            "part before it.",
        ),
        "AddressInvalid": QT_TRANSLATE_NOOP(
            "Failures",
            "The address of {provider} is not a web address. Nothing was sent. Enter an address "
            "like https://api.example.com/v1.",
        ),
        "AddressNotEncrypted": QT_TRANSLATE_NOOP(
            "Failures",
            "The address of {provider} would send your messages unencrypted to another machine. "
            "Nothing was sent. Enter an https:// address; http:// is allowed only on this "
            "machine.",
        ),
        "AddressSchemeWrong": QT_TRANSLATE_NOOP(
            "Failures",
            "The address of {provider} starts with neither https:// nor http://. Nothing was "
            "sent. Enter an address like https://api.example.com/v1.",
        ),
        "AddressWithoutHost": QT_TRANSLATE_NOOP(
            "Failures",
            "The address of {provider} names no server. Nothing was sent. Enter an address like "
            "https://api.example.com/v1.",
        ),
        "ConnectTimedOut": QT_TRANSLATE_NOOP(
            "Failures",
            "{provider} ({host}) did not answer within {seconds} seconds. Nothing was sent and "
            "your message is still here. Check your network and try again.",
        ),
        "ConnectionRefused": QT_TRANSLATE_NOOP(
            "Failures",
            "{host} refused the connection to {provider}. Nothing was sent and your message is "
            "still here. Check that the server is running and that the address is right.",
        ),
        "EmptyReply": QT_TRANSLATE_NOOP(
            "Failures",
            "{provider} ({host}) sent an empty reply. Your message is still here. Try again, or "
            "choose another model.",
        ),
        "HostNotFound": QT_TRANSLATE_NOOP(
            "Failures",
            "The server {host} of {provider} was not found. Nothing was sent and your message is "
            "still here. Check your network and the address, then try again.",
        ),
        "KeyInvalid": QT_TRANSLATE_NOOP(
            "Failures",
            "The key for {provider} contains a space, a line break or a letter outside ASCII. "
            "Nothing was sent. Copy the key again.",
        ),
        "KeyRefused": QT_TRANSLATE_NOOP(
            "Failures",
            "{provider} ({host}) did not accept your key (code {status}). Your message is still "
            "here. Check the key in the settings and try again.",
        ),
        "MessageTooLong": QT_TRANSLATE_NOOP(
            "Failures",
            "This chat is too long for the model at {provider} ({host}, code {status}). Your "
            "message is still here. Shorten it, start a new chat, or choose a model with more "
            "room.",
        ),
        "NoCredit": QT_TRANSLATE_NOOP(
            "Failures",
            "Your account at {provider} ({host}) has no credit left (code {status}). Your message"
            " is still here. Top up the account, or choose another provider.",
        ),
        "NotAllowed": QT_TRANSLATE_NOOP(
            "Failures",
            "{provider} ({host}) does not allow this with your key (code {status}). Your message "
            "is still here. Choose another model, or check your account's rights and region.",
        ),
        "ProviderFailed": QT_TRANSLATE_NOOP(
            "Failures",
            "{provider} ({host}) has a fault of its own (code {status}). Your message is still "
            "here. Try again later.",
        ),
        "ProviderOverloaded": QT_TRANSLATE_NOOP(
            "Failures",
            "{provider} ({host}) has too much to do just now (code {status}). Your message is "
            "still here. Try again in a moment, or choose another model.",
        ),
        "ProxyFailed": QT_TRANSLATE_NOOP(
            "Failures",
            "No connection to {provider} ({host}) through the proxy. Nothing was sent and your "
            "message is still here. Check the proxy in Settings, Assistants, and that it is "
            "running.",
        ),
        "RateLimited": QT_TRANSLATE_NOOP(
            "Failures",
            "{provider} ({host}) asks you to send less often. Your message is still here. Wait a "
            "little and try again.",
        ),
        "RateLimitedFor": QT_TRANSLATE_NOOP(
            "Failures",
            "{provider} ({host}) asks you to wait {seconds} seconds. Your message is still here. "
            "Try again after that.",
        ),
        "RedirectRefused": QT_TRANSLATE_NOOP(
            "Failures",
            "{provider} ({host}) points to another address (code {status}). Your message was not "
            "sent on there and is still here. Enter the final address in the settings.",
        ),
        "ReplyBroken": QT_TRANSLATE_NOOP(
            "Failures",
            "{provider} ({host}) stopped the reply because of a fault of its own. Your message "
            "and what had arrived are kept. Try again.",
        ),
        "ReplyCut": QT_TRANSLATE_NOOP(
            "Failures",
            "The connection to {provider} ({host}) broke before the reply was complete. Your "
            "message and what had arrived are kept. Try again.",
        ),
        "ReplyCutShort": QT_TRANSLATE_NOOP(
            "Failures",
            "The reply reached the length limit of {provider} ({host}) and ends early. Your "
            "message and the reply so far are kept. Ask it to go on.",
        ),
        "ReplyFiltered": QT_TRANSLATE_NOOP(
            "Failures",
            "{provider} ({host}) held the reply back by its content rules. Your message and what "
            "had arrived are kept. Rephrase the message, or choose another model.",
        ),
        "ReplyTooLarge": QT_TRANSLATE_NOOP(
            "Failures",
            "The answer of {provider} ({host}) grew beyond {bytes} bytes and was stopped. Your "
            "message and what had arrived are kept. Ask for less at once.",
        ),
        "ReplyUnreadable": QT_TRANSLATE_NOOP(
            "Failures",
            "The answer of {provider} ({host}) could not be read. Your message and what had "
            "arrived are kept. Try again, and check which kind of provider is set for this "
            "address.",
        ),
        "RequestNotUnderstood": QT_TRANSLATE_NOOP(
            "Failures",
            "{provider} ({host}) does not understand requests of this kind (code {status}). Your "
            "message is still here. Check which kind of provider is set for this address.",
        ),
        "RequestRefused": QT_TRANSLATE_NOOP(
            "Failures",
            "{provider} ({host}) refused the request (code {status}). Your message is still here."
            " Choose another model, or try again later.",
        ),
        "RequestTimedOut": QT_TRANSLATE_NOOP(
            "Failures",
            "{provider} ({host}) waited too long for the request (code {status}). Your message is"
            " still here. Check your network and try again.",
        ),
        "Stalled": QT_TRANSLATE_NOOP(
            "Failures",
            "{provider} ({host}) sent nothing for {seconds} seconds. Your message and what had "
            "arrived of the reply are kept. Try again.",
        ),
        "TextNotSendable": QT_TRANSLATE_NOOP(
            "Failures",
            "A message contains a broken character that cannot be sent to {provider}. Nothing was"
            " sent and your message is still here. Remove the broken character and send again.",
        ),
        "TlsFailed": QT_TRANSLATE_NOOP(
            "Failures",
            "The encrypted connection to {provider} ({host}) could not be trusted. Nothing was "
            "sent and your message is still here. Check the address and this machine's clock; "
            "something may be standing between you and the server.",
        ),
        "UnknownAddress": QT_TRANSLATE_NOOP(
            "Failures",
            "There is no assistant at the address of {provider} on {host} (code {status}). Your "
            "message is still here. Check the address in the settings.",
        ),
        "UnknownModel": QT_TRANSLATE_NOOP(
            "Failures",
            "{provider} ({host}) does not know this model (code {status}). Your message is still "
            "here. Choose another model and try again.",
        ),
        "Unreachable": QT_TRANSLATE_NOOP(
            "Failures",
            "No connection to {provider} ({host}). Nothing was sent and your message is still "
            "here. Check your network and try again.",
        ),
        "WrongHost": QT_TRANSLATE_NOOP(
            "Failures",
            "A request was about to go elsewhere than to {host}, the address of {provider}. It "
            "was stopped and nothing was sent. Check the address in the settings.",
        ),
    }
)
