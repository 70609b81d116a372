"""What a person does in an open conversation: answer, take back, send again, done."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from parlour.apps.clients.queries import NotThere
from parlour.apps.inbox import queries as inbox
from parlour.apps.inbox.models import Conversation
from parlour.apps.replies import queries as reply_queries
from parlour.core.delivery import IllegalMove
from parlour.core.roles import NotAllowed
from parlour.flows import desk as desk_flow
from parlour.flows import reply as reply_flow
from parlour.web import desk
from parlour.web.people import user_of


def act(view: Callable[[HttpRequest, int], HttpResponse]) -> Callable[..., HttpResponse]:
    """A stranger gets 404, a colleague whose role forbids it 403."""

    @require_POST
    @wraps(view)
    def guarded(request: HttpRequest, number: int) -> HttpResponse:
        try:
            return view(request, number)
        except NotThere:
            raise Http404 from None
        except NotAllowed as refusal:
            raise PermissionDenied(str(refusal)) from None

    def by_name(request: HttpRequest, **kwargs: int) -> HttpResponse:
        return guarded(request, *kwargs.values())

    return by_name


@act
def send(request: HttpRequest, conversation_id: int) -> HttpResponse:
    user = user_of(request)
    conversation = inbox.conversation_for(user, conversation_id)
    text = request.POST.get("text", "")
    key = _key(request.POST.get("key", ""))
    target = request.POST.get("in_reply_to", "")
    try:
        reply = reply_flow.submit(
            conversation=conversation,
            in_reply_to=inbox.message_in(conversation, target),
            author=user,
            text=text,
            key=key,
            now=timezone.now(),
            undo=timedelta(seconds=settings.ENV.undo_seconds),
        )
    except reply_flow.Blocked as blocked:
        return _shown(
            request,
            conversation,
            findings=blocked.findings,
            draft=text,
            key=key,
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
        )
    if reply.text != text.strip():
        # The connection broke after the first try, and the words were changed before the second.
        earlier = _(
            "An earlier version of this answer has arrived here: look at it before you send this one as well."
        )
        return _shown(request, conversation, draft=text, trouble=earlier, status=HTTPStatus.CONFLICT)
    return _shown(request, conversation)


@act
def done(request: HttpRequest, conversation_id: int) -> HttpResponse:
    user = user_of(request)
    conversation = inbox.conversation_for(user, conversation_id)
    desk_flow.resolve(conversation=conversation, user=user, now=timezone.now())
    return _shown(request, inbox.conversation_for(user, conversation_id))


@act
def reopen(request: HttpRequest, conversation_id: int) -> HttpResponse:
    user = user_of(request)
    conversation = inbox.conversation_for(user, conversation_id)
    desk_flow.reopen(conversation=conversation, user=user, now=timezone.now())
    return _shown(request, inbox.conversation_for(user, conversation_id))


@act
def take_back(request: HttpRequest, reply_id: int) -> HttpResponse:
    """Undo: the words come back into the box."""
    user = user_of(request)
    reply = reply_queries.reply_for(user, reply_id)
    try:
        reply_flow.take_back(reply=reply, user=user, now=timezone.now())
    except IllegalMove:
        return _shown(request, reply.conversation, trouble=_("Too late: it is on its way already."))
    return _shown(request, reply.conversation, draft=reply.text)


@act
def again(request: HttpRequest, reply_id: int) -> HttpResponse:
    user = user_of(request)
    reply = reply_queries.reply_for(user, reply_id)
    try:
        reply_flow.send_again(reply=reply, user=user, now=timezone.now())
    except IllegalMove:
        return _shown(request, reply.conversation, trouble=_("This answer cannot be sent again."))
    return _shown(request, reply.conversation)


def _key(text: str) -> uuid.UUID:
    """The form's own key, so that a double click is one answer; a form without one gets a new one."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.uuid4()


def _shown(
    request: HttpRequest,
    conversation: Conversation,
    *,
    findings: tuple[object, ...] = (),
    draft: str = "",
    key: uuid.UUID | None = None,
    trouble: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """The conversation as it is now; without script, back to its page."""
    if not request.htmx and not findings and not trouble and not draft:  # type: ignore[attr-defined]
        return redirect(f"{reverse('conversation', args=[conversation.pk])}?{request.GET.urlencode()}")
    context = desk.conversation_context(request, user_of(request), conversation)
    context |= {"findings": findings, "draft": draft, "trouble": trouble}
    if key:
        context["key"] = key
    return desk.with_frame(request, context, status=status)
