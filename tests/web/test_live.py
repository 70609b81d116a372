"""Live streams: news within moments, only to those whom it concerns, and never what it is about."""

import contextlib
import json
import queue
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tests import installation
from tests.chaos.conftest import tag
from tests.chaos.test_kill import manage, set_up
from tests.installation import Installation

__all__ = ["tag"]
# Installations share one PostgreSQL database: one after the other, in one process of the test run.
pytestmark = pytest.mark.xdist_group("installation")


class Stream(threading.Thread):
    """An EventSource: puts (event, data) into `heard`."""

    def __init__(self, url: str, **headers: str) -> None:
        super().__init__(daemon=True)
        self.url, self.headers = url, headers
        self.heard: queue.Queue[tuple[str, object]] = queue.Queue()
        self.status = 0

    def run(self) -> None:
        with (
            contextlib.suppress(httpx2.HTTPError),
            httpx2.stream("GET", self.url, headers=self.headers, timeout=30, trust_env=False) as answer,
        ):
            self.status = answer.status_code
            event = ""
            for line in answer.iter_lines():
                if line.startswith("event: "):
                    event = line.removeprefix("event: ")
                elif line.startswith("data: "):
                    self.heard.put((event, json.loads(line.removeprefix("data: "))))

    def next(self, seconds: float = 10) -> tuple[str, object]:
        return self.heard.get(timeout=seconds)


@pytest.fixture
def running(tmp_path: Path, tag: str) -> Iterator[Installation]:
    set_up(tmp_path, tag, """
from parlour.apps.accounts.models import User
from parlour.apps.clients.models import Role
actions.connect_website(client=client, name="Website", origins=("https://bakery.example",), now=now, key="site-{tag}")
other = actions.create_client(name="Tram", slug="tram-{tag}", now=now)
for name, employer in (("maja", client), ("stranger", other)):
    user = User.objects.create_user(email=f"{name}-{tag}@agency.example", password="correct horse battery", name=name)
    actions.add_member_of_staff(client=employer, user=user, role=Role.COMMUNITY_MANAGER, now=now)
print(1)
""")  # fmt: skip
    with installation.serving(tmp_path) as installed:
        installed.wait_until_up()
        yield installed


def _cookies(running: Installation, name: str, tag: str) -> str:
    with httpx2.Client(base_url=running.url, trust_env=False) as browser:
        browser.get("/sign-in")
        (csrf,) = (value for cookie, value in browser.cookies.items() if "csrf" in cookie)
        form = {
            "username": f"{name}-{tag}@agency.example", "password": "correct horse battery", "csrfmiddlewaretoken": csrf,
        }  # fmt: skip
        assert browser.post("/sign-in", data=form).status_code == 302
        return "; ".join(f"{cookie}={value}" for cookie, value in browser.cookies.items())


def _visitor(running: Installation, tag: str) -> str:
    token: str = httpx2.post(f"{running.url}/w/site-{tag}/visitor", json={}, trust_env=False).json()["token"]
    return token


def _write(running: Installation, tag: str, token: str, key: str, **more: object) -> None:
    body = {"id": key, "page": "/", "name": "Ivana", "text": "Do you bake rye bread on Sundays?"} | more
    httpx2.post(
        f"{running.url}/w/site-{tag}/messages",
        json=body,
        headers={"authorization": f"Bearer {token}"},
        trust_env=False,
    ).raise_for_status()


def test_a_comment_is_told_to_its_clients_people_and_its_page_and_to_nobody_else(
    running: Installation, tag: str
) -> None:
    token, other_token = _visitor(running, tag), _visitor(running, tag)
    page = f"{running.url}/w/site-{tag}/live?page=/&token="
    maja = Stream(f"{running.url}/live", cookie=_cookies(running, "maja", tag))
    stranger = Stream(f"{running.url}/live", cookie=_cookies(running, "stranger", tag))
    visitor, passer_by = Stream(page + token), Stream(page + other_token)
    elsewhere = Stream(page.replace("page=/", "page=/rye") + other_token)
    streams = (maja, stranger, visitor, passer_by, elsewhere)
    for stream in streams:
        stream.start()
        assert stream.next()[0] == "hello"
    _write(running, tag, token, "00000001")
    event, data = maja.next()
    assert event == "changed"
    assert isinstance(data, dict)
    assert len(data["conversations"]) == 1
    assert visitor.next() == ("changed", {})
    assert passer_by.next() == ("changed", {})

    _write(running, tag, token, "00000002", private=True)
    assert visitor.next() == ("changed", {})
    for deaf in (stranger, passer_by, elsewhere):
        with pytest.raises(queue.Empty):
            deaf.next(seconds=1)


def test_who_comes_back_is_told_to_ask_anew(running: Installation, tag: str) -> None:
    stream = Stream(f"{running.url}/live", **{"cookie": _cookies(running, "maja", tag), "last-event-id": "1"})
    stream.start()
    assert stream.next()[0] == "resync"


@pytest.mark.parametrize(
    "address", ["/live", "/w/site-{tag}/live?page=/&token=nonsense", "/w/nowhere/live?page=/"]
)
def test_whoever_has_no_right_hears_nothing(running: Installation, tag: str, address: str) -> None:
    answer = httpx2.get(running.url + address.format(tag=tag), trust_env=False)
    assert answer.status_code == 404


def test_a_page_that_may_not_show_the_channel_hears_nothing(running: Installation, tag: str) -> None:
    address = f"{running.url}/w/site-{tag}/live?page=/&token={_visitor(running, tag)}"
    for origin, status in (("https://thief.example", 404), ("https://bakery.example", 200)):
        with httpx2.stream("GET", address, headers={"origin": origin}, trust_env=False) as answer:
            assert answer.status_code == status


def test_a_removed_member_of_staff_stops_hearing(running: Installation, tag: str, tmp_path: Path) -> None:
    cookie = _cookies(running, "maja", tag)
    manage(tmp_path, f"from parlour.apps.clients.models import Membership\n"
                     f"Membership.objects.filter(user__email='maja-{tag}@agency.example').delete()\nprint(1)")  # fmt: skip
    assert httpx2.get(f"{running.url}/live", headers={"cookie": cookie}, trust_env=False).status_code == 404
