"""How something is hidden, deleted or shown again: one door for pages, API, rules, bulk and imports.

Read, decide, write: the facts and the signed clauses are read under the message's lock, core/moderation decides, and what
is ordered is stored with clause, verdict, evidence and log entry in the same transaction. The worker tells the platform, after
it has asked again whether all that still holds.
"""

import logging
import random
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from parlour.apps.accounts.models import User
from parlour.apps.clients import actions as clients
from parlour.apps.clients import queries as clients_queries
from parlour.apps.clients.models import Channel
from parlour.apps.inbox import fresh
from parlour.apps.inbox.models import Message
from parlour.apps.moderation import actions as acts
from parlour.apps.moderation import queries
from parlour.apps.moderation.actions import Grounds, Origin
from parlour.apps.moderation.models import Act
from parlour.apps.moderation.queries import Case
from parlour.connectors import registry
from parlour.connectors.base import NeedsReconnect, OutcomeUnknown, Refused, RetryLater
from parlour.core import backoff, delivery, moderation
from parlour.core.moderation import Action, Decision, Maker, Why
from parlour.core.moderation.progress import State
from parlour.core.roles import Act as Right
from parlour.flows.accounts import account_of

logger = logging.getLogger(__name__)

# Few at a time: on SQLite nobody else writes meanwhile.
BATCH = 8
# Somebody else was quicker; what we know of the act is theirs to find out.
TakenOver = acts.LeaseLost


