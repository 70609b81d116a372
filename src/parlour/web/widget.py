"""The doors for visitors of a client's pages: the widget's script and its small JSON API (docs/widget.md)."""

import gzip
import json
import time
from collections.abc import Callable
from functools import cache, wraps
from http import HTTPStatus
from importlib import resources
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from parlour.apps.clients.models import Channel
from parlour.apps.inbox import queries as inbox
from parlour.apps.inbox.committer import Busy
from parlour.apps.inbox.models import Conversation, Message
from parlour.flows import visitors
from parlour.flows.addresses import TooManyGuesses, addresses
from parlour.web import flood, meters, origins
from parlour.web.meters import Knock

PAGE = 30
MAX_BODY = 20_000

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Channel, P], HttpResponse]


class Problem(Exception):
    """What the widget tells the visitor instead of doing what was asked."""

    def __init__(
        self, status: HTTPStatus, error: str, message: str, *, retry_after: float | None = None
    ) -> None:
        super().__init__(message)
        self.status, self.error, self.message, self.retry_after = status, error, message, retry_after

    def response(self) -> JsonResponse:
        body: dict[str, Any] = {"error": self.error, "message": self.message}
        if self.retry_after is not None:
            body["retry_after"] = max(1, round(self.retry_after))
        response = JsonResponse(body, status=self.status)
        if self.retry_after is not None:
            response.headers["Retry-After"] = str(body["retry_after"])
        return response


