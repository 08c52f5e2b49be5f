"""The app without a window, for scripts, editors and measurements."""
