"""Acts of moderation, the audit's readings, members whose messages a person reads first, and fitted corrections."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from parlour.apps.accounts.models import User
from parlour.apps.clients.models import Agreement, Channel, Client
from parlour.apps.inbox.models import Message, Verdict
from parlour.apps.members.models import Member

_UNFINISHED = ["proposed", "queued", "sending"]


class Act(models.Model):
    """One hide, unhide or delete. States and legal moves: core/moderation/progress.py."""

    class Action(models.TextChoices):
        HIDE = "hide", _("hide")
        UNHIDE = "unhide", _("unhide")
        DELETE = "delete", _("delete")

    class State(models.TextChoices):
        PROPOSED = "proposed", _("waits for a second person")
        QUEUED = "queued", _("on its way")
        SENDING = "sending", _("on its way")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        REFUSED = "refused", _("refused")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Via(models.TextChoices):
        """The door it came through; behind each of them is the same flow."""

        PAGE = "page", _("page")
        API = "api", _("API")
        RULE = "rule", _("rule")
        BULK = "bulk", _("bulk")
        IMPORT = "import", _("import")

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+", db_index=False)
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="+", db_index=False)
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="acts", db_index=False)
    action = models.CharField(max_length=6, choices=Action)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    via = models.CharField(max_length=6, choices=Via)
    # Which line of which signed version permits it. Unhiding needs none.
    agreement = models.ForeignKey(
        Agreement, null=True, on_delete=models.RESTRICT, related_name="+", db_index=False
    )
    clause = models.PositiveIntegerField(null=True)
    # What the machine thought when it was decided.
    verdict = models.ForeignKey(
        Verdict, null=True, on_delete=models.RESTRICT, related_name="+", db_index=False
    )
    # The message, verdict and clause as they were, sealed by apps/moderation/evidence.py.
    evidence = models.BinaryField(default=bytes)
    # The message may be a complaint, may be critical or is doubtful.
    doubtful = models.BooleanField(default=False)
    maker = models.CharField(max_length=60)
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    reason = models.CharField(max_length=500, blank=True)
    second = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    second_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    # How often it was claimed: every step after a claim is fenced by it.
    attempts = models.PositiveIntegerField(default=0)
    failures = models.PositiveSmallIntegerField(default=0)
    leased_until = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    cause = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(action="unhide")
                | (
                    Q(agreement__isnull=False, clause__isnull=False, verdict__isnull=False) & ~Q(evidence=b"")
                ),
                name="no_act_without_clause_verdict_and_evidence",
            ),
            models.CheckConstraint(
                condition=~Q(doubtful=True, state__in=["queued", "sending", "done"])
                | (Q(action="hide", user__isnull=False, second__isnull=False) & ~Q(second=F("user"))),
                name="doubtful_needs_two_persons",
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(done_at__isnull=False), name="done_has_its_time"
            ),
            models.UniqueConstraint(
                fields=["client", "message", "action"],
                condition=Q(state__in=_UNFINISHED),
                name="one_unfinished_act_a_message",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["due_at", "id"], condition=Q(state__in=["queued", "sending"]), name="act_due"
            ),
            models.Index(fields=["client", "message", "id"], name="act_on_message"),
            models.Index(fields=["client", "done_at", "id"], name="act_done"),
            models.Index(
                fields=["client", "id"], condition=Q(state__in=["proposed", "failed"]), name="act_for_people"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.pk} ({self.state})"


class Reading(models.Model):
    """A person read again what had been hidden, for the certificate."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+", db_index=False)
    act = models.ForeignKey(Act, on_delete=models.CASCADE, related_name="readings", db_index=False)
    reader = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    insult = models.BooleanField()
    complaint = models.BooleanField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["client", "act"], name="one_reading_per_act"),
        ]

    def __str__(self) -> str:
        return f"reading of act {self.act_id}"


class PreModeration(models.Model):
    """A person decided that this member's messages are read first, why, and until when."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+", db_index=False)
    member = models.ForeignKey(
        Member, on_delete=models.CASCADE, related_name="premoderations", db_index=False
    )
    reason = models.CharField(max_length=500)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", db_index=False)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="premoderation_has_a_reason"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("begins_at")), name="premoderation_has_an_end"),
            models.UniqueConstraint(
                fields=["client", "member"],
                condition=Q(ended_at__isnull=True),
                name="one_premoderation_a_member",
            ),
        ]

    def __str__(self) -> str:
        return f"member {self.member_id} until {self.ends_at:%Y-%m-%d}"


class Fit(models.Model):
    """What was learnt from one client's corrections, with its figures. Nothing uses it before a person switches it on."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+", db_index=False)
    version = models.CharField(max_length=40)
    fitted_at = models.DateTimeField()
    corrections = models.PositiveIntegerField()
    offsets = models.JSONField()
    learnt_from = models.PositiveIntegerField()
    held_back = models.PositiveIntegerField()
    before = models.FloatField()
    after = models.FloatField()
    missed_before = models.PositiveIntegerField()
    missed_after = models.PositiveIntegerField()
    on_since = models.DateTimeField(null=True)
    switched_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["client", "version"], name="one_fit_per_version"),
            models.UniqueConstraint(
                fields=["client"], condition=Q(on_since__isnull=False), name="one_fit_on"
            ),
        ]

    def __str__(self) -> str:
        return self.version
