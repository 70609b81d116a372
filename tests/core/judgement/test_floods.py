"""The same text over and over is seen, in spite of small changes; its age counts."""

from datetime import UTC, datetime, timedelta

from parlour.core.judgement.floods import Sighting, Window

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LURE = "Win a free phone today, just follow the link in my profile number {}"


def counts(texts, *, apart=timedelta(minutes=1)):
    window = Window(span=timedelta(hours=1))
    return [window.count(Sighting(text, NOON + at * apart)) for at, text in enumerate(texts)]


def test_small_changes_do_not_hide_a_flood():
    assert counts([LURE.format(number) for number in range(4)]) == [1, 2, 3, 4]


def test_different_texts_are_no_flood():
    assert counts(["My order has not come, where is it?", "The bread was lovely, thank you very much"]) == [
        1,
        1,
    ]


def test_what_is_too_short_is_never_a_flood():
    assert counts(["thanks!"] * 3) == [1, 1, 1]


def test_the_window_forgets():
    assert counts([LURE.format(1)] * 3, apart=timedelta(hours=2)) == [1, 1, 1]


def test_the_window_keeps_no_more_than_it_may():
    window = Window(span=timedelta(hours=1), most=2)
    texts = [
        "a first long sentence about bread",
        "quite another thing on trains",
        "and what of the weather in Split",
    ]
    for text in texts:
        window.count(Sighting(text, NOON))
    assert window.count(Sighting(texts[0], NOON)) == 1
