"""`parlour serve` as a whole: starts, stops, starts again, says what is wrong."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx2
import pytest

from tests import installation

# Installations share one PostgreSQL database: one after the other, in one process of the test run.
pytestmark = pytest.mark.xdist_group("installation")


def alive(pid: int) -> bool:
    """Running, and not merely unburied."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until_gone(pids: list[int], seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while any(alive(pid) for pid in pids):
        assert time.monotonic() < deadline, f"still running: {[pid for pid in pids if alive(pid)]}"
        time.sleep(0.05)


@pytest.mark.skipif(
    "PARLOUR_DATABASE_URL" in os.environ, reason="the demo is made once, and here the database is shared"
)
def test_the_first_start_makes_the_demo_and_the_second_keeps_it(tmp_path: Path) -> None:
    with installation.serving(tmp_path, "--demo") as first:
        address, password = first.sign_in("maja")
        assert httpx2.get(f"{first.url}/demo/bakery", trust_env=False).is_success
        greeting = first.greeting
    with installation.serving(tmp_path, "--demo") as second:
        assert (address, password) == second.sign_in("maja")
        assert greeting.count("@") == second.greeting.count("@") == 5


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_as_a_whole_and_leaves_no_orphan(tmp_path: Path, number: signal.Signals) -> None:
    with installation.serving(tmp_path) as running:
        running.wait_until_up()
        children = running.children
        assert len(children) == 2
        with httpx2.stream("GET", f"{running.url}/health", trust_env=False):
            running.process.send_signal(number)
            assert running.process.wait(20) == 0
        wait_until_gone(children)


def test_children_do_not_outlive_a_killed_parent(tmp_path: Path) -> None:
    with installation.serving(tmp_path) as running:
        running.wait_until_up()
        children = running.children
        running.process.kill()
        wait_until_gone(children)


def test_a_killed_child_is_started_anew(tmp_path: Path) -> None:
    with installation.serving(tmp_path) as running:
        running.wait_until_up()
        before = set(running.children)
        assert running.kill("web")
        running.wait_until_up()
        assert set(running.children) != before
        assert len(running.children) == 2


def test_a_taken_port_is_said_with_the_setting_to_change(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        done = _serve(tmp_path, port=other.getsockname()[1])
    assert done.returncode == 1
    assert "PARLOUR_PORT" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PARLOUR_PORT", "http"),
        ("PARLOUR_WORKERS", "-1"),
        ("PARLOUR_LOG_LEVEL", "loud"),
        ("PARLOUR_DATABASE_URL", "mysql://x/y"),
        ("PARLOUR_DATABASE_URL", "foo://x"),
    ],
)
def test_a_bad_setting_stops_the_start_with_its_name(tmp_path: Path, name: str, value: str) -> None:
    done = _serve(tmp_path, port=installation.free_port(), **{name: value})
    assert done.returncode != 0
    assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_a_setting_of_an_unknown_name_is_pointed_out(tmp_path: Path) -> None:
    with installation.serving(tmp_path, PARLOUR_PROT="80"):
        assert "PARLOUR_PROT" in (tmp_path / "log").read_text()


def test_a_secret_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = _serve(tmp_path, port=installation.free_port(), PARLOUR_SECRET_KEY_FILE="/no/such/file")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "PARLOUR_SECRET_KEY_FILE" in done.stderr


def test_two_that_start_at_the_same_moment_both_come_up(tmp_path: Path) -> None:
    with installation.serving(tmp_path, "worker"), installation.serving(tmp_path, "web") as running:
        running.wait_until_up()


def test_the_key_is_kept_for_its_owner_only(tmp_path: Path) -> None:
    with installation.serving(tmp_path, PARLOUR_SECRET_KEY=""):
        assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def _serve(data: Path, *, port: int, **settings: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "parlour", "serve"],
        env=installation.environment(data, port=port, **settings),
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
