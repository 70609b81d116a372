"""Whether the outside sees a message. The only place that sets `hidden_at`; a test of the tree watches over it.

It says what is true on the platform, so it is called when the platform has done it. The caller has the row's conversation
brought along and runs inside the transaction that records why.
"""

from datetime import datetime

from parlour.apps.inbox import turns
from parlour.apps.inbox.models import Conversation, Message


def hide(message: Message, *, at: datetime, still_waits: bool) -> None:
    """Nobody outside sees it any more. `still_waits`: it may be a complaint, so somebody must still be answered."""
    _set(message, at)
    if not still_waits:
        turns.forget([_held(message)], now=at, by="hidden")


def show(message: Message) -> None:
    """Everybody sees it again, and whoever waited for an answer waits since they wrote."""
    _set(message, None)
    turns.remember(_held(message))


def _set(message: Message, hidden_at: datetime | None) -> None:
    message.hidden_at = hidden_at
    Message.objects.filter(pk=message.pk).update(hidden_at=hidden_at)


def _held(message: Message) -> Message:
    """The message with its conversation's row held, as `turns` needs it."""
    message.conversation = (
        Conversation.objects.select_for_update(of=("self",))
        .select_related("post")
        .get(pk=message.conversation_id)
    )
    return message
