"""Where people learn and work: schools, classes, employers, job titles."""

from collections.abc import Collection, Iterator

from app.detect.builtin.fiction import is_invented
from app.detect.builtin.job_heads import RULES as JOB_RULES
from app.detect.builtin.lexicon import Lexicon
from app.detect.builtin.patterns import compiled, starts
from app.detect.builtin.people_words import RELATIONS_ZH
from app.detect.builtin.recogniser import Hit, Rule, RuleRecogniser, level_of
from app.detect.builtin.view import View
from app.detect.detector import Profile

JOB = "Job Title/Rank"
COMPANY = "Company/Organization Info"
_NO_SCHOOL_NAME = compiled(
    r"[的了我你他她这那哪各某每两几么个所]|一所|一个|名牌|重点|普通|国内|国外|海外|"
    r"附近|孩子|学校|理想|心仪|目标|公立|私立|双语|寄宿|民办|当地|任何|其他|报考|申请|"
    r"选择|以及|或者|从小|现在|今年|去年|明年|初中|读|上大|整个|著名|一流|专业|"
    r"商学院$|医学院$|文学院$"
)


_RELATIVE_ZH = compiled(RELATIONS_ZH)


def _named_school(value: str) -> bool:
    """Refuse phrases about some school: "这所大学", "普通中学"."""
    return not (_NO_SCHOOL_NAME.search(value) or _RELATIVE_ZH.match(value))


