"""What is usual: the expected rate for this hour of this week, learned online, hour by hour."""

from array import array

WEEK = 168
LEVEL_MEMORY = 60.0  # hours in which a new level has mostly replaced the old one: a growing brand is no surge
_LEVEL_KEEP = 1 - 1 / LEVEL_MEMORY
_DAY_SPREAD = 0.5  # how far an hour of the day is from the mean rate, as a variance of the ratio
_WEEK_SPREAD = 0.1  # how far an hour of the week is from the same hour of any day
_ROUGHNESS = 0.15  # variance of an hour's ratio beyond Poisson: keeps one hour from teaching too much
_QUIET = 0.5  # messages an hour below which hours of the week can't be told apart
_OUTAGE = 8.0  # expected messages in a silence that make it an outage: nothing is learned from it
_LONGEST_OUTAGE = 72
_UNIT = 4096  # the week is kept as fixed-point numbers of two bytes: a third of a stream's state otherwise


class Baseline:
    """The rate of one stream in messages an hour: a level, a profile of the day and one of the week."""

    __slots__ = ("day", "hour", "hours", "mass", "rate", "seen", "week")

    def __init__(self, hour: int) -> None:
        self.hour = hour  # number of the hour being counted, since 1970
        self.hours = 0  # closed so far
        self.seen = 0.0  # messages, decayed, and the hours they took, weighed by the profile
        self.mass = 0.0
        self.rate = 0.0
        self.day = array("f", [1.0]) * 24
        self.week = array("H", [_UNIT]) * WEEK

    @property
    def level(self) -> float:
        return self.seen / self.mass if self.mass else 0.0

    def shape(self, hour: int) -> float:
        week, here = self.week, hour % WEEK
        around = week[here - 1] + 2 * week[here] + week[(here + 1) % WEEK]
        return self.day[hour % 24] * around / (4 * _UNIT)

    def close(self, count: float, *, weight: float = 1.0) -> None:
        """Learn from the hour now ending, with `count` messages; `weight` 0 learns nothing from it."""
        hour, hours = self.hour, self.hours
        expected = self.rate
        if hours >= 48:
            count = min(count, 2.5 * expected + 3)
        shape = self.shape(hour)
        self.seen = _LEVEL_KEEP * self.seen + weight * count
        self.mass = _LEVEL_KEEP * self.mass + weight * shape
        level = self.level
        if weight and level > 0:
            self._learn_profile(hour, count / level, 1 / (level * shape + 1e-3) + _ROUGHNESS)
        self.hours = hours + 1
        self._begin(hour + 1)

    def _learn_profile(self, hour: int, ratio: float, noise: float) -> None:
        at, weeks = hour % 24, min(self.hours / WEEK, 6.0)
        day = self.day[at]
        week = self.week[hour % WEEK] / _UNIT
        gain = 1 / (1 + min(weeks * 7, 14.0) + noise / _DAY_SPREAD)
        self.day[at] = max(day + gain * (ratio / week - day), 0.02)
        gain = 1 / (1 + weeks + noise / _WEEK_SPREAD)
        week += gain * (ratio / max(day, 0.05) - week)
        self.week[hour % WEEK] = round(_UNIT * min(max(week, 0.1), 15.0))

    def skip(self, gap: int) -> None:
        """Pass over `gap` silent hours at once: an outage, or a stream so quiet that an hour says nothing."""
        expected = self.level * gap
        if self.level < _QUIET or gap > _LONGEST_OUTAGE:
            keep = _LEVEL_KEEP**gap
            self.seen *= keep
            self.mass = self.mass * keep + LEVEL_MEMORY * (1 - keep)
        elif expected < _OUTAGE:
            for _ in range(gap):
                self.close(0)
            return
        self.hours += gap
        self._begin(self.hour + gap)

    def _begin(self, hour: int) -> None:
        self.hour = hour
        # One message is added to what was seen, so that a stream that was silent so far may speak without alarm.
        self.rate = (self.seen + 0.3) / (self.mass + 1) * self.shape(hour)
