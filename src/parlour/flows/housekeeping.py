"""What must happen by the clock, whoever is looking: notices of what is overdue, and forgetting."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.models import Session

from parlour.apps.inbox import clocks, events


def tell_overdue(*, now: datetime) -> int:
    """Each deadline that has passed becomes news, once. How many there were."""
    told = 0
    while batch := clocks.tell_overdue(now=now):
        told += batch
    return told


def forget_events(*, now: datetime) -> int:
    """Raw deliveries that were filed so long ago; PARLOUR_KEEP_EVENTS_DAYS=0 keeps them all. How many went."""
    if not settings.KEEP_EVENTS_DAYS:
        return 0
    return events.forget_done(before=now - timedelta(days=settings.KEEP_EVENTS_DAYS))


def forget_sessions(*, now: datetime) -> int:
    return Session.objects.filter(expire_date__lt=now).delete()[0]
