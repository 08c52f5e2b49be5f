"""Sums that Chinese names with what they were for: 给月嫂转了9800, 两套房, 逾期三个月."""

from app.detect.builtin.amounts import OWED, PAID, WORTH
from app.detect.builtin.nobody_zh import NOBODY_ZH
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Rule, RuleRecogniser

_H = r"\u4e00-\u9fff"
_END = r"(?=[，。！？；、,.!?;\s）)”]|$)"
# 四千九, 两万三千, 9800, 1.2万, 六千八百块.
_SUM = (
    r"(?:[一二两三四五六七八九十几]{1,3}[万千百](?:[零一二两三四五六七八九][千百十]?){0,3}(?:"
    r"多|来)?|\d{1,4}(?:\.\d{1,2})?[万千wk](?:\d{1,4})?(?:多)?|"
    r"\d{3,7}(?:\.\d{1,2})?)(?:块钱?|元|新币|马币|港币|刀|美元|欧)?"
)
_NOT_MORE = r"(?![\d.:：年月日号点次个人斤米度页字步粉天岁位名])"
_SOMEBODY = (
    r"(?:我|他|她|我们|家里|爸|妈|老公|老婆|弟|妹|哥|姐|儿子|女儿|爷爷|奶奶|岳父|公公|婆婆|对象|"
    r"男友|女友)"
)
RULES = (
    Rule(
        "amount",
        PAID,
        compiled(
            rf"(?P<v>(?:给|向|跟|替|帮|为)(?!我|谁|什么|你|大家)[{_H}]{{1,7}}?(?:转|打|付|交|买|"
            rf"垫|刷|寄|汇|捐|花|充|随|塞|打赏|报|发|还)了?(?:过)?(?:[{_H}]{{1,4}}费)?{_SUM}"
            rf"{_NOT_MORE}(?:的?[{_H}]{{1,3}}(?:费|金|款|钱|课))?)"
        ),
        0.6,
        unless=NOBODY_ZH,
    ),
    Rule(
        "amount",
        PAID,
        compiled(
            rf"(?:被骗|捐|垫|充|罚|赔|押|预付)了?(?P<v>{_SUM}{_NOT_MORE})(?=[，。！？；,.!?;\s]|$)"
        ),
        0.5,
        unless=NOBODY_ZH,
    ),
    Rule(
        "amount",
        PAID,
        compiled(
            rf"(?P<v>{_SUM}的?[“\"]?(?:[{_H}]{{0,3}}?(?:押金|定金|订金|彩礼|学费|手术费|住院费|"
            r"抚养费|赡养费|律师费|中介费|违约金|赔偿金|罚款|礼金|份子钱|保证金|货款|工程款|"
            r"肥料款|本金|复读费|补课费|钢琴课|私教课|月子中心))[”\"]?)"
        ),
        0.55,
        unless=NOBODY_ZH,
    ),
    Rule(
        "amount",
        WORTH,
        compiled(
            r"(?:一般是|就剩|只剩|还剩|剩下|现在是|每月进|每个月进|每月拿|每个月拿|估价|出价|"
            r"卖了|值|攒了|存了|攒下|赚了|挣|亏了|赔了|分到|继承了|发了|涨到|开到|"
            rf"月底发)(?P<v>{_SUM}{_NOT_MORE})(?=[，。！？；,.!?;\s了]|$)"
        ),
        0.5,
        unless=NOBODY_ZH,
    ),
    Rule(
        "asset-kind",
        WORTH,
        compiled(
            rf"(?:{_SOMEBODY}(?:名下|手里|手上|现在|一共|还|就|只)?(?:有|留了?|留下|的|那)|"
            r"名下有?|那)(?P<v>(?!钱|点)(?:[一两二三四五六七八九\d]{1,2}(?:套|间|栋|辆|块|"
            rf"家)(?:[{_H}]{{0,4}}?)(?:房子?|铺面|商铺|门面|公寓|别墅|宅基地|地|车|车位|店)|"
            rf"(?:[{_H}]{{2,4}}的)(?:两居|三居|一居|小?公寓|老?房子|学区房|商铺|别墅|门面)))"
        ),
        0.5,
        accept=lambda value: len(value) > 2,
        unless=NOBODY_ZH,
    ),
    Rule(
        "asset-kind",
        WORTH,
        compiled(
            r"(?P<v>(?:(?:没|无)(?:房|车|存款){1}(?:[没无](?:房|车|存款)){1,2}|有房(?:有车)|"
            r"无车无房|零存款|存款为零|[一二两三四五六\d]{1,2}个月(?:的)?工资|"
            rf"(?:公司)?(?:期权|股票|基金)[{_H}\d]{{1,5}}股|"
            rf"黄金[{_H}]{{1,3}}[一两二三四五六\d]{{1,2}}[只条块克根]))"
        ),
        0.5,
        unless=NOBODY_ZH,
    ),
    Rule(
        "amount",
        OWED,
        compiled(
            rf"(?:欠(?:了|着|我|他|她|下)?(?:[{_H}]{{0,4}}?)|借(?:了|给)?(?:[{_H}]{{0,5}}?)|"
            rf"赌(?:[{_H}]{{0,3}})输了?|担保了?|预支了?|透支了?|还差|还欠|外债|"
            rf"贷了?)(?P<v>{_SUM}{_NOT_MORE}|[一二两三四五六\d]{{1,2}}个月(?:的)?(?:工资|"
            r"房租))(?=[，。！？；,.!?;\s了没还]|$)"
        ),
        0.55,
        unless=NOBODY_ZH,
    ),
    Rule(
        "debt-kind",
        OWED,
        compiled(
            r"(?P<v>(?:逾期(?:了)?(?:快|已经)?(?:\d{1,2}|"
            r"[一二两三四五六七八九十半]{1,2})(?:多)?(?:天|个月|期|年)|(?:贷|借)了(?:\d|"
            r"[一二三四五六七八九十])家|被(?:催收|列为失信|起诉还钱)|上了征信黑名单|征信(?:花了|"
            r"黑了|有污点)|(?:信用卡|京东白条|花呗|借呗)(?:只能|一直)?(?:还)?最低还款|以贷养贷|"
            r"拆东墙补西墙))"
        ),
        0.55,
        unless=NOBODY_ZH,
    ),
)


def sums_zh() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
