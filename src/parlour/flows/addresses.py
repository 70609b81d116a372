"""Which channel is behind an address outside, remembered for a few seconds: a flood at the door asks next to nothing.

Names that nobody has are looked up a few times a second at most, so that guessing them is no way to keep the database
busy. Channels that are known are never held up by that.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from parlour.apps.clients import queries as clients
from parlour.apps.clients.models import Channel

# Chosen imprecision: a channel's new settings reach the door so many seconds late.
REMEMBERED = 3.0
_GUESSES_PER_SECOND = 20

Name = tuple[str, str]  # connector, external id


class TooManyGuesses(Exception):
    """Too many names that nobody has: this one may be real, so come again."""


class NotRemembered(Exception):
    """Only the database knows."""


@dataclass(frozen=True, slots=True)
class _Found:
    channel: Channel | None
    until: float


class Addresses:
    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._known: dict[Name, _Found] = {}
        self._guessed: dict[Name, _Found] = {}
        self._second, self._guesses = 0, 0

    def remembered(self, *, connector: str, external_id: str) -> Channel | None:
        """Without a query: the channel, None when there surely is none, or NotRemembered."""
        name = connector, external_id
        found = self._known.get(name) or self._guessed.get(name)
        if found is None or found.until <= self._clock():
            raise NotRemembered
        return found.channel

    def channel(self, *, connector: str, external_id: str) -> Channel | None:
        """At most one query, and one at a time: those who came for the same channel find it remembered."""
        with self._lock:
            try:
                return self.remembered(connector=connector, external_id=external_id)
            except NotRemembered:
                return self._look_up((connector, external_id))

    def forget(self) -> None:
        """Start afresh: for tests."""
        with self._lock:
            self._known.clear()
            self._guessed.clear()
            self._second, self._guesses = 0, 0

    def _look_up(self, name: Name) -> Channel | None:
        if name not in self._known:
            self._count_guess()
        channel = clients.channel_by_account(connector=name[0], external_id=name[1])
        found = _Found(channel, self._clock() + REMEMBERED)
        if channel:
            self._known[name] = found
        else:
            self._known.pop(name, None)
            self._guessed[name] = found
        return channel

    def _count_guess(self) -> None:
        second = int(self._clock())
        if second != self._second:
            self._second, self._guesses = second, 0
            self._guessed = {name: found for name, found in self._guessed.items() if found.until > second}
        if self._guesses >= _GUESSES_PER_SECOND:
            raise TooManyGuesses
        self._guesses += 1


addresses = Addresses()
