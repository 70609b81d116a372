"""The sandbox as a process of its own, over real sockets."""

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from parlour.connectors.base import Account, Delivery, Outbound, OutcomeUnknown
from parlour.connectors.sandbox.connector import Sandbox
from parlour.connectors.sandbox.server import main

LONG = 10


@dataclass
class Running:
    process: subprocess.Popen[str]
    url: str
    page: dict[str, str]

    def control(self, name: str, **wanted: object) -> Any:
        answer = httpx2.post(f"{self.url}/control/{name}", json=wanted, trust_env=False)
        assert answer.is_success, answer.text
        return answer.json()

    def look(self, name: str) -> Any:
        return httpx2.get(f"{self.url}/control/{name}", trust_env=False).json()

    @property
    def account(self) -> Account:
        secrets = {"token": self.page["token"], "webhook": self.page["secret"]}
        return Account("bakery", settings={"url": self.url}, secrets=secrets)

    def answer_to_ana(self) -> Outbound:
        post = self.control("posts", page="bakery", text="New: rye bread.")
        comment = self.control(
            "act", act="comment", page="bakery", member="Ana", text="Is it?", under=post["id"]
        )
        return Outbound(
            uuid4(), thread_id=comment["id"], parent_id=comment["id"], private=False, text="It is."
        )


@pytest.fixture
def sandbox() -> Iterator[Running]:
    process = subprocess.Popen(
        [sys.executable, "-m", "parlour.connectors.sandbox.server", "--until-stdin-closes", "--seed", "3"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with process:
        first = json.loads(process.stdout.readline())
        yield Running(process, first["url"], first["pages"]["bakery"])
        process.stdin.close()
        assert process.wait(LONG) == 0


@pytest.fixture
def door() -> Iterator[tuple[str, "queue.Queue[Delivery]"]]:
    """Where webhooks arrive: refuses the first, takes the rest."""
    came: queue.Queue[Delivery] = queue.Queue()

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            self.send_response(503 if came.empty() else 200)
            self.send_header("content-length", "0")
            self.end_headers()
            came.put(Delivery({name.lower(): value for name, value in self.headers.items()}, body))

        def log_message(self, *parts: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/", came
        server.shutdown()
        thread.join()


@pytest.fixture
def connector() -> Iterator[Sandbox]:
    with closing(Sandbox()) as opened:
        yield opened


def test_it_ends_with_the_process_that_started_it(sandbox: Running) -> None:
    assert sandbox.look("state")["pages"]["bakery"] == sandbox.page


def test_a_connection_cut_after_success_leaves_one_copy_that_is_found(
    sandbox: Running, connector: Sandbox
) -> None:
    outbound = sandbox.answer_to_ana()
    sandbox.control("next", fault="cut_after")
    with pytest.raises(OutcomeUnknown):
        connector.send(sandbox.account, outbound)
    found = connector.find(sandbox.account, outbound)
    assert found is not None
    assert connector.confirm(sandbox.account, found)
    assert sandbox.look("published")["copies"] == {str(outbound.key): 1}


def test_an_answer_sent_twice_is_counted_twice(sandbox: Running, connector: Sandbox) -> None:
    outbound = sandbox.answer_to_ana()
    connector.send(sandbox.account, outbound)
    connector.send(sandbox.account, outbound)
    assert sandbox.look("published")["copies"] == {str(outbound.key): 2}


def test_a_refused_webhook_comes_again_signed_anew(
    sandbox: Running, door: tuple[str, "queue.Queue[Delivery]"]
) -> None:
    url, came = door
    sandbox.control("pages", page="bakery", webhook=url)
    sandbox.control("act", act="mention", page="bakery", member="Ana", text="Try @bakery")
    first, again = came.get(timeout=LONG), came.get(timeout=LONG)
    assert first.body == again.body
    verified = Sandbox().verify(sandbox.account, again, now=datetime.now(UTC))
    (inbound,) = Sandbox().parse(sandbox.account, verified)
    assert inbound.text == "Try @bakery"


def test_a_wrong_wish_is_told(sandbox: Running) -> None:
    answer = httpx2.post(f"{sandbox.url}/control/faults", json={"explode": 1}, trust_env=False)
    assert answer.status_code == 400
    assert "explode" in answer.json()["error"]["message"]


def test_a_wrong_fault_stops_the_start(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--faults", "explode=1"])
    assert "'explode' is not a valid Fault; faults are drop, repeat" in capsys.readouterr().err
