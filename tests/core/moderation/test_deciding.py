"""Who may hide what under which clause, by example."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from parlour.core.judgement import Kind
from parlour.core.moderation import Action, Clause, Decider, Facts, Hours, Maker, Subject, Why, decide

FRIDAY = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
INSULT = Facts(
    kinds=frozenset({Kind.INSULT}),
    severity=2,
    may_hide=True,
    complaint_like=False,
    critical=False,
    unsure=False,
)
SPAM = replace(INSULT, kinds=frozenset({Kind.SPAM}), may_hide=False, spam=0.97)
HIDES = Clause(1, Subject.INSULT, Action.HIDE, Decider.MACHINE, "Insults are hidden.", severity=1)
BY_PEOPLE = replace(HIDES, decider=Decider.PERSON)
BY_TWO = replace(HIDES, decider=Decider.TWO_PERSONS)
DELETES_SPAM = Clause(2, Subject.SPAM, Action.DELETE, Decider.MACHINE, "Spam is deleted.")

M, P = Maker.MACHINE, Maker.PERSON
H, D = Action.HIDE, Action.DELETE


@pytest.mark.parametrize(
    ("clauses", "facts", "action", "maker", "why"),
    [
        (None, INSULT, H, M, Why.NO_AGREEMENT),
        (None, INSULT, H, P, Why.NO_AGREEMENT),
        ([], INSULT, H, P, Why.NO_CLAUSE),
        ([HIDES], None, H, M, Why.NOT_JUDGED),
        ([HIDES], None, H, P, Why.NOT_JUDGED),
        ([HIDES], replace(INSULT, ours=True), H, P, Why.OURS),
        ([HIDES], INSULT, D, P, Why.NO_CLAUSE),
        ([HIDES], SPAM, H, P, Why.NO_CLAUSE),
        ([HIDES], replace(INSULT, severity=0), H, P, Why.TOO_MILD),
        ([HIDES], replace(INSULT, may_hide=False), H, M, Why.NOT_SURE_ENOUGH),
        ([BY_PEOPLE], INSULT, H, M, Why.FOR_PEOPLE),
        ([BY_TWO], INSULT, H, M, Why.FOR_PEOPLE),
        ([HIDES], replace(INSULT, complaint_like=True), H, M, Why.COMPLAINT),
        ([HIDES], replace(INSULT, critical=True), H, M, Why.CRITICAL),
        ([HIDES], replace(INSULT, unsure=True), H, M, Why.UNSURE),
        ([HIDES], replace(INSULT, corrected=Kind.COMPLAINT), H, M, Why.COMPLAINT),
        ([HIDES], replace(INSULT, corrected=Kind.PRAISE), H, M, Why.NO_CLAUSE),
        ([DELETES_SPAM], replace(SPAM, complaint_like=True), D, P, Why.NEVER_DELETED),
        ([DELETES_SPAM], replace(SPAM, unsure=True), D, P, Why.NEVER_DELETED),
        ([DELETES_SPAM], replace(SPAM, critical=True), D, P, Why.NEVER_DELETED),
        ([DELETES_SPAM], replace(SPAM, spam=0.6), D, M, Why.NOT_SURE_ENOUGH),
        ([replace(HIDES, hours=Hours(begin=time(18), end=time(8)))], INSULT, H, M, Why.OTHER_HOURS),
        ([replace(HIDES, hours=Hours(days=frozenset({5, 6})))], INSULT, H, P, Why.OTHER_HOURS),
    ],
)
def test_nothing_is_done_and_the_reason_is_said(
    clauses: list[Clause] | None, facts: Facts | None, action: Action, maker: Maker, why: Why
) -> None:
    decision = decide(clauses=clauses, facts=facts, action=action, maker=maker, local=FRIDAY)
    assert (decision.acts, decision.clause) == (False, None)
    assert why in decision.reasons


@pytest.mark.parametrize(
    ("clauses", "facts", "action", "maker", "number"),
    [
        ([HIDES], INSULT, H, M, 1),
        ([BY_PEOPLE], INSULT, H, P, 1),
        ([HIDES], replace(INSULT, may_hide=False), H, P, 1),
        ([DELETES_SPAM], SPAM, D, M, 2),
        ([replace(BY_PEOPLE, number=7), HIDES], INSULT, H, M, 1),
        ([replace(BY_TWO, number=1), replace(BY_PEOPLE, number=3)], INSULT, H, P, 3),
        ([BY_PEOPLE], replace(SPAM, corrected=Kind.INSULT), H, P, 1),
        ([replace(HIDES, subject=Subject.FLOOD)], replace(SPAM, copies=4), H, M, 1),
        ([replace(HIDES, subject=Subject.PREMODERATED)], replace(INSULT, premoderated=True), H, M, 1),
    ],
)
def test_it_is_done_under_the_clause_that_asks_least(
    clauses: list[Clause], facts: Facts, action: Action, maker: Maker, number: int
) -> None:
    decision = decide(clauses=clauses, facts=facts, action=action, maker=maker, local=FRIDAY)
    assert decision.acts
    assert not decision.needs_second
    assert decision.clause is not None
    assert decision.clause.number == number


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (replace(INSULT, complaint_like=True), Why.COMPLAINT),
        (replace(INSULT, critical=True), Why.CRITICAL),
        (replace(INSULT, unsure=True), Why.UNSURE),
    ],
)
def test_a_person_needs_a_second_for_what_is_doubtful(facts: Facts, why: Why) -> None:
    decision = decide(clauses=[HIDES], facts=facts, action=H, maker=P, local=FRIDAY)
    assert (decision.acts, decision.needs_second) == (True, True)
    assert decision.reasons == (why, Why.SECOND_NEEDED)


def test_a_correction_to_insult_does_not_loosen_the_brake() -> None:
    facts = replace(SPAM, complaint_like=True, corrected=Kind.INSULT)
    assert decide(clauses=[HIDES], facts=facts, action=H, maker=P, local=FRIDAY).needs_second


def test_a_clause_for_two_asks_for_two() -> None:
    decision = decide(clauses=[BY_TWO], facts=INSULT, action=H, maker=P, local=FRIDAY)
    assert (decision.acts, decision.needs_second) == (True, True)


@pytest.mark.parametrize(
    ("day", "clock", "holds"),
    [
        (20, time(17, 59), False),
        (20, time(18), True),
        (20, time(23, 59), True),
        (21, time(0), True),  # the night that began on Friday
        (21, time(7, 59), True),
        (21, time(8), False),
        (21, time(18), False),  # Saturday's own evening
        (20, time(3), False),  # the night that began on Thursday
    ],
)
def test_hours_past_midnight_belong_to_the_day_on_which_they_began(
    day: int, clock: time, *, holds: bool
) -> None:
    friday_nights = Hours(days=frozenset({4}), begin=time(18), end=time(8))
    assert friday_nights.hold(datetime.combine(FRIDAY.replace(day=day), clock)) is holds


def test_a_whole_day_has_no_gap() -> None:
    assert all(Hours().hold(FRIDAY.replace(hour=hour)) for hour in range(24))
