"""What Chinese tells beside a request, and the same words told of nobody. All are invented."""

import pytest

from tests.detect.conftest import Found

BACKGROUND = "Identity Background"
COMPANY = "Company/Organization Info"
COURT = "Judicial Record"
HEALTH = "Medical Health"
HERE = "Precise Location"
JOB = "Job Title/Rank"
KIN = "Relationship Info"
OWED = "Debt/Loan Info"
PAID = "Transaction Record"
PLAN = "Business Secret"
STAY = "Accommodation Records"
TALK = "Communication Content"
THIRD = "Third-Party Identifiable Info"
TRIP = "Itinerary/Trajectory"
WORTH = "Assets/Income"


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("本人钟表维修工，想考个技师证，怎么复习", "钟表维修工", JOB),
        ("我在一家快递公司当分拣员,腰不行了", "分拣员", JOB),
        ("刚从远岫软件离职,简历怎么写空窗期", "远岫软件", COMPANY),
        ("我在槐安药业上班,离家太远想换", "槐安药业", COMPANY),
        ("我们公司青岫检测年会要抽奖,出个主意", "青岫检测", COMPANY),
        ("现在研三,论文还差一章,给我排个计划", "研三", BACKGROUND),
        ("大学学的是林学,现在卖房子,想转回去", "林学", BACKGROUND),
        ("作为独生子,爸妈住院我一个人跑,怎么请假", "独生子", BACKGROUND),
        ("我结婚九年了,想给她写封信", "结婚九年", BACKGROUND),
        ("我是83年的,还能学游泳吗", "83年", BACKGROUND),
        ("我属猴,今年运气怎么样", "属猴", BACKGROUND),
        ("我一个湖南人在上海吃不到辣", "湖南人", BACKGROUND),
        ("我住在绵阳,周末去哪爬山", "绵阳", BACKGROUND),
        ("本人男,想学跳舞会不会怪", "男", BACKGROUND),
        ("我师父裴玉山教了我十年木雕", "裴玉山", THIRD),
        ("我徒弟邬小满要出师了,送点什么", "邬小满", THIRD),
        ("哥们老詹要结婚了,随多少", "哥们老詹", KIN),
        ("我亲家姓邬,第一次见面带什么", "邬", KIN),
        ("导师姓俞，邮件怎么称呼", "俞", THIRD),
        ("我侄儿大名施沐白,小名叫铁蛋", "施沐白", KIN),
        ("楼下瞿婶天天给我送菜,怎么回礼", "瞿婶", THIRD),
        ("我表姐再婚了，红包包多少", "再婚", KIN),
        ("我儿子上初三，天天熬夜", "初三", KIN),
        ("我舅舅六十岁，想学骑摩托", "六十岁", KIN),
        ("我姐在佛山打工，过年才回来", "佛山打工", KIN),
        ("我公公以前是铁路司机，想采访他", "铁路司机", KIN),
        ("我有三个弟弟，从小什么都让", "三个弟弟", KIN),
        ("给保姆转了4600,她说不来了", "给保姆转了4600", PAID),
        ("我妈被骗了三万六,怎么报警", "三万六", PAID),
        ("我交的两千八的违约金能要回来吗", "两千八的违约金", PAID),
        ("卡里就剩两千一,离发薪还有十天", "两千一", WORTH),
        ("我有两套房子,个税怎么填", "两套房子", WORTH),
        ("他没房没车,我该嫁吗", "没房没车", WORTH),
        ("我弟担保了三十五万,人跑了", "三十五万", OWED),
        ("我信用卡逾期三个月了", "逾期三个月", OWED),
        ("前年摔断了锁骨,能练俯卧撑吗", "摔断了锁骨", HEALTH),
        ("我胆囊切了以后吃什么", "胆囊切了", HEALTH),
        ("我装了心脏起搏器,能过安检吗", "装了心脏起搏器", HEALTH),
        ("我怀孕26周了,能坐飞机吗", "怀孕26周", HEALTH),
        ("我妈血色素只有61,要输血吗", "血色素只有61", HEALTH),
        ("我高度近视800多度,能蹦极吗", "高度近视800多度", HEALTH),
        ("我十五号飞大阪,带几件衣服", "十五号飞大阪", TRIP),
        ("刚从西安回来,写条朋友圈", "西安回来", TRIP),
        ("女儿每天六点在少年宫练琴", "六点在少年宫练琴", TRIP),
        ("1号开车去黄山,3号转婺源,5号回", "1号开车去黄山,3号转婺源,5号回", TRIP),
        ("我堵在京承高速怀柔出口,给客户发条消息", "京承高速怀柔出口", HERE),
        ("宿舍3号楼412靠窗的下铺,空调对着我吹", "宿舍3号楼412靠窗的下铺", STAY),
        ("我们的底价是每吨三千一,怎么谈", "每吨三千一", PLAN),
        ("他醉驾被判了两个月,孩子问起来怎么说", "醉驾被判了两个月", COURT),
        ("我二叔坐过牢,想请他来喝喜酒", "坐过牢", COURT),
        ("收到她的消息：“我们先冷静一个月吧”", "我们先冷静一个月吧", TALK),
        ("锁屏图案是从右下角画个勾,孙子看会了", "从右下角画个勾", "PIN"),
        ("我电脑密码就六个8,别笑", "六个8", "PIN"),
        ("密保里母亲的姓填的令狐,客服不认", "令狐", "Security Question Answer"),
        ("我的网名叫半两月光,想换一个", "半两月光", "Account ID/Username"),
        ("微信mianbao_no8,加不上", "mianbao_no8", "Account ID/Username"),
        ("女儿的出生证编号Q330518843写错了", "Q330518843", "ID Number"),
    ],
)  # fmt: skip
def test_finds_what_is_told_in_chinese(found: Found, text: str, value: str, kind: str) -> None:
    spans = found(text)
    assert any(value in span.text and span.type == kind for span in spans), spans


