"""One chat: its messages as they come and stand, and its next turn."""