class NotPermitted(Exception):
    """Nothing was done; `reasons` say why, in words for a person."""

    def __init__(self, reasons: tuple[Why, ...]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class NothingHidden(Exception):
    """There is nothing to show again: it is not hidden, or it was deleted for good."""


class SamePerson(Exception):
    """The second yes must come from somebody else."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one message of many: the act, or why there is none."""

    message: Message
    act: Act | None
    reasons: tuple[Why, ...] = ()


def act(
    *, message: Message, action: Action, user: User | None, via: Act.Via, now: datetime, reason: str = ""
) -> Act:
    """The one door. Without a user it is a machine that asks. NotPermitted when no clause permits it, or NothingHidden."""
    if user:
        clients_queries.require(user, client_id=message.client_id, act=Right.MODERATE)
    with transaction.atomic():
        held = queries.hold(message)
        if action is Action.UNHIDE:
            return _unhide(held, user=user, via=via, reason=reason, now=now)
        asked_before = next((one for one in queries.unfinished(held) if one.action == action), None)
        if asked_before:
            return asked_before
        case = queries.case_of(held, now=now)
        decision = decide(case, action=action, user=user, at=now)
        if not decision.acts:
            raise NotPermitted(decision.reasons)
        return _order(case, decision, action=action, user=user, via=via, reason=reason, now=now)


def act_on_all(
    *, messages: Iterable[Message], action: Action, user: User, via: Act.Via, now: datetime, reason: str = ""
) -> list[Outcome]:
    """The same door, once a message: what is not permitted for one does not stop the others."""
    outcomes = []
    for message in messages:
        try:
            done = act(message=message, action=action, user=user, via=via, now=now, reason=reason)
        except NotPermitted as refusal:
            outcomes.append(Outcome(message, None, refusal.reasons))
        except NothingHidden:
            outcomes.append(Outcome(message, None))
        else:
            outcomes.append(Outcome(message, done))
    return outcomes


def rehearse(*, message: Message, action: Action, user: User | None, now: datetime) -> Decision:
    """What would be decided, for pages and drills: nothing is done."""
    return decide(queries.case_of(message, now=now), action=action, user=user, at=now)


def decide(case: Case, *, action: Action, user: User | None, at: datetime) -> Decision:
    message = case.message
    if message.hidden_at and (action is Action.HIDE or queries.deleted_for_good(message)):
        return Decision(acts=False, reasons=(Why.ALREADY,))
    if not _platform_can(message.channel, action):
        return Decision(acts=False, reasons=(Why.PLATFORM,))
    return _permits(case, action=action, user=user, at=at)


def _permits(case: Case, *, action: Action, user: User | None, at: datetime) -> Decision:
    """What the clauses say, whether or not it is hidden already."""
    return moderation.decide(
        clauses=case.clauses,
        facts=case.facts,
        action=action,
        maker=Maker.PERSON if user else Maker.MACHINE,
        local=at.astimezone(ZoneInfo(case.message.channel.client.time_zone)),
    )


def _platform_can(channel: Channel, action: Action) -> bool:
    capabilities = registry.get(channel.connector).capabilities
    return capabilities.deletes if action is Action.DELETE else capabilities.hides


def _order(
    case: Case,
    decision: Decision,
    *,
    action: Action,
    user: User | None,
    via: Act.Via,
    reason: str,
    now: datetime,
) -> Act:
    if not (case.agreement and case.verdict and decision.clause):
        raise NotPermitted(decision.reasons)
    grounds = Grounds(
        agreement=case.agreement,
        clause=decision.clause,
        verdict=case.verdict,
        doubtful=bool(case.facts and moderation.braked(case.facts)),
        needs_second=decision.needs_second,
    )
    maker = f"user {user.pk}" if user else case.verdict.maker
    return acts.order(
        case.message,
        action=action,
        origin=Origin(via=via, maker=maker, user=user, reason=reason),
        grounds=grounds,
        now=now,
    )


# Showing again: no clause, no second person, always one act away.


def _unhide(message: Message, *, user: User | None, via: Act.Via, reason: str, now: datetime) -> Act:
    on_the_way = [one for one in queries.unfinished(message) if one.action != Action.UNHIDE]
    for one in on_the_way:
        if one.state in {State.PROPOSED, State.QUEUED}:
            acts.withdraw(one, user=user, why=reason or "Shown again before it left.", now=now)
    leaving = any(one.state == State.SENDING for one in on_the_way)
    if not leaving and (message.hidden_at is None or queries.deleted_for_good(message)):
        if on_the_way:
            return on_the_way[-1]
        raise NothingHidden
    maker = f"user {user.pk}" if user else "machine"
    return acts.order_unhide(message, origin=Origin(via=via, maker=maker, user=user, reason=reason), now=now)


# The second person.


def agree(*, act: Act, user: User, now: datetime) -> None:
    """A second person's yes. What was permitted when it was proposed must be permitted still; else it is withdrawn."""
    with transaction.atomic():
        _second(act, user)
        why = _no_longer(act, second=user, now=now)
        if why:
            acts.withdraw(act, user=None, why=why, now=now)
            return
        acts.agree(act, second=user, now=now)


def refuse(*, act: Act, user: User, now: datetime) -> None:
    with transaction.atomic():
        _second(act, user)
        acts.refuse(act, second=user, now=now)


def _second(act: Act, user: User) -> None:
    clients_queries.require(user, client_id=act.client_id, act=Right.APPROVE)
    queries.hold(act.message)
    if user.pk == act.user_id:
        raise SamePerson


def try_again(*, act: Act, user: User, now: datetime) -> None:
    clients_queries.require(user, client_id=act.client_id, act=Right.MODERATE)
    acts.retry(act, user=user, now=now)


# The machine: fresh verdicts in, acts out.


def work(*, now: datetime) -> int:
    """One round of the worker: decide what is fresh, then tell platforms; returns how much there was to do."""
    return consider(now=now) + deliver_due(now=now)


def consider(*, now: datetime, limit: int = BATCH) -> int:
    """Verdicts that a machine has not looked at under the clauses; whatever no clause lets it do, it leaves alone."""
    if not fresh.any_marked():
        return 0
    with transaction.atomic():
        messages = fresh.take(limit=limit)
        for message in messages:
            _consider(message, now=now)
    return len(messages)


def _consider(message: Message, *, now: datetime) -> None:
    if message.hidden_at:
        _show_if_it_changed(message, now=now)
        return
    case = queries.case_of(message, now=now)
    for action in (Action.DELETE, Action.HIDE):
        if decide(case, action=action, user=None, at=now).acts:
            act(message=message, action=action, user=None, via=Act.Via.RULE, now=now)
            return


def _show_if_it_changed(message: Message, *, now: datetime) -> None:
    """Its author has changed what a machine had hidden: if it would not be hidden any more, it is shown again."""
    if queries.hidden_by_a_person(message):
        return
    case = queries.case_of(message, now=now)
    if not _permits(case, action=Action.HIDE, user=None, at=now).acts:
        _unhide(message, user=None, via=Act.Via.RULE, reason="Its author changed it.", now=now)


# To the platform.


def deliver_due(*, now: datetime, limit: int = 1) -> int:
    started = time.monotonic()
    claimed = acts.claim(now=now, limit=limit)
    for one in claimed:
        try:
            deliver(one, now=now + timedelta(seconds=time.monotonic() - started))
        except TakenOver as lost:
            logger.warning("%s", lost)
        except Exception:
            # The lease runs out, and it is asked for again.
            logger.exception("Act %d: an unexpected error.", one.pk)
    return len(claimed)


def deliver(act: Act, *, now: datetime) -> None:
    why = _no_longer(act, second=act.second, now=now)
    if why:
        acts.withdraw(act, user=None, why=why, now=now)
        return
    connector = registry.get(act.channel.connector)
    tell = {Action.HIDE: connector.hide, Action.UNHIDE: connector.unhide, Action.DELETE: connector.delete}
    acts.still_ours(act, now=now)
    try:
        tell[Action(act.action)](account_of(act.channel), act.message.external_id)
    except (RetryLater, OutcomeUnknown) as later:
        _try_later(act, later, now)
    except Refused as refused:
        acts.failed(act, cause=str(refused), now=now)
    except NeedsReconnect as gone:
        clients.needs_reconnect(act.channel, why=str(gone), at=now)
        acts.again(act, at=now, cause=str(gone), now=now)
    else:
        acts.done(act, now=now)


def _no_longer(act: Act, *, second: User | None, now: datetime) -> str:
    """Why this must not leave after all; empty when all that permitted it holds still.

    The clause's hours are those of the order: what was permitted at night is not wrong in the morning.
    """
    if act.action == Action.UNHIDE:
        return ""
    case = queries.case_of(act.message, now=now)
    if act.message.deleted_at:
        return "Its author took it back."
    if case.agreement is None or case.agreement.pk != act.agreement_id:
        return "The agreement it stood on is no longer in force."
    if case.verdict is None or case.verdict.pk != act.verdict_id:
        return "Its author changed it."
    decision = decide(case, action=Action(act.action), user=act.user, at=act.created_at)
    if not decision.acts:
        return " ".join(decision.reasons)
    return Why.SECOND_NEEDED if decision.needs_second and second is None else ""


def _try_later(act: Act, later: RetryLater | OutcomeUnknown, now: datetime) -> None:
    seconds = later.seconds if isinstance(later, RetryLater) else None
    if seconds is not None:
        acts.again(act, at=now + timedelta(seconds=seconds), cause=str(later), now=now)
        return
    attempt = act.failures + 1
    if attempt >= delivery.MAX_FAILURES:
        acts.failed(act, cause=str(later), now=now)
        return
    wait = backoff.seconds(attempt=attempt, jitter=random.random())  # noqa: S311 - spreads retries
    acts.again(act, at=now + timedelta(seconds=wait), cause=str(later), now=now, failed=True)
