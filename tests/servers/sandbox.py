"""The sandbox platform in a process of its own, so that it outlives Parlour's."""

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx2


@dataclass(frozen=True, slots=True)
class Town:
    url: str
    pages: dict[str, dict[str, str]]

    def ask(self, path: str) -> Any:
        return httpx2.get(f"{self.url}/control/{path}", timeout=10, trust_env=False).raise_for_status().json()

    def tell(self, path: str, **body: object) -> Any:
        answer = httpx2.post(f"{self.url}/control/{path}", json=body, timeout=10, trust_env=False)
        return answer.raise_for_status().json()


@contextlib.contextmanager
def running(*, faults: str = "", pages: tuple[str, ...] = ("bakery",)) -> Iterator[Town]:
    command = [sys.executable, "-m", "parlour.connectors.sandbox.server", "--until-stdin-closes"]
    command += [word for page in pages for word in ("--page", page)] + (
        ["--faults", faults] if faults else []
    )
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdin
    try:
        first = json.loads(process.stdout.readline())
        yield Town(first["url"], first["pages"])
    finally:
        process.stdin.close()
        process.terminate()
        process.wait(10)
        process.stdout.close()
