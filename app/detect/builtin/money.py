"""Cards, bank accounts and whatever else money can be taken through."""

from collections.abc import Collection, Iterator

from app.detect.builtin.check_digits import checker
from app.detect.builtin.gate import Gate
from app.detect.builtin.lexicon import Lexicon
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Hit, Recogniser, Rule, RuleRecogniser, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile

ACCOUNT = "Financial Account"
_CARD = compiled(r"(?<![\w.$-])\d(?:[ \u2010-\u2015.-]{0,2}\d){12,18}(?![\w-]|\.\d)")
# Issuer prefixes of ISO/IEC 7812: Visa, Mastercard, Amex, Discover, Diners, JCB, UnionPay, Maestro.
_ISSUER = compiled(r"4|5[0-8]|3[0-9]|6|2[2-7]|9")
_GROUPED = compiled(r"\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}")
_CARD_CONTEXT = compiled(
    r"\b(?:card|visa|master ?card|amex|credit|debit|bank|account)\b|卡|账号|账户|银行"
)
_IBAN = compiled(r"(?<![\w-])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}(?: ?[A-Z0-9]{1,3})?(?!\w)")
_CRYPTO = compiled(
    r"(?<!\w)(?:0x[0-9a-fA-F]{40}|bc1[02-9ac-hj-np-z]{25,60}|"
    r"[13][1-9A-HJ-NP-Za-km-z]{25,34}|T[1-9A-HJ-NP-Za-km-z]{33})(?!\w)"
)
_CRYPTO_CONTEXT = compiled(
    r"wallet|bitcoin|btc|eth|crypto|usdt|address|deposit|钱包|比特币|地址|充值|转"
)
_ENDING = r"(?:ending|ends|end|that ends|which ends)(?: in| with| on)?(?: digits)?"
_CARD_WORDS = (
    r"(?:(?:credit|debit|bank|prepaid|visa|master ?card|amex|american express|"
    r"discover|unionpay|checking|savings|business|joint|gold|platinum|corporate|"
    r"virtual|payroll|brokerage|bank|investment|personal) ){0,3}(?:card|account|visa|"
    r"master ?card|amex|acct)"
)
RULES = (
    Rule(
        "card-ending",
        ACCOUNT,
        compiled(rf"\b(?P<v>{_CARD_WORDS}(?: number)?,? (?:\()?{_ENDING}:? \d{{3,6}})\b"),
        0.85,
        ("end",),
    ),
    Rule(
        "card-ending",
        ACCOUNT,
        compiled(
            rf"\b(?:{_ENDING}|last (?:four|4)(?: digits)?(?: are| is| of| being|:)?):? "
            r"(?P<v>\d{4})\b"
        ),
        0.75,
        ("end", "last four", "last 4"),
    ),
    Rule(
        "card-ending",
        ACCOUNT,
        compiled(r"(?P<v>(?:尾号|末四位|后四位|尾数|卡尾)\s?(?:是|为|:|：)?\s?\d{3,6})(?:的)?"),
        0.85,
        ("尾号", "末四位", "后四位", "尾数", "卡尾"),
    ),
    Rule(
        "account-kind",
        ACCOUNT,
        compiled(
            r"(?P<v>(?:储蓄|证券|股票|投资|基金|公积金|养老金|外汇|美元|离岸|联名|工资|对公|"
            r"理财|信托|退休金?|应急金?|期货|加密货币|数字货币)(?:储蓄)?(?:账户|帐户|账号|卡))"
        ),
        0.5,
        ("账户", "帐户", "账号", "卡"),
    ),
    Rule(
        "masked-card",
        ACCOUNT,
        compiled(r"(?<![\w*])(?P<v>(?:[*x•·]{4}[ -]?){1,3}\d{4})(?!\w)"),
        0.8,
        ("*", "x", "•", "·"),
    ),
    Rule(
        "account-context",
        ACCOUNT,
        compiled(
            r"\b(?:(?:bank |checking |savings |current |brokerage |payroll |investment |"
            r"deposit )?(?:account|acct|a/c)|routing|sort code|swift|bic|card|iban)(?: number|"
            r" no\.?| code| #)?\s{0,2}(?:(?:is|was|:|=|#|number|\()\s{0,2}){0,3}(?P<v>\d[\d "
            r"-]{4,24}\d|[a-z]{4}[a-z]{2}[a-z0-9]{2}(?:[a-z0-9]{3})?(?=[^a-z0-9]|$)(?<=[0-9x])"
            r")(?![\w-])"
        ),
        0.8,
        ("account", "acct", "a/c", "routing", "sort code", "swift", "bic", "card", "iban"),
        accept=lambda v: sum(c.isdigit() for c in v) >= 6 or v[:1].isalpha(),
    ),
    Rule(
        "account-context",
        ACCOUNT,
        compiled(
            r"(?:银行卡号?|银行账[号户]|账[号户]|帐号|卡号|储蓄卡|信用卡|借记卡|对公账户|"
            r"收款账[号户]|支付宝(?:账号)?|公积金账号|证券账[号户])\s?(?:号码?)?\s?(?:是|为|:|"
            r"：|\(|（)?\s?(?P<v>\d[\d -]{6,24}\d)(?![\w-])"
        ),
        0.85,
        ("卡", "账", "帐", "支付宝"),
    ),
    Rule(
        "payment-handle",
        ACCOUNT,
        compiled(
            r"\b(?:paypal|venmo|cash ?app|zelle|revolut|wise|alipay|pix(?: key)?)(?: account| "
            r"handle| id| username| tag| email| key)?\s?(?:is|:|=|\()"
            r"\s?(?P<v>[@$]?[a-z0-9][\w.-]{3,30}[a-z0-9])(?![\w@])"
        ),
        0.7,
        ("paypal", "venmo", "cash app", "cashapp", "zelle", "revolut", "wise", "alipay", "pix"),
    ),
    Rule(
        "card-expiry",
        ACCOUNT,
        compiled(
            r"\b(?:exp(?:iry|ires|iration)?(?: date)?|valid (?:thru|until))\.?\s?(?:is|:|on|=)"
            r"?\s?(?P<v>(?:0[1-9]|1[0-2]) ?/ ?(?:20)?\d{2})\b"
        ),
        0.75,
        ("exp", "valid"),
    ),
    Rule(
        "card-expiry",
        ACCOUNT,
        compiled(
            r"(?:有效期|到期日|过期日)(?:至|到|是|为|:|：)?\s?(?P<v>(?:0[1-9]|1[0-2]) ?/ "
            r"?(?:20)?\d{2})"
        ),
        0.75,
        ("有效期", "到期", "过期"),
    ),
    Rule(
        "card-security-code",
        "Payment Security Code",
        compiled(
            r"(?:\b(?:cvv2?|cvc2?|cvn|csc|cid|card security code|security code)\b|安全码|"
            r"卡背(?:面)?(?:三位|后三位|的三位)?(?:数字|码)?|背面三位数?)\s{0,2}(?:\([^)"
            r"]{0,12}\)\s?)?(?:(?:is|was|:|=|code|number|是|为|：|\()\s{0,2})"
            r"{0,2}(?P<v>\d{3,4})(?!\d)"
        ),
        0.9,
        ("cvv", "cvc", "cvn", "csc", "cid", "security code", "安全码", "卡背", "背面"),
    ),
)


