"""What a surge is made of: the settings, a planned post, the growth, the alarm."""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    NEGATIVE = "negative"  # more anger than usual: somebody is called
    VOLUME = "volume"  # many more messages than usual, the tone unchanged: a notice


class Phase(StrEnum):
    OPENED = "opened"
    WORSE = "worse"  # the same alarm, four times as bad as when it was last told
    CLOSED = "closed"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How surprised one must be, in standard deviations; one setting serves every stream.

    `counted` is asked where chance in the count is what blurs (small streams), `moody` where the wander of the tone
    is (large streams: their tone is known, but it moves). A shorter window is looked at more often, so each halving
    asks `finer` or `finer_moody` more. `bursts` is how much a burst of volume may add. `sensitivity` above 1 alarms earlier, below 1 later; it is what a client may move.
    """

    counted: float = 4.0
    moody: float = 3.45
    finer: float = 0.4
    finer_moody: float = 0.28
    bursts: float = 0.5
    volume: float = 5.5
    volume_ratio: float = 2.0
    calm: float = 0.45  # share of the limit below which an alarm is over
    sensitivity: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A post or campaign to come: between `start` and `end` (unix seconds) `factor` times the usual is expected."""

    start: float
    end: float
    factor: float


@dataclass(frozen=True, kw_only=True)
class Growth:
    """Growth of the excess by likelihood; doubling times in minutes, None where it does not grow."""

    doubling: float | None
    fastest: float | None  # 80 % interval of the doubling time
    slowest: float | None
    since: float  # unix seconds at which the excess was a tenth of the usual rate, by this growth
    projected: tuple[float, float, float]  # messages an hour in 1, 2 and 4 hours if nothing changes


@dataclass(frozen=True, kw_only=True)
class Alarm:
    """A warning and why; rates are messages an hour of the alarm's own channel (negative ones, or all)."""

    stream: str
    at: float  # unix seconds of the event that made it known
    kind: Kind
    phase: Phase
    opened: float
    observed: float
    expected: float
    score: float  # 1 is the limit
    window: float  # minutes in which it is most surprising
    share: float  # of negative messages in that window
    usual_share: float
    growth: Growth
    terms: tuple[str, ...] = field(default=())
