"""Every way in which an assistant fails, each with the sentence that the user reads.

The sentences carry names, hosts, codes and counts. Nothing that a server sent gets into them: a
provider's own error message may quote the request.
"""

from app.assistants.assistant import AssistantError

# Before the request left.


class AddressInvalid(AssistantError):
    """The address of a provider cannot be used. Details: `provider`."""

    sentence = (
        "The address of {provider} is not a web address. Nothing was sent. "
        "Enter an address like https://api.example.com/v1."
    )


class AddressWithoutHost(AddressInvalid):
    """The address names no machine."""

    sentence = (
        "The address of {provider} names no server. Nothing was sent. "
        "Enter an address like https://api.example.com/v1."
    )


class AddressSchemeWrong(AddressInvalid):
    """The address is neither https nor http."""

    sentence = (
        "The address of {provider} starts with neither https:// nor http://. Nothing was sent. "
        "Enter an address like https://api.example.com/v1."
    )


class AddressNotEncrypted(AddressInvalid):
    """Plain http to another machine: everybody on the way could read along."""

    sentence = (
        "The address of {provider} would send your messages unencrypted to another machine. "
        "Nothing was sent. Enter an https:// address; http:// is allowed only on this machine."
    )


class AddressHasCredentials(AddressInvalid):
    """A user name or password inside the address would be shown and logged with it."""

    sentence = (
        "The address of {provider} contains a user name or a password. Nothing was sent. "
        "Remove them from the address and enter the key in its own field."
    )


class AddressHasQuery(AddressInvalid):
    """A query or fragment cannot be part of a base address."""

    sentence = (
        "The address of {provider} contains a ? or # part. Nothing was sent. "
        "Enter only the part before it."
    )


class KeyInvalid(AssistantError):
    """The API key has characters that no key has. Details: `provider`."""

    sentence = (
        "The key for {provider} contains a space, a line break or a letter outside ASCII. "
        "Nothing was sent. Copy the key again."
    )


class TextNotSendable(AssistantError):
    """A message holds half of a character (a lone surrogate), which UTF-8 cannot express."""

    sentence = (
        "A message contains a broken character that cannot be sent to {provider}. Nothing was "
        "sent and your message is still here. Remove the broken character and send again."
    )


class WrongHost(AssistantError):
    """A request was about to go elsewhere than to the provider's own address."""

    sentence = (
        "A request was about to go elsewhere than to {host}, the address of {provider}. It was "
        "stopped and nothing was sent. Check the address in the settings."
    )


# The way there.


class Unreachable(AssistantError):
    """No connection came about."""

    sentence = (
        "No connection to {provider} ({host}). Nothing was sent and your message is still here. "
        "Check your network and try again."
    )


class HostNotFound(Unreachable):
    """The name could not be resolved: no network, or a typing mistake."""

    sentence = (
        "The server {host} of {provider} was not found. Nothing was sent and your message is "
        "still here. Check your network and the address, then try again."
    )


class ConnectionRefused(Unreachable):
    """The machine is there, but nothing listens."""

    sentence = (
        "{host} refused the connection to {provider}. Nothing was sent and your message is still "
        "here. Check that the server is running and that the address is right."
    )


class ConnectTimedOut(Unreachable):
    """The machine did not answer at all. Details: also `seconds`."""

    sentence = (
        "{provider} ({host}) did not answer within {seconds} seconds. Nothing was sent and your "
        "message is still here. Check your network and try again."
    )


class ProxyFailed(Unreachable):
    """The proxy was not reached, refused, or did not reach the provider itself."""

    sentence = (
        "No connection to {provider} ({host}) through the proxy. Nothing was sent and your message "
        "is still here. Check the proxy in Settings, Assistants, and that it is running."
    )


class TlsFailed(Unreachable):
    """The encrypted connection could not be trusted."""

    sentence = (
        "The encrypted connection to {provider} ({host}) could not be trusted. Nothing was sent "
        "and your message is still here. Check the address and this machine's clock; something "
        "may be standing between you and the server."
    )


class RedirectRefused(AssistantError):
    """The server pointed to another address. Details: also `status`."""

    sentence = (
        "{provider} ({host}) points to another address (code {status}). Your message was not "
        "sent on there and is still here. Enter the final address in the settings."
    )


# The server's refusals, by HTTP status. Details: also `status`.


class KeyRefused(AssistantError):
    """401, or a 400 that says the key is wrong."""

    sentence = (
        "{provider} ({host}) did not accept your key (code {status}). Your message is still "
        "here. Check the key in the settings and try again."
    )


