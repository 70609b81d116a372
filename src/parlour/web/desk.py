"""The desk: queues, list, conversation. One view serves the full page and, to htmx, the part that changed."""

import uuid
from dataclasses import dataclass
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from parlour.apps.accounts.models import User
from parlour.apps.clients import queries as clients
from parlour.apps.clients.models import Client, Role
from parlour.apps.inbox import queries as inbox
from parlour.apps.inbox.models import Conversation
from parlour.apps.inbox.queries import Cursor, Filters, Listing, Queue
from parlour.apps.moderation import queries as moderation
from parlour.apps.replies import queries as replies
from parlour.core import roles, timeline
from parlour.core.judgement import Kind
from parlour.flows import members as members_flow
from parlour.flows import reply as reply_flow
from parlour.web.people import user_of

PROBLEMS = "problems"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the desk this person is: a queue, perhaps one client's, perhaps one kind's."""

    queue: str
    client_id: int | None
    kind: str
    after: Cursor | None

    @classmethod
    def of(cls, request: HttpRequest) -> "Place":
        queue = request.GET.get("queue", Queue.NEEDS_ANSWER)
        client = request.GET.get("client", "")
        kind = request.GET.get("kind", "")
        return cls(
            queue=queue if queue in {*Queue, PROBLEMS} else Queue.NEEDS_ANSWER,
            client_id=int(client) if client.isdecimal() and len(client) < 18 else None,
            kind=kind if kind in set(Kind) else "",
            after=Cursor.parse(request.GET.get("after", "")),
        )

    @property
    def filters(self) -> Filters:
        return Filters(queue=Queue(self.queue), client_id=self.client_id, kind=self.kind)


def home(request: HttpRequest) -> HttpResponse:
    return redirect("desk" if request.user.is_authenticated else "sign_in")


def desk(request: HttpRequest) -> HttpResponse:
    """The whole desk; nothing is open yet."""
    return render(request, "desk/desk.html", frame(request))


def conversation_list(request: HttpRequest) -> HttpResponse:
    """The list's rows and the counts beside the queues: for live news."""
    return render(request, "desk/_list_news.html", frame(request))


def conversation(request: HttpRequest, conversation_id: int) -> HttpResponse:
    user = user_of(request)
    try:
        opened = inbox.conversation_for(user, conversation_id)
    except clients.NotThere:
        raise Http404 from None
    return with_frame(request, conversation_context(request, user, opened))


def with_frame(
    request: HttpRequest, context: dict[str, object], *, status: int = HTTPStatus.OK
) -> HttpResponse:
    """An open conversation: alone to htmx, with the whole desk around it else."""
    if request.htmx:  # type: ignore[attr-defined]
        response = render(request, "desk/_conversation.html", context, status=status)
    else:
        response = render(request, "desk/desk.html", frame(request) | context, status=status)
    # One address, two answers: a browser that goes back must not show the piece as the page.
    patch_vary_headers(response, ["HX-Request"])
    return response


def conversation_context(request: HttpRequest, user: User, opened: Conversation) -> dict[str, object]:
    messages, older = inbox.messages_of(opened, before=Cursor.parse(request.GET.get("before", "")))
    answers = replies.replies_of(opened)
    role = clients.roles_for(user).get(opened.client_id, Role.ANALYST)
    return {
        "opened": opened,
        "lines": timeline.numbered(
            [timeline.Line(id=m.external_id, parent=m.parent_external_id, item=m) for m in messages]
        ),
        "under_way": [answer for answer in answers if answer.message_id is None],
        "answer_of": {answer.message_id: answer for answer in answers if answer.message_id},
        "older_messages": older,
        "clocks": inbox.running_clocks(opened),
        "others": inbox.others_of_member(opened),
        "limit": reply_flow.limit_of(opened.channel),
        # The form's own key: pressing the button twice, or a repeat by the network, is one answer.
        "key": uuid.uuid4(),
        "acts_of": moderation.acts_of(opened, messages),
        "record": members_flow.record_of(opened.member, now=timezone.now()) if opened.member else None,
        "may_moderate": roles.may(roles.Role(role), roles.Act.MODERATE),
        "may_correct": roles.may(roles.Role(role), roles.Act.CORRECT),
        "may_approve": roles.may(roles.Role(role), roles.Act.APPROVE),
        "may_reply": roles.may(roles.Role(role), roles.Act.REPLY),
        "may_resolve": roles.may(roles.Role(role), roles.Act.RESOLVE),
        "now": timezone.now(),
        "place": Place.of(request),
    }


def frame(request: HttpRequest) -> dict[str, object]:
    """Queues with their counts, and the list: what stands around an open conversation."""
    user = user_of(request)
    place = Place.of(request)
    own = list(clients.clients_for(user))
    client_ids = [client.pk for client in own]
    wanted = [pk for pk in client_ids if place.client_id in (None, pk)]
    counts = inbox.counts_for(user, client_ids=client_ids, client_id=place.client_id)
    return {
        "place": place,
        "clients": own,
        "client": _chosen(own, place),
        "queues": [*Queue],
        "counts": {queue.value: count for queue, count in counts.items()},
        "problem_count": replies.problem_count(client_ids=wanted),
        "kinds": [*Kind],
        "listing": _listing(user, place, client_ids) if place.queue != PROBLEMS else Listing([], None),
        "problems": replies.problems_for(user, client_ids=wanted) if place.queue == PROBLEMS else [],
        "now": timezone.now(),
        "count_limit": inbox.COUNT_LIMIT,
    }


def _chosen(own: list[Client], place: Place) -> Client | None:
    return next((client for client in own if client.pk == place.client_id), None)


def _listing(user: User, place: Place, client_ids: list[int]) -> Listing:
    return inbox.conversations_for(user, client_ids=client_ids, filters=place.filters, after=place.after)
