"""The demo bakery's own web page, with the widget on it."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from parlour.apps.clients import queries as clients

BAKERY_KEY = "demo-bakery"


@login_not_required
def bakery(request: HttpRequest) -> HttpResponse:
    """Only where the demo agency lives; under the strict policy that a careful host page would have."""
    channel = clients.channel_by_account(connector="website", external_id=BAKERY_KEY)
    if channel is None:
        raise Http404
    response = render(request, "demo/bakery.html", {"channel_key": BAKERY_KEY, "page_key": "/"})
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'"
    )
    return response
