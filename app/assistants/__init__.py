"""Assistants: whoever answers the masked messages, over the network or built in."""
