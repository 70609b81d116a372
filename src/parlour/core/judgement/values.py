"""What goes into a judgement and what comes out: plain frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

MAKER = "model"
UNKNOWN = "und"  # ISO 639-2: the language could not be told


class Kind(StrEnum):
    INSULT = "insult"
    COMPLAINT = "complaint"
    QUESTION = "question"
    PRAISE = "praise"
    SPAM = "spam"
    CHATTER = "chatter"


class Sentiment(StrEnum):
    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"


class Target(StrEnum):
    BRAND = "brand"
    EMPLOYEE = "employee"
    MEMBER = "member"
    GROUP = "group"
    NOBODY = "nobody"


class Severity(IntEnum):
    HARMLESS = 0
    MILD = 1
    SERIOUS = 2
    CRITICAL = 3


@dataclass(frozen=True, slots=True)
class Message:
    """One text as it was written, with what is known of its place in the conversation."""

    text: str
    language: str = ""  # ISO 639-1 when the platform told it; a hint, never a promise
    parent: str = ""  # the text it answers: words quoted from it are not the writer's own
    addressed: Target | None = None  # whom it answers, where the platform knows


@dataclass(frozen=True, slots=True)
class ClientWords:
    """A client's own words, per language ("" = every language): they count before ours."""

    curses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    harmless: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    products: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """A client's own offset on the shared model: calibrated logit = slope * logit + offset, per kind."""

    version: str
    offsets: Mapping[Kind, float]


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a whole batch: the client's words, how careful to be, the client's correction."""

    words: ClientWords = field(default_factory=ClientWords)
    one_complaint_in: int = 0  # at most one genuine complaint hidden in so many; 0 = the model's own point
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a sentence of `reasons.SENTENCES` (the desk can translate it), with the piece of text it stands on."""

    sentence: str
    quote: str = ""

    def __str__(self) -> str:
        return f"{self.sentence}: '{self.quote}'" if self.quote else self.sentence


@dataclass(frozen=True, slots=True)
class Judgement:
    kind: Kind  # the strongest; `kinds` holds every one that is more likely than not
    kinds: frozenset[Kind]
    scores: Mapping[Kind, float]  # calibrated probabilities; they need not add up to one
    hide: bool  # what the default agreement would do: hides insults, never on doubt
    complaint_like: bool  # the brake: could be a genuine complaint, so no machine hides it
    critical: bool  # safety, health, fraud, discrimination, legal, a helpless person: goes up
    unsure: bool  # a person should look
    severity: Severity
    sentiment: Sentiment
    language: str  # ISO 639-1, `hr` for Croatian, Serbian and Bosnian alike, or UNKNOWN
    target: Target
    reasons: tuple[Reason, ...]  # str(reason) is the whole sentence
    maker: str
    version: str
