"""The shape of a language's words for time; `times_en`, `times_hr` and `times_de` fill it."""

import re
from dataclasses import dataclass
from enum import StrEnum, auto


class Day(StrEnum):
    """Ways to name a day. The patterns of an earlier way win over later ones that overlap."""

    SPAN = auto()
    """In so many hours, days, weeks: groups `n`, perhaps `m` (up to), `unit`; perhaps `half`."""
    CALENDAR = auto()
    """5 December: groups `d`, `month` (a word) or `m` (a number), perhaps `y`."""
    ISO = auto()
    DAY_AFTER_TOMORROW = auto()
    TOMORROW = auto()
    TODAY = auto()
    NEXT_WORKING_DAY = auto()
    START_OF_NEXT_WEEK = auto()
    NEXT_WEEK = auto()
    WEEKDAY = auto()
    """Group `weekday`, perhaps `next`: that of the week after this one."""
    THIS_WEEK = auto()
    WEEKEND = auto()
    THIS_MONTH = auto()
    NEXT_MONTH = auto()
    ORDINAL = auto()
    """By the 25th: group `d`."""


class Hour(StrEnum):
    """Ways to name an hour."""

    CLOCK = auto()
    """Groups `h`, perhaps `min` and `half` (pm: twelve hours later)."""
    MORNING = auto()
    NOON = auto()
    AFTERNOON = auto()
    EVENING = auto()
    CLOSE = auto()


@dataclass(frozen=True)
class Vocabulary:
    days: dict[Day, re.Pattern[str]]
    hours: dict[Hour, re.Pattern[str]]
    numbers: dict[str, int]
    units: tuple[tuple[str, str], ...]
    """(start of the word, one of minute hour working day week month), the first that fits."""
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    """Starts of the twelve names, "|" between several names of one month."""
    looks_back: re.Pattern[str]
    """What stands before a day that is past or only describes: "since Monday", "the order of 3 May"."""
