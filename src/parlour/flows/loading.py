"""What a load generator must know of the installation it runs against, and what became of what it sent."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from parlour.apps.accounts.models import User
from parlour.apps.clients.models import Channel
from parlour.apps.inbox.models import Event, Message
from parlour.connectors.sandbox import signing
from parlour.connectors.website import tokens
from parlour.flows import importing
from parlour.flows.accounts import account_of

# Under what name each connector keeps what a delivery is signed with.
_SECRETS = {"sandbox": "webhook", "website": "signing"}


class CannotLoad(Exception):
    """This installation cannot be loaded so; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Target:
    channel: Channel
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """What is in the installation of one run: by the platform's id its conversation and text (empty: taken back)."""

    conversations: Mapping[str, int]
    texts: Mapping[str, str]
    # Messages beyond the first of the same id.
    doubled: int
    waiting: int


def target(*, client: str, channel: str) -> Target:
    """The sandbox or website channel of that name."""
    try:
        found = importing.channel_of(client=client, channel=channel)
    except importing.NoSuchChannel as problem:
        raise CannotLoad(str(problem)) from None
    if found.connector not in _SECRETS:
        raise CannotLoad(f"Load goes to a sandbox or a website, and {found.name} is {found.connector}.")
    return Target(channel=found, secret=account_of(found).secrets.get(_SECRETS[found.connector], ""))


@contextmanager
def signed_in(target: Target, *, email: str) -> Iterator[str]:
    """A session's key of somebody who works for the client, ended afterwards: whoever has the shell may."""
    people = User.objects.filter(memberships__client_id=target.channel.client_id, is_active=True)
    user = (people.filter(email=email) if email else people).order_by("id").first()
    if user is None:
        raise CannotLoad(f"{email or 'Nobody'} works for this client; name somebody by --as.")
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.set_expiry(3600)
    session.create()
    try:
        yield f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
    finally:
        session.delete()


def new_visitor(target: Target) -> tuple[str, str]:
    """A visitor of a website channel and their token."""
    visitor = secrets.token_hex(8)
    return visitor, tokens.issue(visitor=visitor, key=target.secret)


def found(target: Target, *, run: str) -> Found:
    """`run` stands in every id that the run made."""
    # Asked first: what is filed between the two questions must not look lost.
    waiting = Event.objects.filter(channel=target.channel, state=Event.State.WAITING).count()
    rows = list(
        Message.objects.filter(
            client_id=target.channel.client_id, channel=target.channel, external_id__contains=run
        ).values_list("external_id", "conversation_id", "text")
    )
    texts = {external_id: text for external_id, _, text in rows}
    return Found(
        conversations={external_id: conversation for external_id, conversation, _ in rows},
        texts=texts,
        doubled=len(rows) - len(texts),
        waiting=waiting,
    )


def signature(target: Target, body: bytes, *, at: int) -> dict[str, str]:
    """The header that a delivery of the sandbox carries."""
    return {signing.HEADER: signing.sign(secret=target.secret, body=body, at=at)}
