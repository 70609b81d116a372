"""What `parlour serve` runs: migrations, the demo on request, then web and workers on one port."""

import contextlib
import fcntl
import socket
import sys
from datetime import UTC, datetime

import django
import uvicorn
from django.core.management import call_command
from django.db import connection, connections

from parlour.config import environment
from parlour.config.settings import ENV
from parlour.worker.processes import Child, Group

# Any number will do, as long as nothing else in the database locks it.
_MIGRATING = 7_275_685


class PortTaken(Exception):
    """Somebody else listens there; the text names the setting."""


def serve(*, part: str, demo: bool) -> int:
    """Run until SIGTERM or Ctrl-C; returns the exit status."""
    listener = _listen() if part in {"all", "web"} else None
    django.setup()
    ENV.data.mkdir(parents=True, exist_ok=True)
    for name in environment.misspelt():
        print(f"parlour: there is no setting {name}; it changes nothing.", file=sys.stderr)
    _migrate()
    children = []
    sign_ins = _demo() if demo else []
    if sign_ins:
        children.append(_town())
    if listener:
        children.append(Child("web", lambda: _web(listener)))
    if part in {"all", "worker"}:
        children += [Child(f"worker {number}", _worker) for number in range(1, ENV.workers + 1)]
    # A forked child must not share a connection with its parent.
    connections.close_all()
    return Group(children).run(ready=lambda: _greet(sign_ins, web=listener is not None))


def _migrate() -> None:
    """Bring the tables up to date; whoever starts at the same moment waits, and finds them so."""
    with contextlib.ExitStack() as stack:
        if connection.vendor == "postgresql":
            cursor = stack.enter_context(connection.cursor())
            cursor.execute("SELECT pg_advisory_lock(%s)", [_MIGRATING])
            stack.callback(cursor.execute, "SELECT pg_advisory_unlock(%s)", [_MIGRATING])
        else:
            lock = stack.enter_context((ENV.data / "migrating").open("w"))
            fcntl.flock(lock, fcntl.LOCK_EX)
        call_command("migrate", interactive=False, verbosity=0)


def _listen() -> socket.socket:
    listener = socket.socket(socket.AF_INET6 if ":" in ENV.host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((ENV.host, ENV.port))
    except OSError as error:
        raise PortTaken(
            f"cannot listen on {ENV.host}:{ENV.port} ({error.strerror}). Set PARLOUR_PORT (or PARLOUR_HOST) to another one, "
            f"e.g. PARLOUR_PORT={ENV.port + 1 if ENV.port < 65535 else 8000} make run"
        ) from None
    listener.listen(2048)
    listener.set_inheritable(True)
    return listener


def _web(listener: socket.socket) -> None:
    from parlour.config.asgi import application  # noqa: PLC0415 - its thread pool must be made after the fork

    config = uvicorn.Config(
        application,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=3,
        proxy_headers=False,
        server_header=False,
        limit_concurrency=None,
    )
    uvicorn.Server(config).run(sockets=[listener])


def _worker() -> None:
    from parlour.worker import loop  # noqa: PLC0415 - loads the model, which the web process does not need

    loop.run(senders=ENV.senders, pollers=ENV.pollers)


def _demo() -> list[tuple[str, str, str]]:
    from parlour.flows import demo  # noqa: PLC0415 - its content is read only here

    return demo.ensure(now=datetime.now(UTC))


def _town() -> Child:
    """The demo's social platform: the sandbox, in a process of its own as any other platform is."""
    from parlour.connectors.sandbox import server  # noqa: PLC0415 - only the demo needs it
    from parlour.flows import demo  # noqa: PLC0415

    town = server.town(
        seed=demo.SEED, pages={page: f"{ENV.public_url}/hooks/sandbox/{page}" for page in demo.PAGES}
    )
    demo.reach_town(
        url=town.url, pages={page.id: (page.token, page.secret) for page in town.platform.pages.values()}
    )
    return Child("town", lambda: server.run(town))


def _greet(sign_ins: list[tuple[str, str, str]], *, web: bool) -> None:
    if web:
        print(f"\n  Parlour is at {ENV.public_url}\n", flush=True)
    if sign_ins:
        width = max(len(email) for email, _, _ in sign_ins)
        print("  Sign in as", flush=True)
        for email, password, what in sign_ins:
            print(f"    {email:<{width}}  {password}  {what}", flush=True)
        print(f"\n  The bakery's page, with the widget on it: {ENV.public_url}/demo/bakery", flush=True)
    print("\n  Ctrl-C stops everything.\n", flush=True)
    sys.stdout.flush()
