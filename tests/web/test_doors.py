"""Every address of the installation: a stranger gets 404, nobody signed in gets nothing, bounded queries."""

import gzip
import re
import uuid
from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from parlour.apps.accounts.models import User
from parlour.apps.clients.models import Channel, Client, Role
from parlour.apps.inbox import events
from parlour.apps.inbox.models import Conversation, Event, Message
from parlour.apps.moderation.models import Act, Fit
from parlour.apps.replies.models import Reply
from parlour.config.urls import urlpatterns
from parlour.flows import reply as reply_flow
from tests.conftest import PASSWORD
from tests.visitor import Visitor, work_all

pytestmark = pytest.mark.django_db

# Addresses that anybody may open; every other one needs a signed-in person.
OPEN = {"home", "sign_in", "sign_out", "health", "demo_bakery", "widget_script", "widget_visitor", "widget_thread",
        "widget_messages", "widget_item", "metrics"}  # fmt: skip
SHARED = ("desk", "conversation_list")
# One's own settings: nobody else's can be named.
OWN = ("single_keys",)
# Further lists of one's own clients, each with a test of its own.
LISTS = ("channels", "quarantine", "moderation_waiting")
# Pages that only show.
READ = {"act", "certificate", "certificates", "dry_run"}
# For supervisors only: to everybody else they are not there. Tested in test_system.py.
SUPERVISED = ("system", "replay_job")


@pytest.fixture
def reply(website: Channel, maja: User, now: datetime) -> Reply:
    from datetime import timedelta

    Visitor(website).write("Do you bake rye bread on Sundays?", now=now)
    events.store(channel=website, headers={"x-parlour-visitor": "x"}, body=b"[1, 2", now=now)
    work_all(now)
    return reply_flow.submit(
        conversation=Conversation.objects.select_related("channel", "post").get(),
        in_reply_to=None, author=maja, text="Yes.", key=uuid.uuid4(), now=now, undo=timedelta(hours=1),
    )  # fmt: skip


def address(name: str, reply: Reply) -> str:
    given = {
        "conversation_id": reply.conversation_id,
        "reply_id": reply.pk,
        "channel_id": reply.channel_id,
        "job_id": 1,
        "event_id": Event.objects.get(state="quarantined").pk,
        "client_id": reply.client_id,
        "message_id": Message.objects.earliest("id").pk,
        "act_id": _made(Act),
        "fit_id": _made(Fit),
        "version": 1,
        "year": 2026,
        "month": 10,
    }
    pattern = next(p for p in urlpatterns if p.name == name)
    return reverse(name, kwargs={key: given[key] for key in pattern.pattern.converters})


def _made(model: type[Act] | type[Fit]) -> int:
    """One of the bakery's, as little as the database lets through."""
    message = Message.objects.select_related("client", "channel").earliest("id")
    at, found = message.sent_at, model.objects.first()
    if found is None and model is Act:
        found = Act.objects.create(client=message.client, channel=message.channel, message=message,
                                   action="unhide", via="page", created_at=at, due_at=at)  # fmt: skip
    if found is None:
        found = Fit.objects.create(client=message.client, version="1", fitted_at=at, corrections=40, offsets={},
                                   learnt_from=27, held_back=13, before=0.5, after=0.6, missed_before=1,
                                   missed_after=0)  # fmt: skip
    return found.pk


def signed_in(user: User) -> Browser:
    browser = Browser()
    assert browser.login(username=user.email, password=PASSWORD)
    return browser


CLOSED = [p.name for p in urlpatterns if p.name not in {*OPEN, *SHARED, *OWN, *LISTS, *SUPERVISED}]


@pytest.mark.parametrize("name", [p.name for p in urlpatterns if p.name not in OPEN])
def test_who_is_not_signed_in_is_sent_to_the_door(name: str, reply: Reply) -> None:
    for method in ("get", "post"):
        answer = getattr(Browser(), method)(address(name, reply))
        assert (answer.status_code, answer.url.split("?")[0]) == (302, reverse("sign_in"))


@pytest.mark.parametrize("name", CLOSED)
def test_a_stranger_gets_404_and_changes_nothing(name: str, reply: Reply, stranger: User) -> None:
    browser = signed_in(stranger)
    before = _everything()
    for method in ("get", "post"):
        status = getattr(browser, method)(address(name, reply), {"text": "hello"}).status_code
        assert status in {404, 405}, (name, method, status)
    assert _everything() == before


def _everything() -> list[object]:
    return [list(model.objects.order_by("id").values()) for model in (Reply, Conversation, Event, Channel)]


@pytest.mark.parametrize("name", [n for n in CLOSED if n != "conversation"])
def test_an_analyst_reads_and_does_not_act(
    name: str, reply: Reply, person: Callable[..., User], bakery: Client
) -> None:
    browser = signed_in(person("ines", bakery, role=Role.ANALYST))
    assert browser.get(address("conversation", reply)).status_code == 200
    refused = {405} if name in READ else {403}
    assert browser.post(address(name, reply), {"text": "hello"}).status_code in refused
    assert Reply.objects.count() == 1


