"""Fresh verdicts: a mark on those under which a machine may have something to do, taken off when it has looked."""

from collections.abc import Sequence

from parlour.apps.inbox.models import Message, Verdict


def any_marked() -> bool:
    """Asked before a transaction is opened: on SQLite each one holds up every other writer."""
    return Verdict.objects.filter(to_moderate=True).exists()


def take(*, limit: int) -> list[Message]:
    """The messages of the oldest marked verdicts, marks taken off, rows held; nobody else takes them. In a transaction."""
    marked = list(
        Verdict.objects.select_for_update(skip_locked=True, of=("self",))
        .filter(to_moderate=True)
        .order_by("id")[:limit]
    )
    if not marked:
        return []
    Verdict.objects.filter(pk__in=[verdict.pk for verdict in marked]).update(to_moderate=False)
    return list(
        Message.objects.select_for_update(of=("self",))
        .filter(
            client_id__in={verdict.client_id for verdict in marked},
            pk__in={verdict.message_id for verdict in marked},
            deleted_at__isnull=True,
        )
        .select_related("conversation__post", "handle", "channel__client")
        .order_by("id")
    )


def mark(messages: Sequence[Message]) -> None:
    """Whatever the verdict: look at the newest of each of these."""
    if messages:
        Verdict.objects.filter(
            client_id__in={message.client_id for message in messages},
            message__in=messages,
            user__isnull=True,
        ).update(to_moderate=True)
