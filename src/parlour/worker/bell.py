"""A bell by which others wake a part of the worker, and can wait until it has done a whole round since."""

import threading


class Bell:
    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._rung = False
        self._begun = self._ended = 0

    def ring(self) -> None:
        with self._changed:
            self._rung = True
            self._changed.notify_all()

    def ring_and_wait(self, seconds: float) -> bool:
        """Whether a round that began after the ring has ended in that time."""
        with self._changed:
            wanted = self._begun + 1
            self._rung = True
            self._changed.notify_all()
            return self._changed.wait_for(lambda: self._ended >= wanted, seconds)

    def sleep(self, seconds: float) -> None:
        """Until somebody rings, at most so long."""
        with self._changed:
            self._changed.wait_for(lambda: self._rung, seconds)
            self._rung = False

    def begin(self) -> None:
        with self._changed:
            self._begun += 1

    def end(self) -> None:
        with self._changed:
            self._ended = self._begun
            self._changed.notify_all()
