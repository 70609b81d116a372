"""Hiding, showing again, the second person's yes, correcting a verdict, and whose messages are read first."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from parlour.apps.clients import queries as clients
from parlour.apps.clients.cipher import Unreadable
from parlour.apps.clients.queries import NotThere
from parlour.apps.inbox import queries as inbox
from parlour.apps.inbox.corrections import NotJudged
from parlour.apps.inbox.models import Conversation
from parlour.apps.moderation import evidence, members, queries
from parlour.apps.moderation.models import Act
from parlour.core.judgement import Kind
from parlour.core.moderation import Action, clauses_of
from parlour.core.moderation.progress import IllegalMove
from parlour.core.roles import Act as Right
from parlour.core.roles import NotAllowed
from parlour.flows import correct as correct_flow
from parlour.flows import members as members_flow
from parlour.flows import moderate
from parlour.web import desk
from parlour.web.people import user_of

View = Callable[..., HttpResponse]


def door(view: View) -> View:
    """A stranger gets 404, a colleague whose role forbids it 403."""

    @wraps(view)
    def guarded(request: HttpRequest, **numbers: int) -> HttpResponse:
        try:
            return view(request, **numbers)
        except NotThere:
            raise Http404 from None
        except NotAllowed as refusal:
            raise PermissionDenied(str(refusal)) from None

    return guarded


@require_http_methods(["GET", "POST"])
@door
def hide(request: HttpRequest, message_id: int) -> HttpResponse:
    """Ask for the clause, or say why there is none; then hide or delete."""
    user, now = user_of(request), timezone.now()
    message = queries.message_for(user, message_id)
    if request.method == "POST":
        action = Action.DELETE if request.POST.get("action") == Action.DELETE else Action.HIDE
        try:
            moderate.act(
                message=message,
                action=action,
                user=user,
                via=Act.Via.PAGE,
                now=now,
                reason=request.POST.get("reason", ""),
            )
        except moderate.NotPermitted as refusal:
            return shown(
                request, message.conversation_id, trouble=" ".join(_(why) for why in refusal.reasons)
            )
        return shown(request, message.conversation_id)
    ways = [
        (action, moderate.rehearse(message=message, action=action, user=user, now=now))
        for action in (Action.HIDE, Action.DELETE)
    ]
    machine = moderate.rehearse(message=message, action=Action.HIDE, user=None, now=now)
    context = {"message": message, "ways": ways, "machine": machine}
    return _asked(request, "moderation/_hide.html", context)


@require_POST
@door
def unhide(request: HttpRequest, message_id: int) -> HttpResponse:
    message = queries.message_for(user_of(request), message_id)
    try:
        moderate.act(
            message=message, action=Action.UNHIDE, user=user_of(request), via=Act.Via.PAGE, now=timezone.now()
        )
    except moderate.NothingHidden:
        return shown(request, message.conversation_id, trouble=_("There is nothing to show again."))
    return shown(request, message.conversation_id)


@require_http_methods(["GET", "POST"])
@door
def correct(request: HttpRequest, message_id: int) -> HttpResponse:
    """Say what a message is: one of six, one key each."""
    user = user_of(request)
    message = queries.message_for(user, message_id)
    if request.method == "GET":
        return _asked(request, "moderation/_correct.html", {"message": message, "kinds": [*Kind]})
    clients.require(user, client_id=message.client_id, act=Right.CORRECT)
    kind = request.POST.get("kind", "")
    if kind not in set(Kind):
        return shown(request, message.conversation_id, trouble=_("Choose one of the six kinds."))
    try:
        correct_flow.correct(message=message, kind=Kind(kind), user=user, now=timezone.now())
    except NotJudged:
        return shown(request, message.conversation_id, trouble=_("There is no verdict to correct."))
    return shown(request, message.conversation_id)


@require_POST
@door
def agree(request: HttpRequest, act_id: int) -> HttpResponse:
    return _second(request, act_id, moderate.agree)


@require_POST
@door
def refuse(request: HttpRequest, act_id: int) -> HttpResponse:
    return _second(request, act_id, moderate.refuse)


@require_POST
@door
def again(request: HttpRequest, act_id: int) -> HttpResponse:
    return _second(request, act_id, moderate.try_again)


def _second(request: HttpRequest, act_id: int, answer: Callable[..., None]) -> HttpResponse:
    user = user_of(request)
    act = queries.act_for(user, act_id)
    try:
        answer(act=act, user=user, now=timezone.now())
    except moderate.SamePerson:
        return shown(request, act.message.conversation_id, trouble=_("The yes must come from somebody else."))
    except (IllegalMove, moderate.TakenOver):
        return shown(request, act.message.conversation_id, trouble=_("This has been decided already."))
    return shown(request, act.message.conversation_id)


@require_GET
@door
def act(request: HttpRequest, act_id: int) -> HttpResponse:
    """One act with its evidence as it was sealed."""
    opened = queries.act_for(user_of(request), act_id)
    try:
        kept = evidence.unseal(bytes(opened.evidence)) if opened.evidence else None
    except Unreadable:
        kept = None
    clause = clauses_of([kept["clause"]])[0] if kept else None
    return render(request, "moderation/act.html", {"act": opened, "kept": kept, "clause": clause})


@require_GET
@door
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits for a second person, and what a platform refused."""
    user = user_of(request)
    client_ids = clients.client_ids_for(user)
    acts = queries.waiting_for_people(client_ids=client_ids)
    context = {"acts": acts, "clients": clients.clients_for(user), "now": timezone.now()}
    return render(request, "moderation/waiting.html", context)


@require_POST
@door
def premoderate(request: HttpRequest, conversation_id: int) -> HttpResponse:
    user, now = user_of(request), timezone.now()
    conversation = inbox.conversation_for(user, conversation_id)
    if conversation.member is None:
        raise Http404
    try:
        members_flow.premoderate(
            member=conversation.member,
            reason=request.POST.get("reason", ""),
            ends_at=now + timedelta(days=_days(request.POST.get("days", ""))),
            user=user,
            now=now,
        )
    except (members.ReasonMissing, members.EndMissing):
        return shown(request, conversation.pk, trouble=_("Say why, and for how many days."))
    return shown(request, conversation.pk)


@require_POST
@door
def release(request: HttpRequest, conversation_id: int) -> HttpResponse:
    user = user_of(request)
    conversation = inbox.conversation_for(user, conversation_id)
    if conversation.member is None:
        raise Http404
    members_flow.release(member=conversation.member, user=user, now=timezone.now())
    return shown(request, conversation.pk)


def _days(text: str) -> int:
    """1 to 365, else 0, which no pre-moderation may last."""
    days = int(text) if text.isdecimal() and len(text) < 4 else 0
    return days if days <= 365 else 0


def _asked(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    """A question: alone in the desk's dialog, on a page of its own without script."""
    context |= {"place": desk.Place.of(request), "question": template}
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, template, context)
    return render(request, "moderation/question.html", context)


def shown(request: HttpRequest, conversation_id: int, *, trouble: str = "") -> HttpResponse:
    """The conversation as it is now; without script, back to its page."""
    if not request.htmx and not trouble:  # type: ignore[attr-defined]
        return redirect(f"{reverse('conversation', args=[conversation_id])}?{request.GET.urlencode()}")
    user = user_of(request)
    conversation: Conversation = inbox.conversation_for(user, conversation_id)
    context = desk.conversation_context(request, user, conversation) | {"trouble": trouble}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if trouble else HTTPStatus.OK
    return desk.with_frame(request, context, status=status)
