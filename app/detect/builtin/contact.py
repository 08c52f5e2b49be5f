"""E-mail addresses, plain and disguised, and personal pages on the web."""

from collections.abc import Iterator

from app.detect.builtin.gate import Gate
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Hit, Rule, RuleRecogniser, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile

# Lengths follow RFC 5321: 64 before the "@", 63 for each label of a domain.
_EMAIL = compiled(
    r"(?<![\w.+%-])(?P<v>[a-z0-9_](?:[\w.+%'-]{0,62}[\w+-])?@"
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,18})(?![\w@-])",
)
# "bob at example dot com", "bob [at] example [dot] com", "bob(at)example.com"
_AT = (
    r"(?:\s{0,2}[\[({<]\s?at\s?[\])}>]\s{0,2}|\s+at\s+|\s{0,2}[\[({<]@[\])}>]\s{0,2}|"
    r"\s?#at#\s?|\s?艾特\s?)"
)
_DOT = r"(?:\s{0,2}[\[({<]\s?(?:dot|\.)\s?[\])}>]\s{0,2}|\s+dot\s+|\s?点\s?)"
_TOP = (
    r"(?:com|org|net|edu|gov|info|io|co|me|cn|uk|de|fr|es|it|br|jp|in|ru|nl|ca|au|ch|"
    r"se|eu|app|dev)"
)
_DISGUISED = compiled(
    rf"(?<![\w.])(?P<v>[a-z0-9_][\w+-]{{0,30}}(?:(?:\.|{_DOT})[\w+-]{{1,30}})"
    rf"{{0,3}}{_AT}"
    rf"[a-z0-9][a-z0-9-]{{1,30}}(?:(?:\.|{_DOT})[a-z0-9-]{{2,20}}){{0,2}}{_DOT}{_TOP})"
    r"(?![\w-])",
)
_BRACKETED = compiled(
    r"(?<![\w.])(?P<v>[a-z0-9_][\w.+-]{0,40}\s{0,2}[\[({<]\s?(?:at|@)\s?[\])"
    r"}>]\s{0,2}"
    rf"[a-z0-9][a-z0-9-]{{1,30}}(?:\.[a-z0-9-]{{2,20}}){{0,2}}\.{_TOP})(?![\w-])",
)
_SPACED = compiled(
    r"(?<![\w.+-])(?P<v>[a-z0-9_][\w.+-]{1,40} ?@ ?(?:[a-z0-9-]{2,30} ?\. ?){1,3}"
    rf"{_TOP})(?![\w-])",
)
# Sites where the path names a person.
_PROFILE_SITES = (
    r"(?:github|gitlab|twitter|x|instagram|facebook|threads|pinterest|medium|weibo|"
    r"bilibili|zhihu"
    r"|tiktok|t|behance|dribbble|soundcloud|patreon|about|linktr|youtube|vk|douban|"
    r"jianshu|gitee)"
)
_PAGE = compiled(
    rf"(?<![\w.@-])(?P<v>(?:https?://)?(?:(?:www|m)\.)?(?:{_PROFILE_SITES}\.(?:com|me|"
    r"ee|tv|io|cn)/@?"
    r"(?!(?:about|help|login|search|explore|home|settings|features|p|watch|share|"
    r"intent|docs|orgs"
    r"|topics|trending|marketplace|results|playlist|channel)\b)"
    r"[a-z0-9_.-]{2,40}(?![\w/-])/?"
    r"|linkedin\.com/in/[\w%-]{2,60}/?|space\.bilibili\.com/\d{3,14}|"
    r"weibo\.com/u/\d{4,14}"
    r"|[\w-]{2,40}\.(?:github\.io|wordpress\.com|blogspot\.com|tumblr\.com|"
    r"substack\.com)/?))",
)
_OWN_PAGE = compiled(
    r"(?:\bmy (?:personal |own )?(?:home ?page|web ?site|blog|portfolio|site|profile)"
    r"|我的(?:个人)?(?:主页|网站|博客|空间|网址))[^.\n。]{0,20}?"
    r"(?P<v>(?:https?://)?(?:[a-z0-9-]{1,40}\.)"
    r"{1,4}[a-z]{2,10}(?:/[\w~./%-]{0,80}[\w/])?)",
)


class Email:
    """E-mail addresses as they are written on purpose."""

    gate = Gate(strings=("@",))

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield addresses, also with spaces around the "@"."""
        if "@" not in view.text:
            return
        level = level_of("Email")
        for match in _EMAIL.finditer(view.low):
            start, end = match.span("v")
            if view.text[max(0, start - 3) : start] != "://":
                yield Hit(start, end, "Email", level, "email", 0.95)
        for match in _SPACED.finditer(view.low):
            if " " in match["v"]:
                yield Hit(*match.span("v"), "Email", level, "email-disguised", 0.6)


RULES = (
    Rule(
        "email-disguised",
        "Email",
        _DISGUISED,
        0.6,
        (" dot ", "[dot]", "(dot)", "[.]", "艾特", "{dot}", " [dot", "(.)"),
    ),
    Rule("email-disguised", "Email", _BRACKETED, 0.6, ("at)", "at]", "at}", "at>", "(@)", "[@]")),
    Rule("homepage", "Network Identifier", _PAGE, 0.8, (".com", ".io", ".me", ".cn", ".ee", ".tv")),
    Rule("homepage", "Network Identifier", _OWN_PAGE, 0.75, ("my ", "我的")),
)


def contact() -> tuple[Email, RuleRecogniser]:
    """Return the recognisers of this family."""
    return Email(), RuleRecogniser(RULES)
