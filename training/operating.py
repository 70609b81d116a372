"""Operating points: how sure one must be to hide in a language, so that at most one genuine complaint in N is hidden."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.stats import norm

from parlour.core.judgement.model import HEADS
from parlour.core.judgement.values import Kind
from training.examples import Example

ONE_IN = (50, 100, 200, 500, 1000, 2000, 5000, 10000)
# Our own texts swear and abuse far more often than texts do as they come; these bring them back to life size.
_PLAIN, _SWEARING, _ABUSIVE = 1.0, 0.25, 0.08
_FEWEST = 60  # complaints that a language needs for a point of its own; below it nothing is hidden
_PRIOR = 300  # how many complaints of a language it takes to outweigh those of all
_SMEAR = 0.5
_NEVER = -20.0
_ELSEWHERE = 3  # other people's complaints are hidden up to three times as often as those of the writers we learnt from
_GRID = np.arange(-2, 12, 0.02)
BRAKES = {"complaint": 0.35, "critical": 0.08, "other": 0.4}  # other: a question, praise or spam
# English word lists are long: abuse without a word of them must be that much surer (in logits). The others are shorter.
_WORDLESS = {"en": 1.0}


def points(examples: Sequence[Example], logits: npt.NDArray[np.float32]) -> dict[str, dict[str, Any]]:
    """Per language, from calibrated logits that the examples' own model has not been fitted on."""
    complaints = np.array(
        [bool(one.labels.get(Kind.COMPLAINT)) and not one.source.startswith("gap") for one in examples]
    )
    examples = [one for one, complains in zip(examples, complaints, strict=True) if complains]
    logits = logits[complaints]
    insults = np.where(_braked(logits), _NEVER, logits[:, HEADS.index(Kind.INSULT)])
    weights = np.array([_life_size(one) for one in examples])
    languages = np.array([one.language for one in examples])
    everywhere = _survival(insults, weights)
    found = {}
    for language in sorted(set(languages)):
        here = languages == language
        if here.sum() >= _FEWEST:
            survival = (here.sum() * _survival(insults[here], weights[here]) + _PRIOR * everywhere) / (
                here.sum() + _PRIOR
            )
            found[language] = {
                "one_in": list(ONE_IN),
                "logits": [_threshold(survival, one) for one in ONE_IN],
                "wordless": _WORDLESS.get(language, 0.0),
            }
    return found


def _survival(insults: npt.NDArray[np.float64], weights: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The share of complaints hidden at each threshold of the grid, every complaint smeared a little: a few hundred of
    them say nothing sharp of one in a thousand.
    """
    above = norm.sf(_GRID[:, None], loc=insults[None, :], scale=_SMEAR)
    return np.asarray(above @ weights / weights.sum())


def _threshold(survival: npt.NDArray[np.float64], one_in: int) -> float:
    return float(_GRID[int(np.argmax(survival <= 1 / (_ELSEWHERE * one_in)))])


def _life_size(example: Example) -> float:
    if "abuse" in example.tags:
        return _ABUSIVE
    return _SWEARING if example.tags & {"swear", "obfusc"} else _PLAIN


def _braked(logits: npt.NDArray[np.float32]) -> npt.NDArray[np.bool_]:
    held = np.zeros(len(logits), np.bool_)
    for head in ("complaint", "critical"):
        probability = BRAKES[head]
        held |= logits[:, HEADS.index(head)] >= np.log(probability / (1 - probability))
    return held
