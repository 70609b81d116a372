"""The certificate's figures: what was hidden for a client in a month, what of it was read again, and what was found."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from parlour.apps.clients.models import Client
from parlour.apps.moderation.models import Act, Reading
from parlour.core.moderation import certainty
from parlour.core.moderation.progress import State

# Enough to say "fewer than 3 in 100" when no complaint is found.
SAMPLE = 100


@dataclass(frozen=True, slots=True)
class Month:
    year: int
    number: int

    @property
    def next(self) -> "Month":
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    @property
    def previous(self) -> "Month":
        return Month(self.year, self.number - 1) if self.number > 1 else Month(self.year - 1, 12)

    def begins(self, client: Client) -> datetime:
        """Its first moment in the client's own time."""
        return datetime(self.year, self.number, 1, tzinfo=ZoneInfo(client.time_zone))

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"


@dataclass(frozen=True, slots=True)
class Certificate:
    client: Client
    month: Month
    over: bool  # until the month is over its sample would change, so none is drawn
    hidden: int
    deleted: int
    restored: int
    by_machine: int
    by_clause: Sequence[tuple[int, int, int]]  # version of the agreement, clause, how many
    sample: Sequence[Act]
    readings: dict[int, Reading]
    median_until_restored: timedelta | None

    @property
    def read(self) -> int:
        return len(self.readings)

    @property
    def complaints(self) -> int:
        return sum(reading.complaint for reading in self.readings.values())

    @property
    def no_insults(self) -> int:
        return sum(not reading.insult for reading in self.readings.values())

    @property
    def bound(self) -> float:
        """At most this share of what was hidden were complaints, with 95 % confidence."""
        return certainty.upper_bound(found=self.complaints, sampled=self.read)

    @property
    def next_to_read(self) -> Act | None:
        return next((act for act in self.sample if act.pk not in self.readings), None)


def of(client: Client, month: Month, *, now: datetime) -> Certificate:
    acts = _done(client, month)
    hides = [act for act in acts if act.action == Act.Action.HIDE]
    waits = _until_restored(client, hides)
    over = month.next.begins(client) <= now
    sample = _sample(client, month, acts) if over else []
    clauses = Counter((act.agreement.version if act.agreement else 0, act.clause or 0) for act in acts)
    return Certificate(
        client=client,
        month=month,
        over=over,
        hidden=len(hides),
        deleted=len(acts) - len(hides),
        restored=len(waits),
        by_machine=sum(act.user_id is None for act in acts),
        by_clause=[(version, clause, number) for (version, clause), number in sorted(clauses.items())],
        sample=sample,
        readings={
            reading.act_id: reading for reading in Reading.objects.filter(client=client, act__in=sample)
        },
        median_until_restored=timedelta(seconds=median(waits)) if waits else None,
    )


def months_of(client: Client, *, now: datetime) -> list[Month]:
    """From the first act on, the newest first; this month in any case."""
    local = now.astimezone(ZoneInfo(client.time_zone))
    months = [Month(local.year, local.month)]
    first = (
        Act.objects.filter(client=client, state=State.DONE).order_by("done_at").values_list("done_at").first()
    )
    while first and first[0] and first[0] < months[-1].begins(client):
        months.append(months[-1].previous)
    return months


def _done(client: Client, month: Month) -> list[Act]:
    return list(
        Act.objects.filter(
            client=client,
            state=State.DONE,
            action__in=[Act.Action.HIDE, Act.Action.DELETE],
            done_at__gte=month.begins(client),
            done_at__lt=month.next.begins(client),
        )
        .select_related("agreement", "verdict", "user")
        .order_by("id")
    )


def _until_restored(client: Client, hides: Sequence[Act]) -> list[float]:
    """For how many seconds each of those that were shown again had been hidden."""
    shown: dict[int, list[datetime]] = {}
    for message_id, at in (
        Act.objects.filter(
            client=client,
            state=State.DONE,
            action=Act.Action.UNHIDE,
            message_id__in=[act.message_id for act in hides],
        )
        .order_by("done_at")
        .values_list("message_id", "done_at")
    ):
        if at:
            shown.setdefault(message_id, []).append(at)
    waits = []
    for act in hides:
        hidden_at = act.done_at
        after = (at for at in shown.get(act.message_id, []) if hidden_at and at >= hidden_at)
        if hidden_at and (restored_at := next(after, None)):
            waits.append((restored_at - hidden_at).total_seconds())
    return waits


def _sample(client: Client, month: Month, acts: Sequence[Act]) -> list[Act]:
    """Drawn by client and month, so that nobody chooses and anybody can check; by clause, maker and language."""
    by_id = {act.pk: act for act in acts}
    drawn = certainty.sample(
        {pk: _stratum(act) for pk, act in by_id.items()}, size=SAMPLE, seed=f"{client.slug} {month}"
    )
    return [by_id[pk] for pk in drawn]


def _stratum(act: Act) -> str:
    maker = "person" if act.user_id else "machine"
    return f"{act.action} {act.clause} {maker} {act.verdict.language if act.verdict else ''}"
