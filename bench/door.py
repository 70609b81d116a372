"""How many comments one web process takes in durably, from eight visitors at once, beside a bare page."""

import json
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from statistics import quantiles
from typing import TypeVar

from bench import places, server
from bench.browser import Browser, timed
from bench.report import Figure, figure

COMMENTS = 2000
TOGETHER = 8
# Flood control lets a visitor write six comments at once: each token writes fewer.
_A_TOKEN = 4

Share = TypeVar("Share")


class NotTakenIn(Exception):
    """The door refused a comment, or lost one that it had accepted."""


def run(*, comments: int = COMMENTS) -> list[Figure]:
    return [one for database in places.databases() for one in _on(database, comments)]


def _on(database: str, comments: int) -> list[Figure]:
    each = comments // TOGETHER
    with places.fresh(database) as place:
        made = place.ask("visitors", tokens=-(-comments // _A_TOKEN))
        # Every visitor comes from an address of their own, as the proxy in front would tell.
        with server.running(place, PARLOUR_TRUSTED_PROXIES="1") as served:
            bare, _, bare_per_s = _together(served, _bare_visits, [each] * TOGETHER)
            tokens = [made["tokens"][number::TOGETHER] for number in range(TOGETHER)]
            before = served.cpu_seconds()
            waits, count, per_s = _together(served, _comments, tokens)
            cpu = 1000 * (served.cpu_seconds() - before) / count
        stored = place.ask("visitors", count=True)["events"]
        if stored != count:
            raise NotTakenIn(f"{count} comments were accepted, {stored} are stored.")
    suffix = place.suffix
    of = "bare page"
    return [
        figure(f"door.comments_per_s{suffix}", per_s, "comments/s", reference=of, reference_value=bare_per_s),
        figure(f"door.p50_ms{suffix}", _part(waits, 50), "ms", reference=of, reference_value=_part(bare, 50)),
        figure(f"door.p99_ms{suffix}", _part(waits, 99), "ms", reference=of, reference_value=_part(bare, 99)),
        figure(f"door.cpu_ms{suffix}", cpu, "ms", reference="p50 ms", reference_value=_part(waits, 50)),
    ]


def _together(
    served: server.Server, visit: Callable[[int, Share], list[float]], shares: Sequence[Share]
) -> tuple[list[float], int, float]:
    """Every share by a client of its own, all at once: each wait in ms, how many, how many a second."""
    with ThreadPoolExecutor(TOGETHER) as pool:
        began = time.perf_counter()
        waits = [wait for part in pool.map(visit, repeat(served.port), shares) for wait in part]
        return waits, len(waits), len(waits) / (time.perf_counter() - began)


def _bare_visits(port: int, visits: int) -> list[float]:
    browser = Browser(port)
    waits = [timed(browser, "/health") for _ in range(visits)]
    browser.close()
    return waits


def _comments(port: int, tokens: list[str]) -> list[float]:
    browser = Browser(port)
    waits = [_comment(browser, token, number) for token in tokens for number in range(_A_TOKEN)]
    browser.close()
    return waits


def _comment(browser: Browser, token: str, number: int) -> float:
    body = {"id": f"{number:08x}", "page": "/", "name": "Ivana", "text": "Do you bake rye bread on Sundays?"}
    visitor = token.split(".")[1]
    began = time.perf_counter()
    status = browser.post(
        "/w/bench-site/messages",
        json.dumps(body).encode(),
        authorization=f"Bearer {token}",
        content_type="application/json",
        x_forwarded_for=f"10.{int(visitor[:2], 16)}.{int(visitor[2:4], 16)}.{int(visitor[4:6], 16)}",
    )
    if status != 202:
        raise NotTakenIn(f"the door answered {status}")
    return 1000 * (time.perf_counter() - began)


def _part(waits: list[float], percent: int) -> float:
    return quantiles(waits, n=100)[percent - 1]
