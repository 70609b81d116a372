"""The doors to acts, and the facts a decision is made on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from parlour.apps.accounts.models import User
from parlour.apps.clients import queries as clients
from parlour.apps.clients.models import Agreement
from parlour.apps.clients.queries import NotThere
from parlour.apps.inbox.models import Conversation, Message, Verdict
from parlour.apps.moderation.models import Act, PreModeration
from parlour.core import moderation
from parlour.core.judgement import Kind
from parlour.core.moderation import Clause, Facts
from parlour.core.moderation.progress import State
from parlour.core.moderation.standing import Standing

LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Case:
    """All that is known when a message is decided. `verdict` is the machine's newest; empty when it has none."""

    message: Message
    verdict: Verdict | None
    facts: Facts | None
    agreement: Agreement | None

    @property
    def clauses(self) -> tuple[Clause, ...] | None:
        return moderation.clauses_of(self.agreement.content) if self.agreement else None


def case_of(message: Message, *, now: datetime) -> Case:
    """The facts of one message with the agreement in force for its client."""
    verdicts = list(Verdict.objects.filter(client_id=message.client_id, message=message).order_by("-id"))
    machine = next((verdict for verdict in verdicts if verdict.user_id is None), None)
    agreement = clients.agreement_in_force(
        client_id=message.client_id, kind=Agreement.Kind.MODERATION, now=now
    )
    facts = facts_of(message, verdicts)
    if facts:
        facts = replace(facts, premoderated=is_premoderated(message, now=now), restored=is_restored(message))
    return Case(message=message, verdict=machine, facts=facts, agreement=agreement)


def facts_of(message: Message, newest_first: Sequence[Verdict]) -> Facts | None:
    """None when no machine has judged the message: without the brake there are no facts.

    What a person said counts until the author changes the text, which brings a new verdict of the machine.
    """
    machine = next((verdict for verdict in newest_first if verdict.user_id is None), None)
    if machine is None:
        return None
    person = newest_first[0] if newest_first[0].user_id is not None else None
    scores = {Kind(kind): score for kind, score in machine.scores.items()}
    likely = frozenset(kind for kind, score in scores.items() if score >= LIKELY)
    return Facts(
        kinds=likely | {Kind(machine.kind)},
        severity=machine.severity,
        may_hide=machine.may_hide,
        complaint_like=machine.complaint_like,
        critical=machine.critical,
        unsure=machine.unsure,
        spam=scores.get(Kind.SPAM, 0.0),
        copies=machine.copies,
        corrected=Kind(person.kind) if person else None,
        ours=message.direction == Message.Direction.OUTBOUND,
        private=message.type == "direct",
    )


def is_premoderated(message: Message, *, now: datetime) -> bool:
    if message.handle is None:
        return False
    return (
        premoderations(client_id=message.client_id, now=now)
        .filter(member_id=message.handle.member_id)
        .exists()
    )


def premoderations(*, client_id: int, now: datetime) -> QuerySet[PreModeration]:
    return PreModeration.objects.filter(
        client_id=client_id, begins_at__lte=now, ends_at__gt=now, ended_at__isnull=True
    )


def act_for(user: User, act_id: int) -> Act:
    act = (
        Act.objects.filter(pk=act_id, client__memberships__user=user)
        .select_related(
            "message__conversation__post", "message__handle", "channel__client", "agreement", "user"
        )
        .first()
    )
    if act is None:
        raise NotThere
    return act


def message_for(user: User, message_id: int) -> Message:
    message = (
        Message.objects.filter(pk=message_id, client__memberships__user=user)
        .select_related("conversation__post", "handle", "channel__client")
        .first()
    )
    if message is None:
        raise NotThere
    return message


def unfinished(message: Message) -> list[Act]:
    return list(
        Act.objects.filter(
            client_id=message.client_id,
            message=message,
            state__in=[State.PROPOSED, State.QUEUED, State.SENDING],
        )
        .select_related("message__conversation__post")
        .order_by("id")
    )


