"""The guard on our own tone."""

import pytest

from parlour.core.guards import Context, Draft
from parlour.core.guards.tone import tone


def warned(text: str, language: str = "", *, public: bool = True):
    return list(tone(Draft(text, language), Context(public=public)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You should have read the terms before complaining."),
        ("en", "Oh please, what a tragedy."),
        ("en", "Delete this or you will hear from our lawyers."),
        ("en", "It's not our fault."),
        ("en", "Stop whining, you idiot."),
        ("hr", "Trebali ste pročitati uvjete prije nego što prigovarate."),
        ("hr", "Ma nemojte, kakva tragedija."),
        ("hr", "Obrišite to ili ćemo vas tužiti."),
        ("hr", "Nismo mi krivi."),
        ("hr", "Prestanite kukati."),
        ("de", "Sie hätten die Bedingungen lesen sollen."),
        ("de", "Ach je, was für eine Tragödie."),
        ("de", "Löschen Sie das sofort, sonst sehen wir uns vor Gericht."),
        ("de", "Das ist nicht unsere Schuld."),
        ("de", "Hören Sie auf zu jammern."),
    ],
)
def test_a_hostile_draft_is_warned_about(language, text):
    assert warned(text, language)
    assert warned(text), "also when nobody said which language it is in"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You should have received it by e-mail; if not, we'll send it again."),
        ("en", "You did nothing wrong, the machine did."),
        ("en", "We can't refund this ticket, and I know that's frustrating."),
        ("hr", "Kartu ste trebali dobiti e-poštom."),
        ("hr", "Niste jedini, i drugi su nam to javili. Hvala!"),
        ("de", "Sie hätten die Karte per E-Mail bekommen sollen."),
        ("de", "Leider können wir das nicht erstatten, das tut uns leid."),
    ],
)
def test_a_firm_or_sorry_draft_is_left_alone(language, text):
    assert warned(text, language) == []


def test_the_words_that_sound_hostile_are_marked():
    text = "Thanks for writing, Ana. It's not our fault."
    [finding] = warned(text)
    assert "not our fault" in text[slice(*finding.span)]


def test_insults_are_stopped_in_public_and_the_rest_is_a_warning():
    assert warned("Stop whining, you idiot.")[0].blocks
    assert not warned("Stop whining, you idiot.", public=False)[0].blocks
    assert not warned("It's not our fault.")[0].blocks
