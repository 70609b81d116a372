"""Whose turn it is: when a message makes the community wait for us, and what ends the waiting.

The row of the conversation carries what lists show; the clocks carry the deadlines. Only a public act of a person
stops a clock, or its reason going away (the author took the message back).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from parlour.apps import bulk
from parlour.apps.inbox.models import Clock, Conversation, Message
from parlour.core import clocks

SNIPPET = 160
# Spam and small talk want no answer; everything else waits until a person answers or says otherwise.
_WANTS_NO_ANSWER = frozenset({"spam", "chatter"})
_SHOWN = (
    "last_message_at",
    "last_answer_at",
    "waiting_since",
    "snippet",
    "message_count",
    "kind",
    "severity",
    "status",
    "member_id",
)


def take(messages: Sequence[Message], *, now: datetime, history: bool = False) -> None:
    """Bring conversations and clocks up to date with these new messages; of history nobody waits any more."""
    by_conversation: dict[int, list[Message]] = defaultdict(list)
    for message in messages:
        by_conversation[message.conversation_id].append(message)
    conversations: list[Conversation] = []
    started: list[Message] = []
    answered: list[Conversation] = []
    for group in by_conversation.values():
        conversation = group[0].conversation
        waiting_before = conversation.waiting_since
        for message in sorted(group, key=lambda message: message.sent_at):
            _apply(conversation, message)
        if history and not waiting_before:
            conversation.waiting_since, conversation.status = None, Conversation.Status.RESOLVED
        first = next((m for m in group if wants_answer(m)), None)
        if conversation.waiting_since and not waiting_before and first:
            started.append(first)
        if waiting_before and not conversation.waiting_since:
            answered.append(conversation)
        conversations.append(conversation)
    save(conversations)
    start_clocks(started)
    stop_clocks(answered, at=now, by="answered outside Parlour")


def wants_answer(message: Message) -> bool:
    return (
        message.direction == Message.Direction.INBOUND
        and message.kind not in _WANTS_NO_ANSWER
        and message.hidden_at is None
    )


def _apply(conversation: Conversation, message: Message) -> None:
    conversation.message_count += 1
    if message.sent_at >= conversation.last_message_at:
        conversation.last_message_at = message.sent_at
        conversation.snippet = " ".join(message.text.split())[:SNIPPET]
    if message.direction == Message.Direction.OUTBOUND:
        conversation.last_answer_at = max(conversation.last_answer_at or message.sent_at, message.sent_at)
        if conversation.waiting_since and message.sent_at >= conversation.waiting_since:
            conversation.waiting_since = None
        return
    if conversation.member_id is None and message.handle:
        conversation.member_id = message.handle.member_id
    answered_since = conversation.last_answer_at and message.sent_at <= conversation.last_answer_at
    if answered_since or not wants_answer(message):
        conversation.kind = conversation.kind or message.kind
        return
    if conversation.waiting_since is None:
        conversation.waiting_since, conversation.severity = message.sent_at, 0
    conversation.kind = message.kind
    conversation.severity = max(conversation.severity, message.severity)
    conversation.status = Conversation.Status.OPEN


def forget(messages: Iterable[Message], *, now: datetime, by: str = "deleted by its author") -> None:
    """These were taken back by their authors, or hidden: nobody waits for an answer to them any more."""
    conversations = {message.conversation_id: message.conversation for message in messages}
    if not conversations:
        return
    remaining: dict[int, list[Message]] = defaultdict(list)
    for message in Message.objects.filter(
        client_id__in={c.client_id for c in conversations.values()},
        conversation_id__in=conversations,
        deleted_at__isnull=True,
    ).order_by("sent_at", "id"):
        remaining[message.conversation_id].append(message)
    over = []
    for conversation in conversations.values():
        left = remaining[conversation.pk]
        last_answer = max(
            (m.sent_at for m in left if m.direction == Message.Direction.OUTBOUND), default=None
        )
        open_queries = [
            m for m in left if wants_answer(m) and (last_answer is None or m.sent_at > last_answer)
        ]
        if conversation.waiting_since and not open_queries:
            conversation.waiting_since = None
            over.append(conversation)
        conversation.snippet = " ".join(left[-1].text.split())[:SNIPPET] if left else ""
    save(conversations.values())
    stop_clocks(over, at=now, by=by)


def remember(message: Message) -> None:
    """This wants an answer after all (it is shown again, or means something else): its author waits since they wrote."""
    conversation = message.conversation
    answered = conversation.last_answer_at and message.sent_at <= conversation.last_answer_at
    if message.deleted_at or answered or not wants_answer(message):
        return
    if conversation.waiting_since is None or message.sent_at < conversation.waiting_since:
        conversation.waiting_since = message.sent_at
    conversation.kind, conversation.status = message.kind, Conversation.Status.OPEN
    conversation.severity = max(conversation.severity, message.severity)
    save([conversation])
    start_clocks([message])


def reconsider(message: Message, *, now: datetime) -> None:
    """What this message means has been corrected."""
    if wants_answer(message):
        remember(message)
    else:
        forget([message], now=now, by="corrected")


def save(conversations: Iterable[Conversation]) -> None:
    """One statement for all of them; the caller holds the rows."""
    bulk.update(list(conversations), _SHOWN)


def start_clocks(queries: Iterable[Message]) -> None:
    policy = clocks.Policy()
    rows = []
    for query in queries:
        due = clocks.deadlines(asked_at=query.sent_at, severity=query.severity, policy=policy)
        rows += [
            Clock(
                client_id=query.client_id,
                conversation_id=query.conversation_id,
                message_id=query.pk,
                kind=kind,
                started_at=query.sent_at,
                due_at=due_at,
            )
            for kind, due_at in ((Clock.Kind.ACKNOWLEDGE, due.acknowledge), (Clock.Kind.ANSWER, due.answer))
        ]
    # A clock that runs already goes on: the wait began with the first unanswered query.
    bulk.insert(rows, ignore_conflicts=True)


def stop_clocks(conversations: Iterable[Conversation], *, at: datetime, by: str) -> None:
    ids = {conversation.pk: conversation.client_id for conversation in conversations}
    if ids:
        Clock.objects.filter(
            client_id__in=set(ids.values()), conversation_id__in=ids, stopped_at__isnull=True
        ).update(stopped_at=at, stopped_by=by)


def answered(conversation: Conversation, message: Message, *, by: str, now: datetime) -> None:
    """A person of ours answered in public (or in the private thread): the wait is over."""
    _apply(conversation, message)
    save([conversation])
    stop_clocks([conversation], at=now, by=by)
