"""When is "by Friday noon"? Read the time named in a sentence and work it out in the client's calendar.

A named day stays the day the member was told, weekend or not; only *working* days step over weekends and holidays, and
"the end of the week" is its last working day. A day without an hour ends when the client closes.
"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple, TypeVar

from parlour.core.promises import times_de, times_en, times_hr
from parlour.core.promises.model import Calendar
from parlour.core.promises.vocabulary import Day, Hour, Vocabulary

_VOCABULARIES = {"en": times_en.VOCABULARY, "hr": times_hr.VOCABULARY, "de": times_de.VOCABULARY}
_LAST_MINUTE = time(23, 59)
_HOURS = {Hour.MORNING: time(12), Hour.NOON: time(12), Hour.AFTERNOON: time(18), Hour.EVENING: time(22)}
_EXACT = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1)}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


class _NamedDay(NamedTuple):
    position: int
    day: date | datetime


class _NamedHour(NamedTuple):
    position: int
    hour: time


_Named = TypeVar("_Named", _NamedDay, _NamedHour)


def due(folded: str, *, near: int, language: str, now: datetime, calendar: Calendar) -> datetime | None:
    """The deadline that belongs to the words at `near`: the first named after them, else the last named before.

    `folded` is one sentence as `wording.fold` leaves it. None when it names no time, or only a vague one ("soon").
    """
    local = calendar.local(now)
    words = _VOCABULARIES[language]
    named = _belonging(_days(folded, words, local, calendar), near)
    hour = _belonging(_hours(folded, words, calendar), near)
    if named is None:
        return None if hour is None else _next_time(hour.hour, local, calendar)
    if isinstance(named.day, datetime):
        return named.day
    if hour is not None:
        return calendar.at(named.day, hour.hour)
    closing = calendar.at(named.day, calendar.closes)
    return closing if closing > local else calendar.at(named.day, _LAST_MINUTE)


def _belonging(found: list[_Named], near: int) -> _Named | None:
    after = [one for one in found if one.position >= near]
    if after:
        return min(after)
    return max(found) if found else None


def _next_time(hour: time, local: datetime, calendar: Calendar) -> datetime:
    today = calendar.at(local.date(), hour)
    return today if today > local else calendar.at(local.date() + timedelta(days=1), hour)


def _days(folded: str, words: Vocabulary, local: datetime, calendar: Calendar) -> list[_NamedDay]:
    found: list[_NamedDay] = []
    taken: list[tuple[int, int]] = []
    for kind, pattern in words.days.items():
        for match in pattern.finditer(folded):
            start, end = match.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            taken.append((start, end))
            if words.looks_back.search(folded, 0, start):
                continue
            day = _resolve(kind, match, words, local, calendar)
            if day is not None:
                found.append(_NamedDay(start, day))
    return found


def _hours(folded: str, words: Vocabulary, calendar: Calendar) -> list[_NamedHour]:
    found: list[_NamedHour] = []
    for kind, pattern in words.hours.items():
        for match in pattern.finditer(folded):
            hour = _clock(match) if kind is Hour.CLOCK else _HOURS.get(kind, calendar.closes)
            if hour is not None:
                found.append(_NamedHour(match.start(), hour))
    return found


def _clock(match: re.Match[str]) -> time | None:
    groups = _groups(match)
    hour, minute, half = int(groups["h"]), int(groups.get("min", 0)), groups.get("half", "")
    if half.startswith("p") and hour < 12:
        hour += 12
    # "By 3" said by a shop is three in the afternoon.
    if not half and "min" not in groups and 1 <= hour <= 6:
        hour += 12
    return time(hour % 24, minute) if hour <= 24 and minute < 60 else None


def _groups(match: re.Match[str]) -> dict[str, str]:
    """The named groups that matched, without the number that tells variants of one name apart (d, d2, d3)."""
    return {name.rstrip("23"): text for name, text in match.groupdict().items() if text}


def _resolve(
    kind: Day, match: re.Match[str], words: Vocabulary, local: datetime, calendar: Calendar
) -> date | datetime | None:
    groups = _groups(match)
    if kind is Day.SPAN:
        return _after_span(groups, words, local, calendar)
    if kind in {Day.CALENDAR, Day.ISO}:
        return _calendar_day(groups, words, local.date())
    if kind is Day.WEEKDAY:
        return _weekday(groups, words, local.date())
    if kind is Day.ORDINAL:
        return _day_of_month(int(groups["d"]), local.date())
    return _relative(kind, local.date(), calendar)


def _relative(kind: Day, today: date, calendar: Calendar) -> date:
    sunday = today + timedelta(days=6 - today.weekday())
    end_of_month = _end_of_month(today)
    by_kind = {
        Day.TODAY: today,
        Day.TOMORROW: today + timedelta(days=1),
        Day.DAY_AFTER_TOMORROW: today + timedelta(days=2),
        Day.NEXT_WORKING_DAY: calendar.after_working_days(today, 1),
        Day.THIS_WEEK: calendar.last_working_day(today, sunday),
        Day.WEEKEND: sunday,
        Day.START_OF_NEXT_WEEK: calendar.after_working_days(sunday, 1),
        Day.NEXT_WEEK: calendar.last_working_day(sunday + timedelta(days=1), sunday + timedelta(days=7)),
        Day.THIS_MONTH: end_of_month,
        Day.NEXT_MONTH: _end_of_month(end_of_month + timedelta(days=1)),
    }
    return by_kind[kind]


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _after_span(
    groups: dict[str, str], words: Vocabulary, local: datetime, calendar: Calendar
) -> date | datetime | None:
    unit = next((unit for start, unit in words.units if groups["unit"].startswith(start)), "vague")
    if "half" in groups:
        return _later(local, _EXACT["hour"] / 2)
    longest = groups.get("m") or groups.get("n") or "1"
    count = int(longest) if longest.isdecimal() else words.numbers[longest]
    if count > 400:
        return None
    if unit in _EXACT:
        return _later(local, count * _EXACT[unit])
    if unit == "working":
        return calendar.after_working_days(local.date(), count)
    if unit == "month":
        return local.date() + timedelta(days=30 * count)
    return local.date() + timedelta(days=_DAYS[unit] * count) if unit in _DAYS else None


def _later(local: datetime, span: timedelta) -> datetime:
    """By the clock that never jumps: adding to a local time would be an hour off when summer time begins or ends."""
    return (local.astimezone(UTC) + span).astimezone(local.tzinfo)


def _calendar_day(groups: dict[str, str], words: Vocabulary, today: date) -> date | None:
    month = _index(groups["month"], words.months) + 1 if "month" in groups else int(groups["m"])
    year = int(groups.get("y", today.year))
    day = _date_or_none(year, month, int(groups["d"]))
    if day is not None and day < today and "y" not in groups:
        return _date_or_none(year + 1, month, int(groups["d"]))
    return day


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _index(word: str, starts: tuple[str, ...]) -> int:
    fits = [
        (len(start), index)
        for index, names in enumerate(starts)
        for start in names.split("|")
        if word.startswith(start)
    ]
    return max(fits)[1]


def _weekday(groups: dict[str, str], words: Vocabulary, today: date) -> date:
    wanted = _index(groups["weekday"], words.weekdays)
    if "next" in groups or "after" in groups:
        return today + timedelta(days=7 - today.weekday() + wanted)
    return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)


def _day_of_month(number: int, today: date) -> date | None:
    this_month = _date_or_none(today.year, today.month, number)
    if this_month is not None and this_month >= today:
        return this_month
    following = _end_of_month(today) + timedelta(days=1)
    return _date_or_none(following.year, following.month, number)
