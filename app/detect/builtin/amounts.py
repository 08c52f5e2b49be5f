"""Amounts of money whose purpose makes them private: income, debts, assets, payments."""

from bisect import bisect_left
from collections.abc import Iterator

from app.detect.builtin.fiction import is_invented
from app.detect.builtin.gate import Gate
from app.detect.builtin.lexicon import Lexicon
from app.detect.builtin.patterns import compiled
from app.detect.builtin.people_words import RELATIONS_ZH
from app.detect.builtin.recogniser import Hit, Rule, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile

PAID = "Transaction Record"
WORTH = "Assets/Income"
OWED = "Debt/Loan Info"
_NUMBER = r"\d{1,3}(?:[,.]\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,12}(?:\.\d{1,4})?"
_ZH_NUMBER = r"[一二两三四五六七八九十百千万亿零半几]{1,9}"
# What thousands are counted of besides money.
_NO_MONEY_ZH = (
    r"(?![\u4e00-\u9fff]?(?:人|次|公里|字|步|粉|个|台|名|位|年|里|条|份|件|家|股|吨|辆|本|米|斤|"
    r"平|种|天|"
    r"瓦|克|毫|张))"
)
# 三十万, 八千五, 1万2: said without the word for money, which the purpose beside it tells.
_ZH_ROUND = (
    r"(?:[一二两三四五六七八九十几百]{1,4}|\d{1,4}(?:\.\d{1,2})?)(?:多|来|余)?[万千亿](?:多|余)?"
    rf"(?:[一二两三四五六七八九零百千\d]{{1,5}})?(?:多|余)?{_NO_MONEY_ZH}"
    r"(?=$|[^\u4e00-\u9fff]|[给买还的了来做去交付借吧呢啊都就在当没不要能够左右])"
)
_ONES = (
    r"(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
    r"thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|couple|few|hundred|half)"
)
_IN_WORDS = (
    rf"(?:{_ONES}[ -](?:of |and )?){{1,4}}(?:grand|thousand|million|hundred(?= (?:dollars|"
    rf"bucks|pounds|"
    r"euros|quid)))(?: (?:dollars|bucks|pounds|euros|quid))?(?=[,.;:!?)\n]|$| (?:a|each|per|"
    r"for|on|in|to|"
    r"from|last|this|because|and|but|so|when|after|by|every|saved|left|back|of debt|he|she|"
    r"they|i|my)\b)"
)
_AMOUNT = compiled(
    r"(?=[usacnthrofw$€£¥₹egbjmi\d人一二两三四五六七八九十百千万亿零半几])(?<![\w.,])"
    r"(?P<v>(?:(?:us|ca|au|hk|nt|s|r|a|c)?\$|€|£|¥|₹|(?:usd|eur|gbp|cny|rmb|brl|cad|"
    rf"aud|chf|jpy|inr|mxn|sgd|hkd|人民币)\s?)\s?(?:{_NUMBER})(?:\s?(?:k|m|mn|bn|"
    r"thousand|million|billion|万亿?|亿|千)\b|(?:万|亿|千)(?:元)?)?(?:\s?(?:usd|cad|"
    r"aud|元))?"
    rf"|(?:{_NUMBER})\s?(?:k|m|thousand|million|billion)?\s?(?:dollars?|bucks|grand|usd|eur|"
    r"euros?|gbp|pounds(?! (?:of|over))|quid|cny|rmb|yuan|brl|reais|pesos|rupees|yen|"
    r"won|francs|cad|aud|chf|btc|eth|usdt)\b"
    rf"|(?:{_NUMBER}|{_ZH_NUMBER})\s?(?:多|余|来)?\s?(?:万亿|百万|千万|亿|万|千|百|w|k)"
    r"?\s?(?:多|余|来)?\s?(?:元人民币|元|块钱|块|美元|美金|欧元|英镑|日元|港币|港元|"
    r"加元|澳元|雷亚尔|卢布|韩元|人民币|rmb|cny|usd|brl)"
    rf"|(?:{_NUMBER})\s?(?:多|余)?万(?![\u4e00-\u9fff]?(?:人|次|公里|字|步|粉|个|台|名|"
    r"位|年|里|条|份|件|家|股|吨|辆|本))"
    rf"|\d{{1,4}}(?:\.\d)?万\d{{1,4}}千?(?:元|块)?|{_ZH_ROUND}|{_IN_WORDS})",
)
# One of these stands in every amount.
_CURRENCY = compiled(
    r"[$€£¥₹元块万千亿币镑]|grand|thousand|million|hundred|dollars?|bucks|usd|euros?|gbp|pounds|"
    r"quid|"
    r"cny|rmb|yuan|brl|reais|pesos|"
    r"rupees|(?<![a-z])(?:eur|yen|won|cad|aud|chf|eth|inr)(?![a-z])|francs|btc|jpy|mxn|sgd|hkd|"
    r"美金|雷亚尔|卢布"
)
_PURPOSES = {
    WORTH: "salary|salaries|income|earn|earned|earning|earnings|make|making|wage|wages|"
    "bonus|net worth|savings|saved|balance|assets|portfolio|invest|invested|"
    "investment|investments|"
    "pension|401k|ira|inheritance|inherited|property|house worth|worth|valued|"
    "valuation|equity|stock|stocks|shares|dividend|dividends|fund|emergency fund|"
    "deposit|revenue|profit|paycheck|pay|compensation|stipend|allowance|raise|"
    "royalties|rental income|holdings|crypto|nest egg|"
    "工资|薪水|月薪|年薪|底薪|收入|薪资|奖金|年终奖|到手|税前|税后|存款|积蓄|余额|"
    "资产|投资|理财|股票|基金|持仓|市值|房产|净资产|净值|身家|公积金|养老金|退休金|"
    "payslip|pay slip|paycheck|paychecks|take-home|take home pay|pension pot|raise|stipend|tips|"
    "分红|股权|期权|津贴|补贴|遗产|继承|赚|本金|营业额|利润|估值|待遇|薪酬|月入|年入|"
    "积攒|攒|存了|存|账上|公司账|提成",
    OWED: "debt|debts|owe|owed|owes|owing|loan|loans|mortgage|borrow|borrowed|lent|lend|"
    "credit card balance|outstanding|overdue|installment|installments|repay|"
    "repayment|repayments|refinance|student loan|car loan|payday|interest|"
    "collections|arrears|overdraft|credit limit|credit line|line of credit|liability|"
    "liabilities|lien|default|overdrawn|credit cards|store cards|maxed out|gambling debt|"
    "欠|欠款|欠债|负债|债务|贷款|房贷|车贷|网贷|借款|借了|借给|借|还款|月供|分期|"
    "逾期|欠了|首付|透支|花呗|借呗|信用卡账单|债|额度|授信|信用额度|催收|利息|待还|"
    "还清|尾款",
    PAID: "刷了|刷|消费了|打了|花掉|买单|缴纳|预存|开销|支出|报价|一共|paid|pay|payment|"
    "payments|spent|spend|charge|charged|charges|bought|purchase|"
    "purchased|invoice|bill|bills|billed|transfer|transferred|wired|refund|refunded|"
    "fee|fees|rent|tuition|donated|donation|deposit|transaction|withdraw|withdrew|"
    "withdrawal|subscription|premium|premiums|deducted|deductible|receipt|"
    "sent|settlement|fine|alimony|child support|reimburse|reimbursed|"
    "retainer|bail|gambled|bet away|lost|ransom|reimbursement|copay|expense|expenses|charged me|"
    "花了|花费|花|付了|付款|支付|付|转账|转了|转给|消费|买了|买|购买|扣款|扣了|扣|"
    "退款|费用|账单|交了|缴费|缴|交|房租|租金|押金|学费|报销|汇款|汇|打款|收款|充值|"
    "捐|罚款|赔偿|手续费|定金|订金|保费|彩礼|礼金|红包|挂号费|医药费|治疗费|检查费|"
    "手术费|总价|总计|合计|一笔|流水|预付|费|款|订单|金额|续费|订阅",
}
_PURPOSE_OF = {word: kind for kind, words in _PURPOSES.items() for word in words.split("|")}
# People know thousands to the cent when they paid or got them; a price in a shop is smaller.
_TO_THE_CENT = compiled(r"[$€£¥₹]\s?(?:\d{1,3}(?:,\d{3})+|\d{4,})[.]\d\d(?!\d)")
_PERSONAL = compiled(r"\b(?:i|my|me|we|our|us)\b|我")
_REACH_BEFORE, _REACH_AFTER = 48, 32
_STOP = compiled(r"[.!?。！？；;](?:\s|$)|[。！？；]")

