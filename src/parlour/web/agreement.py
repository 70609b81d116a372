"""A client's moderation agreement: its clauses, the dry run, the signature, its versions; and what was learnt of the client."""

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from parlour.apps.accounts.models import User
from parlour.apps.clients import agreements as actions
from parlour.apps.clients import queries as clients
from parlour.apps.clients.models import Agreement, Client, Role
from parlour.apps.moderation import fits
from parlour.core import agreements, roles
from parlour.core.judgement import corrections as learning
from parlour.core.moderation import BadClause, Decider, Subject, clauses_of
from parlour.flows import agree, correct
from parlour.web.moderation import door
from parlour.web.people import user_of

_EMPTY_LINES = 2


@require_http_methods(["GET", "POST"])
@door
def agreement(request: HttpRequest, client_id: int) -> HttpResponse:
    user, now = user_of(request), timezone.now()
    client = clients.client_for(user, client_id)
    if request.method == "GET":
        return _page(request, client, user, now)
    clients.require(user, client_id=client.pk, act=roles.Act.CONFIGURE)
    try:
        _do(request, client, user, now)
    except BadClause as bad:
        return _page(request, client, user, now, trouble=str(bad), status=422)
    except (actions.NobodySigned, actions.WrongDate, agreements.IllegalMove) as wrong:
        return _page(request, client, user, now, trouble=str(wrong), status=422)
    return redirect("agreement", client_id=client_id)


def _do(request: HttpRequest, client: Client, user: User, now: datetime) -> None:
    form = request.POST
    wanted = form.get("do", "")
    if wanted == "write":
        agree.write(client=client, content=_lines(request), user=user, now=now)
        return
    version = form.get("version", "")
    versions = clients.agreements_of(client, kind=Agreement.Kind.MODERATION)
    chosen = next((one for one in versions if str(one.version) == version), None)
    if chosen is None:
        raise Http404
    match wanted:
        case "send":
            agree.send(agreement=chosen, user=user, now=now)
        case "take back":
            agree.take_back(agreement=chosen, user=user, now=now)
        case "sign":
            agree.sign(
                agreement=chosen,
                signed_by=form.get("signed_by", ""),
                signed_at=min(_day(form.get("signed_on", ""), client) or now, now),
                ends_at=_day(form.get("ends_on", ""), client),
                user=user,
                now=now,
            )
        case "end":
            agree.end(agreement=chosen, user=user, now=now)
        case _:
            raise Http404


def _lines(request: HttpRequest) -> list[dict[str, Any]]:
    """The clauses of the form, numbered as they stand; a line without words is no clause."""
    form = request.POST
    columns = ("text", "subject", "action", "decider", "severity", "begin", "end")
    rows = zip(*(form.getlist(name) for name in columns), strict=False)
    written = [dict(zip(columns, row, strict=True)) for row in rows if row[0].strip()]
    return [
        {
            **{name: row[name] for name in ("text", "subject", "action", "decider", "severity")},
            "number": number,
            "hours": {
                "days": form.getlist(f"days-{place}") or list(range(7)),
                "begin": row["begin"] or "00:00",
                "end": row["end"] or "00:00",
            },
        }
        for number, (place, row) in enumerate(enumerate(written), start=1)
    ]


def _day(text: str, client: Client) -> datetime | None:
    """The first moment of that day in the client's own time."""
    try:
        day = datetime.strptime(text, "%Y-%m-%d")  # noqa: DTZ007 - the zone follows
    except ValueError:
        return None
    return datetime.combine(day, time(0), tzinfo=ZoneInfo(client.time_zone))


def _page(
    request: HttpRequest, client: Client, user: User, now: datetime, *, trouble: str = "", status: int = 200
) -> HttpResponse:
    versions = clients.agreements_of(client, kind=Agreement.Kind.MODERATION)
    in_force = clients.agreement_in_force(client_id=client.pk, kind=Agreement.Kind.MODERATION, now=now)
    open_ = next((one for one in versions if one.status in {"draft", "sent"}), None)
    newest = open_ or in_force
    role = clients.roles_for(user).get(client.pk, Role.ANALYST)
    context = {
        "client": client,
        "versions": [(one, clauses_of(one.content)) for one in versions],
        "in_force": in_force,
        "open": open_,
        "lines": clauses_of(newest.content) if newest else (),
        "empty_lines": range(_EMPTY_LINES),
        "subjects": [*Subject],
        "deciders": [*Decider],
        "severities": range(4),
        "may_write": roles.may(roles.Role(role), roles.Act.CONFIGURE),
        "fit": fits.newest(client_id=client.pk),
        "fewest": learning.FEWEST,
        "trouble": trouble,
        "now": now,
    }
    return render(request, "moderation/agreement.html", context, status=status)


@require_GET
@door
def dry_run(request: HttpRequest, client_id: int, version: int) -> HttpResponse:
    """What the clauses of this version would have done in the last 90 days."""
    user, now = user_of(request), timezone.now()
    client = clients.client_for(user, client_id)
    versions = clients.agreements_of(client, kind=Agreement.Kind.MODERATION)
    chosen = next((one for one in versions if one.version == version), None)
    if chosen is None:
        raise Http404
    clauses = clauses_of(chosen.content)
    run = agree.dry_run(client=client, clauses=clauses, user=user, now=now)
    context = {
        "client": client,
        "agreement": chosen,
        "run": run,
        "clauses": [(clause, run.by_clause[clause.number]) for clause in clauses],
        "hits": run.hits[: agree.SHOWN],
        "days": agree.WINDOW.days,
        "now": now,
    }
    return render(request, "moderation/dry_run.html", context)


@require_POST
@door
def switch(request: HttpRequest, fit_id: int) -> HttpResponse:
    """The learnt correction on or off: by a person, after they saw the figures."""
    user = user_of(request)
    fit = fits.fit_for(user, fit_id)
    correct.switch(fit=fit, on=request.POST.get("on") == "yes", user=user, now=timezone.now())
    return redirect("agreement", client_id=fit.client_id)
