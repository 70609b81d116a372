"""The doors to conversations: what this person may see, paged by key, in a number of queries that never grows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db import connection
from django.db.models import Prefetch, Q, QuerySet

from parlour.apps.accounts.models import User
from parlour.apps.clients.queries import NotThere
from parlour.apps.inbox.models import Clock, Conversation, Message, Verdict

PAGE = 50
THREAD_PAGE = 100
# Counts beside the queues stop here: nobody acts differently on 100 and on 1,000, and counting costs.
COUNT_LIMIT = 100
# What a row of a list shows. Making whole clients, channels and people of fifty rows costs more than finding them.
_LISTED = (
    "client__name",
    "client__colour",
    "channel__name",
    "member__name",
    "assignee__name",
    "status",
    "private",
    "last_message_at",
    "waiting_since",
    "snippet",
    "message_count",
    "kind",
    "severity",
)


class Queue(StrEnum):
    NEEDS_ANSWER = "needs-answer"
    MINE = "mine"
    UNASSIGNED = "unassigned"
    ALL = "all"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page of a list ended: the sort key and the id of its last row."""

    at: datetime
    id: int

    def __str__(self) -> str:
        return f"{self.at.isoformat()}_{self.id}"

    @classmethod
    def parse(cls, text: str) -> "Cursor | None":
        at, _, number = text.partition("_")
        try:
            parsed = datetime.fromisoformat(at)
            return cls(parsed, int(number)) if parsed.tzinfo else None
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Listing:
    conversations: Sequence[Conversation]
    older: Cursor | None


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed to; empty means everything."""

    queue: Queue = Queue.NEEDS_ANSWER
    client_id: int | None = None
    kind: str = ""


def conversations_for(
    user: User, *, client_ids: Sequence[int], filters: Filters, after: Cursor | None = None, limit: int = PAGE
) -> Listing:
    """One page of a queue. `client_ids` are the user's own, from `clients.queries.client_ids_for`."""
    wanted = [client_id for client_id in client_ids if filters.client_id in (None, client_id)]
    if not wanted:
        return Listing([], None)
    column, newest_first = _order(filters.queue)
    keys = _merged_keys(
        [
            _slice(
                _narrowed(user, client_id, filters),
                column=column,
                newest_first=newest_first,
                after=after,
                limit=limit + 1,
            )
            for client_id in wanted
        ],
        column=column,
        newest_first=newest_first,
        limit=limit + 1,
    )
    ids = keys[:limit]
    rows = {c.pk: c for c in _listed(ids, wanted)}
    conversations = [rows[pk] for pk in ids if pk in rows]
    last = conversations[-1] if conversations and len(keys) > limit else None
    return Listing(conversations, Cursor(getattr(last, column), last.pk) if last else None)


def _order(queue: Queue) -> tuple[str, bool]:
    """Whoever has waited longest comes first; elsewhere the newest."""
    return ("waiting_since", False) if queue is Queue.NEEDS_ANSWER else ("last_message_at", True)


def _narrowed(user: User, client_id: int, filters: Filters) -> QuerySet[Conversation]:
    rows = Conversation.objects.filter(client_id=client_id)
    if filters.kind:
        rows = rows.filter(kind=filters.kind)
    match filters.queue:
        case Queue.NEEDS_ANSWER:
            return rows.filter(waiting_since__isnull=False)
        case Queue.MINE:
            return rows.filter(assignee=user).exclude(status=Conversation.Status.RESOLVED)
        case Queue.UNASSIGNED:
            return rows.filter(assignee__isnull=True, status=Conversation.Status.OPEN)
        case Queue.DONE:
            return rows.filter(status=Conversation.Status.RESOLVED)
        case Queue.ALL:
            return rows


def _slice(
    rows: QuerySet[Conversation], *, column: str, newest_first: bool, after: Cursor | None, limit: int
) -> QuerySet[Conversation, tuple[datetime, int]]:
    way, beyond = ("-", "lt") if newest_first else ("", "gt")
    if after:
        # The first condition is what the index is searched by; the second only settles ties.
        rows = rows.filter(Q(**{f"{column}__{beyond}e": after.at})).filter(
            Q(**{f"{column}__{beyond}": after.at}) | Q(**{f"id__{beyond}": after.id})
        )
    return rows.order_by(f"{way}{column}", f"{way}id").values_list(column, "id")[:limit]


def _merged_keys(
    slices: Sequence[QuerySet[Conversation, tuple[datetime, int]]],
    *,
    column: str,
    newest_first: bool,
    limit: int,
) -> list[int]:
    """The ids of the page, merged from one indexed slice a client: a plain `IN` over clients would sort them all."""
    parts: list[str] = []
    parameters: list[Any] = []
    for rows in slices:
        sql, values = rows.query.sql_with_params()
        parts.append(f"SELECT * FROM ({sql}) AS part")
        parameters += values
    way = "DESC" if newest_first else "ASC"
    merged = " UNION ALL ".join(parts)
    with connection.cursor() as cursor:
        # Only names from this file are put into the text; every value is a parameter.
        cursor.execute(
            f"SELECT id FROM ({merged}) AS merged ORDER BY {column} {way}, id {way} LIMIT {limit}", parameters
        )
        return [row[0] for row in cursor.fetchall()]


