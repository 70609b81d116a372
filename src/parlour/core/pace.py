"""How fast answers may leave: a bucket for the platform's limit, and a fuse for a platform that fails."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from parlour.core import backoff

# So many failures in a row are no bad luck.
FUSE = 5
_FIRST, _LONGEST = 15.0, 120.0


@dataclass(frozen=True, slots=True)
class Rate:
    """So many sends a minute, of which `burst` may leave at once after a rest."""

    per_minute: float
    burst: int = 5


def next_ready(*, ready_at: datetime | None, now: datetime, rate: Rate | None) -> datetime | None:
    """When the next may leave after one that leaves now. One time says it all: a full bucket lies `burst` sends in the past."""
    if rate is None:
        return ready_at
    interval = timedelta(minutes=1 / rate.per_minute)
    slack = interval * (rate.burst - 1)
    return max(ready_at or now - slack, now - slack) + interval


def fused_until(*, failures: int, now: datetime, jitter: float) -> datetime | None:
    """After so many failures in a row: when to try the platform again, with a single send. None while that is too few."""
    if failures < FUSE:
        return None
    wait = backoff.seconds(attempt=failures - FUSE + 1, jitter=jitter, first=_FIRST, most=_LONGEST)
    return now + timedelta(seconds=wait)
