"""Decayed counts of one stream in windows from two and a half minutes to five hours, each half as long as the last."""

import math
from array import array

NUMBER = 8
LONGEST = 320 / 60
TAUS: tuple[float, ...] = tuple(LONGEST / 2**i for i in range(NUMBER))  # hours, longest first


class Windows:
    """Counts that fade with time constant TAUS[i]: `all` of the messages, and the `negative` ones among them.

    Halving the window squares the fading, so one exponential serves all. For the same reason window i+1 of `all` is
    the sum of squared weights of window i; `all` has one window more than `negative` to have it for the last too.
    """

    __slots__ = ("all", "at", "negative")

    def __init__(self, at: float) -> None:
        self.at = at
        self.all = array("d", [0.0]) * (NUMBER + 1)
        self.negative = array("d", [0.0]) * NUMBER

    def add(self, at: float, *, negative: bool) -> None:
        """Count a message at `at` (hours); one older than the last counts as much as is left of it."""
        age = self.at - at
        if age >= 0:
            self._add_late(age, negative=negative)
            return
        self.at = at
        # Written out, because this runs for every message there is.
        f0 = math.exp(age / LONGEST)
        f1 = f0 * f0
        f2 = f1 * f1
        f3 = f2 * f2
        f4 = f3 * f3
        f5 = f4 * f4
        f6 = f5 * f5
        f7 = f6 * f6
        a0, a1, a2, a3, a4, a5, a6, a7, a8 = self.all
        self.all = array("d", (
            a0 * f0 + 1, a1 * f1 + 1, a2 * f2 + 1, a3 * f3 + 1, a4 * f4 + 1, a5 * f5 + 1, a6 * f6 + 1, a7 * f7 + 1,
            a8 * f7 * f7 + 1,
        ))  # fmt: skip
        n0, n1, n2, n3, n4, n5, n6, n7 = self.negative
        self.negative = array("d", (
            n0 * f0 + negative, n1 * f1 + negative, n2 * f2 + negative, n3 * f3 + negative, n4 * f4 + negative,
            n5 * f5 + negative, n6 * f6 + negative, n7 * f7 + negative,
        ))  # fmt: skip

    def _add_late(self, age: float, *, negative: bool) -> None:
        for i in range(NUMBER + 1):
            worth = math.exp(-age * 2**i / LONGEST)
            self.all[i] += worth
            if negative and i < NUMBER:
                self.negative[i] += worth

    def faded(self, at: float) -> "Windows":
        """The same counts as they stand at `at`, when nothing came since."""
        later = Windows(at)
        passed = max(at - self.at, 0.0)
        for i in range(NUMBER + 1):
            fade = math.exp(-passed * 2**i / LONGEST)
            later.all[i] = self.all[i] * fade
            if i < NUMBER:
                later.negative[i] = self.negative[i] * fade
        return later
