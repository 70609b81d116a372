"""Sending a plan to a running installation, and watching a desk while it arrives."""

import asyncio
import contextlib
import json
import ssl
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from parlour.cli import load_storms
from parlour.cli.load_storms import Plan, Shot
from parlour.cli.load_wire import Answer, Wire

# As platforms do: refused deliveries come again a few times, then never more.
_ATTEMPTS = 5
_LONGEST_PAUSE = 5.0

# Path, body and headers of a shot, made anew for each attempt because signatures age.
Address = Callable[[Shot], tuple[str, bytes, Mapping[str, str]]]


class NoDesk(Exception):
    """Nobody can be shown what arrives."""


@dataclass(slots=True)
class Sending:
    """What the door said."""

    offered: int = 0
    accepted: int = 0
    answers: Counter[int] = field(default_factory=Counter)
    # When the door said yes to the first delivery of a comment, and what it took; seconds of a clock of their own.
    accepted_at: dict[int, float] = field(default_factory=dict)
    door_seconds: list[float] = field(default_factory=list)
    # A comment with a delivery that was never accepted: nobody promised anything.
    given_up: set[int] = field(default_factory=set)
    seconds: float = 0.0


@dataclass(slots=True)
class Desk:
    """When the desk of one person heard of each conversation first."""

    heard_at: dict[int, float] = field(default_factory=dict)
    listening: asyncio.Event = field(default_factory=asyncio.Event)


async def send(plan: Plan, wire: Wire, address: Address, *, seconds: float) -> Sending:
    """Each shot at its time, or as soon as a connection is free; stops offering after `seconds`."""
    sending = Sending()
    began = time.perf_counter()
    async with asyncio.TaskGroup() as tasks:
        for shot in plan.shots:
            ahead = began + shot.at - time.perf_counter()
            if shot.at > seconds or time.perf_counter() - began > seconds:
                break
            # A flood is offered without a rest for each drop.
            if ahead > 0.002 or sending.offered % 50 == 0:
                await asyncio.sleep(max(0.0, ahead))
            sending.offered += 1
            tasks.create_task(_deliver(shot, wire, address, sending))
    sending.seconds = time.perf_counter() - began
    return sending


async def _deliver(shot: Shot, wire: Wire, address: Address, sending: Sending) -> None:
    number = shot.change.number if shot.change else None
    for attempt in range(_ATTEMPTS):
        answer, took = await wire.post(lambda: address(shot))
        sending.answers[answer.status] += 1
        if answer.status in (HTTPStatus.OK, HTTPStatus.ACCEPTED):
            sending.accepted += 1
            sending.door_seconds.append(took)
            if number is not None:
                sending.accepted_at.setdefault(number, time.perf_counter())
            return
        await asyncio.sleep(_pause(answer, attempt))
    if number is not None:
        sending.given_up.add(number)


def _pause(answer: Answer, attempt: int) -> float:
    return min(_LONGEST_PAUSE, answer.retry_after or 0.1 * 2**attempt)


def address_of(connector: str, *, external_id: str, run: str, sign: Callable[[bytes, int], Mapping[str, str]],
               visitor: Callable[[int], str]) -> Address:  # fmt: skip
    """`sign(body, at)` for the sandbox, `visitor(number)` the token that writes to a website."""
    at = datetime.now(UTC).isoformat(timespec="seconds")

    def sandbox(shot: Shot) -> tuple[str, bytes, Mapping[str, str]]:
        body = load_storms.sandbox_body(shot, page=external_id, run=run, at=at)
        return f"/hooks/sandbox/{external_id}", body, sign(body, int(time.time()))

    def website(shot: Shot) -> tuple[str, bytes, Mapping[str, str]]:
        assert shot.change
        body = load_storms.website_body(shot.change, run=run)
        return f"/w/{external_id}/messages", body, {"authorization": f"Bearer {visitor(shot.change.number)}"}

    return sandbox if connector == "sandbox" else website


@contextlib.asynccontextmanager
async def watching(origin: str, cookie: str, *, silent: bool) -> AsyncIterator[Desk]:
    """A desk that is open in a browser: hears by the live stream which conversations changed. `silent`: none is open."""
    desk = Desk()
    if silent:
        yield desk
        return
    task = asyncio.create_task(_follow(origin, cookie, desk))
    try:
        listening = asyncio.create_task(desk.listening.wait())
        await asyncio.wait({task, listening}, timeout=20, return_when=asyncio.FIRST_COMPLETED)
        if not desk.listening.is_set():
            raise NoDesk("The desk does not open: are all PARLOUR_ settings those of the installation?")
        yield desk
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError, OSError):
            await task


async def _follow(origin: str, cookie: str, desk: Desk) -> None:
    parts = urlsplit(origin)
    tls = ssl.create_default_context() if parts.scheme == "https" else None
    reader, writer = await asyncio.open_connection(
        parts.hostname, parts.port or (443 if tls else 80), ssl=tls, limit=2**24
    )
    writer.write(f"GET /live HTTP/1.1\r\nhost: {parts.netloc}\r\ncookie: {cookie}\r\n\r\n".encode())
    try:
        if b" 200 " not in await reader.readline():
            return
        while line := await reader.readline():
            if line.startswith(b"data: "):
                now = time.perf_counter()
                desk.listening.set()
                for conversation in json.loads(line[6:]).get("conversations", ()):
                    desk.heard_at.setdefault(conversation, now)
    finally:
        writer.close()
