"""The engine as a supervisor sees it: queues, oldest waiting, retries, fuses, and what was given up, with replay."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from parlour.apps.accounts.models import User
from parlour.apps.clients import queries as clients
from parlour.apps.clients.models import Role
from parlour.apps.inbox import events
from parlour.apps.jobs import actions as jobs
from parlour.apps.jobs import queries as job_queries
from parlour.apps.replies import queries as replies
from parlour.core.queues import COUNTED
from parlour.web.people import user_of


def system(request: HttpRequest) -> HttpResponse:
    own, now = _supervised(user_of(request)), timezone.now()
    return render(
        request,
        "engine/system.html",
        {
            "queues": [
                (_("Deliveries to be filed"), events.queue_of(own, now=now)),
                (_("Answers to be sent"), replies.queue_of(own, now=now)),
                (_("Jobs"), job_queries.queue_of(own, now=now)),
            ],
            "counted": COUNTED,
            "fused": replies.fused(own, now=now),
            "dead": job_queries.dead_for(own),
            "crons": job_queries.crons(),
            "now": now,
            "here": "system",
            "may_mend": True,
            "supervises": True,
        },
    )


@require_POST
def replay(request: HttpRequest, job_id: int) -> HttpResponse:
    user = user_of(request)
    try:
        job = job_queries.dead_job_for(_supervised(user), job_id)
    except clients.NotThere:
        raise Http404 from None
    jobs.replay(job, user=user, now=timezone.now())
    return redirect("system")


def _supervised(user: User) -> list[int]:
    """The clients this person supervises; for whoever supervises none there is no such page."""
    own = [client_id for client_id, role in clients.roles_for(user).items() if role == Role.SUPERVISOR]
    if not own:
        raise Http404
    return own
