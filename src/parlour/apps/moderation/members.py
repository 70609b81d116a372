"""Members whose messages a person reads first: decided by a person, with a reason and an end."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from parlour.apps.accounts import actions as log
from parlour.apps.accounts.models import User
from parlour.apps.inbox import fresh
from parlour.apps.inbox.models import Message
from parlour.apps.members.models import Member
from parlour.apps.moderation.models import PreModeration


class ReasonMissing(ValueError):
    """Why is this person's word held back?"""


class EndMissing(ValueError):
    """It must end, and not before it began."""


def premoderate(
    member: Member, *, reason: str, ends_at: datetime, user: User, now: datetime
) -> PreModeration:
    if not reason.strip():
        raise ReasonMissing
    if ends_at <= now:
        raise EndMissing
    with transaction.atomic():
        _end_all(member, now)
        held = PreModeration.objects.create(
            client_id=member.client_id,
            member=member,
            reason=reason.strip()[:500],
            user=user,
            begins_at=now,
            ends_at=ends_at,
        )
        _log(member, "pre-moderated", user, now)
    return held


def release(member: Member, *, user: User, now: datetime) -> None:
    with transaction.atomic():
        if _end_all(member, now):
            _log(member, "released", user, now)


def hold_back(messages: Sequence[Message], *, now: datetime) -> None:
    """Of these new messages, let the machine look at those of members whose messages are read first."""
    if not messages:
        return
    held = set(
        PreModeration.objects.filter(
            client_id__in={message.client_id for message in messages},
            begins_at__lte=now,
            ends_at__gt=now,
            ended_at__isnull=True,
        ).values_list("member_id", flat=True)
    )
    if held:
        fresh.mark([one for one in messages if one.handle and one.handle.member_id in held])


def _end_all(member: Member, now: datetime) -> int:
    return PreModeration.objects.filter(
        client_id=member.client_id, member=member, ended_at__isnull=True
    ).update(ended_at=now)


def _log(member: Member, verb: str, user: User, now: datetime) -> None:
    log.log(
        at=now, verb=verb, object_kind="member", object_id=member.pk, client_id=member.client_id, user=user
    )
