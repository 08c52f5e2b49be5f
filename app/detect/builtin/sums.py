"""Sums of money without a sign or a word for money: 到手6800, "from 52 to 57.5k", a score of 612.

The word before says that a number is money, and whose; numbers of anything else stay.
"""

from app.detect.builtin.amounts import OWED, PAID, WORTH
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Rule, RuleRecogniser

_LINK_ZH = (
    r"(?:一个月|每个?月|每年|一年|是|有|才|就|只有|只|大概|大约|约|差不多|发了|发|拿到?|能拿|"
    r"涨到了?|降到了?|还有|还剩|剩|还|了|要|"
    r"交了?|付了?|给了?|从|[:：为\s]){0,4}"
)
_SUM_ZH = (
    r"(?P<v>\d{3,7}(?:\.\d{1,2})?|\d{1,3}(?:\.\d{1,2})?[wk千])(?![\d\w%％]|\.\d|"
    r"\s?(?:[年月日号岁次个人点分天位名步字米平]|公|"
    r"小时|块|元))"
)
_K = r"\d{1,3}(?:\.\d{1,2})?k"
_RUN = (
    r"(?! ?(?:run|race|steps|video|views|followers|subscribers|tv|monitor|words|users|resolution|"
    r"people|miles))"
)
_PAY = r"\b(?:raise|salary|pay|paid|wages?|promotion|bump(?:ed)?|base|comp|package|offer)\b"
_UP = rf"{_PAY}[^.?!\n]{{0,24}}?\bfrom "
_ROUGH = r"[$€£]?\d{2,3}(?:[.,]\d{1,3})?k?"
RULES = (
    Rule(
        "amount",
        WORTH,
        compiled(
            r"(?:到手|税后|税前|月薪|工资|底薪|年薪|年终奖?|奖金|退休金|养老金|低保|生活费|收入|"
            r"月入|提成|时薪|加班费|公积金)"
            rf"{_LINK_ZH}{_SUM_ZH}"
        ),
        0.7,
    ),
    Rule(
        "amount",
        PAID,
        compiled(
            r"(?:房租|租金|学费|押金|彩礼|份子钱|定金|补课费|保姆费|医药费|物业费|律师费|手术费|"
            r"挂号费|抚养费|赡养费|中介费|托班费|"
            rf"伙食费|幼儿园)(?:费)?{_LINK_ZH}{_SUM_ZH}"
        ),
        0.7,
    ),
    Rule(
        "amount",
        OWED,
        compiled(
            r"(?:房贷|车贷|网贷|花呗|借呗|白条|月供|欠款|贷款|助学贷|欠了?|借了?|信用卡(?:欠|"
            r"账单|分期)?)"
            rf"{_LINK_ZH}{_SUM_ZH}"
        ),
        0.7,
        ("信用卡", "借", "助学贷", "房贷", "月供", "欠", "白条", "网贷", "花呗", "贷款", "车贷"),
    ),
    Rule(
        "amount",
        WORTH,
        compiled(
            r"\b(?:earn(?:s|ed|ing)?|mak(?:e|es|ing)|salary|on|paid|saved|savings|bonus|"
            r"offer(?:ed)?|got|invest(?:ed)?|"
            rf"income|pension|inherited|put)\b(?: (?:is|was|of|about|around|only|just|me|down|"
            rf"like|aside|roughly|went|up|goes|to|dropped)){{0,4}} "
            rf"(?P<v>{_K})\b{_RUN}"
        ),
        0.6,
        ("k",),
    ),
    Rule(
        "amount",
        OWED,
        compiled(
            r"\b(?:ow(?:e|es|ed|ing)|debts?|borrow(?:ed)?|loan|mortgage|overdraft|"
            r"lent)\b(?: (?:is|was|of|about|around|"
            rf"him|her|them|me|at|still|another)){{0,3}} (?P<v>{_K})\b"
        ),
        0.65,
        ("k",),
    ),
    Rule(
        "amount",
        WORTH,
        compiled(rf"\b(?P<v>{_K}) (?:in|of) (?:savings|the bank|my 401k|stocks)\b"),
        0.7,
        (
            "k in my 401k",
            "k in savings",
            "k in stocks",
            "k in the bank",
            "k of my 401k",
            "k of savings",
            "k of stocks",
            "k of the bank",
        ),
    ),
    Rule(
        "amount",
        OWED,
        compiled(rf"\b(?P<v>{_K}) (?:in|of) (?:debt|loans|student loans|credit card debt)\b"),
        0.7,
        (
            "k in credit card debt",
            "k in debt",
            "k in loans",
            "k in student loans",
            "k of credit card debt",
            "k of debt",
            "k of loans",
            "k of student loans",
        ),
    ),
    Rule("amount", WORTH, compiled(rf"{_UP}(?P<v>{_ROUGH}) to {_ROUGH}(?![\w%])"), 0.65, ("from",)),
    Rule("amount", WORTH, compiled(rf"{_UP}{_ROUGH} to (?P<v>{_ROUGH})(?![\w%])"), 0.65, ("from",)),
    Rule(
        "credit-score",
        "Credit Score",
        compiled(
            r"\bscore (?:is |was |has |just )?(?:dropped to|fell to|went (?:down|up) to|at|of|is|"
            r"was|tanked to|stuck at)? ?"
            r"(?P<v>[3-8]\d\d)(?!\d|[.,]\d)(?=[^\n]{0,80}\b(?:late payment|loan|credit|mortgage|"
            r"lender|bank|lease|"
            r"landlord)s?\b)"
        ),
        0.7,
        ("score",),
    ),
    Rule(
        "credit-score",
        "Credit Score",
        compiled(
            r"(?P<v>(?:芝麻(?:信用)?分|征信分|信用分)(?:是|只有|才|就|降到|掉到|"
            r"[:：\s]){0,2}\d{3})(?!\d)"
        ),
        0.85,
        ("芝麻", "征信分", "信用分"),
    ),
)


def sums() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
