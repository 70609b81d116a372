"""The web application: webhooks and live streams as plain ASGI, everything else Django's pages in a fixed pool of threads.

Why not Django's own ASGI handler: docs/adr/0003-live-updates.md.
"""

import os
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parlour.config.settings")

from a2wsgi import WSGIMiddleware
from django.core.wsgi import get_wsgi_application

from parlour.apps.inbox import events
from parlour.config.settings import ENV
from parlour.web import hooks, live

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

_django: Any = get_wsgi_application()
pages: Any = WSGIMiddleware(_django, workers=ENV.web_threads)


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan":
        await _lifespan(receive, send)
    elif scope["type"] == "http" and live.serves(scope["path"]):
        await live.stream(scope, receive, send)
    elif scope["type"] == "http" and hooks.serves(scope["path"]):
        await hooks.door(scope, receive, send)
    elif scope["type"] == "http":
        await pages(scope, receive, send)
    elif scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1000})


async def _lifespan(receive: Receive, send: Send) -> None:
    await receive()
    with events.committing():
        async with live.hub.running():
            await send({"type": "lifespan.startup.complete"})
            await receive()
    await send({"type": "lifespan.shutdown.complete"})