def acts_of(conversation: Conversation, messages: Sequence[Message]) -> dict[int, list[Act]]:
    """What was done to these messages, oldest first, by message id; those taken back before they left are kept out."""
    found: dict[int, list[Act]] = {}
    acts = (
        Act.objects.filter(client_id=conversation.client_id, message__in=messages)
        .exclude(state=State.WITHDRAWN)
        .select_related("user", "second", "agreement")
        .order_by("id")
    )
    for act in acts:
        found.setdefault(act.message_id, []).append(act)
    return found


def hold(message: Message) -> Message:
    """The message as it is now, its row held until the transaction ends."""
    return (
        Message.objects.select_for_update(of=("self",))
        .select_related("conversation__post", "handle", "channel__client")
        .get(pk=message.pk)
    )


def is_restored(message: Message) -> bool:
    """Whether a person has ever shown it again."""
    return Act.objects.filter(
        client_id=message.client_id, message=message, action=Act.Action.UNHIDE, user__isnull=False
    ).exists()


def deleted_for_good(message: Message) -> bool:
    return Act.objects.filter(
        client_id=message.client_id, message=message, action=Act.Action.DELETE, state=State.DONE
    ).exists()


def hidden_by_a_person(message: Message) -> bool:
    """Whether the hide that holds was ordered by a person."""
    last = (
        Act.objects.filter(client_id=message.client_id, message=message, state=State.DONE)
        .exclude(action=Act.Action.UNHIDE)
        .order_by("-id")
        .first()
    )
    return last is None or last.user_id is not None


@dataclass(frozen=True, slots=True)
class Judged:
    """A message with the facts of its newest verdicts, for looking back."""

    message: Message
    facts: Facts
    complaint: float
    reasons: Sequence[Sequence[str]]


def judged_since(*, client_id: int, since: datetime, limit: int = 50_000) -> Iterator[Judged]:
    """Public messages of the community since then, the newest first, with what judgement made of them."""
    newest = Prefetch(
        "verdicts",
        queryset=Verdict.objects.filter(client_id=client_id).order_by("-id"),
        to_attr="verdicts_newest_first",
    )
    rows = (
        Message.objects.filter(
            client_id=client_id,
            direction=Message.Direction.INBOUND,
            received_at__gte=since,
            deleted_at__isnull=True,
        )
        .exclude(type="direct")
        .select_related("handle", "channel")
        .prefetch_related(newest)
        .order_by("-id")[:limit]
    )
    for message in rows.iterator(chunk_size=1000):
        verdicts: list[Verdict] = message.verdicts_newest_first
        facts = facts_of(message, verdicts)
        if facts:
            machine = next(verdict for verdict in verdicts if verdict.user_id is None)
            yield Judged(message, facts, machine.scores.get(Kind.COMPLAINT, 0.0), machine.reasons)


def waiting_for_people(*, client_ids: Sequence[int], limit: int = 100) -> list[Act]:
    """What waits for a second person, or failed, the oldest first."""
    return list(
        Act.objects.filter(client_id__in=client_ids, state__in=[State.PROPOSED, State.FAILED])
        .select_related("message__conversation", "message__handle", "user", "agreement", "client")
        .order_by("id")[:limit]
    )


def standing_of(member_id: int, *, client_id: int, since: datetime) -> Standing:
    """How many of a member's messages were rejected and stayed so, and how many were not."""
    written = Message.objects.filter(client_id=client_id, handle__member_id=member_id, received_at__gte=since)
    rejected = written.filter(hidden_at__isnull=False).count()
    return Standing(rejected=rejected, published=written.count() - rejected)


def premoderation_of(member_id: int, *, client_id: int, now: datetime) -> PreModeration | None:
    return (
        premoderations(client_id=client_id, now=now)
        .filter(member_id=member_id)
        .select_related("user")
        .first()
    )
