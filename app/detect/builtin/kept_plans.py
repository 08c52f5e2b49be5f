"""Plans told together with the wish to keep them: "keep this between us: we drop the free tier".

Here the plan itself is the secret, not a figure in it: it is hidden from the words that hand it
over to the end of its clause, where the request to the assistant begins. What only concerns a
person is no business; a word for an undertaking must stand in the line.
"""

import re
from collections.abc import Iterator

from app.detect.builtin.gate import Gate
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Hit, Recogniser, Rule, RuleRecogniser, level_of
from app.detect.builtin.undisclosed import BUSINESS, FLAW, KEPT, UNDERTAKING
from app.detect.builtin.view import View
from app.detect.detector import Profile

# Where a request begins, or the end of the sentence: a plan goes no further.
_ENDS = (
    r"(?=[;?!](?:\s|$)|\.(?:\s|$|[\"”])|[\"”]|\n|$|,? (?:so |and |but )?(?:i need|help|please|"
    r"can you|could you|draft|how (?:do|can|should|would)|what (?:should|do|would)|write|needs an?|"
    r"which (?:questions|words)|should (?:i|we)|any (?:ideas|tips)|turn (?:this|it)|polish|"
    r"summari[sz]e|shorten)\b|,? (?:which|this|that) (?:stays|is|isn['’]t|must)\b|, not (?:yet )?"
    r"(?:announced|public))"
)
_PLAN = rf"(?P<v>[^.;?!\n\"”](?:[^.;?!\n\"”]|\.(?=\S)){{7,170}}?){_ENDS}"
_HANDED_OVER = compiled(
    r"(?:\b(?:confidential(?:ly)?|internal(?:ly)? only|(?:for )?internal use only|"
    r"(?:keep (?:this|it) )?"
    r"(?:strictly )?between (?:us|you and me)|off the record|embargoed(?: until [^,:.\n]{2,24})?|"
    r"(?:not|isn['’]t|hasn['’]t been) (?:yet )?(?:announced|public|disclosed)(?: yet)?|unannounced|"
    r"unreleased|undisclosed|under (?:nda|embargo)|(?:nobody|no one) (?:else )?knows(?: yet)?|"
    r"don['’]t (?:share|store|repeat|forward|tell)[^:.\n]{0,16}|(?:can['’]t|mustn['’]t|must not|"
    r"never) "
    r"(?:share|publish|disclose|leak|show)|trade secret|need[- ]to[- ]know|top secret)\b"
    r"[^:.,\n]{0,28}[:—–] ?[\"“]?"
    r"|\b(?:(?:haven['’]t|have not|hasn['’]t) (?:told|announced|said)[^,:.\n]{0,24}?(?: that|:|"
    r",? but|,)|"
    r"(?:nobody|no one|only (?:the )?(?:board|legal|management|we|i))(?: outside [a-z ]{2,24}?|"
    r" else)?"
    r" (?:knows?|is (?:supposed|meant) to know|can know)(?: yet)?(?: that|:|,)|before (?:we|they) "
    rf"(?:announce|tell (?:anyone|people|staff))(?: that|:)) (?:that )?){_PLAN}"
)
_KEPT_AFTER = compiled(
    r"(?:^|[.!?:] [\"“]?|\n)(?P<v>[^.:;?!\n\"”](?:[^.:;?!\n\"”]|"
    r"[.:](?=\S)){7,170}?)[\"”]?(?:,? (?:but |and )?"
    r"(?:(?:which|this|that|it) )?(?:is (?:strictly |still |highly |very )?(?:confidential|"
    r"secret|internal|"
    r"embargoed|under (?:nda|embargo)|not for (?:sharing|publication|distribution))|"
    r"stays (?:inside|internal|between|here)|(?:is|isn['’]t|not|is not)"
    r" (?:yet )?(?:public|announced|to be shared)|(?:keep|must keep) (?:it|this|that) (?:quiet|"
    r"secret|"
    r"internal)|(?:has to|must) stay (?:internal|secret|between))"
    r"|[.!] (?:(?:please )?keep (?:this|it|that) (?:confidential|secret|private|between us|"
    r"internal)|(?:this|"
    r"that|it) (?:is (?:strictly |still |highly )?(?:confidential|secret|internal)|is not|"
    r"isn['’]t|hasn['’]t been|must not be) (?:yet )?(?:public|announced|"
    r"shared|made public)))"
    r"|\b(?:the|our) (?:unannounced|unreleased|secret|upcoming) (?:model|product|device|app|"
    r"feature|version)"
    r"s?, (?P<w>[^.;?!\n]{6,100}?), (?:needs?|ships?|will|gets?|is|are|comes?)\b"
)
_ENDS_ZH = (
    r"(?=[。；！？;!?\n]|$|[，,](?:帮我?|怎么|我该|请|能不能|能否|如何|要怎么|我是|该|想|给我|"
    r"合同|现在不|"
    r"这个|公告))"
)
_PLAN_ZH = (
    rf"(?P<v>(?!帮|请|怎么|如何|能不能|给我|我该|要不要)[^。；！？\n，,:：][^。；！？\n]{{5,70}}?)"
    rf"{_ENDS_ZH}"
)
_HANDED_OVER_ZH = compiled(
    r"(?:(?:没|未|尚未|还没)(?:有)?(?:对外)?(?:公[开布]|宣布|说|官宣)|保密|机密|内幕|内部(?:消息|"
    r"定的|资料)?|"
    r"(?:别|不要|不能|不可以|不得)(?:外传|说出去|透露|泄露|外泄|让\S{1,6}知道)|(?:外面|外人|"
    r"外界)没人知道|"
    r"只有(?:董事会|高层|我们几个|管理层)知道)"
    rf"(?:的|了)?[^。：:，,\n]{{0,6}}[:：，,]\s?[“\"「]?{_PLAN_ZH}"
)
_KEPT_AFTER_ZH = compiled(
    r"(?:^|[。！？；\n])(?P<v>[^。；！？\n]{6,60}?)[，,](?:但|可)?(?:现在|目前|这个|这事|这些?|"
    r"都)?(?:绝对|千万|暂时)?"
    r"(?:(?:不能|别|不要|不可以|不得)(?:说出去|透露|外传|公开|公布|对外|泄露|让\S{1,6}知道)|"
    r"(?:还没|尚未|没)(?:对外)?"
    r"(?:公[开布]|宣布|官宣|说)|还在保密|是(?:公司)?(?:商业)?(?:机密|秘密|内部消息))"
)
_DEAL_ZH = compiled(
    r"(?:在谈|谈妥|敲定|准备|计划|打算)(?:收购|并购|合并|融资|裁员|上市)[，,:：]\s?"
    rf"{_PLAN_ZH}"
)
# What an undertaking does or suffers, by whoever in it: a secret where the line asks to keep it.
_DOING = compiled(
    r"\b(?P<v>(?:we|(?:our|the) (?:board|ceo|cfo|cto|founder|company|biggest [a-z]+|main [a-z]+|"
    r"new [a-z]+|"
    r"[a-z]{3,12})|q[1-4] (?:revenue|results|earnings))(?:['’](?:re|ve|ll))?,? [^.;?!\n]{0,40}?"
    r"\b(?:acquir\w+|buy(?:ing)?|merg\w+|launch\w*|clos(?:e|ing)|shut\w*|cut(?:ting)?|"
    r"lay(?:ing)? off|"
    r"rais(?:e|ing)|sell(?:ing)?|leav(?:e|ing)|resign\w*|fail\w*|los(?:e|t|ing)|recall\w*|"
    r"come in at|"
    r"replac\w+|pivot\w*|delay\w*|cancel\w*|sunset\w*|breach\w*|hack\w*)\b[^.;?!\n]{2,90}?)"
    r"(?=[.;?!](?:\s|$)|\n|$|,? (?:and |but |which |this |that )?(?:it['’]?s |is |we |i |not |"
    r"don['’]t|"
    r"nobody|no one|under (?:nda|embargo)|investors|so |please|how|help|keep|until|before)\b)"
)
_DOING_ZH = compiled(
    r"(?P<v>(?:我们|公司|董事会|老板|集团|下个?月|下个?季度|年底|新[机款品])[^。！？!?\n，,]{0,24"
    r"}?(?:收购|裁掉|裁员|裁撤|"
    r"关闭|关掉|融资|上市|发布|涨价|降价|下架|停产|合并|营收|亏损|换帅|召回|跳票|被黑)[^。！？!?"
    r"\n，,]{1,30})"
    r"(?=[。！？!?\n，,]|$)"
)
_KEPT_ANYHOW = compiled(
    r"\b(?:don['’]t (?:tell|mention|let)|(?:investors|customers|employees|staff|the press|"
    r"the market|they)"
    r" (?:don['’]t|do not) know|(?:we|until we) (?:announce|report|disclose|go public)|"
    r"under (?:an? )?"
    r"(?:nda|embargo)|not public)\b|披露|没公开|未公开|没公布|别说|不能说|保密"
)
# What stands in every line that hands a plan over.
_CUES = (
    "披露", "nda", "announce", "report", "disclose",
    "confidential", "internal", "between", "off the record", "embargo", "not ", "n't", "n’t",
    "unannounced", "unreleased", "undisclosed", "nda", "nobody", "no one", "only ", "never ",
    "trade secret", "need to know", "need-to-know", "top secret", "before we", "before they",
    "stays ", "stay ", "keep ", "没", "未", "保密", "机密", "内幕", "内部", "别", "不要",
    "不能", "不可以", "不得", "知道", "在谈", "谈妥", "敲定", "准备", "计划", "打算",
)  # fmt: skip
# What is asked about secrecy at large.
_ASKED = compiled(
    r"^(?:what|how|why|explain|define|is it|does)\b|什么意思|是什么|什么叫|如何保密|怎么保密"
)


