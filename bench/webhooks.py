"""How many signed webhooks one web process takes in durably, what a forged one costs, and how soon the desk knows."""

import asyncio
import json
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from bench import places, server
from bench.report import Figure, figure
from parlour.cli import load_run, load_storms
from parlour.cli.load_storms import Plan
from parlour.cli.load_wire import Wire
from parlour.connectors.sandbox import signing

WEBHOOKS = 10_000
FORGED = 5_000
ONE_BY_ONE = 300
TOGETHER = 64
# Door to desk is told at a rate that the machine carries easily, and at the one that is the goal.
RATES = (100, 500)
DESK_SECONDS = 10
_AT_ONCE = 1e9
# As bench/inside/webhooks.py makes them, in a process with Django.
PAGE, SECRET = "bench-page", "bench-secret"


class NotTakenIn(Exception):
    """The door refused a webhook, or lost one that it had accepted."""


@dataclass(frozen=True, slots=True)
class Flood:
    per_second: float
    waits: Sequence[float]
    cpu_ms: float


def run(*, webhooks: int = WEBHOOKS, forged: int = FORGED) -> list[Figure]:
    return [one for database in places.databases() for one in _on(database, webhooks, forged)]


def _on(database: str, webhooks: int, forged: int) -> list[Figure]:
    with places.fresh(database) as place:
        place.ask("webhooks", page=PAGE, secret=SECRET)
        with server.running(place) as served:
            _flood(served, webhooks // 10, SECRET)  # the first ones load what is loaded once
            taken = _flood(served, webhooks, SECRET)
            refused = _flood(served, forged, "a guess", wanted=403)
        stored = place.ask("webhooks", count=True)["events"]
        if stored != webhooks + webhooks // 10:
            raise NotTakenIn(f"{webhooks + webhooks // 10} webhooks were accepted, {stored} are stored.")
        body = _body()
        alone = place.ask("webhooks", page=PAGE, forged=forged, body=body)["cpu_seconds"] * 1000 / forged
        singly = ONE_BY_ONE / place.ask("webhooks", page=PAGE, one_by_one=ONE_BY_ONE, body=body)["seconds"]
    suffix, of = place.suffix, "one sync a row"
    return [
        figure(f"webhooks.accepted_per_s{suffix}", taken.per_second, "webhooks/s", reference=of, reference_value=singly),
        figure(f"webhooks.p50_ms{suffix}", _part(taken.waits, 50), "ms", reference=of, reference_value=1000 / singly),
        figure(f"webhooks.p99_ms{suffix}", _part(taken.waits, 99), "ms", reference=of, reference_value=1000 / singly),
        figure(f"webhooks.cpu_ms{suffix}", taken.cpu_ms, "ms", reference="a forged one", reference_value=refused.cpu_ms),
        figure(f"webhooks.forged_cpu_ms{suffix}", alone, "ms", reference="with HTTP", reference_value=refused.cpu_ms),
        *(one for rate in RATES for one in _to_the_desk(database, rate)),
    ]  # fmt: skip


def _flood(served: server.Server, count: int, secret: str, *, wanted: int = 200) -> Flood:
    """As fast as `TOGETHER` connections bring them."""
    plan = load_storms.steady(count=count, rate=_AT_ONCE, dice=random.Random(1))
    before = served.cpu_seconds()
    answers, waits, seconds = asyncio.run(_brought(f"http://127.0.0.1:{served.port}", plan, secret))
    if set(answers) != {wanted}:
        raise NotTakenIn(f"the door answered {sorted(set(answers))}")
    return Flood(count / seconds, waits, 1000 * (served.cpu_seconds() - before) / count)


async def _brought(origin: str, plan: Plan, secret: str) -> tuple[list[int], list[float], float]:
    address = load_run.address_of(
        "sandbox", external_id=PAGE, run="bench",
        sign=lambda body, at: {signing.HEADER: signing.sign(secret=secret, body=body, at=at)}, visitor=str,
    )  # fmt: skip
    answers: list[int] = []
    waits: list[float] = []
    shots = iter(plan.shots)

    async def bring() -> None:
        for shot in shots:
            answer, took = await wire.post(lambda shot=shot: address(shot))
            answers.append(answer.status)
            waits.append(1000 * took)

    async with Wire(origin, connections=TOGETHER) as wire:
        began = time.perf_counter()
        await asyncio.gather(*(bring() for _ in range(TOGETHER)))
        return answers, waits, time.perf_counter() - began


def _to_the_desk(database: str, rate: int) -> list[Figure]:
    """One process group with one worker, and `parlour load` beside it on the same cores."""
    with places.fresh(database) as place:
        place.ask("webhooks", page=PAGE, secret=SECRET)
        with server.running(place, part="all") as served:
            told = json.loads(_load(place, served.port, rate))
    of = "at the door"
    return [
        figure(f"webhooks.desk_{part}_ms_at_{rate}{place.suffix}", told["desk"][part], "ms", reference=of,
               reference_value=told["door"][part])
        for part in ("p50", "p99")
    ]  # fmt: skip


def _load(place: places.Place, port: int, rate: int) -> str:
    words = f"load steady --json --client client --channel Page --url http://127.0.0.1:{port} --rate {rate}"
    words += f" --count {rate * DESK_SECONDS}"
    done = subprocess.run(
        [sys.executable, "-m", "parlour", *words.split()], env=place.environment | {"PARLOUR_PORT": str(port)}, stdout=subprocess.PIPE, check=True, text=True,
    )  # fmt: skip
    return done.stdout


def _body() -> str:
    (shot,) = load_storms.steady(count=1, rate=1, dice=random.Random(1)).shots
    at = "2026-11-20T10:00:00+00:00"
    return load_storms.sandbox_body(shot, page=PAGE, run="bench", at=at).decode()


def _part(waits: Sequence[float], percent: int) -> float:
    return quantiles(waits, n=100)[percent - 1]
