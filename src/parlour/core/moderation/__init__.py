"""What may be hidden or deleted: signed clauses, the decision under them, the life of an act, and how sure we are of it."""

from parlour.core.moderation.clauses import (
    Action,
    BadClause,
    Clause,
    Decider,
    Hours,
    Subject,
    clause_of,
    clauses_of,
    content_of,
)
from parlour.core.moderation.deciding import Decision, Facts, Maker, Why, braked, concerns, decide

__all__ = [
    "Action",
    "BadClause",
    "Clause",
    "Decider",
    "Decision",
    "Facts",
    "Hours",
    "Maker",
    "Subject",
    "Why",
    "braked",
    "clause_of",
    "clauses_of",
    "concerns",
    "content_of",
    "decide",
]
