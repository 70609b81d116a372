"""`python -m training`: trains judgement's model anew, prints every figure, writes the model and its card."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from parlour.core.judgement import lexicon, model
from parlour.core.judgement.model import HEADS
from training import card, examples, fitting, operating
from training.examples import Example

ROOT = Path(__file__).resolve().parent.parent
_MODEL = ROOT / "src/parlour/core/judgement/model.npz"
_CARD = ROOT / "docs/model-card.md"
_EVERYTHING = ("ship", "research", "nc")


def main(argv: list[str] | None = None) -> int:
    options = _options(argv)
    licences = tuple(options.licences.split(","))
    try:
        public = examples.public(options.data, _EVERYTHING)
    except examples.NoData as problem:
        print(problem, file=sys.stderr)
        return 2
    own = examples.own(options.own)
    public += examples.framed(options.frames, seed=options.seed)
    public += examples.foreign(ROOT / "training/words/foreign.tsv", seed=options.seed)
    trained, stored = train(own, public, licences=licences, seed=options.seed)
    found = card.Measured.of(trained, own, public)
    beside = None
    if options.beside:
        everything, _ = train(own, public, licences=_EVERYTHING, seed=options.seed)
        beside = card.Measured.of(everything, own, public)
    text = card.written(found, beside, licences=licences, own=own, public=public, version=trained.version)
    print(text)
    np.savez_compressed(options.model, **stored)
    options.card.write_text(text, encoding="utf-8")
    print(f"{options.model}: {options.model.stat().st_size / 1e6:.1f} MB", file=sys.stderr)
    return 0


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    known = os.environ.get("PARLOUR_TRAINING_DATA", str(ROOT.parent / "shared/data"))
    parser.add_argument("--data", type=Path, default=Path(known), help="folder of public data sets")
    parser.add_argument("--own", type=Path, default=ROOT / "training/own", help="folder of our own writing")
    parser.add_argument(
        "--frames", type=Path, default=ROOT / "training/frames", help="folder of sentences with a gap"
    )
    parser.add_argument(
        "--licences", default="ship", help="classes that may go into the weights: ship,research,nc"
    )
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--no-beside", dest="beside", action="store_false", help="leave out the model of everything"
    )
    parser.add_argument("--model", type=Path, default=_MODEL)
    parser.add_argument("--card", type=Path, default=_CARD)
    return parser.parse_args(argv)


def train(
    own: Sequence[Example], public: Sequence[Example], *, licences: Sequence[str], seed: int
) -> tuple[model.Model, dict[str, np.ndarray]]:
    barred = {data_set.name for data_set in examples.DATA_SETS if data_set.licence not in licences}
    learned = [one for one in (*own, *public) if not one.test and one.source not in barred]
    words = {
        path.stem: path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "training/words").glob("*.txt"))
    }
    table = fitting.table(learned, lexicon.parse(words))
    files = [one.source if one.tags else "" for one in learned]
    held = fitting.out_of_fold(table, files=files, heads=HEADS[: -len(model.TONGUES)], seed=seed)
    mine = np.array([bool(one.tags) for one in learned])
    slopes, offsets = fitting.calibrate(held[mine], table.labels[mine])
    points = operating.points([one for one in learned if one.tags], held[mine] * slopes + offsets)
    stored = fitting.packed(fitting.fit(table, seed=seed)) | {"slopes": slopes, "offsets": offsets}
    about = {
        "version": f"{datetime.now(UTC):%Y-%m-%d}-{'-'.join(licences)}",
        "heads": HEADS,
        "points": points,
        "brakes": operating.BRAKES,
        "words": words,
    }
    stored["about"] = np.array(json.dumps(about))
    return model.load(stored), stored


if __name__ == "__main__":
    sys.exit(main())
