"""The recipe: a base series becomes a brand's events with crises, promotions, a drift and an outage planted in it."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from training.surge.series import BIN, HOUR, Floats, Series, usual_rate

DAY = 24 * HOUR
WARM_UP = 14 * DAY
APART = 30 * HOUR
STREAMS_COLD_EVERY = 3


@dataclass(frozen=True)
class Crisis:
    """A planted crisis; `doubling` in minutes, None for a step; `half` is when half of its messages are posted."""

    family: str
    onset: float
    end: float
    half: float
    doubling: float | None
    messages: int
    cold: bool = False


@dataclass
class Planted:
    """One stream: event times (unix seconds, ascending), their labels as the classifier sees them, and the truth."""

    name: str
    base: str
    rate: float
    warm: float
    end: float
    times: Floats
    negative: NDArray[np.bool_]
    surges: tuple[tuple[float, float], ...]
    crises: list[Crisis] = field(default_factory=list)
    promotions: list[tuple[float, float]] = field(default_factory=list)
    drifts: list[tuple[float, float]] = field(default_factory=list)
    outages: list[tuple[float, float]] = field(default_factory=list)

    @property
    def months(self) -> float:
        return (self.end - self.warm) / (30.4 * DAY)


def plant(series: Series, *, keep: float, seed: int, number: int) -> Planted:
    """One brand from `series` at size `keep`; `number` decides whether it gets a crisis before the warm-up is over."""
    rng = np.random.default_rng([seed, number, int(keep * 1000)])
    counts = rng.binomial(series.counts, keep)
    rate = usual_rate(Series(series.name, series.start, counts))
    times = np.repeat(series.start + BIN * np.arange(len(counts)), counts) + rng.uniform(0, BIN, counts.sum())
    stream = Planted(
        f"{series.name}-{keep}-{seed}", series.name, rate, series.start + WARM_UP, series.end, np.sort(times),
        np.zeros(0, dtype=bool), series.surges,
    )  # fmt: skip
    return _Planter(stream, series, rng).run(cold=number % STREAMS_COLD_EVERY == 0)


class _Planter:
    def __init__(self, stream: Planted, series: Series, rng: np.random.Generator) -> None:
        self.stream, self.series, self.rng = stream, series, rng
        self.share = rng.uniform(0.06, 0.30)
        self.taken: list[tuple[float, float]] = []
        self.parts: list[tuple[Floats, NDArray[np.bool_]]] = []

    def run(self, *, cold: bool) -> Planted:
        stream, rng = self.stream, self.rng
        kinds = self._crisis_kinds(round((stream.end - stream.warm) / (8 * DAY)))
        for place in [*(("crisis", kind) for kind in kinds), ("drift", None), ("promotion", None),
                      ("promotion", None), ("outage", None)]:  # fmt: skip
            self._place(*place)
        if cold:
            self._add_crisis(stream.times[0] + rng.uniform(2.5, 6) * DAY, ("exp", 30.0), cold=True)
        tone = self._tone()
        self.parts.append((stream.times, rng.random(len(stream.times)) < tone(stream.times)))
        times = np.concatenate([part[0] for part in self.parts])
        negative = np.concatenate([part[1] for part in self.parts])
        order = np.argsort(times, kind="stable")
        stream.times = times[order]
        stream.negative = negative[order] ^ (rng.random(len(times)) < 0.08)
        return stream

    def _crisis_kinds(self, count: int) -> list[tuple[str, float | None]]:
        rng = self.rng
        exp = iter(np.concatenate([rng.permutation([10.0, 30, 60, 120]) for _ in range(9)]))
        sour = iter(np.concatenate([rng.permutation([30.0, 60, 120]) for _ in range(9)]))
        families = rng.choice(["exp", "sour", "step"], size=count, p=[0.6, 0.2, 0.2])
        return [
            (str(f), float(next(exp)) if f == "exp" else float(next(sour)) if f == "sour" else None)
            for f in families
        ]

    def _place(self, what: str, kind: tuple[str, float | None] | None) -> None:
        for _ in range(200):
            onset = self.rng.uniform(self.stream.warm, self.stream.end - 12 * HOUR)
            if any(a <= onset <= b + 6 * HOUR for a, b in self.series.surges):
                continue
            if self._try(what, onset, kind):
                return

    def _free(self, start: float, end: float) -> bool:
        if end > self.stream.end or any(start < b + APART and a < end + APART for a, b in self.taken):
            return False
        self.taken.append((start, end))
        return True

    def _try(self, what: str, onset: float, kind: tuple[str, float | None] | None) -> bool:
        if what == "crisis":
            assert kind is not None
            return self._add_crisis(onset, kind)
        return {"promotion": self._add_promotion, "drift": self._add_drift, "outage": self._add_outage}[what](
            onset
        )

    def _episode(self, family: str, doubling: float | None) -> tuple[Floats, float]:
        """Excess rate (an hour) for each minute of an episode, and minutes to the peak."""
        rng, rate = self.rng, self.stream.rate
        low, high, floor = (1.0, 2.5, 12.0) if family == "sour" else (4.0, 30.0, 30.0)
        first = max(0.1 * rate, 1.0)
        peak = max(np.exp(rng.uniform(np.log(low), np.log(high))) * rate, floor)
        if doubling is None:
            rise = rng.uniform(5, 15)
            up = peak * np.arange(1, int(rise) + 1) / rise
            plateau, halving = rng.uniform(30, 120), rng.uniform(60, 240)
        else:
            rise = doubling * np.log2(peak / first)
            up = first * 2 ** (np.arange(int(rise)) / doubling)
            plateau, halving = rng.uniform(1, 3) * doubling, rng.uniform(2, 6) * doubling
        fall = np.arange(int(min(6 * halving, 24 * 60)))
        curve = np.concatenate([up, np.full(int(plateau), peak), peak * 2 ** (-fall / halving)])
        noise = np.repeat(rng.gamma(9, 1 / 9, len(curve) // 5 + 1), 5)[: len(curve)]
        return curve * noise, rise

    def _messages(self, onset: float, curve: Floats) -> Floats:
        counts = self.rng.poisson(curve / 60)
        minute = np.repeat(np.arange(len(curve)), counts)
        return np.sort(onset + 60 * (minute + self.rng.random(len(minute))))

    def _add_crisis(self, onset: float, kind: tuple[str, float | None], *, cold: bool = False) -> bool:
        family, doubling = kind
        curve, _ = self._episode(family, doubling)
        times = self._messages(onset, curve)
        end = onset + 60 * len(curve)
        if len(times) < 20 or not (cold or self._free(onset, end)):
            return False
        share = self.rng.uniform(0.65, 0.95)
        self.parts.append((times, self.rng.random(len(times)) < share))
        half = float(times[len(times) // 2])
        self.stream.crises.append(Crisis(family, onset, end, half, doubling, len(times), cold))
        return True

    def _add_promotion(self, onset: float) -> bool:
        curve, _ = self._episode("exp", 30.0 if self.rng.random() < 0.5 else None)
        if not self._free(onset, onset + 60 * len(curve)):
            return False
        times = self._messages(onset, curve)
        self.parts.append((times, self.rng.random(len(times)) < 0.8 * self.share))
        self.stream.promotions.append((onset, onset + 60 * len(curve)))
        return True

    def _add_drift(self, onset: float) -> bool:
        end = onset + 6 * DAY
        if not self._free(onset, end):
            return False
        times = self.stream.times
        days = (times - onset) / DAY
        extra = 0.6 * np.clip(np.minimum(days / 2, 6 - days), 0, 1)
        more = times[self.rng.random(len(times)) < extra]
        jittered = more + self.rng.uniform(-BIN / 2, BIN / 2, len(more))
        self.stream.times = np.sort(np.concatenate([times, jittered]))
        self.stream.drifts.append((onset, end))
        return True

    def _add_outage(self, onset: float) -> bool:
        end = onset + self.rng.uniform(6, 20) * HOUR
        if not self._free(onset, end):
            return False
        times = self.stream.times
        self.stream.times = times[(times < onset) | (times >= end)]
        self.stream.outages.append((onset, end))
        return True

    def _tone(self) -> Callable[[Floats], Floats]:
        """The chance of being negative at given times."""
        rng, start = self.rng, self.stream.times[0]
        hours = int((self.stream.end - start) / HOUR) + 2
        wander = np.zeros(hours)
        wander[0] = rng.normal(0, 0.45)
        for i in range(1, hours):
            wander[i] = 0.9 * wander[i - 1] + rng.normal(0, 0.45 * np.sqrt(1 - 0.81))
        logit = np.log(self.share / (1 - self.share)) + wander
        return lambda times: (
            1 / (1 + np.exp(-logit[np.clip(((times - start) / HOUR).astype(int), 0, hours - 1)]))
        )
