"""Figures for Prometheus: what this process counted, and how the installation's rows stand at this moment."""

import hmac
from collections.abc import Iterator
from datetime import datetime
from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from parlour.apps.inbox import events
from parlour.apps.replies import queries as replies
from parlour.web import flood, live, meters


@login_not_required
def metrics(request: HttpRequest) -> HttpResponse:
    """For this machine, or whoever brings the token; to everybody else it is not there."""
    if not _may_read(request):
        raise Http404
    rows = CollectorRegistry()
    rows.register(_Rows(timezone.now()))
    page = generate_latest(meters.REGISTRY) + generate_latest(rows)
    return HttpResponse(page, content_type=CONTENT_TYPE_LATEST)


def _may_read(request: HttpRequest) -> bool:
    token = settings.ENV.metrics_token
    if token:
        brought = request.headers.get("Authorization", "").encode()
        return hmac.compare_digest(brought, f"Bearer {token}".encode())
    # A proxy on this machine brings strangers from 127.0.0.1: who was forwarded is judged by where they came from.
    if not settings.ENV.trusted_proxies and "X-Forwarded-For" in request.headers:
        return False
    try:
        return ip_address(flood.address_of(request)).is_loopback
    except ValueError:
        return False


class _Rows(Collector):
    """Asked of the database at each look, so that every process says the same."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def collect(self) -> Iterator[GaugeMetricFamily]:
        inbound = events.standing()
        yield _gauge("events_waiting", "Events stored and not filed yet.", inbound.waiting)
        yield _gauge(
            "events_oldest_seconds", "Age of the oldest event that waits.", self._age(inbound.oldest)
        )
        yield _gauge("events_quarantined", "Events that wait for a person.", inbound.quarantined)
        outbound = replies.standing(now=self._now)
        yield _gauge(
            "replies_oldest_due_seconds",
            "How late the answer is that should have left first.",
            self._age(outbound.oldest_due),
        )
        states = GaugeMetricFamily(
            "parlour_replies", "Answers that are not settled for good, by state.", labels=["state"]
        )
        for state, count in outbound.by_state.items():
            states.add_metric([state], count)
        yield states
        yield _gauge("live_listeners", "Pages that listen to this process for news.", live.hub.count)

    def _age(self, at: datetime | None) -> float:
        return max(0.0, (self._now - at).total_seconds()) if at else 0.0


def _gauge(name: str, what: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"parlour_{name}", what, value=value)