@pytest.mark.parametrize("name", SHARED)
def test_a_list_shows_only_ones_own_clients(name: str, reply: Reply, maja: User, stranger: User) -> None:
    queue = {"queue": "all"}
    assert "rye bread" in signed_in(maja).get(reverse(name), queue).content.decode()
    assert "rye bread" not in signed_in(stranger).get(reverse(name), queue).content.decode()
    asked_for = queue | {"client": reply.client_id}
    assert "rye bread" not in signed_in(stranger).get(reverse(name), asked_for).content.decode()


def test_a_wrong_password_is_refused_and_guessing_is_slowed(maja: User) -> None:
    browser = Browser()
    for _ in range(10):
        assert (
            browser.post(reverse("sign_in"), {"username": maja.email, "password": "guess"}).status_code == 200
        )
    answer = browser.post(reverse("sign_in"), {"username": maja.email, "password": PASSWORD})
    assert answer.status_code == 429
    assert "_auth_user_id" not in browser.session


def test_pages_carry_the_strict_policy(maja: User) -> None:
    policy = signed_in(maja).get(reverse("desk")).headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_the_first_page_is_under_100_kb_over_the_wire(website: Channel, maja: User, now: datetime) -> None:
    for number in range(60):
        Visitor(website, name=f"Person {number}").write(
            f"Question {number}: are you open on that day?", now=now
        )
    work_all(now)
    browser = signed_in(maja)
    page = browser.get(reverse("desk"), headers={"accept-encoding": "gzip"})
    assert page.headers["Content-Encoding"] == "gzip"
    parts = re.findall(
        r'(?:src|href)="(/static/[^"]+\.(?:js|css|svg))"', gzip.decompress(page.content).decode()
    )
    assert len(parts) >= 3
    sizes = [len(page.content)]
    for part in set(parts):
        answer = browser.get(part, headers={"accept-encoding": "gzip"})
        sizes.append(len(b"".join(answer.streaming_content) if answer.streaming else answer.content))
    assert sum(sizes) < 100_000


def test_the_same_key_with_other_words_keeps_the_draft_and_says_so(reply: Reply, maja: User) -> None:
    answer = signed_in(maja).post(
        reverse("send_reply", kwargs={"conversation_id": reply.conversation_id}),
        {"text": "Other words.", "key": reply.key},
    )
    assert answer.status_code == 409
    assert "Other words." in answer.content.decode()
    assert Reply.objects.get().text == "Yes."


@pytest.mark.parametrize("queue", ["needs-answer", "mine", "unassigned", "all", "done", "problems"])
def test_the_list_asks_few_questions_however_long_it_is(
    queue: str, website: Channel, maja: User, now: datetime, django_assert_max_num_queries: object
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(reverse("conversation_list"), {"queue": queue}).status_code == 200
        return len(captured)

    browser = signed_in(maja)
    Visitor(website).write("Do you bake rye bread on Sundays?", now=now)
    work_all(now)
    Conversation.objects.update(assignee=maja)
    few = queries()
    for number in range(60):
        Visitor(website, name=f"Person {number}").write(f"Question {number}: are you open?", now=now)
    work_all(now)
    Conversation.objects.update(assignee=maja)
    assert queries() == few <= 9


def test_reading_writes_nothing(reply: Reply, maja: User) -> None:
    browser = signed_in(maja)
    conversation = address("conversation", reply)
    browser.get(reverse("desk"))
    with CaptureQueriesContext(connection) as captured:
        browser.get(reverse("desk"), {"queue": "all"})
        browser.get(conversation)
    written = [q["sql"] for q in captured if q["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}]
    assert written == []


@pytest.mark.parametrize(
    "after", ["nonsense", "2026-11-20T10:00:00_1", "_", "2026-13-45T10:00:00+00:00_5", "x" * 500]
)
def test_a_broken_address_shows_the_first_page(after: str, reply: Reply, maja: User) -> None:
    answer = signed_in(maja).get(
        reverse("desk"), {"queue": "all", "after": after, "client": "9" * 30, "kind": "<b>"}
    )
    assert answer.status_code == 200
    assert "<b>" not in answer.content.decode()


def test_every_conversation_is_reached_by_paging(website: Channel, maja: User, now: datetime) -> None:
    for number in range(120):
        Visitor(website, name=f"Person {number}").write(f"Question {number}: are you open?", now=now)
    work_all(now)
    browser = signed_in(maja)
    for queue in ("all", "needs-answer", "unassigned"):
        seen: list[int] = []
        parameters = {"queue": queue}
        for _ in range(5):
            listing = browser.get(reverse("conversation_list"), parameters).context["listing"]
            seen += [conversation.pk for conversation in listing.conversations]
            if listing.older is None:
                break
            parameters["after"] = str(listing.older)
        assert len(seen) == len(set(seen)) == 120