@pytest.mark.parametrize(
    "text",
    [
        "钟表维修工要考什么证？",
        "分拣员和快递员哪个累",
        "软件公司离职要提前几天说",
        "药业公司一般几点上班",
        "年会抽奖有什么新玩法",
        "研三的论文一般写多少字",
        "林学是学什么的",
        "独生子女护理假有几天?",
        "结婚九年叫什么婚",
        "属猴的人性格怎么样",
        "湖南人为什么爱吃辣",
        "绵阳周末去哪爬山",
        "男生学跳舞有什么好处",
        "师父和师傅有什么区别",
        "徒弟出师一般送什么",
        "楼下太吵找谁投诉",
        "百家姓里邬姓排第几",
        "再婚红包一般包多少",
        "中考前一天吃什么好",
        "铁路司机怎么考",
        "从前有个国王,他有三个儿子,老大勇敢,老二聪明",
        "保姆费用一般怎么结",
        "违约金怎么写才有效",
        "两套房怎么交税",
        "没房没车怎么办这种话题怎么写成段子",
        "锁骨在哪个位置",
        "胆囊有什么用",
        "心脏起搏器是谁发明的",
        "血色素是什么",
        "大阪三天怎么玩",
        "西安有什么好吃的",
        "少年宫几点开门",
        "京承高速全长多少公里",
        "宿舍上铺和下铺哪个好",
        "底价是什么意思",
        "醉驾的处罚标准是什么",
        "小说里的男主坐过牢，怎么写他的第一句台词",
        "“冷静一下”是分手的意思吗",
        "锁屏图案是怎么画的",
        "密码几位比较安全",
        "密保问题一般填什么",
        "网名叫什么好听",
        "微信怎么改号",
        "出生证编号在哪看",
        "女生34岁学小提琴来得及吗",
        "三十岁以前应该读的十本书",
        "历史老师的公开课导入有哪些套路",
        "10号线在哪一站换乘",
        "过敏性鼻炎是怎么回事",
    ],
)  # fmt: skip
def test_the_same_words_of_nobody_stay(found: Found, text: str) -> None:
    assert found(text) == []
