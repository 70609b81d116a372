"""What goes into the guards and what comes out: a draft, its context, findings."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Name(StrEnum):
    """The guards by name: what a finding, the log and `parlour check` call them."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    PLACEHOLDER = "placeholder"
    FROZEN = "frozen"
    WINDOW_CLOSED = "window_closed"
    COPIED = "copied"
    TONE = "tone"
    WRONG_CLIENT = "wrong_client"
    PRIVATE_DATA = "private_data"
    AGENCY_LEAK = "agency_leak"


class Unit(StrEnum):
    """How a platform counts the length of a text."""

    CHARACTERS = "characters"
    UTF16 = "utf16"
    GRAPHEMES = "graphemes"
    BYTES = "bytes"


@dataclass(frozen=True)
class Limit:
    """The most a channel takes in one message, in the unit its platform counts."""

    length: int
    unit: Unit = Unit.CHARACTERS


@dataclass(frozen=True)
class Draft:
    """The text in work. `language` is an ISO 639 code; empty means: guess."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class RepliedTo:
    """The member's message; `kind` as judged ("complaint", "question", ...), empty when nobody judged it."""

    text: str
    kind: str = ""
    author: str = ""


@dataclass(frozen=True)
class Earlier:
    """What this brand told somebody before."""

    text: str
    at: str = ""
    to: str = ""


@dataclass(frozen=True, kw_only=True)
class Context:
    """Everything a guard may know. What is left out is not checked."""

    public: bool = True
    limit: Limit | None = None
    now: datetime | None = None
    zone: str = "UTC"

    client: str = ""
    own_contacts: tuple[str, ...] = ()
    """Addresses, phones and accounts that the brand itself publishes."""
    other_clients: tuple[str, ...] = ()
    """Names and #hashtags of the agency's other clients."""

    replying_to: RepliedTo | None = None
    member_data: tuple[str, ...] = ()
    """What we know of the member and the public must not: phone, order number, street..."""

    history: tuple[Earlier, ...] = ()
    exempt: tuple[str, ...] = ()
    """Pieces anyone may repeat word for word: approved facts, legal texts."""
    copy_limit: float = 0.5
    """From this likeness on (0 to 1) a copied answer is stopped in public."""

    staff_terms: tuple[str, ...] = ()
    """Names of the agency and its people, their domains, addresses and phones."""

    frozen: str = ""
    """Why nothing goes out at present; empty when it may."""
    window_closes_at: datetime | None = None
    """Until when the platform takes an answer."""


@dataclass(frozen=True)
class Finding:
    """A guard's remark on `draft.text[start:end]`: why, and what helps. `blocks`: it stays until settled."""

    guard: Name
    message: str
    remedy: str
    span: tuple[int, int] = (0, 0)
    blocks: bool = True
