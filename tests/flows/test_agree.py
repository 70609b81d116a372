"""Agreements: only what is signed counts, versions follow each other, and a dry run shows what a clause would do."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from parlour.apps.accounts.models import LogEntry, User
from parlour.apps.clients import agreements as actions
from parlour.apps.clients import queries as clients
from parlour.apps.clients.models import Agreement, Channel, Client, Role
from parlour.apps.clients.queries import NotThere
from parlour.core.agreements import IllegalMove
from parlour.core.judgement import Kind
from parlour.core.moderation import Action, BadClause, Clause, Decider, Subject, content_of
from parlour.core.roles import NotAllowed
from parlour.flows import agree
from tests.flows import moderation_watch as watch
from tests.flows.moderation_watch import Cast, Platform, Scenario

pytestmark = pytest.mark.django_db
INSULTS = Clause(1, Subject.INSULT, Action.HIDE, Decider.MACHINE, "Insults are hidden.", 1)
SPAM = Clause(2, Subject.SPAM, Action.DELETE, Decider.MACHINE, "Spam is deleted.")


@pytest.fixture
def cast(website: Channel, bakery: Client, maja: User, person: Callable[..., User], now: datetime) -> Cast:
    supervisor = person("supervisor", bakery, role=Role.SUPERVISOR)
    return Cast(website, maja, maja, supervisor, now, Platform())


def in_force(cast: Cast) -> Agreement | None:
    return clients.agreement_in_force(
        client_id=cast.channel.client_id, kind=Agreement.Kind.MODERATION, now=cast.now
    )


def draft(cast: Cast, *clauses: Clause) -> Agreement:
    return agree.write(
        client=cast.channel.client, content=content_of(clauses), user=cast.supervisor, now=cast.now
    )


def sign(cast: Cast, agreement: Agreement, **changes: object) -> None:
    given = {"signed_by": "Ms Horvat", "signed_at": cast.now, "ends_at": None} | changes
    agree.sign(agreement=agreement, user=cast.supervisor, now=cast.now, **given)


def signed(cast: Cast, *clauses: Clause, **changes: object) -> Agreement:
    agreement = draft(cast, *clauses)
    agree.send(agreement=agreement, user=cast.supervisor, now=cast.now)
    sign(cast, agreement, **changes)
    return agreement


def test_only_what_is_signed_is_in_force(cast: Cast) -> None:
    agreement = draft(cast, INSULTS)
    assert in_force(cast) is None
    agree.send(agreement=agreement, user=cast.supervisor, now=cast.now)
    assert in_force(cast) is None
    sign(cast, agreement)
    assert in_force(cast) == agreement
    verbs = LogEntry.objects.filter(object_kind="agreement").order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["agreement written", "agreement sent", "agreement signed"]


def test_what_was_not_sent_cannot_be_signed(cast: Cast) -> None:
    with pytest.raises(IllegalMove):
        sign(cast, draft(cast, INSULTS))


def test_what_the_client_reads_does_not_change(cast: Cast) -> None:
    agreement = draft(cast, INSULTS)
    agree.send(agreement=agreement, user=cast.supervisor, now=cast.now)
    with pytest.raises(IllegalMove):
        draft(cast, SPAM)
    agree.take_back(agreement=agreement, user=cast.supervisor, now=cast.now)
    assert draft(cast, SPAM).pk == agreement.pk


def test_a_new_version_supersedes_the_old_only_when_signed(cast: Cast) -> None:
    first = signed(cast, INSULTS)
    second = draft(cast, INSULTS, SPAM)
    assert (second.version, in_force(cast)) == (2, first)
    agree.send(agreement=second, user=cast.supervisor, now=cast.now)
    sign(cast, second)
    first.refresh_from_db()
    assert (in_force(cast), first.status, first.ended_at) == (second, "superseded", cast.now)


def test_nobody_signs_for_the_client_without_a_name_or_tomorrow(cast: Cast) -> None:
    agreement = draft(cast, INSULTS)
    agree.send(agreement=agreement, user=cast.supervisor, now=cast.now)
    day = timedelta(days=1)
    with pytest.raises(actions.NobodySigned):
        sign(cast, agreement, signed_by="  ")
    with pytest.raises(actions.WrongDate):
        sign(cast, agreement, signed_at=cast.now + day)
    with pytest.raises(actions.WrongDate):
        sign(cast, agreement, ends_at=cast.now - day)


def test_what_has_run_out_is_out_of_force_at_once_and_lapses(cast: Cast) -> None:
    agreement = signed(cast, INSULTS, ends_at=cast.now + timedelta(hours=1))
    cast.now += timedelta(hours=1)
    assert in_force(cast) is None
    assert agree.lapse(now=cast.now) == 1
    agreement.refresh_from_db()
    assert agreement.status == "lapsed"
    assert agree.lapse(now=cast.now) == 0


def test_an_ended_agreement_is_over(cast: Cast) -> None:
    agreement = signed(cast, INSULTS)
    agree.end(agreement=agreement, user=cast.supervisor, now=cast.now)
    assert in_force(cast) is None


def test_only_who_may_touches_agreements(cast: Cast, stranger: User) -> None:
    agreement = draft(cast, INSULTS)
    given = {"agreement": agreement, "now": cast.now}
    for who, why in ((stranger, NotThere), (cast.maja, NotAllowed)):
        for act in (agree.send, agree.take_back, agree.end):
            with pytest.raises(why):
                act(user=who, **given)
        with pytest.raises(why):
            agree.write(client=cast.channel.client, content=[], user=who, now=cast.now)
        with pytest.raises(why):
            agree.sign(user=who, signed_by="x", signed_at=cast.now, ends_at=None, **given)


def test_a_clause_that_cannot_be_signed_is_not_written(cast: Cast) -> None:
    with pytest.raises(BadClause):
        agree.write(client=cast.channel.client, content=[{"number": 1}], user=cast.supervisor, now=cast.now)
    assert not Agreement.objects.exists()


def run(cast: Cast, *clauses: Clause) -> agree.DryRun:
    return agree.dry_run(client=cast.channel.client, clauses=clauses, user=cast.maja, now=cast.now)


def test_a_dry_run_counts_what_would_have_gone_and_changes_nothing(cast: Cast) -> None:
    for scenario in (
        Scenario(),
        Scenario(kind=Kind.SPAM, may_hide=False),
        Scenario(complaint_like=True),
        Scenario(kind=Kind.PRAISE, may_hide=False),
    ):
        watch.write(cast, watch.judgement_of(scenario))
    tried = run(cast, INSULTS, SPAM)
    assert (tried.examined, dict(tried.by_clause), tried.braked) == (4, {1: 1, 2: 1}, 1)
    assert run(cast).total == 0
    assert not LogEntry.objects.filter(object_kind="act").exists()


def test_possible_complaints_come_first(cast: Cast) -> None:
    plain = watch.judgement_of(Scenario())
    suspect = replace(plain, scores={**plain.scores, Kind.COMPLAINT: 0.2})
    watch.write(cast, plain)
    message = watch.write(cast, suspect)
    watch.write(cast, plain)
    tried = run(cast, INSULTS)
    assert (tried.hits[0].judged.message, tried.hits[0].perhaps_complaint) == (message, True)
    assert (tried.total, tried.complaints) == (3, 1)


def test_a_dry_run_looks_back_ninety_days(cast: Cast) -> None:
    watch.write(cast, watch.judgement_of(Scenario()))
    cast.now += timedelta(days=91)
    assert run(cast, INSULTS).examined == 0
