"""One worker: takes up whatever rows are due, rests when there is nothing, stops after the work in hand."""

import logging
import signal
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from django.db import OperationalError, close_old_connections, connections

from parlour.core import judgement
from parlour.flows import agree, correct, moderate, poll, receive, reply

logger = logging.getLogger(__name__)

# SQLite's lock wait is a sleeping back-off, not a queue: a rest between batches lets the pages write too.
_REST = 0.01
_IDLE = 0.1
_TROUBLE = 2.0
_NOW_AND_THEN = timedelta(minutes=10)
_next = {"tidy": datetime.min.replace(tzinfo=UTC)}

Work = Callable[[datetime], int]


def run() -> None:
    """Work until SIGTERM or SIGINT; a second signal changes nothing, a kill -9 loses nothing."""
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    judgement.judge([judgement.Message(text="warm")])  # load the model before the first message waits for it
    # A slow platform must hold back neither what comes in nor what is due elsewhere: each kind of work has its thread.
    beside = [
        threading.Thread(target=_repeat, args=(work, stop), name=work.__name__)
        for work in (_send, _moderate, _poll, _tidy)
    ]
    for thread in beside:
        thread.start()
    _repeat(_receive, stop)
    for thread in beside:
        thread.join()


def _receive(now: datetime) -> int:
    return receive.work(now=now)


def _send(now: datetime) -> int:
    return reply.work(now=now)


def _moderate(now: datetime) -> int:
    return moderate.work(now=now)


def _poll(now: datetime) -> int:
    return poll.work(now=now)


def _tidy(now: datetime) -> int:
    """What is due once a night, looked for now and then; all of it is harmless when several workers do it."""
    if now < _next["tidy"]:
        return 0
    _next["tidy"] = now + _NOW_AND_THEN
    return agree.lapse(now=now) + correct.learn_due(now=now)


def _repeat(work: Work, stop: threading.Event) -> None:
    while not stop.is_set():
        stop.wait(_once(work))
    connections.close_all()


def _once(work: Work) -> float:
    """Seconds to rest before the next round."""
    close_old_connections()
    try:
        return _REST if work(datetime.now(UTC)) else _IDLE
    except OperationalError:
        logger.exception("The database does not answer; trying again in %s s.", _TROUBLE)
        connections.close_all()
        return _TROUBLE
    except Exception:
        logger.exception("A round of work failed; trying again in %s s.", _TROUBLE)
        return _TROUBLE
