"""Secrets that show themselves: issuers' key formats, tokens, connection strings, key blocks."""

import math
import re
from collections import Counter
from collections.abc import Iterator

from app.detect.builtin.gate import OPEN, Gate
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Hit, Rule, RuleRecogniser, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile

_E = r"(?![A-Za-z0-9])"
_S = r"(?<![A-Za-z0-9])"
# The prefixes are the issuers' own, as their documentation gives them.
_ISSUED = (
    r"sk-(?:proj-|ant-(?:api\d\d-)?|or-v1-|svcacct-|live-|test-)?[A-Za-z0-9_-]{16,200}",
    r"(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{10,120}",
    r"(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,20}",
    r"gh[pousr]_[A-Za-z0-9]{20,255}",
    r"github_pat_[A-Za-z0-9_]{22,255}",
    r"glpat-[A-Za-z0-9_-]{20,64}",
    r"xox[abeprs]-[A-Za-z0-9-]{10,250}",
    r"xapp-\d-[A-Za-z0-9-]{10,250}",
    r"AIza[A-Za-z0-9_-]{30,45}",
    r"ya29\.[A-Za-z0-9_-]{20,300}",
    r"SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{16,64}",
    r"hf_[A-Za-z0-9]{20,64}",
    r"npm_[A-Za-z0-9]{30,50}",
    r"pypi-[A-Za-z0-9_-]{50,250}",
    r"dop_v1_[a-f0-9]{64}",
    r"(?:AC|SK)[a-f0-9]{32}",
    r"key-[a-f0-9]{32}",
    r"\d{8,10}:AA[A-Za-z0-9_-]{32,36}",
    r"LTAI[A-Za-z0-9]{12,30}",
    r"AKID[A-Za-z0-9]{13,40}",
    r"shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}",
    r"sq0(?:atp|csp)-[A-Za-z0-9_-]{22,43}",
    r"EAACEdEose0cBA[A-Za-z0-9]{20,200}",
    r"gsk_[A-Za-z0-9]{20,80}",
    r"xai-[A-Za-z0-9]{20,100}",
    r"AGE-SECRET-KEY-1[A-Z0-9]{58}",
    r"[A-Za-z0-9_-]{23,28}\.[A-Za-z0-9_-]{6,7}\.[A-Za-z0-9_-]{27,38}",
)
_LITERAL = compiled(r"[A-Za-z]{2,}")
_JWT = compiled(
    rf"{_S}eyJ[A-Za-z0-9_-]{{5,2000}}\.eyJ[A-Za-z0-9_-]{{5,4000}}\.[A-Za-z0-9_-]{{5,100"
    r"0}"
)
_BEARER = compiled(
    r"\b(?:bearer|authorization:\s?(?:basic|token)|x-api-key:|set-cookie:|cookie:)"
    r"\s{1,2}(?P<v>[A-Za-z0-9._~+/=-]{12,2000})",
    re.IGNORECASE,
)
_URL_WITH_PASSWORD = compiled(
    r"(?<![\w+.-])(?P<v>(?P<scheme>[a-z][a-z0-9+.-]{1,20})"
    r"://[^\s/@:'\"<>]{0,80}:[^\s/'\"<>]{1,120}@[^\s'\"<>)，。；]{1,200})",
    re.IGNORECASE,
)
_DATABASES = compiled(
    r"(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|redis|rediss|mssql|sqlserver|"
    r"oracle|amqps?|jdbc|cassandra|clickhouse|neo4j|bolt|couchdb|influxdb|db2|sqlite|"
    r"mysql\+pymysql|postgresql\+\w+)",
    re.IGNORECASE,
)
_JDBC = compiled(r"(?<!\w)(?P<v>jdbc:[a-z0-9]{2,20}:[^\s'\"<>，。]{6,300})", re.IGNORECASE)
_DSN = compiled(
    r"(?<!\w)(?P<v>(?:server|data source|host|driver|accountname|endpoint|"
    r"defaultendpointsprotocol)=[^;\n]{1,120};(?:[^;=\n]{1,40}=[^;\n]{0,160};?){1,12})",
    re.IGNORECASE,
)
_DSN_SECRET = compiled(r"(?:password|pwd|accountkey|sharedaccesskey|secret)\s?=", re.IGNORECASE)
_DB_HOST = compiled(
    r"(?<![\w+.-])(?P<v>(?:postgres(?:ql)?|mysql|mongodb(?:\+srv)?|redis|rediss|"
    r"amqps?)://[^\s'\"<>，。；)]{4,200}[^\s'\"<>，。；).,!?])",
    re.IGNORECASE,
)
_QUERY_SECRET = compiled(
    r"[?&](?:access_token|api_?key|apikey|token|auth|secret|sig|signature|password|"
    r"passwd|pwd|key|session(?:id)?|code|client_secret)=(?P<v>[^\s&#'\"<>]{6,400})",
    re.IGNORECASE,
)
_PRIVATE_KEY = compiled(
    r"-----BEGIN (?P<k>[A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?)-----(?:[^-]|-(?!----))"
    r"{0,20000}(?:-----END (?P=k)-----)?"
)
_INTERNAL_HOST = compiled(
    r"(?<![\w@.-])(?P<v>(?:(?:https?|ssh|ftp|rdp|smb|ldap)://)?(?:[a-z0-9-]{1,40}\.)"
    r"{1,5}(?:internal|intranet|intra|corp|local|lan|localdomain|private|home\.arpa|"
    r"cluster\.local|svc)(?:\.[a-z0-9-]{2,30}){0,2}(?::\d{2,5})"
    r"?(?:/[\w./?=&%-]{0,120}[\w/])?)(?![\w-]|\.\w)"
)
_ADMIN_URL = compiled(
    r"(?<![\w@.-])(?P<v>(?:https?://)?(?:admin|intranet|vpn|bastion|jump|jenkins|"
    r"gitlab|jira|wiki|confluence|internal|staging|stage|dev|test|uat|oa|erp|crm|"
    r"console|grafana|kibana|nexus|harbor|vault|sso|ldap|db|mysql|redis|prod)"
    r"[a-z0-9-]{0,20}\.(?:[a-z0-9-]{2,30}\.){1,4}[a-z]{2,10}(?::\d{2,5})"
    r"?(?:/[\w./?=&%-]{0,120}[\w/])?)(?![\w-])"
)
_UNC = compiled(r"(?<![\w\\])(?P<v>\\\\[\w.-]{2,40}\\[\w$.-]{1,60}(?:\\[\w$. -]{1,60}){0,6})")
_CVE = compiled(r"(?<!\w)(?P<v>cve-\d{4}-\d{4,7})(?!\d)")


