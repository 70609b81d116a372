"""Base series of message volume: the real ones of the data folder, and a synthetic one where there is none."""

import csv
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Spans = tuple[tuple[float, float], ...]

BIN = 300.0
HOUR = 3600.0
WEEK_HOURS = 168


@dataclass(frozen=True)
class Series:
    """Counts per five minutes from `start` (unix seconds), and the spans in which it surges by itself."""

    name: str
    start: float
    counts: NDArray[np.int64]
    surges: Spans = ()

    @property
    def end(self) -> float:
        return self.start + BIN * len(self.counts)


def seconds(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()


def load(data: Path) -> list[Series]:
    """Every series of `data`/tweet_volume with its natural surges; gaps between rows hold no messages."""
    surges = json.loads((data / "labels" / "natural_surges.json").read_text())
    return [
        _load_one(path, tuple((seconds(a), seconds(b)) for a, b in surges[path.stem]))
        for path in sorted((data / "tweet_volume").glob("*.csv"))
    ]


def _load_one(path: Path, surges: Spans) -> Series:
    with path.open() as lines:
        rows = [(seconds(row["timestamp"]), int(float(row["value"]))) for row in csv.DictReader(lines)]
    start = rows[0][0]
    counts = np.zeros(int((rows[-1][0] - start) / BIN) + 1, dtype=np.int64)
    for at, value in rows:
        counts[int((at - start) / BIN)] += value
    return Series(path.stem, start, counts, surges)


def synthesise(*, seed: int, per_hour: float, days: int = 55) -> Series:
    """A made-up brand: day and week, a level that wanders, and bursts of its own that are marked as surges."""
    rng = np.random.default_rng(seed)
    start = seconds("2015-02-26T21:40:00")
    times = start + BIN * np.arange(days * 288)
    hour, weekday = (times / HOUR) % 24, (times // (24 * HOUR) + 3) % 7
    shape = np.exp(0.9 * np.cos((hour - 15) * np.pi / 12) - 0.5 * (weekday >= 5))
    wander = np.zeros(len(times))
    for i in range(1, len(times)):
        wander[i] = 0.985 * wander[i - 1] + rng.normal(0, 0.06)
    rate = per_hour * shape * np.exp(wander)
    surges = []
    for at in np.sort(rng.uniform(0, len(times), days // 4)).astype(int):
        length = int(rng.integers(6, 40))
        rate[at : at + length] *= rng.uniform(3, 6) * np.exp(-np.arange(length) / length)[: len(rate) - at]
        surges.append((float(times[at]) - 1800, float(times[at]) + length * BIN + 7200))
    counts = rng.negative_binomial(4, 4 / (4 + rate * BIN / HOUR))
    return Series(f"made{seed}", start, counts.astype(np.int64), tuple(surges))


def usual_rate(series: Series) -> float:
    """`r` of the recipe: the median over all bins of the hindsight expected rate, in messages an hour."""
    hours = len(series.counts) // 12
    hourly = series.counts[: hours * 12].reshape(hours, 12).sum(axis=1).astype(float)
    index = np.arange(hours)
    level = _centred_mean(hourly, 72)
    ratio = hourly / np.maximum(level, 1e-9)
    by_day = np.array([np.median(ratio[index % 24 == h]) for h in range(24)])
    by_week = np.array([np.median(ratio[index % WEEK_HOURS == h]) for h in range(WEEK_HOURS)])
    profile = 0.5 * by_week + 0.5 * by_day[np.arange(WEEK_HOURS) % 24]
    smooth = (np.roll(profile, 1) + profile + np.roll(profile, -1)) / 3
    if smooth.mean() > 0:
        smooth = np.where(smooth > 0, smooth, 0.1 * smooth.mean())
    return float(np.median(level * smooth[index % WEEK_HOURS]))


def _centred_mean(values: Floats, width: int) -> Floats:
    ones = np.ones(width)
    return np.convolve(values, ones, "same") / np.convolve(np.ones(len(values)), ones, "same")
