"""What a company keeps to itself: the names and figures of a plan that is said to be secret.

A sentence that says of itself that it is confidential names the secret, but hiding all of it would
leave nothing to answer. So its figures, code names and the companies it buys are hidden, joined
where they stand close together. Flaws that somebody can still use are hidden as a whole.
"""

from collections.abc import Iterator

from app.detect.builtin.gate import Gate
from app.detect.builtin.patterns import CAPITALISED, compiled
from app.detect.builtin.personal import DATE
from app.detect.builtin.recogniser import Hit, Rule, RuleRecogniser, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile

BUSINESS = "Business Secret"
FLAW = "Vulnerability Details"
# That nobody outside may know it yet.
KEPT = compiled(
    r"\b(?:confidential|(?:not|hasn['’]t been|isn['’]t|before it['’]s|before we) (?:yet |been )?"
    r"(?:announced?|public|disclosed|released)|unannounced|unreleased|undisclosed|"
    r"under (?:an )?(?:nda|embargo)|embargoed|internal(?:ly)? only|for internal use|insider|"
    r"trade secret|off the record|nobody outside|no one outside|lay-?off (?:list|plan)|"
    r"redundancy (?:list|plan)|term sheet|between us|stays? inside|mustn['’]t share|"
    r"(?:haven['’]t|not) told any(?:one|body)|never publish|only show(?:s|n)? (?:to )?the board|"
    r"walk away at|roadmap (?:we|that)|not supposed to know)\b"
    r"|尚未公[开布]|还没公[开布]|没公[开布]|未公[开布]|内部消息|内幕|保密|机密|别外传|不要外传|"
    r"别说出去|"
    r"公告(?:之)?前|官宣前|签了nda|对外(?:都|只)?说|没对外|不能(?:透露|说出去|外传|让同行)|"
    r"外面没人知道|裁员(?:名单|计划|方案)|"
    r"准备[^，,。\n]{0,12}裁掉"
)
# Figures that a company tells nobody, whoever says them of their own.
_FIGURE = compiled(
    r"\b(?:our|my company['’]s|we['’]re (?:bidding|submitting|offering)|company['’]s)\b"
    r"(?P<n>[^.?!\n]{0,24}?\b(?:churn|burn(?: rate)?|runway|gross margin|margins?|cost of goods|"
    r"unit cost|floor(?: price)?|reserve price|walk-?away(?: price)?|retention|conversion rate|"
    r"supplier|bid)\b)"
    r"|\bthe bid (?:we|i)\b|\b(?:our|the) (?:floor|reserve|walk-?away) (?:price )?is\b"
    r"|(?:内部|我们的?|公司的?|咱们)(?:的)?(?:底价|成本价?|毛利率?|进货价|供货价|流失率|转化率|"
    r"续费率)"
    r"|投标价|标底|(?:我们|公司|咱们)[^。？！?\n]{0,8}(?:日活|月活|流水|用户数|付费率|毛利|底价)"
    r"|(?:我们|公司|新品|独家|独门)[^。？！?\n]{0,6}配方|(?:真实|实际|其实)(?:的)?(?:毛利|日活|"
    r"月活|营收|利润|流水|用户)"
    r"|独家(?:供货)?价"
)
# A secret of an undertaking, not of a person: somebody's marks or a surprise are no business.
UNDERTAKING = compiled(
    r"\b(?:we|our|us|compan(?:y|ies)|board|investors?|clients?|customers?|launch\w*|merg\w+|"
    r"acqui\w+|"
    r"pric(?:e|es|ed|ing)|margins?|revenue|budget|deal|bids?|lay-?offs?|redundanc\w+|plants?|"
    r"factory|"
    r"roles?|jobs|dealers?|products?|projects?|quarter|q[1-4]|ceo|cfo|valuation|funding|round|"
    r"contract|release|strategy|"
    r"roadmap|employees|staff|headcount|stores?|suppliers?|shares?|ipo|earnings|"
    r"term sheet|ships?|formula|recipe|unreleased|unannounced|undisclosed|insider|trade secret|nda|"
    r"embargo\w*|internal\w*)\b"
    r"|公司|我们|咱们|集团|客户|收购|并购|合并|融资|估值|股权|报价|底价|成本|裁员|裁掉|部门|产品|"
    r"项目|上市|发布|财报|"
    r"营收|利润|订单|供应商|签约|门店|工厂|投标|标底|配方"
)
_NUMBER = r"\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,4})?"
_FACT = compiled(
    rf"[$€£¥]\s?(?:{_NUMBER})\s?(?:(?:k|m|bn?|million|billion|thousand)\b)?"
    rf"|(?:{_NUMBER})\s?(?:million|billion|k|m|bn)\b(?: (?:dollars|euros|pounds))?"
    rf"|(?:{_NUMBER})\s?[%％](?: (?:a|per) (?:day|week|month|year|quarter)|"
    rf" off(?: list)?| of [a-z]+"
    r"| [a-z]{4,12})?"
    rf"|(?:{_NUMBER}) (?:people|jobs|employees|staff|engineers|stores|customers|users|positions)"
    r"(?: in [a-z]{2,12})?"
    rf"|(?:每[吨件台套个斤公箱])?(?:{_NUMBER})\s?(?:万亿|亿|万|千)?(?:多)?(?:元|块|美元|人|名|家|"
    rf"台|吨|万|亿)"
    r"|[一二两三四五六七八九十百千万]{1,6}(?:多|余)?(?:人|名员工|万|亿|家|个点)|一半|"
    r"\d{1,3}:\d{1,3}"
    rf"|(?<!\w)(?:\d{{1,4}}\.\d{{1,3}}[mk])(?!\w)|{DATE}"
    r"|\bq[1-4]\b(?: (?:19|20)\d{2})?|[下本明]个?季度|[一二三四]季度"
)
_NAMED = compiled(
    rf"\bProject {CAPITALISED}|\b(?:acquir(?:es?|ing)|acquisition of|buy(?:s|ing)?|merg(?:e|er|ing)"
    rf" with|takeover of|partner(?:ship|ing)? with|clos(?:e|ing) the) (?P<v>{CAPITALISED}"
    rf"(?: {CAPITALISED}){{0,2}})"
    rf"|(?P<w>{CAPITALISED}(?: {CAPITALISED}){{0,2}}) (?:acquires|buys|takes over)\b"
    r"|(?:收购|并购|入股|合并)(?:了)?(?P<x>(?!的|方案|计划|价)[\u4e00-\u9fff]{2,8}?)(?=\d|"
    r"[一二三四五六七八九十]成|的|"
    r"股权|公司|集团|[，,。；;\s]|$)"
    r"|(?:对|与|把)(?P<y>[\u4e00-\u9fff]{2,8}?)(?:\d{1,3}%)?(?:股权)?的?(?:收购|并购|合并)"
)
_SENTENCE = compiled(r"[^.!?。！？\n](?:[^.!?。！？\n]|[.!?](?=\S))*")
# Facts this close together are one: a price and the price below it, the parts of a recipe.
_JOIN = 24


