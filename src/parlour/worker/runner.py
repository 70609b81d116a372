"""Named tasks: claimed in batches, kept alive while they run, tried again with patience, given up with their cause.

At least once: a task may run twice when its worker died, so it must not mind. `Runner.work` is one round.
"""

import logging
import random
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import OperationalError, connections

from parlour.apps.jobs import actions as jobs
from parlour.apps.jobs import queries
from parlour.apps.jobs.models import Job
from parlour.core import backoff

logger = logging.getLogger(__name__)

BATCH = 16
_BEAT = jobs.LEASE.total_seconds() / 3


class UnknownTask(Exception):
    """No task of this name: perhaps it was asked for by a newer version of Parlour."""


@dataclass(frozen=True, slots=True)
class Task:
    """What to do, given the payload and the time; how often to try; how often it recurs, if it does."""

    name: str
    do: Callable[[Mapping[str, Any], datetime], None]
    attempts: int = 8
    every: timedelta | None = None


class Runner:
    def __init__(self, tasks: tuple[Task, ...], *, dice: Callable[[], float] = random.random) -> None:
        self._tasks = {task.name: task for task in tasks}
        self._recurring = {task.name: task.every for task in tasks if task.every}
        self._dice = dice

    def work(self, now: datetime, *, limit: int = BATCH) -> int:
        """Ask for what recurs, claim a batch, do it; returns how many jobs were taken."""
        self.plan(now)
        claimed = jobs.claim(now=now, limit=limit)
        if claimed:
            with _kept_alive(claimed) as left:
                for job in claimed:
                    self._do(job, now)
                    left.discard(job)
        return len(claimed)

    def plan(self, now: datetime) -> None:
        for name in queries.due_crons(list(self._recurring), now=now):
            jobs.recur(name, next_at=_next(now, self._recurring[name]), now=now)

    def _do(self, job: Job, now: datetime) -> None:
        try:
            self._task(job).do(job.payload, now)
            jobs.done(job)
        except jobs.LeaseLost as lost:
            logger.warning("%s", lost)
        except OperationalError:
            raise  # the database is away: nothing can be written down, and the lease runs out by itself
        except Exception as error:
            logger.exception("%s failed at attempt %d.", job, job.attempts)
            self._failed(job, error, now)

    def _task(self, job: Job) -> Task:
        try:
            return self._tasks[job.task]
        except KeyError:
            raise UnknownTask(f"There is no task {job.task!r}.") from None

    def _failed(self, job: Job, error: Exception, now: datetime) -> None:
        task = self._tasks.get(job.task)
        why = f"{type(error).__name__}: {error}"
        try:
            if task is None or job.attempts >= task.attempts:
                jobs.give_up(job, why=why, now=now)
                return
            wait = timedelta(seconds=backoff.seconds(attempt=job.attempts, jitter=self._dice()))
            jobs.again(job, at=now + wait, why=why)
        except jobs.LeaseLost as lost:
            logger.warning("%s", lost)


def _next(now: datetime, every: timedelta) -> datetime:
    """On the grid of `every` since the epoch, so that workers with unlike clocks agree and a late one does not drift."""
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    return epoch + ((now - epoch) // every + 1) * every


@contextmanager
def _kept_alive(claimed: list[Job]) -> Iterator[set[Job]]:
    """A thread renews the leases of what is still in the set; when it cannot, they run out and others take over."""
    left, stop = set(claimed), threading.Event()

    def beat() -> None:
        while not stop.wait(_BEAT):
            try:
                jobs.keep(list(left), now=datetime.now(UTC))
            except OperationalError:
                logger.warning("The leases of %d jobs could not be renewed.", len(left))
        connections.close_all()

    heart = threading.Thread(target=beat, name="heart", daemon=True)
    heart.start()
    try:
        yield left
    finally:
        stop.set()
        heart.join()
