"""How an answer leaves: whatever the platform does, the state tells the truth and nothing is sent twice."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from parlour.apps.accounts.models import LogEntry, User
from parlour.apps.clients.models import Channel, Client, Role
from parlour.apps.clients.queries import NotThere
from parlour.apps.inbox.models import Clock, Conversation, Message
from parlour.apps.replies import actions as replies
from parlour.apps.replies.models import Reply
from parlour.connectors import registry
from parlour.connectors.base import (
    Account,
    Capabilities,
    NeedsReconnect,
    Outbound,
    OutcomeUnknown,
    Refused,
    RetryLater,
    Sent,
)
from parlour.connectors.website.connector import Website
from parlour.core.delivery import MAX_FAILURES, IllegalMove, State
from parlour.core.guards import Limit
from parlour.core.roles import NotAllowed
from parlour.flows import reply as flow
from tests.visitor import Visitor, work_all

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)
UNDO = timedelta(seconds=5)
LOOKED = timedelta(seconds=40)


@dataclass
class Platform(Website):
    """A platform that does what the test says: each outcome is an exception, or an id, in the order of the sends."""

    outcomes: list[Exception | str] = field(default_factory=list)
    published: dict[str, str] = field(default_factory=dict)
    sends: int = 0
    shows: bool = True
    capabilities = Capabilities(limit=Limit(500), repeats_safely=False)

    def send(self, account: Account, outbound: Outbound) -> Sent:
        self.sends += 1
        outcome = self.outcomes.pop(0) if self.outcomes else "ok"
        if isinstance(outcome, Exception) and not isinstance(outcome, OutcomeUnknown):
            raise outcome
        if outcome != "lost":
            self.published[outbound.key.hex] = outbound.text
        if isinstance(outcome, OutcomeUnknown) or outcome == "lost":
            raise OutcomeUnknown("the connection was cut")
        return Sent(f"p-{outbound.key.hex}", "https://platform.example/p")

    def find(self, account: Account, outbound: Outbound) -> Sent | None:
        return Sent(f"p-{outbound.key.hex}") if outbound.key.hex in self.published else None

    def confirm(self, account: Account, sent: Sent) -> bool:
        return self.shows


@pytest.fixture
def platform(monkeypatch: pytest.MonkeyPatch) -> Platform:
    platform = Platform()
    monkeypatch.setitem(registry._CONNECTORS, "website", platform)
    return platform


@pytest.fixture
def question(website: Channel, now: datetime) -> Conversation:
    Visitor(website).write("Do you bake rye bread on Sundays?", now=now)
    work_all(now)
    return Conversation.objects.select_related("channel", "post").get()


@pytest.fixture
def answer(question: Conversation, maja: User, now: datetime) -> Callable[..., Reply]:
    def write(text: str = "Yes, from seven in the morning.", **changes: object) -> Reply:
        values = {
            "conversation": question, "in_reply_to": None, "author": maja, "text": text, "key": uuid.uuid4(),
            "now": now, "undo": UNDO,
        }  # fmt: skip
        return flow.submit(**(values | changes))

    return write


def state(reply: Reply) -> str:
    return Reply.objects.get(pk=reply.pk).state


def test_an_answer_waits_for_its_undo_time_then_is_delivered_and_stops_the_clocks(
    platform: Platform, answer: Callable[..., Reply], question: Conversation, maja: User, now: datetime
) -> None:
    reply = answer()
    assert flow.work(now=now + SECOND) == 0
    assert state(reply) == State.QUEUED
    assert flow.work(now=now + UNDO, limit=10) == 1

    reply.refresh_from_db()
    assert (reply.state, reply.external_id) == (State.CONFIRMED, f"p-{reply.key.hex}")
    message = Message.objects.get(direction="out")
    assert (message.text, message.user, message.pk) == (reply.text, maja, reply.message_id)
    question.refresh_from_db()
    assert question.waiting_since is None
    assert set(Clock.objects.values_list("stopped_by", flat=True)) == {f"user {maja.pk}"}
    verbs = LogEntry.objects.filter(object_kind="reply").order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["reply queued", "reply sent", "reply confirmed"]


def test_the_same_key_twice_is_one_answer(
    platform: Platform, answer: Callable[..., Reply], now: datetime
) -> None:
    key = uuid.uuid4()
    assert answer(key=key).pk == answer(key=key).pk
    flow.work(now=now + UNDO)
    assert platform.sends == 1


def test_taken_back_in_time_it_never_leaves(
    platform: Platform, answer: Callable[..., Reply], maja: User, now: datetime
) -> None:
    reply = answer()
    flow.take_back(reply=reply, user=maja, now=now + SECOND)
    assert flow.work(now=now + timedelta(hours=1)) == 0
    assert (platform.sends, state(reply)) == (0, State.TAKEN_BACK)


def test_it_cannot_be_taken_back_once_it_left(
    platform: Platform, answer: Callable[..., Reply], maja: User, now: datetime
) -> None:
    reply = answer()
    flow.work(now=now + UNDO)
    with pytest.raises(IllegalMove):
        flow.take_back(reply=reply, user=maja, now=now + UNDO)


@pytest.mark.parametrize("text", ["", "   ", "Dear {name}, we are sorry", "x" * 501])
def test_guards_stop_what_must_not_leave(platform: Platform, answer: Callable[..., Reply], text: str) -> None:
    with pytest.raises(flow.Blocked) as blocked:
        answer(text)
    assert blocked.value.findings
    assert Reply.objects.count() == 0


def test_a_guard_is_asked_again_when_the_answer_leaves(
    platform: Platform, answer: Callable[..., Reply], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    reply = answer("x" * 400)
    monkeypatch.setattr(Platform, "capabilities", Capabilities(limit=Limit(100)))
    flow.work(now=now + UNDO)
    assert (platform.sends, state(reply)) == (0, State.FAILED)


def test_a_busy_platform_is_asked_again_when_it_says_so(
    platform: Platform, answer: Callable[..., Reply], now: datetime
) -> None:
    platform.outcomes = [RetryLater("too many requests", seconds=90)]
    reply = answer()
    flow.work(now=now + UNDO)
    assert state(reply) == State.QUEUED
    assert flow.work(now=now + UNDO + 89 * SECOND) == 0
    assert flow.work(now=now + UNDO + 91 * SECOND) == 1
    assert (platform.sends, state(reply)) == (2, State.CONFIRMED)


def test_a_platform_that_stays_busy_ends_in_a_failure_with_its_cause(
    platform: Platform, answer: Callable[..., Reply], now: datetime
) -> None:
    platform.outcomes = [RetryLater("down for maintenance")] * MAX_FAILURES
    reply = answer()
    for round_ in range(MAX_FAILURES):
        flow.work(now=now + UNDO + round_ * timedelta(minutes=15))
    reply.refresh_from_db()
    assert (reply.state, reply.cause) == (State.FAILED, "down for maintenance")


def test_being_asked_to_slow_down_is_never_a_failure(
    platform: Platform, answer: Callable[..., Reply], now: datetime
) -> None:
    platform.outcomes = [RetryLater("too many requests", seconds=60)] * (MAX_FAILURES + 2)
    reply = answer()
    for round_ in range(MAX_FAILURES + 3):
        flow.work(now=now + UNDO + round_ * timedelta(minutes=2))
    assert state(reply) == State.CONFIRMED


def test_a_worker_that_slept_past_its_lease_does_not_send(
    platform: Platform, answer: Callable[..., Reply], now: datetime
) -> None:
    reply = answer()
    (slept,) = replies.claim(now=now + UNDO, limit=1)
    later = now + UNDO + replies.LEASE + SECOND
    flow.work(now=later)  # looks, finds nothing, puts it back
    flow.work(now=later + SECOND)
    assert (platform.sends, state(reply)) == (1, State.CONFIRMED)
    with pytest.raises(replies.LeaseLost):
        flow.deliver(slept, now=later + 2 * SECOND)
    assert platform.sends == 1


def test_a_refusal_is_a_failure_with_its_cause_and_a_person_may_send_it_again(
    platform: Platform, answer: Callable[..., Reply], maja: User, now: datetime
) -> None:
    platform.outcomes = [Refused("The comment was deleted.")]
    reply = answer()
    flow.work(now=now + UNDO)
    reply.refresh_from_db()
    assert (reply.state, reply.cause) == (State.FAILED, "The comment was deleted.")
    flow.send_again(reply=reply, user=maja, now=now + 10 * SECOND)
    flow.work(now=now + 10 * SECOND)
    assert state(reply) == State.CONFIRMED


def test_an_answer_that_arrived_though_the_reply_was_lost_is_found_and_never_doubled(
    platform: Platform, answer: Callable[..., Reply], now: datetime
) -> None:
    platform.outcomes = [OutcomeUnknown("the connection was cut")]
    reply = answer()
    flow.work(now=now + UNDO)
    assert state(reply) == State.UNKNOWN
    flow.work(now=now + UNDO + LOOKED)
    assert (platform.sends, len(platform.published), state(reply)) == (1, 1, State.CONFIRMED)


def test_an_answer_that_surely_did_not_arrive_is_sent_again(
    platform: Platform, answer: Callable[..., Reply], now: datetime
) -> None:
    platform.outcomes = ["lost"]
    reply = answer()
    flow.work(now=now + UNDO)
    flow.work(now=now + UNDO + LOOKED)
    assert state(reply) == State.QUEUED
    flow.work(now=now + UNDO + LOOKED + SECOND)
    assert (platform.sends, len(platform.published), state(reply)) == (2, 1, State.CONFIRMED)


def test_a_worker_killed_while_sending_is_followed_by_a_look_and_not_by_a_second_send(
    platform: Platform, answer: Callable[..., Reply], now: datetime
) -> None:
    reply = answer()
    (claim,) = replies.claim(now=now + UNDO, limit=10)
    platform.send(Account("x"), flow._outbound(claim.reply))  # and here the process is killed
    assert flow.work(now=now + UNDO + replies.LEASE - SECOND) == 0
    assert flow.work(now=now + UNDO + replies.LEASE + SECOND) == 1
    assert (platform.sends, state(reply)) == (1, State.CONFIRMED)


def test_a_worker_that_lost_its_lease_changes_nothing(
    platform: Platform, answer: Callable[..., Reply], now: datetime
) -> None:
    reply = answer()
    (slow,) = replies.claim(now=now + UNDO, limit=10)
    later = now + UNDO + replies.LEASE + SECOND
    (taken_over,) = replies.claim(now=later, limit=10)
    flow.deliver(taken_over, now=later)
    with pytest.raises((replies.LeaseLost, IllegalMove)):
        replies.failed(slow.reply, cause="too slow", now=later)
    assert state(reply) in {State.QUEUED, State.CONFIRMED}


def test_answers_of_one_conversation_leave_in_the_order_they_were_written(
    platform: Platform, answer: Callable[..., Reply], now: datetime
) -> None:
    platform.outcomes = [RetryLater("busy", seconds=30)]
    first, second = answer("First."), answer("Second.")
    flow.work(now=now + UNDO)
    assert (state(first), state(second)) == (State.QUEUED, State.QUEUED)
    flow.work(now=now + UNDO + 31 * SECOND)
    flow.work(now=now + UNDO + 32 * SECOND)
    texts = Message.objects.filter(direction="out").order_by("id").values_list("text", flat=True)
    assert list(texts) == ["First.", "Second."]


def test_an_expired_token_stops_the_channel_and_what_is_queued_waits_for_a_person(
    platform: Platform, answer: Callable[..., Reply], website: Channel, now: datetime
) -> None:
    platform.outcomes = [NeedsReconnect("The token was revoked.")]
    reply = answer()
    flow.work(now=now + UNDO)
    website.refresh_from_db()
    assert (website.status, website.status_reason) == ("reconnect", "The token was revoked.")
    assert flow.work(now=now + timedelta(hours=1)) == 0
    Channel.objects.update(status="active")
    assert flow.work(now=now + timedelta(hours=1)) == 1
    assert state(reply) == State.CONFIRMED


def test_sent_is_not_called_delivered_until_the_platform_shows_it(
    platform: Platform, answer: Callable[..., Reply], now: datetime
) -> None:
    platform.shows = False
    reply = answer()
    flow.work(now=now + UNDO)
    assert state(reply) == State.SENT
    platform.shows = True
    flow.work(now=now + UNDO + LOOKED)
    assert (platform.sends, state(reply)) == (1, State.CONFIRMED)


def test_the_echo_of_our_own_answer_is_the_same_message(
    platform: Platform, answer: Callable[..., Reply], website: Channel, maja: User, now: datetime
) -> None:
    from parlour.apps.inbox import filing
    from parlour.core.inbound import Change, Inbound, ItemType

    reply = answer()
    echo = Inbound(
        change=Change.ADD, type=ItemType.COMMENT, external_id=f"p-{reply.key.hex}", text=reply.text, ours=True,
        thread_id=reply.conversation.external_id, at=now,
    )  # fmt: skip
    filing.file([filing.Item(channel=website, inbound=echo, received_at=now)], now=now)
    flow.work(now=now + UNDO)
    message = Message.objects.get(direction="out")
    assert (message.user, message.reply) == (maja, reply)


def test_a_stranger_and_an_analyst_cannot_answer(
    answer: Callable[..., Reply], stranger: User, person: Callable[..., User], bakery: Client
) -> None:
    with pytest.raises(NotThere):
        answer(author=stranger)
    with pytest.raises(NotAllowed):
        answer(author=person("ines", bakery, role=Role.ANALYST))
