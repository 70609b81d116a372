"""What came in. Every unique constraint and hot index begins with the client, so that tables can be sharded by it.

Foreign keys carry no index of their own here (`db_index=False`): every query names the client, and each index costs a
write for each of the thousand messages that come in a brand's worst minute.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from parlour.apps.accounts.models import User
from parlour.apps.clients.models import Channel, Client
from parlour.apps.members.models import Handle, Member


class Event(models.Model):
    """A delivery as it came through the door, headers and raw bytes. Kept, so that it can be read again."""

    class State(models.TextChoices):
        WAITING = "waiting"
        DONE = "done"
        QUARANTINED = "quarantined"
        # A person looked at it and said why nothing will come of it.
        SET_ASIDE = "set_aside"

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+", db_index=False)
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="+", db_index=False)
    received_at = models.DateTimeField()
    headers = models.JSONField(default=dict)
    body = models.BinaryField()
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    # A claimed event is a waiting one whose lease lies in the future: a dead worker's claim simply runs out.
    leased_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=500, blank=True)
    # Found by a look at the platform, not brought by a webhook.
    polled = models.BooleanField(default=False, db_default=False)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["id"], condition=Q(state="waiting"), name="event_waiting"),
            models.Index(fields=["client", "channel", "id"], condition=Q(state="waiting"), name="event_lane"),
            models.Index(fields=["client", "id"], condition=Q(state="quarantined"), name="event_quarantined"),
        ]

    def __str__(self) -> str:
        return f"event {self.pk} ({self.state})"


class Post(models.Model):
    """What the brand published, with its comments below; on a website, the page."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+", db_index=False)
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="posts", db_index=False)
    external_id = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    url = models.URLField(max_length=1000, blank=True)
    published_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["client", "channel", "external_id"], name="one_post_per_id"),
        ]

    def __str__(self) -> str:
        return self.text[:60] or self.external_id


class Conversation(models.Model):
    """One thread with its members. What lists show of it is kept on the row, so that a list reads one table."""

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        PENDING = "pending", _("pending")
        SNOOZED = "snoozed", _("snoozed")
        RESOLVED = "resolved", _("done")

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+", db_index=False)
    channel = models.ForeignKey(
        Channel, on_delete=models.CASCADE, related_name="conversations", db_index=False
    )
    external_id = models.CharField(max_length=200)
    post = models.ForeignKey(Post, null=True, on_delete=models.CASCADE, related_name="conversations")
    member = models.ForeignKey(
        Member, null=True, on_delete=models.SET_NULL, related_name="conversations", db_index=False
    )
    private = models.BooleanField(default=False)
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    assignee = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    created_at = models.DateTimeField()
    last_message_at = models.DateTimeField()
    # When the community began to wait for us; empty while nobody waits.
    waiting_since = models.DateTimeField(null=True)
    last_answer_at = models.DateTimeField(null=True)
    snippet = models.CharField(max_length=200, blank=True)
    message_count = models.PositiveIntegerField(default=0)
    kind = models.CharField(max_length=12, blank=True)
    severity = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["client", "channel", "external_id"], name="one_conversation_per_thread"
            ),
            models.CheckConstraint(condition=Q(severity__lte=3), name="conversation_severity_0_to_3"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["client", "-last_message_at", "-id"], name="conversation_newest"),
            models.Index(
                fields=["client", "waiting_since", "id"],
                condition=Q(waiting_since__isnull=False),
                name="conversation_waiting",
            ),
            models.Index(fields=["client", "status", "-last_message_at", "-id"], name="conversation_status"),
            models.Index(
                fields=["client", "assignee", "-last_message_at", "-id"],
                name="conversation_assignee",
            ),
            models.Index(fields=["client", "member", "-last_message_at"], name="conversation_of_member"),
        ]

    def __str__(self) -> str:
        return self.snippet or f"conversation {self.pk}"

    @property
    def topic(self) -> str:
        """The live page that shows this conversation outside: one page's thread or one visitor's chat."""
        place = self.post.external_id if self.post else self.external_id
        return f"{self.channel_id}:{place}"


