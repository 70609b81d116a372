"""Whose messages a person reads first. Parlour suggests it; a person decides, with a reason and an end."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from parlour.apps.accounts.models import User
from parlour.apps.clients import queries as clients
from parlour.apps.members.models import Member
from parlour.apps.moderation import members, queries
from parlour.apps.moderation.models import PreModeration
from parlour.core.moderation.standing import Standing
from parlour.core.roles import Act as Right

WINDOW = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Record:
    standing: Standing
    premoderation: PreModeration | None


def record_of(member: Member, *, now: datetime) -> Record:
    return Record(
        standing=queries.standing_of(member.pk, client_id=member.client_id, since=now - WINDOW),
        premoderation=queries.premoderation_of(member.pk, client_id=member.client_id, now=now),
    )


def premoderate(*, member: Member, reason: str, ends_at: datetime, user: User, now: datetime) -> None:
    clients.require(user, client_id=member.client_id, act=Right.MODERATE)
    members.premoderate(member, reason=reason, ends_at=ends_at, user=user, now=now)


def release(*, member: Member, user: User, now: datetime) -> None:
    clients.require(user, client_id=member.client_id, act=Right.MODERATE)
    members.release(member, user=user, now=now)
