"""The quarantine's pages: text stays text, secrets stay secret, a replay loses and doubles nothing."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.urls import reverse

from parlour.apps.accounts.models import LogEntry, User
from parlour.apps.clients.models import Channel, Client, Role
from parlour.apps.inbox import events
from parlour.apps.inbox.models import Event
from parlour.cli import replay_
from tests.visitor import work_all
from tests.web.test_doors import signed_in

pytestmark = pytest.mark.django_db
HEADERS = {"x-parlour-visitor": "x", "authorization": "Bearer not-to-be-seen", "x-signature": "nor-this"}


@pytest.fixture
def ana(person: Callable[..., User], bakery: Client) -> User:
    return person("ana", bakery, role=Role.SUPERVISOR)


@pytest.fixture
def odd(website: Channel, now: datetime) -> Event:
    stored = events.store(channel=website, headers=HEADERS, body=b'{"text": "<b>\xff</b>"}', now=now)
    work_all(now)
    stored.refresh_from_db()
    assert stored.state == Event.State.QUARANTINED
    return stored


def test_an_event_is_shown_as_text_without_its_secrets(odd: Event, ana: User) -> None:
    page = signed_in(ana).get(reverse("quarantined_event", args=[odd.pk])).content.decode()
    assert "&lt;b&gt;\ufffd&lt;/b&gt;" in page
    assert "x-parlour-visitor" in page
    assert "not-to-be-seen" not in page
    assert "nor-this" not in page
    assert odd.error in page


def test_a_replay_sends_it_through_again_as_if_it_had_just_come(odd: Event, ana: User) -> None:
    assert signed_in(ana).post(reverse("replay_event", args=[odd.pk])).status_code == 302
    odd.refresh_from_db()
    assert (odd.state, odd.attempts, odd.leased_until) == (Event.State.WAITING, 0, None)
    assert LogEntry.objects.get(verb="event replayed").user == ana


def test_setting_aside_needs_a_reason_and_keeps_it(odd: Event, ana: User) -> None:
    browser, address = signed_in(ana), reverse("set_event_aside", args=[odd.pk])
    assert browser.post(address, {"why": "  "}).status_code == 422
    odd.refresh_from_db()
    assert odd.state == Event.State.QUARANTINED
    assert browser.post(address, {"why": "A test of theirs."}).status_code == 302
    odd.refresh_from_db()
    assert (odd.state, bytes(odd.body)) == (Event.State.SET_ASIDE, b'{"text": "<b>\xff</b>"}')
    entry = LogEntry.objects.get(verb="event set aside")
    assert (entry.user, entry.detail) == (ana, {"why": "A test of theirs."})


def test_what_is_on_its_way_is_nobodys_to_see(odd: Event, ana: User) -> None:
    browser = signed_in(ana)
    browser.post(reverse("replay_event", args=[odd.pk]))
    assert browser.get(reverse("quarantined_event", args=[odd.pk])).status_code == 404


def test_every_event_is_reached_by_paging_and_only_ones_own(
    website: Channel, ana: User, stranger: User, now: datetime
) -> None:
    for number in range(120):
        events.store(channel=website, headers={}, body=f"[{number}".encode(), now=now)
    work_all(now)
    browser, seen, before = signed_in(ana), [], ""
    for _ in range(4):
        page = browser.get(reverse("quarantine"), {"before": before}).context["page"]
        seen += [event.pk for event in page.events]
        if page.older is None:
            break
        before = str(page.older)
    assert len(seen) == len(set(seen)) == 120
    assert signed_in(stranger).get(reverse("quarantine"), {"client": website.client_id}).status_code == 403


def test_a_community_manager_is_sent_away(odd: Event, maja: User) -> None:
    assert signed_in(maja).get(reverse("quarantine")).status_code == 403
    assert signed_in(maja).get(reverse("quarantined_event", args=[odd.pk])).status_code == 403


@pytest.mark.parametrize("before", ["nonsense", "9" * 40, "²"])
def test_a_broken_address_shows_the_first_page(before: str, odd: Event, ana: User) -> None:
    answer = signed_in(ana).get(reverse("quarantine"), {"before": before, "client": "x"})
    assert [event.pk for event in answer.context["page"].events] == [odd.pk]


def test_the_command_replays_many(
    website: Channel, now: datetime, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(5):
        events.store(channel=website, headers={}, body=f"[{number}".encode(), now=now)
    work_all(now)
    assert replay_.main(["--client", "kruh", "--dry-run"]) == 0
    assert Event.objects.filter(state="quarantined").count() == 5
    assert replay_.main(["--client", "kruh", "--cause", "not json", "--limit", "3"]) == 0
    assert Event.objects.filter(state="waiting", attempts=0).count() == 3
    assert replay_.main(["--client", "nobody"]) == 0
    assert Event.objects.filter(state="quarantined").count() == 2
    assert "5 events would be" in capsys.readouterr().out
