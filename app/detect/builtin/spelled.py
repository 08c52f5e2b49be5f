"""Numbers said digit by digit, "four eight two one" or 四八二一, after a word that names them."""

from collections.abc import Iterator

from app.detect.builtin.gate import Gate
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Hit, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile

_DIGIT = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|\d)"
_ENGLISH = compiled(
    rf"(?<![\w-])(?:(?:double|triple) )?{_DIGIT}"
    rf"(?:[ ,.-]{{1,2}}(?:(?:double|triple) )?{_DIGIT}){{3,19}}(?![\w-])"
)
_SAID = frozenset(("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"))
_CHINESE = compiled(
    r"[零〇一二两三四五六七八九幺](?:[ ，、-]?[零〇一二两三四五六七八九幺]){3,19}"
    r"(?:[ ，、-]?x(?![a-z]))?"
)
_CONTEXTS = (
    (compiled(r"\bpin\b|password|passcode|密码|口令"), "PIN"),
    (compiled(r"verification|one-time|\botp\b|\bcode\b|验证码|动态码|校验码"), "Verification Code"),
    (compiled(r"\bcard\b|account|iban|卡号|账号|银行卡|账户"), "Financial Account"),
    (compiled(r"\bssn\b|social security|passport|\bid\b|licen[cs]e|身份证|护照|证件"), "ID Number"),
    (compiled(r"phone|mobile|\bcell\b|\bcall\b|number|电话|手机|号码|联系"), "Phone Number"),
)
_WORD = compiled(r"[a-z]+")
_REACH = 40


class SpelledNumbers:
    """Digits in words, four or more in a row, named by the nearest kind of context before them."""

    gate = Gate((_CHINESE,), words=_SAID)

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield spelled numbers that a word before them announces."""
        matches = list(_CHINESE.finditer(view.low)) if view.has_cjk else []
        if not _SAID.isdisjoint(view.words):
            matches += [
                m for m in _ENGLISH.finditer(view.low) if not _SAID.isdisjoint(_WORD.findall(m[0]))
            ]
        for match in matches:
            before = view.low[max(0, match.start() - _REACH) : match.start()]
            for context, kind in _CONTEXTS:
                if context.search(before):
                    yield Hit(*match.span(), kind, level_of(kind), "spelled-number", 0.7)
                    break
