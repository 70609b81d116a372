"""Operating points: how sure one must be to hide in a language, so that at most one genuine complaint in N is hidden."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.stats import norm

from parlour.core.judgement.model import HEADS
from parlour.core.judgement.values import Kind
from training.examples import Example

ONE_IN = (50, 100, 200, 500, 1000, 2000, 5000, 10000)
# Our own texts swear and abuse far more often than texts do as they come; these bring them back to life size.
_PLAIN, _SWEARING, _ABUSIVE = 1.0, 0.25, 0.08
_FEWEST = 60
BRAKES = {"complaint": 0.30, "critical": 0.25}


def points(examples: Sequence[Example], logits: npt.NDArray[np.float32]) -> dict[str, dict[str, list[float]]]:
    """Per language, from calibrated logits that the examples' own model has not been fitted on."""
    passing = ~_braked(logits)
    insults = logits[:, HEADS.index(Kind.INSULT)].astype(float)
    found = {}
    for language in sorted({example.language for example in examples}):
        kept = np.array([one.language == language and not one.labels[Kind.INSULT] for one in examples])
        if kept.sum() >= _FEWEST:
            weights = np.array([_life_size(one) for one in examples])
            found[language] = _point(insults[kept], weights[kept], passing[kept])
    return found


def _life_size(example: Example) -> float:
    if "abuse" in example.tags:
        return _ABUSIVE
    return _SWEARING if example.tags & {"swear", "obfusc"} else _PLAIN


def _braked(logits: npt.NDArray[np.float32]) -> npt.NDArray[np.bool_]:
    held = np.zeros(len(logits), np.bool_)
    for head, probability in BRAKES.items():
        held |= logits[:, HEADS.index(head)] >= np.log(probability / (1 - probability))
    return held


def _point(
    insults: npt.NDArray[np.float64], weights: npt.NDArray[np.float64], passing: npt.NDArray[np.bool_]
) -> dict[str, list[float]]:
    """The insult's logits of the texts that pass the brakes, taken as normal: a few hundred texts say nothing of one in
    ten thousand by themselves."""
    share = weights[passing].sum() / weights.sum()
    mean = np.average(insults[passing], weights=weights[passing])
    spread = np.sqrt(np.average((insults[passing] - mean) ** 2, weights=weights[passing]))
    allowed = np.minimum(1 / (np.array(ONE_IN) * share), 0.5)
    return {"one_in": list(ONE_IN), "logits": (mean + spread * norm.isf(allowed)).tolist()}