class Cards:
    """Card numbers, proved by their check digit or by the words before them."""

    gate = Gate(digits=13)

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield payment cards, also with spaces inside."""
        level = level_of(ACCOUNT)
        for match in _CARD.finditer(view.text):
            digits = "".join(char for char in match[0] if char.isdigit())
            if not 13 <= len(digits) <= 19 or len(set(digits)) < 3 or not _ISSUER.match(digits):
                continue
            near = _CARD_CONTEXT.search(view.low[max(0, match.start() - 40) : match.start()])
            grouped = _GROUPED.fullmatch(match[0])
            if checker("stdnum.luhn").is_valid(digits) and (
                grouped or near or len(digits) in {15, 16, 19}
            ):
                yield Hit(*match.span(), ACCOUNT, level, "card-checksum", 1.0)
            elif near or grouped:
                yield Hit(*match.span(), ACCOUNT, level, "card-context", 0.8)


class Ibans:
    """International bank account numbers, proved by their check digits."""

    # Two check digits, and Malta's five of the bank: no country has fewer (ISO 13616 registry).
    gate = Gate(digits=7)

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield IBANs, also in groups."""
        for match in _IBAN.finditer(view.text):
            value = match[0]
            # The pattern may have taken the next word along: give it back group by group.
            while len(value) >= 15 and not checker("stdnum.iban").is_valid(
                value, check_country=False
            ):
                value = value.rpartition(" ")[0]
            if len(value) >= 15:
                start = match.start()
                yield Hit(start, start + len(value), ACCOUNT, level_of(ACCOUNT), "iban", 1.0)


