"""The window: the only package that imports Qt. It shows what the core says, and never waits."""
