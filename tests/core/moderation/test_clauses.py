"""Clauses are read as they were written, and nothing that cannot be signed is read."""

from datetime import time
from typing import Any

import pytest

from parlour.core.moderation import (
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

GOOD: dict[str, Any] = {
    "number": 1,
    "subject": "insult",
    "action": "hide",
    "decider": "machine",
    "text": "Insults are hidden.",
}


def test_what_is_written_is_read_back() -> None:
    clauses = (
        Clause(
            3,
            Subject.SPAM,
            Action.DELETE,
            Decider.TWO_PERSONS,
            "Spam goes.",
            2,
            Hours(frozenset({0, 6}), time(18), time(8)),
        ),
    )
    assert clauses_of(content_of(clauses)) == clauses


@pytest.mark.parametrize(
    "change",
    [
        {"number": 0},
        {"number": "one"},
        {"subject": "complaint"},
        {"subject": "question"},
        {"action": "unhide"},
        {"action": "ban"},
        {"decider": "nobody"},
        {"text": "  "},
        {"text": "x" * 2001},
        {"severity": 4},
        {"severity": -1},
        {"hours": {"days": []}},
        {"hours": {"days": [7]}},
        {"hours": {"begin": "25:00"}},
        {"subject": "premoderated", "action": "delete"},
    ],
)
def test_what_cannot_be_signed_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(BadClause):
        clause_of(GOOD | change)


def test_two_clauses_of_one_number_are_refused() -> None:
    with pytest.raises(BadClause, match="same number"):
        clauses_of([GOOD, GOOD])


@pytest.mark.parametrize("missing", list(GOOD))
def test_nothing_may_be_missing(missing: str) -> None:
    with pytest.raises(BadClause):
        clause_of({name: value for name, value in GOOD.items() if name != missing})
