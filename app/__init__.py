"""Understudy: a chat client that keeps private details on this machine."""

__version__ = "0.1.0"
