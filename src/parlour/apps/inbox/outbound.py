"""Our own words in the thread: a sent answer becomes a message, and ends the community's wait."""

from datetime import datetime

from parlour.apps.accounts.models import User
from parlour.apps.clients import actions as clients
from parlour.apps.inbox import turns
from parlour.apps.inbox.models import Conversation, Message


def file(
    *,
    conversation: Conversation,
    external_id: str,
    parent_external_id: str,
    text: str,
    user: User,
    url: str,
    now: datetime,
) -> Message:
    """The message under the platform's id; where its echo was quicker than we are, the echo's row."""
    clients.hold([conversation.channel_id])
    held = Conversation.objects.select_for_update(of=("self",)).select_related("post").get(pk=conversation.pk)
    message, is_new = Message.objects.get_or_create(
        client_id=conversation.client_id,
        channel_id=conversation.channel_id,
        external_id=external_id,
        defaults={
            "conversation": held,
            "parent_external_id": parent_external_id,
            "type": "direct" if conversation.private else "comment",
            "direction": Message.Direction.OUTBOUND,
            "user": user,
            "text": text,
            "url": url,
            "sent_at": now,
            "received_at": now,
        },
    )
    if is_new:
        turns.answered(held, message, by=f"user {user.pk}", now=now)
    elif message.user_id is None:
        message.user = user
        message.save(update_fields=["user"])
    return message
