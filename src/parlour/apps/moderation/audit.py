"""Writing down what a person found when they read again what had been hidden."""

from datetime import datetime

from django.db import transaction

from parlour.apps.accounts import actions as log
from parlour.apps.accounts.models import User
from parlour.apps.moderation.models import Act, Reading


def store(act: Act, *, reader: User, insult: bool, complaint: bool, now: datetime) -> None:
    with transaction.atomic():
        Reading.objects.update_or_create(
            client_id=act.client_id,
            act=act,
            defaults={"reader": reader, "at": now, "insult": insult, "complaint": complaint},
        )
        log.log(
            at=now,
            verb="read again",
            object_kind="act",
            object_id=act.pk,
            client_id=act.client_id,
            user=reader,
            detail={"insult": insult, "complaint": complaint},
        )
