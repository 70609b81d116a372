"""What people do at the desk besides answering."""

from datetime import datetime

from parlour.apps.accounts.models import User
from parlour.apps.clients import queries as clients
from parlour.apps.inbox import actions as inbox
from parlour.apps.inbox.models import Conversation
from parlour.core.roles import Act


def resolve(*, conversation: Conversation, user: User, now: datetime) -> None:
    clients.require(user, client_id=conversation.client_id, act=Act.RESOLVE)
    inbox.resolve(conversation, user=user, now=now)


def reopen(*, conversation: Conversation, user: User, now: datetime) -> None:
    clients.require(user, client_id=conversation.client_id, act=Act.RESOLVE)
    inbox.reopen(conversation, user=user, now=now)
