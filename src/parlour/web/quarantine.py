"""Events that could not be read: a person looks at them, sends them through again or sets them aside for good."""

import json
from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from parlour.apps.clients import queries as clients
from parlour.apps.inbox import quarantine
from parlour.apps.inbox.models import Event
from parlour.core.roles import Act, NotAllowed
from parlour.flows import quarantine as quarantine_flow
from parlour.web.people import user_of
from parlour.web.replies import act

_SHOWN = 20_000
# Connectors keep no secret header; what looks like one is not shown all the same.
_SECRET_WORDS = ("auth", "cookie", "token", "secret", "signature", "key")


def listing(request: HttpRequest) -> HttpResponse:
    """One client's events, newest first: of the chosen client, else of the first that has any."""
    own = clients.clients_with(user_of(request), Act.CONFIGURE)
    if not own:
        raise PermissionDenied(_("Only supervisors and account managers look into the quarantine."))
    counts = quarantine.counts(own)
    first = next((client for client in own if client.pk in counts), own[0])
    chosen = next((client for client in own if str(client.pk) == request.GET.get("client")), first)
    page = quarantine.page_of(client=chosen, before=_number(request.GET.get("before", "")))
    context = {"clients": own, "client": chosen, "counts": counts, "page": page} | _frame()
    return render(request, "engine/quarantine.html", context)


def event(request: HttpRequest, event_id: int) -> HttpResponse:
    user = user_of(request)
    try:
        odd = quarantine.event_for(user, event_id)
        clients.require(user, client_id=odd.client_id, act=Act.CONFIGURE)
    except clients.NotThere:
        raise Http404 from None
    except NotAllowed as refusal:
        raise PermissionDenied(str(refusal)) from None
    return _shown(request, odd)


@act
def replay(request: HttpRequest, event_id: int) -> HttpResponse:
    user = user_of(request)
    odd = quarantine.event_for(user, event_id)
    quarantine_flow.replay(event=odd, user=user, now=timezone.now())
    return _back(odd)


@act
def set_aside(request: HttpRequest, event_id: int) -> HttpResponse:
    user = user_of(request)
    odd = quarantine.event_for(user, event_id)
    try:
        quarantine_flow.set_aside(event=odd, user=user, why=request.POST.get("why", ""), now=timezone.now())
    except quarantine_flow.NoReason:
        return _shown(request, odd, trouble=_("Say why, so that whoever looks next understands it."))
    return _back(odd)


def _shown(request: HttpRequest, odd: Event, *, trouble: str = "") -> HttpResponse:
    context = {
        "event": odd,
        "headers": [(name, value) for name, value in sorted(odd.headers.items()) if not _is_secret(name)],
        "body": _body(bytes(odd.body)),
        "size": len(odd.body),
        "is_set_aside": odd.state == Event.State.SET_ASIDE,
        "trouble": trouble,
    } | _frame()
    status = HTTPStatus.UNPROCESSABLE_ENTITY if trouble else HTTPStatus.OK
    return render(request, "engine/event.html", context, status=status)


def _frame() -> dict[str, object]:
    return {"now": timezone.now(), "here": "quarantine", "may_mend": True}


def _back(odd: Event) -> HttpResponse:
    response = redirect("quarantine")
    response["Location"] += f"?client={odd.client_id}"
    return response


def _is_secret(name: str) -> bool:
    return any(word in name.lower() for word in _SECRET_WORDS)


def _body(raw: bytes) -> str:
    """As text: indented where it is JSON, with marks for bytes that are no text."""
    text = raw[:_SHOWN].decode("utf-8", errors="replace")
    if len(raw) <= _SHOWN:
        try:
            text = json.dumps(json.loads(text), ensure_ascii=False, indent=2)
        except (ValueError, RecursionError):
            return text
    return text


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else None
