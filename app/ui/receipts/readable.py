"""The body of a request, laid out for reading."""

import json


def readable(body: str) -> str:
    """Return a body of JSON with one thing a line; any other comes back as it is."""
    try:
        made = json.dumps(json.loads(body), indent=2, ensure_ascii=False)
        made.encode()
    except (ValueError, RecursionError):
        # Not JSON, too deep, or with half a character that could not be shown.
        return body
    return made
