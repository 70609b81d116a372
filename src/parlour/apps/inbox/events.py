"""Raw events: stored at the door, claimed by workers, done or quarantined. Nothing is thrown away before it is filed."""

import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import InterfaceError, OperationalError, connections, transaction
from django.db.models import F

from parlour.apps import leases
from parlour.apps.clients.models import Channel
from parlour.apps.inbox import lanes
from parlour.apps.inbox.committer import Busy, Committer
from parlour.apps.inbox.models import Event
from parlour.core.queues import COUNTED, QueueState

LEASE = timedelta(seconds=30)
# Whatever fails this often is not bad luck: it is set aside for a person, so that the rest goes on.
MAX_ATTEMPTS = 5
# How long whoever knocks is kept waiting: platforms give up after five to ten seconds.
PATIENCE = 4.0
_ASK_AGAIN = 0.002

_committers: list[Committer] = []


def store(*, channel: Channel, headers: Mapping[str, str], body: bytes, now: datetime) -> Event:
    """Durable when this returns, or Busy: the door's connection commits with a full sync."""
    future = store_soon(channel=channel, headers=headers, body=body, now=now)
    try:
        return future.result(PATIENCE)
    except TimeoutError:
        future.cancel()
        raise Busy(f"The store did not answer within {PATIENCE:.0f} s.") from None


def store_soon(
    *, channel: Channel, headers: Mapping[str, str], body: bytes, now: datetime
) -> "Future[Event]":
    """The same for callers that do not want to block. Where no committer runs it is stored here and now."""
    event = Event(
        client_id=channel.client_id,
        channel_id=channel.pk,
        received_at=now,
        headers=dict(headers),
        body=body,
    )
    if _committers:
        return _committers[-1].submit(event)
    _insert([event])
    stored: Future[Event] = Future()
    stored.set_result(event)
    return stored


@contextmanager
def committing() -> Iterator[Committer]:
    """While this lasts, the events of this process are written in groups."""
    committer = Committer(_write_group)
    committer.start()
    _committers.append(committer)
    try:
        yield committer
    finally:
        _committers.remove(committer)
        committer.stop()


def _write_group(events: Sequence[Event]) -> None:
    """For the committer's own thread.

    SQLite waits for a lock by sleeping ever longer, up to a tenth of a second: a busy worker would keep the door out.
    So this connection does not wait, and we ask again every few milliseconds; the committer's linger lets the others in.
    """
    connection = connections[settings.DOOR_DATABASE]
    until = time.monotonic() + PATIENCE
    while True:
        try:
            if connection.vendor == "sqlite":
                with connection.cursor() as cursor:
                    cursor.execute("PRAGMA busy_timeout = 1")
            return _insert(events)
        except (OperationalError, InterfaceError) as trouble:
            if _is_locked(trouble) and time.monotonic() < until:
                time.sleep(_ASK_AGAIN)
                continue
            connection.close()  # the next group finds out whether it is back
            raise


def _insert(events: Sequence[Event]) -> None:
    with transaction.atomic(using=settings.DOOR_DATABASE):
        Event.objects.using(settings.DOOR_DATABASE).bulk_create(events)


def _is_locked(error: Exception) -> bool:
    return getattr(error.__cause__, "sqlite_errorname", "").startswith("SQLITE_BUSY")


def store_polled(
    *, channel: Channel, deliveries: Sequence[tuple[Mapping[str, str], bytes]], now: datetime
) -> None:
    """What a look at the platform brought, headers and bytes each, in the transaction that moves its cursor on."""
    Event.objects.bulk_create(
        Event(
            client_id=channel.client_id,
            channel_id=channel.pk,
            received_at=now,
            headers=dict(headers),
            body=body,
            polled=True,
        )
        for headers, body in deliveries
    )


def claim(*, now: datetime, limit: int) -> list[Event]:
    """The oldest waiting events of some lanes, ours until the lease runs out; `release` gives the lanes back."""
    until = now + LEASE
    if not lanes.free_events(now).exists():  # what an idle worker asks ten times a second
        return []
    with transaction.atomic():
        ids = lanes.heads(lanes.take(now=now, until=until), now=now, limit=limit)
        Event.objects.filter(pk__in=ids).update(leased_until=until, attempts=F("attempts") + 1)
    return list(Event.objects.filter(pk__in=ids).order_by("id"))


def release(events: Sequence[Event]) -> None:
    """Their lanes are free for the next batch, whoever files it."""
    for until, channel_ids in lanes.held_by(events).items():
        lanes.release(channel_ids, until=until)


def done(events: Sequence[Event]) -> None:
    Event.objects.filter(pk__in=[event.pk for event in events]).update(
        state=Event.State.DONE, leased_until=None, error=""
    )


def quarantine(event: Event, *, why: str) -> None:
    Event.objects.filter(pk=event.pk).update(
        state=Event.State.QUARANTINED, leased_until=None, error=why[:500]
    )


def give_back(events: Sequence[Event], *, until: datetime) -> None:
    """Not done, not broken: to be tried again then."""
    Event.objects.filter(pk__in=[event.pk for event in events]).update(leased_until=until)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the events of the whole installation stand."""

    waiting: int
    oldest: datetime | None
    quarantined: int


def standing() -> Standing:
    waiting = Event.objects.filter(state=Event.State.WAITING)
    return Standing(
        waiting=waiting.count(),
        oldest=waiting.order_by("id").values_list("received_at", flat=True).first(),
        quarantined=Event.objects.filter(state=Event.State.QUARANTINED).count(),
    )


def forget_done(*, before: datetime) -> int:
    """Forget what was filed and came before then; returns how many. What waits or is set aside stays."""
    ended = Event.objects.filter(state=Event.State.DONE, received_at__lt=before).order_by("id")
    forgotten = 0
    while ids := list(ended.values_list("id", flat=True)[:500]):
        forgotten += Event.objects.filter(pk__in=ids).delete()[0]
    return forgotten


def queue_of(client_ids: Sequence[int], *, now: datetime) -> QueueState:
    """How the deliveries of these clients stand; counts end at `COUNTED`."""
    rows = Event.objects.filter(client_id__in=client_ids)
    waiting = rows.filter(state=Event.State.WAITING)
    return QueueState(
        waiting=waiting.values("id")[:COUNTED].count(),
        oldest_at=waiting.order_by("received_at").values_list("received_at", flat=True).first(),
        in_hand=waiting.filter(leases.held("leased_until", now)).values("id")[:COUNTED].count(),
        retrying=waiting.filter(attempts__gt=1).values("id")[:COUNTED].count(),
        given_up=rows.filter(state=Event.State.QUARANTINED).values("id")[:COUNTED].count(),
    )
