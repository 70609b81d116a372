"""Lanes: the events of one channel are filed by one worker at a time, so that a conversation keeps its order.

A lane is a lease on the channel's row. Lanes take turns, least recently served first: a flood at one never starves another.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, QuerySet

from parlour.apps import leases
from parlour.apps.clients.models import Channel
from parlour.apps.inbox.models import Event

# A batch is made of few lanes: each may cost a query of its own while it is flooded.
MOST = 8


@dataclass(frozen=True, slots=True)
class Lane:
    client_id: int
    channel_id: int


def free_events(now: datetime) -> QuerySet[Event]:
    """Waiting events that no living worker holds and that are not backing off."""
    return Event.objects.filter(leases.free("leased_until", now), state=Event.State.WAITING)


def take(*, now: datetime, until: datetime) -> list[Lane]:
    """Lanes with work, ours until then; inside a transaction. At most half of what is free: the rest is for other workers."""
    waiting = free_events(now).filter(client_id=OuterRef("client_id"), channel_id=OuterRef("pk"))
    free = Channel.objects.filter(leases.free("lane_until", now))
    with_work = list(
        free.filter(Exists(waiting))
        .order_by(F("lane_turn").asc(nulls_first=True), "id")
        .values_list("id", flat=True)[: 2 * MOST]
    )
    ours = with_work[: (len(with_work) + 1) // 2]
    # Asked again under the lock: between the two another worker may have taken one.
    held = dict(
        free.select_for_update(of=("self",), skip_locked=True)
        .filter(pk__in=ours)
        .values_list("id", "client_id")
    )
    Channel.objects.filter(pk__in=held).update(lane_until=until, lane_turn=now)
    return [Lane(held[pk], pk) for pk in ours if pk in held]


def release(channel_ids: Iterable[int], *, until: datetime) -> None:
    """Give back lanes whose lease ends then. One that ran out and is another's by now is left alone."""
    Channel.objects.filter(pk__in=set(channel_ids), lane_until=until).update(lane_until=None)


def heads(lanes: Sequence[Lane], *, now: datetime, limit: int) -> list[int]:
    """The oldest free events of these lanes; while there are more than `limit`, each lane gets its share."""
    waiting = free_events(now).filter(
        client_id__in={lane.client_id for lane in lanes}, channel_id__in=[lane.channel_id for lane in lanes]
    )
    found = list(waiting.order_by("id").values_list("id", flat=True)[: limit + 1])
    if len(found) <= limit or len(lanes) == 1:
        return found[:limit]
    return sorted(pk for share in _shares(lanes, now, limit) for pk in share)


def _shares(lanes: Sequence[Lane], now: datetime, limit: int) -> Iterable[list[int]]:
    left = limit
    for number, lane in enumerate(lanes):
        share = list(
            free_events(now)
            .filter(client_id=lane.client_id, channel_id=lane.channel_id)
            .order_by("id")
            .values_list("id", flat=True)[: left // (len(lanes) - number)]
        )
        left -= len(share)
        yield share


def held_by(events: Iterable[Event]) -> Mapping[datetime, set[int]]:
    """The channels of claimed events by the end of their lease."""
    found: dict[datetime, set[int]] = {}
    for event in events:
        if event.leased_until:
            found.setdefault(event.leased_until, set()).add(event.channel_id)
    return found
