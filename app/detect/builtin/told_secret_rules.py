"""Secrets told in passing that one pattern sees whole: logins, answers, phrases, licence keys."""

import re

from app.detect.builtin.passwords import looks_chosen
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Rule

YEAR = compiled(r"(?:19|20)\d\d")
_SIGNED = (
    r"(?=[!-~]{0,39}[a-z])(?=[!-~]{0,39}[0-9!#$%^&*_])[a-z0-9][a-z0-9!@#$%^&*+._?~-]{4,38}"
    r"[a-z0-9!#$%^&*+]"
)
_LOGIN_NAME = r"[a-z0-9][a-z0-9._+@-]{2,48}"
_WORD = r"[\"“'‘]?(?P<v>[A-Za-zÀ-ž][\wÀ-ž'’-]{2,24}(?: [A-Z][\wÀ-ž'’-]{1,20}){0,2})"
RULES = (
    Rule(
        "one-time-code",
        "Verification Code",
        compiled(
            r"\b(?:door|gate|safe|alarm|garage|locker|front|back|side|entrance|keypad|"
            r"lift)(?: code)?: ?"
            r"(?P<v>[*#]?\d{4,8}[*#]?)(?![\w-]|[.,:]\d)"
        ),
        0.75,
        (
            "door",
            "gate",
            "safe",
            "alarm",
            "garage",
            "locker",
            "front",
            "back",
            "side",
            "entrance",
            "keypad",
            "lift",
        ),
    ),
    Rule(
        "security-answer",
        "Security Question Answer",
        compiled(
            r"\b(?i:security|secret) (?i:question |answers? )[^:.\n]{0,40}: "
            r"[\"“'‘]?(?P<v>[A-Z][\w'’-]{1,24}(?: [A-Z][\w'’-]{1,20}){0,2})(?=[\"”'’.,;!?\n]|$)"
        ),
        0.75,
        ("answer", "question"),
        cased=True,
    ),
    Rule(
        "security-answer",
        "Security Question Answer",
        compiled(r"\b(?i:maiden name)(?:, |: ?|\s\()(?P<v>[A-Z][\w'’-]{1,24})"),
        0.8,
        ("maiden",),
        cased=True,
    ),
    Rule(
        "password-context",
        "Password",
        compiled(
            r"\b(?:log ?ins?|logon|mailbox|account|admin|credentials?|creds|sign[- ]in|access|"
            r"portal)\b"
            rf"[^\n]{{0,40}}?[ (:]{_LOGIN_NAME} ?/ ?(?P<v>{_SIGNED})(?![\w/])"
        ),
        0.75,
        ("/",),
        accept=looks_chosen,
    ),
    Rule(
        "password-context",
        "Password",
        compiled(
            rf"\b(?:user(?:name|id)?|login)(?: is|:|=)? {_LOGIN_NAME},? (?:and |with )?"
            rf"(?:(?:pw|pass)(?: is|:)? )?(?P<v>{_SIGNED})(?![\w/])"
        ),
        0.7,
        ("user", "login"),
        accept=looks_chosen,
    ),
    Rule(
        "one-time-code",
        "Verification Code",
        compiled(
            r"\b(?:code|pin|alarm|door|gate|keypad|cupboard|safe|locker|passcode)s?\b[^.\n]{0,60}?"
            r"\d{3,8}[*#]?,? (?:and|or|plus|then)(?: [a-z]{1,9}){0,6} (?P<v>[*#]?\d{4,8}[*#]?)"
            r"(?![\w-]|[.,:]\d| ?(?:[ap]m|people|dollars|euros|km|kg|minutes|years|days)\b)"
        ),
        0.6,
        ("code", "pin", "alarm", "door", "gate", "keypad", "cupboard", "safe", "locker"),
        accept=lambda value: not YEAR.fullmatch(value),
    ),
    Rule(
        "code-key",
        "Key",
        compiled(
            r"(?:licen[cs]e|serial|activation|activat\w+|product key|software|installer|\bkey\b|"
            r"序列号|激活|许可|"
            r"注册码)[^\n]{0,48}?(?<![\w-])(?P<v>(?=[a-z-]{0,24}\d)[a-z0-9]{4,6}(?:-[a-z0-9]{4,6}"
            r"){2"
            r",7})"
            r"(?![\w-])"
        ),
        0.85,
        (
            "licen",
            "serial",
            "activat",
            "product",
            "software",
            "installer",
            "key",
            "码",
            "激活",
            "号",
            "许可",
        ),
        accept=lambda value: any(char.isalpha() for char in value),
    ),
    Rule(
        "backup-code",
        "Backup Code",
        compiled(
            r"\b(?:key|codes?|bitlocker|disk|recovery|backup|factor)\b[^\n]{0,60}?"
            r"(?<![\w-])(?P<v>\d{6}(?:-\d{6}){3,7})(?![\w-])"
        ),
        0.85,
        ("key", "code", "bitlocker", "disk", "recovery", "backup", "factor"),
    ),
    Rule(
        "backup-code",
        "Backup Code",
        compiled(
            r"(?:\b(?:backup|recovery|rescue|two.?factor|2fa)\b[^\n]{0,60}?[ :]|(?<=[a-z\d][ ,;]))"
            r"(?P<v>(?=[a-z]{0,5}\d)[a-z0-9]{4,6}-(?=[a-z\d]{0,5}[a-z\d])[a-z0-9]{4,6})(?![\w-])"
        ),
        0.7,
        ("backup", "recovery", "rescue", "factor", "2fa"),
    ),
    Rule(
        "card-security-code",
        "Payment Security Code",
        compiled(
            r"\b(?:cvv2?|cvc2?|cvn|security code)\b(?: (?:on|of|for|at|"
            r"from) [a-z' ]{2,32}?)? (?:is|was|are|"
            r"says|reads) (?P<v>\d{3,4})(?![\w]|[.,]\d)"
        ),
        0.9,
        ("cvv", "cvc", "cvn", "security code"),
    ),
    Rule(
        "security-answer",
        "Security Question Answer",
        compiled(
            r"\b(?i:(?:memorable|secret|security) (?:word|answer|place|name))[\"”'’]?"
            rf"(?i:,? (?:which |that )?(?:is|was|i (?:set|chose|picked) (?:is|was)):?) {_WORD}"
        ),
        0.8,
        ("memorable", "secret", "security"),
        cased=True,
        accept=lambda value: value[0].isupper(),
    ),
    Rule(
        "password-context",
        "Password",
        compiled(
            r"\b(?:(?:secret|magic|safe|code) ?word|pass(?:word|phrase)?|pwd?)"
            r"(?: (?:on|for|of) [a-z' ]{2,24}?)?(?:[,:]? (?:was|is)(?: literally| just| still|"
            r" simply)?:?|:) "
            r"[\"“'‘](?P<v>[^\"”'’\n]{3,40})[\"”'’]"
        ),
        0.8,
        ("word", "pass", "pw"),
    ),
    Rule(
        "password-context",
        "Password",
        compiled(
            r"\b(?:secret|magic|safe|code) ?word(?: (?:is|was)|:)? (?P<v>(?!is|was|for|that|and|"
            r"to|of|"
            r"in|we|i\b|he|she|they|puzzle|search|game)[a-z0-9]{4,24})(?![\w])"
        ),
        0.7,
        ("secret word", "magic word", "safe word", "code word", "codeword"),
    ),
    Rule(
        "security-answer",
        "Security Question Answer",
        compiled(
            r"\b(?i:the answer to) [\"“](?:[^\"”\n]{4,80})[\"”] (?i:(?:that )?(?:i (?:set|gave|put|"
            rf"chose|used) )?(?:is|was)) {_WORD}"
        ),
        0.85,
        ("the answer to",),
        cased=True,
    ),
    Rule(
        "security-answer",
        "Security Question Answer",
        compiled(
            r"(?:密保|安全问题|找回问题)[^。！？\n]{0,24}?(?:填的?|设的?|写的?|"
            r"答案)[\u4e00-\u9fff]{0,8}?是"
            r"[“\"「]?(?P<v>[\u4e00-\u9fffa-z0-9]{2,12}?)(?=[，,。；;”\"」\s]|$)"
        ),
        0.8,
        ("密保", "安全问题", "找回问题"),
    ),
    Rule(
        "password-context",
        "Password",
        compiled(
            r"(?:暗号|口令)[^。！？\n]{0,14}?(?:约的|定的|设的|说的|就)?是[“\"「]?"
            r"(?P<v>[\u4e00-\u9fff]{3,12}?)(?=[，,。；;”\"」\s]|$)"
        ),
        0.65,
        ("暗号", "口令"),
        accept=lambda value: not re.search(r"什么|怎么|哪|谁|不|没|吗|来自|出自|一[种个句]", value),
    ),
    Rule(
        "seed-phrase",
        "Private Key",
        compiled(
            r"\b(?:seed|recovery|wallet|backup|secret|mnemonic|the)? ?(?:phrase|words)"
            r" (?:goes?|is|are|was|were|reads?):? (?P<v>[a-z]{3,8}(?: (?!and\b|"
            r"but\b)[a-z]{3,8}){11,23})"
        ),
        0.85,
        ("phrase", "words"),
        accept=lambda value: not re.search(r"\b(?:the|was|that|with|have|for|you|are)\b", value),
    ),
    Rule(
        "seed-phrase",
        "Private Key",
        compiled(
            r"(?:恢复词|助记词|助记|种子短语|恢复短语|备份词)[^。\n]{0,6}?"
            r"(?P<v>[\u4e00-\u9fff]{1,4}(?:[ 、][\u4e00-\u9fff]{1,4}){11,23})"
        ),
        0.85,
        ("恢复", "助记", "种子", "备份词"),
    ),
    Rule(
        "backup-code",
        "Backup Code",
        compiled(
            r"(?:(?:备用码|备份码|恢复码|救援码)[^。\n!-~]{0,8}?|(?<=\d[、和,，]))"
            r"(?P<v>\d{4} \d{4})(?!\d)"
        ),
        0.85,
        ("备用码", "备份码", "恢复码", "救援码"),
    ),
    Rule(
        "internal-host",
        "Intranet Entry Point",
        compiled(
            r"(?P<v>https?://[a-z0-9.-]{0,40}\.(?:int|intra|intranet|corp|internal|local|lan|"
            r"private|office|prod|stage|staging)\.[a-z0-9.-]{2,40}[^\s\"'<>，。）)]{0,120})"
        ),
        0.8,
        ("http",),
    ),
)
