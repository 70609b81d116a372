"""Whose turn it is to send: fair between channels, no faster than the platform allows, and careful with one that fails."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Q, QuerySet

from parlour.apps.replies.models import Pace
from parlour.core import pace
from parlour.core.pace import Rate

# In flight on one channel, over all workers: a slow platform must leave hands for the others.
AT_ONCE = 2
# A fuse that is tried holds everything else back until the try is over, or surely is.
_TRY = timedelta(seconds=45)

RateOf = Callable[[str], Rate | None]


def no_limit(connector: str) -> None:
    del connector


@dataclass(frozen=True, slots=True)
class Turn:
    channel_id: int
    connector: str
    ready_at: datetime | None
    failures: int


def turns(
    channels: Collection[tuple[int, int, str]], *, busy: Mapping[int, int], now: datetime, limit: int
) -> list[Turn]:
    """At most `limit` of these (channel, client, connector) that may send now, longest waiting first; their rows held."""
    connectors = {channel: connector for channel, _, connector in channels if busy.get(channel, 0) < AT_ONCE}
    paces = Pace.objects.using(settings.DOOR_DATABASE)
    known = set(paces.filter(channel_id__in=connectors).values_list("channel_id", flat=True))
    paces.bulk_create(
        (
            Pace(channel_id=channel, client_id=client)
            for channel, client, _ in channels
            if channel in connectors and channel not in known
        ),
        ignore_conflicts=True,
    )
    held = (
        paces.select_for_update(skip_locked=True)
        .filter(Q(ready_at__isnull=True) | Q(ready_at__lte=now), channel_id__in=connectors)
        .order_by(F("turn_at").asc(nulls_first=True), "channel_id")
        .values_list("channel_id", "ready_at", "failures")[:limit]
    )
    return [Turn(channel, connectors[channel], ready_at, failures) for channel, ready_at, failures in held]


def begun(turn: Turn, *, now: datetime, rate: Rate | None) -> None:
    """This channel had its turn; what left it draws from its bucket."""
    ready = pace.next_ready(ready_at=turn.ready_at, now=now, rate=rate)
    _of(turn.channel_id).update(turn_at=now, ready_at=now + _TRY if turn.failures >= pace.FUSE else ready)


def failed(channel_id: int, *, now: datetime, jitter: float) -> None:
    """The platform gave no certain answer, or broke."""
    _of(channel_id).update(failures=F("failures") + 1)
    failures = _of(channel_id).values_list("failures", flat=True).first() or 0
    until = pace.fused_until(failures=failures, now=now, jitter=jitter)
    if until:
        _of(channel_id).update(ready_at=until)


def answered(channel_id: int, *, now: datetime) -> None:
    """The platform works: the fuse closes."""
    if _of(channel_id).filter(failures__gt=0).exists():
        _of(channel_id).filter(failures__gte=pace.FUSE).update(ready_at=now)
        _of(channel_id).update(failures=0)


def _of(channel_id: int) -> QuerySet[Pace]:
    return Pace.objects.using(settings.DOOR_DATABASE).filter(channel_id=channel_id)
