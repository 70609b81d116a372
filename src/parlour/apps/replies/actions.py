"""What happens to an answer: queued by a person, claimed by a worker, and its true outcome written down.

Every step after the claim is fenced by the attempt: a worker that lost its lease changes nothing any more.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from parlour.apps import leases
from parlour.apps.accounts import actions as log
from parlour.apps.accounts.models import User
from parlour.apps.clients import actions as clients
from parlour.apps.inbox import outbound
from parlour.apps.inbox.models import Conversation, Message
from parlour.apps.replies import pace
from parlour.apps.replies.models import Reply
from parlour.apps.replies.pace import RateOf
from parlour.core import delivery
from parlour.core.delivery import State

# Longer than any connector's time-outs together; a dead worker's answers are found again after it.
LEASE = timedelta(seconds=30)
_UNFINISHED = (State.QUEUED, State.SENDING, State.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Claim:
    """An answer that is ours to send. One that was tried before must be looked for first."""

    reply: Reply
    tried_before: bool


class LeaseLost(Exception):
    """Another worker has taken this answer over; whatever we know of it is theirs to find out."""


def queue(
    *,
    conversation: Conversation,
    in_reply_to: Message | None,
    author: User,
    text: str,
    key: UUID,
    now: datetime,
    due_at: datetime,
) -> Reply:
    """The same key twice is one answer."""
    with transaction.atomic():
        reply, created = Reply.objects.get_or_create(
            client_id=conversation.client_id,
            key=key,
            defaults={
                "channel_id": conversation.channel_id,
                "conversation": conversation,
                "in_reply_to": in_reply_to,
                "author": author,
                "text": text,
                "created_at": now,
                "due_at": due_at,
            },
        )
        if created:
            _log(reply, "queued", now, user=author)
    return reply


def claim(*, now: datetime, limit: int, rate_of: RateOf = pace.no_limit) -> list[Claim]:
    """Answers that are due: ours until the lease runs out. Channels take turns, one answer each.

    The order in which people wrote is kept in a conversation. `rate_of` a connector's name is how fast it may go.
    """
    # On the door's connection: once an answer may be out, a power cut must not forget that it was tried.
    rows = Reply.objects.using(settings.DOOR_DATABASE)
    due = _due(rows, now)
    channels = set(due.values_list("channel_id", "client_id", "channel__connector").distinct())
    if not channels:
        return []
    with transaction.atomic(using=settings.DOOR_DATABASE):
        turns = pace.turns(channels, busy=_busy(rows, now), now=now, limit=limit)
        states: dict[int, str] = {}
        for turn in turns:
            taken = _take_one(due, turn.channel_id, now)
            pace.begun(turn, now=now, rate=rate_of(turn.connector) if taken else None)
            states |= taken
        rows.filter(pk__in=states).update(leased_until=now + LEASE, attempts=F("attempts") + 1)
        rows.filter(pk__in=states, state=State.QUEUED).update(state=State.SENDING)
    claimed = (
        Reply.objects.filter(pk__in=states)
        .select_related("channel__client", "conversation__post", "in_reply_to", "author")
        .order_by("due_at", "id")
    )
    return [Claim(reply=reply, tried_before=states[reply.pk] != State.QUEUED) for reply in claimed]


def _take_one(due: QuerySet[Reply], channel_id: int, now: datetime) -> dict[int, str]:
    """The first of a channel that need not wait for an earlier one of its conversation, with its state; held."""
    first = due.filter(~Exists(_earlier(due)), channel_id=channel_id).order_by("due_at", "id")
    ids = list(first.values_list("id", flat=True)[:1])
    # Asked again under the lock: between the two another worker may have taken it.
    held = (
        due.model.objects.using(due.db)
        .select_for_update(skip_locked=True)
        .filter(leases.free("leased_until", now), pk__in=ids)
    )
    return dict(held.values_list("id", "state"))


def _busy(rows: QuerySet[Reply], now: datetime) -> dict[int, int]:
    """How many answers of each channel are in somebody's hands."""
    held = rows.filter(leases.held("leased_until", now), state__in=(*_UNFINISHED, State.SENT))
    return dict(held.values_list("channel_id").annotate(held=Count("id")).order_by())


def _due(rows: QuerySet[Reply], now: datetime) -> QuerySet[Reply]:
    return rows.filter(
        leases.free("leased_until", now),
        ~Q(channel__paused_until__gt=now),
        channel__status="active",
        state__in=(*_UNFINISHED, State.SENT),
        due_at__lte=now,
    )


