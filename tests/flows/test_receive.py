"""How a message comes in, by what the desk would show afterwards."""

import json
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from parlour.apps.accounts.models import LogEntry
from parlour.apps.clients import actions as clients
from parlour.apps.clients.models import Channel, Client
from parlour.apps.inbox import events
from parlour.apps.inbox.models import Clock, Conversation, Event, Message, Post, Tombstone, Verdict
from parlour.apps.members.models import Handle, Member
from parlour.connectors.base import Delivery, Forged
from parlour.flows import receive
from tests.visitor import Visitor, work_all

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)

COMPLAINT = "My order came two days late and half of the rolls were mouldy, I want my money back."


def test_a_comment_becomes_a_conversation_with_its_member_post_verdict_and_clocks(
    website: Channel, now: datetime
) -> None:
    item = Visitor(website, name="Ivana").write(COMPLAINT, now=now)
    work_all(now)

    message = Message.objects.get()
    assert (message.external_id, message.text, message.direction) == (item, COMPLAINT, "in")
    conversation = message.conversation
    assert conversation.member.name == "Ivana"
    assert conversation.post.external_id == "/"
    assert conversation.waiting_since == now
    assert Verdict.objects.get().kind == message.kind == conversation.kind == "complaint"
    assert {clock.kind for clock in Clock.objects.filter(stopped_at=None)} == {"acknowledge", "answer"}
    assert LogEntry.objects.filter(verb="received", conversation_id=conversation.pk).count() == 1
    assert Event.objects.get().state == Event.State.DONE


def test_a_repeat_changes_nothing(website: Channel, now: datetime) -> None:
    visitor = Visitor(website)
    for _ in range(3):
        visitor.write(COMPLAINT, key="0000abcd", now=now)
    work_all(now)
    visitor.write(COMPLAINT, key="0000abcd", now=now + MINUTE)
    work_all(now + MINUTE)

    assert Message.objects.count() == Conversation.objects.count() == Verdict.objects.count() == 1
    assert Conversation.objects.get().message_count == 1
    assert LogEntry.objects.filter(verb="received").count() == 1
    assert Clock.objects.count() == 2


def test_an_answer_joins_the_conversation_of_its_parent_at_any_depth(website: Channel, now: datetime) -> None:
    ivana, luka = Visitor(website, name="Ivana"), Visitor(website, name="Luka")
    first = ivana.write("Do you bake rye bread on Sundays?", now=now)
    second = luka.write("I would like to know that too", parent=first, now=now)
    ivana.write("Let us see what they say", parent=second, now=now)
    work_all(now)

    conversation = Conversation.objects.get()
    assert conversation.message_count == 3
    assert conversation.member.name == "Ivana"
    assert Member.objects.count() == Handle.objects.count() == 2


def test_a_child_that_arrives_before_its_parent_ends_in_the_same_conversation(
    website: Channel, now: datetime
) -> None:
    visitor = Visitor(website)
    parent = f"{visitor.token.split('.')[1]}-00000001"
    visitor.write("and nobody answers", parent=parent, now=now)
    work_all(now)
    visitor.write("Do you bake rye bread on Sundays?", key="00000001", now=now)
    work_all(now)

    assert Conversation.objects.get().message_count == 2


def test_private_chat_is_one_conversation_a_visitor(website: Channel, now: datetime) -> None:
    ivana, luka = Visitor(website, name="Ivana"), Visitor(website, name="Luka")
    ivana.write("Is my cake ready?", private=True, now=now)
    luka.write("Is my cake ready as well?", private=True, now=now)
    ivana.write("It is the one with cherries.", private=True, now=now)
    work_all(now)

    counts = dict(Conversation.objects.filter(private=True).values_list("member__name", "message_count"))
    assert counts == {"Ivana": 2, "Luka": 1}
    assert Post.objects.count() == 0


def test_an_edit_shows_the_new_words_and_keeps_both_verdicts(website: Channel, now: datetime) -> None:
    visitor = Visitor(website)
    item = visitor.write("Do you bake rye bread on Sundays?", now=now)
    work_all(now)
    visitor.edit(item, COMPLAINT, now=now + MINUTE)
    work_all(now + MINUTE)

    message = Message.objects.get()
    assert (message.text, message.edited_at) == (COMPLAINT, now + MINUTE)
    assert message.kind == "complaint"
    assert Verdict.objects.count() == 2


