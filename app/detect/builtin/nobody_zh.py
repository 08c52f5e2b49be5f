"""When Chinese speaks of the world at large: a question, a story, a text for anybody."""

from app.detect.builtin.patterns import compiled
from app.detect.builtin.people_words import RELATIONS_ZH

# Who a fact may belong to: the user, those close to them, or a day that is theirs.
WHO_ZH = (
    rf"(?:{RELATIONS_ZH}|[我俺咱他她](?!们?国)|本人|爷爷|奶奶|外公|外婆|姥姥|姥爷|爸|妈|"
    r"闺女|媳妇|小舅子|小姨|大姨|二叔|大伯|舅|姑|婶|娃|老爷子|老太太|公公|婆婆|继女|继子)"
)
_DAYS = (
    r"(?:昨[天晚]|今[天早晚]|前天|刚|最近|上周|上个月|去年|前年|这几天|这两天|这个月|每天|每晚|"
    r"早上|晚上|半夜|体检|检查|查出|了[，。,！\s了]|还(?:剩|有|没)|现在)"
)
_ASKED = (
    r"(?:是什么|什么是|什么叫|是啥|怎么回事|有什么区别|哪个好|一般(?:是|要|多|住|几|怎)|多少钱|"
    r"的人为什么|原理|科普|写[一]?[篇段首个](?!.*我[^是]))"
)
_TALE = r"(?:小说|主角|女主|男主|剧本|童话|相声|小品|假设|如果有?一个人|翻译|造句|例句|谜语|台词)"
# A line of which nothing is anybody's: nobody is in it, or it is made up.
NOBODY_ZH = compiled(
    rf"^(?![^\n]*(?:{WHO_ZH}|{_DAYS}))|^(?![^\n]*[我俺咱])[^\n]*{_ASKED}|{_TALE}(?![^\n]*我(?:妈|"
    r"爸|家|今年))"
)
