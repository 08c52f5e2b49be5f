"""What opens doors, safes, networks and accounts, in the words people use for it at home."""

import re

from app.detect.builtin.passwords import looks_chosen
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Rule, RuleRecogniser

_IS = r"\s{0,2}(?:is|was|are|:|=|to|reads)\s{0,2}"
_IS_ZH = r"(?:还?是|为|:|：|设成|改成了?|\s){0,2}"
_SAID = r"[\"'“‘]?"
RULES = (
    Rule(
        "password-context",
        "Password",
        compiled(
            rf"(?i:\bwi-?fi (?:here|at home|at work|in the (?:flat|office|house)){_IS}{_SAID})"
            r"(?P<v>[!-~]{6,63})"
        ),
        0.8,
        ("wifi", "wi-fi"),
        cased=True,
        accept=looks_chosen,
    ),
    Rule(
        "password-context",
        "Password",
        compiled(
            r"\b(?:safe|locker|padlock|lock(?:box)?|vault|briefcase)(?:['’]s)? "
            r"(?:combination|combo)"
            rf"{_IS}(?P<v>\d{{1,4}}(?:[- ]\d{{1,4}}){{0,4}})(?!\w)"
        ),
        0.85,
        ("combination", "combo"),
    ),
    Rule(
        "password-context",
        "Password",
        compiled(
            rf"\bcombination (?:to|for|of|on) (?:my|our|the) [a-z ]{{3,24}}?{_IS}"
            r"(?P<v>\d{1,4}(?:[- ]\d{1,4}){1,4})(?!\w)"
        ),
        0.85,
        ("combination",),
    ),
    Rule(
        "pin",
        "PIN",
        compiled(
            rf"(?:保险箱|保险柜|密码锁|密码箱|行李箱|储物柜|柜子|大门|单元门|门锁|门禁)的?(?:密码|开锁码|号码|"
            rf"组合){_IS_ZH}(?P<v>[*#]?\d{{1,8}}(?:[- ]\d{{1,4}}){{0,4}}[*#]?)(?![\w])"
        ),
        0.88,
        ("密码", "开锁码", "号码", "组合"),
    ),
    Rule(
        "one-time-code",
        "Verification Code",
        compiled(
            r"\b(?:alarm|door|gate|garage|entry|building|lockbox|keypad|security system)"
            rf" (?:key)?(?:code|pin){_IS}{_SAID}(?P<v>[*#]?\d{{3,8}}[*#]?)(?!\w)"
        ),
        0.86,
        ("code", "pin"),
    ),
    Rule(
        "one-time-code",
        "Verification Code",
        compiled(
            rf"\b(?:verification |confirmation |security |login )?(?:code|otp){_IS}"
            r"(?P<v>\d(?: \d){3,7})(?![\w]| \d)"
        ),
        0.85,
        ("code", "otp"),
    ),
    Rule(
        "one-time-code",
        "Verification Code",
        compiled(
            rf"(?:验证码|动态码|动态口令|校验码|取件码|口令){_IS_ZH}(?P<v>\d(?: \d){{3,7}}|"
            rf"\d-\d-\d{{2,6}}|"
            r"[零〇一二三四五六七八九幺]{4,8})(?![\d零〇一二三四五六七八九幺])"
        ),
        0.88,
        ("码", "口令"),
    ),
    Rule(
        "password-context",
        "Password",
        compiled(
            r"\b(?i:login|mysql\w*|docker|podman|sshpass|smbclient|rsync|psql|curl|"
            r"sudo)\b[^\n]{0,80}? "
            r"(?:-p ?|--password[= ])['\"]?(?P<v>[^\s'\"]{5,64})"
        ),
        0.85,
        ("-p",),
        cased=True,
        accept=lambda value: any(char.isalpha() for char in value) and not value.startswith("-"),
    ),
    Rule(
        "security-answer",
        "Security Question Answer",
        compiled(
            r"\b(?:security|secret|recovery) question\b[^.\n]{0,50}?\b(?:answer|reply)"
            rf"{_IS}{_SAID}(?P<v>[A-Za-z0-9][\w'’-]{{1,24}}(?: [A-Z0-9][\w'’-]{{0,24}}){{0,2}})",
        ),
        0.85,
        ("question",),
        cased=True,
    ),
    Rule(
        "security-answer",
        "Security Question Answer",
        compiled(
            r"(?:安全问题|密保问题?|找回问题)[^。\n]{0,30}?答案(?:是|为|填的?|设的是|:|：|\s){0,3}[“\"「]?"
            r"(?P<v>[\u4e00-\u9fffA-Za-z0-9]{2,16})"
        ),
        0.85,
        ("答案",),
    ),
    Rule(
        "security-answer",
        "Security Question Answer",
        compiled(
            r"(?:母亲|妈妈|我妈)(?:的)?(?:婚前姓|娘家姓|本姓|旧姓)(?:是|为|:|：|\s){0,2}"
            r"(?P<v>[\u4e00-\u9fff]{1,2}(?=[，,。；;\s]|$))"
        ),
        0.85,
        ("婚前姓", "娘家姓", "本姓", "旧姓"),
    ),
    Rule(
        "seed-phrase",
        "Private Key",
        compiled(
            r"(?:助记词|恢复短语|种子词|助记码)(?:是|为|:|：|\s){0,3}"
            r"(?P<v>[\u4e00-\u9fff]{1,4}(?:[ 、,，][\u4e00-\u9fff]{1,4}){11,23})"
        ),
        0.9,
        ("助记", "恢复短语", "种子词"),
    ),
    Rule(
        "backup-code",
        "Backup Code",
        re.compile(
            r"(?i:\b(?:backup|recovery|rescue|emergency) (?:code|key)s?\b[^:\n]{0,30}: ?)"
            r"(?P<v>[a-z0-9]{3,8}(?:-[a-z0-9]{3,8}){1,5}"
            r"(?:[,;] ?[a-z0-9]{3,8}(?:-[a-z0-9]{3,8}){1,5}){0,15})",
            re.ASCII,
        ),
        0.85,
        ("code", "key"),
        accept=lambda value: any(char.isdigit() for char in value),
    ),
    Rule(
        "pin",
        "PIN",
        compiled(
            r"\b(?:door|lobby|safe|room|code|locker|gate|alarm|entry|keypad|lock|barrier|pin)\b"
            r"[^.?!\n\d]{0,30}?(?P<v>\d(?:[- ]\d){3,7}|\d{4}#)(?![\d-])"
        ),
        0.7,
        ("door", "lobby", "safe", "room", "code", "lock", "gate", "alarm", "entry", "pad", "pin"),
        unless=compiled(r"\bin (?:the|a|my) (?:film|movie|novel|game|story|show|series)\b"),
    ),
    Rule(
        "pin",
        "PIN",
        compiled(
            r"(?:门|锁|柜|保险箱|闸|单元|机房|密码)[^。？！\n\d]{0,10}?"
            r"(?P<v>\d(?:[- ]\d){3,7}|\d{4}#)(?![\d-])"
        ),
        0.7,
        ("门", "锁", "柜", "保险箱", "闸", "单元", "机房", "密码"),
    ),
)


def access() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
