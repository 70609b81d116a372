"""Files raw events as the worker does, then puts the very same rows in by plain SQL."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from unittest import mock

from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

from bench.inside import rows
from bench.inside.traffic import SEED, Traffic
from parlour.apps.accounts.models import LogEntry
from parlour.apps.clients import actions as clients
from parlour.apps.clients.models import Channel
from parlour.apps.inbox.models import Clock, Conversation, Event, Message, Post, Tombstone, Verdict
from parlour.apps.members.models import Handle, Member
from parlour.core import judgement
from parlour.core.judgement import Judgement
from parlour.flows import receive

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
# Parents first: what filing writes of a message, all of it.
FILED: tuple[type[Model], ...] = (
    Member,
    Handle,
    Post,
    Conversation,
    Message,
    Verdict,
    Clock,
    Tombstone,
    LogEntry,
)


def measure(*, messages: int, judged: bool) -> dict[str, float]:
    """Seconds and CPU seconds of filing `messages` events, of the raw insert of its rows; and counts."""
    channels = _channels()
    judgement.judge([judgement.Message(text="warm")])
    _store(channels, count=receive.BATCH, seed=SEED + 1)
    queries = _queries_of_a_batch()
    _reset()
    _store(channels, count=messages, seed=SEED)
    wall, cpu = _work(judged=judged)
    filed = [rows.read(model) for model in FILED]
    counted = {part.table: len(part.values) for part in filed}
    _reset()
    insert_wall, insert_cpu = _inserted(filed)
    return {
        "seconds": wall,
        "cpu_seconds": cpu,
        "queries": queries,
        "messages": counted[Message._meta.db_table],
        "rows": sum(counted.values()),
        "insert_seconds": insert_wall,
        "insert_cpu_seconds": insert_cpu,
    }


def _channels() -> list[Channel]:
    made = []
    for number in range(2):
        client = clients.create_client(name=f"Client {number}", slug=f"client-{number}", now=NOW)
        made += [
            clients.connect_website(client=client, name=f"Site {site}", origins=(), now=NOW)
            for site in range(2)
        ]
    return made


def _store(channels: list[Channel], *, count: int, seed: int) -> None:
    """At the door it is one commit a delivery (see bench/door.py); here the events only have to be there."""
    Event.objects.bulk_create(Traffic(seed).events(channels, count, now=NOW), batch_size=rows.BATCH)


def _reset() -> None:
    rows.empty(*reversed(FILED), Event)


def _queries_of_a_batch() -> int:
    with CaptureQueriesContext(connection) as captured:
        receive.work(now=NOW)
    return len(captured)


def _work(*, judged: bool) -> tuple[float, float]:
    """Until nothing waits, as the worker does."""
    judge = judgement.judge if judged else _unjudged()
    with mock.patch.object(judgement, "judge", judge):
        began, cpu = time.perf_counter(), time.process_time()
        while receive.work(now=NOW):
            pass
        return time.perf_counter() - began, time.process_time() - cpu


def _unjudged() -> object:
    """The same verdict for everybody: what filing costs by itself."""
    (verdict,) = judgement.judge([judgement.Message(text="My order came two days late.")])

    def judge(
        messages: Sequence[judgement.Message], context: judgement.Context | None = None
    ) -> list[Judgement]:
        del context
        return [verdict] * len(messages)

    return judge


def _inserted(filed: Sequence[rows.Rows]) -> tuple[float, float]:
    began, cpu = time.perf_counter(), time.process_time()
    for part in filed:
        rows.insert(part)
    return time.perf_counter() - began, time.process_time() - cpu
