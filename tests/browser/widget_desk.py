"""A faithful stand-in of the desk's widget API on 127.0.0.1, and of a host page, with all the ways they can fail."""

import itertools
import json
import queue
import re
import secrets
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

WEB = Path(__file__).parents[2] / "src" / "parlour" / "web"
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
PAGE_SIZE = 20
BRAND = "Kruh & Co."
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}
JSON_ITEM = ("id", "parent", "author", "brand", "mine", "text", "at", "edited", "deleted")


@dataclass
class Item:
    id: str
    page: str
    private: bool
    parent: str | None
    author: str
    text: str
    owner: str
    brand: bool = False
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    edited: bool = False
    deleted: bool = False
    shown_from: float = 0.0


class Desk:
    """What the server knows. A test plants failures in `answers`: each is used once, for the next call of that kind."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.by_uuid: dict[str, str] = {}
        self.posts: list[dict[str, Any]] = []
        self.tokens: set[str] = set()
        self.answers: dict[str, deque[tuple[int, dict[str, Any]]]] = {}
        self.drop_answers = 0
        self.delay = 0.1
        self.live = True
        self.host_html = ""
        self.host_csp = STRICT
        self.lock = threading.RLock()
        self._ids = itertools.count(1)
        self._listeners: list[queue.Queue[str | None]] = []
        self._server: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None
        self._port = 0

    # --- coming and going -------------------------------------------------------------------------

    def start(self) -> None:
        handler = type("BoundHandler", (Handler,), {"desk": self})
        self._server = Server(("127.0.0.1", self._port), handler)
        self._port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    def stop(self) -> None:
        if self._server is None or self._thread is None:
            return
        self.hang_up()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        self._server = None

    def hang_up(self) -> None:
        """Ends every open stream."""
        with self.lock:
            for listener in self._listeners:
                listener.put(None)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    # --- what a test does and sees ----------------------------------------------------------------

    def fail(self, kind: str, status: int, **body: Any) -> None:
        self.answers.setdefault(kind, deque()).append((status, body))

    def say(self, text: str, *, parent: str | None = None, **more: Any) -> Item:
        """Somebody else writes; the brand, unless told otherwise."""
        given = {"page": "/", "private": False, "author": BRAND, "brand": True, "owner": "desk"} | more
        item = Item(id=f"i{next(self._ids)}", parent=parent, text=text, **given)
        with self.lock:
            self.items.append(item)
        self.changed()
        return item

    def changed(self) -> None:
        with self.lock:
            for listener in self._listeners:
                listener.put("changed")

    def texts(self) -> list[str]:
        with self.lock:
            return [item.text for item in self.items]

    # --- the API ----------------------------------------------------------------------------------

    def take(self, body: dict[str, Any], token: str) -> str:
        with self.lock:
            self.posts.append(body)
            if body["id"] in self.by_uuid:
                return self.by_uuid[body["id"]]
            item = Item(
                id=f"i{next(self._ids)}",
                page=body["page"],
                private=body["private"],
                parent=body["parent"],
                author=body["name"],
                text=body["text"],
                owner=token,
                shown_from=time.monotonic() + self.delay,
            )
            self.by_uuid[body["id"]] = item.id
            self.items.append(item)
        threading.Timer(self.delay + 0.01, self.changed).start()
        return item.id

    def change(self, item_id: str, token: str, **values: Any) -> bool:
        with self.lock:
            found = [item for item in self.items if item.id == item_id and item.owner == token]
            for item in found:
                vars(item).update(values)
        threading.Timer(self.delay, self.changed).start()
        return bool(found)

    def thread(self, page: str, before: str | None, token: str) -> dict[str, Any]:
        """Threads newest first, inside a thread oldest first; a page is PAGE_SIZE threads."""
        with self.lock:
            seen = [i for i in self.items if i.page == page and i.shown_from <= time.monotonic()]
            public = [i for i in seen if not i.private]
            roots = [i for i in reversed(public) if i.parent is None]
            begin = next((n for n, i in enumerate(roots) if i.id == before), -1) + 1
            chosen = roots[begin : begin + PAGE_SIZE]
            comments = [item for root in chosen for item in family(root, public)]
            mine = [i for i in seen if i.private and token in (i.owner, i.author)]
            private = mine + [i for i in seen if i.private and i.brand and i not in mine]
            more = len(roots) > begin + PAGE_SIZE
            return {
                "brand": BRAND,
                "limit": 2000,
                "comments": [as_json(i, token) for i in comments],
                "private": [as_json(i, token) for i in sorted(private, key=lambda i: i.at)],
                "older": chosen[-1].id if more else None,
            }


def family(root: Item, items: list[Item]) -> list[Item]:
    ids = {root.id}
    members = [root]
    for item in items:
        if item.parent in ids:
            ids.add(item.id)
            members.append(item)
    return members


def as_json(item: Item, token: str) -> dict[str, Any]:
    shown = vars(item) | {
        "mine": item.owner == token,
        "at": item.at.isoformat(),
        "text": "" if item.deleted else item.text,
    }
    return {name: shown[name] for name in JSON_ITEM}


class Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no news."""


