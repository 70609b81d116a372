"""A real `parlour serve web` in a fresh installation, as in production, and what its web process costs."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.places import Place

_START_SECONDS = 60.0
_TICKS = os.sysconf("SC_CLK_TCK")


class NeverCameUp(Exception):
    """The server did not listen in time."""


@dataclass(frozen=True, slots=True)
class Server:
    port: int
    web_pid: int

    def cpu_seconds(self) -> float:
        """What the web process has used until now, all its threads together."""
        # Fields 14 and 15 of proc(5), counted after the name, which may hold spaces.
        fields = Path(f"/proc/{self.web_pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS


@contextlib.contextmanager
def running(place: Place, *, part: str = "web", **settings: str) -> Iterator[Server]:
    """Serve the web alone, so that no worker's CPU is counted; or "all"."""
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "parlour", "serve", part],
        env=place.environment | {"PARLOUR_PORT": str(port)} | settings,
        stdout=subprocess.DEVNULL,
    )
    try:
        yield Server(port, _web_pid(process, port))
    finally:
        process.terminate()
        process.wait(30)


def _web_pid(process: "subprocess.Popen[bytes]", port: int) -> int:
    """The one child of the process group's parent, once it answers."""
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        if children and _answers(port):
            return int(children[0])
        time.sleep(0.1)
    raise NeverCameUp


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1) as probe:
        probe.sendall(b"GET /health HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n")
        return b"200" in probe.recv(64)
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