def _earlier(rows: QuerySet[Reply]) -> QuerySet[Reply]:
    return Reply.objects.using(rows.db).filter(
        client_id=OuterRef("client_id"),
        conversation_id=OuterRef("conversation_id"),
        id__lt=OuterRef("id"),
        state__in=_UNFINISHED,
    )


def sent(reply: Reply, *, external_id: str, url: str, now: datetime) -> None:
    """The platform has it, under this id. The message stands in the thread and the community's wait is over."""
    with transaction.atomic():
        message = outbound.file(
            conversation=reply.conversation,
            external_id=external_id,
            parent_external_id=reply.in_reply_to.external_id if reply.in_reply_to else "",
            text=reply.text,
            user=reply.author,
            url=url,
            now=now,
        )
        _move(
            reply,
            to=State.SENT,
            now=now,
            external_id=external_id,
            url=url,
            sent_at=now,
            message=message,
            cause="",
            leased_until=None,
            due_at=now,
        )
        clients.sent_on(reply.channel_id, at=now)


def confirmed(reply: Reply, *, now: datetime) -> None:
    with transaction.atomic():
        _move(reply, to=State.CONFIRMED, now=now, confirmed_at=now, leased_until=None)


def failed(reply: Reply, *, cause: str, now: datetime) -> None:
    with transaction.atomic():
        _move(reply, to=State.FAILED, now=now, cause=cause[:500], leased_until=None)


def outcome_unknown(reply: Reply, *, cause: str, now: datetime, look_at: datetime) -> None:
    """It may be out there. Nothing is sent again before somebody, machine or person, has looked."""
    with transaction.atomic():
        _move(reply, to=State.UNKNOWN, now=now, cause=cause[:500], leased_until=None, due_at=look_at)


def again(reply: Reply, *, at: datetime, cause: str, now: datetime, failed: bool = False) -> None:
    """Nothing happened on the platform: back into the queue."""
    with transaction.atomic():
        _move(
            reply, to=State.QUEUED, now=now, cause=cause[:500], leased_until=None, due_at=at,
            failures=reply.failures + int(failed),
        )  # fmt: skip


def still_ours(reply: Reply, *, now: datetime) -> None:
    """The last step before the network: renew the lease, or LeaseLost when this process slept through it."""
    renewed = Reply.objects.filter(
        pk=reply.pk, attempts=reply.attempts, state=reply.state, leased_until__isnull=False
    ).update(leased_until=now + LEASE)
    if not renewed:
        raise LeaseLost(f"Reply {reply.pk} was taken over after attempt {reply.attempts}.")


def look_again(reply: Reply, *, at: datetime, cause: str) -> None:
    """The platform could not be asked: the state stays what it was, and somebody asks again then."""
    Reply.objects.filter(pk=reply.pk, attempts=reply.attempts).update(
        leased_until=None, due_at=at, cause=cause[:500], failures=F("failures") + 1
    )


def take_back(reply: Reply, *, user: User, now: datetime) -> None:
    """Undo: only what truly has not left. IllegalMove when it is on its way already."""
    with transaction.atomic():
        held = Reply.objects.select_for_update(of=("self",)).get(pk=reply.pk)
        delivery.move(current=State(held.state), to=State.TAKEN_BACK)
        Reply.objects.filter(pk=held.pk).update(state=State.TAKEN_BACK, cause="", leased_until=None)
        reply.state = State.TAKEN_BACK
        _log(reply, "taken back", now, user=user)


def retry(reply: Reply, *, user: User, now: datetime) -> None:
    """A person sends a failed answer, or an unknown one they have looked for, once more."""
    with transaction.atomic():
        held = Reply.objects.select_for_update(of=("self",)).get(pk=reply.pk)
        delivery.move(current=State(held.state), to=State.QUEUED)
        Reply.objects.filter(pk=held.pk).update(
            state=State.QUEUED, cause="", failures=0, leased_until=None, due_at=now
        )
        _log(reply, "sent again", now, user=user)


def _move(reply: Reply, *, to: State, now: datetime, **changes: object) -> None:
    current = State(reply.state)
    delivery.move(current=current, to=to)
    updated = Reply.objects.filter(pk=reply.pk, state=current, attempts=reply.attempts).update(
        state=to, **changes
    )
    if not updated:
        raise LeaseLost(f"Reply {reply.pk} was taken over after attempt {reply.attempts}.")
    reply.state = to
    _log(reply, to.value, now)


def _log(reply: Reply, verb: str, now: datetime, user: User | None = None) -> None:
    log.log(
        at=now,
        verb=f"reply {verb}",
        object_kind="reply",
        object_id=reply.pk,
        client_id=reply.client_id,
        conversation_id=reply.conversation_id,
        user=user,
        topic=reply.conversation.topic,
    )
