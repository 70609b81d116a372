"""The widget's doors: who may write, what is refused and how, and what the outside gets to see."""

import json
from datetime import datetime
from typing import Any

import pytest
from django.test import Client as Browser

from parlour.apps.clients.models import Channel
from parlour.apps.inbox.models import Event, Message
from parlour.flows.addresses import addresses
from tests.visitor import work_all

pytestmark = pytest.mark.django_db
HOST = "https://bakery.example"


class Widget:
    """A browser on a web page with the widget."""

    def __init__(self, origin: str = HOST) -> None:
        self.browser = Browser(headers={"origin": origin})
        self.token = ""

    def sign_up(self) -> "Widget":
        self.token = self.call("post", "visitor", {}).json()["token"]
        return self

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        extra = {"authorization": f"Bearer {self.token}"} | headers
        content = json.dumps(body) if not isinstance(body, str) else body
        arguments = {} if method == "get" else {"data": content, "content_type": "application/json"}
        return getattr(self.browser, method)(f"/w/bakery-site/{path}", headers=extra, **arguments)

    def write(self, text: Any, key: str = "00000001", **more: Any) -> Any:
        return self.call("post", "messages", {"id": key, "page": "/", "name": "Ivana", "text": text} | more)

    def thread(self, page: str = "/") -> Any:
        return self.call("get", f"thread?page={page}").json()


@pytest.fixture
def widget(website: Channel) -> Widget:
    return Widget().sign_up()


def test_a_comment_is_shown_to_everybody_after_a_worker_came(widget: Widget, now: datetime) -> None:
    answer = widget.write("Do you bake rye bread?")
    assert answer.status_code == 202
    work_all(now)
    (mine,) = widget.thread()["comments"]
    assert (mine["id"], mine["text"], mine["mine"], mine["author"]) == (
        answer.json()["id"], "Do you bake rye bread?", True, "Ivana",
    )  # fmt: skip
    (theirs,) = Widget().sign_up().thread()["comments"]
    assert theirs["mine"] is False


def test_a_private_message_is_shown_to_its_writer_only(widget: Widget, now: datetime) -> None:
    widget.write("My number is 099 123 456", private=True)
    work_all(now)
    assert [item["text"] for item in widget.thread()["private"]] == ["My number is 099 123 456"]
    assert widget.thread()["comments"] == []
    other = Widget().sign_up().thread()
    assert (other["private"], other["comments"]) == ([], [])


def test_what_is_hidden_is_not_shown_outside(widget: Widget, now: datetime) -> None:
    widget.write("You idiots")
    work_all(now)
    Message.objects.update(hidden_at=now)
    assert widget.thread()["comments"] == []


def test_a_page_shows_its_own_thread(widget: Widget, now: datetime) -> None:
    widget.write("About rye", page="/rye")
    work_all(now)
    assert len(widget.thread("/rye")["comments"]) == 1
    assert widget.thread("/")["comments"] == []


@pytest.mark.parametrize(
    "token", ["", "v1.0123456789abcdef.0", "nonsense", "v1.0123456789abcdef." + "0" * 64, "ü"]
)
def test_a_forged_token_is_refused_at_every_door(website: Channel, token: str) -> None:
    widget = Widget()
    widget.token = token
    for method, path in (
        ("get", "thread?page=/"),
        ("post", "messages"),
        ("put", "messages/x-1"),
        ("delete", "messages/x-1"),
    ):
        assert widget.call(method, path, {"id": "00000001", "text": "x"}).status_code == 401
    assert Event.objects.count() == 0


def test_another_page_may_not_use_the_channel(website: Channel) -> None:
    thief = Widget(origin="https://thief.example")
    answer = thief.call("post", "visitor", {})
    assert (answer.status_code, answer.json()["error"]) == (403, "origin")
    assert (
        "Access-Control-Allow-Origin" not in answer.headers
        or answer.headers["Access-Control-Allow-Origin"] != "*"
    )


@pytest.mark.parametrize(
    ("text", "error"),
    [("", "empty"), ("  \n ", "empty"), (None, "empty"), (5, "empty"), ("x" * 2001, "too_long")],
)
def test_bad_words_are_refused_in_words(widget: Widget, text: Any, error: str) -> None:
    answer = widget.write(text)
    assert (answer.status_code, answer.json()["error"]) == (400, error)
    assert answer.json()["message"]


@pytest.mark.parametrize(
    "body",
    ["", "[" * 19_000, "[]", "{", "null", '{"text": "x"}', '{"text": "x", "id": "../../etc", "page": "/"}'],
)
def test_a_body_of_another_shape_is_refused_and_leaves_no_trace(widget: Widget, body: str) -> None:
    answer = widget.call("post", "messages", body)
    assert answer.status_code == 400
    assert Event.objects.count() == 0


def test_a_huge_body_is_refused_before_it_is_read(widget: Widget) -> None:
    assert widget.write("x" * 50_000).status_code == 413


def test_a_flood_is_slowed_with_the_seconds_to_wait(widget: Widget) -> None:
    answers = [widget.write("hello", key=f"{number:08x}") for number in range(10)]
    assert answers[0].status_code == 202
    assert answers[-1].status_code == 429
    assert answers[-1].json()["retry_after"] >= 1
    assert answers[-1].headers["Retry-After"]


def test_nobody_edits_or_deletes_what_another_wrote(widget: Widget, now: datetime) -> None:
    item = widget.write("Do you bake rye bread?").json()["id"]
    work_all(now)
    other = Widget().sign_up()
    assert other.call("put", f"messages/{item}", {"text": "changed", "page": "/"}).status_code == 404
    assert other.call("delete", f"messages/{item}?page=/").status_code == 404
    assert Event.objects.count() == 1


def test_own_words_are_edited_and_deleted(widget: Widget, now: datetime) -> None:
    item = widget.write("Do you bake rye bread?").json()["id"]
    work_all(now)
    assert (
        widget.call("put", f"messages/{item}", {"text": "Rye, on Sundays?", "page": "/"}).status_code == 202
    )
    work_all(now)
    assert widget.thread()["comments"][0]["text"] == "Rye, on Sundays?"
    assert widget.call("delete", f"messages/{item}?page=/").status_code == 202
    work_all(now)
    (left,) = widget.thread()["comments"]
    assert (left["deleted"], left["text"]) == (True, "")


def test_a_switched_off_channel_says_so(widget: Widget, website: Channel) -> None:
    Channel.objects.update(status="paused")
    addresses.forget()  # what seconds do outside of a test
    answer = widget.write("hello")
    assert (answer.status_code, answer.json()["error"]) == (403, "closed")


def test_an_unknown_channel_is_not_found(db: None) -> None:
    assert Browser().post("/w/no-such/visitor").status_code == 404


def test_the_script_may_be_loaded_from_any_page(db: None) -> None:
    answer = Browser().get("/widget.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
