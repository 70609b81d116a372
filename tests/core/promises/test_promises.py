"""Promises in a draft, and the dates they fall due."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parlour.core import promises
from parlour.core.promises import Calendar

FRIDAY = datetime(2026, 11, 20, 14, tzinfo=UTC)
ZAGREB = Calendar(zone="Europe/Zagreb")


def due(text: str, *, now: datetime = FRIDAY, calendar: Calendar = ZAGREB) -> str | None:
    found = promises.foremost(promises.find(text, now=now, calendar=calendar))
    return found.due.isoformat() if found and found.due else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We'll let you know by tomorrow.", "2026-11-21T18:00:00+01:00"),
        ("We'll answer within two working days.", "2026-11-24T18:00:00+01:00"),
        ("We will call you on Monday at 10 am.", "2026-11-23T10:00:00+01:00"),
        ("We'll be back with an answer in two hours.", "2026-11-20T17:00:00+01:00"),
        ("Javit ćemo vam se do srijede.", "2026-11-25T18:00:00+01:00"),
        ("Odgovorit ćemo u roku od 24 sata.", "2026-11-21T15:00:00+01:00"),
        ("Sutra do podneva vam javljamo.", "2026-11-21T12:00:00+01:00"),
        ("Wir melden uns bis Mittwoch.", "2026-11-25T18:00:00+01:00"),
        ("Bis zum 5. Dezember erhalten Sie unsere Antwort.", "2026-12-05T18:00:00+01:00"),
        ("Anfang nächster Woche rufen wir Sie an.", "2026-11-23T18:00:00+01:00"),
    ],
)
def test_a_dated_promise_is_read(text, expected):
    assert due(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We can't promise to answer by Friday.",
        "Shall we call you tomorrow?",
        "If you send us the number, we'll look into it today.",
        "We called you yesterday.",
        "The courier will call you tomorrow.",
        "We are open tomorrow.",
        "Ne možemo obećati odgovor do petka.",
        "Ako nam pošaljete broj, provjerit ćemo danas.",
        "Wir können nicht versprechen, bis Freitag zu antworten.",
        "Dürfen wir Sie morgen anrufen?",
        "",
    ],
)
def test_what_is_no_promise(text):
    assert promises.find(text, now=FRIDAY, calendar=ZAGREB) == ()


def test_a_promise_without_a_date_has_no_due():
    [promise] = promises.find("Thanks, Ana. We will look into it.", now=FRIDAY, calendar=ZAGREB)
    assert promise.due is None
    assert promise.text == "We will look into it."
    assert promise.span == (13, 34)


def test_working_days_step_over_holidays():
    closed = Calendar(zone="Europe/Zagreb", holidays=frozenset({date(2026, 11, 23)}))
    assert due("We'll answer within one working day.", calendar=closed) == "2026-11-24T18:00:00+01:00"


def test_a_day_ends_when_the_client_closes():
    early = Calendar(zone="Europe/Zagreb", closes=time(16))
    assert due("We'll call you on Monday.", calendar=early) == "2026-11-23T16:00:00+01:00"


def test_today_is_the_clients_today():
    late = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    assert due("We'll call you today.", now=late) == "2026-11-21T18:00:00+01:00"


def test_hours_are_counted_through_the_change_of_the_clock():
    before = datetime(2026, 10, 24, 22, tzinfo=UTC)
    assert due("We'll reply within 5 hours.", now=before) == "2026-10-25T04:00:00+01:00"


def test_the_earliest_promise_is_the_foremost():
    text = "We'll send it by Wednesday. We'll call you tomorrow."
    assert due(text) == "2026-11-21T18:00:00+01:00"


@given(st.text(max_size=80), st.sampled_from(["en", "hr", "de", ""]))
def test_any_text_can_be_read(text, language):
    for promise in promises.find(text, now=FRIDAY, calendar=ZAGREB, language=language):
        assert text[slice(*promise.span)] == promise.text


@given(
    st.sampled_from(
        ["by tomorrow", "by Monday", "within 3 days", "in 2 hours", "by noon", "next week", "today"]
    ),
    st.integers(0, 2 * 365 * 24 * 60),
)
def test_no_promise_is_due_in_the_past(when, minutes):
    moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    [promise] = promises.find(f"We'll call you {when}.", now=moment, calendar=ZAGREB)
    assert promise.due is not None
    assert promise.due >= moment
