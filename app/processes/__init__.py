"""Child processes of the app and the typed messages that go through their pipes."""
