"""Secrets told in passing: "the keypad wants 5519 now", 密码那串Cw2025q.

People seldom write "the password is": they say what opens (a door, an account), what one does to
open it (type, press, get in with) and the value, in any order and with much between. So a value
counts by its shape, by the word that hands it over, and by the nearest word for what it opens.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.detect.builtin.gate import Gate
from app.detect.builtin.passwords import BARE_CODE, looks_chosen
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Hit, RuleRecogniser, level_of
from app.detect.builtin.told_secret_rules import RULES, YEAR
from app.detect.builtin.view import View
from app.detect.detector import Profile

_RULES_OF = {"PIN": "pin", "Verification Code": "one-time-code", "Password": "password-context"}
# What is itself secret, by what it is called; the others are named for what they open.
_SECRET = compiled(
    rf"(?<![a-z])(?:(?P<pin>pins?|passcodes?|pass ?codes?|puk)|(?P<code>(?<!with ){BARE_CODE}s?|"
    rf"keypad|otp)"
    r"|(?P<word>combo|combination|passwords?|passphrase|pass ?words?|secret word|pwd?))\b"
    r"|(?P<pin_zh>pin码?|puk码?|锁屏|解锁|门禁|门锁|智能锁|密码锁|密码箱|保险[箱柜]|取款|"
    r"支付密码|钥匙盒|储物柜|柜子|开门)"
    r"|(?P<code_zh>验证码|动态码|口令码|短信|报警器|警报|撤防|门铃|取件|提货|核销)"
    r"|(?P<word_zh>密码|口令|暗号|解压码?|提取码|压缩包)|(?P<door_zh>登录|登陆|开机|无线网|热点)"
)
_OPENED = compiled(
    r"\b(?:(?P<pin>phone|tablet|ipad|voicemail|(?:bank|debit|credit) card|sim|safe|cupboard|"
    r"cabinet|locker|omnicell|cash machine|atm)"
    r"|(?P<code>doors?|gate|alarm|lock ?box|key ?box|key ?safe|garage|buzzer|intercom|entrance|"
    r"lift|elevator|parcel|opener|barrier|building)"
    r"|(?P<word>pad ?lock|suitcase|wi-?fi|network|hotspot|router|account|login|log-in|portal|vpn|"
    r"laptop|computer|netflix|desktop|printer|server|admin))\b"
)
_HANDED_OVER = (
    r"\b(?:punch(?:ed|ing|es)?(?: in)?|typ(?:e|es|ed|ing)(?: in)?|key(?:ed|ing)? in|"
    r"enter(?:s|ed|ing)?|dial(?:s|led|ling)?|press(?:es|ed|ing)?|wants|takes|"
    r"(?:open|unlock|arm|disarm)(?:s|ed|ing)? (?:it )?with|"
    r"(?:get|got|gets|getting|let yourself|lets? you|log(?:s|ged|ging)?|sign(?:s|ed|ing)?) in "
    r"(?:with|using|by)|(?:set|chang(?:e|ed|ing)|switch(?:ed)?|reset|updat(?:e|ed))"
    r"(?: (?:it|mine|that|them|this|hers|his|ours))?(?: all| back)? to|"
    r"programmed (?:with|to)|using)"
)
_SAID = (
    r"(?:\b(?:is|was|are|it['’]s|its|mine['’]?s|mine is|mine was|that['’]s|goes|reads?|"
    r"still|now|combo|combination|code|off|say(?:s|ing)?)|[:=])"
)
_QUALIFIED = (
    r"(?: (?:just|probably|maybe|definitely|literally|still|now|only|currently|simply|"
    r"the (?:numbers?|digits|code)|all|and))?"
    r",? ?[\"“'‘(]?"
)
_MIXED = (
    r"(?=[!-~]{0,39}\d)(?=[!-~]{0,39}[a-z])[a-z0-9][a-z0-9!@#$%^&*+._?~-]{3,38}[a-z0-9!@#$%^&*+~]"
)
_DIGITS = r"[*#]?\d{3,8}[*#]?|\d{1,4}(?:-\d{1,4}){2,5}"
_NO_MORE = (
    r"(?![\w@/-]|[.,:]\w)(?! ?(?:%|percent|[ap]m|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|"
    r"years?|times?|people|users?|dollars?|bucks|euros?|pounds?|quid|kg|km|miles?|metres?|meters?|"
    r"cm|characters?|chars|digits?|letters?|attempts?|tries|steps?|words?|percent|degrees|pages?|"
    r"of|calories|kcal|gb|mb|th|st|nd|rd)\b)"
)
_ENGLISH = compiled(
    rf"(?:(?P<strong>{_HANDED_OVER})|(?P<weak>{_SAID})){_QUALIFIED}"
    rf"(?P<v>{_DIGITS}|{_MIXED}){_NO_MORE}"
)
_TEXTED = compiled(
    r"\b(?:sent|texted|got|gave|received|messaged|emailed)(?: me| us| him| her)?"
    r"(?: a| the| this)?(?: code| number)?:? [\"“]?"
    r"(?P<v>\d{4,8}|\d{3}[ -]\d{3})(?= (?:by|in|via|over|as) (?:an? )?(?:text|sms|e-?mail|message|"
    r"code))"
    r"|\b(?:shows?|displays?|flashes) (?:me )?[\"“]?(?P<w>\d{4}[ -]?\d{4}|\d{6}|\d{3}[ -]\d{3})"
    r"(?= when i (?:press|push|tap|hit))"
)
# An example of a bad password, or what passwords are like at large.
_AT_LARGE = compiled(
    r"\b(?:people|everyone|users) (?:still |always |often )?(?:use|choose|pick)\b|"
    r"\bsomething like\b|"
    r"\b(?:for example|e\.g\.|such as)\b|一般|为什么(?:总是|都是)|多久能被|什么原理"
)
_FAR, _NEAR, _AFTER = 110, 44, 50
_CLAUSES_APART = compiled(r"\b(?:and|but|so|because|which|who|costs?|price|total|since)\b|[.!;] ")

_GAP_ZH = r"[\u4e00-\u9fff，,:：“”\"「」、（）() ]"
_TOLD_ZH = (
    r"(?:就?好像是|还是|就是|是|为|叫|设(?:成|为|的|置为|定为)?了?|改(?:成|为|的)?了?|换(?:成|"
    r"的)?了?|填的?|输入?|按|"
    r"念(?:给\S{1,2})?了?|报(?:给\S{1,2})?了?|新的|旧的|原来的|那串|默认|用的?|写的?|记成了?|"
    r"来了个?|发来|"
    r"纪念日|生日|密码|口令|码|[:：=])"
)
_UNIT_ZH = (
    r"(?!\s?(?:[位个多次年月日天分小秒岁块元万千百亿种级条人名%％度斤米号楼点层]|字符|毫|公))"
)
_CHINESE = compiled(
    rf"(?P<strong>{_TOLD_ZH})\s?[“\"「]?(?P<v>{_DIGITS}|{_MIXED})(?![\w@/-]|[.:]\w){_UNIT_ZH}"
    rf"|(?<=[\u4e00-\u9fff])(?P<w>{_MIXED})(?![\w@/]|[.:]\w){_UNIT_ZH}"
)
_NEAR_ZH = 26
_ASKED_ZH = compiled(r"怎么|如何|什么|吗|管理|科学|算法|学习|技术|加密")
_NAMED_OTHERWISE_ZH = compiled(
    r"订单|单号|编号|账号|帐号|账户|用户名?|邮箱|工号|病历|身份证|卡号|尾号|电话|手机号|型号|"
    r"版本|金额|转账|流水|交易|单据|凭证|票|网址|链接|地址|代码"
)
_OTHER = compiled(
    r"(?:1password|iphone|ipad|win(?:dows)?|android|ios|mac|md|sha|aes|rsa|wpa|mp|usb|web|gpt|"
    r"office|http|tls|ipv|oauth|h|ps|rtx|5g|4g|b|g|d|k|t|z)-?\d{1,5}[a-z]?|1password|\d+[a-z]{1,3}|"
    r"[a-z]{1,3}\d{1,2}|[^@]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}|[^@]+\.[a-z]{2,4}"
)


class _Kind(NamedTuple):
    """What a word says of the value near it.

    `secret` words are proof by themselves; a value that somebody has `chosen` has letters too.
    """

    type: str
    end: int
    secret: bool
    chosen: bool


class ToldSecrets:
    """Values that a sentence hands over as what opens something."""

    gate = Gate((_SECRET, _OPENED), digits=1)

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield each value that a word hands over near a word for what it opens."""
        low = view.low
        if _AT_LARGE.search(low):
            return
        pattern = _CHINESE if view.has_cjk else _ENGLISH
        for match in pattern.finditer(low):
            group = "v" if match["v"] else "w"
            start, end = match.span(group)
            value = low[start:end]
            plain = value.strip("*#").replace("-", "").isdigit()
            if not plain and _is_no_secret(view.text[start:end]):
                continue
            kind = (
                self._kind_zh(low, match, start)
                if view.has_cjk
                else self._kind(low, match, start, end)
            )
            if kind and _fits(kind, match, value, plain=plain):
                yield _hit(start, end, kind.type if plain else "Password")

    @staticmethod
    def _kind(low: str, match: re.Match[str], start: int, end: int) -> _Kind | None:
        """Say what an English value opens; None where it opens nothing."""
        weak = match["weak"] is not None
        reach = _NEAR if weak else _FAR
        # The handing word may itself name the secret: "combo 4-0-8-2".
        kind = _last(_SECRET, low, start - reach, start)
        if kind and weak and _CLAUSES_APART.search(low, kind.end, start):
            kind = None
        if kind or weak:
            return kind
        opened = _last(_OPENED, low, start - reach, start)
        return (
            opened
            or _last(_SECRET, low, end, end + _AFTER)
            or _last(_OPENED, low, end, end + _AFTER)
        )

    @staticmethod
    def _kind_zh(low: str, match: re.Match[str], start: int) -> _Kind | None:
        """Say what a value in Chinese opens; None where it opens nothing."""
        kind = _last(_SECRET, low, start - _NEAR_ZH, start)
        if kind is None or _NAMED_OTHERWISE_ZH.search(low, kind.end, start):
            return None
        return None if match["w"] and _ASKED_ZH.search(low, kind.end, start) else kind


