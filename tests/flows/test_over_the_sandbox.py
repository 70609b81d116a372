"""The whole path over a platform that misbehaves: nothing lost, nothing sent twice, every state true."""

import uuid
from datetime import timedelta

import pytest

from parlour.apps.accounts.models import User
from parlour.apps.clients import actions as clients
from parlour.apps.clients.models import Channel, Client
from parlour.apps.inbox.models import Conversation, Event, Message
from parlour.apps.replies.models import Reply
from parlour.connectors import registry
from parlour.connectors.base import Delivery
from parlour.connectors.sandbox import faults, signing
from parlour.core.delivery import State
from parlour.flows import poll, receive, reply
from tests.connectors.sandbox.stand_in import InProcess
from tests.visitor import work_all

pytestmark = pytest.mark.django_db
QUESTIONS = 10
# Of a platform that fails for ever nothing can be promised: at last it comes to its senses.
ROUNDS, CALM_FROM = 100, 60


@pytest.fixture(params=range(3))
def stand(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    stand = InProcess(seed=request.param)
    monkeypatch.setitem(registry._CONNECTORS, "sandbox", stand.connector)
    return stand


@pytest.fixture
def channel(stand: InProcess, bakery: Client) -> Channel:
    return clients.connect(
        client=bakery,
        connector="sandbox",
        name="Sandbox",
        external_id="bakery",
        settings=dict(stand.account.settings),
        secret=dict(stand.account.secrets),
        now=stand.now,
        poll_at=stand.now,
    )


def carry_webhooks(stand: InProcess) -> None:
    webhooks, at = stand.platform.webhooks, int(stand.now.timestamp())
    for packet in webhooks.take(now=stand.now):
        headers = {signing.HEADER: signing.sign(secret=stand.page.secret, body=packet.body, at=at)}
        delivery = Delivery(headers, packet.body)
        receive.accept(connector="sandbox", external_id="bakery", delivery=delivery, now=stand.now)
        webhooks.delivered(packet)


def answer_everybody(stand: InProcess, user: User) -> None:
    answered = Reply.objects.values("conversation_id")
    for conversation in Conversation.objects.exclude(pk__in=answered).select_related("channel", "post"):
        asked = Message.objects.filter(conversation=conversation, direction="in").order_by("id")[0]
        reply.submit(
            conversation=conversation,
            in_reply_to=asked,
            author=user,
            text=f"Yes, on that day too ({asked.external_id}).",
            key=uuid.uuid4(),
            now=stand.now,
            undo=timedelta(),
        )


def test_nothing_is_lost_and_nothing_is_sent_twice(stand: InProcess, channel: Channel, maja: User) -> None:
    stand.platform.dice.faults = faults.read("all=0.15")
    written = {
        stand.member_comments(f"Do you bake rye bread on day {number}?") for number in range(QUESTIONS)
    }
    for number in range(ROUNDS):
        if number == CALM_FROM:
            stand.platform.dice.faults = {}
        stand.wait(5)
        carry_webhooks(stand)
        poll.work(now=stand.now)
        work_all(stand.now)
        answer_everybody(stand, maja)
        while reply.work(now=stand.now):
            pass
    for _ in range(20):  # the last looks at what was late to be shown grow rarer
        stand.wait(600)
        while reply.work(now=stand.now):
            pass

    published = {item.id for item in stand.platform.published()}
    assert set(Message.objects.filter(direction="in").values_list("external_id", flat=True)) == written
    assert set(stand.platform.copies().values()) == {1}
    assert set(Message.objects.filter(direction="out").values_list("external_id", flat=True)) == published
    assert set(Reply.objects.exclude(external_id="").values_list("external_id", flat=True)) == published
    assert set(Reply.objects.values_list("state", flat=True)) <= {State.CONFIRMED, State.FAILED}
    assert Reply.objects.count() == QUESTIONS
    odd = Event.objects.filter(state=Event.State.QUARANTINED)
    assert odd.count() == stand.platform.dice.struck[faults.Fault.ODD]


def test_an_answer_that_is_shown_late_is_not_sent_again(
    stand: InProcess, channel: Channel, maja: User
) -> None:
    stand.member_comments("Do you bake rye bread?")
    carry_webhooks(stand)
    work_all(stand.now)
    answer_everybody(stand, maja)
    stand.platform.dice.strike_next(faults.Fault.LATE)
    stand.platform.dice.strike_next(faults.Fault.CUT_AFTER)
    for _ in range(60):
        reply.work(now=stand.now)
        stand.wait(1)
    assert list(stand.platform.copies().values()) == [1]
    assert Reply.objects.get().state == State.CONFIRMED