def test_an_edit_that_overtakes_its_add_is_filed_and_the_late_add_changes_nothing(
    website: Channel, now: datetime
) -> None:
    visitor = Visitor(website)
    item = f"{visitor.token.split('.')[1]}-00000001"
    visitor.edit(item, "Second thoughts", now=now)
    work_all(now)
    visitor.write("First thoughts", key="00000001", now=now + MINUTE)
    work_all(now + MINUTE)

    assert Message.objects.get().text == "Second thoughts"


def test_what_its_author_deleted_is_forgotten_and_nobody_waits_for_it(
    website: Channel, now: datetime
) -> None:
    visitor = Visitor(website)
    item = visitor.write(COMPLAINT, now=now)
    work_all(now)
    visitor.delete(item, now=now + MINUTE)
    work_all(now + MINUTE)

    message = Message.objects.get()
    assert (message.text, message.deleted_at) == ("", now + MINUTE)
    assert message.conversation.waiting_since is None
    assert COMPLAINT not in message.conversation.snippet
    assert not Clock.objects.filter(stopped_at=None).exists()
    assert set(Clock.objects.values_list("stopped_by", flat=True)) == {"deleted by its author"}


def test_a_tombstone_outlives_a_late_add(website: Channel, now: datetime) -> None:
    visitor = Visitor(website)
    item = f"{visitor.token.split('.')[1]}-00000001"
    visitor.delete(item, now=now)
    work_all(now)
    visitor.write("I should not have said that", key="00000001", now=now + MINUTE)
    work_all(now + MINUTE)

    assert Message.objects.count() == 0
    assert Tombstone.objects.get().external_id == item


def test_nobody_edits_or_deletes_what_another_visitor_wrote(website: Channel, now: datetime) -> None:
    item = Visitor(website).write(COMPLAINT, now=now)
    work_all(now)
    with pytest.raises(Exception, match="another visitor"):
        Visitor(website).delete(item, now=now)
    assert Message.objects.get().text == COMPLAINT


def test_a_forged_token_leaves_no_trace(website: Channel, now: datetime) -> None:
    forged = Delivery(headers={"authorization": "Bearer v1.0123456789abcdef.00"}, body=b'{"id":"00000001"}')
    with pytest.raises(Forged):
        receive.accept(connector="website", external_id=website.external_id, delivery=forged, now=now)
    assert Event.objects.count() == 0


def test_an_unknown_channel_is_refused(website: Channel, now: datetime) -> None:
    with pytest.raises(receive.UnknownChannel, match="no-such"):
        receive.accept(connector="website", external_id="no-such", delivery=Delivery({}, b""), now=now)


def test_one_odd_event_is_set_aside_and_its_neighbours_are_filed(website: Channel, now: datetime) -> None:
    visitor = Visitor(website)
    visitor.write("Do you bake rye bread on Sundays?", now=now)
    odd = events.store(channel=website, headers={"x-parlour-visitor": "x"}, body=b"[1, 2", now=now)
    visitor.write("And on Mondays?", now=now)
    work_all(now)

    odd.refresh_from_db()
    assert (odd.state, bytes(odd.body)) == (Event.State.QUARANTINED, b"[1, 2")
    assert "not JSON" in odd.error
    assert Message.objects.count() == 2


