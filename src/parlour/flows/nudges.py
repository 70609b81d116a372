"""Waking workers on other machines through NATS JetStream. The rows stay the truth: whatever is lost here, a sweep finds.

A nudge says where there is work, nothing else: `parlour.<part>.<client>.<channel>`, with an id by which a repeat is dropped.
A worker acknowledges after a whole round of work, so that a dead one's nudges are given to another.
"""

import asyncio
import contextlib
import logging
import os
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from nats.aio.client import Client
from nats.errors import Error
from nats.errors import TimeoutError as NothingCame
from nats.js import JetStreamContext
from nats.js.api import ConsumerConfig, RetentionPolicy, StreamConfig
from nats.js.errors import BadRequestError

from parlour.apps.clients.models import Channel

logger = logging.getLogger(__name__)

STREAM = "PARLOUR"
# Longer than a round may take: then a nudge is taken for lost with its worker.
ACK_WAIT = 30.0
_BATCH = 256
_WAITING = 10_000  # nudges this process keeps while the server is away; more are left to the sweep
_AGAIN = 2


@dataclass(frozen=True, slots=True)
class _Nudge:
    subject: str
    id: str


def tell(part: str, *, channel: Channel, about: str) -> None:
    """There is work of this part, and it is committed. Never waited for."""
    if settings.QUEUE:
        _teller(os.getpid()).put(
            _Nudge(f"parlour.{part}.{channel.client_id}.{channel.pk}", f"{part} {about}")
        )


@contextlib.contextmanager
def listening(rings: Mapping[str, Callable[[], object]]) -> Iterator[None]:
    """While this lasts, each part's ring is called when there is work of it; it returns when a round is done."""
    if not settings.QUEUE:
        yield
        return
    thread = _Thread(lambda: _listen(rings), name="listen")
    try:
        yield
    finally:
        thread.end()


def end() -> None:
    """Stop telling; what was not told yet is left to the sweep."""
    _teller(os.getpid()).end()
    _teller.cache_clear()


class _Thread:
    """A thread with a loop of its own in which one thing runs until it is ended."""

    def __init__(self, main: Callable[[], Coroutine[Any, Any, None]], *, name: str) -> None:
        self.loop = asyncio.new_event_loop()
        self._task = self.loop.create_task(main())
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def end(self) -> None:
        self.loop.call_soon_threadsafe(self._task.cancel)
        self._thread.join(_AGAIN)

    def _run(self) -> None:
        with contextlib.suppress(asyncio.CancelledError):
            self.loop.run_until_complete(self._task)
        self.loop.close()


class _Teller:
    """One thread of this process that publishes; whoever tells it something goes on at once."""

    def __init__(self) -> None:
        self._waiting: asyncio.Queue[_Nudge] = asyncio.Queue(_WAITING)
        self._thread = _Thread(self._publish, name="nudge")
        self.end = self._thread.end

    def put(self, nudge: _Nudge) -> None:
        self._thread.loop.call_soon_threadsafe(self._put, nudge)

    def _put(self, nudge: _Nudge) -> None:
        with contextlib.suppress(asyncio.QueueFull):
            self._waiting.put_nowait(nudge)

    async def _publish(self) -> None:
        async with _connected() as stream:
            while True:
                nudge = await self._waiting.get()
                with contextlib.suppress(Error):  # lost: the sweep finds the row
                    await stream.publish(nudge.subject, headers={"Nats-Msg-Id": nudge.id}, timeout=_AGAIN)


@lru_cache(maxsize=1)
def _teller(pid: int) -> _Teller:
    """This process's own: a forked child must not use its parent's."""
    del pid
    return _Teller()


async def _listen(rings: Mapping[str, Callable[[], object]]) -> None:
    async with _connected() as stream:
        await asyncio.gather(*(_hear(stream, part, ring) for part, ring in rings.items()))


async def _hear(stream: JetStreamContext, part: str, ring: Callable[[], object]) -> None:
    while True:
        try:
            consumer = await stream.pull_subscribe(
                f"parlour.{part}.>",
                durable=f"parlour-{part}",
                config=ConsumerConfig(ack_wait=ACK_WAIT, max_ack_pending=100 * _BATCH),
            )
            while True:
                await _one_round(consumer, ring)
        except (Error, OSError):
            logger.warning("NATS does not answer; workers look for work themselves meanwhile.")
            await asyncio.sleep(_AGAIN)


async def _one_round(consumer: JetStreamContext.PullSubscription, ring: Callable[[], object]) -> None:
    try:
        nudges = await consumer.fetch(_BATCH, timeout=1)
    except NothingCame:
        return
    await asyncio.to_thread(ring)
    for nudge in nudges:
        await nudge.ack()


@contextlib.asynccontextmanager
async def _connected() -> AsyncIterator[JetStreamContext]:
    """The stream, once the server is there; later on the client waits for one that went away."""
    client = Client()
    try:
        yield await _stream(client)
    finally:
        await client.close()


async def _stream(client: Client) -> JetStreamContext:
    while True:
        try:
            if not client.is_connected:
                await client.connect(
                    settings.QUEUE, max_reconnect_attempts=-1, reconnect_time_wait=_AGAIN, error_cb=_quiet
                )
            stream = client.jetstream()
            with contextlib.suppress(BadRequestError):  # there, with settings of the operator's
                await stream.add_stream(_config())
        except (Error, OSError):
            logger.warning("NATS cannot be reached; workers look for work themselves meanwhile.")
            await asyncio.sleep(_AGAIN)
        else:
            return stream


def _config() -> StreamConfig:
    return StreamConfig(
        name=STREAM,
        subjects=["parlour.>"],
        retention=RetentionPolicy.WORK_QUEUE,
        max_age=3600.0,
        duplicate_window=120.0,
        max_msgs=1_000_000,
    )


async def _quiet(error: Exception) -> None:
    logger.debug("NATS: %s", error)
