"""The doors to jobs: when the next is due, and what a supervisor sees of them."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q, QuerySet

from parlour.apps.clients.queries import NotThere
from parlour.apps.jobs.models import Cron, Job
from parlour.core.queues import COUNTED, QueueState


def due_crons(tasks: Sequence[str], *, now: datetime) -> list[str]:
    """Those of these recurring tasks that are due or were never planned, in their order."""
    planned = set(Cron.objects.filter(task__in=tasks, next_at__gt=now).values_list("task", flat=True))
    return [task for task in tasks if task not in planned]


def dead_for(client_ids: Sequence[int], *, limit: int = 50) -> list[Job]:
    """Those given up, of these clients and of the installation itself, newest first."""
    return list(_of(client_ids).filter(state=Job.State.DEAD).order_by("-id")[:limit])


def dead_job_for(client_ids: Sequence[int], job_id: int) -> Job:
    job = _of(client_ids).filter(pk=job_id, state=Job.State.DEAD).first()
    if job is None:
        raise NotThere
    return job


def queue_of(client_ids: Sequence[int], *, now: datetime) -> QueueState:
    """How the jobs of these clients and of the installation stand; counts end at `COUNTED`."""
    rows = _of(client_ids)
    due = rows.filter(state=Job.State.WAITING, due_at__lte=now)
    return QueueState(
        waiting=due.values("id")[:COUNTED].count(),
        oldest_at=due.order_by("due_at").values_list("due_at", flat=True).first(),
        in_hand=rows.filter(state=Job.State.RUNNING, leased_until__gte=now).count(),
        retrying=rows.filter(state=Job.State.WAITING, attempts__gt=0).values("id")[:COUNTED].count(),
        given_up=rows.filter(state=Job.State.DEAD).values("id")[:COUNTED].count(),
    )


def crons() -> list[Cron]:
    return list(Cron.objects.order_by("next_at", "task"))


def _of(client_ids: Sequence[int]) -> QuerySet[Job]:
    return Job.objects.filter(Q(client_id__in=client_ids) | Q(client_id__isnull=True))
