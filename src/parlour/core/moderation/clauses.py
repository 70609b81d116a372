"""One line of a signed moderation agreement, as a value and as JSON."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Any

_LONGEST_TEXT = 2000
_WORST = 3


class Action(StrEnum):
    HIDE = "hide"
    UNHIDE = "unhide"
    DELETE = "delete"


class Subject(StrEnum):
    """What a clause covers. Complaints, questions and praise are not among them, on purpose."""

    INSULT = "insult"
    SPAM = "spam"
    FLOOD = "flood"  # nearly the same text again and again, across threads
    PREMODERATED = "premoderated"  # whatever a member writes for whom a person has decided it


class Decider(StrEnum):
    MACHINE = "machine"
    PERSON = "person"
    TWO_PERSONS = "two_persons"


class BadClause(ValueError):
    """This cannot be a clause; the text says why."""


@dataclass(frozen=True, slots=True)
class Hours:
    """From when to when, in the client's own time, and on which days (0 is Monday). Past midnight when it ends early.

    The part after midnight belongs to the day on which it began.
    """

    days: frozenset[int] = frozenset(range(7))
    begin: time = time(0)
    end: time = time(0)

    def hold(self, local: datetime) -> bool:
        clock, day = local.time(), local.weekday()
        if self.begin < self.end:
            return day in self.days and self.begin <= clock < self.end
        if clock >= self.begin:
            return day in self.days
        return clock < self.end and (day - 1) % 7 in self.days


@dataclass(frozen=True, slots=True)
class Clause:
    number: int
    subject: Subject
    action: Action  # hide or delete; unhiding needs no clause
    decider: Decider
    text: str  # what the client read and signed
    severity: int = 0  # the least, 0 to 3
    hours: Hours = Hours()


def clauses_of(content: Iterable[Mapping[str, Any]]) -> tuple[Clause, ...]:
    """The clauses of an agreement, or BadClause; no two have the same number."""
    found = tuple(clause_of(one) for one in content)
    if len({clause.number for clause in found}) != len(found):
        raise BadClause("Two clauses have the same number.")
    return found


def clause_of(fields: Mapping[str, Any]) -> Clause:
    try:
        clause = Clause(
            number=int(fields["number"]),
            subject=Subject(fields["subject"]),
            action=Action(fields["action"]),
            decider=Decider(fields["decider"]),
            text=str(fields["text"]).strip(),
            severity=int(fields.get("severity", 0)),
            hours=_hours_of(fields.get("hours") or {}),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise BadClause(f"A clause cannot be read: {error}.") from None
    return _checked(clause)


def _hours_of(fields: Mapping[str, Any]) -> Hours:
    days = frozenset(int(day) for day in fields.get("days", range(7)))
    if not days or not days <= frozenset(range(7)):
        raise BadClause("Days are numbered from 0, Monday, to 6, Sunday, and there must be one.")
    return Hours(
        days=days,
        begin=time.fromisoformat(fields.get("begin", "00:00")),
        end=time.fromisoformat(fields.get("end", "00:00")),
    )


def _checked(clause: Clause) -> Clause:
    if clause.number < 1:
        raise BadClause("Clauses are numbered from 1.")
    if clause.action is Action.UNHIDE:
        raise BadClause("Unhiding needs no clause.")
    if not clause.text:
        raise BadClause("A clause needs the words that the client signs.")
    if len(clause.text) > _LONGEST_TEXT:
        raise BadClause(f"A clause is at most {_LONGEST_TEXT} characters long.")
    if not 0 <= clause.severity <= _WORST:
        raise BadClause("Severity is from 0 to 3.")
    if clause.subject is Subject.PREMODERATED and clause.action is Action.DELETE:
        raise BadClause("What waits to be read is hidden, never deleted.")
    return clause


def content_of(clauses: Iterable[Clause]) -> list[dict[str, Any]]:
    """As stored with the agreement; `clauses_of` reads it back."""
    return [
        {
            "number": clause.number,
            "subject": clause.subject.value,
            "action": clause.action.value,
            "decider": clause.decider.value,
            "text": clause.text,
            "severity": clause.severity,
            "hours": {
                "days": sorted(clause.hours.days),
                "begin": clause.hours.begin.isoformat("minutes"),
                "end": clause.hours.end.isoformat("minutes"),
            },
        }
        for clause in clauses
    ]
