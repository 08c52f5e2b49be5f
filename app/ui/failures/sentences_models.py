"""The failures of models, by class name, for `lupdate` to find; see `failure_text`."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, object] = MappingProxyType(
    {
        "DiskFullForModel": QT_TRANSLATE_NOOP(
            "Failures",
            "The disk became full while the model was made ready. What had been downloaded is "
            "still there. Make room, then go on.",
        ),
        "DownloadDamaged": QT_TRANSLATE_NOOP(
            "Failures",
            "{file} did not arrive as the hub describes it, and was thrown away. The other files "
            "are still there. Download it again; if it fails again, choose another address of the "
            "hub.",
        ),
        "GgufCut": QT_TRANSLATE_NOOP(
            "Failures",
            "{file} ends too early: a part of the model is missing. The file was left as it is. "
            "Fetch it again.",
        ),
        "GgufTooOld": QT_TRANSLATE_NOOP(
            "Failures",
            "{file} is a GGUF file of a version that cannot be read ({version}). The file was "
            "left as it is. Choose a newer one.",
        ),
        "GgufUnusable": QT_TRANSLATE_NOOP(
            "Failures",
            "{file} is not a GGUF model. The file was left as it is. Choose another file.",
        ),
        "GgufWithoutTokenizer": QT_TRANSLATE_NOOP(
            "Failures",
            "{file} holds no language model that can read text by itself. The file was left as it "
            "is. Choose another file.",
        ),
        "HubAddressInvalid": QT_TRANSLATE_NOOP(
            "Failures",
            "The address of the model hub cannot be used. Nothing was downloaded. Enter an "
            "address like https://huggingface.co; http:// is allowed only on this machine.",
        ),
        "HubBusy": QT_TRANSLATE_NOOP(
            "Failures",
            "{host} asks you to download less often (code {status}). What had been downloaded of "
            "{repo} is still there. Wait some minutes, then go on.",
        ),
        "HubFailed": QT_TRANSLATE_NOOP(
            "Failures",
            "{host} has a fault of its own (code {status}). What had been downloaded of {repo} is "
            "still there. Go on later.",
        ),
        "HubGated": QT_TRANSLATE_NOOP(
            "Failures",
            "{host} does not give you {repo} (code {status}): its owner asks for your consent "
            "first. What had been downloaded is still there. Open its page on the hub, agree "
            "there, and give an access token.",
        ),
        "HubLacksModel": QT_TRANSLATE_NOOP(
            "Failures",
            "{host} has no {repo}, or a file of it is missing (code {status}). What had been "
            "downloaded is still there. Check the name.",
        ),
        "HubNotTrusted": QT_TRANSLATE_NOOP(
            "Failures",
            "The encrypted connection to {host} could not be trusted. What had been downloaded is "
            "still there. Check the address and this machine's clock; something may be standing "
            "between you and the server.",
        ),
        "HubRedirectRefused": QT_TRANSLATE_NOOP(
            "Failures",
            "{host} pointed to an address that is not allowed, so the download was stopped. What "
            "had been downloaded is still there. Check the address of the hub.",
        ),
        "HubRefused": QT_TRANSLATE_NOOP(
            "Failures",
            "{host} refused to send {repo} (code {status}). What had been downloaded is still "
            "there. Check the address of the hub.",
        ),
        "HubTokenInvalid": QT_TRANSLATE_NOOP(
            "Failures",
            "The access token contains a space, a line break or a letter outside ASCII. Nothing "
            "was downloaded. Copy the token again.",
        ),
        "HubTokenRefused": QT_TRANSLATE_NOOP(
            "Failures",
            "{host} does not let you see {repo} (code {status}): it needs an access token, or the "
            "one you gave is not valid. What had been downloaded is still there. Check the token "
            "and the name.",
        ),
        "HubProxyFailed": QT_TRANSLATE_NOOP(
            "Failures",
            "No connection to {host} through the proxy. What had been downloaded is still there. "
            "Check the proxy in Settings, Assistants, and that it is running, then go on.",
        ),
        "HubUnreachable": QT_TRANSLATE_NOOP(
            "Failures",
            "No connection to {host}. What had been downloaded is still there. Check your network "
            "and the address, then go on.",
        ),
        "HubUnreadable": QT_TRANSLATE_NOOP(
            "Failures",
            "The answer of {host} is not that of a model hub. What had been downloaded is still "
            "there. Check the address of the hub.",
        ),
        "HubWentSilent": QT_TRANSLATE_NOOP(
            "Failures",
            "The connection to {host} broke off again and again. What had been downloaded is "
            "still there. Go on when the network is better.",
        ),
        "InstallStopped": QT_TRANSLATE_NOOP(
            "Failures",
            "Making the model ready was stopped from outside, perhaps for lack of memory. What "
            "had been downloaded is still there. Go on when you like.",
        ),
        "LicenceNotAccepted": QT_TRANSLATE_NOOP(
            "Failures",
            "The licence of {model} ({licence}) has not been accepted, so nothing was downloaded. "
            "Read it and accept it first.",
        ),
        "ModelDiskFailed": QT_TRANSLATE_NOOP(
            "Failures",
            "The disk with the models did not do as asked ({code}). The models that were ready "
            "are still there. Check the disk and its rights, then try again.",
        ),
        "ModelInUse": QT_TRANSLATE_NOOP(
            "Failures",
            "{model} is being made ready at this moment, so nothing was changed. Wait until that "
            "has ended, or cancel it first.",
        ),
        "ModelNotRemoved": QT_TRANSLATE_NOOP(
            "Failures",
            "{model} could not be removed completely ({code}). The other models are not affected. "
            "Close what uses it, then remove it again.",
        ),
        "ModelNotSupported": QT_TRANSLATE_NOOP(
            "Failures",
            "{model} is built in a way that cannot be made ready here ({architecture}). Nothing "
            "was downloaded. Choose a Qwen3 model, or a GGUF file of this one.",
        ),
        "NoRoomForModel": QT_TRANSLATE_NOOP(
            "Failures",
            "Making this model ready takes {needed} MB on the disk, and {free} MB are free. "
            "Nothing was lost. Make room, then go on.",
        ),
        "NoMemoryToConvert": QT_TRANSLATE_NOOP(
            "Failures",
            "There was not enough memory to make the model ready. What had been downloaded is "
            "still there. Close other programs, then go on.",
        ),
        "QuantisingFailed": QT_TRANSLATE_NOOP(
            "Failures",
            "{model} could not be made smaller for this machine. What had been downloaded is "
            "still there. Try again; if it fails again, choose another model.",
        ),
        "RepoHasNoGguf": QT_TRANSLATE_NOOP(
            "Failures",
            "{repo} holds no GGUF file that can be used by itself, so nothing was downloaded. "
            "Choose another model.",
        ),
        "RepoNameInvalid": QT_TRANSLATE_NOOP(
            "Failures",
            "This is not the name of a model on the hub. Nothing was downloaded. Enter it as "
            "owner/name.",
        ),
        "TokenizerNotSupported": QT_TRANSLATE_NOOP(
            "Failures",
            "{model} cuts text in a way that cannot be converted here, so nothing was made of it "
            "and nothing was lost. Choose another model, or a GGUF file of this one.",
        ),
        "WeightsNotSupported": QT_TRANSLATE_NOOP(
            "Failures",
            "The weights of {model} are not complete or not those of a Qwen3 model ({tensor}), so "
            "nothing was made of them. Choose another model, or a GGUF file of this one.",
        ),
    }
)
