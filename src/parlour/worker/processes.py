"""One process group: a parent that only watches, and children that work. No child outlives the parent."""

import ctypes
import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import FrameType

logger = logging.getLogger(__name__)

# Longer than any page or send may take; then the rest is killed, and loses nothing by it.
_GRACE = 15.0
# Whoever ran this long did not fail at its start.
_STEADY = 60.0
_PR_SET_PDEATHSIG = 1
_PR_SET_NAME = 15


@dataclass
class Child:
    name: str
    run: Callable[[], None]
    pid: int = 0
    started: float = 0.0
    failures: int = 0
    due: float = 0.0


class Group:
    """Starts children by fork, starts a fallen one anew (slower each time), stops all on SIGTERM or SIGINT."""

    def __init__(self, children: list[Child]) -> None:
        self._children = children
        self._stopping = False
        self._parent = os.getpid()

    def run(self, *, ready: Callable[[], None]) -> int:
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self._stop)
        for child in self._children:
            self._start(child)
        ready()
        while not self._stopping:
            self._reap()
            for child in self._children:
                if not child.pid and child.due <= time.monotonic():
                    self._start(child)
            time.sleep(0.1)
        self._end()
        return 0

    def _stop(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self._stopping = True

    def _start(self, child: Child) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        child.pid, child.started = os.fork(), time.monotonic()
        if child.pid == 0:
            self._become(child)

    def _become(self, child: Child) -> None:
        """In the child: never returns."""
        status = 1
        try:
            die_with(self._parent)
            name_process(child.name)
            for name in (signal.SIGTERM, signal.SIGINT):
                signal.signal(name, signal.SIG_DFL)
            child.run()
            status = 0
        except BaseException:
            logger.exception("%s ended by an error.", child.name)
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)

    def _reap(self) -> None:
        for child in self._children:
            status = _status_of_ended(child.pid) if child.pid else None
            if status is None:
                continue
            # Killed by somebody, or by the kernel for memory: at once. Fallen by itself: slower each time.
            fell = not os.WIFSIGNALED(status) and time.monotonic() - child.started < _STEADY
            child.failures = child.failures + 1 if fell else 0
            child.pid, child.due = 0, time.monotonic() + min(30.0, 0.1 * 2**child.failures)
            logger.error("%s stopped unexpectedly; starting it anew.", child.name)

    def _end(self) -> None:
        self._tell(signal.SIGTERM)
        deadline = time.monotonic() + _GRACE
        while any(child.pid for child in self._children) and time.monotonic() < deadline:
            for child in self._children:
                if child.pid and _status_of_ended(child.pid) is not None:
                    child.pid = 0
            time.sleep(0.02)
        self._tell(signal.SIGKILL)

    def _tell(self, number: signal.Signals) -> None:
        for child in self._children:
            if child.pid:
                with suppress(ProcessLookupError):
                    os.kill(child.pid, number)


def die_with(parent: int) -> None:
    """Ask the kernel to end us when the parent is gone, however it went. Only Linux can; elsewhere Ctrl-C must do."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        os._exit(1)


def name_process(name: str) -> None:
    """What `ps -o comm` and `top` show: at most 15 letters of it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_NAME, name.encode(), 0, 0, 0)


def _status_of_ended(pid: int) -> int | None:
    """The wait status of a child that has ended; None while it runs."""
    try:
        ended, status = os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        return 0
    return status if ended == pid else None