class Wallets:
    """Addresses of crypto wallets, by their alphabets and lengths."""

    gate = Gate(shape=lambda word: len(word) >= 26)

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield them, the short forms only where a word before speaks of wallets."""
        for match in _CRYPTO.finditer(view.text):
            before = view.low[max(0, match.start() - 60) : match.start()]
            if match[0].startswith(("0x", "bc1")) or _CRYPTO_CONTEXT.search(before):
                yield Hit(*match.span(), ACCOUNT, level_of(ACCOUNT), "crypto-wallet", 0.8)


_BANK_CONTEXT = compiled(
    r"\b(?:card|account|savings|checking|loan|mortgage|deposit|transfer|statement|"
    r"bank with|credit|debit|brokerage|ending|balance|payment|paid|wire)\b"
    r"|卡|账户|账号|存款|转账|贷款|尾号|流水|余额|汇款|理财|开户|还款|支付|扣|付|工资"
)
_AFTER_BANK = compiled(
    r"(?:['’]s)?\s?(?:(?:credit|debit|visa|mastercard|checking|savings|platinum|gold|"
    r"black|world|infinite|prime|business|current|joint|investment|brokerage|bank|"
    r"sapphire|preferred|rewards|cash)\s){0,3}(?:card|account|visa|mastercard|信用卡|"
    r"储蓄卡|借记卡|银行卡|账户|账号|卡|帐户)?"
    r"\s?(?:[（(]?(?:ending(?: in| with)?|尾号|末四位|后四位)\s?(?:是|为|:)"
    r"?\s?\d{3,6}[）)]?|\d{4}\b)?"
)
_PLAIN_ACCOUNT = compiled(r"(?:card|account|卡|账户|账号|\d)[）)]?$")


_CHINESE_BANK = compiled(
    r"(?:^|[，。！？、；：（“《 \n]|在|是|的|和|与|给|向|从|到|去|找|欠|还|用|跟|把|我|有|张|家|"
    r"转|存|办|开|过|了|连|及)"
    r"(?P<v>(?![这那哪某各每我你他她一几两多有用的和开网手在还该])[\u4e00-\u9fff]{2,6}?银行)"
    r"(?!家|业|卡号|流水|系统|行业|利率|利息)"
)
_NO_BANK = compiled(
    r"(?:.*[个想哪办找].*|网上|手机|网络|电子|中央|投资|商业|开户|血液|数据|世界|国有|外资|私人|"
    r"线上|数字|地方|"
    r"股份制|传统|大型|小型|其他|不同|任何|国内|当地|附近|本地|合作|直接|通过|联系|前往|需要|可以|"
    r"如果|因为|所以|关于|选择|哪家|多家|几家|一家|这家|那家|大的?|去|找|问)银行$"
)


# "They chase her for the loan" names no bank.
_VERB = compiled(r"\b(?:to|they|he|she|we|i|you|banks?|will|who) chase (?!bank|card|account|saph)")


class Banks:
    """The bank or payment service with which the user has a card or an account."""

    def __init__(self, banks: Collection[str]) -> None:
        self._banks = Lexicon(banks)
        self.gate = self._banks.gate(strings=("银行",))

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield banks from the list, and others that Chinese names as such."""
        yield from self._listed(view)
        if "银行" in view.text and _BANK_CONTEXT.search(view.low):
            level = level_of(ACCOUNT)
            for match in _CHINESE_BANK.finditer(view.text):
                if not _NO_BANK.search(match["v"]):
                    yield Hit(*match.span("v"), ACCOUNT, level, "bank", 0.5)

    def _listed(self, view: View) -> Iterator[Hit]:
        """Yield a bank's name with the card or account words and last digits after it."""
        level = level_of(ACCOUNT)
        for term in self._banks.find(view):
            tail = _AFTER_BANK.match(view.low, term.end)
            end = tail.end() if tail else term.end
            while end > term.end and view.text[end - 1].isspace():
                end -= 1
            around = view.low[max(0, term.start - 40) : term.end + 40]
            if _PLAIN_ACCOUNT.search(view.low[term.start : end]):
                yield Hit(term.start, end, ACCOUNT, level, "bank-account", 0.8)
            elif _BANK_CONTEXT.search(around) and not _VERB.search(around):
                yield Hit(term.start, end, ACCOUNT, level, "bank", 0.55)


def money(banks: Collection[str]) -> tuple[Recogniser, ...]:
    """Return the recognisers of this family; `banks` are the names to know."""
    return Cards(), Ibans(), Wallets(), RuleRecogniser(RULES), Banks(banks)
