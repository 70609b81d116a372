"""How one queue stands: what a supervisor must see to know whether work goes on."""

from dataclasses import dataclass
from datetime import datetime

# Counting further would cost more than anybody learns from it.
COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class QueueState:
    waiting: int
    oldest_at: datetime | None
    in_hand: int
    retrying: int
    given_up: int
