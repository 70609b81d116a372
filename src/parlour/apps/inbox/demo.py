"""What the demo needs beyond filing: who of ours wrote what, and what was done with it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from parlour.apps.accounts.models import User
from parlour.apps.clients.models import Client
from parlour.apps.inbox import turns
from parlour.apps.inbox.models import Conversation, Message


def sign_answers(client: Client, authors: Mapping[str, User]) -> None:
    """Our side's messages, by the platform's id, get the people who wrote them."""
    for user in set(authors.values()):
        ids = [external_id for external_id, author in authors.items() if author == user]
        Message.objects.filter(client=client, external_id__in=ids).update(user=user)


def set_apart(client: Client, *, done: Sequence[str], assigned: Mapping[str, User], now: datetime) -> None:
    """Resolve and assign the conversations that these messages stand in."""
    finished = Conversation.objects.filter(client=client, messages__external_id__in=done)
    finished.update(status=Conversation.Status.RESOLVED, waiting_since=None)
    turns.stop_clocks(finished, at=now, by="done in the demo")
    for user in set(assigned.values()):
        ids = [external_id for external_id, assignee in assigned.items() if assignee == user]
        Conversation.objects.filter(client=client, messages__external_id__in=ids).update(assignee=user)