# No issuer's key without a word at its beginning is shorter, or has other characters.
_ANY_KEY = re.compile(r"[a-z0-9._:-]{16}")


def _issued_rule(issued: str) -> Rule:
    """Return the rule for one issuer's pattern; its literal beginning is the cue."""
    prefix = _LITERAL.match(issued)
    return Rule(
        "issued-key",
        "Key",
        compiled(f"{_S}(?P<v>{issued}){_E}"),
        0.95,
        cues=(prefix[0].lower(),) if prefix else (),
        cased=True,
        gate=None if prefix else Gate(shape=lambda word: _ANY_KEY.search(word) is not None),
    )


RULES = (
    *map(_issued_rule, _ISSUED),
    Rule("jwt", "Token", _JWT, 0.95, ("eyj",), cased=True),
    Rule(
        "bearer",
        "Token",
        _BEARER,
        0.9,
        ("bearer", "authorization", "api-key", "cookie"),
        cased=True,
    ),
    Rule("jdbc", "Database Connection String", _JDBC, 0.85, ("jdbc:",), cased=True),
    Rule(
        "connection-string",
        "Database Connection String",
        _DSN,
        0.9,
        ("=",),
        cased=True,
        accept=lambda v: bool(_DSN_SECRET.search(v)),
    ),
    Rule("connection-string", "Database Connection String", _DB_HOST, 0.85, ("://",), cased=True),
    Rule("query-secret", "Token", _QUERY_SECRET, 0.8, ("=",), cased=True),
    Rule(
        "internal-host",
        "Intranet Entry Point",
        _INTERNAL_HOST,
        0.8,
        (".internal", ".intra", ".corp", ".local", ".lan", ".private", ".home.arpa", ".svc"),
    ),
    Rule(
        "internal-host",
        "Intranet Entry Point",
        _ADMIN_URL,
        0.5,
        (
            "admin",
            "intranet",
            "vpn",
            "bastion",
            "jump",
            "jenkins",
            "gitlab",
            "internal",
            "staging",
            "内网",
            "后台",
        ),
        accept=lambda v: (
            v.count(".") >= 2
            and "://www." not in v
            and not re.search(
                r"(?:gitlab|github|atlassian|google|amazon|microsoft)\.(?:com|net|io)", v
            )
        ),
    ),
    Rule("network-share", "Intranet Entry Point", _UNC, 0.7, ("\\\\",)),
    Rule(
        "unpatched",
        "Vulnerability Details",
        _CVE,
        0.45,
        ("our ", "my ", "unpatched", "我们", "未修复", "漏洞"),
    ),
)


class Urls:
    """Addresses that carry a user name and a password."""

    gate = Gate(strings=("://",))

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield the whole address; a database's counts as a connection string."""
        for match in _URL_WITH_PASSWORD.finditer(view.text):
            value = match["v"].rstrip(".,;!?")
            kind = (
                "Database Connection String"
                if _DATABASES.fullmatch(match["scheme"])
                else "Password"
            )
            start = match.start("v")
            yield Hit(start, start + len(value), kind, level_of(kind), "url-credentials", 0.95)


