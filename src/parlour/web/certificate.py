"""The certificate of a client's month, and the page on which its sample is read again."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from parlour.apps.clients import queries as clients
from parlour.apps.moderation import certificate as certificates
from parlour.apps.moderation.certificate import Month
from parlour.flows import audit
from parlour.web.moderation import door
from parlour.web.people import user_of


@require_GET
@door
def newest(request: HttpRequest, client_id: int) -> HttpResponse:
    """The last month that is over, if anything was hidden in it, else this one."""
    client = clients.client_for(user_of(request), client_id)
    months = certificates.months_of(client, now=timezone.now())
    month = months[1] if len(months) > 1 else months[0]
    return redirect("certificate", client_id=client_id, year=month.year, month=month.number)


@require_GET
@door
def certificate(request: HttpRequest, client_id: int, year: int, month: int) -> HttpResponse:
    user, now = user_of(request), timezone.now()
    client = clients.client_for(user, client_id)
    found = audit.certificate_of(client=client, month=_month(year, month), user=user, now=now)
    context: dict[str, Any] = {
        "client": client,
        "certificate": found,
        "months": certificates.months_of(client, now=now),
        "now": now,
        "bound": found.bound * 100,
        "threshold": found.bound * (found.hidden + found.deleted),
    }
    return render(request, "moderation/certificate.html", context)


@require_http_methods(["GET", "POST"])
@door
def read(request: HttpRequest, client_id: int, year: int, month: int) -> HttpResponse:
    """One after another: was it an insult, could it be a complaint? The machine's verdict is not shown on purpose."""
    user, now = user_of(request), timezone.now()
    client = clients.client_for(user, client_id)
    of = _month(year, month)
    if request.method == "POST":
        act_id = request.POST.get("act", "")
        try:
            audit.read(
                client=client,
                month=of,
                act_id=int(act_id) if act_id.isdecimal() and len(act_id) < 18 else 0,
                user=user,
                insult=request.POST.get("insult") == "yes",
                complaint=request.POST.get("complaint") == "yes",
                now=now,
            )
        except audit.NotInSample:
            raise Http404 from None
        return redirect("certificate_read", client_id=client_id, year=year, month=month)
    found = audit.next_to_read(client=client, month=of, user=user, now=now)
    if found is None:
        return redirect("certificate", client_id=client_id, year=year, month=month)
    act, kept = found
    certificate_ = audit.certificate_of(client=client, month=of, user=user, now=now)
    context = {"client": client, "certificate": certificate_, "act": act, "kept": kept}
    return render(request, "moderation/read.html", context)


def _month(year: int, month: int) -> Month:
    if not (2000 <= year < 3000 and 1 <= month <= 12):
        raise Http404
    return Month(year, month)
