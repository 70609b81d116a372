"""What happens by the clock."""

from datetime import datetime, timedelta

import pytest
from django.conf import settings

from parlour.apps.accounts.models import LogEntry
from parlour.apps.clients.models import Channel
from parlour.apps.inbox.models import Clock, Event, Message
from parlour.flows import housekeeping, receive
from tests.visitor import Visitor, work_all

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_an_overdue_notice_is_given_once(website: Channel, now: datetime) -> None:
    Visitor(website).write("Do you bake rye bread on Sundays?", now=now)
    work_all(now)
    first, last = Clock.objects.order_by("due_at").values_list("due_at", flat=True)
    assert housekeeping.tell_overdue(now=first - timedelta(seconds=1)) == 0
    for look in range(5):
        housekeeping.tell_overdue(now=first + look * timedelta(seconds=1))
    assert LogEntry.objects.filter(object_kind="clock").count() == 1
    for look in range(5):
        housekeeping.tell_overdue(now=last + look * DAY)
    verbs = LogEntry.objects.filter(object_kind="clock").order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["acknowledge overdue", "answer overdue"]


def test_whoever_was_answered_in_time_gives_no_notice(website: Channel, now: datetime) -> None:
    Visitor(website).write("Do you bake rye bread on Sundays?", now=now)
    work_all(now)
    Clock.objects.update(stopped_at=now)
    assert housekeeping.tell_overdue(now=now + 30 * DAY) == 0


def test_raw_events_are_kept_unless_the_operator_wants_them_forgotten_and_only_filed_ones_go(
    website: Channel, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    Visitor(website).write("Do you bake rye bread on Sundays?", now=now)
    work_all(now)
    Visitor(website).write("And on Mondays?", now=now)
    assert housekeeping.forget_events(now=now + 400 * DAY) == 0
    monkeypatch.setattr(settings, "KEEP_EVENTS_DAYS", 30)
    assert housekeeping.forget_events(now=now + 29 * DAY) == 0
    assert housekeeping.forget_events(now=now + 31 * DAY) == 1
    assert Event.objects.get().state == Event.State.WAITING
    receive.work(now=now)
    assert Message.objects.count() == 2
