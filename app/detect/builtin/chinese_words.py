"""Where a word of interest begins in Chinese, which puts no spaces between words.

A pattern such as "up to six characters and then 癌" takes along whatever stands before the
disease. Cutting there at a fixed length would cut a word ("周确诊了乳腺癌"), so the piece begins
after the last word that cannot belong to it, or nowhere.
"""

from app.detect.builtin.patterns import compiled
from app.detect.builtin.people_words import RELATIONS_ZH

_NUMBER = r"[一二两三四五六七八九十百几半每\d]"
_UNIT = r"(?:天|周|月|年|次|片|粒|颗|盒|瓶|支|袋|种|星期|礼拜|小时|分钟|疗程)"
# Words that stand before the name of a disease or a medicine and are never part of it.
_BREAK = compiled(
    r"(?:我们?|他们?|她们?|你们?|您|咱们?|的|了|是|和|与|及|还|也|都|就|又|很|在|把|被|吃|"
    r"服用?|用(?!药)|给|让|换成?|再|才|说|叫|为(?!何)|做|去|来|着|吗|呢|吧|啊|或者?|并|但|而|则|"
    r"因为?(?!子|胶囊|凝胶|注射)|开了?(?!放)|有|得了|得过|患[上有了]?|确诊|诊断|查出|检出|"
    r"检查出?|发现|怀疑|疑似|可能|导致|引起|"
    r"引发|诱发|造成|治疗|控制|缓解|出现|伴随?有?|病史|药物|医生|大夫|患者|病人|医院|家里|家族|"
    r"这个|那个|这种|那种|一些|有些|有点|比较|非常|一直|已经|曾经?|之前|以前|以后|之后|后来|后|"
    r"最近|刚刚|刚|突然|经常|总是|有时|目前|现在|当时|那时|小时候|出生|开始|结果|报告|显示|"
    r"昨[天晚]|今[天晚早]|明天|前天|后天|去年|今年|明年|前年|早上|上午|中午|下午|晚上|夜里|凌晨|"
    r"每[天日晚周月年次]|(?:上|下|本|这|前)个?(?:周|星期|礼拜|月|年|次|半年)[一二三四五六日天末]?|"
    r"周[一二三四五六日末]|季度|月底|月初|年底|年初|"
    rf"{_NUMBER}{{1,4}}(?:多|余)?个?{_UNIT}|[月年日号岁]|{RELATIONS_ZH})"
)
_REACH = 8


def _is_chinese(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def word_start(text: str, start: int, end: int) -> int | None:
    """Return where the word that a pattern found in `text[start:end]` begins.

    It begins after the last breaking word; the piece may grow to the left by a few characters
    where it would begin inside a word. None where no beginning is certain.
    """
    begin = max(0, start - _REACH)
    at = None
    for match in _BREAK.finditer(text, begin, end):
        if match.end() < end:
            at = match.end()
    if at is not None:
        return at
    while start > begin and _is_chinese(text[start - 1]):
        start -= 1
    return None if start and _is_chinese(text[start - 1]) else start
