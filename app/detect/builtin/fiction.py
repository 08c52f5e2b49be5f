"""Talk about a book or a film, and tasks with invented people in them: nobody is named there."""

from app.detect.builtin.patterns import compiled
from app.detect.builtin.view import View

_FICTION = compiled(
    r"\b(?:chapter|novels?|films?|movies?|protagonist|plot|sequel|fiction|fictional|storyline|"
    r"act [ivx1-5]{1,3}\b|season \d)\b|\bin (?:\w+ ){1,4}and (?:\w+ ){0,2}\w+, (?:why|how|what|"
    r"when|who|does|did|is)\b|\bhas \d+ [a-z]+s\b.{0,40}\b(?:gives?|buys?|eats?|sells?|loses?)\b"
)
_FIRST_PERSON = compiled(r"\b(?:i|i['’]\w{1,2}|my|me|mine|we|our|us)\b|[我咱]")


def is_invented(view: View) -> bool:
    """Say whether the people of a line are invented, or an artist's."""
    return bool(_FICTION.search(view.low)) and not _FIRST_PERSON.search(view.low)
