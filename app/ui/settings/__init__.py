"""The settings window, and those of its pages that have no package of their own."""
