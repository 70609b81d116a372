"""The demo agency: made once, on the first start of `make run`, through the same filing as everything else.

The passwords are no secret: they are made for this installation and printed at every start.
"""

import hashlib
import hmac
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from parlour.apps.accounts.models import User
from parlour.apps.clients import actions as clients
from parlour.apps.clients import queries as clients_queries
from parlour.apps.clients.models import Channel, Client, Role
from parlour.apps.inbox import demo as inbox
from parlour.apps.inbox import filing
from parlour.core import judgement
from parlour.core.inbound import Author, Change, Inbound, ItemType, PostRef
from parlour.demo import content
from parlour.demo.content import DemoContent, DemoConversation, DemoPost

DOMAIN = "demo.parlour.example"
BAKERY_KEY = "demo-bakery"
# The demo's social platform is the sandbox; the same seed gives the same tokens at every start.
SEED = 1
PAGES = ("demo-kruh", "demo-gradska-linija")

STAFF = {
    "maja": ("Maja Kovač", Role.COMMUNITY_MANAGER),
    "tom": ("Tom Weber", Role.COMMUNITY_MANAGER),
    "ana": ("Ana Marić", Role.SUPERVISOR),
    "felix": ("Felix Brandt", Role.ACCOUNT_MANAGER),
    "ines": ("Ines Horvat", Role.ANALYST),
}

SignIn = tuple[str, str, str]  # e-mail, password, role


def ensure(*, now: datetime) -> list[SignIn]:
    """The demo's sign-ins; the agency is made first if there is no client at all. Empty where real clients live."""
    if not clients_queries.any_client():
        with transaction.atomic():
            _make(now)
    if clients_queries.channel_by_account(connector="website", external_id=BAKERY_KEY) is None:
        return []
    return [(_email(name), _password(name), str(role.label)) for name, (_, role) in STAFF.items()]


def reach_town(*, url: str, pages: dict[str, tuple[str, str]]) -> None:
    """The sandbox listens on another port at each start: tell the demo's channels where, and with what keys."""
    for page, (token, secret) in pages.items():
        channel = clients_queries.channel_by_account(connector="sandbox", external_id=page)
        if channel:
            clients.reconnect(channel, settings={"url": url}, secret={"token": token, "webhook": secret})


def _make(now: datetime) -> None:
    staff = {
        name: User.objects.create_user(email=_email(name), password=_password(name), name=full_name)
        for name, (full_name, _) in STAFF.items()
    }
    bakery = clients.create_client(
        name="Kruh & Co.",
        slug="kruh",
        now=now,
        colour="#c2691c",
        time_zone="Europe/Zagreb",
        country="HR",
        languages=("en", "hr", "de"),
    )
    tram = clients.create_client(
        name="Gradska Linija",
        slug="gradska-linija",
        now=now,
        colour="#1f6fd1",
        time_zone="Europe/Zagreb",
        country="HR",
        languages=("hr", "en", "de"),
    )
    for client, words in ((bakery, content.load("bakery")), (tram, content.load("tram"))):
        for name, (_, role) in STAFF.items():
            clients.add_member_of_staff(client=client, user=staff[name], role=role, now=now)
        _fill(client, words, staff, now)


def _email(name: str) -> str:
    return f"{name}@{DOMAIN}"


def _password(name: str) -> str:
    """The same at every start, and different in every installation: derived, not stored."""
    digest = hmac.new(settings.SECRET_KEY.encode(), f"demo {name}".encode(), hashlib.sha256).hexdigest()
    return f"{name}-{digest[:8]}"


def _fill(client: Client, words: DemoContent, staff: dict[str, User], now: datetime) -> None:
    channels = _channels(client, now)
    items = sorted(_items(words, channels, now), key=lambda item: item.at)
    for start in range(0, len(items), 500):
        filing.file(items[start : start + 500], now=now)
    inbox.sign_answers(
        client,
        {
            _message_id(c, i): staff[m.by]
            for c in words.conversations
            for i, m in enumerate(c.messages)
            if m.by
        },
    )
    inbox.set_apart(
        client,
        done=[_message_id(c, 0) for c in words.conversations if c.done],
        assigned={_message_id(c, 0): staff[c.assignee] for c in words.conversations if c.assignee},
        now=now,
    )


def _channels(client: Client, now: datetime) -> dict[str, Channel]:
    website = clients.connect_website(
        client=client, name="Website", origins=(), now=now, key=BAKERY_KEY if client.slug == "kruh" else None
    )
    social = clients.connect(
        client=client,
        connector="sandbox",
        name="Town Square",
        external_id=f"demo-{client.slug}",
        now=now,
        settings={"url": ""},
    )
    return {"website": website, "social": social}


def _items(words: DemoContent, channels: dict[str, Channel], now: datetime) -> Iterator[filing.Item]:
    posts = {post.id: post for post in words.posts}
    for conversation in words.conversations:
        channel = channels[conversation.channel]
        began = now - timedelta(days=conversation.days_ago)
        inbounds = list(_inbounds(conversation, posts, began, now))
        fresh = [inbound for inbound in inbounds if not inbound.ours]
        judged = judgement.judge([judgement.Message(text=inbound.text) for inbound in fresh])
        verdicts = {inbound.external_id: verdict for inbound, verdict in zip(fresh, judged, strict=True)}
        for inbound in inbounds:
            yield filing.Item(
                channel=channel,
                inbound=inbound,
                received_at=inbound.at or now,
                judgement=verdicts.get(inbound.external_id),
            )


def _inbounds(
    conversation: DemoConversation, posts: dict[str, DemoPost], began: datetime, now: datetime
) -> Iterator[Inbound]:
    post = posts[conversation.post] if conversation.post else None
    for index, message in enumerate(conversation.messages):
        yield Inbound(
            change=Change.ADD,
            type=ItemType.COMMENT if post else ItemType.DIRECT,
            external_id=_message_id(conversation, index),
            thread_id=_message_id(conversation, 0)
            if post
            else f"@{_person(conversation.messages[0].member)}",
            at=began + timedelta(minutes=message.after),
            text=message.text,
            parent_id=_message_id(conversation, message.reply_to) if message.reply_to is not None else "",
            author=Author(external_id=_person(message.member), name=message.member)
            if message.member
            else None,
            post=_post_ref(post, now) if post else None,
            ours=bool(message.by),
        )


def _post_ref(post: DemoPost, now: datetime) -> PostRef:
    return PostRef(
        external_id=post.page or post.id, text=post.text, published_at=now - timedelta(days=post.days_ago)
    )


def _message_id(conversation: DemoConversation, index: int) -> str:
    return f"demo-{conversation.id}-{index}"


def _person(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:16]
