"""What the labels of forms, columns and settings name, and what their values look like."""

import re
from functools import lru_cache
from typing import NamedTuple

from app.detect.builtin.patterns import compiled
from app.detect.builtin.personal import DATE

_PLAIN = (
    r"(?!(?:required|optional|none|null|true|false|yes|no|empty|hidden|changed|reset|string|"
    r"text|type|value|undefined|nil|n/a|unknown|forgotten|password|secret)\b)"
)
_CODED = r"(?:os|process|env|config|settings|self|this|sys|req|request)[.\[]"
_SECRET = compiled(rf"(?!{_CODED}|[（(\[].*[）)\]]$){_PLAIN}[^\s<>{{}}*]{{4,64}}", re.IGNORECASE)
_CODE = compiled(r"(?=[\w-]*\d)[A-Za-z0-9](?:[A-Za-z0-9]|[ -](?=[A-Za-z0-9])){3,24}")
# Users of systems that are no person's.
_NOBODY = (
    r"admin|administrator|root|guest|test|user|nobody|app|web|www-data|postgres|mysql|mariadb|"
    r"redis|mongo|ubuntu|debian|ec2-user|docker|git|jenkins|deploy|anonymous|system|default|sa"
)
_DIGITS = compiled(r"\+?\(?\d(?:[ ().-]{0,2}\d){5,24}")
_KEY = compiled(rf"{_PLAIN}(?=[!-~]*\d)[A-Za-z0-9_+/.=~-]{{8,300}}", re.IGNORECASE)
_NAME = compiled(
    r"[A-ZÀ-ÖØ-Þ][\wÀ-ž'’.-]{1,20}(?: [A-ZÀ-ÖØ-Þ][\wÀ-ž'’.-]{0,20}){1,3}|[\u4e00-\u9fff]{2,4}"
)
_ADDRESS = compiled(r"(?=.*\d)[\wÀ-ž#][^\n]{6,110}|[\u4e00-\u9fff\w-]{6,60}")


class Kind(NamedTuple):
    """What a label names. `setting` says that "LABEL=value" without quotes counts as well."""

    type: str
    rule: str
    label: re.Pattern[str]
    value: re.Pattern[str]
    setting: bool


def _kind(
    privacy_type: str, rule: str, label: str, value: re.Pattern[str], *, setting: bool = False
) -> Kind:
    return Kind(privacy_type, rule, compiled(rf"(?:{label})"), value, setting)


