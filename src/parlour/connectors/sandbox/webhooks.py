"""The platform's webhooks on their way: dropped, repeated, reordered, delayed, and tried again when refused."""

import heapq
import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from parlour.connectors.sandbox.faults import LONGEST_DELAY, Dice, Fault
from parlour.connectors.sandbox.items import Wire

BUNDLE = 20
ATTEMPTS = 6
_FIRST_RETRY = timedelta(seconds=1)

# Changes of a kind nobody has heard of, or with pieces missing. Each stands in a delivery beside good ones.
_ODD: tuple[object, ...] = (
    {
        "verb": "boosted",
        "at": "2026-11-22T10:00:00+00:00",
        "item": {"id": "c-0", "type": "comment", "text": "?"},
    },
    {
        "verb": "add",
        "at": "2026-11-22T10:00:00+00:00",
        "item": {"id": "s-1", "type": "sticker", "pack": [1, 2]},
    },
    {"verb": "add", "at": "yesterday", "item": {"id": "c-0", "type": "comment", "text": "?"}},
    {"verb": "add", "item": None},
    {"poll_closed": {"votes": {"yes": 3}}},
    "ping",
    None,
)


@dataclass(frozen=True, slots=True)
class Packet:
    """One delivery to one page's webhook; `attempt` counts from 1."""

    number: int
    page: str
    body: bytes = field(repr=False)
    attempt: int = 1


class Webhooks:
    def __init__(self, dice: Dice) -> None:
        self.counts: Counter[str] = Counter()
        self._dice = dice
        self._numbers = count(1)
        self._changes: list[tuple[datetime, int, str, Wire]] = []
        self._retries: list[tuple[datetime, int, Packet]] = []

    def tell(self, page: str, change: Wire, *, now: datetime) -> None:
        if self._dice.strikes(Fault.DROP):
            self.counts["dropped"] += 1
            return
        self._wait(page, change, until=now + self._delay(Fault.DELAY))
        if self._dice.strikes(Fault.REPEAT):
            self._wait(page, change, until=now + self._dice.time_up_to(Fault.REPEAT, LONGEST_DELAY))

    def next_at(self) -> datetime | None:
        """When there will be something to send."""
        return min((queue[0][0] for queue in (self._changes, self._retries) if queue), default=None)

    def take(self, *, now: datetime) -> list[Packet]:
        """What is due, bundled by page; each must be told as `delivered` or `refused`."""
        packets = []
        while self._retries and self._retries[0][0] <= now:
            packets.append(heapq.heappop(self._retries)[2])
        due: dict[str, list[object]] = {}
        while self._changes and self._changes[0][0] <= now:
            _, _, page, change = heapq.heappop(self._changes)
            due.setdefault(page, []).append(change)
        for page, changes in due.items():
            packets += self._bundles(page, changes, now)
        return packets

    def delivered(self, packet: Packet) -> None:
        del packet
        self.counts["delivered"] += 1

    def refused(self, packet: Packet, *, now: datetime) -> None:
        """Tried again with growing distance, then given up: only a poll finds the changes."""
        self.counts["refused"] += 1
        if packet.attempt >= ATTEMPTS:
            self.counts["given up"] += 1
            return
        due = now + _FIRST_RETRY * 2 ** (packet.attempt - 1)
        again = Packet(packet.number, packet.page, packet.body, packet.attempt + 1)
        heapq.heappush(self._retries, (due, packet.number, again))

    @property
    def waiting(self) -> int:
        return len(self._changes) + len(self._retries)

    def _delay(self, fault: Fault) -> timedelta:
        return self._dice.time_up_to(fault, LONGEST_DELAY) if self._dice.strikes(fault) else timedelta()

    def _wait(self, page: str, change: Wire, *, until: datetime) -> None:
        heapq.heappush(self._changes, (until, next(self._numbers), page, change))

    def _bundles(self, page: str, changes: list[object], now: datetime) -> list[Packet]:
        if len(changes) > 1 and self._dice.strikes(Fault.REORDER):
            self._dice.shuffle(Fault.REORDER, changes)
        return [self._packet(page, changes[at : at + BUNDLE], now) for at in range(0, len(changes), BUNDLE)]

    def _packet(self, page: str, changes: list[object], now: datetime) -> Packet:
        number = next(self._numbers)
        if self._dice.strikes(Fault.ODD):
            odd = _ODD[self._dice.choose(Fault.ODD, len(_ODD))]
            changes.insert(self._dice.choose(Fault.ODD, len(changes) + 1), odd)
        payload = {"delivery": f"d-{number}", "page": page, "sent_at": now.isoformat(), "changes": changes}
        return Packet(number=number, page=page, body=json.dumps(payload).encode())