class Undisclosed:
    """The figures and names in sentences that say they are secret."""

    gate = Gate((KEPT, _FIGURE), also=(Gate((UNDERTAKING,)),))

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield joined runs of figures and names, typed as business secrets."""
        low = view.low
        if not (KEPT.search(low) or _FIGURE.search(low)):
            return
        if not UNDERTAKING.search(low):
            return
        level = level_of(BUSINESS)
        for sentence in _SENTENCE.finditer(low):
            kept = KEPT.search(low, *sentence.span())
            told = _FIGURE.search(low, *sentence.span())
            if not kept and not told:
                continue
            # A figure of one's own counts from the word that names it; a secret all around it.
            begin = sentence.start() if kept or told is None else told.start()
            facts = self._facts(view, begin, sentence.end())
            for start, end in _joined(facts):
                if not _DATE_ONLY.fullmatch(view.low, start, end):
                    yield Hit(start, end, BUSINESS, level, _rule(view.low[start:end]), 0.6)

    @staticmethod
    def _facts(view: View, start: int, end: int) -> list[tuple[int, int]]:
        facts = [match.span() for match in _FACT.finditer(view.low, start, end)]
        for match in _NAMED.finditer(view.text, start, end):
            group = next((name for name in ("v", "w", "x", "y") if match[name]), 0)
            facts.append(match.span(group))
        return sorted(facts)


def _rule(value: str) -> str:
    """Return which rule explains a run: its figures, or the name alone."""
    return "amount" if any(char.isdigit() for char in value) else "company"


def _joined(facts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the runs of facts that stand close together."""
    runs: list[list[int]] = []
    for start, end in facts:
        if runs and start - runs[-1][1] <= _JOIN:
            runs[-1][1] = max(end, runs[-1][1])
        else:
            runs.append([start, end])
    for start, end in runs:
        yield start, end


