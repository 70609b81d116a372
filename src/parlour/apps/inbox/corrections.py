"""What people say of a message instead of the machine: another verdict beside it, never over it."""

from datetime import datetime

from django.db import transaction

from parlour.apps.accounts import actions as log
from parlour.apps.accounts.models import User
from parlour.apps.inbox import turns
from parlour.apps.inbox.models import Conversation, Message, Verdict


class NotJudged(Exception):
    """There is no verdict that could be corrected."""


def correct(message: Message, *, kind: str, user: User, now: datetime) -> Verdict:
    """The message is of this kind, says this person. Lists and clocks follow them; the machine's verdict stays."""
    with transaction.atomic():
        conversation = (
            Conversation.objects.select_for_update(of=("self",))
            .select_related("post")
            .get(pk=message.conversation_id)
        )
        before = (
            Verdict.objects.filter(client_id=message.client_id, message=message, user__isnull=True)
            .order_by("-id")
            .first()
        )
        if before is None:
            raise NotJudged
        verdict = _beside(before, kind=kind, user=user, now=now)
        message.conversation, was = conversation, message.kind
        message.kind = kind
        Message.objects.filter(pk=message.pk).update(kind=kind)
        if conversation.kind == was:
            Conversation.objects.filter(pk=conversation.pk).update(kind=kind)
            conversation.kind = kind
        turns.reconsider(message, now=now)
        log.log(
            at=now,
            verb="corrected",
            object_kind="message",
            object_id=message.pk,
            client_id=message.client_id,
            conversation_id=conversation.pk,
            topic=conversation.topic,
            user=user,
            detail={"was": was, "is": kind},
        )
    return verdict


def _beside(before: Verdict, *, kind: str, user: User, now: datetime) -> Verdict:
    return Verdict.objects.create(
        client_id=before.client_id,
        message_id=before.message_id,
        maker=f"user {user.pk}",
        user=user,
        made_at=now,
        kind=kind,
        severity=before.severity,
        language=before.language,
        target=before.target,
    )
