"""The door for platforms: what gets which answer, and that a yes means stored."""

import asyncio
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import OperationalError, connection, connections
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from parlour.apps.clients import actions as clients
from parlour.apps.clients.models import Channel, Client
from parlour.apps.inbox import events
from parlour.apps.inbox.models import Event, Message
from parlour.connectors.sandbox import signing
from parlour.flows import addresses
from parlour.web import hooks, meters
from tests.visitor import work_all

pytestmark = pytest.mark.django_db(transaction=True)
SECRET = "webhook-secret"
Answer = tuple[int, Mapping[bytes, bytes]]


@pytest.fixture
def town(bakery: Client, now: datetime) -> Iterator[Channel]:
    with events.committing():
        yield clients.connect(
            client=bakery, connector="sandbox", name="Town", external_id="bakery", now=now,
            settings={"url": ""}, secret={"token": "t", "webhook": SECRET},
        )  # fmt: skip
    # The door's own thread keeps its connection for good; a test's database does not last that long.
    hooks._threads.submit(connections.close_all).result()


def delivery(*numbers: int, odd: Sequence[object] = (), page: str = "bakery") -> bytes:
    changes: list[object] = [
        {
            "verb": "add",
            "at": "2026-11-20T10:00:00+00:00",
            "item": {
                "id": f"c-{number}",
                "type": "comment",
                "text": f"Are you open on day {number}?",
                "created_at": "2026-11-20T10:00:00+00:00",
                "author": {"id": f"m-{number}", "name": "Ivana"},
                "post": {"id": "p-1", "text": "Bread", "published_at": "2026-11-20T09:00:00+00:00"},
            },
        }
        for number in numbers
    ]
    changes[1:1] = odd
    return json.dumps({"delivery": "d", "page": page, "changes": changes}).encode()


async def knock(
    body: bytes,
    *,
    path: str = "/hooks/sandbox/bakery",
    secret: str = SECRET,
    method: str = "POST",
    at: int | None = None,
    **headers: str,
) -> Answer:
    signature = signing.sign(secret=secret, body=body, at=at or int(datetime.now(UTC).timestamp()))
    given = {"content-length": str(len(body)), signing.HEADER: signature} | headers
    sent: list[Any] = []
    chunks = [body[:10], body[10:]]

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": chunks.pop(0), "more_body": bool(chunks)}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http", "method": method, "path": path,
        "headers": [(name.encode(), value.encode()) for name, value in given.items() if value],
    }  # fmt: skip
    await hooks.door(scope, receive, send)
    return sent[0]["status"], dict(sent[0]["headers"])


def counted(outcome: str) -> float:
    return meters.REGISTRY.get_sample_value("parlour_door_deliveries_total", {"outcome": outcome}) or 0.0


def test_two_hundred_valid_deliveries_at_once_are_all_accepted_and_filed(
    town: Channel, now: datetime
) -> None:
    async def storm() -> list[Answer]:
        return list(await asyncio.gather(*(knock(delivery(number)) for number in range(200))))

    before = counted("accepted")
    answers = asyncio.run(storm())
    assert {status for status, _ in answers} == {200}
    assert counted("accepted") - before == 200
    assert Event.objects.count() == 200
    work_all(now)
    assert Message.objects.values("external_id").distinct().count() == 200


def test_one_odd_change_in_a_delivery_does_not_lose_the_rest(town: Channel, now: datetime) -> None:
    odd = [{"verb": "boosted", "item": None}, None, "ping"]
    status, _ = asyncio.run(knock(delivery(1, 2, 3, odd=odd)))
    assert status == 200
    work_all(now)
    assert Message.objects.count() == 3
    assert Event.objects.get().state == Event.State.QUARANTINED


