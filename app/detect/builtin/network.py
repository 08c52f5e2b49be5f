"""Usernames, device identifiers and network addresses."""

import ipaddress
import re
from collections.abc import Iterator

from app.detect.builtin.gate import Gate
from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Hit, Rule, RuleRecogniser, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile
from app.privacy.levels import Level

_IPV4 = compiled(r"(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?::\d{2,5})?(?:/\d{1,2})?(?![\w-]|\.\d)")
_IPV6 = compiled(
    r"(?<![\w:.])(?=[0-9a-f]*:[0-9a-f:]*:)(?:[0-9a-f]{0,4}:)"
    r"{2,7}[0-9a-f]{0,4}(?![\w:.])"
)
_VERSION_BEFORE = compiled(
    r"(?:\bv|version|ver\.?|release|build|firmware|driver|section|clause|版本|升级到|"
    r"chrome/|固件)[\s:]{0,2}$"
    r"|\b(?:upgrad|updat|downgrad|bump|patch)\w* (?:\w+ ){0,2}(?:from|to) (?:v?[\d.]{3,15} to )?$"
    r"|(?:升级|更新|降级|回退)(?:到|至|成)?了?\s?$"
)
_VERSION_AFTER = compiled(r"\s?(?:升级|更新|降级)")
_INTERNAL = compiled(
    r"\b(?:servers?|admin|intranet|internal|bastion|jump ?(?:box|host)|gateway|vpn|"
    r"ssh|host|database|db|staging|production|prod|cluster|node|nas|router|subnet|"
    r"backend|firewall|private network|lan|vlan|proxy|console|jenkins|gitlab|endpoint|"
    r"deploy\w*|whitelist\w*)\b"
    r"|内网|服务器|堡垒机|跳板机|网关|数据库|后台|管理|节点|路由|测试环境|生产环境|"
    r"主机|局域网|控制台|防火墙|集群"
)
# Where the routers of most homes answer: nobody's, when somebody asks what that is.
_ROUTER = compiled(r"192\.168\.\d{1,3}\.1")
_ASKED = compiled(r"\bwhat (?:is|are)\b|是什么|为什么|为啥")
# Examples in documentation: RFC 5737; loopback and unspecified addresses identify nobody.
_DOCUMENTATION = tuple(
    ipaddress.ip_network(net)
    for net in (
        "127.0.0.0/8",
        "0.0.0.0/8",
        "255.0.0.0/8",
        "192.0.2.0/24",
        "198.51.100.0/24",
        "203.0.113.0/24",
    )
)
_PUBLIC_RESOLVERS = frozenset(
    {"8.8.8.8", "8.8.4.4", "1.1.1.1", "1.0.0.1", "9.9.9.9", "114.114.114.114", "223.5.5.5"}
)
# RFC 1918: networks that anybody may have.
_WHOLE_NETWORKS = frozenset({"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"})


