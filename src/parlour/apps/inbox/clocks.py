"""Deadlines that have passed."""

from datetime import datetime

from django.db import transaction

from parlour.apps.accounts import actions as log
from parlour.apps.inbox.models import Clock

BATCH = 200


def tell_overdue(*, now: datetime) -> int:
    """Log each deadline that has passed and that people were not told of; returns how many, at most BATCH."""
    with transaction.atomic():
        passed = list(
            Clock.objects.select_for_update(of=("self",), skip_locked=True)
            .filter(stopped_at__isnull=True, told_at__isnull=True, due_at__lte=now)
            .order_by("due_at", "id")[:BATCH]
        )
        Clock.objects.filter(pk__in=[clock.pk for clock in passed]).update(told_at=now)
        log.log_all(
            log.entry(
                at=now,
                verb=f"{clock.kind} overdue",
                object_kind="clock",
                object_id=clock.pk,
                client_id=clock.client_id,
                conversation_id=clock.conversation_id,
            )
            for clock in passed
        )
    return len(passed)
