"""A promise, and the calendar in which its date is worked out."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_MONDAY_TO_FRIDAY = frozenset(range(5))


@dataclass(frozen=True)
class Promise:
    """What we owe a member: our words, where they stand in the draft, and by when (None: no date was named)."""

    text: str
    span: tuple[int, int]
    due: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """The client's days: where they are, when they work, when a working day ends."""

    zone: str = "UTC"
    holidays: frozenset[date] = frozenset()
    workdays: frozenset[int] = _MONDAY_TO_FRIDAY
    closes: time = time(18)

    def local(self, now: datetime) -> datetime:
        return now.astimezone(ZoneInfo(self.zone))

    def at(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, ZoneInfo(self.zone))

    def works(self, day: date) -> bool:
        return day.weekday() in self.workdays and day not in self.holidays

    def after_working_days(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`."""
        for _ in range(366):
            day += timedelta(days=1)
            count -= self.works(day)
            if count <= 0:
                break
        return day

    def last_working_day(self, first: date, last: date) -> date:
        """The last working day between the two; `last` itself where nobody works in between."""
        day = last
        while day > first and not self.works(day):
            day -= timedelta(days=1)
        return day if self.works(day) else last