# Only more words that ask for silence.
_NO_PLAN = compiled(r"没签字|没公[开布]|外传|说出去")


class KeptPlans:
    """The clause that somebody hands over as not for others, by one pattern."""

    def __init__(self, pattern: re.Pattern[str], *kept: re.Pattern[str]) -> None:
        """One of the patterns in `kept` must match as well, if there are any."""
        self._pattern = pattern
        self._kept = kept
        needed = (Gate((pattern,)), Gate(kept), Gate((UNDERTAKING,)))
        self.gate = Gate(strings=_CUES, also=needed)

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield the plans, each without the words around that ask to keep it."""
        low = view.low
        if not UNDERTAKING.search(low) or _ASKED.search(low):
            return
        if self._kept and not any(pattern.search(low) for pattern in self._kept):
            return
        for match in self._pattern.finditer(low):
            start, end = match.span("w" if "w" in match.groupdict() and match["w"] else "v")
            while start < end and low[start] in " \"“「'‘":
                start += 1
            while end > start and low[end - 1] in " ,，.\"”」'’":
                end -= 1
            if end - start >= 6 and not _NO_PLAN.search(low, start, end):
                yield Hit(start, end, BUSINESS, level_of(BUSINESS), "kept-plan", 0.6)


RULES = (
    Rule(
        "unpatched",
        FLAW,
        compiled(
            r"\b(?:found|noticed|discovered|there['’]s|there is|we have|spotted)\b[^.;,:\n]{0,40}?"
            r"(?:hole|bug|flaw|vulnerability|weakness|while testing|exploit)[^.,:;\n]{0,16}[,:] "
            r"(?P<v>[^.;?!\n]{12,160}?),? (?:and |but )?(?:prod(?:uction)? is still open|"
            r"(?:it['’]s )?still "
            r"(?:open|live|there|exploitable|unpatched)|(?:is )?not (?:yet )?(?:fixed|patched)|"
            r"unfixed|"
            r"(?:hasn['’]t|has not) been (?:fixed|patched)|(?:there['’]s )?no (?:fix|patch))"
        ),
        0.7,
        ("hole", "bug", "flaw", "vulnerability", "weakness", "testing", "exploit"),
    ),
    Rule(
        "unpatched",
        FLAW,
        compiled(
            r"(?:有个?|发现(?:一个|了一?个?)?|存在)[^。，,\n]{0,6}(?:漏洞|洞|bug|缺陷|"
            r"后门)[，,:：]?\s?"
            r"(?P<v>[^。！？!?\n]{6,60}?)[，,](?:还|一直|至今|目前|现在)?没(?:修|补|堵|打补丁|"
            r"处理|解决)"
        ),
        0.7,
        ("漏洞", "洞", "bug", "缺陷", "后门"),
    ),
)


def kept_plans() -> tuple[Recogniser, ...]:
    """Return the recognisers of this family."""
    return (
        *map(KeptPlans, (_HANDED_OVER, _KEPT_AFTER, _HANDED_OVER_ZH, _KEPT_AFTER_ZH, _DEAL_ZH)),
        KeptPlans(_DOING, KEPT, _KEPT_ANYHOW),
        KeptPlans(_DOING_ZH, KEPT, _KEPT_ANYHOW),
        RuleRecogniser(RULES),
    )
