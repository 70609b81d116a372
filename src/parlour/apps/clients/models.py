"""Clients, memberships and channels. A client is the boundary of everything below it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from parlour.apps.accounts.models import User


class Client(models.Model):
    """Who pays, and in whose voice we speak."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    colour = models.CharField(max_length=7, default="#7a5cff")
    time_zone = models.CharField(max_length=60, default="UTC")
    country = models.CharField(max_length=2, blank=True)
    languages = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    COMMUNITY_MANAGER = "community_manager", _("community manager")
    ACCOUNT_MANAGER = "account_manager", _("account manager")
    SUPERVISOR = "supervisor", _("supervisor")
    ANALYST = "analyst", _("analyst")


class Membership(models.Model):
    """This person works for this client, as that."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["client", "user"], name="one_membership_per_client"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="membership_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user} as {self.role} for {self.client}"


class Channel(models.Model):
    """A client's connected page or account on one platform."""

    class Status(models.TextChoices):
        ACTIVE = "active", _("active")
        PAUSED = "paused", _("paused")
        RECONNECT = "reconnect", _("needs reconnecting")

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="channels")
    connector = models.CharField(max_length=30)
    name = models.CharField(max_length=120)
    # The platform's own name of the account; for a website the public key in the script tag.
    external_id = models.CharField(max_length=200)
    status = models.CharField(max_length=12, choices=Status, default=Status.ACTIVE)
    status_reason = models.CharField(max_length=300, blank=True)
    paused_until = models.DateTimeField(null=True, blank=True)
    settings = models.JSONField(default=dict)
    # Encrypted by apps/clients/credentials.py; never shown, never logged.
    credentials = models.BinaryField(default=bytes)
    # Where the last look at the platform ended: the connector's own business.
    cursor = models.JSONField(default=dict)
    poll_at = models.DateTimeField(null=True, blank=True)
    last_event_at = models.DateTimeField(null=True, blank=True)
    last_poll_at = models.DateTimeField(null=True, blank=True)
    last_send_at = models.DateTimeField(null=True, blank=True)
    # Whose turn it is to be filed, and until when a worker has this channel's events: apps/inbox/lanes.py.
    lane_until = models.DateTimeField(null=True, blank=True)
    lane_turn = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("client", "name", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["client", "connector", "external_id"], name="one_channel_per_account"
            ),
            # A webhook or a widget arrives with this pair only and must lead to one client.
            models.UniqueConstraint(fields=["connector", "external_id"], name="one_client_per_account"),
        ]

    def __str__(self) -> str:
        return self.name


class Hearing(models.Model):
    """How a channel sounds, so that a silence is noticed. Beside the channel's row, because every batch writes here."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+", db_index=False)
    channel = models.OneToOneField(Channel, on_delete=models.CASCADE, related_name="hearing")
    # The hour that is being counted, and what came in it.
    hour = models.DateTimeField()
    heard = models.PositiveIntegerField(default=0)
    # By hour of the week: how many events in how many such hours, see core/silence.py.
    rhythm = models.JSONField(default=dict)
    # Messages that a look found and that still wait for their webhook, by the platform's id, since when.
    unmatched = models.JSONField(default=dict)
    lost = models.PositiveIntegerField(default=0)
    last_lost_at = models.DateTimeField(null=True)
    silent_since = models.DateTimeField(null=True)
    check_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["check_at", "id"], name="hearing_due")]

    def __str__(self) -> str:
        return f"hearing of channel {self.channel_id}"


class Agreement(models.Model):
    """What a client signs, by kind and version. Its content never changes once the client has it before them."""

    class Kind(models.TextChoices):
        MODERATION = "moderation", _("moderation")

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        SENT = "sent", _("with the client")
        SIGNED = "signed", _("signed")
        SUPERSEDED = "superseded", _("superseded")
        LAPSED = "lapsed", _("lapsed")

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="agreements", db_index=False)
    kind = models.CharField(max_length=12, choices=Kind)
    version = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    # For moderation the clauses, as core/moderation/clauses.py writes them.
    content = models.JSONField(default=list)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    signed_at = models.DateTimeField(null=True)
    # The client's person who signed, and who of us wrote that down (empty once they sign by themselves).
    signed_by = models.CharField(max_length=120, blank=True)
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    ends_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("client", "kind", "-version")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["client", "kind", "version"], name="one_agreement_per_version"),
            models.UniqueConstraint(
                fields=["client", "kind"],
                condition=models.Q(status="signed"),
                name="one_signed_agreement_a_kind",
            ),
            models.UniqueConstraint(
                fields=["client", "kind"],
                condition=models.Q(status__in=["draft", "sent"]),
                name="one_open_agreement_a_kind",
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=["signed", "superseded", "lapsed"])
                | (models.Q(signed_at__isnull=False) & ~models.Q(signed_by="")),
                name="signed_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} agreement {self.version}"
