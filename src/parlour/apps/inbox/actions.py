"""What people do with conversations at the desk."""

from datetime import datetime

from django.db import transaction

from parlour.apps.accounts import actions as log
from parlour.apps.accounts.models import User
from parlour.apps.inbox import turns
from parlour.apps.inbox.models import Conversation


def resolve(conversation: Conversation, *, user: User, now: datetime) -> None:
    """A person says this is done: nobody waits any more, and the log says who said so."""
    with transaction.atomic():
        held = _held(conversation)
        held.status, held.waiting_since = Conversation.Status.RESOLVED, None
        held.save(update_fields=["status", "waiting_since"])
        turns.stop_clocks([held], at=now, by=f"done by user {user.pk}")
        _log(held, "done", user, now)


def reopen(conversation: Conversation, *, user: User, now: datetime) -> None:
    with transaction.atomic():
        held = _held(conversation)
        held.status = Conversation.Status.OPEN
        held.save(update_fields=["status"])
        _log(held, "reopened", user, now)


def assign(conversation: Conversation, *, to: User | None, user: User, now: datetime) -> None:
    with transaction.atomic():
        held = _held(conversation)
        held.assignee = to
        held.save(update_fields=["assignee"])
        _log(held, "assigned" if to else "unassigned", user, now)


def _held(conversation: Conversation) -> Conversation:
    return Conversation.objects.select_for_update(of=("self",)).select_related("post").get(pk=conversation.pk)


def _log(conversation: Conversation, verb: str, user: User, now: datetime) -> None:
    log.log(
        at=now,
        verb=verb,
        object_kind="conversation",
        object_id=conversation.pk,
        client_id=conversation.client_id,
        conversation_id=conversation.pk,
        user=user,
        topic=conversation.topic,
    )
