"""Places by their own names, where somebody says that they are, were or will be there."""

import re

from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Rule, RuleRecogniser

HERE = "Precise Location"
_CAP = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ][\wÀ-ž'’.&-]{0,24}"
# What a named place is. A famous one counts as well: the sentence ties it to the user.
_KINDS = (
    "Park|Station|Mall|Market|Square|Airport|Library|Museum|Plaza|Church|Chapel|Mosque|Synagogue|"
    "Temple|Cathedral|Beach|Bridge|Cafe|Café|Coffee|Bakery|Restaurant|Diner|Bistro|Pub|Bar|Gym|"
    "Terminal|Tower|Building|Hospital|Clinic|Garden|Gardens|Theat(?:er|re)|Arena|Stadium|Bay|Pier|"
    "Harbou?r|Marina|Campus|Hall|Zoo|Gallery|Cinema|Supermarket|Pharmacy|Bookstore|Bookshop|"
    "Spa|Cemetery|Courthouse|Embassy|Consulate|Monastery|Trailhead|Trail|Lake|Falls|Canyon|"
    "Springs|Lookout|Viewpoint|Aquarium|Planetarium|Observatory|Convention Center|"
    "(?:Community|Shopping|Medical|Health|Sports|Recreation|Conference|Cultural|Art|Arts) "
    "Cent(?:er|re)"
)  # One word of each kind in lower case, without which the pattern is not tried.
_CUES = tuple(sorted({word.lower() for word in re.findall(r"[A-Z][a-z]{2,}", _KINDS)}))
RULES = (
    Rule(
        "position",
        HERE,
        compiled(
            r"(?:\b(?:at|near|outside|opposite|behind|from|to|in|around|by|inside|into|visit(?:ed|"
            r"ing)?|next to|across from|on|past|towards?|leaving|reach(?:ed)?)|@) (?:the )?"
            rf"(?P<v>(?:{_CAP} ){{1,4}}(?:{_KINDS})(?! [A-Z])(?: (?:in|of) {_CAP}(?: "
            rf"{_CAP}){{0,2}})?)"
            r"(?!\w)"
        ),
        0.55,
        _CUES,
        cased=True,
    ),
    Rule(
        "position",
        HERE,
        compiled(
            r"(?:(?<!现)(?:在|到|去|从|回|往|进|约在|送到|转到|住进)了?)"
            r"(?P<v>(?![这那哪某各每我你他她什家个一附当])[\u4e00-\u9fff]{2,12}?"
            r"(?:医院|卫生院|诊所|门诊部|体检中心|疗养院|康复中心))(?!的?(?:工作|上班|任职|"
            r"里的?医生))"
        ),
        0.6,
        ("医院", "卫生院", "诊所", "门诊部", "体检中心", "疗养院", "康复中心"),
    ),
)


def places() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
