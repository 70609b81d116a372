"""What webhooks lose is counted, and an improbable silence is told once, and taken back when somebody is heard."""

from datetime import datetime, timedelta

import pytest

from parlour.apps.accounts.models import LogEntry
from parlour.apps.clients import actions as clients
from parlour.apps.clients.models import Channel, Client, Hearing
from parlour.apps.inbox import events
from parlour.flows import poll
from tests.visitor import work_all
from tests.web.test_hooks import delivery

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def town(bakery: Client, now: datetime) -> Channel:
    return clients.connect(
        client=bakery, connector="sandbox", name="Town", external_id="bakery", now=now,
        settings={"url": ""}, secret={"webhook": "s"},
    )  # fmt: skip


def hook(channel: Channel, *numbers: int, now: datetime) -> None:
    events.store(channel=channel, headers={}, body=delivery(*numbers), now=now)
    work_all(now)


def looked(channel: Channel, *numbers: int, now: datetime) -> None:
    events.store_polled(channel=channel, deliveries=[({}, delivery(*numbers))], now=now)
    work_all(now)


def lost(now: datetime) -> int:
    poll.listen(now=now)
    return Hearing.objects.get().lost


def test_what_only_a_look_found_was_lost_by_the_webhook(town: Channel, now: datetime) -> None:
    hook(town, 1, 2, now=now)
    looked(town, 1, 2, 3, 4, now=now)
    assert lost(now + timedelta(minutes=5)) == 0
    assert lost(now + timedelta(minutes=11)) == 2
    looked(town, 3, 4, now=now + timedelta(minutes=12))
    assert lost(now + timedelta(minutes=30)) == 2


def test_a_webhook_that_comes_after_the_look_lost_nothing(town: Channel, now: datetime) -> None:
    looked(town, 1, 2, now=now)
    hook(town, 1, 2, now=now + timedelta(minutes=1))
    assert lost(now + timedelta(minutes=30)) == 0


def _speaks_for_weeks(channel: Channel, until: datetime) -> None:
    """Twenty an hour around the clock, as it would have been learned."""
    Hearing.objects.filter(channel=channel).update(rhythm={str(hour): [60.0, 3.0] for hour in range(168)})
    Channel.objects.filter(pk=channel.pk).update(last_event_at=until)


def test_an_improbable_silence_is_told_once_and_ends_when_somebody_is_heard(
    town: Channel, now: datetime
) -> None:
    hook(town, 1, now=now)
    _speaks_for_weeks(town, now)
    poll.listen(now=now + timedelta(minutes=15))
    assert Hearing.objects.get().silent_since is None
    for minutes in (60, 70, 80):
        poll.listen(now=now + timedelta(minutes=minutes))
    assert Hearing.objects.get().silent_since == now
    assert LogEntry.objects.filter(verb="fell silent", object_id=town.pk).count() == 1
    hook(town, 2, now=now + timedelta(minutes=90))
    assert Hearing.objects.get().silent_since is None
    assert LogEntry.objects.filter(verb="heard again").count() == 1


def test_a_paused_channel_is_not_missed(town: Channel, now: datetime) -> None:
    hook(town, 1, now=now)
    _speaks_for_weeks(town, now)
    Channel.objects.update(status="paused")
    poll.listen(now=now + HOUR)
    assert Hearing.objects.get().silent_since is None


def test_each_hour_is_learned_when_it_is_over(town: Channel, now: datetime) -> None:
    for number in range(3):
        hook(town, number, now=now)
    hook(town, 9, now=now + 2 * HOUR)
    friday_at_ten_in_utc_is_eleven_in_zagreb = 4 * 24 + 11
    rhythm = Hearing.objects.get().rhythm
    assert rhythm[str(friday_at_ten_in_utc_is_eleven_in_zagreb)] == [3, 1]
    assert rhythm[str(friday_at_ten_in_utc_is_eleven_in_zagreb + 1)] == [0, 1]
    assert len(rhythm) == 2


def test_each_channel_is_listened_to_once_a_minute(town: Channel, now: datetime) -> None:
    hook(town, 1, now=now)
    assert poll.listen(now=now) == 0
    assert poll.listen(now=now + timedelta(seconds=61)) == 1
    assert poll.listen(now=now + timedelta(seconds=62)) == 0
