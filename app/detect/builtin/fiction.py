"""Talk about a book or a film, and tasks with invented people in them: nobody is named there."""

from app.detect.builtin.patterns import compiled
from app.detect.builtin.view import View

_FICTION = compiled(
    r"\b(?:chapter|novels?|films?|movies?|protagonist|plot|sequel|fiction|fictional|storyline|"
    r"act [ivx1-5]{1,3}\b|season \d|episode)\b|小说|主角|女主|男主|男二号?|剧本|童话|"
    r"\b(?:write|continue|rewrite) (?:me )?(?:the|an?|this) (?:scene|story|tale|dialogue)\b|"
    r"\b(?:fairy tale|bedtime story|once upon)\b|\bin the show\b|\bin (?:\w+ "
    r"){1,4}and (?:\w+ ){0,2}\w+, (?:why|how|what|"
    r"when|who|does|did|is)\b|\bhas \d+ [a-z]+s\b.{0,40}\b(?:gives?|buys?|eats?|sells?|loses?)\b"
)
_FIRST_PERSON = compiled(r"\b(?:i|i['’]\w{1,2}|my|me|mine|we|our|us)\b|(?<![帮给替为教])[我咱]")
# Who writes one says "my novel", and still tells nothing of themselves.
_OWN_WORK = compiled(
    r"\b(?:write|give|tell|show|help|make) me\b|"
    r"\bin (?:my|our) (?:novel|story|book|screenplay|script|game|film|comic)\b"
    r"(?! (?:club|group|night|shop|store|circle|class))"
)
# The same for the rules: words of fiction, and nobody who says "I".
FICTION_ZH = compiled(
    r"^(?=[^\n]*(?:小说|主角|女主|男主|男二号?|剧本|童话|故事梗概))(?![^\n]*(?<![帮给替为教])"
    r"(?:我(?!的(?:小说|故事|剧本))|[咱俺]))"
)


def is_invented(view: View) -> bool:
    """Say whether the people of a line are invented, or an artist's."""
    low = _OWN_WORK.sub(" novel ", view.low)
    return bool(_FICTION.search(low)) and not _FIRST_PERSON.search(low)
