"""Operating points: how sure one must be to hide in a language, so that at most one genuine complaint in N is hidden."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from parlour.core.judgement.model import HEADS
from parlour.core.judgement.values import Kind
from training.examples import Example

ONE_IN = (50, 100, 200, 500, 1000, 2000, 5000, 10000)
# Our own complaints swear and abuse far more often than complaints do as they come; these bring them back to life size.
_PLAIN, _SWEARING, _ABUSIVE = 1.0, 0.25, 0.08
_TAIL = 0.1  # the part of the complaints that the tail is fitted on
_FEWEST = 60
BRAKES = {"complaint": 0.30, "critical": 0.25}


def points(examples: Sequence[Example], logits: npt.NDArray[np.float32]) -> dict[str, dict[str, list[float]]]:
    """Per language, from calibrated logits that the examples' own model has not been fitted on."""
    found = {}
    for language in sorted({example.language for example in examples}):
        chosen = [at for at, one in enumerate(examples) if one.language == language and _complains(one)]
        if len(chosen) >= _FEWEST:
            weights = np.array([_life_size(examples[at]) for at in chosen])
            found[language] = _point(_after_brakes(logits[chosen]), weights)
    return found


def _complains(example: Example) -> bool:
    return bool(example.tags) and bool(example.labels.get(Kind.COMPLAINT))


def _life_size(example: Example) -> float:
    if "abuse" in example.tags:
        return _ABUSIVE
    return _SWEARING if example.tags & {"swear", "obfusc"} else _PLAIN


def _after_brakes(logits: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    """The insult's logit where neither brake holds, far below everything where one does."""
    held = np.zeros(len(logits), bool)
    for head, probability in BRAKES.items():
        held |= logits[:, HEADS.index(head)] >= np.log(probability / (1 - probability))
    return np.where(held, logits[:, HEADS.index(Kind.INSULT)] - 6, logits[:, HEADS.index(Kind.INSULT)]).astype(float)


def _point(logits: npt.NDArray[np.float64], weights: npt.NDArray[np.float64]) -> dict[str, list[float]]:
    """The tail of the complaints, taken as exponential: a few hundred complaints say nothing of one in ten thousand
    by themselves."""
    order = np.argsort(logits)
    logits, weights = logits[order], weights[order] / weights.sum()
    above = 1 - np.cumsum(weights)
    start = logits[int(np.argmax(above <= _TAIL))]
    beyond = logits > start
    mean = np.average(logits[beyond] - start, weights=weights[beyond]) if beyond.any() else 1.0
    return {"one_in": list(ONE_IN), "logits": [float(start + mean * np.log(_TAIL * one)) for one in ONE_IN]}
