"""Passwords, PINs, one-time codes and security answers, found by the words before them."""

import re
from collections.abc import Iterator

from app.detect.builtin.gate import Gate
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Hit, Rule, RuleRecogniser, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile

_WORDS = (
    r"(?:p ?a ?s ?s ?w ?o ?r ?d ?s?|pass ?words?|pass(?=\s?[:=])|pass ?phrase|pass ?code|passwd|"
    r"pwd|pw|psw|(?:login|log-in|root|"
    r"admin|wi-?fi|master|account|vault|db|database|sudo|user|email|bank(?:ing)?|"
    r"temporary|temp|default|new|old|current) (?:password|pass|pwd|credentials?))"
)
_WORDS_ZH = (
    r"(?:登录密码|支付密码|取款密码|交易密码|查询密码|解锁密码|开机密码|主密码|"
    r"初始密码|临时密码|新密码|旧密码|wifi密码|密码|口令|暗号|密钥口令)"
)
# Not a value: the next word of an ordinary sentence about passwords.
_VALUE = r"[\"'“‘`「『(]?(?P<v>[^\s\"'“”‘’`，。；！？、「」『』()（）<>]{4,64})"
_ORDINARY = compiled(
    r"(?:"
    r"manager|managers|protected|reset|resets|policy|policies|strength|generator|field|"
    r"fields|change|changed|changes|recovery|hygiene|authentication|that|this|which|with|"
    r"would|should|could|must|cannot|hash|hashes|hashing|file|files|less|again|because|"
    r"does|reuse|protection|based|wrong|incorrect|correct|expired|secure|safe|strong|weak|"
    r"long|short|unique|encrypted|stored|saved|shared|leaked|compromised|forgotten|updated|"
    r"required|needed|attempt|attempts|prompt|login|security|before|after|every|never|"
    r"always|between|about|from|into|have|been|being|using|here|there|then|when|what|where|"
    r"your|yours|mine|also|just|like|only|really|very|same|different|invalid|empty|null|"
    r"none|true|false|string|input|value|variable|parameter|hint|hints|stuff|thing|things|"
    r"please)"
)


def looks_chosen(value: str) -> bool:
    """Say whether a word right after "password" can be one: it has digits or signs."""
    plain = value.rstrip(".,;:!?")
    if (
        len(plain) < 4
        or _ORDINARY.fullmatch(plain.lower())
        or plain.startswith(("http://", "https://", "<"))
    ):
        return False
    return any(not char.isalpha() for char in plain) and any(char.isalnum() for char in plain)


_CALL = compiled(r"(?:get|fetch|read|load|input|prompt|make|create|hash|generate)[A-Z_]")


def _said_to_be(value: str) -> bool:
    """A word after "password is" or "password:" counts unless it describes the password."""
    plain = value.rstrip(".,;:!?").lower()
    if _CALL.match(value) or plain.startswith(
        ("os.", "process.", "env.", "config.", "settings.", "self.", "getenv(")
    ):
        return False
    return len(plain) >= 4 and not _ORDINARY.fullmatch(plain) and not plain.endswith(("ing", "ly"))


