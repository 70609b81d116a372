"""Fills a desk with so many conversations, by plain SQL, and counts what its pages ask the database. Seeded."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.test import Client as Visit
from django.test.utils import CaptureQueriesContext

from bench.inside.traffic import SEED, texts
from parlour.apps import bulk
from parlour.apps.accounts.models import User
from parlour.apps.clients import actions as clients
from parlour.apps.clients.models import Channel, Role
from parlour.apps.inbox.models import Clock, Conversation, Message, Post, Verdict
from parlour.apps.members.models import Handle, Member
from parlour.core.judgement import Kind

EMAIL, PASSWORD = "maja@bench.example", "a bench is no secret"
CLIENTS = 3
POSTS = 300
# A member comes back about this often.
CONVERSATIONS_A_MEMBER = 3
# Every so many conversations a long one.
LONG_EVERY, LONG = 50, 30
_MINUTE = timedelta(minutes=1)
_KINDS = list(Kind)
# Together that many objects are in memory at once.
_CHUNK = 5000


def measure(*, conversations: int, paths: list[str]) -> dict[str, Any]:
    """Fill; returns whom to sign in as, a long conversation's path, and the queries each page makes."""
    now = datetime.now(UTC)
    user = User.objects.create_user(email=EMAIL, password=PASSWORD, name="Maja")
    _fill(_channels(user, now), user, conversations, now)
    _settle()
    long = Conversation.objects.filter(message_count=LONG).order_by("-id").values_list("id", flat=True)
    opened = [
        f"/desk/conversations/{pk}" for pk in (long or Conversation.objects.values_list("id", flat=True))[:20]
    ]
    visit = Visit(headers={"hx-request": "true"})
    visit.force_login(user)
    return {
        "email": EMAIL,
        "password": PASSWORD,
        "opened": opened,
        "queries": {path: _queries(visit, path) for path in [*paths, opened[0]]},
    }


def _queries(visit: Visit, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        visit.get(path)
    return len(captured)


def _settle() -> None:
    """The planner's statistics, as an installation of that age would have them."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _channels(user: User, now: datetime) -> list[Channel]:
    channels = []
    for number in range(CLIENTS):
        client = clients.create_client(name=f"Client {number}", slug=f"client-{number}", now=now)
        clients.add_member_of_staff(client=client, user=user, role=Role.COMMUNITY_MANAGER, now=now)
        channels.append(clients.connect_website(client=client, name="Website", origins=(), now=now))
    return channels


def _fill(channels: list[Channel], user: User, conversations: int, now: datetime) -> None:
    dice, words = random.Random(SEED), texts()
    posts = [
        Post(
            client_id=c.client_id,
            channel_id=c.pk,
            external_id=f"/page/{n}",
            text="Our bread",
            published_at=now,
        )
        for c in channels
        for n in range(POSTS // CLIENTS)
    ]
    _store(posts)
    for start in range(0, conversations, _CHUNK):
        count = min(_CHUNK, conversations - start)
        handles = _people(channels, start, max(CLIENTS, count // CONVERSATIONS_A_MEMBER), now)
        made = [
            _conversation(start + at, conversations, dice, channels, posts, handles, user, words, now)
            for at in range(count)
        ]
        _store(made)
        messages = [message for one in made for message in _messages(one, handles, dice, words)]
        _store(messages)
        _store([_verdict(message) for message in messages])
        _store([clock for one in made if one.waiting_since for clock in _clocks(one, messages[0])])


def _people(channels: list[Channel], start: int, count: int, now: datetime) -> list[Handle]:
    members = [
        Member(client_id=channels[at % CLIENTS].client_id, name=f"Ivana Horvat {start + at}", created_at=now)
        for at in range(count)
    ]
    _store(members)
    handles = [
        Handle(
            client_id=member.client_id,
            member_id=member.pk,
            connector="website",
            external_id=f"{member.pk:016x}",
            name=member.name,
            first_seen_at=now,
        )
        for member in members
    ]
    _store(handles)
    return handles


def _conversation(
    number: int,
    total: int,
    dice: random.Random,
    channels: list[Channel],
    posts: list[Post],
    handles: list[Handle],
    user: User,
    words: list[str],
    now: datetime,
) -> Conversation:
    """Newest last, one a minute; one in ten waits, one in twenty is somebody's, two in three are done."""
    place = number % CLIENTS
    at = now - (total - number) * _MINUTE
    waits = dice.random() < 0.1
    kind = dice.choice(_KINDS)
    return Conversation(
        client_id=channels[place].client_id,
        channel_id=channels[place].pk,
        external_id=f"c-{number}",
        post_id=posts[place * (POSTS // CLIENTS) + dice.randrange(POSTS // CLIENTS)].pk,
        member_id=handles[place + CLIENTS * dice.randrange(len(handles) // CLIENTS)].member_id,
        status="open" if waits or dice.random() < 0.25 else "resolved",
        assignee_id=user.pk if dice.random() < 0.05 else None,
        created_at=at,
        last_message_at=at,
        waiting_since=at if waits else None,
        snippet=dice.choice(words)[:160],
        message_count=LONG if number % LONG_EVERY == 0 else 1,
        kind=kind.value,
        severity=dice.randrange(4) if kind is Kind.COMPLAINT else 0,
    )


def _messages(
    conversation: Conversation, handles: list[Handle], dice: random.Random, words: list[str]
) -> Iterator[Message]:
    handle = next(handle for handle in handles if handle.client_id == conversation.client_id)
    for at in range(conversation.message_count):
        yield Message(
            client_id=conversation.client_id,
            channel_id=conversation.channel_id,
            conversation_id=conversation.pk,
            external_id=f"{conversation.external_id}-{at}",
            parent_external_id=f"{conversation.external_id}-0" if at else "",
            type="comment",
            direction="in",
            handle_id=handle.pk,
            text=dice.choice(words),
            sent_at=conversation.created_at,
            received_at=conversation.created_at,
            kind=conversation.kind,
            severity=conversation.severity,
        )


def _verdict(message: Message) -> Verdict:
    return Verdict(
        client_id=message.client_id,
        message_id=message.pk,
        maker="model bench",
        made_at=message.sent_at,
        kind=message.kind,
        severity=message.severity,
        sentiment="neutral",
        language="en",
        target="brand",
        scores={kind.value: 0.1 for kind in _KINDS},
        reasons=[["asks for something", "when"]],
    )


def _clocks(conversation: Conversation, message: Message) -> Iterator[Clock]:
    for kind in ("acknowledge", "answer"):
        yield Clock(
            client_id=conversation.client_id,
            conversation_id=conversation.pk,
            message_id=message.pk,
            kind=kind,
            started_at=conversation.created_at,
            due_at=conversation.created_at + 60 * _MINUTE,
        )


def _store(new: list[Any]) -> None:
    with transaction.atomic():
        bulk.number(new)
        bulk.insert(new)
