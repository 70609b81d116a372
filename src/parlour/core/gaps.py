"""What webhooks lost: messages that a look at the platform found and that no webhook brought in fair time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

# A webhook may be slower than our look. One that comes within this time lost nothing.
GRACE = timedelta(minutes=10)
# Beyond so many at once the webhooks are plainly broken; each further one counts as lost without a wait.
_MOST = 500


@dataclass(frozen=True, slots=True)
class Settled:
    """Who still waits for its webhook, since when; and how many were lost by now."""

    pending: Mapping[str, datetime]
    lost: int


def settle(
    pending: Mapping[str, datetime], *, found: Iterable[str], brought: Iterable[str], now: datetime
) -> Settled:
    """`found`: ids that a look found first; `brought`: ids that webhooks brought."""
    waiting = {**pending, **{identity: now for identity in found if identity not in pending}}
    for identity in brought:
        waiting.pop(identity, None)
    still = {identity: since for identity, since in waiting.items() if now - since < GRACE}
    kept = dict(list(still.items())[:_MOST])
    return Settled(pending=kept, lost=len(waiting) - len(kept))