class TextedCodes:
    """Codes that came by text message or that a card reader shows."""

    gate = Gate((_TEXTED,), digits=4)

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield them."""
        for match in _TEXTED.finditer(view.low):
            yield _hit(*match.span("v" if match["v"] else "w"), "Verification Code")


def _last(pattern: re.Pattern[str], low: str, start: int, end: int) -> _Kind | None:
    """Return what the last match of `pattern` between two offsets says."""
    last = None
    for last in pattern.finditer(low, max(0, start), end):  # noqa: B007 (only the last counts)
        pass
    if last is None:
        return None
    group = (last.lastgroup or "").removesuffix("_zh")
    kind = {"pin": "PIN", "code": "Verification Code"}.get(group, "Password")
    secret = pattern is _SECRET
    chosen = secret and last.lastgroup in {"word", "word_zh", "pin", "pin_zh", "code"}
    return _Kind(kind, last.end(), secret, chosen)


def _is_no_secret(value: str) -> bool:
    """Say whether letters and digits are a product, an address or an ordinary word."""
    return bool(_OTHER.fullmatch(value.lower())) or not looks_chosen(value)


def _fits(kind: _Kind, match: re.Match[str], value: str, *, plain: bool) -> bool:
    """Say whether what opens can have a value of this shape; `plain` ones are digits alone."""
    if plain:
        return kind.secret or not YEAR.fullmatch(value)
    return kind.chosen or _in_with(match)


def _in_with(match: re.Match[str]) -> bool:
    """Say whether the handing word leaves no doubt: "you get in with ..."."""
    return bool(match["strong"]) and match["strong"].endswith((" with", " using"))


def _hit(start: int, end: int, kind: str) -> Hit:
    return Hit(start, end, kind, level_of(kind), _RULES_OF[kind], 0.7)


def told_secrets() -> tuple[ToldSecrets, TextedCodes, RuleRecogniser]:
    """Return the recognisers of this family."""
    return ToldSecrets(), TextedCodes(), RuleRecogniser(RULES)