def door(view: View[P]) -> Callable[..., HttpResponse]:
    """Find the channel, check the page that embeds it, answer preflights, and say errors as JSON."""

    @csrf_exempt
    @login_not_required
    @wraps(view)
    def guarded(request: HttpRequest, key: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            channel = addresses.channel(connector="website", external_id=key)
        except (TooManyGuesses, DatabaseError):
            return _busy().response()
        if channel is None:
            raise Http404
        origin = request.headers.get("Origin", "")
        if not origins.allowed(channel, origin):
            return Problem(
                HTTPStatus.FORBIDDEN, "origin", _("This page may not show this channel.")
            ).response()
        try:
            response = (
                _preflight() if request.method == "OPTIONS" else view(request, channel, *args, **kwargs)
            )
        except Problem as problem:
            response = problem.response()
        except (Busy, DatabaseError):
            # Nothing was stored, and the widget keeps what was written until we can.
            meters.knocked(Knock.BUSY)
            response = _busy().response()
        if origin:
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Vary"] = "Origin"
        return response

    return guarded


def _busy() -> Problem:
    return Problem(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "busy",
        _("We are busy; this will be sent in a moment."),
        retry_after=3,
    )


def _preflight() -> HttpResponse:
    response = HttpResponse(status=HTTPStatus.NO_CONTENT)
    response.headers["Access-Control-Allow-Methods"] = "GET, POST, PUT, DELETE"
    response.headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
    response.headers["Access-Control-Max-Age"] = "600"
    return response


@login_not_required
def script(request: HttpRequest) -> HttpResponse:
    """The widget itself, at a short address that never changes."""
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(_script(packed=packed), content_type="text/javascript; charset=utf-8")
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "public, max-age=300"
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@cache
def _script(*, packed: bool) -> bytes:
    source = resources.files("parlour.web").joinpath("static/parlour/widget.js").read_bytes()
    return gzip.compress(source, mtime=0) if packed else source


@door
def visitor(request: HttpRequest, channel: Channel) -> HttpResponse:
    _only(request, "POST")
    _unless_flooded(flood.NEW_VISITOR, flood.address_of(request))
    return JsonResponse({"token": visitors.new_token(channel)})


@door
def thread(request: HttpRequest, channel: Channel) -> HttpResponse:
    _only(request, "GET")
    me = _visitor(request, channel)
    page = request.GET.get("page", "")[:200]
    before = inbox.Cursor.parse(request.GET["before"]) if "before" in request.GET else None
    listing = inbox.page_thread(
        channel_id=channel.pk, client_id=channel.client_id, page=page, before=before, limit=PAGE
    )
    own = inbox.private_thread(
        channel_id=channel.pk, client_id=channel.client_id, thread=visitors.private_thread(me)
    )
    conversations: list[Conversation] = [*listing.conversations, *([own] if own else [])]
    messages = inbox.shown_messages(conversations)
    order = {conversation.pk: place for place, conversation in enumerate(listing.conversations)}
    public = [message for message in messages if message.conversation_id in order]
    public.sort(key=lambda message: (order[message.conversation_id], message.sent_at, message.pk))
    return JsonResponse(
        {
            "brand": channel.client.name,
            "limit": visitors.LIMIT,
            "comments": [_item(message, me, channel) for message in public],
            "private": [
                _item(message, me, channel)
                for message in messages
                if own and message.conversation_id == own.pk
            ],
            "older": str(listing.older) if listing.older else None,
        }
    )


@door
def messages(request: HttpRequest, channel: Channel) -> HttpResponse:
    _only(request, "POST")
    me = _visitor(request, channel)
    payload = _payload(request)
    _checked_text(payload)
    _unless_flooded(flood.VISITOR, f"{channel.pk} {me}")
    _unless_flooded(flood.ADDRESS, flood.address_of(request))
    return _accepted(request, channel, payload | {"action": "add"})


@door
def item(request: HttpRequest, channel: Channel, item: str) -> HttpResponse:
    _only(request, "PUT", "DELETE")
    me = _visitor(request, channel)
    if not item.startswith(f"{me}-"):
        raise Http404
    _unless_flooded(flood.VISITOR, f"{channel.pk} {me}")
    _unless_flooded(flood.ADDRESS, flood.address_of(request))
    if request.method == "DELETE":
        return _accepted(
            request, channel, {"action": "delete", "item": item, "page": request.GET.get("page", "")}
        )
    payload = _payload(request)
    _checked_text(payload)
    return _accepted(request, channel, payload | {"action": "edit", "item": item})


def _accepted(request: HttpRequest, channel: Channel, payload: dict[str, Any]) -> HttpResponse:
    began = time.perf_counter()
    try:
        external_id = visitors.receive_item(
            channel=channel, token=_token(request), payload=payload, now=timezone.now()
        )
    except visitors.Unusable as error:
        raise Problem(HTTPStatus.BAD_REQUEST, "bad_request", str(error)) from None
    meters.accepted(seconds=time.perf_counter() - began)
    return JsonResponse({"id": external_id}, status=HTTPStatus.ACCEPTED)


def _item(message: Message, me: str, channel: Channel) -> dict[str, Any]:
    inbound = message.direction == Message.Direction.INBOUND
    return {
        "id": message.external_id,
        "parent": message.parent_external_id or None,
        "author": (message.handle.name if message.handle else "") if inbound else channel.client.name,
        "brand": not inbound,
        "mine": message.external_id.startswith(f"{me}-"),
        "text": message.text,
        "at": message.sent_at.isoformat(),
        "edited": message.edited_at is not None,
        "deleted": message.deleted_at is not None,
    }


def _only(request: HttpRequest, *methods: str) -> None:
    if request.method not in methods:
        raise Problem(HTTPStatus.METHOD_NOT_ALLOWED, "method", _("Use %s here.") % ", ".join(methods))


def _token(request: HttpRequest) -> str:
    return request.headers.get("Authorization", "").partition(" ")[2]


def _visitor(request: HttpRequest, channel: Channel) -> str:
    me = visitors.visitor_of(channel, _token(request))
    if me is None:
        raise Problem(HTTPStatus.UNAUTHORIZED, "bad_token", _("Please load the page anew."))
    if channel.status != Channel.Status.ACTIVE:
        raise Problem(HTTPStatus.FORBIDDEN, "closed", _("Comments are switched off at the moment."))
    return me


def _payload(request: HttpRequest) -> dict[str, Any]:
    if int(request.headers.get("Content-Length") or 0) > MAX_BODY:
        raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_long", _("This is too long."))
    try:
        payload = json.loads(request.body)
    except (ValueError, RecursionError):
        payload = None
    if not isinstance(payload, dict):
        raise Problem(HTTPStatus.BAD_REQUEST, "bad_request", _("This could not be read."))
    return payload


def _checked_text(payload: dict[str, Any]) -> None:
    text = payload.get("text")
    if not isinstance(text, str) or not text.strip():
        raise Problem(HTTPStatus.BAD_REQUEST, "empty", _("Write something first."))
    if len(text) > visitors.LIMIT:
        raise Problem(
            HTTPStatus.BAD_REQUEST, "too_long", _("At most %d characters, please.") % visitors.LIMIT
        )


def _unless_flooded(limiter: flood.Limiter, key: str) -> None:
    wait = limiter.wait(key)
    if wait:
        raise Problem(
            HTTPStatus.TOO_MANY_REQUESTS,
            "flood",
            _("That was quick. Please wait a moment."),
            retry_after=wait,
        )
