"""Jobs and when they recur. What has a row of its own (an event, an answer, a channel's poll) is not a job."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Job(models.Model):
    """A task's name and what it needs. A finished job is gone; a dead one waits for a person."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("running")
        DEAD = "dead", _("given up")

    class Order(models.TextChoices):
        ANY = "any"
        # While the first of a key backs off, the next may go; but never two at once.
        SKIP = "skip"
        # The next of a key waits until the first is done or given up.
        STRICT = "strict"

    client_id = models.BigIntegerField(null=True)
    task = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    key = models.CharField(max_length=120, blank=True)
    order = models.CharField(max_length=6, choices=Order, default=Order.ANY)
    # The same again while one of these waits is no second job.
    unique = models.CharField(max_length=120, null=True)  # noqa: DJ001 - a null is never equal to another
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    # Counts claims; whoever reports under an older attempt has lost the job.
    attempts = models.PositiveSmallIntegerField(default=0)
    leased_until = models.DateTimeField(null=True)
    error = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["key"], condition=Q(state="running") & ~Q(key=""), name="one_running_job_a_key"
            ),
            models.UniqueConstraint(
                fields=["unique"], condition=Q(state="waiting"), name="one_waiting_job_a_unique"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["due_at", "id"], condition=~Q(state="dead"), name="job_due"),
            models.Index(fields=["key", "id"], condition=~Q(state="dead") & ~Q(key=""), name="job_key"),
            models.Index(fields=["client_id", "id"], condition=Q(state="dead"), name="job_dead"),
        ]

    def __str__(self) -> str:
        return f"job {self.pk}: {self.task} ({self.state})"


class Cron(models.Model):
    """When a recurring task is next due. Any worker may move it on; the row decides who did."""

    task = models.CharField(max_length=60, unique=True)
    next_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.task} at {self.next_at:%Y-%m-%d %H:%M}"
