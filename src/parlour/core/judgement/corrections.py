"""What people corrected, learnt per client: a small offset per kind on top of the shared model, shown before and after.

Nothing here switches anything on: a person does, after reading the figures.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

import numpy as np

from parlour.core.judgement.values import Correction, Kind

FEWEST = 40  # corrections before a fit says anything
_HELD_BACK = 3  # every third is kept for the figures
_MOST = 2.0  # an offset never moves a logit further
_PRIOR = 20.0  # how strongly an offset is pulled to zero
_STEPS = 40


@dataclass(frozen=True, slots=True)
class Corrected:
    """One message: what the shared model scored, and the kinds a person gave it."""

    scores: Mapping[Kind, float]
    kinds: frozenset[Kind]


@dataclass(frozen=True, slots=True)
class Fit:
    correction: Correction
    learnt_from: int
    held_back: int
    before: float  # share of held-back messages whose strongest kind is one that the person gave
    after: float
    complaints_missed_before: int  # held-back complaints scored below one half
    complaints_missed_after: int


class TooFewCorrections(ValueError):
    """There is not enough to learn from; says how many are missing."""


def fit(corrected: Sequence[Corrected], *, seed: int, version: str) -> Fit:
    """Learns on two thirds, measures on the third. TooFewCorrections below FEWEST."""
    if len(corrected) < FEWEST:
        raise TooFewCorrections(f"{FEWEST - len(corrected)} more corrections are needed.")
    shuffled = [corrected[at] for at in np.random.default_rng(seed).permutation(len(corrected))]
    held, learnt = shuffled[::_HELD_BACK], [one for at, one in enumerate(shuffled) if at % _HELD_BACK]
    offsets = {kind: _offset([(one.scores[kind], kind in one.kinds) for one in learnt]) for kind in Kind}
    # The brake is never loosened: a client's corrections may find more complaints, not fewer.
    offsets[Kind.COMPLAINT] = max(0.0, offsets[Kind.COMPLAINT])
    return Fit(
        correction=Correction(version=version, offsets=offsets),
        learnt_from=len(learnt),
        held_back=len(held),
        before=_share_right(held, lambda one, kind: one.scores[kind]),
        after=_share_right(held, lambda one, kind: _moved(one.scores[kind], offsets[kind])),
        complaints_missed_before=_missed(held, 0.0),
        complaints_missed_after=_missed(held, offsets[Kind.COMPLAINT]),
    )


def _offset(known: Sequence[tuple[float, bool]]) -> float:
    """Newton's method on the likelihood of one number, drawn to zero by the prior."""
    offset = 0.0
    for _ in range(_STEPS):
        moved = [_moved(score, offset) for score, _ in known]
        slope = sum(holds - score for score, (_, holds) in zip(moved, known, strict=True)) - _PRIOR * offset
        curve = sum(score * (1 - score) for score in moved) + _PRIOR
        offset = min(_MOST, max(-_MOST, offset + slope / curve))
    return offset


def _moved(score: float, offset: float) -> float:
    score = min(max(score, 1e-6), 1 - 1e-6)
    return 1 / (1 + exp(-(log(score / (1 - score)) + offset)))


def _share_right(held: Sequence[Corrected], scored: Callable[[Corrected, Kind], float]) -> float:
    right = sum(max(Kind, key=lambda kind: scored(one, kind)) in one.kinds for one in held)
    return right / len(held)


def _missed(held: Sequence[Corrected], offset: float) -> int:
    return sum(
        Kind.COMPLAINT in one.kinds and _moved(one.scores[Kind.COMPLAINT], offset) < 0.5 for one in held
    )
