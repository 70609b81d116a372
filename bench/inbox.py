"""What the desk's pages cost with ten thousand and more conversations, beside a bare page of the same server."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any

from bench import places, server
from bench.browser import Browser, timed
from bench.report import Figure, figure

SIZES = (10_000, 100_000)
LARGE = 1_000_000
VISITS = 200
BARE = "/health"
LIST = "/desk/"
# The list in all its forms: every queue, one client's, one kind's.
VARIANTS = {
    "mine": "/desk/?queue=mine",
    "unassigned": "/desk/?queue=unassigned",
    "all": "/desk/?queue=all",
    "done": "/desk/?queue=done",
    "problems": "/desk/?queue=problems",
    "one_client": "/desk/?queue=all&client=1",
    "one_kind": "/desk/?queue=all&kind=complaint",
    "live_refresh": "/desk/list",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one page: milliseconds of each visit, CPU milliseconds of the web process a visit, bytes of HTML."""

    waits: Sequence[float]
    cpu: float
    size: int

    @property
    def p50(self) -> float:
        return median(self.waits)

    @property
    def p95(self) -> float:
        return quantiles(self.waits, n=20)[-1]


def run(*, sizes: Sequence[int] | None = None, visits: int = VISITS) -> list[Figure]:
    """PARLOUR_BENCH_LARGE=1 adds a million conversations."""
    chosen = sizes or (*SIZES, *([LARGE] if os.environ.get("PARLOUR_BENCH_LARGE") else []))
    return [one for database in places.databases() for size in chosen for one in _on(database, size, visits)]


def _on(database: str, size: int, visits: int) -> Iterator[Figure]:
    with places.fresh(database) as place:
        filled = place.ask("desk", conversations=size, paths=[LIST, *VARIANTS.values()])
        with server.running(place) as served:
            browser = Browser(served.port)
            browser.sign_in(email=filled["email"], password=filled["password"])
            yield from _figures(served, browser, filled, visits, f"inbox.{_short(size)}", place.suffix)
            browser.close()


def _figures(
    served: server.Server, browser: Browser, filled: dict[str, Any], visits: int, name: str, suffix: str
) -> Iterator[Figure]:
    bare = _visited(served, browser, [BARE], 2 * visits)
    desk = _visited(served, browser, [LIST], visits)
    yield from _whole(f"{name}.list", suffix, desk, bare, filled["queries"][LIST])
    opened = _visited(served, browser, filled["opened"], visits, hx_request="true")
    yield from _whole(f"{name}.conversation", suffix, opened, bare, filled["queries"][filled["opened"][0]])
    for variant, path in VARIANTS.items():
        cost = _visited(served, browser, [path], max(2, visits // 4))
        yield figure(
            f"{name}.{variant}.cpu_ms{suffix}",
            cost.cpu,
            "ms",
            reference="bare page",
            reference_value=bare.cpu,
        )
        yield figure(
            f"{name}.{variant}.queries{suffix}",
            filled["queries"][path],
            "queries",
            reference="the list's",
            reference_value=filled["queries"][LIST],
        )


def _whole(name: str, suffix: str, cost: Cost, bare: Cost, queries: int) -> Iterator[Figure]:
    of = "bare page"
    yield figure(f"{name}.p50_ms{suffix}", cost.p50, "ms", reference=of, reference_value=bare.p50)
    yield figure(f"{name}.p95_ms{suffix}", cost.p95, "ms", reference=of, reference_value=bare.p95)
    yield figure(f"{name}.cpu_ms{suffix}", cost.cpu, "ms", reference=of, reference_value=bare.cpu)
    yield figure(f"{name}.bytes{suffix}", cost.size, "bytes", reference=of, reference_value=bare.size)
    yield figure(f"{name}.queries{suffix}", queries, "queries", reference=of, reference_value=1)


def _visited(
    served: server.Server, browser: Browser, paths: Sequence[str], visits: int, **headers: str
) -> Cost:
    for path in paths:  # the first visit of each warms up
        size = len(browser.get(path, **headers))
    before = served.cpu_seconds()
    waits = [timed(browser, paths[visit % len(paths)], **headers) for visit in range(visits)]
    return Cost(waits, 1000 * (served.cpu_seconds() - before) / visits, size)


def _short(size: int) -> str:
    return f"{size // 1_000_000}M" if size >= 1_000_000 else f"{size // 1000}k" if size >= 1000 else str(size)
