"""A sandbox channel with a signing secret and somebody at its desk; what a forged delivery costs; a row a full sync."""

import asyncio
import time
from datetime import UTC, datetime

from parlour.apps.accounts.models import User
from parlour.apps.clients import actions as clients
from parlour.apps.clients import queries
from parlour.apps.clients.models import Role
from parlour.apps.inbox import events
from parlour.apps.inbox.models import Event
from parlour.web import hooks


def measure(
    *,
    page: str = "",
    secret: str = "",
    count: bool = False,
    forged: int = 0,
    one_by_one: int = 0,
    body: str = "",
) -> dict[str, float]:
    """Set up; or `count` events; or CPU seconds of so many forged deliveries; or seconds of so many rows stored singly."""
    if count:
        return {"events": Event.objects.count()}
    if forged:
        return {"cpu_seconds": asyncio.run(_forged(page, forged, body.encode()))}
    if one_by_one:
        return {"seconds": _one_by_one(page, one_by_one, body.encode())}
    now = datetime.now(UTC)
    client = clients.create_client(name="Client", slug="client", now=now)
    user = User.objects.create_user(email="desk@bench.example", name="Desk")
    clients.add_member_of_staff(client=client, user=user, role=Role.SUPERVISOR, now=now)
    clients.connect(
        client=client, connector="sandbox", name="Page", external_id=page, now=now,
        settings={"url": ""}, secret={"token": "none", "webhook": secret},
    )  # fmt: skip
    return {}


def _one_by_one(page: str, rows: int, body: bytes) -> float:
    channel = queries.channel_by_account(connector="sandbox", external_id=page)
    assert channel
    began = time.perf_counter()
    for _ in range(rows):
        events.store(channel=channel, headers={}, body=body, now=datetime.now(UTC))
    return time.perf_counter() - began


async def _forged(page: str, times: int, body: bytes) -> float:
    """The door alone, without the HTTP server in front of it."""

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": body}

    async def send(message: object) -> None:
        del message

    headers = [
        (b"host", b"parlour.example"),
        (b"content-length", str(len(body)).encode()),
        (b"content-type", b"application/json"),
        (b"x-sandbox-signature", f"t={int(time.time())},v1={'0' * 64}".encode()),
    ]
    scope = {"type": "http", "method": "POST", "path": f"/hooks/sandbox/{page}", "headers": headers}
    await hooks.door(scope, receive, send)
    began = time.process_time()
    for _ in range(times):
        await hooks.door(scope, receive, send)
    return time.process_time() - began
