"""Adds, edits and deletes in any order, doubled, split into any batches: one model says what must be there in the end.

The short form runs with every `make test`; PARLOUR_INTERLEAVINGS=10000 runs as many as the manual says were tried.
"""

import os
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parlour.apps.clients.models import Channel
from parlour.apps.inbox import filing
from parlour.apps.inbox.models import Clock, Conversation, Message, Verdict
from parlour.core import judgement
from parlour.core.inbound import Author, Change, Inbound, ItemType
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
COUNT = int(os.environ.get("PARLOUR_INTERLEAVINGS", "150"))
ITEMS, THREADS = 4, 2


@dataclass(frozen=True)
class Told:
    """What happened outside to an item, at which second: the platform tells it in any order, perhaps twice."""

    item: int
    change: Change
    second: int

    @property
    def text(self) -> str:
        return f"Item {self.item} as of {self.second}: when do you open?"

    def inbound(self) -> Inbound:
        return Inbound(
            change=self.change, type=ItemType.COMMENT, external_id=f"c{self.item}",
            thread_id=f"t{self.item % THREADS}", text="" if self.change is Change.DELETE else self.text,
            at=NOW + timedelta(seconds=self.second), author=Author(f"u{self.item}", f"Member {self.item}"),
        )  # fmt: skip


@st.composite
def histories(draw: st.DrawFn) -> list[list[Told]]:
    """True lives of some items, doubled, shuffled and cut into batches."""
    told: list[Told] = []
    for item in range(draw(st.integers(1, ITEMS))):
        edits = draw(st.integers(0, 2))
        life = [Told(item, Change.ADD, item)]
        life += [Told(item, Change.EDIT, 10 + 10 * edit + item) for edit in range(edits)]
        life += [Told(item, Change.DELETE, 90 + item)] * draw(st.integers(0, 1))
        told += life + draw(st.lists(st.sampled_from(life), max_size=2))
    told = draw(st.permutations(told))
    cuts = sorted(draw(st.sets(st.integers(0, len(told)), max_size=4)))
    return [told[a:b] for a, b in zip([0, *cuts], [*cuts, len(told)], strict=True) if a < b]


def file(batch: list[Told], channel: Channel) -> None:
    inbounds = [change.inbound() for change in batch]
    verdicts = judgement.judge([judgement.Message(text=inbound.text) for inbound in inbounds])
    filing.file(
        [
            filing.Item(
                channel=channel, inbound=inbound, received_at=NOW + timedelta(minutes=5),
                judgement=None if inbound.change is Change.DELETE else verdict,
            )
            for inbound, verdict in zip(inbounds, verdicts, strict=True)
        ],
        now=NOW + timedelta(minutes=5),
    )  # fmt: skip


def check(told: list[Told], channel: Channel) -> None:
    there = {message.external_id: message for message in Message.objects.filter(channel=channel)}
    for item in {change.item for change in told}:
        life = [change for change in told if change.item == item]
        message = there.pop(f"c{item}", None)
        if any(change.change is Change.DELETE for change in life):
            assert message is None or (message.text == "" and message.deleted_at), "what was deleted is gone"
            continue
        assert message, "lost"
        assert message.text == max(life, key=lambda change: change.second).text, "the last word holds"
        assert Verdict.objects.filter(message=message).exists()
    assert not there, "nothing came from nowhere"
    for conversation in Conversation.objects.filter(channel=channel):
        alive = Message.objects.filter(conversation=conversation, deleted_at=None)
        running = Clock.objects.filter(conversation=conversation, stopped_at=None)
        assert (conversation.waiting_since is not None) == alive.exists(), "who waits is who still asks"
        assert running.exists() == alive.exists()


@settings(
    max_examples=COUNT,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(batches=histories())
def test_whatever_the_order_nothing_is_lost_doubled_or_brought_back(
    website: Channel, batches: list[list[Told]]
) -> None:
    with transaction.atomic():
        for batch in batches:
            file(batch, website)
        check([change for batch in batches for change in batch], website)
        transaction.set_rollback(True)