_OF = r"(?:[a-z]{1,14} ){0,3}"
# The first kind whose label fits decides.
_KINDS = (
    _kind(
        "PIN",
        "pin",
        rf"{_OF}pin(?: code| number| no)?|pin码|(?:支付|取款|门禁|解锁|锁屏|交易)密码",
        compiled(r"\d{4,8}"),
        setting=True,
    ),
    _kind(
        "Password",
        "password-context",
        rf"{_OF}(?:password|passwd|pwd|passphrase|passcode|pass)(?: \d)?|"
        r"[\u4e00-\u9fffa-z -]{0,8}(?:密码|口令)",
        _SECRET,
        setting=True,
    ),
    _kind(
        "Verification Code",
        "one-time-code",
        r"(?:sms |e?mail )?(?:otp|verification code|one-time code|2fa code|mfa code|auth code)|"
        r"[\u4e00-\u9fff]{0,4}(?:验证码|动态码|校验码)",
        compiled(r"(?=[\w-]*\d)[A-Za-z0-9-]{4,10}"),
        setting=True,
    ),
    _kind(
        "Payment Security Code",
        "card-security-code",
        r"(?:card )?(?:cvv2?|cvc2?|security code)|安全码",
        compiled(r"\d{3,4}"),
        setting=True,
    ),
    _kind(
        "Backup Code",
        "backup-code",
        r"(?:backup|recovery) (?:codes?|keys?)|备用码|恢复码|备份码",
        _CODE,
    ),
    _kind(
        "Security Question Answer",
        "security-answer",
        r"(?:security|secret) answer|mother['’]?s maiden name|密保答案|安全问题答案",
        compiled(rf"{_PLAIN}[^\n]{{2,40}}"),
    ),
    _kind(
        "Key",
        "assigned-secret",
        rf"{_OF}(?:api key|secret|secret key|access key|access key id|client secret|"
        r"private key|signing key|encryption key|app secret)|[\u4e00-\u9fffa-z ]{0,6}(?:密钥|秘钥)",
        _KEY,
        setting=True,
    ),
    _kind(
        "Token",
        "assigned-token",
        rf"{_OF}(?:token|cookie|session id|sessionid)|[\u4e00-\u9fff]{{0,4}}令牌",
        _KEY,
        setting=True,
    ),
    _kind(
        "Financial Account",
        "account-context",
        r"(?:credit |debit |bank )?card(?: number| no| num)?|"
        r"(?:bank |checking |savings )?(?:account|acct)(?: number| no| num)|iban|routing number|"
        r"(?:银行|信用|储蓄|借记)?卡号?码?|银行账[号户]|收款账[号户]",
        compiled(r"(?=(?:[^\d]*\d){6})[A-Z]{0,2}\d[\dA-Z -]{4,33}"),
    ),
    _kind(
        "Passport Number", "passport-context", r"passport(?: number| no| num)?|护照号?码?", _CODE
    ),
    _kind(
        "Driver's License Number",
        "licence-context",
        r"driver['’]?s? licen[cs]e(?: number| no)?|driving licen[cs]e(?: number| no)?|"
        r"驾驶证号?码?|驾照号?码?",
        _CODE,
    ),
    _kind(
        "License Plate",
        "plate-context",
        r"(?:licen[cs]e |number )?plate(?: number| no)?|车牌号?码?",
        compiled(r"[\u4e00-\u9fff]?(?=[\w ·-]*\d)[A-Z0-9][A-Z0-9 ·-]{3,9}"),
    ),
    _kind(
        "ID Number",
        "id-context",
        r"ssn|social security(?: number| no)?|national id(?: number)?|id (?:card )?(?:number|no|"
        r"num)|"
        r"tax id|身份证号?码?|证件号码?|社保卡?号",
        _CODE,
    ),
    _kind(
        "Account ID/Username",
        "username",
        r"user(?: ?names?)?|user ?id|login(?: id| name)?|account name|用户名|登录名|账户名|"
        r"账号名?|微信号?",
        compiled(
            rf"(?!(?:{_NOBODY}|[A-Za-z0-9-]*(?:svc|service|bot|daemon))\b|(?:{_CODED}))"
            rf"{_PLAIN}[A-Za-z0-9_@][\w.@-]{{2,40}}",
            re.IGNORECASE,
        ),
        setting=True,
    ),
    _kind(
        "Real Name",
        "introduced-name",
        r"(?:full |real |legal |customer |patient |client |employee |contact |account )?name|"
        r"姓名|真实姓名|联系人|收件人|患者姓名|持卡人",
        _NAME,
    ),
    _kind(
        "Identity Background",
        "birth-date",
        r"dob|date of birth|birth ?dates?|birthday|生日|出生日期|出生年月",
        compiled(DATE, re.IGNORECASE),
    ),
    _kind(
        "Phone Number",
        "phone",
        rf"{_OF}(?:phone|mobile|cell|cellphone|telephone|tel)(?: number| no)?|"
        r"(?:联系)?(?:电话|手机)号?码?|联系方式",
        _DIGITS,
    ),
    _kind(
        "Detailed Address",
        "address-context",
        r"(?:home |street |mailing |shipping |delivery |billing |residential )?address|"
        r"(?:家庭|收货|通讯|联系|居住)?(?:住址|地址)",
        _ADDRESS,
    ),
    _kind(
        "Email",
        "email",
        rf"{_OF}e ?mail(?: address)?|(?:电子)?邮[箱件](?:地址)?",
        compiled(r"[\w.+%'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}"),
    ),
    _kind(
        "Medical Record",
        "code-medical",
        r"mrn|patient (?:id|number|no)|medical record (?:number|no)|病历号|就诊号|门诊号|住院号",
        _CODE,
    ),
    _kind(
        "Assets/Income",
        "amount",
        rf"{_OF}(?:salary|income|net worth)|(?:年|月|税前|税后)?(?:薪|收入|工资)",
        compiled(r"(?:[$€£¥]|[A-Z]{3} ?)?\d[\d,.]{2,12}(?: ?[A-Z]{3}|万|k|元)?", re.IGNORECASE),
    ),
    _kind(
        "Identity Background",
        "age",
        r"age|年龄",
        compiled(r"\d{1,3}(?: ?岁| years?(?: old)?)?", re.IGNORECASE),
    ),
    _kind(
        "Third-Party Identifiable Info",
        "introduced-name",
        r"patient|client|tenant|applicant|candidate|employee|student|beneficiary|"
        r"(?:emergency )?contact|患者|客户|租客|申请人|候选人|员工|学生|监护人|家长",
        _NAME,
    ),
    _kind(
        "Medical Health",
        "diagnosis",
        r"diagnos[ie]s|(?:临床|主要)?诊断(?:结果)?",
        compiled(
            r"(?!none\b|n/a)(?!the |an? |this |that |it |we |i |what |how "
            r")[\wÀ-ž\u4e00-\u9fff][^\n|{}<>]{1,60}",
            re.IGNORECASE,
        ),
    ),
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LONGEST_LABEL = 40
# Any of the labels: nearly every line that is asked about has none.
_ANY_LABEL = compiled("|".join(kind.label.pattern for kind in _KINDS))


@lru_cache(maxsize=4096)
def kind_of(label: str) -> Kind | None:
    """Return what a label names, or None. "userPassword", "user_password" are "user password"."""
    if not 2 <= len(label) <= _LONGEST_LABEL:
        return None
    if not label.islower():
        label = _CAMEL.sub(" ", label)
    for joiner in "_.-":
        label = label.replace(joiner, " ")
    plain = " ".join(label.split()).strip(" *#`\"'").lower()
    plain = (
        plain.removeprefix("my ").removeprefix("your ").removeprefix("我的").removeprefix("the ")
    )
    if not _ANY_LABEL.fullmatch(plain):
        return None
    for kind in _KINDS:
        if kind.label.fullmatch(plain):
            return kind
    return None
