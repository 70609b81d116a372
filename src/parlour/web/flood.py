"""Flood control at the doors: token buckets by visitor and by address.

Kept in each web process's memory: with several processes a flood gets as many times the allowance, which is chosen
imprecision: it costs no query, and the limits leave room for it.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

_REMEMBERED = 10_000


@dataclass
class _Bucket:
    level: float
    at: float


class Limiter:
    """`burst` at once, then `per_minute` evenly."""

    def __init__(self, *, burst: int, per_minute: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._burst = burst
        self._rate = per_minute / 60
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._lock = threading.Lock()

    def allow(self, key: str) -> bool:
        return self.wait(key) == 0

    def wait(self, key: str) -> float:
        """Take one, and 0; or the seconds until one is there."""
        with self._lock:
            now = self._clock()
            bucket = self._buckets.pop(key, None) or _Bucket(self._burst, now)
            self._buckets[key] = bucket
            while len(self._buckets) > _REMEMBERED:
                self._buckets.popitem(last=False)
            bucket.level = min(self._burst, bucket.level + (now - bucket.at) * self._rate)
            bucket.at = now
            if bucket.level < 1:
                return (1 - bucket.level) / self._rate
            bucket.level -= 1
            return 0

    def forget(self) -> None:
        """Start afresh: for tests."""
        with self._lock:
            self._buckets.clear()


SIGN_IN = Limiter(burst=10, per_minute=10)
VISITOR = Limiter(burst=6, per_minute=settings.ENV.visitor_per_minute)
# An address may be a whole school behind one router.
ADDRESS = Limiter(burst=40, per_minute=settings.ENV.address_per_minute)
# Readers need a token too, and it costs nothing to give: this only stops a machine that collects them.
NEW_VISITOR = Limiter(burst=200, per_minute=120)


def address_of(request: HttpRequest) -> str:
    """The peer's address, or what the trusted proxies say; never what a stranger's header says."""
    peer: str = request.META.get("REMOTE_ADDR", "")
    hops = settings.ENV.trusted_proxies
    forwarded = [
        part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()
    ]
    return forwarded[-hops] if hops and len(forwarded) >= hops else peer
