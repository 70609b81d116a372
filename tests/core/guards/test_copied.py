"""The guard against robot answers, and the index behind it."""

import pytest

from parlour.core.guards import Context, Draft, Earlier, RepliedTo
from parlour.core.guards.copied import SaidBefore, copied
from parlour.core.guards.copied.essence import essence, likeness

ROBOT = "We're sorry to hear that. Please send us a DM with your order number so we can look into it."


def found(text: str, history: list[Earlier | str], **context):
    earlier = tuple(one if isinstance(one, Earlier) else Earlier(one) for one in history)
    return list(copied(Draft(text), Context(history=earlier, **context)))


@pytest.mark.parametrize(
    "text",
    [
        ROBOT,
        "Hi Ana! " + ROBOT,
        "So sorry to hear this, Marko! Please DM us your order number and we will look into it.",
        "Apologies! Could you message us the reference of your order? We'd like to investigate.",
    ],
)
def test_the_same_answer_in_other_words_is_copied(text):
    assert found(text, [ROBOT])


def test_a_new_answer_on_the_same_subject_is_not_copied():
    text = "The rye was stale because yesterday's crate went out by mistake, Ana. I've thrown the rest away."
    assert found(text, [ROBOT, "The rye loaf is baked at five and sold from seven on, every day."]) == []


@pytest.mark.parametrize(
    "text", ["Thank you!", "Thanks so much, Ana!", "Hvala vam!", "Gern geschehen!", "👍"]
)
def test_a_courtesy_may_be_said_again(text):
    assert found(text, [text]) == []


def test_one_of_several_rotating_variants_is_caught():
    variants = [
        "Thanks for your feedback, our team will look into the issue and improve the service.",
        "We appreciate your comment; colleagues will check the problem and make the service better.",
    ]
    assert found(
        "Thank you for the feedback! The staff will investigate this issue to improve our service.", variants
    )


def test_the_finding_shows_the_twin_and_when_and_to_whom():
    [finding] = found(ROBOT, [Earlier(ROBOT, at="2026-11-01", to="Marko")])
    assert "Marko" in finding.message
    assert "2026-11-01" in finding.message
    assert "order number" in finding.message


def test_public_copies_are_stopped_and_private_ones_warned():
    assert found(ROBOT, [ROBOT])[0].blocks
    assert not found(ROBOT, [ROBOT], public=False)[0].blocks


def test_the_clients_limit_decides_what_is_stopped():
    reworded = "Apologies! Could you message us the reference of your order? We'd like to investigate."
    assert not found(reworded, [ROBOT], copy_limit=0.95)[0].blocks


def test_repeating_oneself_to_the_same_person_is_no_copy():
    to_ana = Earlier(ROBOT, to="Ana")
    assert found(ROBOT, [to_ana], replying_to=RepliedTo("Still waiting!", author="Ana")) == []
    assert found(ROBOT, [to_ana], replying_to=RepliedTo("Still waiting!", author="Iva"))


def test_facts_and_legal_texts_may_be_repeated():
    fact = "Children under six travel free of charge on all lines."
    assert found(fact, [fact])
    assert found(fact, [fact], exempt=(fact,)) == []


def test_names_numbers_and_links_do_not_make_an_answer_new():
    one = "Hi Ana, your parcel is delayed by the snow. Track it at https://x.example/1. — Tom"
    other = "Hello @marko, your parcel is delayed by the snow. Track it at https://x.example/998. — Iva"
    assert likeness(essence(one), essence(other)) == 1.0


def test_the_index_finds_the_twin_among_many():
    said = SaidBefore(capacity=4)
    for key in range(2000):
        said.add(key, f"Tram {key} word{key} stop{key * 7} lane{key * 13} was late because of road{key}.")
    said.add(5000, ROBOT, to="Marko")
    assert said.nearest("Please DM us your order number, sorry! We will look into it.", count=3)[0] == 5000
    assert len(said) == 2001


def test_the_index_leaves_out_what_the_same_member_was_told():
    said = SaidBefore()
    said.add(1, ROBOT, to="Marko")
    assert said.nearest(ROBOT, other_than="Marko") == []
    assert said.nearest(ROBOT, other_than="Ana") == [1]


def test_an_empty_index_knows_nothing():
    assert SaidBefore().nearest(ROBOT) == []
