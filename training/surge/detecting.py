"""Detectors run over planted streams: ours, and the simple rules that it is measured beside."""

from collections.abc import Sequence

import numpy as np

from parlour.core.surge.stream import Stream
from parlour.core.surge.values import Phase, Settings
from training.surge.planting import Planted
from training.surge.scoring import Raised
from training.surge.series import HOUR, Floats

_HOLD = 6 * HOUR  # a simple rule that is still true says nothing new for six hours


def ours(planted: Planted, settings: Settings) -> list[Raised]:
    times = planted.times.tolist()
    stream = Stream(planted.name, times[0] / HOUR)
    raised = []
    for at, negative in zip(times, planted.negative.tolist(), strict=True):
        alarm = stream.observe(at / HOUR, settings, negative=negative)
        if alarm and alarm.phase is not Phase.CLOSED:
            raised.append(Raised(alarm.at, alarm.kind, alarm.growth.doubling, alarm.expected))
    return raised


def above_the_week(planted: Planted) -> list[Raised]:
    """The last hour's negatives above the mean of seven days by three standard deviations."""
    hours, last = _hourly(planted)
    mean = np.array([hours[max(0, h - 168) : h].mean() if h else 0.0 for h in range(len(hours))])
    spread = np.array([hours[max(0, h - 168) : h].std() if h else 0.0 for h in range(len(hours))])
    return _held(planted, last > (mean + 3 * spread)[_hour(planted)])


def thrice_the_half_day(planted: Planted) -> list[Raised]:
    """The last hour's negatives above three times the hourly mean of the twelve hours before."""
    hours, last = _hourly(planted)
    mean = np.array([hours[max(0, h - 12) : h].mean() if h else 0.0 for h in range(len(hours))])
    return _held(planted, last > np.maximum(3 * mean, 2.0)[_hour(planted)])


def ears_c2(planted: Planted) -> list[Raised]:
    """EARS C2: seven hours ending two hours ago, mean plus three standard deviations."""
    hours, last = _hourly(planted)
    past = [hours[max(0, h - 9) : max(0, h - 2)] for h in range(len(hours))]
    limit = np.array([p.mean() + 3 * max(p.std(), 0.2) if len(p) else np.inf for p in past])
    return _held(planted, last > np.maximum(limit, 2.0)[_hour(planted)])


def _hour(planted: Planted) -> np.ndarray:
    sour = planted.times[planted.negative]
    return ((sour - planted.times[0]) / HOUR).astype(int)


def _hourly(planted: Planted) -> tuple[Floats, Floats]:
    """Negatives in each full hour, and in the hour before each negative message."""
    sour = planted.times[planted.negative]
    hours = np.bincount(_hour(planted), minlength=int((planted.end - planted.times[0]) / HOUR) + 2).astype(
        float
    )
    last = np.arange(1, len(sour) + 1) - np.searchsorted(sour, sour - HOUR)
    return hours, last.astype(float)


def _held(planted: Planted, over: Sequence[bool] | np.ndarray) -> list[Raised]:
    raised: list[Raised] = []
    for at in planted.times[planted.negative][np.asarray(over)]:
        if not raised or at - raised[-1].at >= _HOLD:
            raised.append(Raised(float(at), "negative"))
    return raised
