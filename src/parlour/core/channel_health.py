"""What a person should do about a channel: facts in, advice out, the most pressing first."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

_EXPIRES_SOON = timedelta(days=7)
# A channel that is looked at is overdue when three looks were missed, and never before some minutes.
_MISSED_LOOKS = 3
_LEAST_OVERDUE = timedelta(minutes=5)
_MANY_GAPS = 10


class Advice(StrEnum):
    RECONNECT = "reconnect"
    EXPIRED = "expired"
    RESUME = "resume"
    SILENT = "silent"
    NOT_POLLED = "not_polled"
    HOOKS_LOST = "hooks_lost"
    EXPIRES_SOON = "expires_soon"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Facts:
    status: str
    paused_until: datetime | None = None
    silent_since: datetime | None = None
    token_expires_at: datetime | None = None
    poll_every: timedelta | None = None
    poll_at: datetime | None = None
    recently_lost: int = 0


def advice(facts: Facts, *, now: datetime) -> tuple[Advice, ...]:
    """Nothing, when all is well."""
    if facts.status == "reconnect":
        return (Advice.RECONNECT,)
    if facts.status == "paused":
        return (Advice.RESUME,)
    expires = facts.token_expires_at
    found = (
        (Advice.EXPIRED, expires is not None and expires <= now),
        (Advice.SILENT, facts.silent_since is not None),
        (Advice.NOT_POLLED, _is_overdue(facts, now)),
        (Advice.HOOKS_LOST, facts.recently_lost >= _MANY_GAPS),
        (Advice.EXPIRES_SOON, expires is not None and now < expires <= now + _EXPIRES_SOON),
        (Advice.WAIT, facts.paused_until is not None and facts.paused_until > now),
    )
    return tuple(one for one, holds in found if holds)


def _is_overdue(facts: Facts, now: datetime) -> bool:
    if facts.poll_every is None or facts.poll_at is None:
        return False
    if facts.paused_until is not None and facts.paused_until > now:
        return False
    return now - facts.poll_at > max(_MISSED_LOOKS * facts.poll_every, _LEAST_OVERDUE)
