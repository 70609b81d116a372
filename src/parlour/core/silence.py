"""Is it improbable that nothing came for so long, at this hour of this week? Learned from counts, channel by channel.

For each of the 168 hours of a week we keep how many events came in it and in how many such hours, older weeks
weighing less. Events are taken to come as in a Poisson process whose rate is known no better than those counts say, so
a channel that was heard little never raises an alarm. Chosen imprecision: events come in bursts, so the true
probability is higher than what is reckoned here; the threshold is far out for that reason.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo

# A week ago counts 0.8 of today: what is learned lasts about five weeks.
_KEPT = 0.8
# One false alarm in about a hundred thousand silences of this length.
_IMPROBABLE = math.log(1e-5)
_SHORTEST = timedelta(minutes=20)
# Farther back nothing more is learned from.
_LONGEST = timedelta(days=7)
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Hour:
    """One hour of the week: how many events came in how many such hours, both decayed."""

    events: float = 0.0
    hours: float = 0.0


@dataclass(frozen=True, slots=True)
class Rhythm:
    """By hour of the week, 0 is Monday at midnight; hours never listened to are missing."""

    hours: Mapping[int, Hour] = field(default_factory=dict)


def beginning(at: datetime) -> datetime:
    """The hour that `at` lies in."""
    return at.replace(minute=0, second=0, microsecond=0)


def learned(rhythm: Rhythm, *, since: datetime, until: datetime, first_hour: int, zone: tzinfo) -> Rhythm:
    """`first_hour` events came in the hour that begins at `since`, and none from its end until `until`."""
    hours = dict(rhythm.hours)
    start, count = max(beginning(since), beginning(until) - _LONGEST), first_hour
    while start + _HOUR <= until:
        key = _hour_of_week(start, zone)
        before = hours.get(key, Hour())
        hours[key] = Hour(
            events=round(before.events * _KEPT + count, 3), hours=round(before.hours * _KEPT + 1, 3)
        )
        start, count = start + _HOUR, 0
    return Rhythm(hours)


def is_improbable(rhythm: Rhythm, *, since: datetime, now: datetime, zone: tzinfo) -> bool:
    """Whether a channel of this rhythm would hardly ever have been silent since then."""
    return now - since >= _SHORTEST and log_probability(rhythm, since=since, now=now, zone=zone) < _IMPROBABLE


def log_probability(rhythm: Rhythm, *, since: datetime, now: datetime, zone: tzinfo) -> float:
    """Of no event in that time, natural logarithm. Each hour's rate is a gamma variable of what was counted."""
    total = 0.0
    for key, listened in _listened(max(since, now - _LONGEST), now, zone):
        hour = rhythm.hours.get(key)
        if hour and hour.hours:
            total += hour.events * math.log(hour.hours / (hour.hours + listened))
    return total


def _listened(since: datetime, now: datetime, zone: tzinfo) -> Iterator[tuple[int, float]]:
    """Each hour of the week that was touched, and how much of an hour."""
    start = since
    while start < now:
        end = min(beginning(start) + _HOUR, now)
        yield _hour_of_week(start, zone), (end - start) / _HOUR
        start = end


def _hour_of_week(at: datetime, zone: tzinfo) -> int:
    local = at.astimezone(zone)
    return local.weekday() * 24 + local.hour
