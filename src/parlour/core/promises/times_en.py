"""English words for time."""

import re

from parlour.core.promises.vocabulary import Day, Hour, Vocabulary

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "twenty-four": 24,
    "thirty": 30, "forty-eight": 48,
}  # fmt: skip
_NUMBER = r"\d+|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*)\.?"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?P<weekday>mon|tues?|wednes|weds?|thu(?:rs?)?|fri|satur|sat|sun)(?:day)?\b"

VOCABULARY = Vocabulary(
    days={
        Day.SPAN: re.compile(
            rf"\b(?:in|within|after|under|less than|at most|maximum|max\.?|next|take|takes)\s+(?:(?:the|a(?= couple)|no more than|about|around|roughly"
            rf"|next|coming|following|another|just|only|under|less than|at most|maximum|max\.?|a further|a maximum of)\s+)*"
            rf"(?:(?P<half>half an?)|(?P<n>{_NUMBER}))"
            rf"(?:(?:\s*-\s*|\s+to\s+|\s+or\s+)(?P<m>{_NUMBER}))?[\s-]*"
            r"(?P<unit>minutes?|mins?|hours?|hrs?|h|(?:working|business|work|week)[\s-]*days?|(?:working|business)[\s-]+hours?"
            r"|days?|weeks?|fortnight|months?)\b"
            r"|\bwithin the (?P<unit2>hour|day|week|month)\b|\bin (?P<unit3>a fortnight)\b"
        ),
        Day.CALENDAR: re.compile(
            rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+(?P<y>20\d\d))?\b"
            rf"|\b{_MONTH.replace('month', 'month2')}\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:)(?:,?\s+(?P<y2>20\d\d))?"
            r"|(?<![\d/])(?P<d3>\d{1,2})/(?P<m3>\d{1,2})(?:/(?P<y3>\d{4}))?(?![\d/])"
        ),
        Day.ISO: re.compile(r"\b(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b"),
        Day.DAY_AFTER_TOMORROW: re.compile(r"\b(?:the )?day after tomorrow\b"),
        Day.TOMORROW: re.compile(r"\b(?:tomorrow|tmrw|tmr|overnight)\b"),
        Day.TODAY: re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening|lunchtime)|same day)\b"),
        Day.NEXT_WORKING_DAY: re.compile(r"\bnext (?:working|business|week)[\s-]?day\b"),
        Day.WEEKDAY: re.compile(
            rf"(?:(?P<next>\bnext|\bweek on)\s+|\b(?:on|by|before|until|till|this|coming|come|for|no later than)\s+)?(?:this |the |next week on |coming )?\b{_WEEKDAY}(?!s)"
            r"(?P<after> (?:next )?week\b)?"
        ),
        Day.START_OF_NEXT_WEEK: re.compile(
            r"\b(?:early|the (?:start|beginning) of|beginning of|start of|at the (?:start|beginning) of) (?:next|the (?:next|coming)) week\b"
            r"|\bfirst thing next week\b"
        ),
        Day.NEXT_WEEK: re.compile(
            r"\b(?:the )?(?:end of |late |later |some ?time |during |middle of )?(?:the )?(?:next|coming|following) week\b(?!\s*(?:on )?(?:mon|tue|wed|thu|fri|sat|sun))"
        ),
        Day.THIS_WEEK: re.compile(
            r"\b(?:end of|later|during|still|by the end of) (?:the|this) (?:working )?week\b|\bthis week\b|\bweek'?s end\b|\beow\b|\bend of week\b"
        ),
        Day.WEEKEND: re.compile(r"(?<!over the )\bweekend\b"),
        Day.THIS_MONTH: re.compile(
            r"\b(?:end of|later|by the end of) (?:the|this) month\b|\bthis month\b|\bmonth'?s end\b"
        ),
        Day.NEXT_MONTH: re.compile(r"\b(?:next|coming) month\b"),
        Day.ORDINAL: re.compile(r"\bthe (?P<d>\d{1,2})(?:st|nd|rd|th)\b"),
    },
    hours={
        Hour.CLOCK: re.compile(
            r"\b(?:by|at|before|until|till|around|about|no later than|latest)\s+(?:about |around )?(?P<h>\d{1,2})(?:[:.](?P<min>\d\d))?\s*"
            r"(?P<half>[ap]\.?m\b)?(?!\s*(?:%|\d|hours?|days?|minutes?|working|business|euro|eur|weeks?|(?:st|nd|rd|th)\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))"
            r"|\b(?P<h2>\d{1,2})(?:[:.](?P<min2>\d\d))?\s*(?P<half2>[ap]\.?m\b|o'?clock)"
        ),
        Hour.NOON: re.compile(r"\b(?:noon|midday|lunch(?:time)?)\b"),
        Hour.MORNING: re.compile(r"\b(?:morning|first thing)\b"),
        Hour.AFTERNOON: re.compile(r"\bafternoon\b"),
        Hour.EVENING: re.compile(r"\b(?:evening|tonight|midnight)\b"),
        Hour.CLOSE: re.compile(
            r"\b(?:end of (?:the |this |our |today'?s )?(?:business |working |work )?(?:day|today|play|shift)|close of (?:business|play)|eod|cob|day'?s end|closing time)\b"
        ),
    },
    numbers=_NUMBERS,
    units=(
        ("min", "minute"),
        ("working h", "hour"),
        ("business h", "hour"),
        ("working", "working"),
        ("business", "working"),
        ("work", "working"),
        ("weekday", "working"),
        ("h", "hour"),
        ("d", "day"),
        ("week", "week"),
        ("fortnight", "fortnight"),
        ("a fortnight", "fortnight"),
        ("month", "month"),
    ),
    weekdays=_WEEKDAYS,
    months=_MONTHS,
    looks_back=re.compile(
        r"(?:\b(?:since|from|last|of|ago|past|ordered on|bought on|sent on|visit on|on your|your|every|each|between)\s+)$"
    ),
)
