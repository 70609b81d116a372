"""The doors to answers on their way out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from parlour.apps.accounts.models import User
from parlour.apps.clients.queries import NotThere
from parlour.apps.inbox.models import Conversation
from parlour.apps.replies.models import Pace, Reply
from parlour.core.delivery import State
from parlour.core.pace import FUSE
from parlour.core.queues import COUNTED, QueueState

_PROBLEMS = (State.FAILED, State.UNKNOWN)


def reply_for(user: User, reply_id: int) -> Reply:
    reply = (
        Reply.objects.filter(pk=reply_id, client__memberships__user=user)
        .select_related("conversation__post", "conversation__channel", "author")
        .first()
    )
    if reply is None:
        raise NotThere
    return reply


def replies_of(conversation: Conversation) -> list[Reply]:
    """Every answer of a thread, with what became of it; those taken back are left out."""
    return list(
        Reply.objects.filter(client_id=conversation.client_id, conversation=conversation)
        .exclude(state=State.TAKEN_BACK)
        .select_related("author")
        .order_by("id")
    )


def problems_for(user: User, *, client_ids: Sequence[int], limit: int = 50) -> list[Reply]:
    """Answers that did not arrive or may not have: newest first."""
    del user
    return list(
        Reply.objects.filter(client_id__in=client_ids, state__in=_PROBLEMS)
        .select_related("conversation__client", "conversation__channel", "conversation__member", "author")
        .order_by("-id")[:limit]
    )


def problem_count(*, client_ids: Sequence[int], limit: int = 100) -> int:
    return len(Reply.objects.filter(client_id__in=client_ids, state__in=_PROBLEMS).values_list("id")[:limit])


@dataclass(frozen=True, slots=True)
class Standing:
    """How the answers of the whole installation stand; those that arrived are not counted, they grow for ever."""

    by_state: Mapping[str, int]
    oldest_due: datetime | None


def standing(*, now: datetime) -> Standing:
    open_states = (State.QUEUED, State.SENDING, State.SENT, State.UNKNOWN)
    counted = dict(
        Reply.objects.filter(state__in=(*open_states, State.FAILED))
        .values_list("state")
        .annotate(count=Count("id"))
        .order_by("state")
    )
    due = Reply.objects.filter(state__in=(State.QUEUED, State.SENDING), due_at__lte=now)
    return Standing(
        by_state={state.value: counted.get(state.value, 0) for state in (*open_states, State.FAILED)},
        oldest_due=due.order_by("due_at", "id").values_list("due_at", flat=True).first(),
    )


def queue_of(client_ids: Sequence[int], *, now: datetime) -> QueueState:
    """How the answers of these clients stand that should have left by now; counts end at `COUNTED`."""
    rows = Reply.objects.filter(client_id__in=client_ids)
    due = rows.filter(state__in=(State.QUEUED, State.SENDING), due_at__lte=now)
    return QueueState(
        waiting=due.values("id")[:COUNTED].count(),
        oldest_at=due.order_by("due_at").values_list("due_at", flat=True).first(),
        in_hand=due.filter(leased_until__gte=now).values("id")[:COUNTED].count(),
        retrying=rows.filter(state=State.QUEUED, attempts__gt=0).values("id")[:COUNTED].count(),
        given_up=problem_count(client_ids=client_ids, limit=COUNTED),
    )


def fused(client_ids: Sequence[int], *, now: datetime) -> list[Pace]:
    """The channels whose platform failed so often that it is left alone for a while."""
    return list(
        Pace.objects.filter(client_id__in=client_ids, failures__gte=FUSE, ready_at__gt=now)
        .select_related("channel__client")
        .order_by("ready_at", "id")
    )
