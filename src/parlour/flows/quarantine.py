"""What a person does about an event that could not be read: send it through again, or set it aside for good."""

from datetime import datetime

from parlour.apps.accounts.models import User
from parlour.apps.clients import queries as clients
from parlour.apps.inbox import quarantine
from parlour.apps.inbox.models import Event
from parlour.core.roles import Act


class NoReason(Exception):
    """Setting aside needs a reason that somebody else can read later."""


def replay(*, event: Event, user: User, now: datetime) -> None:
    clients.require(user, client_id=event.client_id, act=Act.CONFIGURE)
    quarantine.replay(event, user=user, now=now)


def set_aside(*, event: Event, user: User, why: str, now: datetime) -> None:
    clients.require(user, client_id=event.client_id, act=Act.CONFIGURE)
    if not why.strip():
        raise NoReason
    quarantine.set_aside(event, user=user, why=why.strip(), now=now)
