"""Hands for work that waits for others: several in flight, and no more taken up than can be begun at once."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Generic, Protocol, TypeVar

from django.db import close_old_connections

from parlour.worker.bell import Bell

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)


class Claim(Protocol[T_co]):
    def __call__(self, *, now: datetime, limit: int) -> Sequence[T_co]: ...


class Settle(Protocol[T_contra]):
    def __call__(self, one: T_contra, /, *, now: datetime) -> None: ...


class Crew(Generic[T]):
    """`claim` takes up work, `settle` does it and raises nothing; `bell` rings when a hand is free."""

    def __init__(
        self,
        claim: Claim[T],
        settle: Settle[T],
        *,
        hands: int,
        name: str,
        bell: Bell,
    ) -> None:
        self._claim, self._settle, self._bell = claim, settle, bell
        self._pool = ThreadPoolExecutor(hands, thread_name_prefix=name)
        self._lock = threading.Lock()
        self._free = hands

    def work(self, now: datetime) -> int:
        """One round; returns how much was taken up."""
        claimed = self._claim(now=now, limit=self._free) if self._free else ()
        with self._lock:
            self._free -= len(claimed)
        for one in claimed:
            self._pool.submit(self._do, one)
        return len(claimed)

    def end(self) -> None:
        """Wait for the work in hand."""
        self._pool.shutdown()

    def _do(self, one: T) -> None:
        close_old_connections()
        try:
            self._settle(one, now=datetime.now(UTC))
        finally:
            with self._lock:
                self._free += 1
            self._bell.ring()