class NotAllowed(AssistantError):
    """403."""

    sentence = (
        "{provider} ({host}) does not allow this with your key (code {status}). Your message is "
        "still here. Choose another model, or check your account's rights and region."
    )


class NoCredit(AssistantError):
    """402, or a 429 that says the account is out of credit."""

    sentence = (
        "Your account at {provider} ({host}) has no credit left (code {status}). Your message is "
        "still here. Top up the account, or choose another provider."
    )


class UnknownModel(AssistantError):
    """404 or 400 about the model's name."""

    sentence = (
        "{provider} ({host}) does not know this model (code {status}). Your message is still "
        "here. Choose another model and try again."
    )


class UnknownAddress(AssistantError):
    """404 about the path, or a web page where an assistant should be."""

    sentence = (
        "There is no assistant at the address of {provider} on {host} (code {status}). Your "
        "message is still here. Check the address in the settings."
    )


class RequestTimedOut(AssistantError):
    """408: the server waited too long for the request."""

    sentence = (
        "{provider} ({host}) waited too long for the request (code {status}). Your message is "
        "still here. Check your network and try again."
    )


class MessageTooLong(AssistantError):
    """413, or a 400 about the context's length."""

    sentence = (
        "This chat is too long for the model at {provider} ({host}, code {status}). Your message "
        "is still here. Shorten it, start a new chat, or choose a model with more room."
    )


class RequestRefused(AssistantError):
    """400 and every other 4xx."""

    sentence = (
        "{provider} ({host}) refused the request (code {status}). Your message is still here. "
        "Choose another model, or try again later."
    )


class RequestNotUnderstood(RequestRefused):
    """422: the server expects a request of another shape."""

    sentence = (
        "{provider} ({host}) does not understand requests of this kind (code {status}). Your "
        "message is still here. Check which kind of provider is set for this address."
    )


class RateLimited(AssistantError):
    """429 without a time to wait."""

    sentence = (
        "{provider} ({host}) asks you to send less often. Your message is still here. "
        "Wait a little and try again."
    )


class RateLimitedFor(RateLimited):
    """429 with Retry-After. Details: also `seconds`."""

    sentence = (
        "{provider} ({host}) asks you to wait {seconds} seconds. Your message is still here. "
        "Try again after that."
    )


class ProviderFailed(AssistantError):
    """5xx."""

    sentence = (
        "{provider} ({host}) has a fault of its own (code {status}). Your message is still here. "
        "Try again later."
    )


class ProviderOverloaded(ProviderFailed):
    """503 and 529."""

    sentence = (
        "{provider} ({host}) has too much to do just now (code {status}). Your message is still "
        "here. Try again in a moment, or choose another model."
    )


# The reply.


class Stalled(AssistantError):
    """Nothing came for a while. Details: also `seconds`."""

    sentence = (
        "{provider} ({host}) sent nothing for {seconds} seconds. Your message and what had "
        "arrived of the reply are kept. Try again."
    )


class ReplyCut(AssistantError):
    """The connection ended before the reply did."""

    sentence = (
        "The connection to {provider} ({host}) broke before the reply was complete. Your message "
        "and what had arrived are kept. Try again."
    )


class ReplyBroken(AssistantError):
    """The provider reported a fault in the middle of the reply."""

    sentence = (
        "{provider} ({host}) stopped the reply because of a fault of its own. Your message and "
        "what had arrived are kept. Try again."
    )


class ReplyUnreadable(AssistantError):
    """What came is not what this kind of provider sends."""

    sentence = (
        "The answer of {provider} ({host}) could not be read. Your message and what had arrived "
        "are kept. Try again, and check which kind of provider is set for this address."
    )


class EmptyReply(AssistantError):
    """The reply ended properly, without a word."""

    sentence = (
        "{provider} ({host}) sent an empty reply. Your message is still here. "
        "Try again, or choose another model."
    )


class ReplyTooLarge(AssistantError):
    """More than the limit. Details: also `bytes`, the limit."""

    sentence = (
        "The answer of {provider} ({host}) grew beyond {bytes} bytes and was stopped. Your "
        "message and what had arrived are kept. Ask for less at once."
    )


class ReplyFiltered(AssistantError):
    """The provider's content filter stopped the reply."""

    sentence = (
        "{provider} ({host}) held the reply back by its content rules. Your message and what had "
        "arrived are kept. Rephrase the message, or choose another model."
    )


class ReplyCutShort(AssistantError):
    """The model reached its limit of length; the text so far is whole otherwise."""

    sentence = (
        "The reply reached the length limit of {provider} ({host}) and ends early. Your message "
        "and the reply so far are kept. Ask it to go on."
    )
