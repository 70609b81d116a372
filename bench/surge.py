"""Surge: how early and how falsely it alarms on planted crises beside simple rules, its speed and its size.

The base series are those of the folder that PARLOUR_CRISIS_DATA names (or ../shared/crisis), else synthetic ones.
"""

import json
import os
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from bench.report import Figure, figure
from parlour.core.surge.values import Settings
from parlour.core.surge.watcher import Watcher
from training.surge import __main__ as training
from training.surge import detecting, scoring
from training.surge.planting import Planted
from training.surge.scoring import Raised, Tally

_SEED = 77  # none that the settings were chosen on
_MOST = 70.0
_PEERS: dict[str, Callable[[Planted], list[Raised]]] = {
    "last hour > 7-day mean + 3 sd": detecting.above_the_week,
    "last hour > 3 x the 12 h before": detecting.thrice_the_half_day,
    "EARS C2": detecting.ears_c2,
}
_ASKED_SPEED, _ASKED_BYTES = 200_000, 2_048


def run() -> list[Figure]:
    return [*_quality(), *_speed(), _size(), _command()]


def _quality() -> list[Figure]:
    planted = training.brands(_data(), [_SEED], most=_MOST)
    own = scoring.tally((p, detecting.ours(p, Settings())) for p in planted)
    figures = []
    for name, peer in _PEERS.items():
        theirs = scoring.tally((p, peer(p)) for p in planted)
        figures += [
            figure(f"surge.{what}", ask(own), unit, reference=name, reference_value=ask(theirs))
            for what, unit, ask in _ASKED
        ]
    return figures


def _false(total: Tally) -> float:
    return total.negative_rate


_ASKED: tuple[tuple[str, str, Callable[[Tally], float]], ...] = (
    ("recall", "share", lambda total: total.recall("exp", "step", "sour")),
    ("delay", "doublings", lambda total: total.delay_doublings("exp", "sour")),
    ("false_negative_alarms", "a stream-month", _false),
)


def _data() -> Path | None:
    path = Path(os.environ.get("PARLOUR_CRISIS_DATA", "../shared/crisis"))
    return path if (path / "tweet_volume").is_dir() else None


def _events(streams: int, *, per_hour: float, days: float) -> list[tuple[str, float, bool]]:
    rng = np.random.default_rng(_SEED)
    number = int(streams * per_hour * 24 * days)
    times = np.sort(rng.uniform(1.4e9, 1.4e9 + days * 86_400, number))
    names = rng.integers(0, streams, number)
    return [
        (f"s{name}", float(at), bool(sour))
        for name, at, sour in zip(names, times, rng.random(number) < 0.2, strict=True)
    ]


def _speed() -> list[Figure]:
    """Events a second of processor time, for pages of three sizes."""
    figures = []
    for streams, per_hour in ((1000, 3.0), (100, 30.0), (5, 600.0)):
        events = _events(streams, per_hour=per_hour, days=3)
        watcher = Watcher()
        start = time.process_time()
        for name, at, sour in events:
            watcher.observe(name, at, negative=sour)
        speed = len(events) / (time.process_time() - start)
        figures.append(
            figure(f"surge.events_per_s.{per_hour:g}_an_hour", speed, "events/s", reference="asked",
                   reference_value=_ASKED_SPEED)
        )  # fmt: skip
    return figures


def _size() -> Figure:
    """Memory of a stream as Python holds it, its name and its place in the table included."""
    events = _events(500, per_hour=3, days=3)
    watcher = Watcher()
    tracemalloc.start()
    for name, at, sour in events:
        watcher.observe(name, at, negative=sour)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return figure(
        "surge.bytes_a_stream", held / 500, "bytes", reference="asked", reference_value=_ASKED_BYTES
    )


def _command() -> Figure:
    """Events a second through `parlour watch`, reading JSON included."""
    lines = "".join(
        json.dumps(
            {
                "t": datetime.fromtimestamp(at, UTC).isoformat(),
                "stream": name,
                "sentiment": -0.5 if sour else 0.5,
            }
        )
        + "\n"
        for name, at, sour in _events(100, per_hour=30, days=3)
    )
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "parlour", "watch"], input=lines, text=True, check=True, capture_output=True
    )
    speed = lines.count("\n") / (time.perf_counter() - start)
    return figure(
        "surge.watch_lines_per_s",
        speed,
        "lines/s",
        reference="asked of the core",
        reference_value=_ASKED_SPEED,
    )
