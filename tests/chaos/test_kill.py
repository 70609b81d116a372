"""kill -9 in the middle of a receive and of a send: nothing lost, nothing sent twice.

The short form runs with every `make test`; PARLOUR_CHAOS=50 kills as often as the manual says was tried.
"""

import contextlib
import json
import os
import random
import threading
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests import installation
from tests.installation import Installation
from tests.servers import nats, sandbox

# Installations share one PostgreSQL database: one after the other, in one process of the test run.
pytestmark = [pytest.mark.chaos, pytest.mark.xdist_group("installation")]
KILLS = int(os.environ.get("PARLOUR_CHAOS", "4"))
SEED = 20261122


def manage(data: Path, code: str, **settings: str) -> Any:
    """Run code in the installation's own settings, in another process; the last line it prints, as JSON."""
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "parlour", "manage", "shell", "-v0", "-c", code],
        env=installation.environment(data, port=1, **settings), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


SET_UP = """
import json
from datetime import datetime, UTC
from parlour.apps.clients import actions
now = datetime.now(UTC)
client = actions.create_client(name="Bakery", slug="bakery-{tag}", now=now)
"""


def set_up(data: Path, tag: str, code: str, **settings: str) -> Any:
    data.mkdir(parents=True, exist_ok=True)
    manage(
        data,
        "import json\nfrom parlour.config import processes\nprocesses._migrate()\nprint(1)",
        **settings,
    )
    return manage(data, SET_UP.format(tag=tag) + code.replace("{tag}", tag), **settings)


class Writer(threading.Thread):
    """A visitor whose widget never gives up: the same id until it is told 202."""

    def __init__(self, url: str, key: str, number: int, *, stop: threading.Event) -> None:
        super().__init__()
        self.url, self.key, self.stop = f"{url}/w/{key}", key, stop
        self.number = number
        self.accepted: list[str] = []

    def run(self) -> None:
        with httpx2.Client(timeout=3, trust_env=False) as client:
            token = self._until_told(lambda: client.post(f"{self.url}/visitor", json={}), 200)["token"]
            count = 0
            while not self.stop.is_set():
                body = {
                    "id": str(uuid.uuid4()),
                    "page": "/",
                    "name": "V",
                    "text": f"Question {self.number}.{count}: open?",
                }
                told = self._until_told(
                    lambda body=body: client.post(
                        f"{self.url}/messages", json=body, headers={"authorization": f"Bearer {token}"}
                    ),
                    202,
                )
                if told:
                    self.accepted.append(told["id"])
                count += 1
                time.sleep(0.01)

    def _until_told(self, ask: Any, wanted: int) -> Any:
        while not self.stop.is_set():
            with contextlib.suppress(httpx2.HTTPError):
                answer = ask()
                if answer.status_code == wanted:
                    return answer.json()
                time.sleep(min(float(answer.headers.get("retry-after", 0.05)), 0.2))
            time.sleep(0.02)
        return {}


