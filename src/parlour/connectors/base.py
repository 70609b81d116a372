"""What a platform looks like from inside Parlour: the values that cross the border and the connector's protocol.

A connector knows the network and its platform's payloads, never a table. `verify` and `parse` are pure; `poll`,
`send`, `find`, `confirm`, `hide`, `unhide` and `delete` speak to the platform and raise the exceptions below, which say what is to be done.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from parlour.core.guards import Limit
from parlour.core.inbound import Inbound
from parlour.core.pace import Rate


@dataclass(frozen=True, slots=True)
class Account:
    """A channel as its connector sees it. `secrets` never leave memory."""

    external_id: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came through the door: header names in lower case, and the raw bytes that a signature covers."""

    # A header may be a bearer token, so neither half is ever shown.
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Outbound:
    """An answer to be sent. `key` is ours and stays the same over every attempt."""

    key: UUID
    thread_id: str
    parent_id: str
    private: bool
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sent:
    external_id: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What one look at the platform brought. `cursor` is given back at the next look."""

    deliveries: Sequence[Delivery]
    cursor: Mapping[str, Any]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What this platform can do, so that pages offer nothing it cannot."""

    limit: Limit = Limit(5000)
    # The platform tells us by webhook what is new: then what only a look finds was lost on its way.
    hooks: bool = False
    polls: bool = False
    poll_seconds: int = 60
    # The platform shows an answer under our own key or honours an idempotency key: a repeat cannot double.
    repeats_safely: bool = False
    # How long after an attempt the platform may still hide what it took: only then does `find` know that nothing came.
    settle_seconds: int = 0
    # How fast answers may leave on one account; None: as fast as we can.
    rate: Rate | None = None
    hides: bool = False
    deletes: bool = False


class Forged(Exception):
    """The signature does not match the raw bytes: the delivery is refused and never stored."""


class UnknownShape(Exception):
    """The payload is not of a form we know: the event goes to quarantine, with the raw bytes kept.

    One odd change must not lose its neighbours: `readable` holds the changes of the same delivery that were read. They
    are filed now; when the event is replayed they come again, and a repeat changes nothing.
    """

    def __init__(self, why: str, *, readable: Sequence[Inbound] = ()) -> None:
        super().__init__(why)
        self.readable = tuple(readable)


class Refused(Exception):
    """The platform said no, and will say no again: the reply failed, for the cause in the text."""


class NeedsReconnect(Exception):
    """The token is expired or revoked: the channel waits for a person, what is queued waits with it."""


class RetryLater(Exception):
    """Nothing happened on the platform; try again after so many seconds."""

    def __init__(self, cause: str, *, seconds: float | None = None) -> None:
        super().__init__(cause)
        self.seconds = seconds


class OutcomeUnknown(Exception):
    """The request went out and no certain answer came back: look before any repeat."""


class Connector(Protocol):
    name: str
    capabilities: Capabilities

    def verify(self, account: Account, delivery: Delivery, *, now: datetime) -> Delivery:
        """The delivery as it may be stored (no bearer tokens in it), or Forged; `now` bounds the replay window."""

    def parse(self, account: Account, delivery: Delivery) -> Sequence[Inbound]:
        """The changes in a delivery, in the platform's order; UnknownShape when any of it cannot be read."""

    def poll(self, account: Account, cursor: Mapping[str, Any]) -> Page:
        """What is new since `cursor`, with overlap; deliveries come in the form `parse` reads."""

    def send(self, account: Account, outbound: Outbound) -> Sent:
        """Publish once. Raises Refused, NeedsReconnect, RetryLater or OutcomeUnknown."""

    def find(self, account: Account, outbound: Outbound) -> Sent | None:
        """Look whether an earlier attempt of this answer is there after all, even if it was deleted since.

        None means that it surely is not, once `capabilities.settle_seconds` have gone by since that attempt.
        """

    def confirm(self, account: Account, sent: Sent) -> bool:
        """Read back: is the published answer really there?"""

    # To hide twice is to hide once: whatever of these three is uncertain ends in RetryLater and is simply asked for again.

    def hide(self, account: Account, external_id: str) -> None:
        """Only its author and we see it from now on. Refused when it is not there any more."""

    def unhide(self, account: Account, external_id: str) -> None:
        """Everybody sees it again. Refused when it is not there any more."""

    def delete(self, account: Account, external_id: str) -> None:
        """It is gone for good; what was gone before is as it should be."""