class IpAddresses:
    """IP addresses: private ones and servers' open a system, others trace a person."""

    gate = Gate(shape=lambda word: word.count(".") >= 3 or word.count(":") >= 2, digits=1)

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield IPv4 and IPv6 addresses, but no version numbers."""
        for match in _IPV4.finditer(view.text):
            host = re.split(r"[:/]", match[0])[0]
            try:
                address = ipaddress.IPv4Address(host)
            except ValueError:
                continue
            if (
                match[0] in _WHOLE_NETWORKS
                or (_ROUTER.fullmatch(match[0]) and _ASKED.search(view.low))
                or host in _PUBLIC_RESOLVERS
                or any(address in net for net in _DOCUMENTATION)
            ):
                continue
            before = view.low[max(0, match.start() - 48) : match.start()]
            if _VERSION_BEFORE.search(before) or _VERSION_AFTER.match(view.low, match.end()):
                continue
            around = view.low[max(0, match.start() - 80) : match.end() + 60]
            if address.is_private or _INTERNAL.search(around):
                yield Hit(*match.span(), "Internal IP", Level.PL4, "internal-ip", 0.8)
            else:
                yield Hit(
                    *match.span(),
                    "Network Identifier",
                    level_of("Network Identifier"),
                    "ip-address",
                    0.8,
                )
        yield from self._ipv6(view)

    @staticmethod
    def _ipv6(view: View) -> Iterator[Hit]:
        for match in _IPV6.finditer(view.low):
            try:
                address = ipaddress.IPv6Address(match[0])
            except ValueError:
                continue
            if not address.is_loopback and len(match[0]) >= 6:
                yield Hit(
                    *match.span(),
                    "Network Identifier",
                    level_of("Network Identifier"),
                    "ip-address",
                    0.85,
                )


_HANDLE_VALUE = r"[@＠]?[a-z0-9_][\w.-]{2,30}[a-z0-9_]"


# Decorators, mail domains and words of prose that follow the same cues.
_NOT_HANDLES = frozenset(
    {
        "the",
        "and",
        "not",
        "for",
        "you",
        "your",
        "that",
        "this",
        "what",
        "also",
        "here",
        "there",
        "with",
        "from",
        "like",
        "just",
        "very",
        "good",
        "name",
        "test",
        "admin",
        "root",
        "user",
        "null",
        "none",
        "true",
        "false",
        "@media",
        "@import",
        "@property",
        "@override",
        "@app",
        "@staticmethod",
        "@classmethod",
        "@param",
        "@return",
        "@returns",
        "@gmail",
        "@everyone",
        "@here",
        "@channel",
        "@font-face",
        "@keyframes",
        "@dataclass",
        "@pytest",
        "@component",
        "@injectable",
        "@types",
        "@deprecated",
        "@test",
        "@before",
        "@after",
        "@autowired",
    }
)


def _chosen(value: str) -> bool:
    """Say whether a word after "username is" or "handle:" is a name and not plain prose."""
    return not value.islower() or not value.isalpha() or len(value) >= 7


def _marked(value: str) -> bool:
    """Say whether a word after 账号 or 微信 has a digit or sign, as account names mostly have."""
    return any(not char.isalpha() for char in value.strip("@"))


_MAC = compiled(r"(?<![\w:-])(?P<v>[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5})(?![\w:-])")
RULES = (
    Rule(
        "mac-address",
        "Network Identifier",
        _MAC,
        0.9,
        gate=Gate(shape=lambda word: len(word) >= 17 and _MAC.search(word) is not None),
    ),
    Rule(
        "imei",
        "Device ID",
        compiled(r"\bimei\b[^\d\n]{0,14}(?P<v>\d{2}[- ]?\d{6}[- ]?\d{6}[- ]?\d{1,2})\b"),
        0.9,
        ("imei",),
    ),
    Rule(
        "device-id",
        "Device ID",
        compiled(
            r"(?:\b(?:device|hardware|machine|udid|serial|s/n)\s?(?:id|number|no\.?|code|"
            r"identifier)?|设备(?:id|编号|号|码|序列号)|序列号|机器码|sn码|sn号)\s{0,2}(?:is|"
            r"为|是|[:：=#(])?\s{0,2}(?P<v>(?=[a-z0-9-]*\d)[a-z0-9]{2,}(?:-?[a-z0-9]+){0,5})"
        ),
        0.75,
        (
            "device",
            "hardware",
            "machine id",
            "udid",
            "serial",
            "s/n",
            "设备",
            "序列号",
            "机器码",
            "sn码",
            "sn号",
        ),
        accept=lambda value: len(value) >= 6,
    ),
    Rule(
        "username",
        "Account ID/Username",
        compiled(
            rf"\b(?:user ?name|handle|gamertag|screen ?name|login)s? [\"“'‘`]?"
            rf"(?P<v>{_HANDLE_VALUE})(?=[\"'”’`\s,.;!?)]|$)"
        ),
        0.65,
        ("user", "handle", "gamertag", "screen", "login"),
        accept=_marked,
    ),
    Rule(
        "username",
        "Account ID/Username",
        compiled(
            r"\b(?:user ?name|login(?: name| id)?|user ?id|account (?:name|id)|handle|screen "
            r"?name|gamertag|instagram|twitter|discord|github|telegram|snapchat|tiktok|reddit|"
            r"steam|skype|wechat|weibo|psn|uid)(?: (?:account|username|user ?name|handle|id|"
            rf"name))?\s?(?:is|:|=|\()\s?[\"'“‘`]?(?P<v>{_HANDLE_VALUE})(?=[\"'”’`\s,.;!?)，"
            r"。；]|$)"
        ),
        0.75,
        (
            "user",
            "login",
            "account",
            "handle",
            "screen",
            "gamertag",
            "instagram",
            "twitter",
            "discord",
            "github",
            "telegram",
            "snapchat",
            "tiktok",
            "reddit",
            "steam",
            "skype",
            "wechat",
            "weibo",
            "psn",
            "uid",
        ),
        accept=_chosen,
    ),
    Rule(
        "username",
        "Account ID/Username",
        compiled(
            r"(?:用户名|账号名|登录名|登录账号|账户名|昵称|网名|微信号|微信id|微信|qq号|"
            r"(?<![a-z])qq|抖音号|小红书号|微博id|微博|游戏id|账号id|用户id|账号|账户|登录id|"
            r"(?<![a-z])(?:user ?)?id|(?<![a-z])uid)(?:是|为|叫|：|:|\s|（|\(|“|\"|用的是|名)"
            rf"{{1,4}}(?P<v>{_HANDLE_VALUE}|\d{{5,12}})(?![\w@-])"
        ),
        0.7,
        (
            "用户名",
            "账号",
            "登录",
            "账户",
            "昵称",
            "网名",
            "微信",
            "qq",
            "抖音",
            "小红书",
            "微博",
            "id:",
            "id：",
            "id是",
            "id为",
            "id叫",
            " uid",
            "user id ",
        ),
        accept=_marked,
    ),
    Rule(
        "handle",
        "Account ID/Username",
        compiled(r"(?<![\w@.])(?P<v>@[a-z_][\w.]{2,28}[a-z0-9_])(?![\w@])"),
        0.6,
        ("@",),
        accept=lambda value: value.lower() not in _NOT_HANDLES,
    ),
    Rule(
        "handle",
        "Account ID/Username",
        compiled(r"(?<![\w@./#-])(?P<v>[a-z]{2,}_[a-z0-9_]{2,})(?![\w.(/=\[:-])"),
        0.4,
        (
            "username",
            "user name",
            "my account",
            "my handle",
            "my profile",
            "follow me",
            "账号",
            "用户名",
            "登录",
            "账户",
            "昵称",
        ),
    ),
    Rule(
        "member-id",
        "Account ID/Username",
        compiled(
            r"\b(?:employee|staff|member(?:ship)?|student|loyalty|frequent flyer|customer|"
            r"client|subscriber|badge|user)\s?(?:id|number|no\.?|#)\s{0,2}(?:is|:|=|was|\()"
            r"?\s{0,2}#?(?P<v>(?=[\w-]{0,20}\d)[a-z0-9]{1,12}(?:-[a-z0-9]{1,12}){0,3})(?!\w)"
        ),
        0.75,
        ("id", "number", "no.", "#"),
    ),
    Rule(
        "member-id",
        "Account ID/Username",
        compiled(
            r"(?:工号|学号|会员号|会员卡号|员工(?:编)?号|员工id|客户(?:编)?号|会员id|会员编号|"
            r"准考证号|学籍号)\s?(?:是|为|:|：|\()?\s?(?P<v>(?=[\w-]{0,20}\d)"
            r"[a-z0-9]{2,16}(?:-[a-z0-9]{1,12}){0,3})"
        ),
        0.8,
        ("工号", "学号", "会员", "员工", "客户", "准考证", "学籍"),
    ),
)


def network() -> tuple[IpAddresses, RuleRecogniser]:
    """Return the recognisers of this family."""
    return IpAddresses(), RuleRecogniser(RULES)
