"""Setting up the private reader: the page in the settings, and what goes on behind it.

Imported when that page is first shown, with all that fetches models: nobody waits for it at start.
"""
