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
# Abuse without one word of our lists must be that much surer (in logits). The English lists are the longest.
_WORDLESS, _WORDLESS_ENGLISH = 0.5, 1.0
# Of all that is no insult (our own texts are rich in banter, counter-speech and swearing at the weather), at most so
# many are hidden. Of English we have the most texts, and can promise more.
_MISTAKEN, _MISTAKEN_ENGLISH = 0.015, 0.005
_MISTAKEN_SMEAR = 0.2


def points(examples: Sequence[Example], logits: npt.NDArray[np.float32]) -> dict[str, dict[str, Any]]:
    """Per language, from calibrated logits that the examples' own model has not been fitted on."""
    harmless = [at for at, one in enumerate(examples) if _harmless(one)]
    examples, logits = [examples[at] for at in harmless], logits[harmless]
    insults = np.where(_braked(logits), _NEVER, logits[:, HEADS.index(Kind.INSULT)])
    complaints = np.array([bool(one.labels.get(Kind.COMPLAINT)) for one in examples])
    weights = np.array([_life_size(one) for one in examples])
    languages = np.array([one.language for one in examples])
    by_complaints = _survivals(insults[complaints], weights[complaints], languages[complaints], _SMEAR)
    by_all = _survivals(insults, np.ones(len(insults)), languages, _MISTAKEN_SMEAR)
    return {
        language: {
            "one_in": list(ONE_IN),
            "logits": [
                max(
                    _threshold(survival, 1 / (_ELSEWHERE * one_in)),
                    _threshold(by_all[language], _MISTAKEN_ENGLISH if language == "en" else _MISTAKEN),
                )
                for one_in in ONE_IN
            ],
            "wordless": _WORDLESS_ENGLISH if language == "en" else _WORDLESS,
        }
        for language, survival in by_complaints.items()
    }


def _harmless(example: Example) -> bool:
    return not example.labels.get(Kind.INSULT) and not example.source.startswith("gap")


def _survivals(
    insults: npt.NDArray[np.float64],
    weights: npt.NDArray[np.float64],
    languages: npt.NDArray[np.str_],
    smear: float,
) -> dict[str, npt.NDArray[np.float64]]:
    """By language, the share hidden at each threshold of the grid, leaning on all languages where one has few texts."""
    everywhere = _survival(insults, weights, smear)
    found = {}
    for language in sorted(set(languages)):
        here = languages == language
        count = int(here.sum())
        if count >= _FEWEST:
            own = _survival(insults[here], weights[here], smear)
            found[str(language)] = (count * own + _PRIOR * everywhere) / (count + _PRIOR)
    return found


def _survival(
    insults: npt.NDArray[np.float64], weights: npt.NDArray[np.float64], smear: float
) -> npt.NDArray[np.float64]:
    """The share hidden at each threshold of the grid, every text smeared a little: a few hundred of them say nothing
    sharp of one in a thousand.
    """
    above = norm.sf(_GRID[:, None], loc=insults[None, :], scale=smear)
    return np.asarray(above @ weights / weights.sum())


def _threshold(survival: npt.NDArray[np.float64], share: float) -> float:
    return float(_GRID[int(np.argmax(survival <= share))])


def _life_size(example: Example) -> float:
    if "abuse" in example.tags:
        return _ABUSIVE
    return _SWEARING if example.tags & {"swear", "obfusc"} else _PLAIN


def _braked(logits: npt.NDArray[np.float32]) -> npt.NDArray[np.bool_]:
    held = np.zeros(len(logits), np.bool_)
    for head in ("complaint", "critical"):
        probability = BRAKES[head]
        held |= logits[:, HEADS.index(head)] >= np.log(probability / (1 - probability))
    for kind in (Kind.QUESTION, Kind.PRAISE, Kind.SPAM):
        held |= logits[:, HEADS.index(kind)] >= np.log(BRAKES["other"] / (1 - BRAKES["other"]))
    return held
