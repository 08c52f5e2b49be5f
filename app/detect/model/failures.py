"""How the private reader can fail. None of it ever means that a text holds nothing private."""

from app.detect.detector import DetectorFailed


class ReaderFailed(DetectorFailed):
    """The private reader could not finish. Base of all its failures."""


class ModelMissing(ReaderFailed):
    """The model's file is not there any more."""

    sentence = (
        "The model {model} is not where it was, so your message was not read by it. Your message "
        "is still here. Choose or install a model in Settings."
    )


class ModelUnusable(ReaderFailed):
    """llama.cpp cannot load the file, or the model is of a kind that cannot read."""

    sentence = (
        "The model {model} could not be loaded: its file is damaged, or it is of a kind that "
        "Understudy cannot use. Your message is still here. Choose another model in Settings, or "
        "install this one again."
    )


class NotEnoughMemory(ReaderFailed):
    """Loading the model would take more memory than is free."""

    sentence = (
        "The model needs {needed} MB of memory and {free} MB are free, so it was not loaded. "
        "Your message is still here. Close other programs, or choose a smaller model in Settings."
    )


class ReaderCrashed(ReaderFailed):
    """The model's process ended by itself, more than once."""

    sentence = (
        "The private reader stopped working and was started again, but could not finish. "
        "Your message is still here. Try again, or send less text at once."
    )


class ReaderTooSlow(ReaderFailed):
    """The time for one message is over."""

    sentence = (
        "The private reader had not finished after {seconds} seconds. Your message is still here. "
        "Try again, or allow more time in Settings."
    )


class PieceTooLong(ReaderFailed):
    """A piece of text cannot be cut further and does not fit the model's context."""

    sentence = (
        "A part of your message is too dense for the private reader, so it was not read to its "
        "end. Your message is still here. Send less text at once."
    )


class ServerUnreachable(ReaderFailed):
    """The model's server on this machine does not answer."""

    sentence = (
        "The model's server at {host} does not answer, so your message was not read by it. Your "
        "message is still here. Start the server, or choose another model in Settings."
    )


class ServerNonsense(ReaderFailed):
    """The model's server answered what is no answer to what was asked."""

    sentence = (
        "The model's server at {host} gave an answer that cannot be used, so your message was not "
        "read to its end. Your message is still here. Try again, or choose another model."
    )


class ServerNotLocal(ReaderFailed):
    """The address is of another machine: the raw text would leave this one."""

    sentence = (
        "{host} is not this computer. The private reader sees your messages before anything is "
        "hidden, so only a server on this computer can be used. Nothing was sent. Use an address "
        "such as http://127.0.0.1:11434/v1."
    )