# A question about lending that nobody has a part in.
_ASKED_ZH = compiled(
    rf"^(?!.*(?:[我咱他她你]|{RELATIONS_ZH})).*(?:超过多少|多少算|怎么算|是什么|什么是|哪些|科普|"
    rf"区别)"
)
RULES = (
    Rule(
        "payment-date",
        PAID,
        compiled(
            r"\b(?:paid|pay(?:ment|able)?|purchased?|bought|order(?:ed)?|deliver(?:ed|y)|"
            r"invoiced?|billed|charged|transaction|receipt|due|deposit(?:ed)?|refund(?:ed)?|"
            r"renew(?:al|ed|s)|subscription)"
            r"\b[^.;\n]{0,40}?\b(?P<v>\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}|(?:19|20)"
            r"\d{2}[/.-]\d{1,2}[/.-]\d{1,2})(?!\w)"
        ),
        0.5,
        (
            "paid",
            "pay",
            "purchas",
            "bought",
            "order",
            "deliver",
            "invoice",
            "bill",
            "charged",
            "transaction",
            "receipt",
            "due",
            "deposit",
            "refund",
            "renew",
            "subscri",
        ),
    ),
    Rule(
        "debt-kind",
        OWED,
        compiled(
            r"(?<!什么是)(?<!什么叫)(?P<v>(?:(?<!一)个人|商业|公积金|住房|抵押|消费|小额|助学|信用|"
            r"无抵押|民间|经营|购房|"
            r"购车|银行|学生|留学|装修)(?:[抵押信用消费住房]{2})?(?:贷款|借贷|贷)|房贷|车贷|"
            r"网贷|消费贷|经营贷|信用贷|信用卡(?:欠款|债务|逾期|分期|透支|账单欠款)|高利贷|"
            r"逾期记录|医疗债务|学贷|助学金贷款)(?!是什么|是啥)"
        ),
        0.5,
        ("贷", "信用卡", "逾期", "债务"),
        unless=_ASKED_ZH,
    ),
    Rule(
        "debt-kind",
        OWED,
        compiled(
            r"\b(?:my|our|his|her|their) (?:\w{2,12} )?(?P<v>(?:student|car|auto|personal|"
            r"home|payday|business|medical|private|federal|credit card|home equity)(?: "
            r"\w{3,10})? (?:loans?|debts?|mortgage)|mortgage|(?:student|credit card|medical) "
            r"debt)\b"
        ),
        0.5,
        ("loan", "debt", "mortgage"),
    ),
    Rule(
        "asset-kind",
        WORTH,
        compiled(
            r"\b(?:my|our|his|her) (?P<v>(?:(?:entire|whole|small|modest|total|life|retirement|"
            r"college|emergency|joint|personal|house) )?(?:savings|retirement fund|emergency fund|"
            r"401k|pension fund|trust fund|inheritance|net worth|nest egg|rental propert(?:y|ies)|"
            r"stock options|stock portfolio|investment portfolio|holiday home|vacation home))\b"
            r"(?! accounts?)"
        ),
        0.5,
        (
            "savings",
            "fund",
            "401k",
            "inherit",
            "net worth",
            "nest egg",
            "rental",
            "stock",
            "portfolio",
            "home",
        ),
    ),
    Rule(
        "interest-rate",
        OWED,
        compiled(
            r"\b(?P<v>(?:apr|interest(?: rate)?|rate)(?: is| of| at|:)? \d{1,2}(?:\.\d{1,3})"
            r"?\s?%|\d{1,2}(?:\.\d{1,3})?\s?% (?:apr|interest))"
        ),
        0.6,
        ("apr", "interest", "rate"),
    ),
    Rule(
        "interest-rate",
        OWED,
        compiled(
            r"(?P<v>(?:年化?利率|月利率|利率|年化)\s?(?:是|为|高达|:|约)"
            r"?\s?\d{1,2}(?:\.\d{1,3})?\s?%)"
        ),
        0.65,
        ("利率", "年化"),
    ),
    Rule(
        "credit-score",
        "Credit Score",
        compiled(
            r"\b(?P<v>(?:credit|fico)(?: credit)? (?:score|rating)(?: is| was| of| dropped to|"
            r" fell to| at|:| has dropped to| currently| now){0,3} \d{3}|\d{3} (?:credit|fico)"
            r" score)\b"
        ),
        0.85,
        ("credit", "fico"),
    ),
    Rule(
        "credit-score",
        "Credit Score",
        compiled(
            r"(?P<v>(?:芝麻信用分?|信用评分|信用分数?|征信评分|征信分|credit score|fico分?|"
            r"serasa\s?(?:score|评分|信用分)?)\s?(?:是|为|只有|有|到|:|才|降到|跌到|目前|现在|"
            r"了){0,3}\s?\d{3}\s?分?)"
        ),
        0.85,
        ("信用", "征信", "fico", "serasa", "credit score"),
    ),
    Rule(
        "credit-score",
        "Credit Score",
        compiled(r"(?<!\d)(?P<v>\d{3}\s?分?的?[\u4e00-\u9fff]{0,3}(?:信用|征信|芝麻)评?分数?)"),
        0.75,
        ("信用", "征信", "芝麻"),
    ),
    Rule(
        "interest-rate",
        OWED,
        compiled(
            r"(?:贷|欠|借|信用卡|分期|利息)[^。\n]{0,24}?(?<![\d.])(?P<v>\d{1,2}(?:\.\d{1,3})?\s?%)"
        ),
        0.55,
        ("贷", "欠", "借", "信用卡", "分期", "利息"),
    ),
)