def _listed(ids: Sequence[int], client_ids: Sequence[int]) -> QuerySet[Conversation]:
    running = Clock.objects.filter(client_id__in=client_ids, kind=Clock.Kind.ANSWER, stopped_at__isnull=True)
    return (
        Conversation.objects.filter(pk__in=ids)
        .select_related("client", "channel", "member", "assignee")
        .only(*_LISTED)
        .prefetch_related(Prefetch("clocks", queryset=running, to_attr="running_clocks"))
    )


def counts_for(user: User, *, client_ids: Sequence[int], client_id: int | None = None) -> dict[Queue, int]:
    """How many are in each queue, no further than COUNT_LIMIT; one query."""
    wanted = [c for c in client_ids if client_id in (None, c)]
    if not wanted:
        return dict.fromkeys(Queue, 0)
    parts: list[str] = []
    parameters: list[Any] = []
    for queue in Queue:
        if queue in (Queue.ALL, Queue.DONE):
            continue
        slices = [
            _narrowed(user, c, Filters(queue=queue))
            .order_by()
            .values_list("id")[:COUNT_LIMIT]
            .query.sql_with_params()
            for c in wanted
        ]
        inner = " UNION ALL ".join(f"SELECT * FROM ({sql}) AS part" for sql, _ in slices)
        parts.append(
            f"SELECT '{queue.value}' AS queue, COUNT(*) FROM (SELECT * FROM ({inner}) AS q LIMIT {COUNT_LIMIT}) AS c"
        )
        parameters += [value for _, values in slices for value in values]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), parameters)
        found = dict(cursor.fetchall())
    return {queue: found.get(queue.value, 0) for queue in Queue}


def conversation_for(user: User, conversation_id: int) -> Conversation:
    """The one door to a conversation: NotThere for whoever does not work for its client."""
    conversation = (
        Conversation.objects.filter(pk=conversation_id, client__memberships__user=user)
        .select_related("client", "channel", "member", "assignee", "post")
        .first()
    )
    if conversation is None:
        raise NotThere
    return conversation


def messages_of(
    conversation: Conversation, *, before: Cursor | None = None
) -> tuple[list[Message], Cursor | None]:
    """The newest messages of a thread, oldest first, and where the older ones begin."""
    rows = Message.objects.filter(client_id=conversation.client_id, conversation=conversation)
    if before:
        rows = rows.filter(sent_at__lte=before.at).filter(Q(sent_at__lt=before.at) | Q(id__lt=before.id))
    verdicts = Verdict.objects.filter(client_id=conversation.client_id).select_related("user").order_by("-id")
    newest = Prefetch("verdicts", queryset=verdicts, to_attr="verdicts_newest_first")
    page = list(
        rows.select_related("handle", "user")
        .prefetch_related(newest)
        .order_by("-sent_at", "-id")[: THREAD_PAGE + 1]
    )
    older = Cursor(page[-2].sent_at, page[-2].pk) if len(page) > THREAD_PAGE else None
    return list(reversed(page[:THREAD_PAGE])), older


def running_clocks(conversation: Conversation) -> list[Clock]:
    return list(
        Clock.objects.filter(
            client_id=conversation.client_id, conversation=conversation, stopped_at__isnull=True
        ).order_by("due_at")
    )


def others_of_member(conversation: Conversation, *, limit: int = 5) -> list[Conversation]:
    """The member's other conversations with this client, newest first."""
    if conversation.member_id is None:
        return []
    return list(
        Conversation.objects.filter(client_id=conversation.client_id, member_id=conversation.member_id)
        .exclude(pk=conversation.pk)
        .select_related("channel")
        .order_by("-last_message_at", "-id")[:limit]
    )


def last_inbound(conversation: Conversation) -> Message | None:
    return (
        Message.objects.filter(
            client_id=conversation.client_id,
            conversation=conversation,
            direction=Message.Direction.INBOUND,
            deleted_at__isnull=True,
        )
        .order_by("-sent_at", "-id")
        .first()
    )


def message_in(conversation: Conversation, message_id: str) -> Message | None:
    """The message of this conversation with that number, else the community's last."""
    rows = Message.objects.filter(client_id=conversation.client_id, conversation=conversation)
    chosen = (
        rows.filter(pk=int(message_id)).first() if message_id.isdecimal() and len(message_id) < 18 else None
    )
    return chosen or last_inbound(conversation)


def page_thread(*, channel_id: int, client_id: int, page: str, before: Cursor | None, limit: int) -> Listing:
    """The public conversations below one web page, newest first."""
    rows = Conversation.objects.filter(
        client_id=client_id, channel_id=channel_id, post__external_id=page, private=False
    )
    if before:
        rows = rows.filter(created_at__lte=before.at).filter(
            Q(created_at__lt=before.at) | Q(id__lt=before.id)
        )
    found = list(rows.order_by("-created_at", "-id")[: limit + 1])
    last = found[limit - 1] if len(found) > limit else None
    return Listing(found[:limit], Cursor(last.created_at, last.pk) if last else None)


def shown_messages(conversations: Sequence[Conversation], *, limit: int = 1000) -> list[Message]:
    """What the outside sees of these conversations, oldest first: nothing hidden."""
    return list(
        Message.objects.filter(
            client_id__in={c.client_id for c in conversations},
            conversation__in=conversations,
            hidden_at__isnull=True,
        )
        .select_related("handle")
        .order_by("sent_at", "id")[:limit]
    )


def private_thread(*, channel_id: int, client_id: int, thread: str) -> Conversation | None:
    return Conversation.objects.filter(client_id=client_id, channel_id=channel_id, external_id=thread).first()
