"""How long the community may wait: the two public clocks of a query."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Policy:
    """Minutes until a query is acknowledged and answered, by severity 0 to 3, in elapsed time."""

    acknowledge: tuple[int, int, int, int] = (120, 60, 30, 15)
    answer: tuple[int, int, int, int] = (480, 240, 120, 60)


@dataclass(frozen=True, slots=True)
class Deadlines:
    acknowledge: datetime
    answer: datetime


def deadlines(*, asked_at: datetime, severity: int, policy: Policy) -> Deadlines:
    return Deadlines(
        acknowledge=asked_at + timedelta(minutes=policy.acknowledge[severity]),
        answer=asked_at + timedelta(minutes=policy.answer[severity]),
    )
