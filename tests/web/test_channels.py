"""Channel health: it says what is so, and its buttons do what they say."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from parlour.apps.accounts.models import LogEntry, User
from parlour.apps.clients import actions as clients
from parlour.apps.clients.models import Channel, Client, Hearing, Role
from tests.web.test_doors import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(person: Callable[..., User], bakery: Client) -> User:
    return person("ana", bakery, role=Role.SUPERVISOR)


@pytest.fixture
def town(bakery: Client, now: datetime) -> Channel:
    return clients.connect(
        client=bakery, connector="sandbox", name="Town Square", external_id="town", now=now,
        settings={"url": ""}, secret={"webhook": "s"}, poll_at=now + timedelta(days=365 * 10),
    )  # fmt: skip


def health(user: User, channel: Channel) -> tuple[list[str], str]:
    answer = signed_in(user).get(reverse("channels"))
    (found,) = [one for one in answer.context["channels"] if one.channel == channel]
    return [advice.value for advice in found.advice], answer.content.decode()


def test_a_healthy_channel_asks_for_nothing(town: Channel, ana: User) -> None:
    advice, page = health(ana, town)
    assert advice == []
    assert "all is well" in page


def test_a_channel_that_lost_its_access_says_so_and_offers_no_button_that_cannot_help(
    town: Channel, ana: User, now: datetime
) -> None:
    clients.needs_reconnect(town, why="<i>expired</i>", at=now)
    advice, page = health(ana, town)
    assert advice == ["reconnect"]
    assert "&lt;i&gt;expired" in page
    assert reverse("resume_channel", args=[town.pk]) not in page
    signed_in(ana).post(reverse("resume_channel", args=[town.pk]))
    town.refresh_from_db()
    assert town.status == Channel.Status.RECONNECT


def test_pause_and_resume_are_done_and_logged(town: Channel, ana: User) -> None:
    browser = signed_in(ana)
    browser.post(reverse("pause_channel", args=[town.pk]))
    assert health(ana, town)[0] == ["resume"]
    browser.post(reverse("resume_channel", args=[town.pk]))
    assert health(ana, town)[0] == []
    told = LogEntry.objects.filter(user=ana, object_kind="channel").order_by("id")
    assert [entry.verb for entry in told] == ["paused", "resumed"]


def test_look_now_makes_the_poll_due(town: Channel, ana: User) -> None:
    signed_in(ana).post(reverse("poll_channel", args=[town.pk]))
    before, town = town.poll_at, Channel.objects.get(pk=town.pk)
    assert before
    assert town.poll_at
    assert town.poll_at < before


def test_a_silent_channel_stands_first(town: Channel, website: Channel, ana: User, now: datetime) -> None:
    Hearing.objects.create(client=town.client, channel=town, hour=now, check_at=now, silent_since=now)
    listed = signed_in(ana).get(reverse("channels")).context["channels"]
    assert [one.channel for one in listed] == [town, website]
    assert [one.value for one in listed[0].advice] == ["silent"]


def test_who_may_not_act_sees_and_has_no_buttons(town: Channel, maja: User) -> None:
    page = health(maja, town)[1]
    assert reverse("pause_channel", args=[town.pk]) not in page
    assert reverse("quarantine") not in page


def test_only_ones_own_channels_are_listed(town: Channel, stranger: User) -> None:
    assert signed_in(stranger).get(reverse("channels")).context["channels"] == []


def test_few_questions_however_many_channels(town: Channel, ana: User, bakery: Client, now: datetime) -> None:
    browser = signed_in(ana)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            browser.get(reverse("channels"))
        return len(captured)

    few = queries()
    for number in range(20):
        clients.connect_website(client=bakery, name=f"Site {number}", origins=(), now=now)
    assert queries() == few <= 6