# What a thing costs in a shop is nobody's payment.
_PRICE = compiled(
    r"\bcosts? (?:[$€£]|a |one |two |three |five |ten |twenty )"
    r"|\b(?:worth (?:it|buying)|any better than|retails?)\b"
    r"|值得买|值得入手|值不值|原价|多少钱|怎么算|怎么计算|怎么选|怎么挑"
)
# A sum that somebody asks about, and nobody's.
_AT_LARGE = compiled(
    r"\b(?:is it true|in general|on average|what (?:is|would|can|does|could)|what['’]s|how (?:did|"
    r"does|do))\b|算什么水平|是什么水平|复利|够花吗|存下钱吗"
)
_SOMEBODY = compiled(
    r"\b(?:i|i['’]\w{1,2}|my|me|we|our|us|he|she|his|her|they|their|landlord|boss)\b|[我他她]"
    rf"|{RELATIONS_ZH}"
)


# A sum in an example is nobody's.
_SUPPOSED = compiled(
    r"\b(?:if|suppose|say|imagine) (?:an? (?:person|man|woman|company|family|friend)|somebody|"
    r"someone|one)\b|\bto (?:someone|somebody) who\b|假设|假如|如果有?一?个人|如果有人"
)
_NUMERALS_ZH = "一二两三四五六七八九十几百"
_UNIT_ZH = compiled(r"[元块币镑]|[a-z]|美金|卢布|雷亚尔")