@pytest.mark.parametrize(
    ("wrong", "status", "outcome"),
    [
        ({"secret": "another"}, 403, "forged"),
        ({"at": 1_700_000_000}, 403, "forged"),
        ({"path": "/hooks/sandbox/nobody"}, 404, "unknown"),
        ({"path": "/hooks/nothing/bakery"}, 404, "unknown"),
        ({"path": "/hooks/sandbox/a\0b"}, 404, "unknown"),
        ({"path": "/hooks/"}, 404, "unknown"),
        ({"method": "GET"}, 405, "unknown"),
        ({"content-length": ""}, 411, "no_length"),
        ({"content-length": "many"}, 411, "no_length"),
        ({"content-length": "1000001"}, 413, "too_large"),
        ({"content-length": "9" * 40}, 413, "too_large"),
        ({"content-length": "7"}, 400, "too_slow"),
    ],
)
def test_what_is_wrong_is_refused_and_counted_and_leaves_no_row(
    wrong: dict[str, Any], status: int, outcome: str, town: Channel
) -> None:
    before = counted(outcome)
    assert asyncio.run(knock(delivery(1), **wrong))[0] == status
    assert counted(outcome) - before == 1
    assert not Event.objects.exists()


def test_a_body_over_the_limit_is_refused_before_it_is_read(town: Channel) -> None:
    async def unread() -> dict[str, Any]:
        raise AssertionError("the body was read")

    async def run() -> int:
        sent: list[Any] = []

        async def send(message: Any) -> None:
            sent.append(message)

        headers = [(b"content-length", b"5000000")]
        scope = {"type": "http", "method": "POST", "path": "/hooks/sandbox/bakery", "headers": headers}
        await hooks.door(scope, unread, send)
        return int(sent[0]["status"])

    assert asyncio.run(run()) == 413


def test_forgeries_ask_the_database_nothing(town: Channel) -> None:
    async def storm() -> set[int]:
        await knock(delivery(0))
        return {(await knock(delivery(number), secret="guess"))[0] for number in range(50)}

    asked: list[str] = []
    look_up = addresses.clients.channel_by_account
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            addresses.clients,
            "channel_by_account",
            lambda **name: asked.append(name["external_id"]) or look_up(**name),
        )
        with CaptureQueriesContext(connection) as captured:
            assert asyncio.run(storm()) == {403}
    assert asked == ["bakery"]
    assert len(captured) == 0


def test_guessing_names_is_looked_up_a_few_times_only_and_holds_up_nobody(town: Channel) -> None:
    async def storm() -> tuple[set[int], int]:
        statuses = [
            (await knock(delivery(1), path=f"/hooks/sandbox/guess-{number}"))[0] for number in range(100)
        ]
        return set(statuses[-10:]), (await knock(delivery(1)))[0]

    asyncio.run(knock(delivery(0)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(addresses.addresses, "_clock", lambda: 1e9)
        asyncio.run(knock(delivery(0)))
        late, known = asyncio.run(storm())
    assert late == {503}
    assert known == 200


def test_a_store_that_fails_is_never_answered_with_yes(town: Channel) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OperationalError("the disk is full")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QuerySet, "bulk_create", fail)
        status, headers = asyncio.run(knock(delivery(1)))
    assert (status, headers[b"retry-after"]) == (503, b"5")
    assert asyncio.run(knock(delivery(1)))[0] == 200
    assert Event.objects.count() == 1


def test_one_bad_row_in_a_group_fails_alone(town: Channel) -> None:
    async def storm() -> list[int]:
        answers = await asyncio.gather(*(knock(delivery(number)) for number in range(5)))
        return [status for status, _ in answers]

    real = QuerySet.bulk_create

    def picky(manager: Any, rows: Sequence[Event], *args: Any, **kwargs: Any) -> Any:
        if any(b"c-3" in row.body for row in rows):
            raise ValueError("cannot be stored")
        return real(manager, rows, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QuerySet, "bulk_create", picky)
        statuses = asyncio.run(storm())
    assert statuses == [200, 200, 200, 503, 200]
    assert Event.objects.count() == 4
