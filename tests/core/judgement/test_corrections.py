"""Corrections move a client's scores, shown on ones held back, and never loosen the brake."""

import pytest

from parlour.core.judgement import Kind
from parlour.core.judgement.corrections import FEWEST, Corrected, TooFewCorrections, fit


def corrections(kind, scores, count=90):
    return [Corrected({**dict.fromkeys(Kind, 0.1), **scores}, frozenset({kind}))] * count


def test_what_people_correct_all_the_time_is_learnt():
    learnt = fit(corrections(Kind.QUESTION, {Kind.QUESTION: 0.3, Kind.CHATTER: 0.5}), seed=1, version="c1")
    assert learnt.correction.offsets[Kind.QUESTION] > 0 > learnt.correction.offsets[Kind.CHATTER]
    assert (learnt.before, learnt.after) == (0.0, 1.0)


def test_the_figures_rest_on_corrections_that_were_held_back():
    learnt = fit(corrections(Kind.PRAISE, {}), seed=1, version="c1")
    assert (learnt.learnt_from, learnt.held_back) == (60, 30)


def test_the_brake_is_never_loosened():
    learnt = fit(corrections(Kind.CHATTER, {Kind.COMPLAINT: 0.9}), seed=1, version="c1")
    assert learnt.correction.offsets[Kind.COMPLAINT] == 0.0


def test_a_handful_of_corrections_teaches_nothing():
    with pytest.raises(TooFewCorrections):
        fit(corrections(Kind.PRAISE, {}, count=FEWEST - 1), seed=1, version="c1")


def test_the_same_seed_gives_the_same_fit():
    some = corrections(Kind.PRAISE, {}, 50) + corrections(Kind.SPAM, {Kind.PRAISE: 0.8}, 40)
    assert fit(some, seed=3, version="c") == fit(some, seed=3, version="c")
