"""Croatian words for time, without accents as `wording.fold` leaves them."""

import re

from parlour.core.promises.vocabulary import Day, Hour, Vocabulary

_NUMBERS = {
    "jedan": 1, "jednog": 1, "jedne": 1, "jednu": 1, "dan": 1, "dva": 2, "dvije": 2, "par": 2, "tri": 3, "cetiri": 4, "pet": 5, "sest": 6,
    "sedam": 7, "osam": 8, "devet": 9, "deset": 10, "petnaest": 15, "dvadeset": 20, "dvadeset cetiri": 24, "trideset": 30,
    "cetrdeset osam": 48,
}  # fmt: skip
_NUMBER = r"\d+|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
_MONTHS = (
    "sijec|januar",
    "veljac|februar",
    "ozuj|mart",
    "travnj|april",
    "svib|maj",
    "lipnj|lipanj|jun",
    "srpnj|srpanj|jul",
    "kolovoz|august|avgust",
    "ruj|septemb",
    "listopad|oktob",
    "studen|novemb",
    "prosin|decemb",
)
_MONTH = r"(?P<month>(?:" + "|".join(_MONTHS) + r")[a-z]*)"
_WEEKDAYS = ("ponedjelj|ponedelj", "utor", "srijed|sred", "cetvrt", "petak|petk", "subot", "nedjelj|nedelj")
_WEEKDAY = r"(?P<weekday>ponedj?elj(?:ak|ka|ku|kom)|utor(?:ak|ka|ku|kom)|s(?:rij|r)ed[aeu]|cetvrt(?:ak|ka|ku|kom)|pet(?:ak|ka|ku|kom)|subot[aeu]|nedj?elj[aeu])\b"
_NEXT = r"(?:sljedec|iduc|naredn)\w*"
_WEEK = r"(?:tjed(?:an|na|nu)|sedmic[aeu])"

VOCABULARY = Vocabulary(
    days={
        Day.SPAN: re.compile(
            r"\b(?:u roku(?: od)?|unutar|za|kroz|tijekom|najkasnije za|u (?:" + _NEXT + r"|iduc\w*))\s+"
            r"(?:(?:najvise|otprilike|oko|cca|samo|manje od|" + _NEXT + r")\s+)*"
            rf"(?:(?P<half>pola)\s+(?P<unit2>sata)|(?:(?P<n>{_NUMBER})(?:(?:\s*-\s*|\s+do\s+|\s+ili\s+)(?P<m>{_NUMBER}))?\s+)"
            r"(?P<unit>minut\w*|min|sat\w*|h|radn\w+ dan\w*|dan\w*|tjed\w+|sedmic\w+|mjesec\w*)\b"
            r"|(?P<unit3>sat(?: vremena)?|sata vremena|tjed(?:an|na)(?: dana)?|mjesec(?: dana)?|dan)\b)"
        ),
        Day.CALENDAR: re.compile(
            rf"\b(?P<d>\d{{1,2}})\.?\s*{_MONTH}\b(?:\s+(?P<y>20\d\d))?"
            r"|(?<![\d.])(?P<d2>\d{1,2})\.\s?(?P<m2>\d{1,2})\.(?:\s?(?P<y2>20\d\d))?"
        ),
        Day.ISO: re.compile(r"\b(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b"),
        Day.DAY_AFTER_TOMORROW: re.compile(r"\b(?:prekosutra\w*|preksutra)\b"),
        Day.TOMORROW: re.compile(r"\bsutra(?:snj\w+)?\b"),
        Day.TODAY: re.compile(r"\b(?:danas(?:nj\w+)?|veceras|jutros|jos danas|do kraja dana)\b"),
        Day.NEXT_WORKING_DAY: re.compile(rf"\b{_NEXT}(?:g|i)? radn\w+ dan\w*"),
        Day.WEEKDAY: re.compile(rf"\b(?:(?P<next>{_NEXT})\s+)?{_WEEKDAY}(?P<after> {_NEXT} {_WEEK})?"),
        Day.START_OF_NEXT_WEEK: re.compile(rf"\bpocetk\w+ {_NEXT} {_WEEK}"),
        Day.NEXT_WEEK: re.compile(rf"\b(?:kraj[aeu]?m? |tijekom |sredinom |do kraja )?{_NEXT} {_WEEK}"),
        Day.THIS_WEEK: re.compile(
            rf"\b(?:do kraja|krajem|tijekom)(?: ovoga?)? (?:radnog )?{_WEEK}|\bov(?:aj|og|oga) {_WEEK}"
        ),
        Day.WEEKEND: re.compile(r"\bviken\w+"),
        Day.THIS_MONTH: re.compile(
            r"\b(?:do kraja|krajem|tijekom)(?: ovoga?)? mjeseca|\bov(?:aj|og|oga) mjesec\w*"
        ),
        Day.NEXT_MONTH: re.compile(rf"\b{_NEXT} mjesec\w*"),
        Day.ORDINAL: re.compile(r"\b(?:do|najkasnije) (?P<d>\d{1,2})\.(?!\s*\d)(?!\d)"),
    },
    hours={
        Hour.CLOCK: re.compile(
            r"\b(?:do|u|oko|prije|najkasnije u|iza|poslije)\s+(?P<h>\d{1,2})(?:[:.](?P<min>\d\d))?\s*(?:sat[ia]?|h)\b(?! vremena)"
            r"|\b(?:do|u|oko|prije)\s+(?P<h2>\d{1,2}):(?P<min2>\d\d)"
        ),
        Hour.NOON: re.compile(r"\b(?:podne(?:va)?)\b"),
        Hour.MORNING: re.compile(r"\b(?:ujutro|jutra|prijepodne\w*|prije podne|jutros|prvo ujutro)\b"),
        Hour.AFTERNOON: re.compile(r"\b(?:poslijepodne\w*|popodne\w*|poslije podne)\b"),
        Hour.EVENING: re.compile(r"\b(?:veceras|navecer|uvecer|veceri|ponoci?)\b"),
        Hour.CLOSE: re.compile(r"\bkraj(?:a|em)? (?:radnog )?(?:dana|vremena|smjene)\b"),
    },
    numbers=_NUMBERS,
    units=(
        ("min", "minute"),
        ("sat", "hour"),
        ("h", "hour"),
        ("radn", "working"),
        ("dan", "day"),
        ("tjed", "week"),
        ("sedmic", "week"),
        ("mjesec", "month"),
    ),
    weekdays=_WEEKDAYS,
    months=_MONTHS,
    looks_back=re.compile(
        r"(?:\b(?:od|prosl\w+|zadnj\w+|vas\w+|svak\w+|iz|protekl\w+|narucen\w* u|kupljen\w* u|izmedu)\s+)$"
    ),
)
