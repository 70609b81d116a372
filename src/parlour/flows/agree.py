"""Agreements on moderation: written, tried on the past, sent, signed. The client's own signing by link comes with the portal."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from parlour.apps.accounts.models import User
from parlour.apps.clients import agreements
from parlour.apps.clients import queries as clients
from parlour.apps.clients.models import Agreement, Client
from parlour.apps.moderation import queries
from parlour.apps.moderation.queries import Judged
from parlour.core import moderation
from parlour.core.judgement import Kind
from parlour.core.moderation import Action, Clause, Maker
from parlour.core.roles import Act as Right

WINDOW = timedelta(days=90)
# A page shows so many; the counts are of all.
SHOWN = 100
# From here on it is worth a look whether this is a complaint after all.
PERHAPS_COMPLAINT = 0.1


@dataclass(frozen=True, slots=True)
class Hit:
    """A message that the clauses would have hidden or deleted."""

    judged: Judged
    clause: Clause
    complaint: float  # how likely it is one, 1.0 when a person has said so

    @property
    def perhaps_complaint(self) -> bool:
        return self.complaint >= PERHAPS_COMPLAINT


@dataclass(slots=True)
class DryRun:
    """What these clauses would have done by machine. `braked`: insults and spam that the brake would have kept."""

    examined: int = 0
    by_clause: Counter[int] = field(default_factory=Counter)
    hits: list[Hit] = field(default_factory=list)
    complaints: int = 0
    braked: int = 0

    @property
    def total(self) -> int:
        return sum(self.by_clause.values())


def write(*, client: Client, content: Sequence[dict[str, Any]], user: User, now: datetime) -> Agreement:
    """The clauses as a draft; moderation.BadClause when they cannot be signed."""
    clients.require(user, client_id=client.pk, act=Right.CONFIGURE)
    clauses = moderation.clauses_of(content)
    return agreements.write(
        client=client,
        kind=Agreement.Kind.MODERATION,
        content=moderation.content_of(clauses),
        user=user,
        now=now,
    )


def send(*, agreement: Agreement, user: User, now: datetime) -> None:
    clients.require(user, client_id=agreement.client_id, act=Right.CONFIGURE)
    agreements.send(agreement, user=user, now=now)


def take_back(*, agreement: Agreement, user: User, now: datetime) -> None:
    clients.require(user, client_id=agreement.client_id, act=Right.CONFIGURE)
    agreements.take_back(agreement, user=user, now=now)


def sign(
    *,
    agreement: Agreement,
    signed_by: str,
    signed_at: datetime,
    ends_at: datetime | None,
    user: User,
    now: datetime,
) -> None:
    """One of us writes down that the client's person has signed."""
    clients.require(user, client_id=agreement.client_id, act=Right.CONFIGURE)
    agreements.sign(agreement, signed_by=signed_by, signed_at=signed_at, ends_at=ends_at, user=user, now=now)


def end(*, agreement: Agreement, user: User, now: datetime) -> None:
    clients.require(user, client_id=agreement.client_id, act=Right.CONFIGURE)
    agreements.end(agreement, user=user, now=now)


def lapse(*, now: datetime) -> int:
    """Write down which agreements have run out."""
    return agreements.lapse(now=now)


def dry_run(*, client: Client, clauses: Sequence[Clause], user: User, now: datetime) -> DryRun:
    """The clauses over the client's last 90 days, as the machine would have decided at each message's own hour."""
    clients.require(user, client_id=client.pk, act=Right.READ)
    found = queries.judged_since(client_id=client.pk, since=now - WINDOW)
    return tried(found, clauses=clauses, zone=ZoneInfo(client.time_zone))


def tried(found: Iterable[Judged], *, clauses: Sequence[Clause], zone: ZoneInfo) -> DryRun:
    run = DryRun()
    for judged in found:
        run.examined += 1
        local = judged.message.received_at.astimezone(zone)
        clause = _clause(judged, clauses, local)
        if clause is None:
            run.braked += _kept_by_the_brake(judged, clauses, local)
            continue
        run.by_clause[clause.number] += 1
        hit = Hit(judged, clause, _complaint(judged))
        run.complaints += hit.perhaps_complaint
        run.hits.append(hit)
    run.hits.sort(key=lambda hit: (-hit.complaint, -hit.judged.message.pk))
    return run


def _clause(judged: Judged, clauses: Sequence[Clause], local: datetime) -> Clause | None:
    for action in (Action.DELETE, Action.HIDE):
        decision = moderation.decide(
            clauses=clauses, facts=judged.facts, action=action, maker=Maker.MACHINE, local=local
        )
        if decision.acts:
            return decision.clause
    return None


def _kept_by_the_brake(judged: Judged, clauses: Sequence[Clause], local: datetime) -> bool:
    """Whether a person could hide it, with a second person's yes."""
    decision = moderation.decide(
        clauses=clauses, facts=judged.facts, action=Action.HIDE, maker=Maker.PERSON, local=local
    )
    return decision.needs_second and bool(moderation.braked(judged.facts))


def _complaint(judged: Judged) -> float:
    return 1.0 if judged.facts.corrected is Kind.COMPLAINT else judged.complaint
