"""One worker: takes up whatever rows are due, rests when there is nothing, stops after the work in hand."""

import logging
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.conf import settings
from django.db import OperationalError, close_old_connections, connections

from parlour.core import judgement
from parlour.flows import moderate, nudges, poll, receive, reply
from parlour.worker.bell import Bell
from parlour.worker.crew import Crew
from parlour.worker.runner import Runner
from parlour.worker.tasks import TASKS

logger = logging.getLogger(__name__)

# SQLite's lock wait is a sleeping back-off, not a queue: a rest between batches lets the pages write too.
_REST = 0.01
_IDLE = 0.1
# Where a queue wakes us, looking is only the sweep that heals lost nudges.
_SWEEP = 2.0
_TROUBLE = 2.0
_BY_THE_CLOCK = 1.0

Work = Callable[[datetime], int]


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of work: a round of it, and how long to rest when a round found nothing and nobody wakes it."""

    name: str
    work: Work
    idle: float
    bell: Bell = field(default_factory=Bell)


def run(*, senders: int = 12, pollers: int = 4) -> None:
    """Work until SIGTERM or SIGINT; a second signal changes nothing, a kill -9 loses nothing."""
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    judgement.judge([judgement.Message(text="warm")])  # load the model before the first message waits for it
    to_send, to_poll = Bell(), Bell()
    sending = Crew(reply.claim, reply.settle, hands=senders, name="send", bell=to_send)
    polling = Crew(poll.claim, poll.settle, hands=pollers, name="poll", bell=to_poll)
    # A slow platform must hold back neither what comes in nor what is due elsewhere: each kind of work has its thread.
    receiving = Part("receive", _receive, _SWEEP if settings.QUEUE else _IDLE)
    parts = [
        receiving,
        Part("send", sending.work, _IDLE, to_send),  # an answer's time to be taken back ends without a nudge
        Part("poll", polling.work, _IDLE, to_poll),
        Part("moderate", _moderate, _IDLE),
        Part("listen", _listen, _BY_THE_CLOCK),
        Part("jobs", Runner(TASKS).work, _BY_THE_CLOCK),
    ]
    with nudges.listening({"receive": lambda: receiving.bell.ring_and_wait(nudges.ACK_WAIT)}):
        threads = [threading.Thread(target=_repeat, args=(part, stop), name=part.name) for part in parts]
        for thread in threads:
            thread.start()
        stop.wait()
        for part in parts:
            part.bell.ring()
        for thread in threads:
            thread.join()
    sending.end()
    polling.end()


def _receive(now: datetime) -> int:
    return receive.work(now=now)


def _listen(now: datetime) -> int:
    return poll.listen(now=now)


def _moderate(now: datetime) -> int:
    return moderate.work(now=now)


def _repeat(part: Part, stop: threading.Event) -> None:
    while not stop.is_set():
        part.bell.begin()
        rest = _once(part)
        part.bell.end()
        part.bell.sleep(rest)
    connections.close_all()


def _once(part: Part) -> float:
    """Seconds to rest before the next round."""
    close_old_connections()
    try:
        return _REST if part.work(datetime.now(UTC)) else part.idle
    except OperationalError:
        logger.exception("The database does not answer; trying again in %s s.", _TROUBLE)
        connections.close_all()
        return _TROUBLE
    except Exception:
        logger.exception("A round of work failed; trying again in %s s.", _TROUBLE)
        return _TROUBLE
