"""Every way in which getting a model ready fails, each with the sentence that the user reads.

The sentences carry hosts, file names, codes and counts. Nothing that a server sent gets into them,
and never the access token.
"""

from app.errors import KnownError


class ModelFailure(KnownError):
    """A model could not be fetched, made ready, listed or removed."""


# Before anything is fetched.


class HubAddressInvalid(ModelFailure):
    """The mirror's address is no https address (http is for this machine only)."""

    sentence = (
        "The address of the model hub cannot be used. Nothing was downloaded. Enter an address "
        "like https://huggingface.co; http:// is allowed only on this machine."
    )


class HubTokenInvalid(ModelFailure):
    """The access token has characters that no token has."""

    sentence = (
        "The access token contains a space, a line break or a letter outside ASCII. Nothing was "
        "downloaded. Copy the token again."
    )


class RepoNameInvalid(ModelFailure):
    """What was entered names no repository."""

    sentence = (
        "This is not the name of a model on the hub. Nothing was downloaded. Enter it as "
        "owner/name."
    )


class LicenceNotAccepted(ModelFailure):
    """A model whose licence has to be accepted first. Details: `model`, `licence`."""

    sentence = (
        "The licence of {model} ({licence}) has not been accepted, so nothing was downloaded. "
        "Read it and accept it first."
    )


class RepoHasNoGguf(ModelFailure):
    """A repository without a GGUF file that is whole in itself. Details: `repo`."""

    sentence = (
        "{repo} holds no GGUF file that can be used by itself, so nothing was downloaded. Choose "
        "another model."
    )


class ModelInUse(ModelFailure):
    """Another process works on the same model. Details: `model`."""

    sentence = (
        "{model} is being made ready at this moment, so nothing was changed. Wait until that has "
        "ended, or cancel it first."
    )


# The way to the hub. Details: `host`.


class HubUnreachable(ModelFailure):
    """No connection came about: no network, a wrong name, or nothing listens."""

    sentence = (
        "No connection to {host}. What had been downloaded is still there. Check your network and "
        "the address, then go on."
    )


class HubProxyFailed(HubUnreachable):
    """The proxy was not reached, refused, or did not reach the hub."""

    sentence = (
        "No connection to {host} through the proxy. What had been downloaded is still there. Check "
        "the proxy in Settings, Assistants, and that it is running, then go on."
    )


class HubNotTrusted(ModelFailure):
    """The encrypted connection could not be trusted."""

    sentence = (
        "The encrypted connection to {host} could not be trusted. What had been downloaded is "
        "still there. Check the address and this machine's clock; something may be standing "
        "between you and the server."
    )


class HubWentSilent(ModelFailure):
    """The connection broke or stalled, and trying again did not help."""

    sentence = (
        "The connection to {host} broke off again and again. What had been downloaded is still "
        "there. Go on when the network is better."
    )


class HubRedirectRefused(ModelFailure):
    """The hub pointed to a place where a download must not come from."""

    sentence = (
        "{host} pointed to an address that is not allowed, so the download was stopped. What had "
        "been downloaded is still there. Check the address of the hub."
    )


# What the hub refuses. Details: also `repo`, `status`.


class HubTokenRefused(ModelFailure):
    """401: the token is wrong, or one is needed."""

    sentence = (
        "{host} does not let you see {repo} (code {status}): it needs an access token, or the one "
        "you gave is not valid. What had been downloaded is still there. Check the token and the "
        "name."
    )


class HubGated(ModelFailure):
    """403: its owner lets in only those who asked."""

    sentence = (
        "{host} does not give you {repo} (code {status}): its owner asks for your consent first. "
        "What had been downloaded is still there. Open its page on the hub, agree there, and give "
        "an access token."
    )


class HubLacksModel(ModelFailure):
    """404: the repository or one of its files is not there."""

    sentence = (
        "{host} has no {repo}, or a file of it is missing (code {status}). What had been "
        "downloaded is still there. Check the name."
    )


class HubBusy(ModelFailure):
    """429."""

    sentence = (
        "{host} asks you to download less often (code {status}). What had been downloaded of "
        "{repo} is still there. Wait some minutes, then go on."
    )


class HubFailed(ModelFailure):
    """5xx."""

    sentence = (
        "{host} has a fault of its own (code {status}). What had been downloaded of {repo} is "
        "still there. Go on later."
    )