RULES = (
    Rule(
        "school",
        "School",
        compiled(
            r"(?<![A-Za-z])(?P<v>(?:(?:[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’.&-]{1,24}"
            r"|St\.) ){1,4}(?:University|College|High School|Middle School|Elementary(?: "
            r"School)?|Primary School|Academy|Institute(?: of Technology)?|Law School|"
            r"Business School|School|Kindergarten|Preschool)(?! (?:of|for) (?:Thought))(?: "
            r"(?:of|at|for) [A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’-]{1,20}(?: "
            r"[A-Z][\wÀ-ž'’-]{1,20}){0,3})?|Universit(?:y of|é de|à di|ät|at|eit) "
            r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’-]{1,20}(?: "
            r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’-]{1,20}){0,3}|Universi(?:dade|dad)"
            r"(?: (?:de|do|da|del|Federal|Estadual|Nacional|"
            r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’-]{1,20})){1,6})"
        ),
        0.6,
        (
            "universi",
            "college",
            "school",
            "academy",
            "institute",
            "elementary",
            "kindergarten",
            "preschool",
        ),
        cased=True,
    ),
    Rule(
        "school",
        "School",
        compiled(
            r"\b(?:[Mm]y|[Oo]ur|[Hh]er|[Hh]is) (?:school|university|college|alma mater)(?: is|"
            r",| was) (?P<v>[A-Z][\wÀ-ž'’.&-]{1,24}(?: [A-Z][\wÀ-ž'’.&-]{1,24}){0,4})"
        ),
        0.75,
        ("school", "university", "college", "alma mater"),
        cased=True,
    ),
    Rule(
        "school",
        "School",
        compiled(
            r"(?:就读于|就读|毕业于|毕业自|考上了?|考入了?|来自|转到|转学到|在读于|母校(?:是|"
            r"为)?|学校(?:是|叫|为|:)|任教于|在|是|读|上|[，。,；“（(\s]|"
            r"^)(?![我他她你就读这那一毕考在是]|上(?!海))"
            r"(?P<v>(?:(?:[\u4e00-\u9fff](?<![在于是读])){2,8}?|[A-Z]{2,6})(?:实验小学|实验中学|外国语学校|"
            r"附属(?:中学|小学)|附中|附小|第[一二三四五六七八九十]{1,3}(?:中学|小学|高中)|"
            r"幼儿园|小学|中学|高中|大学|学院|职校|技校)(?:[\u4e00-\u9fff]{2,8}?(?:学院|系))?)"
            r"(?!生|时|里|期|课|路|教|老师|城|同学|的时候|之后)"
        ),
        0.5,
        ("学", "高中", "附中", "附小", "幼儿园", "学院", "职校", "技校"),
        cased=True,
        accept=_named_school,
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            r"(?P<v>《[\u4e00-\u9fffA-Za-z·]{2,12}》)(?:杂志|报社?|周刊|月刊|编辑部|主编|编辑|"
            r"社里|栏目|实习|工作|"
            r"上班|的?(?:主编|编辑|记者|撰稿))"
        ),
        0.6,
        ("《",),
    ),
    Rule(
        "class",
        "School",
        compiled(
            r"(?P<v>(?:[小初高大][一二三四五六]|[一二三四五六七八九]年级)"
            r"\s?[(（]?\s?[\d一二三四五六七八九十]{1,2}\s?[)）]?\s?班)"
        ),
        0.7,
        ("班",),
    ),
    Rule(
        "class",
        "School",
        compiled(
            r"\b(?P<v>(?:grade|class|year) \d{1,2}[a-f]?(?:,? class \d{1,2})?)\b(?= "
            r"(?:student|pupil|at|homeroom|teacher))"
        ),
        0.55,
        ("grade", "class", "year"),
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            r"\b(?:[Ww]ork(?:ing|ed|s)? (?:full[- ]time |part[- ]time |remotely )?(?:at|for)|"
            r"[Ee]mployed (?:at|by)|[Jj]oin(?:ed|ing)?|[Hh]ired (?:at|by)|[Ii]ntern(?:ing|ed|"
            r"ship)? (?:at|with)|[Oo]ffer from|[Jj]ob (?:at|with)|[Pp]osition (?:at|with)|"
            r"[Mm]y (?:employer|company|firm|startup|business|organization|previous employer|"
            r"former employer)(?:,| is| was| called)?|[Ee]mployer(?: is|:)|[Cc]ompany(?: is|:|"
            r" name:| called)|(?:[Ff]ounder|CEO|CTO|CFO|COO|[Dd]irector|[Mm]anager|"
            r"[Ee]ngineer|[Pp]artner|[Aa]nalyst|[Cc]onsultant|[Dd]eveloper|[Ll]ead|"
            r"[Cc]oordinator|[Aa]ssociate) (?:at|for)|(?:[Ff]ounder|CEO|CTO|CFO|COO) of)(?: the)? "
            r"(?P<v>[A-Z][\wÀ-ž'’.&-]{1,24}(?:,? (?:&|and|of|[A-Z][\wÀ-ž'’.&-]{1,24}))"
            r"{0,4}(?<! and)(?<! of)(?<!&))"
        ),
        0.7,
        (
            "work",
            "employ",
            "join",
            "hired",
            "intern",
            "offer",
            "job",
            "position",
            "company",
            "firm",
            "startup",
            "business",
            "organization",
            "founder",
            "ceo",
            "cto",
            "cfo",
            "coo",
            "director",
            "manager",
            "engineer",
            "partner",
            "analyst",
            "consultant",
            "developer",
            "lead",
            "coordinator",
            "associate",
        ),
        cased=True,
    ),
    Rule(
        "company",
        COMPANY,
        compiled(
            r"(?<![A-Za-z])(?P<v>(?:[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’&-]{1,24},? )"
            r"{1,4}(?:Inc|LLC|Ltd|Corp|Corporation|GmbH|PLC|Ltda|S\.A|SA|S/A|AG|LLP|Pty|Co|"
            r"Group|Holdings|Partners|Associates|Consulting|Solutions|Technologies|Industries|"
            r"Logistics|Ventures|Enterprises|Studio|Studios|Labs|Foundation|Hospital|Clinic|"
            r"Law Firm|Agency|Pharmaceuticals|Capital|Architects|Engenharia|Advogados|Media)"
            r"\b(?:\.(?=\s*[,a-z]))?)"
        ),
        0.55,
        (
            "inc",
            "llc",
            "ltd",
            "corp",
            "gmbh",
            "plc",
            "ltda",
            "s.a",
            "s/a",
            " ag",
            "llp",
            "pty",
            " co",
            "group",
            "holdings",
            "partners",
            "associates",
            "consult",
            "solutions",
            "technolog",
            "industries",
            "logistics",
            "ventures",
            "enterprises",
            "studio",
            "labs",
            "foundation",
            "hospital",
            "clinic",
            "firm",
            "agency",
            "pharma",
            "capital",
            "architects",
            "engenharia",
            "advogados",
            "media",
        ),
        cased=True,
    ),
    Rule(
        "company",
        COMPANY,
        compiled(
            r"(?P<v>(?:[\u4e00-\u9fffA-Za-z（）()·]{2,16}?)(?:有限责任公司|股份有限公司|"
            r"有限公司|集团公司|集团|事务所|研究院|设计院|工作室|科技公司|律所|研究所))"
        ),
        0.55,
        ("公司", "集团", "事务所", "研究院", "设计院", "工作室", "律所", "研究所"),
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            r"(?:我在|我就职于|就职于|任职于|供职于|入职(?:了)?|我们公司(?:叫|是)?|"
            r"我公司(?:叫|是)?|公司名(?:称)?(?:是|叫|:)|单位(?:是|叫|:)|雇主(?:是|:)|"
            r"跳槽到(?:了)?|加入了?)\s?(?P<v>[\u4e00-\u9fffA-Za-z·&]{2,16}?(?:公司|集团|银行|"
            r"医院|大学|中学|小学|研究所|研究院|事务所|科技|学校|出版社|电视台|杂志社|报社|"
            r"工厂|实验室|机构|俱乐部|工作室|律所|局|部|中心))"
        ),
        0.7,
        ("我在", "就职于", "任职于", "供职于", "入职", "公司", "单位", "雇主", "跳槽", "加入"),
        accept=lambda value: not value.startswith(("自家", "自己", "一家", "这家", "那家", "某家")),
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            r"(?:就职于|任职于|供职于|入职(?:了)?|公司(?:是|叫)|公司名(?:称)?(?:是|叫|:)|"
            r"雇主(?:是|:)|在)\s?(?P<v>[A-Z][\w&.-]{1,20}(?: [A-Z][\w&.-]{1,20}){0,3})"
            r"\s?(?:公司|集团)?(?:工作|上班|任职|担任|做|实习|就职)"
        ),
        0.7,
        ("工作", "上班", "任职", "担任", "做", "实习", "就职"),
    ),
)
_JOB_BEFORE = compiled(
    r"(?:\b(?:i['’]?m|i am|i was|i work|i worked|working|worked|work|job|as|became|"
    r"become|promoted to|position (?:is|of)|title(?: is|:)?|role (?:is|as|of)|"
    r"occupation(?: is|:)?|"
    r"profession(?: is|:)?|career (?:as|in)|life as|time as|experience as|years as|"
    r"been|currently|is|was|i'm just|work as|my work as|hired as|being|retired|former|"
    r"freelance|fellow|apply(?:ing)? for|applied for|serv(?:e|ed|ing) as|aspiring|"
    r"experienced|dedicated|training as|interview for|role of|position of|life of|"
    r"work of|into|(?:used|training|trained|studying|going|learning|hoping|want|wanted) to (?:be|"
    r"become))(?: an?| the| my| our| currently| now| also| still| both)"
    r"*\s(?:[\w-]{2,16} ){0,3}$)"
)
_BEFORE_ZH = (
    "我是|我作为|作为|身为|担任|职位|职务|职业|岗位|当|做|任|任职|升|升为|升职|晋升|成为|身份|"
    "工作是|从事|转行|"
    "应聘|求职|面试|竞聘|兼任|兼|出任|聘为|是一名|是一位|是个|一名|一位|我们的?|我的"
)
_JOB_BEFORE_ZH = compiled(
    rf"{starts(_BEFORE_ZH.replace('?', ''))}(?:{_BEFORE_ZH})[\u4e00-\u9fff“\"「]{{0,8}}$"
)
# A part that an assistant is asked to play.
_PLAYED = compiled(
    r"\b(?:act|acting|answer|behave|pretend|pose|reply|respond) (?:like|as)\b[^.,]{0,24}$"
)
# A job that is asked about is nobody's.
_ASKED = compiled(r"\b(?:what|who)(?:['’]s| is| does| do| was) an? $")
_ONE = compiled(r",? how (?:should|does|do|can) (?:one|people|they)\b")
# The longest word before a job and the characters that may stand between.
_REACH_ZH = 14
_JOB_AFTER = compiled(
    r" (?:position|role|job|at [a-z]|with (?:over |more than )?\w+ years|for (?:over |"
    r"about |more than )?\w+ years|specializing|based in|who (?:specializes|works))\b"
)


