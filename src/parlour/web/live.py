"""Live pages: server-sent events that say *that* something changed, never what.

One reader per web process follows the log; each open page gets the news of its clients (the desk) or its topics (the
widget). A page that hears news, or that was away, asks for its fragment again through the same door as everybody,
so a stream can neither leak nor be out of date.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from django.db import Error as DatabaseError
from django.db import close_old_connections

from parlour.apps.accounts import queries as accounts
from parlour.apps.accounts.models import LogEntry
from parlour.web import live_access

_TICK = 0.1
_BATCH = 1000
_HEARTBEAT = 20.0
# On PostgreSQL a lower number can be committed after a higher one: how long we go on looking for it.
_GAP_SECONDS = 5.0

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


@dataclass(eq=False)
class Listener:
    """One open page: what it may hear of, and what it has not been told yet."""

    access: live_access.Access
    news: set[int] = field(default_factory=set)
    newest: int = 0
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    def hear(self, entries: Iterable[LogEntry]) -> None:
        for entry in entries:
            if self.access.concerns(entry):
                self.news.add(entry.conversation_id or 0)
                self.newest = max(self.newest, entry.pk)
                self.wake.set()


class Hub:
    """Follows the log and tells the listeners of this process."""

    def __init__(self) -> None:
        self._listeners: set[Listener] = set()
        self._last = 0
        self._gaps: dict[int, float] = {}
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="live")

    @property
    def count(self) -> int:
        """Open pages."""
        return len(self._listeners)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self._follow())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    @asynccontextmanager
    async def listening(self, access: live_access.Access) -> AsyncIterator[Listener]:
        listener = Listener(access)
        self._listeners.add(listener)
        try:
            yield listener
        finally:
            self._listeners.discard(listener)

    async def ask(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """Run a query in one of the hub's own threads, whose connections stay open."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, function, *arguments)

    async def _follow(self) -> None:
        self._last = await self.ask(accounts.newest_entry_id)
        while True:
            await asyncio.sleep(_TICK)
            if not self._listeners and not self._gaps:
                self._last = max(self._last, await self._try(accounts.newest_entry_id, 0))
                await asyncio.sleep(_TICK)
                continue
            entries = await self._try(self._read, [])
            for listener in self._listeners:
                listener.hear(entries)

    async def _try(self, query: Callable[[], Any], fallback: Any) -> Any:
        """A database that restarts must not end the follower."""
        try:
            return await self.ask(query)
        except DatabaseError:
            await self.ask(close_old_connections)
            await asyncio.sleep(1)
            return fallback

    def _read(self) -> list[LogEntry]:
        now = time.monotonic()
        entries = list(accounts.entries_after(self._last, limit=_BATCH))
        self._gaps = {gap: until for gap, until in self._gaps.items() if until > now}
        late = list(accounts.entries_by_id(self._gaps)) if self._gaps else []
        for entry in late:
            del self._gaps[entry.pk]
        if entries:
            present = {entry.pk for entry in entries}
            for missing in range(self._last + 1, entries[-1].pk):
                if missing not in present and len(self._gaps) < _BATCH:
                    self._gaps[missing] = now + _GAP_SECONDS
            self._last = entries[-1].pk
        return late + entries


hub = Hub()


def serves(path: str) -> bool:
    return path == "/live" or (path.startswith("/w/") and path.endswith("/live"))


async def stream(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer one EventSource until it goes away."""
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    request = live_access.Request(
        path=scope["path"], query=parse_qs(scope["query_string"].decode("latin-1")), headers=headers
    )
    access = await hub.ask(live_access.of, request)
    if access is None:
        await _refuse(send)
        return
    await send({"type": "http.response.start", "status": 200, "headers": _headers(access)})
    async with hub.listening(access) as listener:
        # Whoever comes back has missed something: let it ask for everything it shows.
        await _write(send, "resync" if "last-event-id" in headers else "hello", {}, 0)
        gone = asyncio.create_task(_disconnected(receive))
        try:
            await _tell(listener, request, send, gone)
        finally:
            gone.cancel()


async def _tell(
    listener: Listener, request: live_access.Request, send: Send, gone: "asyncio.Task[None]"
) -> None:
    checked = time.monotonic()
    while not gone.done():
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(_either(listener.wake, gone), _HEARTBEAT)
        if gone.done():
            return
        if time.monotonic() - checked >= _HEARTBEAT:
            access = await hub.ask(live_access.of, request)
            if access is None:  # signed out, or no longer a member of any client
                return
            listener.access, checked = access, time.monotonic()
        if not listener.news:
            await send({"type": "http.response.body", "body": b": still here\n\n", "more_body": True})
            continue
        conversations, listener.news = sorted(listener.news), set()
        listener.wake.clear()
        data = {"conversations": conversations} if listener.access.tells_which else {}
        await _write(send, "changed", data, listener.newest)
        await asyncio.sleep(_TICK)


async def _either(wake: asyncio.Event, gone: "asyncio.Task[None]") -> None:
    waiting = asyncio.create_task(wake.wait())
    try:
        await asyncio.wait({waiting, gone}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        waiting.cancel()


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _write(send: Send, event: str, data: dict[str, Any], entry_id: int) -> None:
    body = f"id: {entry_id}\nevent: {event}\ndata: {json.dumps(data)}\n\n".encode()
    await send({"type": "http.response.body", "body": body, "more_body": True})


async def _refuse(send: Send) -> None:
    await send({"type": "http.response.start", "status": 404, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"Not found"})


def _headers(access: live_access.Access) -> list[tuple[bytes, bytes]]:
    headers = [
        (b"content-type", b"text/event-stream"),
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),
    ]
    if access.origin:
        headers += [(b"access-control-allow-origin", access.origin.encode("latin-1")), (b"vary", b"Origin")]
    return headers
