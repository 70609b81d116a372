"""Who may hear what on a live stream: a signed-in person their clients, a visitor their page and their own chat."""

from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from importlib import import_module

from django.conf import settings
from django.contrib import auth
from django.db import close_old_connections
from django.http import HttpRequest

from parlour.apps.accounts.models import LogEntry, User
from parlour.apps.clients import queries as clients
from parlour.flows import visitors
from parlour.web import origins


@dataclass(frozen=True, slots=True)
class Request:
    path: str
    query: Mapping[str, list[str]]
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Access:
    client_ids: frozenset[int] = frozenset()
    topics: frozenset[str] = frozenset()
    origin: str = ""

    @property
    def tells_which(self) -> bool:
        """Only our own people are told which conversation changed."""
        return bool(self.client_ids)

    def concerns(self, entry: LogEntry) -> bool:
        return entry.client_id in self.client_ids or entry.topic in self.topics


def of(request: Request) -> Access | None:
    close_old_connections()
    return _of_user(request) if request.path == "/live" else _of_visitor(request)


def _of_user(request: Request) -> Access | None:
    user = _user(request)
    if user is None:
        return None
    client_ids = frozenset(clients.client_ids_for(user))
    return Access(client_ids=client_ids) if client_ids else None


def _user(request: Request) -> User | None:
    try:
        cookies = SimpleCookie(request.headers.get("cookie", ""))
    except CookieError:
        return None
    morsel = cookies.get(settings.SESSION_COOKIE_NAME)
    django_request = HttpRequest()
    django_request.session = import_module(settings.SESSION_ENGINE).SessionStore(
        morsel.value if morsel else None
    )
    user = auth.get_user(django_request)
    return user if isinstance(user, User) and user.is_active else None


def _of_visitor(request: Request) -> Access | None:
    key = request.path.removeprefix("/w/").removesuffix("/live")
    channel = clients.channel_by_account(connector="website", external_id=key)
    if channel is None:
        return None
    origin = request.headers.get("origin", "")
    visitor = visitors.visitor_of(channel, request.query.get("token", [""])[0])
    if visitor is None or not origins.allowed(channel, origin):
        return None
    page = request.query.get("page", [""])[0]
    if page.startswith("@"):  # the mark of a private chat: nobody listens to another's
        return None
    topics = {f"{channel.pk}:{page}", f"{channel.pk}:@{visitor}"}
    return Access(topics=frozenset(topics), origin=origin)
