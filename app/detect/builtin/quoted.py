"""What somebody wrote or said in private, given word for word: "she texted me: ..."."""

from app.detect.builtin.patterns import compiled, starts
from app.detect.builtin.people_words import RELATIONS_ZH
from app.detect.builtin.recogniser import Rule, RuleRecogniser

TALK = "Communication Content"
# Two words at least: one alone is a name or a title.
_QUOTE = r"[\"“'‘](?P<v>[^\"”“\n]{2,30}[ ,][^\"”“\n]{2,240}?)[.,]?[\"”](?!\w)"
# A saying whose meaning is asked for was said to nobody.
_QUOTE_ZH = (
    r"[\"“「『](?P<v>[^\"”“」』\n]{4,120}?)[\"”」』]"
    r"(?!(?:这句话?|这个词|一词)?(?:是什么意思|什么意思|怎么(?:翻译|读|写|说)|翻译|用英[语文]|"
    r"出自|的(?:出处|意思|英[语文])))"
)
_SENT_ZH = (
    "发微信|发短信|发消息|发私信|发语音|发邮件|发来|发给我|发我|给我发|微信上说|微信说|微信里说|微信回|"
    "私信我|私信说|短信说|短信里说|留言说|留言给我|回我|回复我|骂我|威胁我|跟我说|对我说|告诉我说|私下说|私下跟我说"
)
RULES = (
    Rule(
        "quoted-message",
        TALK,
        compiled(
            r"\b(?:(?:he|she|they|who|(?:my|his|her|our) [a-z-]{2,16}(?: [a-z-]{2,12})?)"
            r" (?:just |then |also |once |even |only |actually )?(?:wrote|replied|told|sent|left)"
            r"|(?:texted|messaged|dm['’]?d|emailed|whatsapped|slacked))"
            r" (?:(?:me|us|him|her|back|to me|to him|to her)(?: back)?|me a (?:text|message|note|"
            r"voicemail))(?: [a-z ]{2,24}?)?(?: saying| that says| that said)?[:,]? ?" + _QUOTE
        ),
        0.6,
        (
            "text",
            "messaged",
            "dm",
            "email",
            "whatsapp",
            "wrote",
            "replied",
            "told",
            "sent",
            "left",
            "slacked",
        ),
    ),
    Rule(
        "quoted-message",
        TALK,
        compiled(
            r"\b(?:his|her|their|my \w{2,14}['’]s|the) (?:last |latest |exact )?(?:text|"
            r"message|email|"
            r"e-mail|note|voicemail|dm|letter|reply|words)(?: to me| back)?"
            r"(?: said| says| reads| read| was| is| goes| were)?[:,]? ?" + _QUOTE
        ),
        0.55,
        ("text", "message", "mail", "note", "dm", "letter", "reply", "words"),
    ),
    Rule(
        "quoted-message",
        TALK,
        compiled(
            rf"{starts(_SENT_ZH)}(?:{_SENT_ZH})(?:了?一[条句段]|说|来|消息|微信|短信|私信|的是|写道?|道){{0,3}}"
            rf"[:：，, ]{{0,2}}{_QUOTE_ZH}"
        ),
        0.65,
        tuple(_SENT_ZH.split("|")),
    ),
    Rule(
        "quoted-message",
        TALK,
        compiled(
            rf"(?:他|她|{RELATIONS_ZH})(?:昨天|昨晚|刚才|刚刚|今天|半夜|当时|又|突然|总是?|老是?|只|就|一直){{0,2}}"
            rf"(?:回|说|问|写|骂|喊|吼)(?:了?一句|我|道|的是)?[:：，, ]{{0,2}}{_QUOTE_ZH}"
        ),
        0.5,
        ("回", "说", "问", "写", "骂", "喊", "吼"),
    ),
)


def quoted() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
