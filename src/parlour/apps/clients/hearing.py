"""How a channel sounds: what came by the hour, what its webhooks lost, and since when it is improbably silent."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from parlour.apps.accounts import actions as log
from parlour.apps.accounts.models import LogEntry
from parlour.apps.clients import actions
from parlour.apps.clients.models import Channel, Hearing
from parlour.core import gaps, silence
from parlour.core.silence import Hour, Rhythm

_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Heard:
    """What one batch brought for a channel: events, new messages that a look found, all that webhooks brought."""

    events: int
    found: Collection[str] = ()
    brought: Collection[str] = ()


def hear(channels: Mapping[int, Channel], heard: Mapping[int, Heard], *, now: datetime) -> None:
    """Count a batch, in its transaction, with the channels' rows held. The number of queries does not grow with it."""
    known = _hearings(heard)
    missing = [channel for pk, channel in channels.items() if pk in heard and pk not in known]
    for new in Hearing.objects.bulk_create(
        Hearing(
            client_id=channel.client_id, channel=channel, hour=silence.beginning(now), check_at=now + _EVERY
        )
        for channel in missing
    ):
        known[new.channel_id] = new
    _turn_the_hour(known.values(), channels, now)
    again = [hearing for pk, hearing in known.items() if hearing.silent_since and heard[pk].events]
    for pk, hearing in known.items():
        hearing.heard += heard[pk].events
        _settle(hearing, heard[pk], now)
    for hearing in again:
        hearing.silent_since = None
    _save(known.values())
    log.log_all(_entry(hearing, "heard again", now) for hearing in again)


def due(*, now: datetime, limit: int) -> list[int]:
    """Ids of channels to listen to now; nobody else does so for the next minute."""
    with transaction.atomic():
        rows = list(
            Hearing.objects.select_for_update(of=("self",), skip_locked=True)
            .filter(check_at__lte=now)
            .order_by("check_at", "id")
            .values_list("id", "channel_id")[:limit]
        )
        Hearing.objects.filter(pk__in=[pk for pk, _ in rows]).update(check_at=now + _EVERY)
    return [channel_id for _, channel_id in rows]


def listen(channel_ids: Collection[int], *, now: datetime) -> None:
    """Raise the alarm where silence has become improbable, and count what webhooks have lost for good."""
    with transaction.atomic():
        channels = actions.hold(channel_ids)
        known = _hearings(channel_ids)
        _turn_the_hour(known.values(), channels, now)
        for hearing in known.values():
            _settle(hearing, Heard(events=0), now)
        rhythms = _rhythms(known.values())
        fallen = [
            hearing
            for pk, hearing in known.items()
            if not hearing.silent_since and _is_silent(channels[pk], rhythms[hearing.pk], now)
        ]
        for hearing in fallen:
            hearing.silent_since = channels[hearing.channel_id].last_event_at
        _save(known.values())
        log.log_all(_entry(hearing, "fell silent", now) for hearing in fallen)


def _hearings(channel_ids: Iterable[int]) -> dict[int, Hearing]:
    """By channel, without what was learned of the week: that is long, and needed once an hour."""
    rows = Hearing.objects.defer("rhythm").filter(channel_id__in=list(channel_ids)).order_by("id")
    return {hearing.channel_id: hearing for hearing in rows}


def _rhythms(hearings: Iterable[Hearing]) -> dict[int, Rhythm]:
    rows = Hearing.objects.filter(pk__in=[hearing.pk for hearing in hearings]).values_list("id", "rhythm")
    return {pk: Rhythm({int(key): Hour(*pair) for key, pair in hours.items()}) for pk, hours in rows}


def _turn_the_hour(hearings: Iterable[Hearing], channels: Mapping[int, Channel], now: datetime) -> None:
    """When an hour is over, what was counted in it is learned. Silence that is not believed teaches nothing."""
    hour = silence.beginning(now)
    turned = [hearing for hearing in hearings if hearing.hour < hour]
    taught = [hearing for hearing in turned if hearing.silent_since is None]
    rhythms = _rhythms(taught) if taught else {}
    for hearing in taught:
        rhythm = silence.learned(
            rhythms[hearing.pk],
            since=hearing.hour,
            until=hour,
            first_hour=hearing.heard,
            zone=_zone_of(channels[hearing.channel_id]),
        )
        hearing.rhythm = {str(key): [one.events, one.hours] for key, one in rhythm.hours.items()}
    for hearing in turned:
        hearing.hour, hearing.heard = hour, 0
    if taught:
        Hearing.objects.bulk_update(taught, ["rhythm"])


def _is_silent(channel: Channel, rhythm: Rhythm, now: datetime) -> bool:
    if channel.status != Channel.Status.ACTIVE or channel.last_event_at is None:
        return False
    return silence.is_improbable(rhythm, since=channel.last_event_at, now=now, zone=_zone_of(channel))


def _zone_of(channel: Channel) -> ZoneInfo:
    return ZoneInfo(channel.client.time_zone)


def _settle(hearing: Hearing, heard: Heard, now: datetime) -> None:
    pending = {key: datetime.fromtimestamp(at, UTC) for key, at in hearing.unmatched.items()}
    settled = gaps.settle(pending, found=heard.found, brought=heard.brought, now=now)
    hearing.unmatched = {key: at.timestamp() for key, at in settled.pending.items()}
    hearing.lost += settled.lost
    if settled.lost:
        hearing.last_lost_at = now


def _save(hearings: Collection[Hearing]) -> None:
    Hearing.objects.bulk_update(
        hearings, ["hour", "heard", "unmatched", "lost", "last_lost_at", "silent_since"]
    )


def _entry(hearing: Hearing, verb: str, now: datetime) -> LogEntry:
    return log.entry(
        at=now,
        verb=verb,
        object_kind="channel",
        object_id=hearing.channel_id,
        client_id=hearing.client_id,
    )
