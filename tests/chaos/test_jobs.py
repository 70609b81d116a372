"""kill -9 in the middle of a job: found again after its lease, done by another, and a long job is not taken over."""

import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest

from parlour.apps.jobs.actions import LEASE
from tests import installation
from tests.chaos.test_kill import manage, set_up

# Installations share one PostgreSQL database: one after the other, in one process of the test run.
pytestmark = [pytest.mark.chaos, pytest.mark.xdist_group("installation")]

_WORKER = """
import time
from datetime import datetime, UTC
from parlour.worker.runner import Runner, Task
def do(payload, now):
    print("begun", flush=True)
    time.sleep({seconds})
    print("done", flush=True)
runner = Runner((Task("{task}", do),))
until = time.monotonic() + {patience}
while time.monotonic() < until and not runner.work(datetime.now(UTC)):
    time.sleep(0.2)
"""


@pytest.fixture
def task(tmp_path: Path) -> str:
    """A task of its own: PostgreSQL's database outlives the test."""
    name = f"bake {uuid.uuid4().hex[:8]}"
    ask = f"""
from parlour.apps.jobs import actions as jobs
jobs.ask({name!r}, now=now, key={name!r})
print(json.dumps(1))
"""
    set_up(tmp_path, name[-8:], ask)
    return name


def worker(data: Path, task: str, *, seconds: float, patience: float) -> "subprocess.Popen[str]":
    code = _WORKER.format(task=task, seconds=seconds, patience=patience)
    return subprocess.Popen(
        [sys.executable, "-m", "parlour", "manage", "shell", "-v0", "-c", code],
        env=installation.environment(data, port=1), stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def left(data: Path, task: str) -> int:
    code = f"from parlour.apps.jobs.models import Job\nprint(Job.objects.filter(task={task!r}).count())"
    count: int = manage(data, code)
    return count


def test_a_job_whose_worker_was_killed_is_done_by_another(tmp_path: Path, task: str) -> None:
    killed = worker(tmp_path, task, seconds=600, patience=20)
    assert killed.stdout
    assert killed.stdout.readline() == "begun\n"
    killed.kill()
    killed.communicate()
    began = time.monotonic()
    follower = worker(tmp_path, task, seconds=0, patience=LEASE.total_seconds() * 3)
    assert follower.communicate()[0].split() == ["begun", "done"]
    assert time.monotonic() - began < 60
    assert left(tmp_path, task) == 0


def test_a_job_longer_than_its_lease_stays_its_workers(tmp_path: Path, task: str) -> None:
    length = LEASE.total_seconds() * 1.4
    slow = worker(tmp_path, task, seconds=length, patience=20)
    assert slow.stdout
    assert slow.stdout.readline() == "begun\n"
    other = worker(tmp_path, task, seconds=0, patience=length - 2)
    assert other.communicate()[0] == ""
    assert slow.communicate()[0] == "done\n"
    assert left(tmp_path, task) == 0
