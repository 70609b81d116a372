"""No path hides or deletes anything without verdict of the brake, clause in force, evidence and log entry."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parlour.apps.accounts import actions as log
from parlour.apps.accounts.models import LogEntry, User
from parlour.apps.clients import queries as clients_queries
from parlour.apps.clients.models import Agreement, Channel, Client, Role
from parlour.apps.clients.queries import NotThere
from parlour.apps.inbox.models import Clock, Conversation, Message, Verdict
from parlour.apps.moderation import evidence, queries
from parlour.apps.moderation.models import Act
from parlour.connectors import registry
from parlour.connectors.base import NeedsReconnect, OutcomeUnknown, Refused, RetryLater
from parlour.core import moderation
from parlour.core.judgement import Kind
from parlour.core.moderation import Action, Clause, Decider, Decision, Facts, Subject, Why, deciding
from parlour.core.moderation.progress import IllegalMove
from parlour.core.roles import NotAllowed
from parlour.flows import moderate
from tests.flows import moderation_watch as watch
from tests.flows.moderation_watch import SECOND, Cast, Platform, Scenario

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(
    monkeypatch: pytest.MonkeyPatch,
    website: Channel,
    bakery: Client,
    maja: User,
    person: Callable[..., User],
    now: datetime,
) -> Cast:
    platform = Platform()
    monkeypatch.setitem(registry._CONNECTORS, "website", platform)
    cast = Cast(
        channel=website,
        maja=maja,
        colleague=person("colleague", bakery),
        supervisor=person("supervisor", bakery, role=Role.SUPERVISOR),
        now=now,
        platform=platform,
    )
    platform.clock = lambda: cast.now
    return cast


def walked(scenario: Scenario, cast: Cast) -> None:
    """One scenario, checked and undone."""
    began, cast.platform.told = cast.now, []
    try:
        with transaction.atomic():
            watch.walk(scenario, cast)
            watch.check(cast)
            transaction.set_rollback(True)
    finally:
        cast.now = began


def walked_all(cast: Cast) -> None:
    for scenario in watch.scenarios():
        walked(scenario, cast)


def test_every_path_leaves_its_traces(cast: Cast) -> None:
    told = 0
    for scenario in watch.scenarios():
        walked(scenario, cast)
        told += len(cast.platform.told)
    assert told > 20  # else nothing was ever done, and nothing was proved


@settings(
    max_examples=60,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    scenario=st.builds(
        Scenario,
        door=st.sampled_from(["page", "api", "bulk", "rule", "machine", "import", "drill"]),
        action=st.sampled_from([Action.HIDE, Action.DELETE]),
        agreement=st.sampled_from(
            ["signed"] * 4 + ["none", "draft", "sent", "ended", "run out", "superseded"]
        ),
        subject=st.sampled_from([Subject.INSULT, Subject.SPAM]),
        decider=st.sampled_from(Decider),
        severity=st.integers(0, 3),
        judged=st.sampled_from([True, True, True, False]),
        kind=st.sampled_from([Kind.INSULT, Kind.INSULT, Kind.SPAM, Kind.COMPLAINT]),
        correction=st.sampled_from([None, None, *Kind]),
        second=st.sampled_from(["", "self", "colleague", "supervisor", "no"]),
        meanwhile=st.sampled_from(["", "", "edited", "ended", "corrected"]),
    )
)
def test_nothing_is_done_without_verdict_clause_evidence_and_log(cast: Cast, scenario: Scenario) -> None:
    walked(scenario, cast)


def any_agreement(*, client_id: int, kind: Agreement.Kind, now: datetime) -> Agreement | None:
    return Agreement.objects.filter(client_id=client_id, kind=kind).order_by("version").first()


def one_person_is_enough(**given: Any) -> Decision:
    return replace(deciding.decide(**given), needs_second=False)


def as_if_judged(message: Message, newest_first: list[Verdict]) -> Facts:
    return Facts(frozenset({Kind.INSULT}), 2, True, False, False, False)


def nothing(*args: Any, **given: Any) -> tuple[()]:
    return ()


def of_another_text(**given: Any) -> bytes:
    message = Message(text="", external_id="", sent_at=given["now"])
    return _seal(**given | {"message": message})


_seal = evidence.seal

# Each check that stands between a message and a hide, taken away.
MUTATIONS: dict[str, tuple[Any, str, Any]] = {
    "the brake": (deciding, "braked", nothing),
    "never deleting what is doubtful": (deciding, "_forbidden", nothing),
    "the verdict": (queries, "facts_of", as_if_judged),
    "the clause is in force": (clients_queries, "agreement_in_force", any_agreement),
    "the clause covers it": (deciding, "against", lambda *args: None),
    "the clause covers this subject": (deciding, "_covers", lambda *args: True),
    "the machine is sure": (deciding, "_sure", lambda *args: True),
    "the second person": (moderation, "decide", one_person_is_enough),
    "the second is somebody else and may": (moderate, "_second", nothing),
    "the second look before it leaves": (moderate, "_no_longer", lambda *args, **given: ""),
    "there is evidence": (evidence, "seal", lambda **given: b""),
    "the evidence is of this message": (evidence, "seal", of_another_text),
    "the log entry": (log, "log", nothing),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_without_this_check_the_traces_are_found_wrong(
    name: str, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, attribute, mutant = MUTATIONS[name]
    assert callable(getattr(place, attribute))
    monkeypatch.setattr(place, attribute, mutant)
    with pytest.raises((AssertionError, IntegrityError)):
        walked_all(cast)


INSULTS = Clause(1, Subject.INSULT, Action.HIDE, Decider.MACHINE, "Insults are hidden.", 1)
INSULT, COMPLAINT = Scenario(), Scenario(kind=Kind.COMPLAINT, may_hide=False, complaint_like=True)


def work(cast: Cast) -> None:
    while moderate.work(now=cast.now):
        pass


def hidden(cast: Cast) -> Message:
    """An insult that the machine has hidden."""
    if not Agreement.objects.exists():
        watch.sign(cast, INSULTS)
    message = watch.write(cast, watch.judgement_of(INSULT))
    work(cast)
    message.refresh_from_db()
    assert message.hidden_at is not None
    return message


def unhide(cast: Cast, message: Message) -> Act:
    return moderate.act(message=message, action=Action.UNHIDE, user=cast.maja, via=Act.Via.PAGE, now=cast.now)


def test_an_insult_is_hidden_and_nobody_waits_for_an_answer(cast: Cast) -> None:
    message = hidden(cast)
    act = Act.objects.get()
    assert (act.state, act.clause, act.agreement.version, act.user) == ("done", 1, 1, None)
    assert [told[:2] for told in cast.platform.told] == [("hide", message.external_id)]
    assert Conversation.objects.get().waiting_since is None
    assert not Clock.objects.filter(stopped_at__isnull=True).exists()


def test_unhide_is_one_act_away_and_the_wait_goes_on(cast: Cast) -> None:
    message = hidden(cast)
    sent_at = message.sent_at
    cast.now += SECOND
    unhide(cast, message)
    work(cast)
    message.refresh_from_db()
    assert message.hidden_at is None
    assert Conversation.objects.get().waiting_since == sent_at
    assert Clock.objects.filter(stopped_at__isnull=True).count() == 2
    assert [told[0] for told in cast.platform.told] == ["hide", "unhide"]


def test_what_a_person_showed_again_no_machine_hides(cast: Cast) -> None:
    message = hidden(cast)
    cast.now += SECOND
    unhide(cast, message)
    work(cast)
    watch.write(cast, watch.judgement_of(INSULT), edits=message.external_id)
    work(cast)
    message.refresh_from_db()
    assert message.hidden_at is None


def test_unhide_before_it_left_takes_it_back(cast: Cast) -> None:
    watch.sign(cast, INSULTS)
    message = watch.write(cast, watch.judgement_of(INSULT))
    moderate.consider(now=cast.now)
    unhide(cast, message)
    work(cast)
    assert Act.objects.get().state == "withdrawn"
    assert cast.platform.told == []


def test_unhide_stops_a_hide_that_is_about_to_leave(cast: Cast) -> None:
    """An earlier attempt of it may have arrived, so the platform is told to show it in any case."""
    watch.sign(cast, INSULTS)
    message = watch.write(cast, watch.judgement_of(INSULT))
    moderate.consider(now=cast.now)
    (claimed,) = moderate.acts.claim(now=cast.now, limit=1)
    unhide(cast, message)
    assert moderate.deliver_due(now=cast.now) == 0
    moderate.deliver(claimed, now=cast.now)
    work(cast)
    message.refresh_from_db()
    assert message.hidden_at is None
    assert [told[0] for told in cast.platform.told] == ["unhide"]


def test_nothing_hidden_cannot_be_shown_again(cast: Cast) -> None:
    message = watch.write(cast, watch.judgement_of(INSULT))
    with pytest.raises(moderate.NothingHidden):
        unhide(cast, message)


def test_what_its_author_made_a_complaint_is_shown_again(cast: Cast) -> None:
    message = hidden(cast)
    cast.now += SECOND
    watch.write(cast, watch.judgement_of(COMPLAINT), text=watch.EDITED, edits=message.external_id)
    work(cast)
    message.refresh_from_db()
    assert message.hidden_at is None


def test_what_a_person_hid_stays_hidden_until_a_person_shows_it(cast: Cast) -> None:
    watch.sign(cast, replace(INSULTS, decider=Decider.PERSON))
    message = watch.write(cast, watch.judgement_of(INSULT))
    hide(cast, message)
    work(cast)
    watch.write(cast, watch.judgement_of(COMPLAINT), text=watch.EDITED, edits=message.external_id)
    work(cast)
    message.refresh_from_db()
    assert message.hidden_at is not None


def hide(cast: Cast, message: Message, user: User | None = None, action: Action = Action.HIDE) -> Act:
    return moderate.act(
        message=message, action=action, user=user or cast.maja, via=Act.Via.PAGE, now=cast.now
    )


def test_hiding_twice_is_one_act(cast: Cast) -> None:
    watch.sign(cast, replace(INSULTS, decider=Decider.PERSON))
    message = watch.write(cast, watch.judgement_of(INSULT))
    assert hide(cast, message) == hide(cast, message)
    work(cast)
    with pytest.raises(moderate.NotPermitted) as refusal:
        hide(cast, message)
    assert refusal.value.reasons == (Why.ALREADY,)
    assert Act.objects.count() == 1


def test_a_doubtful_message_waits_for_the_second_person(cast: Cast) -> None:
    watch.sign(cast, INSULTS)
    doubtful = watch.judgement_of(Scenario(complaint_like=True, may_hide=False))
    message = watch.write(cast, doubtful)
    act = hide(cast, message)
    work(cast)
    assert (act.state, cast.platform.told) == ("proposed", [])
    moderate.agree(act=queries.act_for(cast.supervisor, act.pk), user=cast.supervisor, now=cast.now)
    work(cast)
    act.refresh_from_db()
    assert (act.state, act.second, act.doubtful) == ("done", cast.supervisor, True)
    # It may be a complaint: whoever wrote it still waits for an answer.
    assert Conversation.objects.get().waiting_since is not None


def test_the_second_person_is_another_one_who_may(cast: Cast, stranger: User) -> None:
    watch.sign(cast, INSULTS)
    message = watch.write(cast, watch.judgement_of(Scenario(unsure=True, may_hide=False)))
    act = hide(cast, message, user=cast.supervisor)
    for who, why in (
        (cast.supervisor, moderate.SamePerson),
        (cast.colleague, NotAllowed),
        (stranger, NotThere),
    ):
        with pytest.raises(why):
            moderate.agree(act=act, user=who, now=cast.now)
        with pytest.raises(why):
            moderate.refuse(act=act, user=who, now=cast.now)
    assert Act.objects.get().state == "proposed"


def test_a_no_is_a_no(cast: Cast) -> None:
    watch.sign(cast, INSULTS)
    message = watch.write(cast, watch.judgement_of(Scenario(unsure=True, may_hide=False)))
    act = hide(cast, message)
    moderate.refuse(act=act, user=cast.supervisor, now=cast.now)
    with pytest.raises(IllegalMove):
        moderate.agree(act=act, user=cast.supervisor, now=cast.now)
    work(cast)
    assert cast.platform.told == []


def test_what_was_corrected_while_it_waited_is_withdrawn(cast: Cast) -> None:
    watch.sign(cast, replace(INSULTS, decider=Decider.TWO_PERSONS))
    message = watch.write(cast, watch.judgement_of(INSULT))
    act = hide(cast, message)
    watch.corrections.correct(message, kind="praise", user=cast.colleague, now=cast.now)
    moderate.agree(act=act, user=cast.supervisor, now=cast.now)
    act.refresh_from_db()
    assert (act.state, act.cause) == ("withdrawn", Why.NO_CLAUSE)


def test_strangers_and_analysts_hide_nothing(
    cast: Cast, stranger: User, person: Callable[..., User], bakery: Client
) -> None:
    watch.sign(cast, INSULTS)
    message = hidden(cast)
    for who, why in ((stranger, NotThere), (person("ines", bakery, role=Role.ANALYST), NotAllowed)):
        for action in Action:
            with pytest.raises(why):
                hide(cast, message, user=who, action=action)


@pytest.fixture
def failing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Exception], None]]:
    """`failing(error)`: from now on the platform answers with it."""

    def fail(error: Exception) -> None:
        def hide(*args: object) -> None:
            raise error

        monkeypatch.setattr(cast.platform, "hide", hide)

    return fail


@pytest.mark.parametrize("error", [RetryLater("busy"), OutcomeUnknown("cut"), RetryLater("slow", seconds=30)])
def test_what_is_uncertain_is_asked_for_again(
    error: Exception, cast: Cast, failing: Callable[[Exception], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    watch.sign(cast, INSULTS)
    message = watch.write(cast, watch.judgement_of(INSULT))
    failing(error)
    work(cast)
    message.refresh_from_db()
    assert (Act.objects.get().state, message.hidden_at) == ("queued", None)
    monkeypatch.setattr(cast.platform, "hide", lambda *args: None)
    cast.now += 60 * SECOND
    work(cast)
    message.refresh_from_db()
    assert Act.objects.get().state == "done"
    assert message.hidden_at is not None


def test_a_refusal_of_the_platform_is_said_and_not_pretended(
    cast: Cast, failing: Callable[[Exception], None]
) -> None:
    watch.sign(cast, INSULTS)
    message = watch.write(cast, watch.judgement_of(INSULT))
    failing(Refused("not yours"))
    work(cast)
    message.refresh_from_db()
    act = Act.objects.get()
    assert (act.state, act.cause, message.hidden_at) == ("failed", "not yours", None)
    moderate.try_again(act=act, user=cast.maja, now=cast.now)
    assert Act.objects.get().state == "queued"


def test_a_platform_that_never_answers_is_given_up_in_the_end(
    cast: Cast, failing: Callable[[Exception], None]
) -> None:
    watch.sign(cast, INSULTS)
    watch.write(cast, watch.judgement_of(INSULT))
    failing(OutcomeUnknown("cut"))
    for _ in range(20):
        work(cast)
        cast.now += 700 * SECOND
    assert Act.objects.get().state == "failed"


def test_a_dead_token_asks_for_a_new_connection(cast: Cast, failing: Callable[[Exception], None]) -> None:
    watch.sign(cast, INSULTS)
    watch.write(cast, watch.judgement_of(INSULT))
    failing(NeedsReconnect("gone"))
    work(cast)
    cast.channel.refresh_from_db()
    assert (Act.objects.get().state, cast.channel.status) == ("queued", "reconnect")


def test_a_worker_that_died_is_followed_by_another(cast: Cast) -> None:
    watch.sign(cast, INSULTS)
    message = watch.write(cast, watch.judgement_of(INSULT))
    moderate.consider(now=cast.now)
    (dead,) = moderate.acts.claim(now=cast.now, limit=1)
    assert moderate.deliver_due(now=cast.now) == 0
    cast.now += 31 * SECOND
    work(cast)
    message.refresh_from_db()
    assert message.hidden_at is not None
    with pytest.raises(moderate.acts.LeaseLost):
        moderate.deliver(dead, now=cast.now)


def test_a_platform_that_cannot_hide_says_so(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    watch.sign(cast, INSULTS)
    monkeypatch.setattr(cast.platform, "capabilities", replace(Platform.capabilities, hides=False))
    message = watch.write(cast, watch.judgement_of(INSULT))
    with pytest.raises(moderate.NotPermitted) as refusal:
        hide(cast, message)
    assert refusal.value.reasons == (Why.PLATFORM,)


def test_of_many_each_is_decided_by_itself(cast: Cast) -> None:
    watch.sign(cast, replace(INSULTS, decider=Decider.PERSON))
    insult = watch.write(cast, watch.judgement_of(INSULT))
    complaint = watch.write(cast, watch.judgement_of(COMPLAINT))
    first, second = moderate.act_on_all(
        messages=[insult, complaint], action=Action.HIDE, user=cast.maja, via=Act.Via.BULK, now=cast.now
    )
    assert first.act is not None
    assert (second.act, second.reasons[0]) == (None, Why.COMPLAINT)


def test_every_step_is_in_the_log(cast: Cast) -> None:
    message = hidden(cast)
    unhide(cast, message)
    work(cast)
    verbs = list(LogEntry.objects.filter(object_kind="act").order_by("id").values_list("verb", flat=True))
    assert verbs == ["hide queued", "hide done", "unhide queued", "unhide done"]


def test_what_is_history_is_left_alone(cast: Cast) -> None:
    watch.sign(cast, INSULTS)
    inbound = watch.Inbound(watch.Change.ADD, watch.ItemType.COMMENT, "old", "old", cast.now, watch.TEXT)
    item = watch.filing.Item(cast.channel, inbound, cast.now, watch.judgement_of(INSULT))
    watch.filing.file([item], now=cast.now, history=True)
    work(cast)
    assert not Act.objects.exists()
