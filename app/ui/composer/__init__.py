"""Writing a message: what is found in it while it is typed, and what the user makes of that."""
