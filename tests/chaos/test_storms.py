"""What surrounds Parlour falls over while comments come in: the database, NATS, the disk. Accepted is filed, once.

Only in the long form, `make chaos`: each takes a minute.
"""

import contextlib
import os
import resource
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import installation
from tests.chaos.test_kill import Writer, set_up, wait_for_filed
from tests.installation import Installation
from tests.servers import nats, postgres

pytestmark = [
    pytest.mark.chaos,
    pytest.mark.skipif("PARLOUR_STORMS" not in os.environ, reason="only in the long form: make chaos"),
]


def weather(data: Path, name: str, storm: Callable[[Installation], None], **settings: str) -> None:
    """Visitors write before, during and after the storm."""
    key = f"site-{name}"
    connect = f"actions.connect_website(client=client, name='Website', origins=(), now=now, key={key!r})"
    set_up(data, name, f"{connect}\nprint(json.dumps(1))", **settings)
    stop = threading.Event()
    floods = {"PARLOUR_VISITOR_PER_MINUTE": "6000", "PARLOUR_ADDRESS_PER_MINUTE": "6000"}
    with installation.serving(data, PARLOUR_WORKERS="2", **floods, **settings) as running:
        writers = [Writer(running.url, key, number, stop=stop) for number in range(3)]
        for writer in writers:
            writer.start()
        _until_each_was_told(writers, more=3)
        storm(running)
        _until_each_was_told(writers, more=3)
        stop.set()
        for writer in writers:
            writer.join()
        accepted = [item for writer in writers for item in writer.accepted]
        filed = wait_for_filed(data, key, **settings)
    assert len(filed) == len(set(filed)), "doubled"
    assert set(accepted) - set(filed) == set(), "lost"


def _until_each_was_told(writers: list[Writer], *, more: int) -> None:
    wanted = [len(writer.accepted) + more for writer in writers]
    deadline = time.monotonic() + 90
    while any(len(writer.accepted) < count for writer, count in zip(writers, wanted, strict=True)):
        assert time.monotonic() < deadline, "comments are not accepted any more"
        time.sleep(0.05)


@contextlib.contextmanager
def _full_disk(running: Installation) -> Iterator[None]:
    """No file may grow: what a process sees of a disk without room."""
    unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    for pid in running.children:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        for pid in running.children:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, unlimited)


@pytest.mark.skipif("PARLOUR_DATABASE_URL" in os.environ, reason="PostgreSQL's disk is PostgreSQL's business")
def test_a_full_disk_is_never_told_as_accepted_and_room_is_all_it_takes(tmp_path: Path, tag: str) -> None:
    def storm(running: Installation) -> None:
        for _ in range(3):
            with _full_disk(running):
                time.sleep(3)
            time.sleep(3)

    weather(tmp_path, tag, storm)


def test_the_database_crashes_and_comes_back(tmp_path: Path, tag: str) -> None:
    if postgres.binaries() is None:
        pytest.skip(postgres.MISSING)
    with postgres.cluster(durable=True) as server:

        def storm(running: Installation) -> None:
            for _ in range(3):
                server.crash()
                time.sleep(1)
                server.start()
                time.sleep(3)

        weather(tmp_path, tag, storm, PARLOUR_DATABASE_URL=server.url)


def test_nats_is_killed_stays_away_and_comes_back(tmp_path: Path, tag: str) -> None:
    if nats.binary() is None:
        pytest.skip(nats.MISSING)
    with nats.running() as server:

        def storm(running: Installation) -> None:
            for away in (0, 1, 6):
                server.kill()
                time.sleep(away)
                server.start()
                time.sleep(2)

        weather(tmp_path, tag, storm, PARLOUR_QUEUE=server.url)
