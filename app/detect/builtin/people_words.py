"""The words that say who somebody is to the user, shared by the families that need them."""

RELATIONS_EN = (
    "wife|husband|spouse|partner|fiance|fiancee|fiancé|fiancée|girlfriend|boyfriend|son|daughter|"
    "child|"
    "kid|baby|mother|mom|mum|"
    "mommy|mummy|father|dad|daddy|brother|sister|sibling|twin|uncle|aunt|auntie|"
    "cousin|niece|nephew|grandmother|"
    "grandma|grandfather|grandpa|grandson|granddaughter|mother-in-law|father-in-law|"
    "brother-in-law|"
    "sister-in-law|son-in-law|daughter-in-law|stepmother|stepfather|stepson|"
    "stepdaughter|stepbrother|stepsister|"
    "godmother|godfather|goddaughter|godson|friend|bestie|roommate|room-mate|"
    "flatmate|housemate|neighbor|neighbour|"
    "colleague|co-worker|coworker|teammate|boss|manager|supervisor|mentor|mentee|assistant|"
    "secretary|teacher|advisor|"
    "adviser|tutor|coach|trainer|doctor|dentist|therapist|psychologist|psychiatrist|"
    "counselor|counsellor|physician|"
    "cardiologist|surgeon|nurse|lawyer|attorney|solicitor|accountant|agent|broker|"
    "landlord|landlady|tenant|"
    "client|student|classmate|ex|ex-wife|ex-husband|ex-boyfriend|ex-girlfriend|nanny|"
    "babysitter|caregiver|"
    "business partner|co-founder|cofounder|professor|principal|pediatrician|vet|hairdresser|"
    "crush|lover|best friend|"
    "director|lead|team lead|recruiter|patient|contact|emergency contact"
)
# Those, and how people call them without a name.
KIN_EN = rf"(?:{RELATIONS_EN}|ex|parents|in-laws|kids|twins|siblings)"
RELATIONS_ZH = (
    "妻子|老婆|太太|爱人|媳妇|丈夫|老公|未婚夫|未婚妻|女朋友|男朋友|女友|男友|对象|"
    "伴侣|大儿子|小儿子|儿子|大女儿|小女儿|女儿|"
    "孩子|宝宝|妈妈|母亲|老妈|爸爸|父亲|老爸|哥哥|大哥|二哥|弟弟|姐姐|大姐|二姐|妹妹|"
    "表哥|表弟|表姐|表妹|堂哥|堂弟|堂姐|堂妹|"
    "叔叔|伯伯|姑姑|姑妈|舅舅|舅妈|阿姨|姨妈|婶婶|外婆|外公|姥姥|姥爷|爷爷|奶奶|岳父|"
    "岳母|公公|婆婆|侄子|侄女|外甥女|外甥|"
    "孙子|孙女|姐夫|妹夫|嫂子|弟媳|同事|同学|好朋友|朋友|室友|舍友|邻居|上司|老板|"
    "领导|经理|主管|导师|老师|教练|主治医生|医生|"
    "大夫|主任|律师|房东|房客|租客|中介|客户|助理|秘书|司机|保姆|搭档|合伙人|前夫|"
    "前妻|前男友|前女友|闺蜜|发小|师兄|师姐|师弟|师妹|"
    "学生|徒弟|组长|队友|队长|心理咨询师|咨询师|治疗师|顾问|总监|联系人|会计|家教|"
    "校长|班主任|我爸|我妈|我哥|我弟|我姐|我妹"
)
# Who comes from where, in English.
DEMONYM = (
    r"(?:Afghan|Albanian|Algerian|American|Angolan|Argentine|Argentinian|Armenian|Australian|"
    r"Austrian|Azeri|Bangladeshi|Basque|Belarusian|Belgian|Bengali|Bolivian|Bosnian|Brazilian|"
    r"Breton|British|Briton|Bulgarian|Burmese|Cambodian|Cameroonian|Canadian|Catalan|Chilean|"
    r"Chinese|Colombian|Congolese|Corsican|Croat|Croatian|Cuban|Cypriot|Czech|Dane|Danish|"
    r"Dominican|Dutch|Ecuadorian|Egyptian|Eritrean|Estonian|Ethiopian|Faroese|Filipina|Filipino|"
    r"Finn|Finnish|Flemish|French|Frisian|Georgian|German|Ghanaian|Greek|Guatemalan|Haitian|"
    r"Honduran|Hungarian|Icelander|Icelandic|Indian|Indonesian|Iranian|Iraqi|Irish|Israeli|"
    r"Italian|Ivorian|Jamaican|Japanese|Jordanian|Kazakh|Kenyan|Kiwi|Korean|Kurdish|Latvian|"
    r"Lebanese|Lithuanian|Macedonian|Malaysian|Maltese|Mexican|Moldovan|Mongolian|Moroccan|"
    r"Nepali|Nepalese|New Zealander|Nicaraguan|Nigerian|Norwegian|Pakistani|Palestinian|Peruvian|"
    r"Pole|Polish|Portuguese|Punjabi|Romanian|Russian|Rwandan|Samoan|Saudi|Scot|Scottish|"
    r"Senegalese|Serb|Serbian|Sicilian|Singaporean|Slovak|Slovene|Slovenian|Somali|"
    r"South African|Spaniard|Spanish|Sri Lankan|Sudanese|Swede|Swedish|Swiss|Syrian|Taiwanese|"
    r"Tanzanian|Thai|Tongan|Tunisian|Turk|Turkish|Ugandan|Ukrainian|Uruguayan|Uzbek|Venezuelan|"
    r"Vietnamese|Welsh|Yemeni|Zambian|Zimbabwean)"
)
SURNAMES_ZH = (
    "王李张刘陈杨黄吴赵周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余"
    "叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭"
    "廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪"
    "武莫孔汤向常温康施文牛樊葛邢安齐易"
    "乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍"
    "涂成苗谷曲盛曾游冉路滕靳饶骆谌敖晏柴翁荆甄隗郗仲伊栾戎郜蓟邰鄂蔺屠莘郦雍璩"
    "濮扈瞿茹宦庾暨匡阙巩晁訾阚鞠蒯竺桓闫肖丘岑缪苟褚虞闵钮邬佘佟臧卞麦蔺邝"
)
COMPOUND_SURNAMES_ZH = (
    "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|端木|夏侯|南宫|赫连|鲜于|澹台|濮阳|淳于|宇文|"
    "长孙|呼延|完颜|独孤|闻人|钟离|百里"
)
# Characters that hardly ever stand in a given name, so that a name ends before them.
NOT_IN_NAMES_ZH = (
    "的是在和与跟了说也都就还又要把被让给对从到去来有没不很最刚已将会能可想这那他她它"
    "我你您们个吗呢吧啊呀哦"
    "，。！？、；：（）《》“”‘’ "
    "今昨后前上下左右里外时候年月日号点岁先女士小姐老师医经理总叫做住打发问告帮陪"
    "送带用为于"
    "因所但而且或者及等该此每各另其某"
)
# Everyday words that start with a character that is also a family name.
_LIKE_NAMES_ZH = (
    "成绩|成功|成长|成年|成为|高中|高考|高兴|高血|高烧|常常|常年|安全|安排|安静|白天|白血|"
    "方法|方便|方面|文化|"
    "文章|钱包|车祸|周末|周一|周二|周三|周四|周五|周六|周日|金额|江湖|水平|马上|向来|温柔|"
    "温度|于是|易怒|"
    "单位|单身|单独|童年|石头|路上|路过|关系|关于|关心|毛病|牛奶|黄色|万一|余额|应该|平时|"
    "平常|计划|曾经|"
    "严重|严格|武汉|江苏|江西|宁波|温州|徐州|郑州|苏州|许多|习惯|任何|任务|包括|季节|雷雨|"
    "夏天|秋天|"
    "华为|康复|程序|程度|游泳|游戏|时间|时候|都是|阳光|阴道|乐观|段时|米饭|戴眼|戴助|戴口|戴牙|戴手|戴帽|戴着|孔雀"
)
NOT_NAMES_ZH = tuple(_LIKE_NAMES_ZH.split("|"))
