"""What this process counts by itself, for `/metrics` and nowhere else. No label ever names a client or a person."""

from enum import StrEnum

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector

REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)


class Knock(StrEnum):
    """What became of a delivery at the door."""

    ACCEPTED = "accepted"
    FORGED = "forged"
    UNKNOWN = "unknown"
    TOO_LARGE = "too_large"
    NO_LENGTH = "no_length"
    TOO_SLOW = "too_slow"
    BUSY = "busy"


_knocks = Counter(
    "parlour_door_deliveries",
    "Deliveries by platforms and visitors, by what became of them.",
    ["outcome"],
    registry=REGISTRY,
)
# The children by name, so that the door does not look them up on every knock.
_BY_KNOCK = {knock: _knocks.labels(knock.value) for knock in Knock}
DOOR_SECONDS = Histogram(
    "parlour_door_seconds",
    "From the first byte to the yes, for deliveries that were accepted.",
    buckets=(0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0),
    registry=REGISTRY,
)


def knocked(knock: Knock) -> None:
    _BY_KNOCK[knock].inc()


def accepted(*, seconds: float) -> None:
    _BY_KNOCK[Knock.ACCEPTED].inc()
    DOOR_SECONDS.observe(seconds)