class Amounts:
    """Amounts near a word that says what they were for."""

    def __init__(self) -> None:
        self._purposes = Lexicon(_PURPOSE_OF)
        self.gate = Gate((_CURRENCY,), also=(self._purposes.gate(_TO_THE_CENT),))

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield amounts, typed by the nearest word of purpose in the same sentence."""
        amounts = list(_AMOUNT.finditer(view.low))
        if not amounts:
            return
        terms = sorted(self._purposes.find(view))
        starts = [term.start for term in terms]
        personal = _PERSONAL.search(view.low) is not None
        if _SUPPOSED.search(view.low) or is_invented(view):
            return
        nobody = not _SOMEBODY.search(view.low)
        priced = nobody and (_PRICE.search(view.low) or _AT_LARGE.search(view.low)) is not None
        for match in amounts:
            kind = self._purpose(view.low, terms, starts, *match.span("v"))
            if not kind and personal and _TO_THE_CENT.search(match["v"]):
                kind = PAID
            # 五百万 without a word for money is a price at large unless somebody paid it.
            at_large = nobody and match["v"][0] in _NUMERALS_ZH and not _UNIT_ZH.search(match["v"])
            if (kind == PAID and at_large) or (kind != OWED and priced):
                continue
            if kind:
                yield Hit(*match.span("v"), kind, level_of(kind), "amount", 0.7)

    @staticmethod
    def _purpose(low: str, terms: list, starts: list[int], start: int, end: int) -> str:  # type: ignore[type-arg]
        best, kind = 1000.0, ""
        index = bisect_left(starts, start)
        for term in reversed(terms[max(0, index - 6) : index]):
            distance = start - term.end
            if (
                0 <= distance <= _REACH_BEFORE
                and not _STOP.search(low, term.end, start)
                and distance < best
            ):
                best, kind = distance, _PURPOSE_OF[term.term]
        for term in terms[index : index + 6]:
            distance = term.start - end
            if (
                0 <= distance <= _REACH_AFTER
                and not _STOP.search(low, end, term.start)
                and distance < best
            ):
                best, kind = distance, _PURPOSE_OF[term.term]
        return kind
