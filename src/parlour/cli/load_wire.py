"""HTTP/1.1 as lean as it goes: a load generator must cost less than what it measures.

Plain POSTs over connections that stay open, one request at a time on each. For nothing but `parlour load` and the
bench: everything else speaks HTTP by a library.
"""

import asyncio
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

_SECONDS = 30.0

Message = tuple[str, bytes, Mapping[str, str]]  # path, body, headers


@dataclass(frozen=True, slots=True)
class Answer:
    """`status` 0: no answer came, so nobody knows whether it was taken."""

    status: int
    body: bytes = b""
    retry_after: float = 0.0


class _Connection(asyncio.Protocol):
    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._waiter: asyncio.Future[Answer] | None = None
        self._received = b""

    @property
    def is_open(self) -> bool:
        return self._transport is not None and not self._transport.is_closing()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def ask(self, request: bytes) -> "asyncio.Future[Answer]":
        assert self._transport
        self._received = b""
        self._waiter = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return self._waiter

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, end, body = self._received.partition(b"\r\n\r\n")
        if not end:
            return
        lowered = head.lower()
        if len(body) >= int(_value(lowered, b"content-length") or 0):
            if _value(lowered, b"connection") == b"close":
                self.close()
            self._settle(
                Answer(int(head[9:12]), body, retry_after=float(_value(lowered, b"retry-after") or 0))
            )

    def connection_lost(self, exc: Exception | None) -> None:
        del exc
        self._settle(Answer(0))

    def close(self) -> None:
        if self._transport:
            self._transport.close()

    def _settle(self, answer: Answer) -> None:
        if self._waiter and not self._waiter.done():
            self._waiter.set_result(answer)


def _value(head: bytes, name: bytes) -> bytes:
    _, found, rest = head.partition(b"\r\n" + name + b":")
    return rest.partition(b"\r\n")[0].strip() if found else b""


class Wire:
    """At most `connections` at once to one origin; who asks for more waits for a free one."""

    def __init__(self, origin: str, *, connections: int) -> None:
        parts = urlsplit(origin)
        self._tls = ssl.create_default_context() if parts.scheme == "https" else None
        self._host = parts.hostname or ""
        self._port = parts.port or (443 if self._tls else 80)
        self._host_line = parts.netloc.encode()
        self._free: asyncio.LifoQueue[_Connection | None] = asyncio.LifoQueue()
        for _ in range(connections):
            self._free.put_nowait(None)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while not self._free.empty():
            connection = self._free.get_nowait()
            if connection:
                connection.close()
        await asyncio.sleep(0)

    async def post(self, make: Callable[[], Message]) -> tuple[Answer, float]:
        """The message is made when a connection is free; also what the answer took, in seconds."""
        connection = await self._free.get()
        try:
            if connection is None or not connection.is_open:
                connection = await self._connect()
            request = self._request(*make())
            began = time.perf_counter()
            async with asyncio.timeout(_SECONDS):
                return await connection.ask(request), time.perf_counter() - began
        except (OSError, TimeoutError):
            if connection:
                connection.close()
            return Answer(0), 0.0
        finally:
            self._free.put_nowait(connection)

    async def _connect(self) -> _Connection:
        _, connection = await asyncio.get_running_loop().create_connection(
            _Connection, self._host, self._port, ssl=self._tls
        )
        return connection

    def _request(self, path: str, body: bytes, headers: Mapping[str, str]) -> bytes:
        lines = [f"POST {path} HTTP/1.1".encode(), b"host: " + self._host_line]
        lines += [f"{name}: {value}".encode("latin-1") for name, value in headers.items()]
        lines += [f"content-length: {len(body)}".encode(), b"", body]
        return b"\r\n".join(lines)
