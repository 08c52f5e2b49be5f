"""Talk about a book or a film, and tasks with invented people in them: nobody is named there."""

from app.detect.builtin.patterns import compiled
from app.detect.builtin.view import View

_WORK = r"(?:novel|story|book|screenplay|script|game|film|comic)"
# "My book club" is no work of one's own.
_OF_A_WORK = rf" {_WORK}\b(?! (?:club|group|night|shop|store|circle|class))"
_FICTION = (
    r"\b(?:chapter|novels?|films?|movies?|protagonist|plot|sequel|fiction|fictional|storyline|"
    r"act [ivx1-5]{1,3}\b|season \d|episode)\b|\bin (?:\w+ "
    r"){1,4}and (?:\w+ ){0,2}\w+, (?:why|how|what|"
    r"when|who|does|did|is)\b|\bhas \d+ [a-z]+s\b.{0,40}\b(?:gives?|buys?|eats?|sells?|loses?)\b"
)
# A story for somebody may be for a real child, so "for" must not follow.
_TASK = (
    r"\b(?:write|compose|create|continue|rewrite|invent|imagine)(?: me)? (?:an?|the|this) "
    r"(?:\w+ ){0,2}"
    r"(?:limerick|story|scene|dialogue|sketch|monologue|fable|tale|character|backstory|screenplay|"
    r"skit)\b(?! for\b)|\b(?:fairy tale|once upon|in the show|case study|word problem|"
    r"character (?:sheet|profile))\b|\b(?:twice|\w+ times) as old as\b|\bhow many are left\b"
)
_FICTION_ZH = (
    "小说|主角|主人公|女主|男主|男二号?|剧本|童话|故事梗概|写一?[个段篇](?:短|小|微|睡前)?(?:故事|对话)|"
    "年龄是[他她它]的|几年后|假设有?一个人"
)
# Who writes a story says "my novel" and "tell me", and still tells nothing of themselves.
_FIRST_PERSON = (
    rf"\b(?:i|i['’]\w{{1,2}}|(?:my|our)(?!{_OF_A_WORK})|(?<!write )(?<!give )(?<!tell )(?<!show )"
    r"(?<!help )(?<!make )me|mine|we|us)\b|(?<![帮给替为教])(?:我(?!的(?:小说|故事|剧本))|[咱俺])"
)
# What the people of a line are invented in, for the rules; in lower case.
INVENTED = compiled(
    rf"^(?=[^\n]*(?:{_FICTION}|{_TASK}|{_FICTION_ZH}|\bin (?:my|our){_OF_A_WORK}))"
    rf"(?![^\n]*(?:{_FIRST_PERSON}))"
)


def is_invented(view: View) -> bool:
    """Say whether the people of a line are invented, or an artist's."""
    return INVENTED.search(view.low) is not None