_IS = (
    r"(?: (?:for|to|of|on|at|in|from) (?:[\w@.'’-]{1,24} "
    r"){0,4}?[\w@.'’-]{1,24})?(?:\s?\([^()\n]{1,30}\))"
    r"?\s{0,2}(?:(?:is|was|are|as|to|:|=|->|=>|is now|is currently|will be|reads|set "
    r"to|changed to)\s{0,2}){1,2}(?:still |now |currently |just |simply )?(?:: )?"
)
_CODE_WORDS = (
    r"(?:verification|confirmation|security|one[- ]time|two[- ]factor|authentication|"
    r"authenticator|auth|login|log-in|sign-in|access|activation|2fa|mfa|otp|sms|"
    r"unlock|entry|door|gate|alarm|pickup|pick-up|dynamic|temporary|release|approval|"
    r"authorization|redemption|invite|invitation|check-in|reset|email|text|bank|"
    r"banking)"
)
# "code" alone, unless the word before it says that it opens nothing.
BARE_CODE = (
    r"(?<!zip )(?<!postal )(?<!post )(?<!area )(?<!country )(?<!promo )(?<!discount )(?<!coupon )"
    r"(?<!source )(?<!error )(?<!status )(?<!exit )(?<!qr )(?<!dress )(?<!project )(?<!booking )"
    r"(?<!reservation )(?<!sort )(?<!swift )(?<!routing )(?<!color )(?<!colour )(?<!billing )"
    r"(?<!product )(?<!course )(?<!tax )(?<!diagnosis )(?<!icd )(?<!pin )code"
)
_DIGITS = (
    r"(?P<v>(?=[a-z0-9-]*\d)(?:\d[ -]?){3,9}\d|(?=[a-z0-9-]{0,9}\d)"
    r"[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,4})(?![\w-]|[.,]\d)"
)
_GAP = (
    r"(?: (?:number|code|codes))?(?: (?:i (?:just )?(?:received|got)|for [\w ]{1,30}?|"
    r"from [\w ]{1,24}?|sent (?:to|by) [\w ]{1,24}?))?\s{0,2}(?:(?:is|was|are|:|=|as|"
    r"of|\(|reads|says|showing|number)\s{0,2}){0,3}[\"“'‘#]?"
)
RULES = (
    Rule(
        "password-context",
        "Password",
        compiled(rf"(?i:\b{_WORDS}){_IS}{_VALUE}"),
        0.85,
        ("pass", "p a s s", "pwd", "pw", "psw", "credential"),
        cased=True,
        accept=_said_to_be,
    ),
    Rule(
        "password-context",
        "Password",
        compiled(rf"(?i:\b{_WORDS})\s{{1,2}}{_VALUE}"),
        0.75,
        ("pass", "pwd", "pw", "psw", "credential"),
        cased=True,
        accept=looks_chosen,
    ),
    Rule(
        "password-context",
        "Password",
        compiled(
            rf"(?i:{_WORDS_ZH})[^\n。，；：:是为=]{{0,10}}?(?:还?是|为|设(?:置)?(?:为|成)|"
            rf"改(?:为|成)(?:了)?|换成(?:了)?|:|：|=|叫|用的是|用)\s?(?:了)?\s?"
            r"[\"'“‘`「『(（]?(?P<v>(?:[\u4e00-\u9fff]{1,4}(?=[!-~]{2}))?[!-~]{2,64})(?![!-~]|"
            r"[位个多])"
        ),
        0.85,
        ("密码", "口令", "暗号"),
        cased=True,
        accept=lambda v: (
            bool(re.search(r"[A-Za-z0-9]", v)) and not re.search(r"[\u4e00-\u9fff]{4}|\d[位个]", v)
        ),
    ),
    Rule(
        "password-context",
        "Password",
        compiled(
            rf"(?i:{_WORDS_ZH})\s?[\"'“‘`「『(（]?(?![:=])(?P<v>(?=[!-~]{{0,40}}[0-9!@#$%^&*])"
            r"[!-~]{4,40})"
        ),
        0.8,
        ("密码", "口令"),
        cased=True,
    ),
    Rule(
        "password-context",
        "Password",
        compiled(
            rf"(?i:(?:\b{_WORDS}){_IS}|{_WORDS_ZH}\s?[是为:=]{{1,2}}\s?)"
            r"(?P<v>[!-~](?: [!-~]){3,30})(?![!-~]| [!-~])"
        ),
        0.8,
        ("pass", "p a s s", "pwd", "pw", "密码", "口令"),
        cased=True,
    ),
    Rule(
        "pin",
        "PIN",
        compiled(
            r"\bpin(?: code| number| no\.?)?"
            r"(?: (?:for|to|of|on|at|in|from) (?:[\wÀ-ž'’-]{1,20} ){0,4}?[\wÀ-ž'’-]{1,20})"
            r"?\s{0,2}(?:(?:is|was|:|=|as|to|code|number|\(|is now|changed to|set to)\s{0,2})"
            r"{0,3}[\"“']?(?P<v>\d{4,8})(?![\w]|[.,]\d)"
        ),
        0.85,
        ("pin",),
    ),
    Rule(
        "pin",
        "PIN",
        compiled(
            r"(?:pin码?|门禁密码|门锁密码|保险箱密码|保险柜密码|锁屏密码|手机密码|开门密码|"
            r"取款密码|支付密码|交易密码|密码锁|解锁码|锁屏码|密码)(?:是|为|:|：|改成|设成|"
            r"设置为|改为|\s|（|\(){0,3}(?P<v>\d{4,8})(?!\d)"
        ),
        0.88,
        ("pin", "密码", "解锁码", "锁屏码"),
    ),
    Rule(
        "one-time-code",
        "Verification Code",
        compiled(
            rf"\b(?:{_CODE_WORDS} (?:code|pin|number|token|password|passcode)|otp|passcode|"
            rf"one-time password|2fa|mfa code|{BARE_CODE}){_GAP}{_DIGITS}"
        ),
        0.85,
        ("code", "otp", "2fa", "mfa", "password", "pin"),
        accept=lambda v: sum(c.isdigit() for c in v) >= 2 and len(v) >= 4,
    ),
    Rule(
        "one-time-code",
        "Verification Code",
        compiled(
            r"(?:验证码|校验码|动态码|动态口令|动态密码|短信码|确认码|激活码|安全验证码|"
            r"一次性密码|一次性口令|取件码|提货码|核销码|兑换码|邀请码|授权码|认证码|登录码|"
            r"门禁码|通行码|otp)[^\n。，；0-9A-Za-z]{0,10}?(?P<v>(?=[a-z0-9-]{0,9}\d)"
            r"[a-z0-9]{1,10}(?:[- ](?=[a-z0-9]{0,5}\d)[a-z0-9]{1,8}){0,4})(?![a-z0-9])"
        ),
        0.88,
        ("码", "口令", "密码", "otp"),
        accept=lambda v: len(v) >= 4,
    ),
    Rule(
        "one-time-code",
        "Verification Code",
        compiled(
            r"(?<![\w.$-])(?P<v>\d{6}|\d{3}[- ]\d{3})(?= (?:is your|as (?:my|the|your)) [\w "
            r"-]{0,30}?(?:code|otp|passcode))"
        ),
        0.9,
        ("code", "otp"),
    ),
    Rule(
        "backup-code",
        "Backup Code",
        compiled(
            r"\b(?:backup|recovery|rescue|emergency|scratch) (?:codes?|keys?)(?: (?:is|are|"
            r"for [\w ]{1,24}?))?\s{0,2}(?:(?:is|are|:|=|was|\()\s{0,2})"
            r"{0,2}[\"“']?(?P<v>(?=[a-z0-9-]{0,10}\d)[a-z0-9]{3,12}(?:[- ](?=[a-z0-9]{0,6}\d)"
            r"[a-z0-9]{2,12}){0,8})(?![\w-])"
        ),
        0.88,
        ("code", "key"),
    ),
    Rule(
        "backup-code",
        "Backup Code",
        compiled(
            r"(?:备用码|备份码|恢复码|救援码|恢复密钥|应急码|备用验证码)(?:是|为|:|：|\s|（|"
            r"\(){0,3}(?P<v>(?=[a-z0-9-]{0,10}\d)[a-z0-9]{3,12}(?:-[a-z0-9]{2,12}){0,8})"
            r"(?![\w-])"
        ),
        0.88,
        ("码", "恢复密钥"),
    ),
    Rule(
        "security-answer",
        "Security Question Answer",
        compiled(
            r"\b(?:mother['’]?s maiden name|maiden name|(?:first|childhood) pet(?:['’]s)? "
            r"name|(?:security|secret) (?:question )?answer|answer to (?:my|the) (?:security|"
            r"secret) question|name of my (?:first|childhood) (?:pet|school|teacher|street)|"
            r"first car)\s{0,2}(?:(?:is|was|:|=)\s{0,2}){1,2}(?:an? |the )"
            r"?[\"“'‘]?(?P<v>[a-z0-9][\wÀ-ž'’-]{1,24}(?: [A-Z0-9][\wÀ-ž'’-]{0,24}){0,2})",
            re.IGNORECASE,
        ),
        0.8,
        ("maiden", "pet", "answer", "name of my", "first car"),
        cased=True,
    ),
    Rule(
        "security-answer",
        "Security Question Answer",
        compiled(
            r"(?:安全问题|密保问题|密保|安全提示问题)[^。\n]{0,30}?(?:答案)(?:是|为|:|：|"
            r"填的是|设的是|\s){1,3}[“\"「]?(?P<v>[^\s，。；！？“”\"「」]{1,20})"
        ),
        0.85,
        ("安全问题", "密保", "安全提示"),
    ),
    Rule(
        "security-answer",
        "Security Question Answer",
        compiled(
            r"(?:密保答案|安全答案|安全问题答案|密保问题答案)(?:是|为|:|：|\s)"
            r"{1,3}[“\"「]?(?P<v>[^\s，。；！？“”\"「」]{1,20})"
        ),
        0.85,
        ("答案",),
    ),
    Rule(
        "assigned-secret",
        "Key",
        compiled(
            r"(?i:\b[\w.-]{0,30}(?:api[_-]?key|secret(?:[_-]?(?:key|access[_-]?key))?|"
            r"access[_-]?key(?:[_-]?id)?|auth[_-]?token|client[_-]?secret|private[_-]?key|"
            r"signing[_-]?key|encryption[_-]?key|license[_-]?key|product[_-]?key|"
            r"webhook[_-]?secret|app[_-]?secret)[\"']?)\s{0,2}(?::|=|=>|is|:=|was|\()"
            r"\s{0,2}[\"'“`]?(?P<v>[A-Za-z0-9_+/.=~-]{6,300})"
        ),
        0.85,
        ("key", "secret", "token"),
        cased=True,
        accept=lambda v: (
            any(c.isdigit() for c in v)
            and not v.startswith(("os.", "process.", "env.", "config.", "settings."))
        ),
    ),
    Rule(
        "assigned-secret",
        "Key",
        compiled(
            r"(?:api ?(?:key|密钥|秘钥)|密钥|秘钥|私钥|访问密钥|接口密钥|激活密钥|许可证?密钥|"
            r"access ?key|secret ?key)(?:是|为|:|：|=|\s|（|\()"
            r"{1,3}[\"'“`]?(?P<v>(?=[!-~]{0,30}\d)[A-Za-z0-9_+/.=~-]{6,300})",
            re.IGNORECASE,
        ),
        0.85,
        ("key", "密钥", "秘钥", "私钥"),
        cased=True,
    ),
    Rule(
        "assigned-token",
        "Token",
        compiled(
            r"(?i:\b(?:session|access|refresh|auth|api|bearer|security|user|id|oauth|login|"
            r"csrf|personal access|device|reset|push)?[ _-]?(?:tokens?|cookies?)(?: id)?)"
            r"[\"']?\s{0,2}(?:(?:is|was|:|=|\(|as)\s{0,2})"
            r"{1,2}[\"'“`]?(?P<v>(?=[A-Za-z._~+/=-]{0,60}\d)[A-Za-z0-9_.~+/=-]{4,500})"
        ),
        0.8,
        ("token", "cookie"),
        cased=True,
    ),
    Rule(
        "assigned-token",
        "Token",
        compiled(
            r"(?:令牌|token|会话id|会话标识|session ?id|sessionid|凭证|通行证码|授权令牌|"
            r"cookie)(?:号|码)?(?:是|为|:|：|=|\s|（|\()"
            r"{0,3}[\"'“`]?(?P<v>(?=[A-Za-z._-]{0,30}\d)[A-Za-z0-9_.-]{4,300})(?![A-Za-z0-9])",
            re.IGNORECASE,
        ),
        0.8,
        ("令牌", "token", "会话", "session", "凭证", "cookie"),
        cased=True,
    ),
)
_SHAPED = compiled(
    r"(?<![\w@#/.:=&?$-])(?P<v>(?=[!-~]{0,40}[0-9])(?=[!-~]{0,40}[A-Za-z])"
    r"(?=[!-~]{0,40}[!@#$%^&*])[A-Za-z0-9][A-Za-z0-9!@#$%^&*_+-]{7,31})"
    r"(?![\w@#/.:=&$%]\w|\w)"
)
_SHAPED_LETTERS = compiled(
    r"(?<![\w@#/.:=&?$-])(?P<v>(?=[!-~]{0,40}[!@#$%^&*])"
    r"[A-Za-z]+[A-Za-z!@#$%^&*_]{6,31}[A-Za-z!@#$%^*])(?![\w@#/.:=&$%]\w|\w)"
)
_SIGNS = frozenset("!@#$%^&*")
_ADDRESS = compiled(r"[A-Za-z0-9!#$%&*_+-]{1,64}@[A-Za-z0-9-]{1,63}\.[A-Za-z]{2}")
_ACCESS = compiled(
    r"password|passcode|passphrase|\bpass\b|pwd|login|log in|credential|sign in|"
    r"wi-?fi|密码|口令|登录|登陆|凭据|解锁"
)


