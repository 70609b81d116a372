"""What counts: found, delay and false alarms, as the data folder's README defines them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from training.surge.planting import DAY, Crisis, Planted
from training.surge.series import HOUR

AFTER = 6 * HOUR


@dataclass(frozen=True)
class Raised:
    """An alarm as the scorer sees it."""

    at: float
    kind: str
    doubling: float | None = None
    expected: float | None = None


@dataclass
class Tally:
    """Sums over streams; `delays` in minutes with the crisis they belong to (None when it was missed)."""

    delays: list[tuple[Planted, Crisis, float | None]] = field(default_factory=list)
    false_negative: int = 0
    false_volume: int = 0
    months: float = 0.0
    where: list[tuple[str, float, str]] = field(default_factory=list)
    doublings: list[float] = field(default_factory=list)

    def recall(self, *families: str, cold: bool = False) -> float:
        found = [d is not None for _, c, d in self.delays if c.family in families and c.cold == cold]
        return float(np.mean(found)) if found else float("nan")

    def delay_doublings(self, *families: str) -> float:
        late = [d / c.doubling for _, c, d in self.delays
                if c.family in families and not c.cold and d is not None and c.doubling]  # fmt: skip
        return float(np.median(late)) if late else float("nan")

    def delay_minutes(self, family: str) -> float:
        late = [d for _, c, d in self.delays if c.family == family and not c.cold and d is not None]
        return float(np.median(late)) if late else float("nan")

    @property
    def negative_rate(self) -> float:
        return self.false_negative / max(self.months, 1e-9)

    @property
    def volume_rate(self) -> float:
        return self.false_volume / max(self.months, 1e-9)


def tally(results: Iterable[tuple[Planted, Sequence[Raised]]]) -> Tally:
    total = Tally()
    for stream, alarms in results:
        _count(total, stream, alarms)
    return total


def _count(total: Tally, stream: Planted, alarms: Sequence[Raised]) -> None:
    total.months += stream.months
    for crisis in stream.crises:
        hit = next((a for a in alarms if a.kind == "negative" and crisis.onset <= a.at <= crisis.half), None)
        total.delays.append((stream, crisis, None if hit is None else (hit.at - crisis.onset) / 60))
        if hit is not None and hit.doubling and crisis.doubling:
            total.doublings.append(hit.doubling / crisis.doubling)
    crises = [(c.onset, c.end + AFTER) for c in stream.crises]
    excused = [*crises, *((a, b + AFTER) for a, b in stream.promotions), *stream.surges]
    for kind, allowed in (("negative", crises), ("volume", excused)):
        false = [
            a.at for a in alarms if a.kind == kind and a.at >= stream.warm and not _inside(a.at, allowed)
        ]
        apart = [at for at, before in zip(false, [-1e18, *false], strict=False) if at - before >= HOUR]
        total.where += [(stream.name, (at - stream.warm) / DAY, kind) for at in apart]
        if kind == "negative":
            total.false_negative += len(apart)
        else:
            total.false_volume += len(apart)


def _inside(at: float, spans: Iterable[tuple[float, float]]) -> bool:
    return any(a <= at <= b for a, b in spans)


def describe(total: Tally) -> str:
    recall, late = total.recall, total.delay_doublings
    recalls = f"recall: exp and step {recall('exp', 'step'):.3f}, sour {recall('sour'):.3f}, "
    recalls += f"all {recall('exp', 'step', 'sour'):.3f}, cold start {recall('exp', cold=True):.2f}"
    delays = f"median delay: exp {late('exp'):.2f}, exp and sour {late('exp', 'sour'):.2f} doublings, "
    delays += f"step {total.delay_minutes('step'):.1f} min"
    false = f"false per stream-month: negative {total.negative_rate:.2f}, volume {total.volume_rate:.2f} "
    false += f"({total.months:.0f} stream-months, {len(total.delays)} crises)"
    lines = [recalls, delays, false]
    if total.doublings:
        quartiles = ", ".join(f"{q:.2f}" for q in np.percentile(total.doublings, [25, 50, 75]))
        lines.append(f"doubling time said to true, quartiles: {quartiles}")
    return "\n".join(lines)
