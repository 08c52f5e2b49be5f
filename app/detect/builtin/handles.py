"""User names that no field names: "u/leaky_kayak", "on Discord I go by velvetgoblin"."""

from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Rule, RuleRecogniser

_USERNAME = "Account ID/Username"
_SITE = (
    r"(?:[Dd]iscord|[Rr]eddit|[Ss]team|[Tt]witch|[Tt]umblr|[Ss]trava|[Gg]it[Hh]ub|[Gg]it[Ll]ab|"
    r"[Ii]nsta(?:gram)?|IG|[Tt]witter|[Tt]ik[Tt]ok|[Ss]nap(?:chat)?|[Tt]elegram|[Mm]astodon|"
    r"[Bb]luesky|[Tt]hreads|[Ee]tsy|[Ee]bay|[Vv]inted|[Dd]uolingo|[Cc]hess\.com|[Ll]ichess|"
    r"[Rr]oblox|[Mm]inecraft|[Ff]ortnite|[Vv]alorant|[Xx]box|PSN|[Pp]laystation|[Nn]intendo|"
    r"[Ss]kype|[Ss]lack|[Ss]potify|[Ss]ound[Cc]loud|[Yy]ou[Tt]ube|[Pp]interest|[Gg]oodreads|"
    r"[Ll]etterboxd|AO3|[Ww]attpad|[Dd]eviant[Aa]rt|[Kk]o-?fi|[Pp]atreon|[Vv]enmo|[Ww]e[Cc]hat|"
    r"[Ff]acebook|[Qq]uora|[Mm]edium|[Ss]ubstack|[Hh]acker [Nn]ews|[Ss]tack [Oo]verflow|[Kk]aggle|"
    r"[Ll]eet[Cc]ode|[Rr]avelry|[Gg]rindr|[Tt]inder|[Bb]umble|[Hh]inge|the forum|the game|the "
    r"server)"
)
# A word with a digit, a sign or a capital within, as such names mostly have.
_MARKED = (
    r"@?(?:(?=[A-Za-z._-]{1,24}[\d_])[A-Za-z][\w.-]{2,28}\w|[A-Za-z]{1,2}[a-z]{1,16}"
    r"(?:[A-Z][a-z]{1,16}){1,3}\d{0,4}|[a-z]{2,16}(?:[.-][a-z0-9]{2,16}){1,2})"
    r"(?![\w@-])"
)
_WORD = r"@?[A-Za-z0-9_][\w.-]{2,28}\w(?![\w@-])"
_CLOSED = r"(?=[,.;:!?)\"”'’\n]|$| and | but | if | so | to | with | or )"
_NO_NAMES = frozenset(
    ("admin", "administrator", "root", "guest", "anonymous", "user", "well", "usual", "always",
     "myself", "mine", "public", "private", "normal", "follows", "weird", "many", "much", "soon",
     "long", "expected", "someone", "somebody", "everyone", "nobody", "another", "this", "that",
     "these", "those", "from", "with", "just", "only", "also", "here", "there", "where", "when",
     "what", "which", "like", "please", "your", "different", "several", "owner", "moderator",
     "premium", "beginner", "follow-up", "e-mail", "opt-in")
)  # fmt: skip
_SITES = frozenset(
    ("github", "gitlab", "youtube", "tiktok", "linkedin", "whatsapp", "wechat", "soundcloud",
     "paypal", "playstation", "javascript", "typescript", "wordpress", "powerpoint", "iphone",
     "ipad", "macbook", "chatgpt", "openai", "deviantart", "leetcode", "facetime", "onedrive",
     "airbnb", "doordash", "ebay", "woocommerce", "mysql", "postgresql", "mongodb", "graphql",
     "pytorch", "tensorflow", "devops")
)  # fmt: skip


def _chosen(value: str) -> bool:
    plain = value.strip("@").lower()
    return plain not in _NO_NAMES and plain not in _SITES