class Jobs:
    """Job titles from a list, where the words around say that somebody holds the job."""

    def __init__(self, titles: Collection[str]) -> None:
        self._titles = Lexicon(titles)
        self.gate = self._titles.gate()

    def find(self, view: View, profile: Profile) -> Iterator[Hit]:  # noqa: ARG002 (contract)
        """Yield job titles with the capitalised or seniority words before them."""
        hits = list(self._held(view))
        if hits and not is_invented(view):
            yield from hits

    def _held(self, view: View) -> Iterator[Hit]:
        level = level_of(JOB)
        for term in self._titles.find(view):
            before = view.low[max(0, term.start - 48) : term.start]
            if "\u4e00" <= term.term[0] <= "\u9fff":
                if _JOB_BEFORE_ZH.search(before[-_REACH_ZH:]):
                    more = _SENIORITY_ZH.search(view.low, max(0, term.start - 16), term.start)
                    start = more.start() if more else term.start
                    yield Hit(start, term.end, JOB, level, "job-title", 0.65)
                continue
            alone = not view.low[: term.start].strip(" ,*|-") and not view.low[term.end :].strip(
                " ,*|-"
            )
            if _PLAYED.search(before) or _ASKED.search(before) or _ONE.match(view.low, term.end):
                continue
            if alone or _JOB_BEFORE.search(before) or _JOB_AFTER.match(view.low, term.end):
                start = term.start
                more = _SENIORITY.search(view.low, max(0, start - 40), start)
                yield Hit(more.start() if more else start, term.end, JOB, level, "job-title", 0.65)


