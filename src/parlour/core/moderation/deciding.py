"""May this be hidden or deleted, by whom, and under which clause? A genuine complaint is never hidden by a machine."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from parlour.core.judgement import Judgement, Kind
from parlour.core.moderation.clauses import Action, Clause, Decider, Subject

# A machine needs to be this sure of spam; of an insult the model's own operating point decides (`may_hide`).
SURE_OF_SPAM = 0.9
FLOOD_FROM = 4  # as many texts alike, within the window, are no coincidence


class Maker(StrEnum):
    MACHINE = "machine"
    PERSON = "person"


class Why(StrEnum):
    """Why not, in words for a community manager; the desk translates them."""

    NOT_JUDGED = "Nobody has judged this message yet, so nothing is hidden."
    ALREADY = "It is hidden already."
    RESTORED = "A person has shown this again, so no machine hides it."
    OURS = "This is our own answer."
    PRIVATE = "This is private: nobody else sees it."
    PLATFORM = "This platform does not let us do that."
    NO_AGREEMENT = "The client has signed no moderation agreement that is in force."
    NO_CLAUSE = "No signed clause covers this message."
    TOO_MILD = "The clause covers only what is more severe."
    OTHER_HOURS = "The clause does not hold at this hour."
    FOR_PEOPLE = "The clause leaves the decision to people."
    COMPLAINT = "This may be a genuine complaint: answer it."
    CRITICAL = (
        "This may be critical (safety, health, fraud, discrimination, law, a helpless person): it goes up."
    )
    UNSURE = "What this means is not certain: a person must look."
    NOT_SURE_ENOUGH = "The machine is not sure enough."
    NEVER_DELETED = "What may be a complaint, may be critical or is doubtful is never deleted."
    SECOND_NEEDED = "A second person must say yes."


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a message when it is decided. `corrected` is what a person said of it, beside the machine."""

    kinds: frozenset[Kind]
    severity: int
    may_hide: bool
    complaint_like: bool
    critical: bool
    unsure: bool
    spam: float = 0.0
    copies: int = 1  # how many texts like this there were in the window, this one included
    premoderated: bool = False
    corrected: Kind | None = None
    ours: bool = False
    private: bool = False
    restored: bool = False  # a person has shown it again


@dataclass(frozen=True, slots=True)
class Decision:
    """`acts`: it may be done, at once or (`needs_second`) once a second person has said yes. Never without a clause."""

    acts: bool
    clause: Clause | None = None
    needs_second: bool = False
    reasons: tuple[Why, ...] = field(default=())


def decide(
    *,
    clauses: Sequence[Clause] | None,
    facts: Facts | None,
    action: Action,
    maker: Maker,
    local: datetime,
) -> Decision:
    """`clauses` are those in force, None without an agreement; `local` is now, in the client's own time.

    The clause that asks least of us is taken: one for the machine before one for a person, that before two persons.
    """
    if facts is None:
        return _no(Why.NOT_JUDGED)
    if clauses is None:
        return _no(Why.NO_AGREEMENT)
    doubts = braked(facts)
    if forbidden := _forbidden(facts, doubts, action, maker):
        return _no(*forbidden)
    refusals = {
        clause: against(clause, facts, action, maker, local)
        for clause in sorted(clauses, key=lambda clause: (list(Decider).index(clause.decider), clause.number))
    }
    clause = next((clause for clause, why in refusals.items() if why is None), None)
    if clause is None:
        return _no(*doubts, _nearest(why for why in refusals.values() if why))
    needs_second = bool(doubts) or clause.decider is Decider.TWO_PERSONS
    return Decision(
        acts=True,
        clause=clause,
        needs_second=needs_second,
        reasons=(*doubts, Why.SECOND_NEEDED) if needs_second else (),
    )


def _forbidden(facts: Facts, doubts: tuple[Why, ...], action: Action, maker: Maker) -> tuple[Why, ...]:
    """What no clause can permit."""
    if facts.ours:
        return (Why.OURS,)
    if facts.private:
        return (Why.PRIVATE,)
    if maker is Maker.MACHINE:
        return (*doubts, Why.RESTORED) if facts.restored else doubts
    return (*doubts, Why.NEVER_DELETED) if doubts and action is Action.DELETE else ()


def concerns(judgement: Judgement, *, copies: int) -> bool:
    """Whether there may be a clause under which the machine acts: everything else need not be looked at again."""
    if judgement.complaint_like or judgement.critical or judgement.unsure:
        return False
    return judgement.hide or judgement.scores[Kind.SPAM] >= SURE_OF_SPAM or copies >= FLOOD_FROM


def braked(facts: Facts) -> tuple[Why, ...]:
    """What speaks for keeping a message. A person's correction can add a complaint, and never take one away."""
    doubts = {
        Why.COMPLAINT: facts.complaint_like or facts.corrected is Kind.COMPLAINT,
        Why.CRITICAL: facts.critical,
        Why.UNSURE: facts.unsure,
    }
    return tuple(why for why, holds in doubts.items() if holds)


def against(clause: Clause, facts: Facts, action: Action, maker: Maker, local: datetime) -> Why | None:
    """Why this clause does not permit it; None when it does."""
    if clause.action is not action or not _covers(clause.subject, facts):
        return Why.NO_CLAUSE
    if facts.severity < clause.severity:
        return Why.TOO_MILD
    if not clause.hours.hold(local):
        return Why.OTHER_HOURS
    if maker is Maker.PERSON:
        return None
    if clause.decider is not Decider.MACHINE:
        return Why.FOR_PEOPLE
    return None if _sure(clause.subject, facts) else Why.NOT_SURE_ENOUGH


def _covers(subject: Subject, facts: Facts) -> bool:
    """What a person said of the message counts before what the machine thought."""
    kinds = frozenset({facts.corrected}) if facts.corrected else facts.kinds
    match subject:
        case Subject.INSULT:
            return Kind.INSULT in kinds
        case Subject.SPAM:
            return Kind.SPAM in kinds
        case Subject.FLOOD:
            return facts.copies >= FLOOD_FROM
        case Subject.PREMODERATED:
            return facts.premoderated


def _sure(subject: Subject, facts: Facts) -> bool:
    match subject:
        case Subject.INSULT:
            return facts.may_hide
        case Subject.SPAM:
            return facts.spam >= SURE_OF_SPAM
        case Subject.FLOOD | Subject.PREMODERATED:
            return True


def _nearest(refusals: Iterable[Why]) -> Why:
    """Of several refusals the one that came closest to a yes."""
    order = (Why.NOT_SURE_ENOUGH, Why.FOR_PEOPLE, Why.OTHER_HOURS, Why.TOO_MILD)
    found = set(refusals)
    return next((why for why in order if why in found), Why.NO_CLAUSE)


def _no(*reasons: Why) -> Decision:
    return Decision(acts=False, reasons=reasons)
