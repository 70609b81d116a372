from pathlib import Path

import pytest

from parlour.connectors.sandbox import faults
from parlour.connectors.sandbox.faults import Dice, Fault

MANUAL = Path(__file__).parents[3] / "docs" / "sandbox.md"


def test_faults_are_read_from_words() -> None:
    assert faults.read("") == {}
    assert faults.read("drop=0.1, cut_after=1") == {Fault.DROP: 0.1, Fault.CUT_AFTER: 1.0}


def test_all_means_all_but_the_one_that_needs_a_person() -> None:
    assert faults.read("all=0.1,drop=0") == {
        fault: 0.0 if fault is Fault.DROP else 0.1 for fault in Fault if fault is not Fault.REVOKE
    }


@pytest.mark.parametrize("words", ["explode=0.1", "drop=2", "drop=-0.1", "drop=often", "drop", "drop=nan"])
def test_a_wrong_word_is_refused(words: str) -> None:
    with pytest.raises(faults.UnknownFault):
        faults.read(words)


def test_switching_one_fault_on_does_not_move_another() -> None:
    alone = Dice(seed=7, faults={Fault.DROP: 0.5})
    beside = Dice(seed=7, faults={Fault.DROP: 0.5, Fault.CUT: 0.5})
    for _ in range(50):
        beside.strikes(Fault.CUT)
        assert alone.strikes(Fault.DROP) == beside.strikes(Fault.DROP)


def test_a_fault_asked_for_strikes_next_and_then_no_more() -> None:
    dice = Dice(seed=7)
    dice.strike_next(Fault.CUT, times=2)
    assert [dice.strikes(Fault.CUT) for _ in range(4)] == [True, True, False, False]
    assert dice.struck[Fault.CUT] == 2


@pytest.mark.parametrize("fault", Fault)
def test_the_manual_names_every_fault(fault: Fault) -> None:
    assert f"| `{fault}` |" in MANUAL.read_text()
