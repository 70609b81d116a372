"""Sending on many channels: fair, at the platform's pace, and careful with a platform that fails."""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from parlour.apps.clients import actions as clients
from parlour.apps.clients.models import Channel, Client, Role
from parlour.apps.inbox.models import Conversation
from parlour.apps.replies import actions as replies
from parlour.apps.replies import pace
from parlour.apps.replies.models import Pace, Reply
from parlour.connectors import registry
from parlour.connectors.base import Capabilities, OutcomeUnknown, RetryLater
from parlour.core.delivery import State
from parlour.core.guards import Limit
from parlour.core.pace import FUSE, Rate
from parlour.flows import reply as flow
from tests.flows.test_reply import Platform
from tests.visitor import Visitor, work_all

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)
Answers = Callable[[Channel, int], list[Reply]]


@pytest.fixture
def platform(monkeypatch: pytest.MonkeyPatch) -> Platform:
    platform = Platform()
    monkeypatch.setitem(registry._CONNECTORS, "website", platform)
    return platform


@pytest.fixture
def answers(person: Callable[..., object], now: datetime) -> Answers:
    """`answers(channel, 3)`: three conversations there, each with an answer that is due."""

    def write(channel: Channel, count: int) -> list[Reply]:
        author = person(f"author-{channel.pk}", channel.client, role=Role.COMMUNITY_MANAGER)
        for number in range(count):
            Visitor(channel).write(f"Do you open on day {number}?", now=now)
        work_all(now)
        return [
            flow.submit(
                conversation=conversation, in_reply_to=None, author=author, text="Yes, from seven.",
                key=uuid.uuid4(), now=now, undo=timedelta(),
            )
            for conversation in Conversation.objects.filter(channel=channel).select_related("channel", "post")
        ]  # fmt: skip

    return write


@pytest.fixture
def tram_site(tram: Client, now: datetime) -> Channel:
    return clients.connect_website(client=tram, name="Tram", origins=(), now=now, key="tram")


def states(channel: Channel) -> list[str]:
    return sorted(Reply.objects.filter(channel=channel).values_list("state", flat=True))


def test_a_flood_at_one_client_never_starves_another(
    platform: Platform,
    answers: Answers,
    website: Channel,
    tram_site: Channel,
    now: datetime,
) -> None:
    answers(website, 20)
    answers(tram_site, 2)
    for round_ in range(4):
        flow.work(now=now + round_ * SECOND)
    assert states(tram_site) == [State.CONFIRMED] * 2


def test_one_channel_never_takes_all_the_hands(answers: Answers, website: Channel, now: datetime) -> None:
    answers(website, 6)
    held = [replies.claim(now=now, limit=10) for _ in range(4)]
    assert sum(map(len, held)) == pace.AT_ONCE


def test_all_workers_together_keep_the_platforms_rate(
    platform: Platform,
    answers: Answers,
    website: Channel,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    capabilities = Capabilities(limit=Limit(500), rate=Rate(per_minute=6, burst=2))
    monkeypatch.setattr(Platform, "capabilities", capabilities)
    answers(website, 5)
    sent = []
    for second in range(41):
        while flow.work(now=now + second * SECOND):
            sent.append(second)
    assert sent == [0, 0, 10, 20, 30]


def test_a_platform_that_asks_for_a_rest_gets_it_for_the_whole_channel(
    platform: Platform,
    answers: Answers,
    website: Channel,
    tram_site: Channel,
    now: datetime,
) -> None:
    platform.outcomes = [RetryLater("too many requests", seconds=90)]
    answers(website, 3)
    flow.work(now=now)
    answers(tram_site, 1)
    for second in range(1, 90):
        flow.work(now=now + second * SECOND)
    assert platform.sends == 2, "one was refused, the tram's left, nothing else was tried"
    website.refresh_from_db()
    assert website.status_reason == "too many requests"
    assert website.paused_until >= now + 90 * SECOND
    for second in range(91, 96):
        flow.work(now=now + second * SECOND)
    assert states(website) == [State.CONFIRMED] * 3


def test_a_failing_platform_is_left_alone_then_tried_by_one_and_works_again_by_itself(
    platform: Platform,
    answers: Answers,
    website: Channel,
    now: datetime,
) -> None:
    platform.outcomes = [RetryLater("down")] * FUSE
    answers(website, FUSE + 4)
    for _ in range(FUSE + 4):
        flow.work(now=now)
    assert platform.sends == FUSE
    fused = Pace.objects.get(channel=website)
    assert fused.ready_at > now
    assert len(replies.claim(now=fused.ready_at, limit=5)) == 1, "a single send tries"
    assert replies.claim(now=fused.ready_at + SECOND, limit=5) == []
    later = fused.ready_at + timedelta(minutes=2)
    for second in range(40):
        flow.work(now=later + second * SECOND)
    assert states(website) == [State.CONFIRMED] * (FUSE + 4)
    assert Pace.objects.get(channel=website).failures == 0


def test_a_platforms_answer_lost_after_it_accepted_is_one_public_copy(
    platform: Platform,
    answers: Answers,
    website: Channel,
    now: datetime,
) -> None:
    platform.outcomes = [OutcomeUnknown("the answer was lost")]
    answers(website, 1)
    for minute in range(10):
        flow.work(now=now + minute * timedelta(minutes=1))
    assert (platform.sends, len(platform.published), states(website)) == (1, 1, [State.CONFIRMED])


def test_a_worker_killed_while_publishing_is_found_within_a_minute_and_the_answer_looked_up_first(
    platform: Platform,
    answers: Answers,
    website: Channel,
    now: datetime,
) -> None:
    answers(website, 1)
    (claim,) = replies.claim(now=now, limit=1)
    platform.published[claim.reply.key.hex] = (
        claim.reply.text
    )  # it got through, and here the worker is killed
    for second in range(60):
        flow.work(now=now + second * SECOND)
    assert (platform.sends, len(platform.published), states(website)) == (0, 1, [State.CONFIRMED])


def test_a_clock_set_back_does_not_keep_a_dead_workers_answer_for_ever(
    platform: Platform, answers: Answers, website: Channel, now: datetime
) -> None:
    answers(website, 1)
    replies.claim(now=now + timedelta(hours=3), limit=1)  # the worker dies, and the clock is set right again
    for second in range(5):
        flow.work(now=now + second * SECOND)
    assert states(website) == [State.CONFIRMED]
