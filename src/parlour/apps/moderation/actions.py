"""What happens to an act of moderation: ordered or proposed, agreed to, claimed by a worker, and its true outcome.

Called by flows/moderate.py only, which decides; a test of the tree watches over it. As with answers, every step after the
claim is fenced by the attempt.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from parlour.apps.accounts import actions as log
from parlour.apps.accounts.models import User
from parlour.apps.clients.models import Agreement
from parlour.apps.inbox import showing
from parlour.apps.inbox.models import Message, Verdict
from parlour.apps.moderation import evidence
from parlour.apps.moderation.models import Act
from parlour.core.moderation import Action, Clause, progress
from parlour.core.moderation.progress import State

LEASE = timedelta(seconds=30)
_LEAVING = (State.QUEUED, State.SENDING)


class LeaseLost(Exception):
    """Another worker has taken this act over; whatever we know of it is theirs to find out."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who wants it, and through which door. Without a user it is a machine, which `maker` names with its version."""

    via: Act.Via
    maker: str
    user: User | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What permits it: the line of the signed agreement, and the verdict it was held against."""

    agreement: Agreement
    clause: Clause
    verdict: Verdict
    doubtful: bool
    needs_second: bool


def order(message: Message, *, action: Action, origin: Origin, grounds: Grounds, now: datetime) -> Act:
    """A hide or delete on its way, or proposed while it needs a second person. Inside the deciding transaction."""
    act = Act.objects.create(
        client_id=message.client_id,
        channel_id=message.channel_id,
        message=message,
        action=action.value,
        state=State.PROPOSED if grounds.needs_second else State.QUEUED,
        via=origin.via,
        agreement=grounds.agreement,
        clause=grounds.clause.number,
        verdict=grounds.verdict,
        evidence=evidence.seal(
            message=message,
            verdict=grounds.verdict,
            agreement=grounds.agreement,
            clause=grounds.clause,
            now=now,
        ),
        doubtful=grounds.doubtful,
        maker=origin.maker,
        user=origin.user,
        reason=origin.reason[:500],
        created_at=now,
        due_at=now,
    )
    _log(act, act.state, now, user=origin.user)
    return act


def order_unhide(message: Message, *, origin: Origin, now: datetime) -> Act:
    """Needs no clause and no second person, and asked for twice it is one act."""
    act, is_new = Act.objects.get_or_create(
        client_id=message.client_id,
        message=message,
        action=Action.UNHIDE.value,
        state__in=progress.UNFINISHED,
        defaults={
            "channel_id": message.channel_id,
            "state": State.QUEUED,
            "via": origin.via,
            "maker": origin.maker,
            "user": origin.user,
            "reason": origin.reason[:500],
            "created_at": now,
            "due_at": now,
        },
    )
    if is_new:
        _log(act, State.QUEUED, now, user=origin.user)
    return act


def agree(act: Act, *, second: User, now: datetime) -> None:
    with transaction.atomic():
        _move(act, to=State.QUEUED, now=now, user=second, second=second, second_at=now, due_at=now)


def refuse(act: Act, *, second: User, now: datetime) -> None:
    with transaction.atomic():
        _move(act, to=State.REFUSED, now=now, user=second, second=second, second_at=now)


def withdraw(act: Act, *, user: User | None, why: str, now: datetime) -> None:
    with transaction.atomic():
        _move(act, to=State.WITHDRAWN, now=now, user=user, cause=why[:500], leased_until=None)


def claim(*, now: datetime, limit: int) -> list[Act]:
    """Acts that are due, ours until the lease runs out. On one message they happen in the order they were ordered."""
    ids = list(_claimable(now).order_by("due_at", "id").values_list("id", flat=True)[:limit])
    if not ids:
        return []
    with transaction.atomic():
        acts = list(
            Act.objects.select_for_update(of=("self",), skip_locked=True)
            # What another worker has claimed meanwhile is no longer free.
            .filter(pk__in=ids)
            .filter(Q(leased_until__isnull=True) | Q(leased_until__lt=now), state__in=_LEAVING)
            .select_related("channel__client", "message__conversation__post", "message__handle", "agreement")
            .order_by("due_at", "id")
        )
        held = [act.pk for act in acts]
        Act.objects.filter(pk__in=held).update(
            state=State.SENDING, leased_until=now + LEASE, attempts=F("attempts") + 1
        )
    for act in acts:
        act.attempts, act.state = act.attempts + 1, State.SENDING
    return acts


def _claimable(now: datetime) -> QuerySet[Act]:
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
    earlier = Act.objects.filter(
        client_id=OuterRef("client_id"),
        message_id=OuterRef("message_id"),
        id__lt=OuterRef("id"),
        state__in=_LEAVING,
    )
    return Act.objects.filter(
        free,
        ~Q(channel__paused_until__gt=now),
        ~Exists(earlier),
        channel__status="active",
        state__in=_LEAVING,
        due_at__lte=now,
    )


def still_ours(act: Act, *, now: datetime) -> None:
    """The last step before the network: renew the lease, or LeaseLost when this process slept through it."""
    renewed = Act.objects.filter(
        pk=act.pk, attempts=act.attempts, state=State.SENDING, leased_until__isnull=False
    ).update(leased_until=now + LEASE)
    if not renewed:
        raise LeaseLost(f"Act {act.pk} was taken over after attempt {act.attempts}.")


def done(act: Act, *, now: datetime) -> None:
    """The platform has done it: what the outside sees is written down with it."""
    with transaction.atomic():
        _move(act, to=State.DONE, now=now, done_at=now, leased_until=None, cause="")
        if act.action == Action.UNHIDE:
            showing.show(act.message)
        else:
            showing.hide(act.message, at=now, still_waits=act.doubtful)


def failed(act: Act, *, cause: str, now: datetime) -> None:
    with transaction.atomic():
        _move(act, to=State.FAILED, now=now, cause=cause[:500], leased_until=None)


def again(act: Act, *, at: datetime, cause: str, now: datetime, failed: bool = False) -> None:
    """Not done for certain: asked for again then. To hide twice is to hide once."""
    with transaction.atomic():
        _move(
            act, to=State.QUEUED, now=now, cause=cause[:500], leased_until=None, due_at=at,
            failures=act.failures + int(failed),
        )  # fmt: skip


def retry(act: Act, *, user: User, now: datetime) -> None:
    """A person asks the platform once more."""
    with transaction.atomic():
        _move(act, to=State.QUEUED, now=now, user=user, cause="", failures=0, due_at=now)


def _move(act: Act, *, to: State, now: datetime, user: User | None = None, **changes: object) -> None:
    current = State(act.state)
    progress.move(current=current, to=to)
    updated = Act.objects.filter(pk=act.pk, state=current, attempts=act.attempts).update(state=to, **changes)
    if not updated:
        raise LeaseLost(f"Act {act.pk} is no longer {current}.")
    act.state = to
    for name, value in changes.items():
        setattr(act, name, value)
    _log(act, to, now, user=user)


def _log(act: Act, state: str, now: datetime, user: User | None = None) -> None:
    conversation = act.message.conversation
    log.log(
        at=now,
        verb=f"{act.action} {state}",
        object_kind="act",
        object_id=act.pk,
        client_id=act.client_id,
        conversation_id=conversation.pk,
        user=user,
        topic=conversation.topic,
        detail={
            "message": act.message_id,
            "agreement": act.agreement_id,
            "clause": act.clause,
            "via": act.via,
        },
    )
