"""Channel health: when something last came in and went out, what is wrong, and the button that mends it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from parlour.apps.clients import queries as clients
from parlour.flows import channels as channel_flow
from parlour.web.people import user_of
from parlour.web.replies import act


def listing(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    found = channel_flow.health_for(user_of(request), now=now)
    # What needs somebody stands first; the rest as the clients are ordered.
    found.sort(key=lambda health: not health.advice)
    may_mend = any(health.may_act for health in found)
    context = {"channels": found, "now": now, "here": "channels", "may_mend": may_mend}
    return render(request, "engine/channels.html", context)


@act
def pause(request: HttpRequest, channel_id: int) -> HttpResponse:
    user = user_of(request)
    channel_flow.pause(channel=clients.channel_for(user, channel_id), user=user, now=timezone.now())
    return redirect("channels")


@act
def resume(request: HttpRequest, channel_id: int) -> HttpResponse:
    user = user_of(request)
    channel_flow.resume(channel=clients.channel_for(user, channel_id), user=user, now=timezone.now())
    return redirect("channels")


@act
def poll(request: HttpRequest, channel_id: int) -> HttpResponse:
    user = user_of(request)
    channel_flow.poll_now(channel=clients.channel_for(user, channel_id), user=user, now=timezone.now())
    return redirect("channels")
