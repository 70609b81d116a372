"""Reading the log and finding people."""

from collections.abc import Iterable

from django.db.models import Max, QuerySet

from parlour.apps.accounts.models import LogEntry, User


def user_by_id(user_id: int) -> User | None:
    return User.objects.filter(pk=user_id, is_active=True).first()


def newest_entry_id() -> int:
    return LogEntry.objects.aggregate(newest=Max("id"))["newest"] or 0


def entries_after(entry_id: int, *, limit: int) -> QuerySet[LogEntry]:
    return LogEntry.objects.filter(pk__gt=entry_id).order_by("id")[:limit]


def entries_by_id(ids: Iterable[int]) -> QuerySet[LogEntry]:
    return LogEntry.objects.filter(pk__in=list(ids)).order_by("id")
