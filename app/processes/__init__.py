"""Child processes of the app, their typed messages, and files that outlive what stops a process."""
