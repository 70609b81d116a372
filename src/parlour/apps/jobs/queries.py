"""The doors to jobs: when the next is due, and what a supervisor sees of them."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q, QuerySet

from parlour.apps.clients.queries import NotThere
from parlour.apps.jobs.models import Cron, Job


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


def _of(client_ids: Sequence[int]) -> QuerySet[Job]:
    return Job.objects.filter(Q(client_id__in=client_ids) | Q(client_id__isnull=True))
