"""Who watches moderation, for tests: a platform that remembers what it was told, scenarios that walk every path that can
hide or delete, and a check of the traces that knows nothing of how Parlour decides."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from parlour.apps.accounts.models import LogEntry, User
from parlour.apps.clients import agreements
from parlour.apps.clients.models import Agreement, Channel, Membership, Role
from parlour.apps.clients.queries import NotThere
from parlour.apps.inbox import corrections, filing
from parlour.apps.inbox.models import Message, Verdict
from parlour.apps.moderation import evidence
from parlour.apps.moderation.models import Act
from parlour.connectors.base import Account
from parlour.connectors.website.connector import Website
from parlour.core.inbound import Author, Change, Inbound, ItemType
from parlour.core.judgement import Judgement, Kind, Sentiment, Severity, Target
from parlour.core.moderation import Action, Clause, Decider, Subject, content_of
from parlour.core.roles import NotAllowed
from parlour.flows import moderate

SECOND = timedelta(seconds=1)
TEXT = "You are a bunch of idiots."
EDITED = "You are late again, and I want my money back."
_numbers = itertools.count(1)


@dataclass
class Platform(Website):
    """Does what it is told and remembers it, with the time."""

    clock: Callable[[], datetime] = field(default=lambda: datetime.max.replace(tzinfo=UTC))
    told: list[tuple[str, str, datetime]] = field(default_factory=list)

    def hide(self, account: Account, external_id: str) -> None:
        self.told.append(("hide", external_id, self.clock()))

    def unhide(self, account: Account, external_id: str) -> None:
        self.told.append(("unhide", external_id, self.clock()))

    def delete(self, account: Account, external_id: str) -> None:
        self.told.append(("delete", external_id, self.clock()))


@dataclass(frozen=True)
class Scenario:
    """One way in which something might be hidden or deleted."""

    door: str = "rule"  # page, api, bulk, rule (over fresh verdicts), machine (any other), import, drill
    action: Action = Action.HIDE
    agreement: str = "signed"  # none, draft, sent, signed, ended, run out, superseded
    subject: Subject = Subject.INSULT
    decider: Decider = Decider.MACHINE
    severity: int = 1
    judged: bool = True
    kind: Kind = Kind.INSULT
    may_hide: bool = True
    complaint_like: bool = False
    critical: bool = False
    unsure: bool = False
    correction: Kind | None = None
    second: str = ""  # nobody, or: self, colleague, supervisor, no
    meanwhile: str = ""  # before it leaves: edited, ended, corrected


@dataclass
class Cast:
    """Who works for the client, and where."""

    channel: Channel
    maja: User
    colleague: User
    supervisor: User
    now: datetime
    platform: Platform


def judgement_of(scenario: Scenario) -> Judgement:
    scores = dict.fromkeys(Kind, 0.05) | {scenario.kind: 0.96}
    return Judgement(
        kind=scenario.kind,
        kinds=frozenset({scenario.kind}),
        scores=scores,
        hide=scenario.may_hide,
        complaint_like=scenario.complaint_like,
        critical=scenario.critical,
        unsure=scenario.unsure,
        severity=Severity.SERIOUS,
        sentiment=Sentiment.NEGATIVE,
        language="en",
        target=Target.BRAND,
        reasons=(),
        maker="model",
        version="test",
    )


def write(cast: Cast, judgement: Judgement | None, *, text: str = TEXT, edits: str = "") -> Message:
    """A public comment, filed as the worker files it."""
    external_id = edits or f"m-{next(_numbers)}"
    inbound = Inbound(
        change=Change.EDIT if edits else Change.ADD,
        type=ItemType.COMMENT,
        external_id=external_id,
        thread_id=external_id,
        at=cast.now,
        text=text,
        author=Author("u-1", "Ivo"),
    )
    filing.file([filing.Item(cast.channel, inbound, cast.now, judgement)], now=cast.now)
    return Message.objects.select_related("conversation__post", "handle", "channel__client").get(
        external_id=external_id
    )


def agree_with_client(cast: Cast, scenario: Scenario) -> Agreement | None:
    if scenario.agreement == "none":
        return None
    clause = Clause(
        1, scenario.subject, scenario.action, scenario.decider, "What we agreed on.", scenario.severity
    )
    agreement = sign(cast, clause, upto=scenario.agreement)
    if scenario.agreement == "ended":
        agreements.end(agreement, user=None, now=cast.now)
    if scenario.agreement == "superseded":
        other = Clause(9, Subject.FLOOD, Action.DELETE, Decider.TWO_PERSONS, "Only floods, by two.")
        sign(cast, other, upto="signed")
    cast.now += SECOND
    return agreement


def sign(cast: Cast, *clauses: Clause, upto: str = "signed") -> Agreement:
    agreement = agreements.write(
        client=cast.channel.client,
        kind=Agreement.Kind.MODERATION,
        content=content_of(clauses),
        user=cast.supervisor,
        now=cast.now,
    )
    if upto == "draft":
        return agreement
    agreements.send(agreement, user=cast.supervisor, now=cast.now)
    if upto == "sent":
        return agreement
    agreements.sign(
        agreement,
        signed_by="Ms Horvat",
        signed_at=cast.now,
        user=cast.supervisor,
        now=cast.now,
        ends_at=cast.now + SECOND if upto == "run out" else None,
    )
    return agreement


def walk(scenario: Scenario, cast: Cast) -> Message:
    """Everything that happens in the scenario, up to what the worker tells the platform."""
    agree_with_client(cast, scenario)
    cast.now += SECOND
    message = write(cast, judgement_of(scenario) if scenario.judged else None)
    if scenario.correction and scenario.judged:
        corrections.correct(message, kind=scenario.correction.value, user=cast.maja, now=cast.now)
    _knock(scenario, cast, message)
    _second(scenario, cast, message)
    cast.now += SECOND
    _meanwhile(scenario, cast, message)
    while moderate.work(now=cast.now):
        pass
    return message


def _knock(scenario: Scenario, cast: Cast, message: Message) -> None:
    given = {"action": scenario.action, "user": cast.maja, "now": cast.now}
    match scenario.door:
        case "rule" | "import":
            moderate.consider(now=cast.now)
        case "bulk":
            moderate.act_on_all(messages=[message], via=Act.Via.BULK, **given)
        case "drill":
            moderate.rehearse(message=message, **given)
        case door:
            via = Act.Via.RULE if door == "machine" else Act.Via(door)
            asked = given | {"user": None} if door == "machine" else given
            try:
                moderate.act(message=message, via=via, **asked)
            except moderate.NotPermitted:
                return


def _second(scenario: Scenario, cast: Cast, message: Message) -> None:
    act = Act.objects.filter(message=message, state="proposed").first()
    if act is None or not scenario.second:
        return
    who = {"self": cast.maja, "colleague": cast.colleague}.get(scenario.second, cast.supervisor)
    answer = moderate.refuse if scenario.second == "no" else moderate.agree
    try:
        answer(act=act, user=who, now=cast.now)
    except (moderate.SamePerson, NotAllowed, NotThere):
        return


def _meanwhile(scenario: Scenario, cast: Cast, message: Message) -> None:
    match scenario.meanwhile:
        case "edited":
            other = judgement_of(Scenario(kind=Kind.COMPLAINT, may_hide=False, complaint_like=True))
            write(cast, other, text=EDITED, edits=message.external_id)
        case "ended":
            for signed in Agreement.objects.filter(status="signed"):
                agreements.end(signed, user=None, now=cast.now)
        case "corrected" if scenario.judged:
            corrections.correct(message, kind="complaint", user=cast.colleague, now=cast.now)


def scenarios() -> Iterator[Scenario]:
    """Every door with everything that must stop it, one at a time."""
    for door, action in itertools.product(
        ("page", "machine", "rule", "api", "bulk", "import", "drill"), (Action.HIDE, Action.DELETE)
    ):
        start = Scenario(door=door, action=action)
        yield start
        yield vary(start, agreement="none")
        yield vary(start, judged=False)
        yield vary(start, complaint_like=True)
        yield vary(start, meanwhile="ended")
    for door, action in itertools.product(("page", "machine"), (Action.HIDE, Action.DELETE)):
        yield from _in_every_way(Scenario(door=door, action=action))
    for second in ("self", "colleague", "supervisor", "no"):
        for flag in ("complaint_like", "critical", "unsure"):
            yield Scenario(door="page", second=second, **{flag: True})
        yield Scenario(door="page", second=second, decider=Decider.TWO_PERSONS)
    yield Scenario(door="page", action=Action.DELETE, second="supervisor", complaint_like=True)


def _in_every_way(start: Scenario) -> Iterator[Scenario]:
    for state in ("draft", "sent", "ended", "run out", "superseded"):
        yield vary(start, agreement=state)
    yield vary(start, critical=True)
    yield vary(start, unsure=True)
    yield vary(start, decider=Decider.PERSON)
    yield vary(start, decider=Decider.TWO_PERSONS)
    yield vary(start, subject=Subject.SPAM)
    yield vary(start, severity=3)
    yield vary(start, may_hide=False)
    yield vary(start, correction=Kind.COMPLAINT)
    yield vary(start, meanwhile="edited")
    yield vary(start, meanwhile="corrected")


def vary(scenario: Scenario, **changes: object) -> Scenario:
    return Scenario(**{**vars(scenario), **changes})


def check(cast: Cast) -> None:
    """No action without verdict of the brake, clause in force, evidence and log entry. Reads the traces only."""
    for action, external_id, at in cast.platform.told:
        message = Message.objects.get(external_id=external_id)
        told = Act.objects.filter(message=message, action=action, attempts__gt=0)
        assert told.exists(), f"{action} without an act"
        for act in told:
            _check_log(act)
            if action != "unhide":
                _check_clause(act, at)
                _check_verdict(act, at)
                _check_evidence(act, external_id)
    _check_what_is_shown()


def _check_clause(act: Act, at: datetime) -> None:
    agreement = act.agreement
    assert agreement is not None, "no agreement"
    assert agreement.signed_at is not None, "not signed"
    assert agreement.signed_at <= act.created_at, "signed afterwards"
    over = min(
        time for time in (agreement.ended_at, agreement.ends_at, datetime.max.replace(tzinfo=UTC)) if time
    )
    assert at < over, "out of force"
    (clause,) = [one for one in agreement.content if one["number"] == act.clause]
    assert clause["action"] == act.action, "another action"
    verdicts = Verdict.objects.filter(message_id=act.message_id, made_at__lte=act.created_at).order_by("-id")
    said = verdicts[0].kind if verdicts[0].user_id else act.verdict.kind
    assert clause["subject"] == said, "not covered"
    assert act.verdict.severity >= clause["severity"], "too mild"
    if act.user_id is None:
        assert clause["decider"] == "machine", "not for a machine"
        assert act.verdict.may_hide, "not sure enough"
    if clause["decider"] == "two_persons":
        _check_second(act)


def _check_verdict(act: Act, at: datetime) -> None:
    verdict = act.verdict
    assert verdict is not None
    assert verdict.maker.startswith("model"), "no machine judged it"
    newest = Verdict.objects.filter(message_id=act.message_id, user__isnull=True, made_at__lt=at).order_by(
        "-id"
    )[0]
    assert newest == verdict, "another text was judged"
    complaint_says_a_person = Verdict.objects.filter(
        message_id=act.message_id, user__isnull=False, id__gt=verdict.pk, kind="complaint", made_at__lt=at
    ).exists()
    if verdict.complaint_like or verdict.critical or verdict.unsure or complaint_says_a_person:
        assert act.action == "hide", "deleted in spite of the brake"
        assert act.user_id, "a machine hid in spite of the brake"
        _check_second(act)


def _check_second(act: Act) -> None:
    assert act.second_id, "no second person"
    assert act.second_id != act.user_id, "the same person twice"
    role = Membership.objects.get(client_id=act.client_id, user_id=act.second_id).role
    assert role in {Role.SUPERVISOR, Role.ACCOUNT_MANAGER}, "the second may not say yes"


def _check_evidence(act: Act, external_id: str) -> None:
    kept = evidence.unseal(bytes(act.evidence))
    assert TEXT.encode() not in bytes(act.evidence), "evidence in plain sight"
    assert kept["text"] in {TEXT, EDITED}, "the evidence lacks the text"
    assert kept["message"] == external_id
    assert kept["clause"]["number"] == act.clause
    assert "complaint_like" in kept["verdict"]


def _check_log(act: Act) -> None:
    logged = set(LogEntry.objects.filter(object_kind="act", object_id=act.pk).values_list("verb", flat=True))
    assert f"{act.action} queued" in logged, "not logged"
    if act.state == "done":
        assert f"{act.action} done" in logged, "not logged"


def _check_what_is_shown() -> None:
    for message in Message.objects.all():
        done = list(Act.objects.filter(message=message, state="done").order_by("done_at", "id"))
        hidden = bool(done) and done[-1].action != "unhide"
        assert (message.hidden_at is not None) is hidden, "what is shown is not what was done"
