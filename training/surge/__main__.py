"""`python -m training.surge --data DIR --seeds 1,2`: plant, watch, score, and print the card."""

import argparse
import sys
from pathlib import Path

from parlour.core.surge.values import Settings
from training.surge import detecting, planting, scoring, series

KEPT = (1, 0.3, 0.1, 0.04, 0.02)
LEAST, MOST = 2.2, 300.0  # messages an hour of the brands that are planted


def brands(data: Path | None, seeds: list[int], *, most: float = MOST) -> list[planting.Planted]:
    """Every base series at every size between LEAST and `most` messages an hour, once for each seed."""
    bases = (
        series.load(data) if data else [series.synthesise(seed=s, per_hour=r) for s, r in ((1, 8), (2, 40))]
    )
    return [
        planting.plant(base, keep=keep, seed=seed, number=number + seed)
        for base in bases
        for seed in seeds
        for number, keep in enumerate(KEPT)
        if LEAST <= series.usual_rate(base) * keep <= most
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of base series; a synthetic base without it")
    parser.add_argument("--seeds", default="1", help="comma-separated")
    parser.add_argument("--most", type=float, default=MOST, help="leave out brands of more messages an hour")
    parser.add_argument("--sensitivity", type=float, default=1.0)
    options = parser.parse_args()
    settings = Settings(sensitivity=options.sensitivity)
    planted = brands(options.data, [int(seed) for seed in options.seeds.split(",")], most=options.most)
    print(scoring.describe(scoring.tally((p, detecting.ours(p, settings)) for p in planted)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
