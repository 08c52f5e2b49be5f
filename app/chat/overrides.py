"""What the user decided otherwise, as numbers: for the receipt of a request."""

from collections.abc import Iterable, Mapping

from app.chat.reader import Found
from app.privacy.levels import LITERAL_TYPE
from app.privacy.normalise import fold


def override_counts(found: Iterable[Found]) -> Mapping[str, Mapping[str, int]]:
    """Return for how many distinct values a choice of the user's decided, by action and type."""
    values: dict[str, dict[str, set[str]]] = {}
    for each in found:
        if each.chosen and each.span.type != LITERAL_TYPE:
            types = values.setdefault(str(each.action), {})
            types.setdefault(each.span.type, set()).add(fold(each.span.text))
    return {
        action: {name: len(texts) for name, texts in types.items()}
        for action, types in values.items()
    }
