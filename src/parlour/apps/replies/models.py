"""Answers on their way out. The row is the truth: a worker's nudge may be lost, the row is found again."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from parlour.apps.accounts.models import User
from parlour.apps.clients.models import Channel, Client
from parlour.apps.inbox.models import Conversation, Message


class Reply(models.Model):
    """One answer in a person's words. States and legal moves: core/delivery.py."""

    class State(models.TextChoices):
        QUEUED = "queued", _("queued")
        SENDING = "sending", _("sending")
        SENT = "sent", _("sent")
        CONFIRMED = "confirmed", _("delivered")
        FAILED = "failed", _("failed")
        UNKNOWN = "unknown", _("outcome unknown")
        TAKEN_BACK = "taken_back", _("taken back")

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+", db_index=False)
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="+", db_index=False)
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="replies", db_index=False
    )
    in_reply_to = models.ForeignKey(
        Message, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", db_index=False)
    text = models.TextField()
    # Given by the page that sends the form: a double click or a repeated request is one answer.
    key = models.UUIDField(default=uuid.uuid4)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    # How often it was claimed: every step after a claim is fenced by it.
    attempts = models.PositiveIntegerField(default=0)
    # How often the platform failed us; being asked to slow down is no failure.
    failures = models.PositiveSmallIntegerField(default=0)
    leased_until = models.DateTimeField(null=True)
    external_id = models.CharField(max_length=200, blank=True)
    url = models.URLField(max_length=1000, blank=True)
    sent_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    cause = models.CharField(max_length=500, blank=True)
    # The message it became; the platform's echo of it finds the same row.
    message = models.OneToOneField(Message, null=True, on_delete=models.SET_NULL, related_name="reply")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["client", "key"], name="one_reply_per_key"),
            models.CheckConstraint(
                condition=~Q(state__in=["sent", "confirmed"]) | ~Q(external_id=""),
                name="sent_has_the_platforms_id",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["due_at", "id"],
                condition=Q(state__in=["queued", "sending", "sent", "unknown"]),
                name="reply_due",
            ),
            models.Index(fields=["client", "conversation", "id"], name="reply_in_thread"),
            models.Index(
                fields=["client", "state", "id"],
                condition=Q(state__in=["failed", "unknown"]),
                name="reply_problem",
            ),
        ]

    def __str__(self) -> str:
        return f"reply {self.pk} ({self.state})"


class Pace(models.Model):
    """How fast answers may leave on a channel: one bucket and one fuse, shared by all workers. Rules: core/pace.py.

    Not on the channel's row: filing holds that one, and a flood that comes in must not slow what goes out.
    """

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+", db_index=False)
    channel = models.OneToOneField(Channel, on_delete=models.CASCADE, related_name="pace")
    # Whose turn it is: when a send was last begun here.
    turn_at = models.DateTimeField(null=True)
    # No send before: the bucket is empty, or the fuse is open.
    ready_at = models.DateTimeField(null=True)
    # How often in a row the platform failed us.
    failures = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"pace of channel {self.channel_id}"