class Message(models.Model):
    """One item in a conversation: inbound from the community or outbound in the brand's voice."""

    class Direction(models.TextChoices):
        INBOUND = "in", _("inbound")
        OUTBOUND = "out", _("outbound")

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+", db_index=False)
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="+", db_index=False)
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="messages", db_index=False
    )
    external_id = models.CharField(max_length=200)
    # By the platform's id, not by row: a parent may come later than its child.
    parent_external_id = models.CharField(max_length=200, blank=True)
    type = models.CharField(max_length=10)
    direction = models.CharField(max_length=3, choices=Direction)
    handle = models.ForeignKey(Handle, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False)
    # Who of us wrote it; empty when the brand answered outside Parlour.
    user = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False)
    text = models.TextField(blank=True)
    url = models.URLField(max_length=1000, blank=True)
    sent_at = models.DateTimeField()
    received_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    hidden_at = models.DateTimeField(null=True)
    kind = models.CharField(max_length=12, blank=True)
    severity = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["client", "channel", "external_id"], name="one_message_per_id"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["client", "conversation", "sent_at", "id"], name="message_in_thread"),
        ]

    def __str__(self) -> str:
        return f"message {self.pk}"


class Tombstone(models.Model):
    """A message its author deleted. It outlives a late add, so that what was taken back never comes back."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+", db_index=False)
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="+", db_index=False)
    external_id = models.CharField(max_length=200)
    deleted_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["client", "channel", "external_id"], name="one_tombstone_per_id"),
        ]

    def __str__(self) -> str:
        return self.external_id


class Verdict(models.Model):
    """What a message means, by one maker. A person's correction is another verdict beside it, never over it."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+", db_index=False)
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="verdicts", db_index=False)
    maker = models.CharField(max_length=60)
    made_at = models.DateTimeField()
    kind = models.CharField(max_length=12)
    severity = models.PositiveSmallIntegerField()
    sentiment = models.CharField(max_length=10, blank=True)
    language = models.CharField(max_length=8, blank=True)
    target = models.CharField(max_length=10, blank=True)
    scores = models.JSONField(default=dict)
    # Pairs of a sentence and the piece of the text it stands on, see core/judgement/reasons.py.
    reasons = models.JSONField(default=list)
    # What the brake and the insult recogniser say together; whether anything is hidden is for a signed clause.
    may_hide = models.BooleanField(default=False)
    # The brake. It holds unless a judgement has said otherwise: of what is not known nothing is hidden.
    complaint_like = models.BooleanField(default=True)
    critical = models.BooleanField(default=True)
    unsure = models.BooleanField(default=True)
    # How many texts like this came within the window of core/judgement/floods.py, this one included.
    copies = models.PositiveIntegerField(default=1)
    # Who corrected it; empty when a machine judged.
    user = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False)
    # A machine may have something to do here under a signed clause, and has not looked yet.
    to_moderate = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["client", "message", "id"], name="verdict_of_message"),
            models.Index(fields=["id"], condition=Q(to_moderate=True), name="verdict_to_moderate"),
            models.Index(
                fields=["client", "id"], condition=Q(user__isnull=False), name="verdict_by_a_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.maker})"


class Clock(models.Model):
    """A running deadline: how long the community waits to be acknowledged, and to be answered."""

    class Kind(models.TextChoices):
        ACKNOWLEDGE = "acknowledge", _("acknowledge")
        ANSWER = "answer", _("answer")

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+", db_index=False)
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="clocks", db_index=False
    )
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=12, choices=Kind)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True)
    stopped_by = models.CharField(max_length=60, blank=True)
    # When people were told that it ran out: once.
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["client", "conversation", "kind"],
                condition=Q(stopped_at__isnull=True),
                name="one_running_clock_a_kind",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["client", "kind", "due_at"],
                condition=Q(stopped_at__isnull=True),
                name="clock_running",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} until {self.due_at:%Y-%m-%d %H:%M}"
