"""Jobs that no list has, by the last word of their name: "a marine acoustics technician"."""

from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Rule

_HEADS = (
    "accountant|activist|actor|actress|administrator|advisor|adviser|advocate|agent|analyst|"
    "animator|anthropologist|apprentice|archaeologist|architect|archivist|artist|assistant|"
    "associate|astronomer|attorney|auditor|author|baker|banker|barber|barista|bartender|biologist|"
    "blogger|bookkeeper|botanist|broker|butcher|captain|carpenter|cashier|chef|chemist|"
    "choreographer|clerk|coach|columnist|composer|conductor|consultant|contractor|cook|"
    "coordinator|counsel+or|curator|dancer|dentist|designer|detective|developer|director|doctor|"
    "driver|ecologist|economist|editor|educator|electrician|engineer|entrepreneur|executive|"
    "farmer|filmmaker|firefighter|fisherman|florist|freelancer|gardener|geographer|geologist|guard|"
    "guide|hairdresser|historian|hygienist|illustrator|inspector|instructor|intern|interpreter|"
    "inventor|janitor|jeweler|journalist|judge|landscaper|lawyer|lecturer|librarian|linguist|"
    "machinist|manager|marketer|mathematician|mechanic|mediator|meteorologist|midwife|model|"
    "musician|negotiator|novelist|nurse|nutritionist|officer|operator|optician|organizer|owner|"
    "painter|paralegal|paramedic|performer|pharmacist|philosopher|photographer|physician|"
    "physicist|physiotherapist|pilot|planner|plumber|poet|policeman|potter|practitioner|presenter|"
    "principal|producer|professor|programmer|prosecutor|psychiatrist|psychologist|publicist|"
    "publisher|ranger|realtor|receptionist|recruiter|rep|reporter|representative|researcher|"
    "restaurateur|retailer|sailor|salesman|salesperson|scholar|scientist|screenwriter|sculptor|"
    "seamstress|secretary|shopkeeper|singer|sociologist|soldier|specialist|statistician|"
    "strategist|stylist|superintendent|supervisor|surgeon|surveyor|tailor|teacher|technician|"
    "technologist|teller|therapist|trader|trainer|translator|tutor|undertaker|veterinarian|vet|"
    "videographer|waiter|waitress|weaver|welder|winemaker|worker|writer|zoologist"
)
_HEADS_ZH = (
    "师|员|家(?![里人庭])|主编|编辑|编剧|编导|导演|制片人|策展人|经纪人|主持人|撰稿人|负责人|"
    "创始人|合伙人|"
    "代理人|监制|总监|主管|主任|经理|专员|顾问|助理|秘书|司机|教练|律师|医生|护士|会计|出纳|记者|"
    "翻译|主播|"
    "博主|店长|站长|教授|讲师|博士后|研究生|博士生|实习生|自由职业者|从业者|工作者|创业者|个体户"
)
_NO_JOBS_ZH = frozenset(
    {
        "国家",
        "大家",
        "人家",
        "全家",
        "自家",
        "专家",
        "一员",
        "成员",
        "党员",
        "团员",
        "老师",
        "大师",
        "员",
        "师",
        "家",
    }
)
RULES = (
    Rule(
        "job-title",
        "Job Title/Rank",
        compiled(
            r"(?:我是|作为|担任|任职|身为|一名|一位|是个|转行做|成为|应聘|面试|升为|升任|兼任|"
            r"兼职做?|现任)"
            r"(?:一[名位个]|了)?"
            r"(?P<v>(?![一个的了我你他她这那])[\u4e00-\u9fff]{0,8}?"
            rf"(?:{_HEADS_ZH}))(?=[，。！？；、\s,的]|$|来说)"
        ),
        0.6,
        (
            "我是",
            "作为",
            "任",
            "身为",
            "一名",
            "一位",
            "是个",
            "转行",
            "成为",
            "应聘",
            "面试",
            "升",
            "兼",
        ),
        accept=lambda v: v not in _NO_JOBS_ZH,
    ),
    Rule(
        "job-title",
        "Job Title/Rank",
        compiled(
            r"(?m:^|[\n,|] ?)(?P<v>(?:(?:Senior|Junior|Associate|Assistant|Deputy|Executive|Vice|"
            r"Managing|Regional|Acting|Interim) )?(?:Head|Director|Manager|VP|President|"
            r"Coordinator|"
            r"Dean|Chair|Curator|Professor|Lead|Chief|Secretary|Editor|Supervisor|Minister|Partner)"
            r" (?:of|for) (?:the )?[A-Z][\w&'’-]{1,20}"
            r"(?: (?:and|&|of|for)(?= [A-Z])| [A-Z][\w&'’-]{1,20}){1,6})"
        ),
        0.6,
        (" of ", " for "),
        cased=True,
    ),
    Rule(
        "job-title",
        "Job Title/Rank",
        compiled(
            r"\b(?:(?<!act )(?<!acting )(?<!works )(?<!work )as|i['’]?m|i am|i was|i['’]ve been|"
            r"i used to be|became|become|becoming|being|"
            r"(?:(?<!it )works?|worked|working|jobs?|roles?|positions?|careers?|life|time|days|"
            r"years|"
            r"experience|background|hired|employed|serv(?:e|ed|ing)|train(?:ed|ing)) as)"
            r"(?: also| now| currently| just| still| only)? an? "
            rf"(?P<v>(?!(?:good|great|better|bad|real|true|huge|big|fellow|team) "
            rf")(?:[\w'’&/-]{{2,20}} ){{0,4}}?"
            rf"(?:{_HEADS})(?: (?:and|/) (?:[\w-]{{2,16}} ){{0,2}}(?:{_HEADS}))?)\b(?!['’]s)"
        ),
        0.6,
        (" a ", " an "),
    ),
    Rule(
        "job-title",
        "Job Title/Rank",
        compiled(
            rf"\b(?P<v>(?:retired|former|freelance|aspiring|part-time|full-time|self-employed|"
            rf"semi-retired|off-duty|licensed|certified|registered) (?:[\w-]{{2,20}} "
            rf"){{0,3}}?(?:{_HEADS}))\b"
        ),
        0.55,
        ("retired", "former", "freelance", "aspiring", "-time", "self-emp", "duty", "ed "),
    ),
)
