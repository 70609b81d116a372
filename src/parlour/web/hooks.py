"""The door for platforms: a webhook is verified over its raw bytes and stored, and only then told 200."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from parlour.connectors.base import Delivery, Forged
from parlour.connectors.registry import UnknownConnector
from parlour.flows import receive

MAX_BODY = 1_000_000
_RETRY_SECONDS = "5"


@csrf_exempt
@login_not_required
@require_POST
def hook(request: HttpRequest, connector: str, external_id: str) -> HttpResponse:
    length = request.headers.get("Content-Length", "")
    if not length.isdecimal() or int(length) > MAX_BODY:
        return HttpResponse(status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    headers = {name.lower(): value for name, value in request.headers.items()}
    try:
        receive.accept(
            connector=connector,
            external_id=external_id,
            delivery=Delivery(headers=headers, body=request.body),
            now=timezone.now(),
        )
    except (receive.UnknownChannel, UnknownConnector):
        raise Http404 from None
    except Forged:
        return HttpResponse(status=HTTPStatus.FORBIDDEN)
    except DatabaseError:
        # Never a lie: what could not be stored was not received, and the platform brings it again.
        return HttpResponse(status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": _RETRY_SECONDS})
    return HttpResponse("ok\n", content_type="text/plain")
