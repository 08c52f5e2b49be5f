"""How diseases and medicines are named in English and Chinese: stems, grades, body parts."""

from app.detect.builtin.patterns import compiled, starts

# Stems of international non-proprietary names (WHO), which tell a medicine that no list has.
STEM_EN = compiled(
    r"\b[a-z]{3,14}(?:cillin|mycin|floxacin|cycline|statin|pril|sartan|olol|dipine|"
    r"prazole|tidine|azepam|zolam|oxetine|triptan|gliptin|gliflozin|glutide|tinib|"
    r"zumab|ximab|limab|navir|tegravir|ciclovir|conazole|profen|setron|barbital|"
    r"dronate|xaban|lukast|terol|solone|fenac|coxib|tropium)\b"
)
STEM_ZH = compiled(
    r"(?:(?!的|和|了|吃|服|用|开|在|是|有|药|还|每|天|加|换|及|或)[\u4e00-\u9fff])"
    r"{1,5}(?:西林|沙星|霉素|他汀|普利|沙坦|洛尔|地平|拉唑|替丁|唑仑|西泮|西汀|双胍|"
    r"列净|列汀|列奈|鲁肽|替尼|单抗|洛韦|卡韦|康唑|洛芬|司琼|巴比妥|膦酸钠|沙班|司特|"
    r"特罗|奈德|泼尼松|噻嗪|曲坦|巴林|必利|西平|拉平|哌酮|缓释片|缓释胶囊|肠溶片|胶囊|"
    r"注射液|口服液|滴眼液|喷雾剂|气雾剂|颗粒|软膏|凝胶|滴丸)(?:片|胶囊|钙片?|钠|"
    r"缓释片)?"
)
ILL_ZH = compiled(
    r"(?P<v>[\u4e00-\u9fff]{1,6}(?:综合征|综合症|后遗症|恐惧症|症|炎|癌|肿瘤|障碍)"
    r"(?![状结热黄夏凉帝]))"
)
NOT_ILL_ZH = frozenset(
    {
        "炎症",
        "发炎",
        "消炎",
        "抗炎",
        "对症",
        "急症",
        "重症",
        "杂症",
        "并发症",
        "后遗症",
        "病症",
        "适应症",
        "防癌",
        "抗癌",
        "致癌",
        "肿瘤",
        "癌症",
        "障碍",
        "无障碍",
        "沟通障碍",
        "语言障碍",
        "克服障碍",
        "炎",
        "癌",
        "症",
        "该症",
        "此症",
        "绝症",
        "选择困难症",
        "选择恐惧症",
        "拖延症",
        "懒癌",
        "尴尬癌",
        "直男癌",
        "不治之症",
    }
)
# Everyday words that end in a body part: a condition does not begin inside them.
ENDS_IN_BODY_ZH = frozenset(
    [
        "担心",
        "关心",
        "小心",
        "安心",
        "放心",
        "耐心",
        "中心",
        "开心",
        "伤心",
        "信心",
        "决心",
        "热心",
        "用心",
        "核心",
        "灰心",
        "内心",
        "当心",
        "操心",
        "石头",
        "念头",
        "开头",
        "里头",
        "外头",
        "后头",
        "前头",
        "镜头",
        "老头",
        "口头",
        "码头",
        "街头",
        "对手",
        "助手",
        "选手",
        "歌手",
        "新手",
        "高手",
        "水手",
        "动手",
        "分手",
        "二手",
        "人手",
        "下手",
        "入手",
        "着手",
        "满足",
        "不足",
        "充足",
        "知足",
        "十足",
        "立足",
        "热血",
        "木耳",
        "露骨",
        "钢骨",
        "排骨",
        "刺骨",
        "转眼",
        "一眼",
        "亲眼",
        "心眼",
        "显眼",
    ]
)
GRADE_EN = compiled(
    r"(?<!\w)(?:(?:mild|mildly|moderate|severe|severely|chronic|acute|early|late|"
    r"advanced|recurrent|seasonal|major|minor|generali[sz]ed|social|clinical|"
    r"postpartum|gestational|bilateral|left|right|lower|upper|bacterial|viral|"
    r"allergic|rheumatoid|untreated|undiagnosed|newly diagnosed|type [12i]{1,2}|stage "
    r"[1-4iv]{1,3}[ab]?|stage-[1-4]|grade [1-4iv]{1,3}|treatment-resistant|"
    r"high-functioning|mixed|atypical|borderline|obstructive|primary|secondary|"
    r"congenital|herniated|torn|fractured|broken|sprained) ){1,3}$"
)
MOD_ZH = (
    r"(?:急性|慢性|轻度|轻微|中度|中重度|重度|严重|早期|中期|晚期|良性|恶性|原发性|"
    r"继发性|特发性|复发性|先天性|遗传性|左侧?|右侧?|双侧?|两侧|多发性?|单纯性|过敏性|"
    r"病毒性|细菌性|神经性|季节性|妊娠期?|产后|术后|间歇性|阵发性|持续性|顽固性|"
    r"混合性|非典型|广泛性|双相|缺铁性|地中海|类风湿性?|强直性|功能性|药物性|酒精性|"
    r"非酒精性|"
    r"萎缩性|浅表性|糜烂性|溃疡性|反流性|阻塞性|间质性|风湿性|高血压性|糖尿病性?|"
    r"[12一二]型|I{1,2}型|[一二三]级|[1-4IV一二三四]{1,3}期|复杂性|创伤后|季节性|女性|"
    r"男性|儿童|青少年|老年性?|顽固性)"
)
BODY_ZH = (
    r"(?:头|脑|颅内|眼|眼底|视网膜|角膜|耳|中耳|内耳|鼻|鼻腔|鼻窦|咽|喉|扁桃体|口腔|"
    r"牙|牙周|牙髓|智齿|舌|颈|颈椎|颈动脉|肩|肩周|肩袖|肘|腕|手腕|手指|指|腰|腰椎|"
    r"腰肌|椎间盘|脊柱|脊椎|胸|胸椎|肋骨|"
    r"心|心脏|心肌|心律|心房|冠状动脉|冠心|主动脉|动脉|静脉|血管|血压|血糖|血脂|血|肺|"
    r"肺部|支气管|气管|肝|肝脏|脂肪肝|胆|胆囊|胆管|胰腺?|脾|胃|胃食管|食管|食道|肠|"
    r"肠道|结肠|直肠|十二指肠|阑尾|肛门|痔|肾|肾脏|"
    r"输尿管|膀胱|尿路|泌尿|尿道|前列腺|睾丸|精索|子宫|子宫内膜|宫颈|卵巢|输卵管|阴道|"
    r"盆腔|乳腺|乳房|甲状腺|甲状旁腺|淋巴结?|肾上腺|垂体|皮肤|毛囊|关节|膝关节?|膝盖|"
    r"膝|半月板|韧带|前交叉韧带|十字韧带|跟腱|踝关节?|"
    r"手部?|手臂|手腕|大腿|小腿|腿部?|背部|后背|腹部?|下腹部?|上腹部?|胸口|胸部|面部|"
    r"全身|四肢|指尖|脚跟|眼睛|耳朵|记忆力|食欲|视力|听力|呼吸|吞咽|月经|经期|激素|"
    r"荷尔蒙|皮质醇|睾酮|雌激素|白细胞|血小板|血红蛋白|转氨酶|肌酐|抗体|肿瘤标志物|"
    r"维生素D?|血钾|血钙|脚踝|足底|足|髋|髋关节|股骨头?|股骨|胫骨|桡骨|锁骨|骨盆|骨|"
    r"骨质|骨密度|肌肉|肌腱|神经|三叉神经|坐骨神经|面神经|腱鞘|滑囊|半月板|内分泌|"
    r"免疫|胆固醇|甘油三酯|尿酸|嗓子|精神|情绪|睡眠|焦虑|抑郁|惊恐|"
    r"强迫|人格|注意力|学习|进食|适应|花粉|青霉素|头孢|海鲜|花生|坚果|乳糖|麸质|牛奶|"
    r"鸡蛋|尘螨|磺胺|阿司匹林|虾|猫毛|芒果|酒精)"
)
SUFFIX_ZH = (
    r"(?:综合征|综合症|障碍症?|炎症?|癌前病变|癌|腺瘤|肌瘤|血管瘤|肿瘤|瘤|骨折|骨裂|"
    r"结石|结节|息肉|囊肿|增生症?|肥大|过敏症?|疼痛|痛|出血|感染|硬化症?|衰竭|"
    r"功能不全|功能减退症?|功能亢进症?|减退症?|亢进症?|不全|紊乱|失调|缺乏症?|缺陷|"
    r"突出症?|"
    r"膨出|脱位|脱落|脱垂|狭窄|梗塞|梗死|萎缩|水肿|积液|积水|溃疡|糜烂|穿孔|撕裂|断裂|"
    r"拉伤|扭伤|损伤|劳损|挫伤|坏死|疏松症?|贫血|早搏|颤动|不齐|过速|过缓|缺血|"
    r"供血不足|偏高|升高|过高|偏低|过低|异常|反流病?|返流|粘连|"
    r"不适|酸痛|刺痛|胀痛|隐痛|绞痛|钝痛|麻木|发麻|僵硬|僵直|无力|乏力|肿胀|红肿|瘙痒|"
    r"干涩|模糊|下降|减退|困难|痉挛|抽搐|钙化|肿块|包块|反酸|肥厚|变性|变形|压迫|损害|"
    r"阻塞|堵塞|疾病|低下|增厚|磨损|退变|退行性变|病变|下垂|移位|复发|转移|障碍|畸形|"
    r"侧弯|结核|静脉曲张|曲张|移植术?|切除术?|成形术|置换术?|修复术?|介入术?|"
    r"支架植?入?术?|手术|活检|造影|镜检查|不耐受症?|早泄|不孕症?|不育症?|流产|早产|症|"
    r"病)"
)
# What a grade or a body part can begin with.
_FIRST = (
    "急|慢|轻|中|重|严|早|晚|良|恶|原|继|特|复|先|遗|左|右|双|两|多|单|过|病|细|神|"
    "季|妊|产|术|间|阵|持|顽|混|非|广|缺|地|类|强|功|药|酒|萎|浅|糜|溃|反|阻|风|高|"
    "糖|1|2|3|4|I|V|一|二|三|四|创|女|男|儿|青|老"
)
ZH_CONDITION = compiled(
    rf"{starts(_FIRST, BODY_ZH[3:-1])}"
    rf"(?P<v>(?:{MOD_ZH}){{0,3}}(?:{BODY_ZH}){{1,3}}(?:{MOD_ZH}|部|性|多发|内|下段?|"
    r"上段?|中段|周围|管|底|间|结构|黏膜|粘膜|皮质|韧带|软骨|细胞|功能|脂肪|不稳|脏|"
    rf"道|腔|区|及|和){{0,2}}{SUFFIX_ZH})"
)
ZH_GRADE = compiled(rf"(?:{MOD_ZH}){{1,3}}(?:的)?$")
ZH_AFTER_TERM = compiled(
    r"(?:综合征|障碍|症状|症|术后|术|手术|治疗|发作|病史|过敏|偏高|偏低|"
    r"[1-4一二三四IV]{1,3}期|[一二三1-3]级|[1-3][ab]?期)?(?:（[A-Za-z0-9 .-]{2,24}）|"
    r"\([A-Za-z0-9 .-]{2,24}\))?"
)
MADE_OF_EN = compiled(
    r"\b(?P<v>[a-z]{3,18}(?:itis|osis|emia|aemia|oma|pathy|algia|ectomy|plasty|oscopy|"
    r"penia|plegia|uria|megaly|rrhea|rrhoea|rrhage|thyroidism|tension|sclerosis|"
    r"phobia|lgia|mania|paresis))\b"
)
NOT_DISEASES = frozenset(
    {
        "diagnosis",
        "prognosis",
        "hypnosis",
        "osmosis",
        "symbiosis",
        "metamorphosis",
        "photosynthesis",
        "aroma",
        "diploma",
        "coma",
        "apathy",
        "empathy",
        "sympathy",
        "telepathy",
        "antipathy",
        "nostalgia",
        "academia",
        "extension",
        "tension",
        "intension",
        "attention",
        "intention",
        "pretension",
        "oklahoma",
        "roma",
        "gastronoma",
        "homeopathy",
        "naturopathy",
        "osteopathy",
        "kleptomania",
        "egomania",
        "genosis",
        "mitosis",
        "meiosis",
        "apotheosis",
        "neurosis",
        "xenophobia",
        "homophobia",
        "technophobia",
        "soma",
        "chroma",
        "mania",
        "bohemia",
        "tacoma",
        "sonoma",
        "paloma",
        "redoma",
        "ransom",
        "euphemia",
        "pottery",
        "galleria",
    }
)
