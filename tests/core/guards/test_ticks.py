"""The three ticks of an answer to a complaint."""

import pytest

from parlour.core.guards import Draft, RepliedTo
from parlour.core.guards.ticks import Ticks, seen


@pytest.mark.parametrize(
    ("complaint", "good"),
    [
        (
            "My tram was 20 minutes late and I stood in the rain!",
            "Twenty minutes late, and in the rain: we're sorry. We'll tell you by tomorrow what happened.",
        ),
        (
            "Kruh je bio tvrd i star, užas!",
            "Kruh nije smio biti tvrd, žao nam je. Sutra ćemo vam dati svježi.",
        ),
        (
            "Die Torte war zu spät und die Schachtel beschädigt.",
            "Die Torte kam zu spät und beschädigt, das tut uns leid. Wir rufen Sie heute an.",
        ),
    ],
)
def test_a_full_answer_has_all_three(complaint, good):
    assert seen(Draft(good), RepliedTo(complaint)) == Ticks(acknowledged=True, owned=True, next_step=True)


def test_a_robot_answer_acknowledges_nothing():
    complaint = RepliedTo("My tram was 20 minutes late and I stood in the rain!")
    ticks = seen(Draft("We're sorry for the inconvenience. Your feedback is important to us."), complaint)
    assert ticks == Ticks(acknowledged=False, owned=True, next_step=False)


def test_a_next_step_needs_a_time():
    complaint = RepliedTo("The coffee machine is broken again.")
    assert not seen(Draft("We will repair the machine."), complaint).next_step
    assert seen(Draft("We will repair the machine on Monday."), complaint).next_step
