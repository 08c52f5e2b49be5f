"""What people are and were, told on the way to a question: "At 73 I have decided to paint"."""

from app.detect.builtin.patterns import CAPITALISED, compiled
from app.detect.builtin.personal import BACKGROUND
from app.detect.builtin.recogniser import Rule, RuleRecogniser
from app.detect.builtin.work import COMPANY, JOB

_TENS = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
)
_TEENS = (
    r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
AGE_WORD = rf"(?:{_TENS}|{_TEENS})"
AGE = rf"(?:[1-9]\d|{AGE_WORD})"
_STOP = r"(?=[,.;:!?)\n]|$| and | but | so | with | now\b)"
_BEGIN = r"(?:^|[.!?;:⏎\n] ?|[(*-] ?)"
_PLACE = rf"{CAPITALISED}(?: {CAPITALISED}){{0,2}}"
_FIRM = rf"(?:[Tt]he )?{CAPITALISED}(?:['’]s)?(?: (?:{CAPITALISED}|&|and|of|[A-Z]{{2,4}})){{0,3}}"
_NO_FIRMS = frozenset(
    ("April", "August", "Christmas", "Dad", "December", "Easter", "English", "Excel", "February",
     "French", "Friday", "German", "Google", "God", "Halloween", "I", "It", "January", "July",
     "June", "March", "May", "Monday", "Mum", "Mom", "No", "November", "October", "Python",
     "Saturday", "September", "Spanish", "Sunday", "Teams", "That", "The", "This", "Thursday",
     "Tuesday", "Wednesday", "Zoom", "We", "My", "If", "He", "She", "They", "Life", "Nobody",
     "Somebody", "Someone", "Everyone", "What", "Who", "When", "But", "And")
)  # fmt: skip


def _firm(value: str) -> bool:
    words = value.split()
    if words[0] in {"the", "The"}:
        words = words[1:]
    return bool(words) and words[0] not in _NO_FIRMS and words[-1] not in {"and", "of", "&"}


_DEMONYM = (
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
_TONGUE = (
    rf"(?:{_DEMONYM}|Tigrinya|Swahili|Hindi|Urdu|Tamil|Telugu|Arabic|Farsi|Persian|Mandarin|"
    r"Cantonese|Hebrew|Yoruba|Igbo|Amharic|Tagalog|Pashto|Marathi|Gujarati|Malayalam|Quechua)"
)
_SUBJECT = r"[a-z][a-z-]{2,16}(?: (?:and|of|with) [a-z-]{3,16}| [a-z-]{4,16}){0,2}"
_SUBJECT_WORD = r"(?:[a-z][a-z-]{3,16}|[A-Z][a-z]{3,14})"
# Words for those who do or hold something; what people are besides ("a beginner") is left out.
_NO_JOBS = frozenset(
    "beginner bit bundle burden cheater child customer dreamer drinker eater fighter foodie friend "
    "gamer hater hoarder introvert joke kid learner liar loner loser lover man monster morning mess "
    "nightmare novice nuisance optimist outsider overthinker passenger perfectionist person "
    "pessimist player procrastinator quitter reader riser runner sleeper smoker snorer starter "
    "stranger sucker swimmer talker thinker traveller traveler user vegetarian visitor walker "
    "wanderer whiner winner woman worrier realist minimalist feminist tourist number matter "
    "member neighbor neighbour cover letter favor favour brother sister mother father executor other "
    "another partner sooner later never ever owner trainer caller winner".split()
)
_DOERS = (
    "er", "or", "ist", "ian", "ant", "man", "woman", "sergeant", "corporal", "chief", "chaplain",
    "lifeguard", "temp", "guard", "chef", "nurse", "mate", "captain", "clerk", "principal",
    "treasurer", "secretary", "midwife", "vet", "pilot", "cook", "priest", "nun", "judge", "head",
    "hand", "apprentice", "au pair", "bailiff", "steward", "butler", "medic", "smith", "wright",
)  # fmt: skip


def is_job(value: str) -> bool:
    """Say whether the last word of `value`, in lower case, is one for who does something."""
    last = value.lower().split()[-1]
    return last not in _NO_JOBS and len(last) > 3 and last.endswith(_DOERS)


RULES = (
    Rule(
        "age",
        BACKGROUND,
        compiled(
            rf"\b(?:i['’]?m|i am|i was|i(?:['’]ve)? just turned|i turned|i turn|i['’]ll be|"
            rf"i['’]m turning) (?:only |just |now |nearly |almost |already |about to turn |"
            rf"turning )?(?P<v>{AGE_WORD}(?: years old)?){_STOP}"
        ),
        0.6,
        ("i'm", "i’m", "im ", "i am", "i was", "turn", "i'll be", "i’ll be"),
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(rf"{_BEGIN}at (?:the age of )?(?P<v>{AGE}),? i(?:['’]\w+)? "),
        0.6,
        ("at ",),
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(
            rf"\bi(?:['’]m|['’]ve| am| was| have| got| became| started| had)\b[^.?!\n\d]{{3,50}} at "
            rf"(?P<v>{AGE_WORD}|[2-9]\d)(?=[,.;!?\n]|$)"
        ),
        0.5,
        (" at ",),
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(rf"{_BEGIN}(?:just |finally )?turn(?:ed|ing|s) (?P<v>{AGE})\b(?! (?:pages?|off))"),
        0.6,
        ("turned", "turning", "turns"),
    ),
    Rule(
        "age",
        BACKGROUND,
        compiled(r"(?:^|\bI |\bme |\bI['’]m )\(?(?P<v>[1-7]\d ?[FM])(?=[,.)/]|$| here)"),
        0.6,
        cased=True,
    ),
    Rule(
        "marital",
        BACKGROUND,
        compiled(
            rf"(?:{_BEGIN}|, |\bas an? |\bi['’]?m an? |\bi am an? |\bwe['’]re |\bwe are |\bi['’]?m )"
            r"(?P<v>(?:twice|thrice|newly|recently|happily) (?:divorced|widowed|married)|newlyweds|"
            r"(?:single|widowed|divorced) (?:mum|mom|dad|mother|father|parent)(?= of|,|\.| and|$)|"
            r"child(?:less|free) by choice|(?:an )?(?:identical|fraternal) twin)\b"
        ),
        0.6,
        ("divorced", "widowed", "married", "newlywed", "single", "childless", "childfree", "twin"),
    ),
    Rule(
        "family-role",
        BACKGROUND,
        compiled(
            rf"{_BEGIN}(?P<v>(?:father|mother|mum|mom|dad|parent) of (?:\d|two|three|four|five|six|"
            r"seven|twins|triplets)(?: (?:girls|boys|daughters|sons|kids|children|teenagers))?)\b"
        ),
        0.6,
        (" of ",),
    ),
    Rule(
        "service",
        BACKGROUND,
        compiled(
            r"\b(?:left|quit|joined|served in|after|years in|decades in|time in|discharged from|"
            r"met in|out of) (?:the )?(?P<v>(?:royal |merchant |us |french |israeli )?(?:navy|army|air force|"
            r"marines|coast guard|foreign legion|peace corps|reserves|military police))\b"
        ),
        0.55,
        ("navy", "army", "air force", "marines", "guard", "legion", "corps", "reserves"),
        unless=compiled(r"\b(?:novel|film|movie|story|century|war of|empire)\b"),
    ),
    Rule(
        "service",
        BACKGROUND,
        compiled(rf"{_BEGIN}(?P<v>ex-(?:army|navy|military|police|marine|forces|con|convict))\b"),
        0.55,
        ("ex-",),
    ),
    Rule(
        "studies",
        BACKGROUND,
        compiled(
            r"\b(?:my|our) (?:degree|major|minor|master['’]?s|bachelor['’]?s|phd|ph\.d\.|doctorate|"
            r"diploma|thesis|dissertation|apprenticeship|a-levels?)(?:['’]s| is| was)?"
            rf" (?:in|on) (?P<v>(?!the\b|a\b|my\b|progress\b|hold\b|time\b|fire\b){_SUBJECT})"
        ),
        0.55,
        (
            "degree",
            "major",
            "minor",
            "master",
            "bachelor",
            "phd",
            "ph.d",
            "doctorate",
            "diploma",
            "thesis",
            "dissertation",
            "apprentice",
            "level",
        ),
    ),
    Rule(
        "studies",
        BACKGROUND,
        compiled(
            r"\b(?:i|i['’]ve|i had)? ?(?P<v>(?:left|quit|dropped out of) (?:high )?school at (?:1\d|"
            rf"{_TEENS}))\b"
        ),
        0.6,
        ("school at",),
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            r"\b(?:[Mm]y (?:mother tongue|native language|first language)(?: is|['’]s)|"
            rf"[Ii] (?:grew up|was raised) speaking) (?P<v>{_TONGUE})\b"
        ),
        0.6,
        ("tongue", "language", "speaking"),
        cased=True,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            rf"\b(?:[Ii](?:['’]?m| am| was)|[Ww]e(?:['’]re| are)|[Aa]s) (?:an? |both |half |actually |"
            rf"originally |from an? )?(?P<v>{_DEMONYM}(?:[ -]{_DEMONYM})?)"
            r"(?=[,.;!?\n]|$| and | but | by | living | so | who | with | on | in )"
        ),
        0.55,
        cased=True,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            rf"(?:^|[.!?\n] ?)(?P<v>{_DEMONYM}) (?:living|working|studying|stuck|based|married) in "
        ),
        0.6,
        ("in ",),
        cased=True,
    ),
    Rule(
        "residence",
        BACKGROUND,
        compiled(
            rf"(?:^|[.!?\n] ?|{_DEMONYM} )(?:[Ll]iving|[Ww]orking|[Ss]tudying|[Bb]ased) in (?P<v>{_PLACE})"
            r"(?=[,.;!?\n]|$| and | but | means | with | for | since | on )"
        ),
        0.5,
        ("in ",),
        cased=True,
    ),
    Rule(
        "origin",
        BACKGROUND,
        compiled(
            r"\b(?:[Cc]oming from|[Cc]ame (?:here|over|to [A-Z][a-z]+) from|[Mm]y accent is from|"
            rf"[Mm]y roots are in|[Mm]y family['’]?s? (?:is |are )?from) (?P<v>{_PLACE})"
        ),
        0.55,
        ("from", "roots"),
        cased=True,
    ),
    Rule(
        "service",
        BACKGROUND,
        compiled(
            r"\b(?:since|after) (?:getting|being|i got|i was|he was|she was) "
            r"(?P<v>laid off|made redundant|furloughed)\b"
        ),
        0.55,
        ("laid off", "redundant", "furloughed"),
    ),
    Rule(
        "job-title",
        JOB,
        compiled(
            r"(?:\bas the|\bi(?:['’]?m| am) (?:only |just |now )?the|\bi start(?:ed)? as an?|"
            r"\b(?:my|our) (?:first day|probation|week|year|time|years|job|work|stint) as|"
            r"\bi was (?:once )?(?:the|an?)|\bin truth i['’]?m an?|\bi(?:['’]?m| am) (?:only |now |just |"
            r"still |also |basically )?an?) "
            r"(?P<v>(?!little\b|bit\b|big\b|huge\b|first\b|last\b|only\b|better\b|slow\b|fast\b|"
            r"terrible\b|bad\b|good\b|great\b|heavy\b|light\b|night owl|same\b)"
            r"[a-z][a-z-]{2,14}(?: (?!at\b|in\b|on\b|of\b|for\b|and\b|who\b|with\b|but\b|from\b|or\b|"
            r"to\b|by\b|that\b|as\b|is\b)[a-z-]{3,14}){0,2})"
            r"(?=[,.;!?)\n]|$| (?:at|in|on|of|for|and|who|with|but|from) )"
        ),
        0.5,
        ("as the", "i'm", "i’m", "i am", "im ", "i start", "day as", "my ", "our ", "i was"),
        accept=is_job,
        unless=compiled(r"\b(?:story|novel|film|movie|character|imagine|pretend|act as|role-?play)\b"),
    ),
    Rule(
        "job-title",
        JOB,
        compiled(
            rf"{_BEGIN}(?P<v>retired [a-z]{{3,14}}(?: [a-z]{{3,14}})?)(?=[,.;]| wants| here| with|$)"
        ),
        0.5,
        ("retired",),
        accept=is_job,
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            r"\b(?:[Mm]y|[Oo]ur) (?:[a-z]+ )?(?:team|boss|desk|contract|badge|photo|shifts?|manager|"
            r"colleagues|internship|job|day|probation|locker|office|department|supervisor|placement|"
            rf"interview|apprenticeship|week) (?:at|with) (?P<v>{_FIRM})(?![\w'’])"
        ),
        0.55,
        (" at ", " with "),
        cased=True,
        accept=_firm,
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            r"\b(?:\w+ (?:years|months|seasons) (?:at|with)|[Bb]een (?:at|with)|"
            r"I(?:['’]m| am) (?:currently|still|now) (?:at|with)|(?:[Ll]eaving|[Ll]eft|[Jj]oining) "
            rf"(?=[A-Z][^.,]{{3,40}} (?:after|for|because)\b)) ?(?P<v>(?:the )?{_FIRM})(?![\w'’])"
        ),
        0.5,
        ("years", "months", "seasons", "been ", " at ", " with ", "leaving", "left", "joining"),
        cased=True,
        accept=_firm,
        unless=compiled(r"\b(?:married|together|in love|novel|film|movie|played)\b"),
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            r"\bI (?:sell|drive|cook|clean|bake|teach|stack|pack|answer|code|weld|volunteer|temp|work|"
            r"wait|tend|do|run|manage|repair|sort|deliver|guard|model) (?:[a-z]+ ){0,4}(?:at|for) (?:an? |the )?"
            rf"(?P<v>{_FIRM})(?![\w'’])"
        ),
        0.5,
        (" at ", " for "),
        cased=True,
        accept=_firm,
    ),
    Rule(
        "employer",
        COMPANY,
        compiled(
            rf"(?P<v>{_FIRM}) (?:just )?(?:fired me|laid me off|let me go|made me redundant|"
            r"hired me|sent me on a course|offered me (?:a|the) job|rejected my application|pays me|"
            r"promoted me|cut my hours)\b"
        ),
        0.6,
        ("fired", "laid", "let me", "redundant", "hired", "sent me", "offered", "rejected", "pays", "promoted", "hours"),
        cased=True,
        accept=_firm,
    ),
)  # fmt: skip


def lives() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
