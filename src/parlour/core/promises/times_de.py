"""German words for time, without umlauts as `wording.fold` leaves them."""

import re

from parlour.core.promises.vocabulary import Day, Hour, Vocabulary

_NUMBERS = {
    "ein": 1, "einem": 1, "einer": 1, "eines": 1, "eine": 1, "zwei": 2, "zweier": 2, "paar": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6,
    "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "zwolf": 12, "vierzehn": 14, "funfzehn": 15, "zwanzig": 20, "dreisig": 30,
    "vierundzwanzig": 24, "achtundvierzig": 48,
}  # fmt: skip
_NUMBER = r"\d+|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
_MONTHS = (
    "jan|jann", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez",
)  # fmt: skip
_MONTH = r"(?P<month>(?:janner|januar|februar|feber|marz|april|mai|juni|juli|august|september|oktober|november|dezember))\b"
_WEEKDAYS = ("mon", "die", "mit", "don", "fre", "sam|sonna", "son")
_WEEKDAY = (
    r"(?P<weekday>montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
    r"(?P<part>morgen|vormittag|mittag|nachmittag|abend)?\b"
)
_NEXT = r"(?:nachst\w+|kommend\w+|folgend\w+)"

VOCABULARY = Vocabulary(
    days={
        Day.SPAN: re.compile(
            rf"\b(?:in|innerhalb|innert|binnen|nach|spatestens in|wahrend)\s+(?:(?:von|der|den|des|etwa|ca\.?|ungefahr|rund|maximal|hochstens|weniger als|"
            rf"spatestens|{_NEXT}|nur)\s+)*"
            rf"(?:(?:einer )?(?P<half>halben)\s+(?P<unit2>stunde)"
            rf"|(?P<n>{_NUMBER})(?:(?:\s*-\s*|\s+bis\s+|\s+oder\s+)(?P<m>{_NUMBER}))?\s*"
            r"(?P<unit>minuten?|min|stunden?|std|h|werktag\w*|arbeitstag\w*|geschaftstag\w*|tag\w*|wochen?|monat\w*)\b"
            r"|(?P<unit3>stunde|kurze)\b)"
        ),
        Day.CALENDAR: re.compile(
            rf"\b(?P<d>\d{{1,2}})\.\s*{_MONTH}(?:\s+(?P<y>20\d\d))?"
            r"|(?<![\d.])(?P<d2>\d{1,2})\.\s?(?P<m2>\d{1,2})\.(?:\s?(?P<y2>20\d\d))?"
        ),
        Day.ISO: re.compile(r"\b(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b"),
        Day.DAY_AFTER_TOMORROW: re.compile(r"\bubermorgen\b"),
        Day.TOMORROW: re.compile(r"(?<!guten )(?<!schonen )(?<!am )(?<!heute )\bmorgen\b|\bmorgig\w+"),
        Day.TODAY: re.compile(
            r"\b(?:heut(?:e|ig\w+)|noch heute|am selben tag|bis (?:ende des tages|tagesende|feierabend|geschaftsschluss))\b"
        ),
        Day.NEXT_WORKING_DAY: re.compile(rf"\b{_NEXT} (?:werk|arbeits|geschafts)tag\w*"),
        Day.WEEKDAY: re.compile(
            rf"\b(?:(?P<next>nachst\w+)\s+)?{_WEEKDAY}(?P<after> (?:in der )?{_NEXT}r? woche)?"
        ),
        Day.START_OF_NEXT_WEEK: re.compile(
            rf"\b(?:anfang|zu beginn|beginn|gleich zu beginn)(?: der)? {_NEXT} woche\b"
        ),
        Day.NEXT_WEEK: re.compile(
            rf"\b(?:ende |mitte |im lauf\w* )?(?:der )?{_NEXT} woche\b|\bende nachster woche\b"
        ),
        Day.THIS_WEEK: re.compile(
            r"\b(?:ende|im lauf\w*)(?: dieser| der)? woche\b|\b(?:noch )?dieser? woche\b|\bwochenende dieser\b|\bende der woche\b"
        ),
        Day.WEEKEND: re.compile(r"\bwochenende\w*"),
        Day.THIS_MONTH: re.compile(
            r"\b(?:ende|im lauf\w*)(?: dieses| des) monats\b|\bmonatsende\b|\bdiesen monat\b|\bende des monats\b"
        ),
        Day.NEXT_MONTH: re.compile(rf"\b{_NEXT} monat\w*"),
        Day.ORDINAL: re.compile(r"\b(?:bis zum|am|zum) (?P<d>\d{1,2})\.(?!\s*\d)"),
    },
    hours={
        Hour.CLOCK: re.compile(
            r"\b(?P<h>\d{1,2})(?:[:.](?P<min>\d\d))?\s*uhr\b|\b(?:bis|um|gegen|vor)\s+(?P<h2>\d{1,2}):(?P<min2>\d\d)"
        ),
        Hour.NOON: re.compile(
            r"\b(?:\w*mittags?)(?<!vormittag)(?<!vormittags)(?<!nachmittag)(?<!nachmittags)\b"
        ),
        Hour.MORNING: re.compile(
            r"\b(?:\w*vormittags?|morgen fruh|fruh|\w+tagmorgen|am morgen|heute morgen|in der fruh\w*)\b"
        ),
        Hour.AFTERNOON: re.compile(r"\b\w*nachmittags?\b"),
        Hour.EVENING: re.compile(r"\b(?:abends?|\w+tagabend|mitternacht)\b"),
        Hour.CLOSE: re.compile(
            r"\b(?:ende des (?:arbeits)?tages|tagesende|feierabend|(?:geschafts|laden|buro|dienst)schluss?)\b"
        ),
    },
    numbers=_NUMBERS,
    units=(
        ("min", "minute"),
        ("st", "hour"),
        ("h", "hour"),
        ("werk", "working"),
        ("arbeit", "working"),
        ("geschaft", "working"),
        ("tag", "day"),
        ("woche", "week"),
        ("monat", "month"),
        ("kurze", "vague"),
    ),
    weekdays=_WEEKDAYS,
    months=_MONTHS,
    looks_back=re.compile(
        r"(?:\b(?:seit|vom|von|letzt\w+|vergangen\w+|ihr\w+|jed\w+|ab|zwischen|am vergangenen)\s+)$"
    ),
)
