"""A child for the tests: answers what it is told, prints noise, hangs or dies as asked."""

import os
import sys
import threading
import time

from app.processes.channel import Channel
from tests.processes.words import PROTOCOL, Said, Stop

stopped = threading.Event()


def urgent(message: object) -> bool:
    """Take a `Stop` at once, whatever the child is busy with."""
    if isinstance(message, Stop):
        stopped.set()
    return isinstance(message, Stop)


channel = Channel.of_this_process(PROTOCOL, urgent, stopped.set)
for message in channel.messages():
    assert isinstance(message, Said)
    match message.text:
        case "die":
            os._exit(3)
        case "noise":
            print("not a message")
            os.write(1, b"nor this\n")
            os.write(2, b"nor this\n")
            sys.stdout.flush()
            channel.send(Said("quiet"))
        case "work":
            channel.send(Said("working"))
            stopped.wait(60)
            channel.send(Said("stopped"))
        case "hang":
            channel.send(Said("hanging"))
            time.sleep(60)
        case _:
            channel.send(message)
