"""What must not be seen outside: the agency, other clients, a member's data; and when nothing may leave at all."""

from datetime import UTC, datetime, timedelta

import pytest

from parlour.core import guards
from parlour.core.guards import Context, Draft, Name, RepliedTo

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


def names(text: str, **context) -> set[Name]:
    return {finding.guard for finding in guards.check(Draft(text), Context(**context))}


@pytest.mark.parametrize(
    "text",
    [
        "Our client will decide next week.",
        "The client said yes.",
        "I'm writing on behalf of the bakery.",
        "We only manage this page.",
        "Pitat ćemo klijenta pa javljamo.",
        "Naš klijent je to potvrdio.",
        "Ich schreibe im Auftrag der Bäckerei.",
        "Das haben wir mit dem Kunden abgestimmt.",
        "[internal] ask Petra. We open at 8.",
        "See ticket #48213 for details.",
        "Details: https://portal.example.com/a/b",
    ],
)
def test_talk_that_only_an_agency_talks_is_a_leak(text):
    assert Name.AGENCY_LEAK in names(text)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Studio Val", "Ask Studio Val."),
        ("Studio Val", "Pitajte u Studiju Val ili StudioVal."),
        ("Petra Kos", "Petre Kos danas nema."),
        ("studioval.hr", "Mail: info@studioval.hr"),
        ("+385 1 234 5678", "Call 01/234-56-78"),
    ],
)
def test_names_and_numbers_of_the_agency_are_leaks_however_written(term, text):
    assert Name.AGENCY_LEAK in names(text, staff_terms=(term,), public=False)


@pytest.mark.parametrize(
    "text",
    [
        "On behalf of our whole team: thank you!",
        "Our customers love the rye.",
        "Unsere Kunden lieben das Brot.",
        "U ime cijelog tima hvala!",
        "Valeria at our Ilica shop will help you.",
    ],
)
def test_the_brands_own_people_and_customers_are_no_leak(text):
    assert Name.AGENCY_LEAK not in names(text, staff_terms=("Val",))


def test_another_clients_name_or_hashtag_is_stopped():
    others = ("Tramvaji Grad", "#vozimse")
    assert Name.WRONG_CLIENT in names(
        "Thanks, your Tramvaji Grad team", client="Pekara Zrno", other_clients=others
    )
    assert Name.WRONG_CLIENT in names("See you! #VozimSe", client="Pekara Zrno", other_clients=others)
    assert Name.WRONG_CLIENT not in names(
        "Hvala, vaša Pekara Zrno", client="Pekara Zrno", other_clients=others
    )


def test_a_brand_the_member_asked_about_may_be_named():
    asked = RepliedTo("Do you sell on board of Tramvaji Grad?")
    context = {"client": "Zrno", "other_clients": ("Tramvaji Grad",), "replying_to": asked}
    assert Name.WRONG_CLIENT not in names("Not on board of Tramvaji Grad, no.", **context)


@pytest.mark.parametrize(
    "text",
    [
        "We wrote to ivo.ivic@mail.example yesterday.",
        "We'll call you on 091 555 1234.",
        "The refund goes to HR12 1001 0051 8630 0016 0.",
        "Your card 4111 1111 1111 1111 was charged.",
        "Your order #A-10442 is on its way.",
        "Vaša narudžba 884213 je poslana.",
        "Ihre Bestellnummer 884213 ist unterwegs.",
        "We'll send it to you at 12 Baker Street.",
        "Poslat ćemo vam na adresu Ilica ulica 15.",
    ],
)
def test_private_data_in_a_public_answer_is_stopped(text):
    assert Name.PRIVATE_DATA in names(text)
    assert Name.PRIVATE_DATA not in names(text, public=False)


@pytest.mark.parametrize(
    "text",
    [
        "Write to info@zrno.example any time.",
        "Call us on 01 234 5678.",
        "Nazovite nas na 01 234 5678.",
        "Our shop at 12 Baker Street is open on 24.12.2026.",
        "Since 2019 we have baked 1.250.000 loaves.",
        "The new line costs 4.20 and runs 10-20 times a day.",
    ],
)
def test_what_the_brand_publishes_itself_may_be_said(text):
    assert Name.PRIVATE_DATA not in names(text)


def test_what_we_know_of_the_member_is_private():
    assert Name.PRIVATE_DATA in names("How is your knee, from the Vrapče clinic?", member_data=("Vrapče",))


def test_the_brands_own_number_is_known():
    assert Name.PRIVATE_DATA not in names("It is 091 555 1234.", own_contacts=("+385 91 555 1234",))


def test_nothing_leaves_in_a_freeze():
    [finding] = guards.check(Draft("Good morning!"), Context(frozen="accident on line 6"))
    assert finding.guard is Name.FROZEN
    assert "accident on line 6" in finding.message


def test_a_closed_window_is_told():
    assert names("Good morning!", now=NOW, window_closes_at=NOW - timedelta(hours=1)) == {Name.WINDOW_CLOSED}
    assert names("Good morning!", now=NOW, window_closes_at=NOW + timedelta(hours=1)) == set()