# A date alone gives nothing away.
_DATE_ONLY = compiled(rf"{DATE}|q[1-4](?: (?:19|20)\d{{2}})?|[下本明]个?季度|[一二三四]季度")


RULES = (
    Rule(
        "unpatched",
        FLAW,
        compiled(
            r"\b(?:found|discovered|noticed|learned|realised|realized) (?:out )?that "
            r"(?P<v>[^.;?!\n]{12,160}?),? (?:and it['’]s |it['’]s |still |and )?(?:unpatched|"
            r"not (?:yet )?(?:patched|fixed)|unfixed)"
        ),
        0.7,
        ("patched", "fixed"),
    ),
    Rule(
        "unpatched",
        FLAW,
        compiled(
            r"\b(?:until (?:it['’]s|it is|this is) (?:patched|fixed)|unpatched|(?:our|a|the) "
            r"(?:zero-?day|vulnerability|security (?:hole|flaw|bug))(?: (?:here|we found))?): "
            r"(?P<v>[^.;?!\n]{12,160})(?=[.;\n]|$)"
        ),
        0.65,
        ("patched", "fixed", "day", "vulnerability", "security"),
    ),
    Rule(
        "unpatched",
        FLAW,
        compiled(
            r"(?:漏洞|还没修|未修复|没打补丁|安全缺陷)[^。？！\n:：]{0,8}[:：]\s?"
            r"(?P<v>[^。？！?!\n，,]{6,80})"
        ),
        0.65,
        ("漏洞", "没修", "未修复", "补丁", "缺陷"),
    ),
    Rule(
        "unpatched",
        FLAW,
        compiled(
            r"(?P<v>(?:未授权|未鉴权|没有鉴权|没设密码|没加密|弱口令)的[^。？！?!\n，,]{2,30}"
            r"(?:[，,][^。？！?!\n，,]{0,16}(?:能|可以)[^。？！?!\n，,]{2,20})?)"
        ),
        0.6,
        ("授权", "鉴权", "没设密码", "没加密", "弱口令"),
    ),
    Rule(
        "code-project",
        "Project/Task ID",
        compiled(
            rf"\b(?i:code-?name[d]?|code name|internally called|internal name)(?: is|:)? [\"“'‘]?"
            rf"(?P<v>{CAPITALISED}(?: {CAPITALISED})?)"
        ),
        0.75,
        ("code", "internal"),
        cased=True,
    ),
    Rule(
        "code-project",
        "Project/Task ID",
        compiled(
            r"(?:项目|内部|产品|行动)代号(?:是|为|叫)?[“\"「]?(?P<v>[\u4e00-\u9fff]{2,5}?(?:[一二"
            r"三四五六]期|"
            r"计划|工程|行动)|[\u4e00-\u9fff]{2,4}?(?=延期|上线|发布|启动|[，,。；;”\"」\s]|$))"
        ),
        0.75,
        ("代号",),
    ),
)


def undisclosed() -> tuple[Undisclosed, RuleRecogniser]:
    """Return the recognisers of this family."""
    return Undisclosed(), RuleRecogniser(RULES)
