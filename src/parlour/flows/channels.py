"""Channel health: what is so, what to do, and the buttons that do it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from parlour.apps.accounts.models import User
from parlour.apps.clients import actions as clients
from parlour.apps.clients import queries
from parlour.apps.clients.models import Channel, Hearing
from parlour.connectors import registry
from parlour.connectors.base import Capabilities
from parlour.core import channel_health, roles
from parlour.core.channel_health import Advice, Facts
from parlour.core.roles import Act

# What webhooks lost longer ago than this is history.
_RECENT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Health:
    channel: Channel
    capabilities: Capabilities
    hearing: Hearing | None
    token_expires_at: datetime | None
    advice: tuple[Advice, ...]
    may_act: bool


def health_for(user: User, *, now: datetime) -> list[Health]:
    """Every channel of the person's clients."""
    acts = {
        client_id
        for client_id, role in queries.roles_for(user).items()
        if roles.may(roles.Role(role), Act.CONFIGURE)
    }
    return [
        health_of(channel, now=now, may_act=channel.client_id in acts)
        for channel in queries.channels_for(user).select_related("client", "hearing")
    ]


def health_of(channel: Channel, *, now: datetime, may_act: bool) -> Health:
    capabilities = registry.get(channel.connector).capabilities
    hearing = getattr(channel, "hearing", None)
    expires = _expiry(channel)
    is_recent = hearing and hearing.last_lost_at and now - hearing.last_lost_at < _RECENT
    facts = Facts(
        status=channel.status,
        paused_until=channel.paused_until,
        silent_since=hearing.silent_since if hearing else None,
        token_expires_at=expires,
        poll_every=timedelta(seconds=capabilities.poll_seconds) if capabilities.polls else None,
        poll_at=channel.poll_at,
        recently_lost=hearing.lost if hearing and is_recent else 0,
    )
    return Health(
        channel=channel,
        capabilities=capabilities,
        hearing=hearing,
        token_expires_at=expires,
        advice=channel_health.advice(facts, now=now),
        may_act=may_act,
    )


def pause(*, channel: Channel, user: User, now: datetime) -> None:
    queries.require(user, client_id=channel.client_id, act=Act.CONFIGURE)
    clients.pause(channel, user=user, now=now)


def resume(*, channel: Channel, user: User, now: datetime) -> None:
    queries.require(user, client_id=channel.client_id, act=Act.CONFIGURE)
    clients.resume(channel, user=user, now=now)


def poll_now(*, channel: Channel, user: User, now: datetime) -> None:
    queries.require(user, client_id=channel.client_id, act=Act.CONFIGURE)
    clients.poll_now(channel, user=user, now=now)


def _expiry(channel: Channel) -> datetime | None:
    """Where a platform says when its token ends, whoever connected the channel kept it in the settings."""
    try:
        at = datetime.fromisoformat(str(channel.settings.get("token_expires_at", "")))
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
