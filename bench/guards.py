"""What the guards cost and how good they are: copied answers against a million replies, a whole check, figures of quality."""

import random
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from parlour.core import guards
from parlour.core.guards import Context, Draft, Earlier
from parlour.core.guards.copied import SaidBefore, copied
from training.guards import measure

_REPLIES = 1_000_000


def run() -> list[dict[str, Any]]:
    drafts = [text for _, _, label, text in measure.rows("copied_test.tsv") if label != "said"]
    return [*_copied_answers(drafts), *_whole_check(drafts), *_quality()]


def _copied_answers(drafts: list[str]) -> list[dict[str, Any]]:
    """From draft to finding: ask the index, compare the nearest fifty. Reference: one pass over the same bytes."""
    said, texts = _stored(_REPLIES)
    bare = np.zeros((4, len(said)), dtype=np.uint64)

    def ask(draft: str) -> None:
        keys = said.nearest(draft, count=50, language="en")
        history = tuple(Earlier(texts[key % len(texts)]) for key in keys)
        list(copied(Draft(draft, "en"), Context(history=history)))

    ours = _milliseconds(lambda: ask(random.choice(drafts)))
    scan = _milliseconds(lambda: int(np.bitwise_count(bare).sum()))
    return [
        _figure(
            "guards.copied.1m.p50_ms",
            np.percentile(ours, 50),
            "ms",
            "popcount of the same bytes",
            np.median(scan),
        ),
        _figure("guards.copied.1m.p95_ms", np.percentile(ours, 95), "ms", "limit of issue 5", 50.0),
    ]


def _stored(count: int) -> tuple[SaidBefore, list[str]]:
    """`count` replies put together from the sentences of our examples, so that they share words as real ones do."""
    dice = random.Random(5)
    pieces = [
        row[-1]
        for name in ("tone_tune.tsv", "promises_tune.tsv", "copied_tune.tsv")
        for row in measure.rows(name)
    ]
    texts = [" ".join(dice.sample(pieces, 2)) for _ in range(15_000)]
    said = SaidBefore(capacity=count)
    for key in range(count):
        said.add(key, texts[key % len(texts)], language="en")
    return said, texts


def _whole_check(drafts: list[str]) -> list[dict[str, Any]]:
    history = tuple(Earlier(text) for _, _, label, text in measure.rows("copied_test.tsv") if label == "said")
    context = Context(
        history=history, staff_terms=("Studio Val", "Petra Kos", "+385 1 234 5678"), client="Zrno"
    )
    times = _milliseconds(lambda: guards.check(Draft(random.choice(drafts)), context))
    return [_figure("guards.check.p95_ms", np.percentile(times, 95), "ms", "what a person notices", 100.0)]


def _quality() -> list[dict[str, Any]]:
    wanted = {"precision": 0.9, "recall": 0.9, "hostile_warned": 0.9, "light_found": 0.95, "heavy_found": 0.8}
    figures = [pair for measured in measure.MEASURES for pair in measured("last").items()]
    return [
        _figure(
            f"guards.{name}", value, "share", "asked by issue 5", wanted.get(name.rpartition(".")[2], 0.02)
        )
        for name, value in figures
        if not name.endswith("dates_right")
    ]


def _milliseconds(act: Callable[[], object], times: int = 100) -> list[float]:
    measured = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        measured.append(1000 * (time.perf_counter() - start))
    return measured


def _figure(name: str, value: float, unit: str, reference: str, against: float) -> dict[str, Any]:
    return {
        "name": name,
        "value": round(float(value), 4),
        "unit": unit,
        "reference": {"name": reference, "value": round(float(against), 4)},
        "ratio": round(float(value / against), 4),
    }