_SENIORITY = compiled(
    r"(?<!\w)(?:(?:senior|junior|lead|chief|head|principal|staff|assistant|associate|"
    r"deputy|vice|freelance|retired|licensed|certified|registered|executive|regional|"
    r"general|digital|clinical|civil|mechanical|electrical|chemical|structural|"
    r"environmental|industrial|software|data|product|project|marketing|sales|"
    r"financial|graphic|high school|elementary school|middle school|primary school|"
    r"public|community|social|corporate|family|research|medical|legal|creative|"
    r"technical|operations|human resources|hr|it|ux|web|security|systems?|network|"
    r"cloud|machine learning|ai|interior|landscape|fashion|content|account|supply "
    r"chain|logistics|museum|university|college|english|history|science|math|music|"
    r"art|special education|pediatric|physical|occupational|mental health|part-time|"
    r"full-time) ){1,4}$"
)


_SENIORITY_ZH = compiled(
    r"(?:高级|资深|首席|初级|中级|副|助理|执行|退休|兼职|全职|区域|大区|全球|技术|"
    r"市场|销售|运营|财务|人力资源|行政|产品|项目|研发|设计|质量|安全|信息|数据|算法|"
    r"前端|后端|软件|硬件|网络|系统|临床|外科|内科|儿科|心内科|急诊科?|大学|中学|小学|"
    r"高中|初中|幼儿园|语文|数学|英语|物理|化学|生物|历史|地理|音乐|美术|体育|独立|"
    r"自由|专职|特级|一级|二级|三级|国家级|部门|部|科研|学术|医学|法律|金融|投资|创意|"
    r"艺术|媒体|公关|品牌|客户|供应链|采购|生产|工程|环境|机械|电气|化工|建筑|结构|"
    r"土木){1,4}$"
)


def work(titles: Collection[str]) -> tuple[RuleRecogniser, Jobs]:
    """Return the recognisers of this family; `titles` are the job titles to know."""
    return RuleRecogniser((*RULES, *JOB_RULES)), Jobs(titles)
