"""`parlour load`: send a running installation a storm, and say what became of every message.

Run it on the machine of the installation, with the same PARLOUR_ settings: it signs with the channel's own secret and
counts in the database what was filed. What it sends stays there as real messages of that channel: use a client made
for it. docs/receiving.md explains the modes and the figures.
"""

import argparse
import asyncio
import json
import os
import random
import secrets
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from parlour.cli import load_run, load_storms
from parlour.cli.load_run import Desk, Sending
from parlour.cli.load_storms import Plan
from parlour.cli.load_wire import Wire

if TYPE_CHECKING:
    from parlour.flows.loading import Found, Target

_WRONG, _UNUSABLE = 1, 2
# How long what was accepted may take to be filed before it counts as lost.
_FILING_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Result:
    """Times in milliseconds. `wrong`: filed, and not as the last change says."""

    mode: str
    offered: int
    accepted: int
    answers: dict[int, int]
    filed: int
    lost: int
    doubled: int
    wrong: int
    seconds: float
    accepted_per_second: float
    filed_after_seconds: float
    door: dict[str, float]
    desk: dict[str, float]


def main(argv: list[str]) -> int:
    """Status 0: nothing lost, doubled or wrong; 1: something was; 2: could not run."""
    options = _parser().parse_args(argv)
    if not options.yes and not _is_loopback(options.url):
        print("parlour load: that is not this machine; --yes says that you mean it.", file=sys.stderr)
        return _UNUSABLE
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parlour.config.settings")
    import django  # noqa: PLC0415 - settings must be named first

    django.setup()
    from parlour.flows import loading  # noqa: PLC0415

    try:
        result = _run(options)
    except (loading.CannotLoad, load_run.NoDesk, OSError) as problem:
        print(f"parlour load: {problem}", file=sys.stderr)
        return _UNUSABLE
    print(json.dumps(asdict(result)) if options.json else _told(result))
    return _WRONG if result.lost or result.doubled or result.wrong else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="parlour load", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("mode", choices=sorted(load_storms.MODES))
    parser.add_argument("--client", required=True, help="the client's short name, e.g. kruh")
    parser.add_argument("--channel", required=True, help="a sandbox or website channel, e.g. 'Town Square'")
    parser.add_argument(
        "--url", default="http://127.0.0.1:8000", help="where it listens (default: %(default)s)"
    )
    parser.add_argument("--rate", type=float, default=50, help="deliveries a second (default: %(default)s)")
    parser.add_argument("--count", type=int, default=1000, help="deliveries at most (default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=60, help="offer no longer (default: %(default)s)")
    parser.add_argument("--connections", type=int, default=64, help="at once (default: %(default)s)")
    parser.add_argument("--as", dest="email", default="", help="whose desk is watched (default: anybody's)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed plans the same storm")
    parser.add_argument("--no-desk", action="store_true", help="do not watch a desk")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--yes", action="store_true", help="also against another machine")
    return parser


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _run(options: argparse.Namespace) -> Result:
    from parlour.flows import loading  # noqa: PLC0415

    target = loading.target(client=options.client, channel=options.channel)
    if target.channel.connector == "website" and options.mode in {"reorder", "poison"}:
        raise loading.CannotLoad(f"A website's visitors cannot send {options.mode}: take a sandbox channel.")
    run = secrets.token_hex(4)
    plan = load_storms.MODES[options.mode](
        count=options.count,
        rate=options.rate,
        dice=random.Random(options.seed),  # noqa: S311 - repeatable
    )
    with loading.signed_in(target, email=options.email) as cookie:
        sending, desk, found, filed_after = asyncio.run(_storm(options, target, plan, run, cookie))
    return _result(options.mode, plan, sending, desk, found, filed_after, run)


async def _storm(
    options: argparse.Namespace, target: "Target", plan: Plan, run: str, cookie: str
) -> tuple[Sending, Desk, "Found", float]:
    from parlour.flows import loading  # noqa: PLC0415

    tokens: dict[int, str] = {}

    def visitor(number: int) -> str:
        if number not in tokens:
            tokens[number] = loading.new_visitor(target)[1]
        return tokens[number]

    address = load_run.address_of(
        target.channel.connector,
        external_id=target.channel.external_id,
        run=run,
        sign=lambda body, at: loading.signature(target, body, at=at),
        visitor=visitor,
    )
    async with load_run.watching(options.url, cookie, silent=options.no_desk) as desk:
        async with Wire(options.url, connections=options.connections) as wire:
            sending = await load_run.send(plan, wire, address, seconds=options.seconds)
        ended = time.perf_counter()
        found = await _settled(target, run)
        filed_after = time.perf_counter() - ended
        await asyncio.sleep(0 if options.no_desk else 1)  # the last news are on their way
    return sending, desk, found, filed_after


async def _settled(target: "Target", run: str) -> "Found":
    """What is there once nothing of the channel waits any more."""
    from parlour.flows import loading  # noqa: PLC0415

    until = time.perf_counter() + _FILING_SECONDS
    while True:
        found = await asyncio.to_thread(loading.found, target, run=run)
        if not found.waiting or time.perf_counter() > until:
            return found
        await asyncio.sleep(0.2)


def _result(
    mode: str, plan: Plan, sending: Sending, desk: Desk, found: "Found", filed_after: float, run: str
) -> Result:
    by_number = {_number(name, run): name for name in found.conversations}
    promised = {number for number in sending.accepted_at if number not in sending.given_up}
    shown = {number for number in promised if number in plan.shown}
    texts = {number: found.texts[name] for number, name in by_number.items()}
    arrived = [
        desk.heard_at[conversation] - sending.accepted_at[number]
        for number, name in by_number.items()
        if (conversation := found.conversations[name]) in desk.heard_at and number in sending.accepted_at
    ]
    return Result(
        mode=mode,
        offered=sending.offered,
        accepted=sending.accepted,
        answers=dict(sorted(sending.answers.items())),
        filed=len(by_number),
        lost=len(shown - set(by_number)),
        doubled=found.doubled,
        wrong=sum(texts.get(number, "") != plan.shown.get(number, "") for number in promised & set(texts)),
        seconds=round(sending.seconds, 2),
        accepted_per_second=round(sending.accepted / max(sending.seconds, 0.001), 1),
        filed_after_seconds=round(filed_after, 2),
        door=_percentiles(sending.door_seconds),
        desk=_percentiles(arrived),
    )


def _number(name: str, run: str) -> int:
    return int(name.partition(f"{run}-")[2], 16)


def _percentiles(seconds: Sequence[float]) -> dict[str, float]:
    """In milliseconds."""
    ordered = sorted(seconds)
    if not ordered:
        return {}
    places = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "max": 1.0}
    return {name: round(ordered[int(place * (len(ordered) - 1))] * 1000, 1) for name, place in places.items()}


def _told(result: Result) -> str:
    times = "\n".join(
        f"  {what:<22} " + (", ".join(f"{name} {ms:g} ms" for name, ms in each.items()) or "nothing heard")
        for what, each in (("at the door", result.door), ("from door to desk", result.desk))
    )
    answers = ", ".join(f"{count} × {status or 'none'}" for status, count in result.answers.items())
    return (
        f"{result.mode}: {result.offered} deliveries offered in {result.seconds} s, {result.accepted} accepted "
        f"({result.accepted_per_second:g}/s)\n"
        f"  answers                {answers}\n"
        f"  comments filed         {result.filed}, the last {result.filed_after_seconds} s after the last yes\n"
        f"  lost                   {result.lost}\n"
        f"  doubled                {result.doubled}\n"
        f"  not as last said       {result.wrong}\n{times}"
    )