class HubRefused(ModelFailure):
    """Any other status."""

    sentence = (
        "{host} refused to send {repo} (code {status}). What had been downloaded is still there. "
        "Check the address of the hub."
    )


class HubUnreadable(ModelFailure):
    """The answer is not one of a model hub. Details: `host`."""

    sentence = (
        "The answer of {host} is not that of a model hub. What had been downloaded is still "
        "there. Check the address of the hub."
    )


# What was fetched. Details: `file`.


class DownloadDamaged(ModelFailure):
    """The size or the SHA-256 is not what the hub says. Only that file is thrown away."""

    sentence = (
        "{file} did not arrive as the hub describes it, and was thrown away. The other files are "
        "still there. Download it again; if it fails again, choose another address of the hub."
    )


class ModelNotSupported(ModelFailure):
    """A model that cannot be quantised here. Details: `model`, `architecture`."""

    sentence = (
        "{model} is built in a way that cannot be made ready here ({architecture}). Nothing was "
        "downloaded. Choose a Qwen3 model, or a GGUF file of this one."
    )


class TokenizerNotSupported(ModelFailure):
    """A Qwen3 model with a tokeniser that is not Qwen's. Details: `model`."""

    sentence = (
        "{model} cuts text in a way that cannot be converted here, so nothing was made of it and "
        "nothing was lost. Choose another model, or a GGUF file of this one."
    )


class WeightsNotSupported(ModelFailure):
    """Weights that are missing, too many, of another shape or type. Details: `model`, `tensor`."""

    sentence = (
        "The weights of {model} are not complete or not those of a Qwen3 model ({tensor}), so "
        "nothing was made of them. Choose another model, or a GGUF file of this one."
    )


class GgufUnusable(ModelFailure):
    """A file that is no whole GGUF model. Details: `file`."""

    sentence = "{file} is not a GGUF model. The file was left as it is. Choose another file."


class GgufTooOld(GgufUnusable):
    """Of a version that is not read. Details: also `version`."""

    sentence = (
        "{file} is a GGUF file of a version that cannot be read ({version}). The file was left as "
        "it is. Choose a newer one."
    )


class GgufCut(GgufUnusable):
    """The file ends too early."""

    sentence = (
        "{file} ends too early: a part of the model is missing. The file was left as it is. Fetch "
        "it again."
    )


class GgufWithoutTokenizer(GgufUnusable):
    """A part of a model, such as a vision projector."""

    sentence = (
        "{file} holds no language model that can read text by itself. The file was left as it is. "
        "Choose another file."
    )


# This machine.


class NoRoomForModel(ModelFailure):
    """Seen before anything is written. Details: `needed` and `free`, in MB."""

    sentence = (
        "Making this model ready takes {needed} MB on the disk, and {free} MB are free. Nothing "
        "was lost. Make room, then go on."
    )


class DiskFullForModel(ModelFailure):
    """The disk became full meanwhile."""

    sentence = (
        "The disk became full while the model was made ready. What had been downloaded is still "
        "there. Make room, then go on."
    )


class ModelDiskFailed(ModelFailure):
    """The disk did not do as asked. Details: `code`, the system's name of the error."""

    sentence = (
        "The disk with the models did not do as asked ({code}). The models that were ready are "
        "still there. Check the disk and its rights, then try again."
    )


class NoMemoryToConvert(ModelFailure):
    """There was too little memory to convert."""

    sentence = (
        "There was not enough memory to make the model ready. What had been downloaded is still "
        "there. Close other programs, then go on."
    )


class QuantisingFailed(ModelFailure):
    """llama.cpp could not quantise the converted weights. Details: `model`."""

    sentence = (
        "{model} could not be made smaller for this machine. What had been downloaded is still "
        "there. Try again; if it fails again, choose another model."
    )


class InstallStopped(ModelFailure):
    """The process that does the work ended by itself: killed, or a crash in a library."""

    sentence = (
        "Making the model ready was stopped from outside, perhaps for lack of memory. What had "
        "been downloaded is still there. Go on when you like."
    )


class ModelNotRemoved(ModelFailure):
    """Some files could not be deleted. Details: `model`, `code`."""

    sentence = (
        "{model} could not be removed completely ({code}). The other models are not affected. "
        "Close what uses it, then remove it again."
    )
