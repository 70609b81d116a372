"""Group commit: what comes within a few milliseconds is written to the disk together, by one thread a process.

A full sync costs the disk the same for one row as for two hundred. Whoever brings an event waits for its own group only.
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from queue import Empty, SimpleQueue

from django.db import InterfaceError, OperationalError

from parlour.apps.inbox.models import Event

logger = logging.getLogger(__name__)

# Long enough to fill a group in a flood, too short to be felt by who waits for the answer.
LINGER = 0.005
MOST = 200
# Two seconds of what one web process takes in: whoever comes later is better told to come again.
ROOM = 3000

Write = Callable[[Sequence[Event]], None]


class Busy(Exception):
    """The store does not keep up, or does not answer: nothing may be taken in now, and the platform is told so."""


class Committer:
    """Takes events from any thread; `write` stores a group in one transaction or raises, and then none of it is stored."""

    def __init__(self, write: Write, *, linger: float = LINGER, most: int = MOST, room: int = ROOM) -> None:
        self._write, self._linger, self._most, self._room = write, linger, most, room
        self._queue: SimpleQueue[tuple[Event, Future[Event]] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="committer", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Returns when everything that was taken is written."""
        self._queue.put(None)
        self._thread.join()

    @property
    def waiting(self) -> int:
        return self._queue.qsize()

    def submit(self, event: Event) -> "Future[Event]":
        """The event with its id, once it is on the disk. A cancelled future is not written if there is still time."""
        if self._queue.qsize() >= self._room:
            raise Busy(f"{self._room} events wait to be written.")
        future: Future[Event] = Future()
        self._queue.put((event, future))
        return future

    def _run(self) -> None:
        open_for_more = True
        while open_for_more:
            group, open_for_more = self._gather()
            if group:
                self._commit(group)

    def _gather(self) -> tuple[list[tuple[Event, "Future[Event]"]], bool]:
        """The next group, and whether there may be another."""
        first = self._queue.get()
        if first is None:
            return [], False
        # Also when enough wait already: on SQLite there is one writer, and workers need a gap to get in.
        time.sleep(self._linger)
        group = [first]
        while len(group) < self._most:
            try:
                item = self._queue.get_nowait()
            except Empty:
                break
            if item is None:
                return group, False
            group.append(item)
        return group, True

    def _commit(self, group: Sequence[tuple[Event, "Future[Event]"]]) -> None:
        wanted = [(event, future) for event, future in group if future.set_running_or_notify_cancel()]
        if not wanted:
            return
        try:
            self._write([event for event, _ in wanted])
        except (OperationalError, InterfaceError) as gone:
            logger.exception("The store does not answer; %d events were refused.", len(wanted))
            for _, future in wanted:
                future.set_exception(Busy(str(gone)))
        except Exception:
            logger.exception("A group of %d events could not be stored; trying them one by one.", len(wanted))
            self._one_by_one(wanted)
        else:
            for event, future in wanted:
                future.set_result(event)

    def _one_by_one(self, group: Sequence[tuple[Event, "Future[Event]"]]) -> None:
        """One bad row must not fail its neighbours."""
        for event, future in group:
            event.pk = None  # the group may have come as far as a number that was rolled back
            try:
                self._write([event])
            except Exception as error:  # noqa: BLE001 - whoever waits for it is told
                future.set_exception(error)
            else:
                future.set_result(event)
