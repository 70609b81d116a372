"""The door for platforms: a webhook is verified over its raw bytes and stored, and only then told 200.

Plain ASGI, because a flood comes through here: no thread waits for the disk, and who is refused costs next to
nothing. Whatever can be refused before the body is read is refused before it is read.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from django.db import DatabaseError, close_old_connections

from parlour.apps.clients.models import Channel
from parlour.apps.inbox.committer import Busy
from parlour.connectors.base import Delivery, Forged
from parlour.flows import receive
from parlour.flows.addresses import NotRemembered, TooManyGuesses, addresses
from parlour.web import meters
from parlour.web.meters import Knock

logger = logging.getLogger(__name__)

MAX_BODY = 1_000_000
_BODY_SECONDS = 10.0
_RETRY_AFTER = (b"retry-after", b"5")
_PREFIX = "/hooks/"

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

# Only what is not remembered is looked up here: once in a few seconds a channel.
_threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="addresses")


class _Turned(Exception):
    """Turned away: with this status, counted as that."""

    def __init__(self, status: HTTPStatus, knock: Knock) -> None:
        super().__init__(knock.value)
        self.status, self.knock = status, knock


def serves(path: str) -> bool:
    return path.startswith(_PREFIX)


async def door(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer one delivery."""
    began = time.perf_counter()
    try:
        await _take(scope, receive)
    except _Turned as turned:
        meters.knocked(turned.knock)
        await _answer(send, turned.status, close=turned.knock is not Knock.FORGED)
    except (Busy, TooManyGuesses, DatabaseError):
        # Never a lie: what could not be stored was not received, and the platform brings it again.
        meters.knocked(Knock.BUSY)
        await _answer(send, HTTPStatus.SERVICE_UNAVAILABLE, headers=[_RETRY_AFTER])
    else:
        meters.accepted(seconds=time.perf_counter() - began)
        await _answer(send, HTTPStatus.OK, body=b"ok\n")


async def _take(scope: Scope, receive_body: Receive) -> None:
    if scope["method"] != "POST":
        raise _Turned(HTTPStatus.METHOD_NOT_ALLOWED, Knock.UNKNOWN)
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    length = _length(headers)
    channel = await _channel(scope["path"])
    body = await _body(receive_body, length)
    try:
        future = receive.accept_soon(
            channel=channel, delivery=Delivery(headers=headers, body=body), now=datetime.now(UTC)
        )
    except Forged:
        raise _Turned(HTTPStatus.FORBIDDEN, Knock.FORGED) from None
    try:
        async with asyncio.timeout(receive.PATIENCE):
            await asyncio.wrap_future(future)
    except TimeoutError:
        raise Busy("The store does not answer.") from None
    except (Busy, DatabaseError):
        raise
    except Exception as error:
        logger.exception("A delivery could not be stored.")
        raise Busy(type(error).__name__) from error


def _length(headers: MutableMapping[str, str]) -> int:
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdecimal()):
        raise _Turned(HTTPStatus.LENGTH_REQUIRED, Knock.NO_LENGTH)
    if len(length) > 10 or int(length) > MAX_BODY:
        raise _Turned(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, Knock.TOO_LARGE)
    return int(length)


async def _channel(path: str) -> Channel:
    connector, _, external_id = path.removeprefix(_PREFIX).partition("/")
    try:
        channel = addresses.remembered(connector=connector, external_id=external_id)
    except NotRemembered:
        channel = await asyncio.get_running_loop().run_in_executor(_threads, _look_up, connector, external_id)
    if channel is None:
        raise _Turned(HTTPStatus.NOT_FOUND, Knock.UNKNOWN)
    return channel


def _look_up(connector: str, external_id: str) -> Channel | None:
    close_old_connections()
    # No text of a database holds a NUL, and PostgreSQL says so by an error.
    name = external_id.replace("\0", "")
    return addresses.channel(connector=connector, external_id=name) if name == external_id else None


async def _body(receive_body: Receive, length: int) -> bytes:
    """All of it, as long as was announced; a body that dribbles in is not waited for."""
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            message = await receive_body()
            parts = [message.get("body", b"")]
            while message.get("more_body"):
                message = await receive_body()
                parts.append(message.get("body", b""))
    except TimeoutError:
        raise _Turned(HTTPStatus.REQUEST_TIMEOUT, Knock.TOO_SLOW) from None
    body = b"".join(parts)
    if message["type"] == "http.disconnect" or len(body) != length:
        raise _Turned(HTTPStatus.BAD_REQUEST, Knock.TOO_SLOW)
    return body


async def _answer(
    send: Send,
    status: HTTPStatus,
    *,
    body: bytes = b"",
    headers: Iterable[tuple[bytes, bytes]] = (),
    close: bool = False,
) -> None:
    start = [
        (b"content-type", b"text/plain"),
        (b"content-length", str(len(body)).encode()),
        *headers,
        *([(b"connection", b"close")] if close else []),
    ]
    await send({"type": "http.response.start", "status": status.value, "headers": start})
    await send({"type": "http.response.body", "body": body})
