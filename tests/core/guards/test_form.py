"""Empty, too long, unfilled: the guards on the form of a draft."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parlour.core import guards
from parlour.core.guards import Context, Draft, Limit, Name, Unit
from parlour.core.guards.length import cut_point, measure


def names(text: str, **context) -> list[Name]:
    return [finding.guard for finding in guards.check(Draft(text), Context(**context))]


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u200b\u200d", "\u00a0"])
def test_a_draft_that_says_nothing_is_empty(text):
    assert names(text) == [Name.EMPTY]


@pytest.mark.parametrize("text", [".", "👍", "Hvala!"])
def test_a_draft_that_says_something_is_not_empty(text):
    assert Name.EMPTY not in names(text)


@pytest.mark.parametrize(
    ("text", "unit", "length"),
    [
        ("čaša", Unit.CHARACTERS, 4),
        ("čaša", Unit.BYTES, 6),
        ("👍🏽", Unit.UTF16, 4),
        ("👍🏽", Unit.GRAPHEMES, 1),
        ("👨‍👩‍👧‍👦", Unit.GRAPHEMES, 1),
        ("🇭🇷🇩🇪", Unit.GRAPHEMES, 2),
        ("e\u0301", Unit.GRAPHEMES, 1),
        ("a\r\nb", Unit.GRAPHEMES, 3),
        ("1️⃣", Unit.GRAPHEMES, 1),
    ],
)
def test_length_is_counted_as_the_platform_counts(text, unit, length):
    assert measure(text, unit) == length


def test_exactly_the_limit_fits_and_one_more_does_not():
    assert names("a" * 10, limit=Limit(10)) == []
    assert names("a" * 11, limit=Limit(10)) == [Name.TOO_LONG]


def test_too_long_marks_what_does_not_fit():
    [finding] = guards.check(Draft("ab👍🏽cd"), Context(limit=Limit(3, Unit.GRAPHEMES)))
    assert finding.span == (4, 6)
    assert finding.blocks


@given(st.text(max_size=40), st.integers(0, 40), st.sampled_from(Unit))
def test_what_stands_before_the_cut_fits(text, length, unit):
    assert measure(text[: cut_point(text, length, unit)], unit) <= length


@pytest.mark.parametrize(
    "text",
    [
        "Hello {name}, we are on it.",
        "Hello {{ member.first_name }}!",
        "Hello ${name}",
        "Dear [NAME], thank you.",
        "Dear [customer name], thank you.",
        "Poštovani [ime člana], hvala.",
        "Guten Tag [Vorname], danke.",
        "Hi <name>, we saw it.",
        "It costs XXX euros.",
        "TODO: ask the shop. We are open.",
        "Hello %s, thanks.",
        "Hello %(name)s, thanks.",
        "Dear *|FNAME|*,",
        "Hello %FIRST_NAME%,",
        "Your order ____ is on its way.",
        "We open at TBD on Monday.",
    ],
)
def test_a_blank_left_unfilled_is_found(text):
    assert names(text) == [Name.PLACEHOLDER]


@pytest.mark.parametrize(
    "text",
    [
        "Thank you, Ana! <3",
        "We give 20 % off everything, 50%!",
        "See you tonight xxx",
        "Read [our terms](https://example.com).",
        "Prices [incl. VAT] stay the same.",
        "Size XXL is back, and XL too.",
        "Write to <https://example.com/help>",
        "5 < 6 and 7 > 3",
        "100% sure, all done.",
        "Really??? That is lovely.",
    ],
)
def test_ordinary_text_is_no_blank(text):
    assert names(text) == []


def test_a_placeholder_is_marked_where_it_stands():
    text = "Hello {name}!"
    [finding] = guards.check(Draft(text), Context())
    assert text[slice(*finding.span)] == "{name}"
    assert "{name}" in finding.message
