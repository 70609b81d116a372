"""What a load generator must know of the installation it runs against, and what became of what it sent."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from parlour.apps.accounts import queries as accounts
from parlour.apps.accounts.models import User
from parlour.apps.clients import queries as clients
from parlour.apps.clients.models import Channel
from parlour.apps.inbox import events
from parlour.apps.inbox import queries as inbox
from parlour.flows import importing
from parlour.flows.accounts import account_of


class CannotLoad(Exception):
    """This installation cannot be loaded so; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where to send, and with what key to sign."""

    channel: Channel
    connector: str
    external_id: str
    secret: str


@dataclass(frozen=True, slots=True)
class Found:
    """What is in the installation: conversation by the platform's id, ids that are there more than once."""

    conversations: dict[str, int]
    texts: dict[str, str]
    doubled: int
    waiting: int
    quarantined: int


def target(*, client: str, channel: str) -> Target:
    try:
        found = importing.channel_of(client=client, channel=channel)
    except importing.NoSuchChannel as problem:
        raise CannotLoad(str(problem)) from None
    names = {"sandbox": "webhook", "website": "signing"}
    if found.connector not in names:
        raise CannotLoad(f"Load goes to a sandbox or a website, and {found.name} is {found.connector}.")
    secret = account_of(found).secrets.get(names[found.connector], "")
    return Target(found, found.connector, found.external_id, secret)


def listener(target: Target, *, email: str) -> User:
    """Who watches the desk: by e-mail, else anybody who works for the client."""
    found = clients.people_of(client_id=target.channel.client_id)
    user = next((person for person in found if not email or person.email == email), None)
    if user is None:
        raise CannotLoad(f"{email or 'Nobody'} works for this client; name somebody by --as.")
    return accounts.user_by_id(user.pk) or user


def found(target: Target, *, prefix: str) -> Found:
    """What of a run is filed: its ids begin with `prefix`."""
    rows = inbox.filed_as(
        client_id=target.channel.client_id, channel_id=target.channel.pk, prefix=prefix
    )
    counts = Counter(external_id for external_id, _, _ in rows)
    standing = events.standing()
    return Found(
        conversations={external_id: conversation for external_id, conversation, _ in rows},
        texts={external_id: text for external_id, _, text in rows},
        doubled=sum(count - 1 for count in counts.values()),
        waiting=standing.waiting,
        quarantined=standing.quarantined,
    )


def buried(target: Target, *, ids: Iterable[str]) -> int:
    """How many of these are not shown: never filed, or taken back."""
    return inbox.taken_back(
        client_id=target.channel.client_id, channel_id=target.channel.pk, external_ids=list(ids)
    )
