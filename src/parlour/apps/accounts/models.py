"""Users, and the one log that audit, notifications and live pages are queries over."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    def create_user(self, *, email: str, password: str | None = None, name: str = "") -> "User":
        user = self.model(email=self.normalize_email(email).lower(), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, *, email: str, password: str | None = None, name: str = "") -> "User":
        user = self.create_user(email=email, password=password, name=name)
        user.is_staff = user.is_superuser = True
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A person who works here. What they may see and do is said by their memberships, client by client."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    single_keys = models.BooleanField(_("single-key shortcuts"), default=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name or self.email


class LogEntry(models.Model):
    """One thing done, by a person or (without a user) by Parlour itself. Append-only.

    The tables it speaks of lie above this app, so it names them by number, not by foreign key.
    """

    at = models.DateTimeField()
    client_id = models.BigIntegerField(null=True)
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField(max_length=40)
    object_kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField(null=True)
    conversation_id = models.BigIntegerField(null=True)
    # Which live page this is news for, e.g. one web page's thread: see web/live.py.
    topic = models.CharField(max_length=255, blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = (
            models.Index(fields=["client_id", "id"], name="log_by_client"),
            models.Index(fields=["client_id", "conversation_id", "id"], name="log_by_conversation"),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S} {self.verb} {self.object_kind} {self.object_id}"
