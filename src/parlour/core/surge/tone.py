"""How sour a stream usually is: the share of negative messages, its wander from hour to hour, and how sure we are."""

import math
from array import array

KEEP = 0.9  # correlation of the tone from one hour to the next
_SPREAD = 0.12  # stationary variance of its logit, until the stream has shown its own
_LEAST_SPREAD, _MOST_SPREAD = 0.04, 0.35
_SPREAD_GAIN = 0.03
_MEMORY = 1 - 1 / 500  # of the usual share, by hours
_HOUR_WORTH = 40.0  # messages of one hour, at most, that count towards the usual share: its tone is one draw
_PRIOR = (4.4, 20.0)
_STEP = 2.0  # standard deviations beyond which an hour moves the tone no further
_WITHIN = 0.86  # a window's mean tone wanders less than the tone of a moment
_STEPPED = 0.92  # variance of a standard normal that is cut there
LAGS = 7


class Tone:
    """Usual logit of the share, and for each of the last hours what it was thought to be (mean and variance)."""

    __slots__ = ("all", "history", "hours", "negative", "spread")

    def __init__(self) -> None:
        self.negative, self.all = _PRIOR
        self.hours = 0.0
        self.spread = _SPREAD
        self.history = (
            array("f", [0.0, _SPREAD]) * LAGS
        )  # newest first: how far from the usual logit, and variance

    @property
    def share(self) -> float:
        return self.negative / self.all

    def close(self, negative: float, total: float, *, learn: bool) -> None:
        """Learn from an ended hour."""
        offset, variance = self.history[:2]
        offset, variance = KEEP * offset, KEEP * KEEP * variance + (1 - KEEP * KEEP) * self.spread
        if total and learn:
            usual = math.log(self.share / (1 - self.share))
            share = 1 / (1 + math.exp(-usual - offset))
            information = total * share * (1 - share)
            spread = math.sqrt(variance + 1 / information)
            surprise = (negative - total * share) / information
            surprise = max(-_STEP * spread, min(_STEP * spread, surprise))
            gain = variance / (variance + 1 / information)
            offset += gain * surprise
            variance *= 1 - gain
            self._learn_usual(min(negative, total * share + _STEP * spread * information), total)
            self._learn_spread(gain, (surprise / spread) ** 2)
        self.history = array("f", [offset, variance]) + self.history[:-2]

    def _learn_usual(self, negative: float, total: float) -> None:
        weight = 1 / (1 + total / _HOUR_WORTH)
        self.hours = _MEMORY * self.hours + 1
        self.negative = _PRIOR[0] * (1 - _MEMORY) + _MEMORY * self.negative + weight * negative
        self.all = _PRIOR[1] * (1 - _MEMORY) + _MEMORY * self.all + weight * total

    def _learn_spread(self, gain: float, surprise: float) -> None:
        """Surprises that are larger than foreseen, where the count is not to blame, mean a moodier stream."""
        spread = self.spread * (1 + _SPREAD_GAIN * gain * (surprise / _STEPPED - 1))
        self.spread = min(max(spread, _LEAST_SPREAD), _MOST_SPREAD)

    def skip(self, gap: int) -> None:
        """Pass over `gap` hours without a message: what was known of the tone fades."""
        for _ in range(min(gap, LAGS)):
            self.close(0, 0, learn=False)
        if gap > LAGS:
            self.history = array("f", [0.0, self.spread]) * LAGS

    def before(self, lag: int) -> tuple[float, float]:
        """Usual share of negatives now, as known `lag` hours ago, and the variance of its logit."""
        offset, variance = self.history[2 * lag : 2 * lag + 2]
        fade = KEEP ** (lag + 1)
        share = self.share
        unsure = min(19 * self.spread / (self.hours + 10), self.spread) + 1 / (self.all * share * (1 - share))
        vague = self.spread + fade * fade * (variance - self.spread) + unsure * (1 - fade) ** 2
        odds = share / (1 - share) * math.exp(fade * offset)
        return odds / (1 + odds), _WITHIN * vague
