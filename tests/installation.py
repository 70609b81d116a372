"""A real installation for tests: `parlour serve` in processes of its own, on a free port, with a fresh data folder."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx2

ROOT = Path(__file__).resolve().parent.parent
_START = 60.0


@dataclass
class Installation:
    process: "subprocess.Popen[str]"
    url: str
    data: Path
    greeting: str

    @property
    def children(self) -> list[int]:
        """The pids of web and workers, in the order they were first started."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in listed.split()]

    def kill(self, role: str) -> bool:
        """kill -9 for the child of that role ("web", "worker 1"); False when it is just not there."""
        for pid in self.children:
            with contextlib.suppress(OSError):
                if role in Path(f"/proc/{pid}/comm").read_text():
                    os.kill(pid, signal.SIGKILL)
                    return True
        return False

    def sign_in(self, name: str) -> tuple[str, str]:
        """E-mail and password of one of the demo's people."""
        found = re.search(rf"({name}@\S+)\s+(\S+)", self.greeting)
        assert found, self.greeting
        return found[1], found[2]

    def wait_until_up(self, seconds: float = 30) -> None:
        deadline = time.monotonic() + seconds
        while True:
            with contextlib.suppress(httpx2.HTTPError):
                if httpx2.get(f"{self.url}/health", timeout=2, trust_env=False).is_success:
                    return
            assert time.monotonic() < deadline, "the web process does not answer"
            time.sleep(0.05)


def environment(data: Path, *, port: int, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PARLOUR_")}
    database = (
        {"PARLOUR_DATABASE_URL": os.environ["PARLOUR_DATABASE_URL"]}
        if "PARLOUR_DATABASE_URL" in os.environ
        else {}
    )
    settings = {"PARLOUR_DATA": str(data), "PARLOUR_PORT": str(port), "PARLOUR_SECRET_KEY": "only-for-tests"}
    return kept | database | settings | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"} | more


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def serving(data: Path, *options: str, **settings: str) -> Iterator[Installation]:
    """Start, wait for the greeting, stop by SIGTERM; the log is in the data folder."""
    port = free_port()
    data.mkdir(parents=True, exist_ok=True)
    with (data / "log").open("a") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "parlour", "serve", *options],
            env=environment(data, port=port, **settings),
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
    try:
        greeting = _greeting(process, data)
        yield Installation(process, f"http://127.0.0.1:{port}", data, greeting)
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(20)
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def _greeting(process: "subprocess.Popen[str]", data: Path) -> str:
    lines: list[str] = []
    assert process.stdout
    for line in process.stdout:
        lines.append(line)
        if "Ctrl-C" in line:
            return "".join(lines)
    raise AssertionError(f"parlour serve ended: {''.join(lines)} {(data / 'log').read_text()[-2000:]}")
