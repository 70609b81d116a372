"""Writing the log: every action leaves its entry in its own transaction."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from parlour.apps import bulk
from parlour.apps.accounts.models import LogEntry, User


def entry(
    *,
    at: datetime,
    verb: str,
    object_kind: str,
    object_id: int | None,
    client_id: int | None,
    user: User | None = None,
    conversation_id: int | None = None,
    topic: str = "",
    detail: dict[str, Any] | None = None,
) -> LogEntry:
    """A log entry that is not stored yet: for `log_all`, where many things happen at once."""
    return LogEntry(
        at=at,
        verb=verb,
        object_kind=object_kind,
        object_id=object_id,
        client_id=client_id,
        user_id=user.pk if user else None,
        conversation_id=conversation_id,
        topic=topic[:255],
        detail=detail or {},
    )


def log_all(entries: Iterable[LogEntry]) -> None:
    bulk.insert(list(entries))


def log(
    *,
    at: datetime,
    verb: str,
    object_kind: str,
    object_id: int | None,
    client_id: int | None,
    user: User | None = None,
    conversation_id: int | None = None,
    topic: str = "",
    detail: dict[str, Any] | None = None,
) -> None:
    entry(
        at=at,
        verb=verb,
        object_kind=object_kind,
        object_id=object_id,
        client_id=client_id,
        user=user,
        conversation_id=conversation_id,
        topic=topic,
        detail=detail,
    ).save(force_insert=True)


def switch_single_keys(user: User, *, on: bool, now: datetime) -> None:
    """Whether j, k, r ... act for this person: who dictates or uses a screen reader may want them off."""
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(single_keys=on)
        verb = "single keys on" if on else "single keys off"
        log(at=now, verb=verb, object_kind="user", object_id=user.pk, client_id=None, user=user)
