"""Setting up clients and their channels, and holding a channel's row while it is filed for."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from parlour.apps.accounts import actions as log
from parlour.apps.accounts.models import User
from parlour.apps.clients import credentials
from parlour.apps.clients.models import Channel, Client, Membership, Role


def create_client(
    *,
    name: str,
    slug: str,
    now: datetime,
    colour: str = "#7a5cff",
    time_zone: str = "UTC",
    country: str = "",
    languages: tuple[str, ...] = ("en",),
) -> Client:
    with transaction.atomic():
        client = Client.objects.create(
            name=name,
            slug=slug,
            colour=colour,
            time_zone=time_zone,
            country=country,
            languages=list(languages),
        )
        log.log(at=now, verb="created", object_kind="client", object_id=client.pk, client_id=client.pk)
    return client


def add_member_of_staff(*, client: Client, user: User, role: Role, now: datetime) -> Membership:
    with transaction.atomic():
        membership, _ = Membership.objects.update_or_create(client=client, user=user, defaults={"role": role})
        log.log(
            at=now,
            verb="joined",
            object_kind="membership",
            object_id=membership.pk,
            client_id=client.pk,
            user=user,
            detail={"role": role.value},
        )
    return membership


def connect(
    *,
    client: Client,
    connector: str,
    name: str,
    external_id: str,
    now: datetime,
    settings: Mapping[str, Any] | None = None,
    secret: Mapping[str, str] | None = None,
    poll_at: datetime | None = None,
) -> Channel:
    """A new channel. `poll_at`: when to look at the platform first; empty where it cannot be asked."""
    with transaction.atomic():
        channel = Channel.objects.create(
            client=client,
            connector=connector,
            name=name,
            external_id=external_id,
            settings=dict(settings or {}),
            credentials=credentials.seal(dict(secret or {})),
            poll_at=poll_at,
        )
        log.log(at=now, verb="connected", object_kind="channel", object_id=channel.pk, client_id=client.pk)
    return channel


def reconnect(channel: Channel, *, settings: Mapping[str, Any], secret: Mapping[str, str]) -> None:
    """New credentials for a channel there is: it works again, and so does what waited for it."""
    channel.settings, channel.credentials = dict(settings), credentials.seal(dict(secret))
    channel.status, channel.status_reason = Channel.Status.ACTIVE, ""
    channel.save(update_fields=["settings", "credentials", "status", "status_reason"])


def connect_website(
    *, client: Client, name: str, origins: tuple[str, ...], now: datetime, key: str | None = None
) -> Channel:
    """A website channel: its public key goes into the script tag, its signing key stays here."""
    return connect(
        client=client,
        connector="website",
        name=name,
        external_id=key or secrets.token_hex(8),
        now=now,
        settings={"origins": list(origins)},
        secret={"signing": secrets.token_urlsafe(32)},
    )


def hold(channel_ids: Iterable[int]) -> dict[int, Channel]:
    """These channels, their rows held until the transaction ends. In order of id, so that no two wait for each other."""
    rows = Channel.objects.select_for_update(of=("self",)).select_related("client")
    return {channel.pk: channel for channel in rows.filter(pk__in=set(channel_ids)).order_by("id")}


def claim_due_poll(*, now: datetime, lease: timedelta) -> Channel | None:
    """The channel whose look at the platform is most overdue, ours until the lease runs out."""
    with transaction.atomic():
        channel = (
            Channel.objects.select_for_update(of=("self",), skip_locked=True)
            .select_related("client")
            .filter(status=Channel.Status.ACTIVE, poll_at__lte=now)
            .exclude(paused_until__gt=now)
            .order_by("poll_at", "id")
            .first()
        )
        if channel:
            Channel.objects.filter(pk=channel.pk).update(poll_at=now + lease)
    return channel


def polled(channel: Channel, *, cursor: Mapping[str, Any], next_at: datetime, now: datetime) -> None:
    Channel.objects.filter(pk=channel.pk).update(
        cursor=dict(cursor), poll_at=next_at, last_poll_at=now, status_reason=""
    )


def poll_again(channel: Channel, *, at: datetime, why: str) -> None:
    Channel.objects.filter(pk=channel.pk).update(poll_at=at, status_reason=why[:300])


def heard_from(channels: Iterable[Channel], *, at: datetime) -> None:
    Channel.objects.filter(pk__in=[channel.pk for channel in channels]).update(last_event_at=at)


def sent_on(channel_id: int, *, at: datetime) -> None:
    Channel.objects.filter(pk=channel_id).update(last_send_at=at)


def pause(channel: Channel, *, user: User, now: datetime) -> None:
    """Nothing goes out and nothing is fetched until somebody resumes it. What comes in by itself is still taken."""
    _switch(channel, Channel.Status.PAUSED, verb="paused", user=user, now=now)


def resume(channel: Channel, *, user: User, now: datetime) -> None:
    """Also ends a pause that the platform asked for. A channel that needs reconnecting is not helped by this."""
    _switch(channel, Channel.Status.ACTIVE, verb="resumed", user=user, now=now)


def _switch(channel: Channel, to: Channel.Status, *, verb: str, user: User, now: datetime) -> None:
    with transaction.atomic():
        changed = (
            Channel.objects.filter(pk=channel.pk)
            .exclude(status=Channel.Status.RECONNECT)
            .update(status=to, status_reason="", paused_until=None)
        )
        if changed:
            _log(channel, verb, user, now)


def poll_now(channel: Channel, *, user: User, now: datetime) -> None:
    """The next worker that is free looks at the platform; nothing happens where it cannot be asked."""
    with transaction.atomic():
        if Channel.objects.filter(pk=channel.pk, poll_at__gt=now).update(poll_at=now):
            _log(channel, "poll asked for", user, now)


def _log(channel: Channel, verb: str, user: User, now: datetime) -> None:
    log.log(
        at=now,
        verb=verb,
        object_kind="channel",
        object_id=channel.pk,
        client_id=channel.client_id,
        user=user,
    )


def rest(channel: Channel, *, until: datetime, why: str) -> None:
    """The platform asked for a rest: nothing leaves and nothing is looked at before."""
    Channel.objects.filter(pk=channel.pk).update(paused_until=until, status_reason=why[:300])


def needs_reconnect(channel: Channel, *, why: str, at: datetime) -> None:
    """Nothing goes out on this channel until a person has connected it anew."""
    with transaction.atomic():
        channel.status, channel.status_reason = Channel.Status.RECONNECT, why[:300]
        channel.save(update_fields=["status", "status_reason"])
        log.log(
            at=at,
            verb="needs reconnecting",
            object_kind="channel",
            object_id=channel.pk,
            client_id=channel.client_id,
            detail={"why": why[:300]},
        )
