"""A whole Parlour for browser tests: `parlour serve --demo` in a fresh folder, on a free port, stopped by SIGTERM."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src"
START_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Parlour:
    origin: str
    passwords: dict[str, str]
    """By first name: maja, tom, ana, felix, ines."""
    log: Path


@contextlib.contextmanager
def running(**settings: str) -> Iterator[Parlour]:
    """`settings` are environment variables on top, e.g. `PARLOUR_UNDO_SECONDS="1"`."""
    home = Path(tempfile.mkdtemp(prefix="parlour-live-"))
    log = home / "log"
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PARLOUR_", "DJANGO_"))}
    own = {"PARLOUR_DATA": str(home / "var"), "PARLOUR_PORT": str(_free_port()), "PYTHONPATH": str(SOURCE)}
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "parlour", "serve", "--demo"],
            env=kept | own | settings,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=home,
        )
    try:
        yield _greeted(process, log)
    finally:
        process.terminate()
        process.wait(timeout=20)
        shutil.rmtree(home, ignore_errors=True)


def _greeted(process: "subprocess.Popen[bytes]", log: Path) -> Parlour:
    until = time.monotonic() + START_SECONDS
    while "Ctrl-C" not in (said := log.read_text(encoding="utf-8")):
        if process.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"parlour serve did not start:\n{said}")
        time.sleep(0.1)
    [origin] = re.findall(r"Parlour is at (\S+)", said)
    return Parlour(origin, dict(re.findall(r"^\s+(\w+)@\S+\s+(\S+)", said, re.MULTILINE)), log)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
