"""Talk about a book or a film, parts to play and tasks with invented people: nobody is meant."""

from collections.abc import Iterable, Iterator

from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Hit
from app.detect.builtin.view import View

# As what somebody speaks, and not as what the assistant is asked to.
AS = r"(?<!act )(?<!acting )(?<!answer )as"
_WORK = r"(?:novel|story|book|screenplay|script|game|film|comic)"
# A book club is no book: its people are real.
_NO_WORK = r"(?! (?:clubs?|groups?|nights?|shops?|stores?|circles?|class|fairs?|festivals?))"
_OF_A_WORK = rf" {_WORK}\b{_NO_WORK}"
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
# A sentence that makes somebody up, or asks the assistant to.
_MADE_UP = compiled(
    r"\b(?:in (?:the|this|that|a|my|our) (?:\w+ )?(?:novel|story|film|movie|show|series|book|"
    rf"script|game|exercise|exercise book|play|sitcom|comic)\b{_NO_WORK}|"
    r"(?:novel|story|script|screenplay|"
    r"sketch|scene|fairy tale|fable|limerick|dialogue) (?:about|in which|where|with)|"
    r"a character of mine|"
    r"(?:the|my) (?:main )?(?:character|protagonist|hero|heroine|villain|detective)s?\b|"
    r"imagine (?:an?|two|three|somebody|someone)|suppose (?:an?|somebody|someone)|"
    r"if (?:a person|somebody|someone)|hypothetical(?:ly)?|role-?play|word problem|"
    r"episode (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)|"
    r"explain [^.?!\n]{0,60}(?:like i['’]?m|to an? ))\b"
    r"|小说|剧本|主角|男主|女主|男二|女二|男配|女配|(?:电影|剧|故事)里|一部剧|角色|假设|假如有|"
    r"如果有?一个人|扮演|模拟一|设定[:：]|故事梗概|故事大纲|虚构|应用题"
)
# What somebody says of themselves beside it.
_TRUE = compiled(
    r"\b(?:i['’]m|i am|i have|i['’]ve|i was|i had|i take|i got|i earn|i make|i work|i live|"
    r"(?:my|our) (?!(?:\w+ )?(?:novel|story|book|script|character|hero|heroine|villain|protagonist|"
    r"detective|game|draft|plot|play|sitcom|comic)))\b(?! (?:writing|reading|watching))"
    r"|我(?:是(?!应聘|面试|采购|供应|顾客)|有|得了|患|今年|在(?!写|看|追|读)|的(?!小说|故事|角色|剧本|梗概))"
)
_ENDS = compiled(r"[.!?。！？；;]+(?=\s|$|[\u4e00-\u9fff”\"])")
# Facts of people that a story has as well. A secret or a number stays one, whoever is said to
# have it.
_OF_PEOPLE = frozenset(
    ("ache", "age", "amount", "asset-kind", "called-name", "condition", "court", "debt-kind",
     "diagnosis", "dose", "family-role", "gender", "injury", "job-title", "known-given-name",
     "loss", "marital", "medicine", "origin", "related-name", "related-person",
     "residence", "studies", "symptom",
     "titled-name", "treatment")
)  # fmt: skip


def is_invented(view: View) -> bool:
    """Say whether the people of a line are invented, or an artist's."""
    return INVENTED.search(view.low) is not None


def without_invented(view: View, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield `hits` without the facts of people who are made up in the same sentence."""
    made_up: list[tuple[int, int]] | None = None
    for hit in hits:
        if hit.recogniser in _OF_PEOPLE:
            if made_up is None:
                made_up = _made_up(view.low)
            if any(start <= hit.start < end for start, end in made_up):
                continue
        yield hit


def _made_up(low: str) -> list[tuple[int, int]]:
    if not _MADE_UP.search(low):
        return []
    found, start = [], 0
    for end in [*(match.end() for match in _ENDS.finditer(low)), len(low)]:
        if _MADE_UP.search(low, start, end) and not _TRUE.search(low, start, end):
            found.append((start, end))
        start = end
    return found