class PrivateKeys:
    """Key blocks that run over lines. Reads whole texts."""

    gate = OPEN

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield each block from its first dash to its last, or to the end of an unfinished one."""
        if "-----BEGIN" in view.text:
            level = level_of("Private Key")
            for match in _PRIVATE_KEY.finditer(view.text):
                yield Hit(
                    match.start(),
                    match.start() + len(match[0].rstrip()),
                    "Private Key",
                    level,
                    "private-key",
                    0.99,
                )


_SEED_CONTEXT = compiled(
    r"seed phrase|recovery phrase|mnemonic|secret phrase|backup phrase|seed words|"
    r"recovery words|wallet phrase|助记词|恢复短语|种子词|助记码"
)
_SEED_WORDS = compiled(
    r"(?<![\w-])(?:\d{1,2}[.):]?\s{0,2})?(?P<first>[a-z]{3,8})(?:[\s,，"
    r"、;]{1,3}(?:\d{1,2}[.):]?\s{0,2})?[a-z]{3,8}){11,23}(?![\w-])"
)
_WORD = compiled(r"[a-z]+")
_PLAIN = frozenset(
    {
        "the",
        "and",
        "are",
        "was",
        "that",
        "this",
        "with",
        "from",
        "have",
        "your",
        "for",
        "but",
        "not",
        "you",
        "his",
        "her",
        "they",
        "been",
        "were",
        "which",
        "their",
        "would",
        "there",
        "about",
        "when",
        "what",
        "who",
    }
)


class SeedPhrases:
    """Twelve to twenty-four words that open a wallet. Reads whole texts: they may fill lines."""

    gate = OPEN

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield the run of words that follows a word for such phrases."""
        context = list(_SEED_CONTEXT.finditer(view.low))
        if not context:
            return
        level = level_of("Key")
        for announced in context:
            match = _SEED_WORDS.search(view.low, announced.end(), announced.end() + 500)
            if match and not _PLAIN.intersection(_WORD.findall(match[0])):
                yield Hit(match.start(), match.end(), "Key", level, "seed-phrase", 0.9)


_LEAST_OPAQUE = 20
_OPAQUE = compiled(rf"(?<![\w/.@+-])(?P<v>[A-Za-z0-9_+/=-]{{{_LEAST_OPAQUE},200}})(?![\w/@])")
_ANY_OPAQUE = re.compile(rf"[a-z0-9_+/=-]{{{_LEAST_OPAQUE}}}")
_OPAQUE_CONTEXT = compiled(
    r"\b(?:key|secret|token|api|auth|credential|bearer|session|access|webhook|signing|"
    r"password|passphrase|private)s?\b|密钥|令牌|凭证|秘钥|口令|授权|私钥|密码"
)
_UUID = compiled(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_HASH_CONTEXT = compiled(
    r"\b(?:commit|sha\d*|md5|hash|checksum|digest|git|merge|revision|image|docker|"
    r"integrity)\b|提交|哈希|校验和"
)


def entropy(value: str) -> float:
    """Return Shannon's entropy of `value` in bits a character."""
    counts = Counter(value)
    return -sum(n / len(value) * math.log2(n / len(value)) for n in counts.values())


class Opaque:
    """Long random strings where the words around speak of keys or tokens."""

    gate = Gate(shape=lambda word: _ANY_OPAQUE.search(word) is not None, digits=1)

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield strings of high entropy, except hashes of commits and files and bare UUIDs."""
        for match in _OPAQUE.finditer(view.text):
            # "token=" is the name of what follows, and "==" the end of Base64.
            value = match["v"].rstrip("=").rpartition("=")[2]
            start = match["v"].rindex(value) + match.start()
            if len(value) < _LEAST_OPAQUE:
                continue
            around = view.low[max(0, start - 60) : start]
            if not _OPAQUE_CONTEXT.search(around) or _UUID.fullmatch(value):
                continue
            if _HASH_CONTEXT.search(around[-30:]) or not any(c.isdigit() for c in value):
                continue
            if entropy(value) >= 3.4 and not value.replace("-", "").replace("_", "").isdigit():
                yield Hit(start, match.end(), "Key", level_of("Key"), "random-secret", 0.75)


def secrets() -> tuple[Urls, RuleRecogniser, Opaque]:
    """Return the line recognisers of this family."""
    return Urls(), RuleRecogniser(RULES), Opaque()


def secrets_over_lines() -> tuple[PrivateKeys, SeedPhrases]:
    """Return the whole-text recognisers of this family."""
    return PrivateKeys(), SeedPhrases()