# What stands before a password that is nobody's.
_EXAMPLE = compiled(
    r"(?:something like|things like|such as|e\.g\.|for example,?|(?:比如|例如)) ?[\"“'(]?$"
)


def _is_mixed(word: str) -> bool:
    """Say whether a word may be such a token: a sign after letters alone ends a sentence."""
    if len(word) < 8 or _SIGNS.isdisjoint(word):
        return False
    return not _SIGNS.isdisjoint(word[:-1]) or not word[:-1].isalpha()


class ShapedPasswords:
    """Tokens that mix letters, digits and signs as only passwords do."""

    gate = Gate(shape=_is_mixed)

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield such tokens where the line speaks of access, or where the mix is unmistakable."""
        level = level_of("Password")
        access = bool(_ACCESS.search(view.low))
        for match in _SHAPED.finditer(view.text):
            value = match["v"]
            inside = sum(char in "!@#$%^&*" for char in value[:-1])
            cases = any(c.islower() for c in value) and any(c.isupper() for c in value)
            if "@" in value and _ADDRESS.match(view.text, match.start("v")):
                continue
            if _EXAMPLE.search(view.low, max(0, match.start("v") - 20), match.start("v")):
                continue
            if access or (inside and cases):
                yield Hit(
                    *match.span("v"), "Password", level, "password-shape", 0.85 if access else 0.65
                )
        if access:
            for match in _SHAPED_LETTERS.finditer(view.text):
                value = match["v"]
                if sum(char in "!@#$%^&*" for char in value[:-1]) and any(
                    c.isupper() for c in value[1:]
                ):
                    yield Hit(*match.span("v"), "Password", level, "password-shape", 0.7)


def passwords() -> tuple[RuleRecogniser, ShapedPasswords]:
    """Return the recognisers of this family."""
    return RuleRecogniser(RULES), ShapedPasswords()