@pytest.fixture(params=["rows", "nats"])
def queue(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """Settings of an installation whose workers look for work themselves, or are woken through NATS."""
    if request.param == "rows":
        yield {}
        return
    if nats.binary() is None and "nats" not in os.environ.get("PARLOUR_TEST_REQUIRE", "").split(","):
        pytest.skip(nats.MISSING)
    with nats.running() as server:
        yield {"PARLOUR_QUEUE": server.url, "PARLOUR_WORKERS": "2"}


def test_web_and_worker_killed_while_comments_come_in_lose_nothing_and_double_nothing(
    tmp_path: Path, tag: str, queue: dict[str, str]
) -> None:
    key = f"site-{tag}"
    set_up(
        tmp_path, tag,
        f"actions.connect_website(client=client, name='Website', origins=(), now=now, key={key!r})\nprint(json.dumps(1))",
    )  # fmt: skip
    dice = random.Random(SEED)
    stop = threading.Event()
    with installation.serving(
        tmp_path, PARLOUR_VISITOR_PER_MINUTE="6000", PARLOUR_ADDRESS_PER_MINUTE="6000", **queue
    ) as running:
        writers = [Writer(running.url, key, number, stop=stop) for number in range(4)]
        for writer in writers:
            writer.start()
        for _ in range(KILLS):
            _wait_for_one_more(writers)  # the web process is up and taking: now is the worst moment
            time.sleep(dice.uniform(0.0, 0.3))
            _kill_soon(running, "web")
            time.sleep(dice.uniform(0.0, 0.6))
            _kill_soon(running, "worker")
        running.wait_until_up()
        time.sleep(0.5)
        stop.set()
        for writer in writers:
            writer.join()
        accepted = [item for writer in writers for item in writer.accepted]
        filed = wait_for_filed(tmp_path, key)
    assert len(accepted) >= KILLS
    assert len(filed) == len(set(filed)), "doubled"
    # One that was stored just before the kill was never acknowledged: more may be filed than were accepted.
    assert set(accepted) - set(filed) == set(), "lost"


def _wait_for_one_more(writers: list[Writer]) -> None:
    before = sum(len(writer.accepted) for writer in writers)
    deadline = time.monotonic() + 60
    while sum(len(writer.accepted) for writer in writers) == before:
        assert time.monotonic() < deadline, "the web process takes nothing any more"
        time.sleep(0.01)


def _kill_soon(running: Installation, role: str) -> None:
    deadline = time.monotonic() + 20
    while not running.kill(role):
        assert time.monotonic() < deadline, f"{role} did not come back"
        time.sleep(0.02)


def wait_for_filed(data: Path, key: str, **settings: str) -> list[str]:
    """Every message of the channel once no event waits any more. A killed worker's claim runs out after its lease."""
    code = f"""
import json
from parlour.apps.inbox.models import Event, Message
waiting = Event.objects.filter(channel__external_id={key!r}, state="waiting").count()
print(json.dumps([waiting, list(Message.objects.filter(channel__external_id={key!r}).values_list("external_id", flat=True))]))
"""
    deadline = time.monotonic() + 90
    while True:
        waiting, filed = manage(data, code, **settings)
        if not waiting:
            return list(filed)
        assert time.monotonic() < deadline, f"{waiting} events still wait"
        time.sleep(1)


def test_a_worker_killed_while_sending_sends_nothing_twice_and_loses_nothing(
    tmp_path: Path, tag: str
) -> None:
    count = max(20, KILLS * 4)
    with sandbox.running(
        faults="slow_after=0.4,cut_after=0.2,error_after=0.1,late=0.2", pages=(f"bakery-{tag}",)
    ) as town:
        page = town.pages[f"bakery-{tag}"]
        post = town.tell("posts", page=f"bakery-{tag}", text="New bread")["id"]
        comments = [
            town.tell(
                "act",
                act="comment",
                page=f"bakery-{tag}",
                member=f"M{n}",
                text=f"Open on day {n}?",
                under=post,
            )["id"]
            for n in range(count)
        ]
        set_up(tmp_path, tag, _QUEUE.format(
            page=f"bakery-{tag}", url=town.url, token=page["token"], secret=page["secret"], comments=comments, tag=tag
        ))  # fmt: skip
        dice = random.Random(SEED)
        with installation.serving(tmp_path, "worker") as running:
            for _ in range(KILLS):
                time.sleep(dice.uniform(0.3, 1.5))
                _kill_soon(running, "worker")
            town.tell("faults")
            states = _wait_for_settled(tmp_path, tag)
        copies = town.ask("published")["copies"]
    assert states == {"confirmed": count}
    assert sorted(copies.values()) == [1] * count


_QUEUE = """
import uuid
from datetime import timedelta
from django.db import transaction
from parlour.apps.accounts.models import User
from parlour.apps.clients.models import Role
from parlour.apps.inbox import filing
from parlour.apps.inbox.models import Conversation
from parlour.core.inbound import Author, Change, Inbound, ItemType
from parlour.flows import reply
channel = actions.connect(client=client, connector="sandbox", name="Town", external_id={page!r}, now=now,
    settings={{"url": {url!r}}}, secret={{"token": {token!r}, "webhook": {secret!r}}})
user = User.objects.create_user(email="maja-{tag}@agency.example", name="Maja")
actions.add_member_of_staff(client=client, user=user, role=Role.COMMUNITY_MANAGER, now=now)
with transaction.atomic():
    filing.file([filing.Item(channel=channel, received_at=now, inbound=Inbound(change=Change.ADD, type=ItemType.COMMENT,
    external_id=item, thread_id=item, text="Are you open?", at=now, author=Author(item, "M"))) for item in {comments!r}], now=now)
for number, conversation in enumerate(Conversation.objects.filter(channel=channel).select_related("channel", "post")):
    reply.submit(conversation=conversation, in_reply_to=conversation.messages.get(), author=user,
        text=f"On day {{number}} we open at seven.", key=uuid.uuid4(), now=now, undo=timedelta(0))
print(json.dumps(1))
"""


def _wait_for_settled(data: Path, tag: str) -> dict[str, int]:
    code = f"""
import json
from django.db.models import Count
from parlour.apps.replies.models import Reply
rows = Reply.objects.filter(client__slug="bakery-{tag}").values_list("state").annotate(Count("id")).order_by("state")
print(json.dumps(dict(rows)))
"""
    deadline = time.monotonic() + 240
    while True:
        states: dict[str, int] = manage(data, code)
        if set(states) <= {"confirmed", "failed"}:
            return states
        assert time.monotonic() < deadline, states
        time.sleep(1)