class Handler(BaseHTTPRequestHandler):
    desk: Desk
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        self.route()

    do_POST = do_PUT = do_DELETE = do_OPTIONS = do_GET  # noqa: N815

    def route(self) -> None:
        url = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else {}
        if self.command == "OPTIONS":
            self.answer(204, None)
        elif match := re.fullmatch(r"/w/[^/]+/(visitor|thread|messages|live)(?:/([^/]+))?", url.path):
            self.api(match[1], match[2], query, body)
        else:
            self.file(url.path)

    def api(self, kind: str, item: str | None, query: dict[str, str], body: dict[str, Any]) -> None:
        planted = self.desk.answers.get(kind)
        if planted:
            status, problem = planted.popleft()
            self.answer(status, problem)
        elif kind == "visitor":
            token = secrets.token_hex(8)
            self.desk.tokens.add(token)
            self.answer(200, {"token": token})
        elif kind == "live":
            self.stream(query.get("token", ""))
        else:
            token = self.headers.get("Authorization", "").removeprefix("Bearer ")
            if token not in self.desk.tokens:
                self.answer(401, {"error": "bad_token", "message": "The token is not valid."})
            elif kind == "thread":
                self.answer(200, self.desk.thread(query["page"], query.get("before"), token))
            else:
                self.messages(item, token, body)

    def messages(self, item: str | None, token: str, body: dict[str, Any]) -> None:
        if self.command == "POST":
            taken = self.desk.take(body, token)
            if self.desk.drop_answers:
                self.desk.drop_answers -= 1
                self.close_connection = True
                return
            self.answer(202, {"id": taken})
            return
        values = {"deleted": True} if self.command == "DELETE" else {"text": body["text"], "edited": True}
        done = self.desk.change(item or "", token, **values)
        self.answer(202 if done else 404, {} if done else {"error": "unknown", "message": "Not yours."})

    def stream(self, token: str) -> None:
        if token not in self.desk.tokens or not self.desk.live:
            self.answer(503, {"error": "later"})
            return
        inbox: queue.Queue[str | None] = queue.Queue()
        with self.desk.lock:
            self.desk._listeners.append(inbox)
        self.send_response(200)
        self.head("text/event-stream")
        self.end_headers()
        self.wfile.write(b"retry: 300\n\n")
        while (event := inbox.get()) is not None:
            self.wfile.write(f"event: {event}\ndata: {{}}\n\n".encode())
        with self.desk.lock:
            self.desk._listeners.remove(inbox)
        self.close_connection = True

    def file(self, path: str) -> None:
        if path == "/":
            self.answer(200, self.desk.host_html.encode(), "text/html; charset=utf-8", csp=self.desk.host_csp)
            return
        found = WEB / "static" / "parlour" / Path(path).name
        if found.suffix not in {".js", ".css"} or not found.exists():
            self.answer(404, b"", "text/plain")
            return
        self.answer(200, found.read_bytes(), TYPES[found.suffix])

    def answer(self, status: int, body: Any, kind: str = "application/json", csp: str = "") -> None:
        data = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        self.head(kind)
        if csp:
            self.send_header("Content-Security-Policy", csp)
        if status != 204:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def head(self, kind: str) -> None:
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")  # so that a stopped desk is gone at once
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "Authorization, Content-Type")
        self.send_header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")


def host_page(script: str, *, lang: str = "en", before: str = "", after: str = "") -> str:
    """The barest page that embeds the widget."""
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>A page</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"></head>'
        # The space at the foot is for the chat's button, as docs/widget.md asks of a page.
        f"<body><h1>A page</h1>{before}{script}{after}{'<br>' * 5}</body></html>"
    )


def bakery_page() -> str:
    """The demo's template with the three things filled in that Django would fill in."""
    html = (WEB / "templates" / "demo" / "bakery.html").read_text("utf-8")
    html = re.sub(r"{% static '([^']+)' %}", r"/static/\1", html)
    html = re.sub(r"{%.*?%}|{#.*?#}", "", html)
    return html.replace("{{ channel_key }}", "demo").replace("{{ page_key }}", "/")


def hours_ago(hours: float) -> datetime:
    return datetime.now(UTC) - timedelta(hours=hours)
