"""Waking through NATS: a nudge arrives, a repeat is dropped, and nothing that happens to NATS is waited for."""

import os
import threading
import time
from collections.abc import Iterator

import pytest
from django.conf import settings

from parlour.apps.clients.models import Channel
from parlour.flows import nudges
from tests.servers import nats
from tests.servers.nats import Nats

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Nats]:
    if nats.binary() is None and "nats" not in os.environ.get("PARLOUR_TEST_REQUIRE", "").split(","):
        pytest.skip(nats.MISSING)
    with nats.running() as server:
        monkeypatch.setattr(settings, "QUEUE", server.url)
        yield server
        nudges.end()


class Ear:
    """Counts the rounds it was rung for."""

    def __init__(self) -> None:
        self.heard = threading.Event()
        self.rounds = 0

    def __call__(self) -> None:
        self.rounds += 1
        self.heard.set()


def test_a_worker_is_woken_and_a_repeat_of_the_nudge_wakes_nobody(server: Nats, website: Channel) -> None:
    ear = Ear()
    nudges.tell("receive", channel=website, about="event 1")
    with nudges.listening({"receive": ear}):
        assert ear.heard.wait(20)
        ear.heard.clear()
        nudges.tell("receive", channel=website, about="event 1")
        assert not ear.heard.wait(1.5)
        nudges.tell("receive", channel=website, about="event 2")
        assert ear.heard.wait(20)


def test_a_nudge_outlives_a_kill_of_the_server(server: Nats, website: Channel) -> None:
    ear = Ear()
    nudges.tell("receive", channel=website, about="event 1")
    _wait_for_stored(server)
    server.kill()
    server.start()
    with nudges.listening({"receive": ear}):
        assert ear.heard.wait(30)


def test_nobody_waits_for_a_server_that_is_away(server: Nats, website: Channel) -> None:
    server.kill()
    for number in range(nudges._WAITING + 10):
        nudges.tell("receive", channel=website, about=f"event {number}")
    server.start()
    ear = Ear()
    with nudges.listening({"receive": ear}):
        assert ear.heard.wait(30)


def _wait_for_stored(server: Nats) -> None:
    """Until the stream has a message on the disk."""
    deadline = time.monotonic() + 20
    while not any(path.stat().st_size for path in server.folder.rglob("*.blk")):
        assert time.monotonic() < deadline
        time.sleep(0.05)
