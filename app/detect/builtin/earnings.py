"""What somebody earns, owns and owes, told in passing: "I bring home 3,140 every two weeks"."""

from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Rule, RuleRecogniser

WORTH = "Assets/Income"
OWED = "Debt/Loan Info"
PAID = "Transaction Record"
_SIGN = (
    r"(?:(?:us|ca|a|s|hk|nz)?[$€£¥₹]|(?:usd|eur|gbp|dkk|nok|sek|chf|czk|pln|huf|inr|rs\.?|rm|zar|"
    r"aud|cad|sgd) ?)"
)
_UNIT = (
    r"(?:dollars|euros?|pounds|francs|kroner|kronor|rupees|zloty|quid|bucks|grand|yen|won|pesos|"
    r"reais|lira)"
)
_DIGITS = r"\d{1,3}(?:[,.  ]\d{3})+(?:\.\d{2})?|\d{2,7}(?:\.\d{2})?"
_WORD = (
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|"
    r"nine))?(?: and a half)? (?:hundred|thousand|grand|million))"
)
AMOUNT = (
    rf"(?:{_SIGN}?(?:{_DIGITS})(?: ?(?:k|m|million|thousand)\b)?(?: and a half thousand)?(?: "
    rf"{_UNIT})?|{_WORD}(?: {_UNIT})?)"
)
# An amount that says by itself that it is money.
_MONEY = (
    rf"(?:{_SIGN}(?:{_DIGITS})(?: ?(?:k|m|million|thousand)\b)?|(?:{_DIGITS})(?: ?(?:k|thousand|"
    rf"million))? {_UNIT}|(?:{_DIGITS}) ?k\b|{_WORD}(?: {_UNIT})?)"
)
_EACH = (
    r"(?:,? (?:a|an|per|each|every|the) (?:month|year|week|hour|day|two weeks|fortnight|other week|"
    r"shift|night)| monthly| a month after tax(?:es)?| net| gross| before tax(?:es)?| after "
    r"tax(?:es)?| annually| weekly)"
)
_ABOUT = (
    r"(?:about |around |only |just |roughly |almost |nearly |barely |exactly |some |like |maybe |"
    r"approximately |over |under )?"
)
_WHO = r"(?:i|we|he|she|my \w{2,14}(?: \w{2,12})?|our \w{2,14}(?:['’]s \w{2,12})?)"
RULES = (
    Rule(
        "amount",
        WORTH,
        compiled(
            rf"\b{_WHO}(?:['’]m|['’]s|['’]ve| am| is| still| now| only| currently| each)* "
            r"(?:earn(?:s|ed|ing)?|mak(?:e|es|ing)|made|bring(?:s|ing)? home|brought home|"
            r"take(?:s)? home|took home|clear(?:s|ed)?|net(?:s)?|gross(?:es)?|on|get(?:s)?(?: "
            r"paid)?|got paid|claim(?:s)?|receive[sd]?|live[sd]? on|draw[s]?) "
            rf"{_ABOUT}(?P<v>{AMOUNT}){_EACH}"
        ),
        0.7,
        (
            " a ",
            " an ",
            " per ",
            " each ",
            " every ",
            " the ",
            "monthly",
            " net",
            " gross",
            " tax",
            "annually",
            "weekly",
        ),
    ),
    Rule(
        "amount",
        WORTH,
        compiled(
            rf"\b{_WHO}(?:['’]m| am|['’]s)? (?:on|earn(?:s|ed|ing)?|bring(?:s)? home|take(?:s)? "
            rf"home|clear(?:s)?) {_ABOUT}(?P<v>{_MONEY})(?=[,.;!?)\n]|$| and | but | at | as | "
            rf"after | before )"
        ),
        0.55,
        (" on ", "earn", "home", "clear"),
    ),
    Rule(
        "amount",
        WORTH,
        compiled(
            r"\b(?:my|our|his|her)(?: (?:old|late|new|monthly|weekly|annual|take-home|net|gross|"
            r"base|first|last))? (?:pension|salary|wage|wages|pay|paycheck|pay ?check|sick pay|"
            r"stipend|scholarship|allowance|benefits|universal credit|disability|alimony|child "
            r"support|raise|bonus|income|wage slip|payslip|pay slip|isa|401\(k\)|ira|pension pot|"
            r"nest egg|emergency fund|brokerage account|portfolio|trust fund|savings account|"
            r"current account|checking account|inheritance|severance|dowry|savings)(?: (?:is|was|"
            r"of|shows?|says|at|has|holds|comes to|came to|went up to|dropped to|"
            rf"has shrunk to|:)|,|:)? {_ABOUT}(?:gross |net )?(?P<v>{AMOUNT})(?![\w%])"
        ),
        0.65,
        (
            "pension",
            "salary",
            "wage",
            "pay",
            "stipend",
            "scholar",
            "allowance",
            "benefit",
            "credit",
            "disability",
            "alimony",
            "support",
            "raise",
            "bonus",
            "income",
            "slip",
            "isa",
            "401",
            "ira",
            "pot",
            "egg",
            "fund",
            "account",
            "portfolio",
            "inherit",
            "severance",
            "dowry",
            "savings",
        ),
        unless=compiled(r"\d ?(?:%|percent)"),
    ),
    Rule(
        "amount",
        WORTH,
        compiled(
            r"\b(?:universal credit|the job cent(?:re|er)|unemployment|social security|the state|"
            r"the council|disability) (?:gives|pays|sends) (?:me|us|her|him) "
            rf"{_ABOUT}(?P<v>{AMOUNT})"
        ),
        0.65,
        ("gives", "pays", "sends"),
    ),
    Rule(
        "amount",
        WORTH,
        compiled(
            r"\b(?:i['’]ve|i have|we['’]ve|we have|i|we)(?: got| only| just| now| managed to)* "
            r"(?:(?:kept|saved(?: up)?|put aside|put away|set aside|inherited|stashed|hidden|"
            r"hoarded|have|got)? ?)"
            rf"{_ABOUT}(?P<v>{AMOUNT}) (?:put aside|saved(?: up)?|set aside|in savings|in the "
            r"bank|in cash|in my (?:account|savings|isa|pension)|in our (?:account|savings)|under "
            r"the mattress|in an? [a-z]+ tin|from the sale|in shares|in stocks|in crypto|in "
            r"bitcoin|in gold)\b"
        ),
        0.65,
        (
            "aside",
            "saved",
            "in savings",
            "in the bank",
            "in cash",
            "in my ",
            "in our ",
            "mattress",
            " tin",
            "from the sale",
            "in shares",
            "in stocks",
            "in crypto",
            "in bitcoin",
            "in gold",
        ),
    ),
    Rule(
        "amount",
        WORTH,
        compiled(
            r"\b(?:kept|saved(?: up)?|inherited|stashed|put aside|set aside|won|got|received) "
            rf"{_ABOUT}(?P<v>{_MONEY})(?= (?:from|in|so|and|over|last|by)\b|[,.;!?]|$)"
        ),
        0.5,
        ("kept", "saved", "inherited", "stashed", "aside", "won", "estate", "from the sale"),
        unless=compiled(
            r"\b(?:if|suppose|imagine|novel|film|movie|game|character|he won|she won|they won|"
            r"person|somebody|someone)\b"
        ),
    ),
    Rule(
        "amount",
        OWED,
        compiled(
            rf"\b(?:i|we|he|she|they|my \w{{2,14}})(?: still| now| also)? owe(?:s|d)? (?:(?:you|me|"
            rf"him|her|them|us|the|my|our|his) )?(?:[a-z]+ ){{0,3}}(?:the "
            rf")?{_ABOUT}(?P<v>{AMOUNT})(?![\w%])"
        ),
        0.65,
        ("owe",),
    ),
    Rule(
        "amount",
        OWED,
        compiled(
            r"\b(?:(?:my|our|his|her|a|an|the) (?:[a-z]+ )?(?:loan|overdraft|mortgage|credit card "
            r"debt|debt|arrears|payday loan|car loan|student loan|instal+ment)(?: of| is| was|:|"
            r",)?|(?:borrow(?:ed|ing)?|we['’]d borrow|i['’]d borrow|remortgaged for|in debt for|in "
            rf"the red by|maxed[- ]out cards?,)) {_ABOUT}(?P<v>{AMOUNT})(?![\w%])"
        ),
        0.6,
        (
            "loan",
            "overdraft",
            "mortgage",
            "debt",
            "arrears",
            "instal",
            "borrow",
            "in the red",
            "maxed",
        ),
        unless=compiled(
            r"\b(?:suppose|imagine|if somebody|if someone|example|novel|how does|explain)\b"
        ),
    ),
    Rule(
        "amount",
        PAID,
        compiled(
            rf"(?P<v>{AMOUNT} (?:for (?:my|our|his|her|the|an?) |to pay (?:my|our|his|her|the|an?) "
            rf"|on (?:an? |the )?|in )(?:[a-z]+ ){{0,2}}"
            r"(?:ivf|lawyer|abortion(?: pills)?|private detective|private investigator|detective|"
            r"rehab|therapist|therapy|couples therapy|marriage course|divorce|alimony|child "
            r"support|custody lawyer|custody|bail|funeral|gravestone|ransom|blackmailer|escort|"
            r"plastic surgery|nose job|hair transplant|fertility clinic|egg freezing|paternity "
            r"test|dna test|surrogate|psychic|debt collector|loan shark|immigration lawyer|visa "
            r"lawyer|restraining order))\b"
        ),
        0.65,
        (
            "ivf",
            "lawyer",
            "abortion",
            "detective",
            "investigator",
            "rehab",
            "therap",
            "course",
            "divorce",
            "alimony",
            "support",
            "custody",
            "bail",
            "funeral",
            "gravestone",
            "ransom",
            "blackmail",
            "escort",
            "surgery",
            "nose job",
            "transplant",
            "clinic",
            "freezing",
            "test",
            "surrogate",
            "psychic",
            "collector",
            "shark",
            "order",
        ),
    ),
)


def earnings() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
