"""People of the community. A member is one person for one client; a handle is one identity of theirs."""

from typing import ClassVar

from django.db import models

from parlour.apps.clients.models import Client


class Member(models.Model):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="members")
    name = models.CharField(max_length=200)
    created_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["client", "name"], name="member_by_name")]

    def __str__(self) -> str:
        return self.name


class Handle(models.Model):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="handles")
    connector = models.CharField(max_length=30)
    external_id = models.CharField(max_length=200)
    name = models.CharField(max_length=200)
    avatar_url = models.URLField(max_length=1000, blank=True)
    first_seen_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["client", "connector", "external_id"], name="one_handle_per_identity"
            ),
        ]

    def __str__(self) -> str:
        return self.name
