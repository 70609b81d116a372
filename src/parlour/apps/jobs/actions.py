"""What happens to a job: asked for, claimed, kept alive, done, tried again, given up, replayed.

Every step after the claim is fenced by the attempt: a worker that lost its lease changes nothing any more.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from parlour.apps import leases
from parlour.apps.accounts import actions as log
from parlour.apps.accounts.models import User
from parlour.apps.jobs.models import Cron, Job

# Renewed all the time by a living worker, so it only says how soon a dead one is found.
LEASE = timedelta(seconds=15)


class LeaseLost(Exception):
    """Another worker has taken this job over."""


def ask(
    task: str,
    *,
    now: datetime,
    payload: Mapping[str, Any] | None = None,
    key: str = "",
    order: Job.Order = Job.Order.ANY,
    unique: str | None = None,
    due_at: datetime | None = None,
    client_id: int | None = None,
) -> bool:
    """Work for later, in the caller's transaction. False when the same, by `unique`, waits already."""
    job = Job(
        client_id=client_id, task=task, payload=dict(payload or {}), key=key, order=order, unique=unique,
        created_at=now, due_at=due_at or now,
    )  # fmt: skip
    if unique is None:
        job.save(force_insert=True)
        return True
    try:
        with transaction.atomic():
            job.save(force_insert=True)
    except IntegrityError:
        return False
    return True


def claim(*, now: datetime, limit: int) -> list[Job]:
    """Jobs that are due, of each key only the first; ours until the lease runs out."""
    try:
        with transaction.atomic():
            due = _claimable(now).order_by("due_at", "id").values_list("id", "key")[:limit]
            ids = _first_of_each_key(due)
            Job.objects.filter(pk__in=ids).update(
                state=Job.State.RUNNING, leased_until=now + LEASE, attempts=F("attempts") + 1
            )
    except IntegrityError:
        return []  # another worker began a job of the same key in the same moment: it goes first
    return list(Job.objects.filter(pk__in=ids).order_by("due_at", "id"))


def _claimable(now: datetime) -> QuerySet[Job]:
    same_key = Job.objects.filter(~Q(key=""), key=OuterRef("key"))
    running = same_key.filter(~Q(pk=OuterRef("pk")), state=Job.State.RUNNING)
    earlier = same_key.exclude(state=Job.State.DEAD).filter(id__lt=OuterRef("id"))
    return Job.objects.select_for_update(skip_locked=True).filter(
        Q(state=Job.State.WAITING, due_at__lte=now)
        | Q(state=Job.State.RUNNING) & leases.free("leased_until", now),
        ~Exists(running),
        ~Q(order=Job.Order.STRICT) | ~Exists(earlier),
    )


def _first_of_each_key(rows: Iterable[tuple[int, str]]) -> list[int]:
    first: dict[str, int] = {}
    for pk, key in rows:
        first.setdefault(key or f"\n{pk}", pk)  # no key can hold a line break: those without one never meet
    return list(first.values())


def keep(jobs: Sequence[Job], *, now: datetime) -> None:
    """The heartbeat: as long as somebody works on them they are theirs."""
    for job in jobs:
        _ours(job).update(leased_until=now + LEASE)


def done(job: Job) -> None:
    if not _ours(job).delete()[0]:
        raise LeaseLost(f"{job} was taken over after attempt {job.attempts}.")


def again(job: Job, *, at: datetime, why: str) -> None:
    """It failed and is tried again then. Where the same waits already, by `unique`, that one stands for both."""
    changes = {"state": Job.State.WAITING, "due_at": at, "leased_until": None, "error": why[:500]}
    try:
        with transaction.atomic():
            changed = _ours(job).update(**changes)
    except IntegrityError:
        changed, _ = _ours(job).delete()
    if not changed:
        raise LeaseLost(f"{job} was taken over after attempt {job.attempts}.")


def give_up(job: Job, *, why: str, now: datetime) -> None:
    """A dead letter: kept with its cause until a person replays it or throws it away."""
    with transaction.atomic():
        if not _ours(job).update(state=Job.State.DEAD, leased_until=None, error=why[:500]):
            raise LeaseLost(f"{job} was taken over after attempt {job.attempts}.")
        _log(job, "job given up", now)


def replay(job: Job, *, user: User, now: datetime) -> bool:
    """A person sends a dead job on its way again; False when the same waits already or somebody was quicker."""
    dead = Job.objects.filter(pk=job.pk, state=Job.State.DEAD)
    try:
        with transaction.atomic():
            changed = dead.update(state=Job.State.WAITING, due_at=now, attempts=0, error="")
            if changed:
                _log(job, "job replayed", now, user)
    except IntegrityError:
        return False
    return bool(changed)


def recur(task: str, *, next_at: datetime, now: datetime) -> bool:
    """Move a recurring task on when it is due, and ask for it in the same transaction: of all workers one does."""
    with transaction.atomic():
        _, new = Cron.objects.get_or_create(task=task, defaults={"next_at": next_at})
        if new or not Cron.objects.filter(task=task, next_at__lte=now).update(next_at=next_at):
            return False
        return ask(task, now=now, unique=f"cron {task}")


def _ours(job: Job) -> QuerySet[Job]:
    return Job.objects.filter(pk=job.pk, attempts=job.attempts, state=Job.State.RUNNING)


def _log(job: Job, verb: str, now: datetime, user: User | None = None) -> None:
    log.log(
        at=now, verb=verb, object_kind="job", object_id=job.pk, client_id=job.client_id, user=user,
        detail={"task": job.task},
    )  # fmt: skip
