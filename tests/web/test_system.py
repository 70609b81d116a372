"""The system page: what a supervisor sees of the engine, and nobody else."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client as Browser

from parlour.apps.accounts.models import User
from parlour.apps.clients.models import Channel, Client, Role
from parlour.apps.jobs import actions as jobs
from parlour.apps.jobs.models import Job
from tests.visitor import Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(client: Browser, person: Callable[..., User], bakery: Client) -> Browser:
    client.force_login(person("boss", bakery, role=Role.SUPERVISOR))
    return client


def dead_job(now: datetime, client_id: int | None = None) -> Job:
    jobs.ask("bake", now=now, client_id=client_id)
    (job,) = jobs.claim(now=now, limit=1)
    jobs.give_up(job, why="the oven is <b>cold</b>", now=now)
    return job


def test_it_shows_what_waits_how_long_and_what_was_given_up(
    boss: Browser, website: Channel, now: datetime
) -> None:
    Visitor(website).write("Do you bake rye bread on Sundays?", now=now - timedelta(hours=3))
    dead_job(now)
    page = boss.get("/system").content.decode()
    assert "<td>1</td>" in page
    assert "the oven is &lt;b&gt;cold&lt;/b&gt;" in page


def test_what_was_given_up_is_replayed_by_a_button(boss: Browser, now: datetime) -> None:
    job = dead_job(now)
    assert boss.get(f"/system/jobs/{job.pk}/replay").status_code == 405
    assert boss.post(f"/system/jobs/{job.pk}/replay").status_code == 302
    assert Job.objects.get().state == Job.State.WAITING
    assert boss.post(f"/system/jobs/{job.pk}/replay").status_code == 404


def test_for_others_there_is_no_such_page(client: Browser, maja: User, now: datetime) -> None:
    job = dead_job(now)
    client.force_login(maja)
    assert client.get("/system").status_code == 404
    assert client.post(f"/system/jobs/{job.pk}/replay").status_code == 404


def test_a_supervisor_sees_nothing_of_other_clients(boss: Browser, tram: Client, now: datetime) -> None:
    job = dead_job(now, client_id=tram.pk)
    assert "oven" not in boss.get("/system").content.decode()
    assert boss.post(f"/system/jobs/{job.pk}/replay").status_code == 404
