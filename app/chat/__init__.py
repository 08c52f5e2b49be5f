"""One chat, from the text being typed to the restored reply; joins all that is below the window."""
