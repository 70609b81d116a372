"""Events that could not be read, set apart for a person: the doors to them, and what the person may do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count, QuerySet

from parlour.apps.accounts import actions as log
from parlour.apps.accounts.models import User
from parlour.apps.clients.models import Client
from parlour.apps.clients.queries import NotThere
from parlour.apps.inbox.models import Event

PAGE = 50


@dataclass(frozen=True, slots=True)
class Page:
    """`older`: the key to ask for what comes next with, or None."""

    events: Sequence[Event]
    older: int | None


def page_of(*, client: Client, before: int | None) -> Page:
    """One client's events in quarantine, newest first, without their bodies."""
    rows = Event.objects.filter(client=client, state=Event.State.QUARANTINED).defer("body", "headers")
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(rows.select_related("channel").order_by("-id")[: PAGE + 1])
    return Page(found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None)


def counts(clients: Sequence[Client]) -> dict[int, int]:
    """How many events wait for a person, by client id; clients without any are missing."""
    rows = Event.objects.filter(client__in=clients, state=Event.State.QUARANTINED)
    return dict(rows.values_list("client_id").annotate(count=Count("id")).order_by("client_id"))


def event_for(user: User, event_id: int) -> Event:
    """An event in quarantine, or one that was set aside; NotThere for who does not work for its client."""
    states = (Event.State.QUARANTINED, Event.State.SET_ASIDE)
    event = (
        Event.objects.select_related("client", "channel")
        .filter(pk=event_id, client__memberships__user=user, state__in=states)
        .first()
    )
    if event is None:
        raise NotThere
    return event


def replay(event: Event, *, user: User, now: datetime) -> None:
    """Back to the waiting ones, as if it had just come. What of it was filed already is not filed twice."""
    with transaction.atomic():
        if _put_back(Event.objects.filter(pk=event.pk)):
            _log(event, "event replayed", user, now, {})


def set_aside(event: Event, *, user: User, why: str, now: datetime) -> None:
    """Nothing will come of it. The raw event is kept, and so is who said so and why."""
    with transaction.atomic():
        rows = Event.objects.filter(pk=event.pk, state=Event.State.QUARANTINED)
        if rows.update(state=Event.State.SET_ASIDE):
            _log(event, "event set aside", user, now, {"why": why[:500]})


def matching(*, client_slug: str, channel: str = "", cause: str = "") -> QuerySet[Event]:
    """For the command line, where whoever has the shell has everything: by channel's name, by words of the cause."""
    rows = Event.objects.filter(client__slug=client_slug, state=Event.State.QUARANTINED)
    if channel:
        rows = rows.filter(channel__name__iexact=channel)
    return rows.filter(error__icontains=cause) if cause else rows


def replay_many(events: QuerySet[Event], *, limit: int, now: datetime) -> int:
    """The oldest first; returns how many."""
    with transaction.atomic():
        chosen = dict(events.select_for_update().order_by("id").values_list("id", "client_id")[:limit])
        count = _put_back(Event.objects.filter(pk__in=chosen))
        log.log_all(
            log.entry(at=now, verb="event replayed", object_kind="event", object_id=pk, client_id=client_id)
            for pk, client_id in chosen.items()
        )
    return count


def _put_back(rows: QuerySet[Event]) -> int:
    states = (Event.State.QUARANTINED, Event.State.SET_ASIDE)
    return rows.filter(state__in=states).update(
        state=Event.State.WAITING, attempts=0, leased_until=None, error=""
    )


def _log(event: Event, verb: str, user: User, now: datetime, detail: dict[str, str]) -> None:
    log.log(
        at=now,
        verb=verb,
        object_kind="event",
        object_id=event.pk,
        client_id=event.client_id,
        user=user,
        detail=detail,
    )