def test_an_event_that_breaks_filing_is_tried_again_and_then_set_aside(
    website: Channel, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    Visitor(website).write("Do you bake rye bread on Sundays?", now=now)

    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("disk on fire")

    monkeypatch.setattr("parlour.apps.inbox.filing.file", broken)
    for attempt in range(events.MAX_ATTEMPTS):
        assert receive.work(now=now + timedelta(hours=attempt)) == 1
    event = Event.objects.get()
    assert event.state == Event.State.QUARANTINED
    assert "disk on fire" in event.error
    monkeypatch.undo()
    assert receive.work(now=now + timedelta(days=1)) == 0


def test_a_claim_runs_out_and_another_worker_takes_over(website: Channel, now: datetime) -> None:
    Visitor(website).write("Do you bake rye bread on Sundays?", now=now)
    assert len(events.claim(now=now, limit=10)) == 1  # a worker that dies here
    assert events.claim(now=now, limit=10) == []
    assert receive.work(now=now + events.LEASE + MINUTE) == 1
    assert Message.objects.count() == 1


def test_the_number_of_queries_does_not_grow_with_the_batch(website: Channel, now: datetime) -> None:
    def queries(count: int) -> int:
        visitors = [Visitor(website, name=f"Person {number}") for number in range(count)]
        for visitor in visitors:
            visitor.write(COMPLAINT, now=now)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            receive.work(now=now)
        return len(captured)

    queries(1)
    assert queries(2) == queries(40)


def test_a_question_answered_outside_parlour_waits_no_more(website: Channel, now: datetime) -> None:
    from parlour.apps.inbox import filing
    from parlour.core.inbound import Change, Inbound, ItemType

    item = Visitor(website).write("Do you bake rye bread on Sundays?", now=now)
    work_all(now)
    answer = Inbound(
        change=Change.ADD,
        type=ItemType.COMMENT,
        external_id="r-1",
        parent_id=item,
        text="Yes!",
        at=now + MINUTE,
        ours=True,
    )
    filing.file([filing.Item(channel=website, inbound=answer, received_at=now + MINUTE)], now=now + MINUTE)

    conversation = Conversation.objects.get()
    assert (conversation.waiting_since, conversation.last_answer_at) == (None, now + MINUTE)
    assert not Clock.objects.filter(stopped_at=None).exists()


def test_history_that_arrives_late_does_not_wake_what_was_answered_since(
    website: Channel, now: datetime
) -> None:
    from parlour.apps.inbox import filing
    from parlour.core.inbound import Author, Change, Inbound, ItemType

    def arrives(name: str, *, at: datetime, ours: bool = False) -> None:
        inbound = Inbound(
            change=Change.ADD,
            type=ItemType.COMMENT,
            external_id=name,
            thread_id="t",
            text="When do you open?",
            at=at,
            ours=ours,
            author=None if ours else Author("u1", "Ivana"),
        )
        filing.file([filing.Item(channel=website, inbound=inbound, received_at=now)], now=now)

    arrives("answer", at=now, ours=True)
    arrives("question", at=now - MINUTE)
    assert Conversation.objects.get().waiting_since is None


def test_raw_bytes_are_kept_as_they_came(website: Channel, now: datetime) -> None:
    Visitor(website).write("Žuti kruh 🥖 \u200bzero width", now=now)
    assert json.loads(bytes(Event.objects.get().body))["text"] == "Žuti kruh 🥖 \u200bzero width"


def test_a_channel_is_filed_by_one_worker_at_a_time(website: Channel, bakery: Client, now: datetime) -> None:
    other = clients.connect_website(client=bakery, name="Shop", origins=(), now=now, key="shop")
    for channel in (website, website, other, website):
        Visitor(channel).write("Do you bake rye bread on Sundays?", now=now)
    first, second = events.claim(now=now, limit=2), events.claim(now=now, limit=2)
    assert [event.channel_id for event in first] == [website.pk, website.pk]
    assert [event.channel_id for event in second] == [other.pk]
    assert events.claim(now=now, limit=2) == []
    events.done(first)
    events.release(first)
    assert [event.channel_id for event in events.claim(now=now, limit=2)] == [website.pk]


def test_a_worker_that_lost_its_lane_does_not_give_back_anothers(website: Channel, now: datetime) -> None:
    Visitor(website).write("Do you bake rye bread on Sundays?", now=now)
    slow = events.claim(now=now, limit=1)
    later = now + events.LEASE + MINUTE
    assert len(events.claim(now=later, limit=1)) == 1
    events.release(slow)
    website.refresh_from_db()
    assert website.lane_until == later + events.LEASE


def test_a_flood_at_one_channel_does_not_hold_up_another(
    website: Channel, bakery: Client, now: datetime
) -> None:
    other = clients.connect_website(client=bakery, name="Shop", origins=(), now=now, key="shop")
    for number in range(30):
        Visitor(website).write(f"When do you open on day {number}?", now=now)
    Visitor(other).write("Do you bake rye bread on Sundays?", now=now)
    receive.work(now=now, limit=5)
    receive.work(now=now + timedelta(seconds=1), limit=5)
    assert Message.objects.filter(channel=other).count() == 1


def test_a_clock_set_back_does_not_keep_a_dead_workers_events_for_ever(
    website: Channel, now: datetime
) -> None:
    Visitor(website).write("Do you bake rye bread on Sundays?", now=now)
    assert len(events.claim(now=now + timedelta(hours=3), limit=10)) == 1  # a worker that dies here
    assert receive.work(now=now) == 1
