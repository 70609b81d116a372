"""What Prometheus is told, and who is not."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.test import Client as Browser
from django.urls import reverse

from parlour.apps.clients.models import Channel
from parlour.apps.inbox import events
from tests.visitor import Visitor, work_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def configured(monkeypatch: pytest.MonkeyPatch) -> Any:
    def configure(**values: object) -> None:
        changed = SimpleNamespace(**{**settings.ENV.model_dump(), **values})
        monkeypatch.setattr(settings, "ENV", changed)

    return configure


def test_it_says_how_things_stand(website: Channel, now: datetime) -> None:
    Visitor(website).write("Open?", now=now)
    events.store(channel=website, headers={}, body=b"[", now=now)
    page = Browser().get(reverse("metrics")).content.decode()
    assert "parlour_events_waiting 2.0" in page
    work_all(now)
    page = Browser().get(reverse("metrics")).content.decode()
    assert "parlour_events_waiting 0.0" in page
    assert "parlour_events_quarantined 1.0" in page
    assert 'parlour_replies{state="queued"} 0.0' in page
    assert "parlour_live_listeners 0.0" in page
    assert 'parlour_door_deliveries_total{outcome="forged"}' in page


def test_no_client_is_named(website: Channel) -> None:
    page = Browser().get(reverse("metrics")).content.decode()
    assert website.client.slug not in page
    assert "client" not in page


@pytest.mark.parametrize(
    ("request_headers", "address", "status"),
    [
        ({}, "127.0.0.1", 200),
        ({}, "::1", 200),
        ({}, "203.0.113.9", 404),
        ({"x-forwarded-for": "203.0.113.9"}, "127.0.0.1", 404),
        ({"x-forwarded-for": "127.0.0.1"}, "127.0.0.1", 404),
        ({}, "", 404),
    ],
)
def test_strangers_find_nothing(request_headers: dict[str, str], address: str, status: int) -> None:
    browser = Browser(headers=request_headers, REMOTE_ADDR=address)
    assert browser.get(reverse("metrics")).status_code == status


def test_behind_a_trusted_proxy_the_address_it_tells_counts(configured: Any) -> None:
    configured(trusted_proxies=1)
    for address, status in (("203.0.113.9", 404), ("127.0.0.1", 200)):
        browser = Browser(headers={"x-forwarded-for": address}, REMOTE_ADDR="127.0.0.1")
        assert browser.get(reverse("metrics")).status_code == status


def test_with_a_token_only_its_bearer_reads(configured: Any) -> None:
    configured(metrics_token="the-token")
    for bearer, status in (("Bearer the-token", 200), ("Bearer other", 404), ("Bearer ž", 404), ("", 404)):
        answer = Browser().get(reverse("metrics"), headers={"authorization": bearer})
        assert answer.status_code == status, bearer