RULES = (
    Rule(
        "handle",
        _USERNAME,
        compiled(r"(?<![\w./])(?P<v>/?u/[a-z0-9_-]{3,20})(?![\w/])"),
        0.8,
        ("u/",),
    ),
    Rule(
        "username",
        _USERNAME,
        compiled(
            r"\b(?:[Ll]ogged (?:in|on)|[Ss]igned (?:in|up)|[Ll]og(?:ging)? in|[Ss]ign(?:ing)? in|"
            r"[Rr]egistered|[Pp]ost(?:ed|ing)?|[Pp]laying|[Ss]treaming) (?:as|under|by) (?P<v>"
            rf"(?:{_MARKED}|[a-z]{{5,16}}(?=[,.;!?\n]|$)))"
        ),
        0.7,
        (" as ", " under ", " by "),
        cased=True,
        accept=_chosen,
    ),
    Rule(
        "username",
        _USERNAME,
        compiled(
            rf"\b{_SITE}(?: (?:user|username|user name|account|handle|name|profile|page|channel|"
            r"tag|id|shop))?(?:,|:| is|['’]s| as| under| called| named)? (?:it['’]s |i['’]m |"
            rf"I['’]m |I go by |i go by |name['’]?s (?:is )?|as |by )?(?P<v>{_MARKED})"
        ),
        0.65,
        cased=True,
        accept=_chosen,
    ),
    Rule(
        "username",
        _USERNAME,
        compiled(
            rf"\b{_SITE}(?: (?:account|username|handle|name|profile|page|channel|shop))?(?: (?:I "
            r"go by|i go by|I['’]m (?:known as|called)|i['’]m (?:known as|called)|they know me as|"
            rf"my name is|my username is|as|under|is|name is)|,|:) (?P<v>{_WORD}){_CLOSED}"
        ),
        0.55,
        (" as ", " i go by ", " i'm called ", " is ", " i’m called ", " under ", ", ", ": "),
        cased=True,
        accept=lambda value: _chosen(value) and (len(value) > 7 or not value.isalpha()),
    ),
    Rule(
        "username",
        _USERNAME,
        compiled(rf"(?<![\w'’])(?P<v>{_WORD}) (?:on|over on) (?:my )?{_SITE}\b"),
        0.55,
        (" on ",),
        cased=True,
        accept=lambda value: (
            _chosen(value) and any(char.isdigit() or char == "_" for char in value)
        ),
    ),
    Rule(
        "username",
        _USERNAME,
        compiled(
            r"\b(?:(?:IGN|ign|[Gg]amertag|[Gg]amer tag|[Ii]n-game name|[Nn]ickname|[Pp]en name|"
            r"[Aa]lias)(?: (?:is|was|used to be|will be|on \w+ is))?|(?:[Uu]ser ?name|[Hh]andle|"
            r"[Ss]creen ?name) (?:used to be|on \w+ (?:is|was)|was))[:,]? ?[\"“'‘]?"
            rf"(?P<v>{_MARKED}|[A-Z][a-z]{{4,18}}(?: [A-Z][a-z]{{3,16}})?(?=[,.;!?\"”'’\n]|$)|"
            r"[a-z]{8,18}(?=[,.;!?\"”'’\n]|$))"
        ),
        0.65,
        ("ign", "tag", "name", "handle", "alias"),
        cased=True,
        accept=_chosen,
    ),
    Rule(
        "username",
        _USERNAME,
        compiled(
            r"\b(?:[Ff]ollow|[Ff]ind|[Aa]dd|DM|dm|[Mm]essage|[Tt]ag|[Ss]ubscribe to) (?:me|us|my "
            r"\w+)(?: (?:on|over on|at)(?: the)?(?: [A-Za-z.]+)?)?(?: (?:as|at|under|for "
            rf"[^,.\n]{{3,24}}))?[,:]? (?P<v>{_MARKED})"
        ),
        0.65,
        ("add ", "dm ", "find ", "follow ", "message ", "subscribe to ", "tag "),
        cased=True,
        accept=_chosen,
    ),
    Rule(
        "username",
        _USERNAME,
        compiled(
            r"\b(?:[Uu]ser|[Mm]ember|[Ss]omeone|[Ss]omebody|[Aa] guy|[Pp]erson|[Pp]oster|"
            r"[Ff]ollower|[Pp]osted|[Cc]omment|[Rr]eply|[Aa]nswer|[Rr]eview|DM|[Mm]essage)(?: "
            rf"(?:called|named|by|to|from))? (?P<v>{_MARKED})(?=['’]s\b|[\"”),.;!?\n]|$| [a-z])"
        ),
        0.6,
        (
            "a guy",
            "answer",
            "comment",
            "dm",
            "follower",
            "member",
            "message",
            "person",
            "posted",
            "poster",
            "reply",
            "review",
            "somebody",
            "someone",
            "user",
        ),
        cased=True,
        accept=_chosen,
    ),
    Rule(
        "username",
        _USERNAME,
        compiled(
            rf"(?:^|[\"“(] ?|\b[Ff]rom: ?|\b[Bb]y: ?|\b)(?P<v>{_MARKED})(?=,? (?:wrote|writes|said|"
            r"says|replied|commented|posted|tweeted|reposted|messaged|dm['’]?ed)\b)"
        ),
        0.6,
        (
            "wrote",
            "writes",
            "said",
            "says",
            "replied",
            "commented",
            "posted",
            "tweeted",
            "reposted",
            "messaged",
            "dm",
        ),
        cased=True,
        accept=_chosen,
    ),
    Rule(
        "username",
        _USERNAME,
        compiled(
            rf"(?:^|[\"“\n])(?:[Ff]rom|[Bb]y|[Aa]uthor|[Ss]ender|[Uu]ser): ?(?P<v>{_MARKED})(?=  |"
            r"[,;\"”\n]|$)"
        ),
        0.65,
        ("from:", "by:", "author:", "sender:", "user:"),
        cased=True,
        accept=_chosen,
    ),
    # A chat pasted with its times.
    Rule(
        "username",
        _USERNAME,
        compiled(
            r"[\[(]?\b\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?[\])]?,?(?: -)? <?(?P<v>(?!(?:me|"
            r"you|user|bot|assistant|system|bro|sis|mum|mom|dad|her|him|she|he|them|boss|error|"
            r"warning|warn|info|debug|trace|fatal|note|from|to|re)\b)[a-z][\w.-]{2,24})>?:(?!//)"
        ),
        0.6,
        (":",),
    ),
)


def handles() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
