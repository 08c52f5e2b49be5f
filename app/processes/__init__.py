"""Child processes of the app, their typed messages, and files that one process holds at a time."""
