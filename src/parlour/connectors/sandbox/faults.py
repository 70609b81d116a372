"""How the sandbox misbehaves: each fault by name, how often it strikes, and dice that a seed repeats."""

import random
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum


class Fault(StrEnum):
    # Of webhooks
    DROP = "drop"
    REPEAT = "repeat"
    REORDER = "reorder"
    DELAY = "delay"
    ODD = "odd"
    # Of answers to requests
    ERROR = "error"
    ERROR_AFTER = "error_after"
    CUT = "cut"
    CUT_AFTER = "cut_after"
    SLOW_AFTER = "slow_after"
    LIMIT = "limit"
    REVOKE = "revoke"
    # Of what is listed
    LATE = "late"


LONGEST_DELAY = timedelta(seconds=5)
LONGEST_LATE = timedelta(seconds=5)
SLOW = timedelta(seconds=20)
LIMITED_FOR = timedelta(seconds=7)


class UnknownFault(ValueError):
    """There is no such fault, or its probability is not between 0 and 1."""


def read(words: str) -> dict[Fault, float]:
    """`drop=0.1,cut_after=0.05` as probabilities; `all=0.05` stands for every fault but revoke."""
    faults: dict[Fault, float] = {}
    for word in filter(None, words.split(",")):
        name, _, chance = word.strip().partition("=")
        # A revoked token stays revoked until somebody connects anew, so it is only ever asked for by name.
        names = [fault for fault in Fault if fault is not Fault.REVOKE] if name == "all" else [name]
        faults |= checked(dict.fromkeys(names, chance))
    return faults


def checked(faults: Mapping[str, object]) -> dict[Fault, float]:
    try:
        chances = {Fault(name): float(str(chance)) for name, chance in faults.items()}
    except ValueError as error:
        raise UnknownFault(f"{error}; faults are {', '.join(Fault)}, each with a probability") from None
    if outside := [name for name, chance in chances.items() if not 0 <= chance <= 1]:
        raise UnknownFault(f"the probability of {', '.join(outside)} is not between 0 and 1")
    return chances


class Dice:
    """Whether a fault strikes. Each has dice of its own: switching one on does not change when another strikes."""

    def __init__(self, *, seed: int, faults: Mapping[Fault, float] | None = None) -> None:
        self.faults = dict(faults or {})
        self.struck: Counter[Fault] = Counter()
        self._sure: Counter[Fault] = Counter()
        self._dice = {fault: random.Random(f"{seed} {fault}") for fault in Fault}

    def strike_next(self, fault: Fault, *, times: int = 1) -> None:
        """The next `times` occasions for this fault are taken, whatever its probability."""
        self._sure[fault] += times

    def strikes(self, fault: Fault) -> bool:
        rolled = self._dice[fault].random() < self.faults.get(fault, 0.0)
        if self._sure[fault]:
            self._sure[fault] -= 1
            rolled = True
        self.struck[fault] += rolled
        return rolled

    def time_up_to(self, fault: Fault, longest: timedelta) -> timedelta:
        return longest * self._dice[fault].random()

    def choose(self, fault: Fault, options: int) -> int:
        return self._dice[fault].randrange(options)

    def shuffle(self, fault: Fault, things: list[object]) -> None:
        self._dice[fault].shuffle(things)
