"""The sandbox behind a real HTTP server, in a process of its own: `python -m parlour.connectors.sandbox.server`.

It prints one line of JSON, {"url": ..., "pages": {page: {"token", "secret", "webhook"}}}, and then serves until it
is told to end. Everything is in memory: what was published is gone with the process.
"""

import argparse
import json
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast
from urllib.parse import parse_qsl, urlsplit

import httpx2

from parlour.connectors.sandbox import faults, signing
from parlour.connectors.sandbox.api import Answer, Api, Request
from parlour.connectors.sandbox.control import Control, shown
from parlour.connectors.sandbox.faults import Fault
from parlour.connectors.sandbox.platform import Platform
from parlour.connectors.sandbox.webhooks import Packet

_LONGEST_BODY = 1_000_000
_LONGEST_REST = 1.0


class Server(ThreadingHTTPServer):
    daemon_threads = True
    # The rest of the world connects in bursts.
    request_queue_size = 128

    def __init__(self, platform: Platform, *, port: int = 0, per_minute: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.platform = platform
        # Tells the courier that something changed, and keeps the platform to one thread at a time.
        self.changed = threading.Condition()
        self._api, self._control = Api(platform, per_minute=per_minute), Control(platform)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def answer(self, request: Request) -> Answer:
        side = self._control if request.path.startswith("/control/") else self._api
        with self.changed:
            answer = side.handle(request)
            self.changed.notify_all()
        return answer


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def _serve(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        if length > _LONGEST_BODY:
            self._write(Answer(413))
            self.close_connection = True
            return
        address = urlsplit(self.path)
        request = Request(
            method=self.command,
            path=address.path,
            query=dict(parse_qsl(address.query)),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(length),
        )
        answer = cast("Server", self.server).answer(request)
        time.sleep(answer.delay)
        if answer.cut:
            self.close_connection = True
            return
        self._write(answer)

    do_GET = do_POST = do_DELETE = _serve

    def _write(self, answer: Answer) -> None:
        content = answer.content
        self.send_response_only(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 204:
            self.send_header("content-length", str(len(content)))
        self.end_headers()
        if answer.status != 204:
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Silent: a test's own output is enough."""


class Courier(threading.Thread):
    """Carries webhooks to the doors of the pages, and brings the refused ones again."""

    def __init__(self, server: Server) -> None:
        super().__init__(name="courier", daemon=True)
        self._server = server
        self._client = httpx2.Client(timeout=5.0, trust_env=False)

    def run(self) -> None:
        while True:
            for packet in self._due():
                self._settle(packet, is_taken=self._carry(packet))

    def _due(self) -> Sequence[Packet]:
        platform = self._server.platform
        with self._server.changed:
            self._server.changed.wait(self._rest())
            return platform.webhooks.take(now=platform.clock())

    def _rest(self) -> float:
        webhooks, now = self._server.platform.webhooks, self._server.platform.clock()
        due = webhooks.next_at()
        return _LONGEST_REST if due is None else min(max(0.0, (due - now).total_seconds()), _LONGEST_REST)

    def _carry(self, packet: Packet) -> bool:
        page = self._server.platform.page(packet.page)
        if not page.webhook:
            return True
        at = int(self._server.platform.clock().timestamp())
        signature = signing.sign(secret=page.secret, body=packet.body, at=at)
        headers = {signing.HEADER: signature, "content-type": "application/json"}
        try:
            return self._client.post(page.webhook, content=packet.body, headers=headers).is_success
        except (httpx2.HTTPError, httpx2.InvalidURL):
            return False

    def _settle(self, packet: Packet, *, is_taken: bool) -> None:
        platform = self._server.platform
        with self._server.changed:
            if is_taken:
                platform.webhooks.delivered(packet)
            else:
                platform.webhooks.refused(packet, now=platform.clock())


def town(*, seed: int, pages: Mapping[str, str]) -> Server:
    """A listening server for the demo: its pages with their webhooks, and a memory of what was there before."""
    platform = Platform(seed=seed, clock=lambda: datetime.now(UTC), remembers=True)
    for page, webhook in pages.items():
        platform.open_page(page, webhook=webhook)
    return Server(platform)


def run(server: Server) -> None:
    Courier(server).start()
    server.serve_forever()


def main(words: Sequence[str] | None = None) -> None:
    options = _options(words)
    platform = Platform(
        seed=options.seed, clock=lambda: datetime.now(UTC), faults=options.faults, remembers=options.remembers
    )
    for page, _, webhook in (word.partition("=") for word in options.page or ["bakery"]):
        platform.open_page(page, webhook=webhook)
    server = Server(platform, port=options.port, per_minute=options.per_minute)
    if options.until_stdin_closes:
        threading.Thread(target=_stop_with_stdin, args=(server,), daemon=True).start()
    first_line = {"url": server.url, "pages": {page.id: shown(page) for page in platform.pages.values()}}
    sys.stdout.write(json.dumps(first_line) + "\n")
    sys.stdout.flush()
    try:
        run(server)
    except KeyboardInterrupt:
        sys.exit(130)


def _faults(words: str) -> Mapping[Fault, float]:
    try:
        return faults.read(words)
    except faults.UnknownFault as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _stop_with_stdin(server: Server) -> None:
    """Whoever started us holds the other end; when they are killed, however hard, it closes."""
    sys.stdin.buffer.read()
    server.shutdown()


def _options(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m parlour.connectors.sandbox.server", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=_faults, default={}, help="drop=0.1,cut_after=0.05 or all=0.05")
    parser.add_argument("--per-minute", type=int, default=0, help="requests a page may make; 0: no quota")
    parser.add_argument("--page", action="append", metavar="PAGE[=WEBHOOK]", help="repeat for more pages")
    parser.add_argument("--remembers", action="store_true", help="take items from before this start as there")
    parser.add_argument(
        "--until-stdin-closes", action="store_true", help="end with the process that started this one"
    )
    return parser.parse_args(words)


if __name__ == "__main__":
    main()
