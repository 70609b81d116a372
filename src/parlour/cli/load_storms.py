"""What `parlour load` sends, planned before the first of it leaves: each delivery, when, and what must come of it."""

import json
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

BURST = 1000
# An ordinary hour before a burst: so many seconds of it are sent.
_CALM_SECONDS = 3.0
_TEXTS = (
    "Do you bake rye bread on Sundays?",
    "Waited forty minutes and the order was wrong again. Not acceptable.",
    "Best loaf in town, thank you!",
    "Is the shop in the old town open on Monday?",
    "First bread of mine that was mouldy after a day. What can I do?",
)
# Changes of a kind nobody has heard of.
_ODD: tuple[Any, ...] = (
    {"verb": "boosted", "item": {"id": "c-0", "type": "comment", "text": "?"}},
    {"verb": "add", "at": "yesterday", "item": {"id": "c-0", "type": "comment", "text": "?"}},
    {"poll_closed": {"votes": {"yes": 3}}},
    None,
)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one comment. An empty text is a delete."""

    verb: str
    number: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Shot:
    """One delivery, `at` seconds after the start. `odd` goes beside the change, to be set apart alone."""

    at: float
    change: Change | None
    odd: Any = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """`shown`: what each comment must say in the end; one that was deleted is not there."""

    shots: Sequence[Shot]
    shown: Mapping[int, str]


def steady(*, count: int, rate: float, dice: random.Random) -> Plan:
    texts = {number: dice.choice(_TEXTS) for number in range(count)}
    return Plan([Shot(number / rate, _add(number, text)) for number, text in texts.items()], texts)


def burst(*, count: int, rate: float, dice: random.Random) -> Plan:
    """A calm of a few seconds, then the rest a thousand times faster."""
    calm = min(count, int(_CALM_SECONDS * rate))
    texts = {number: dice.choice(_TEXTS) for number in range(count)}
    begins = calm / rate
    shots = [
        Shot(
            number / rate if number < calm else begins + (number - calm) / (rate * BURST), _add(number, text)
        )
        for number, text in texts.items()
    ]
    return Plan(shots, texts)


def duplicates(*, count: int, rate: float, dice: random.Random) -> Plan:
    """Every delivery comes up to five times, within two seconds."""
    plan = steady(count=max(1, count // 3), rate=rate, dice=dice)
    again = [
        Shot(shot.at + dice.uniform(0, 2), shot.change)
        for shot in plan.shots
        for _ in range(dice.randint(0, 4))
    ]
    return Plan(_in_time([*plan.shots, *again]), plan.shown)


def reorder(*, count: int, rate: float, dice: random.Random) -> Plan:
    """Edits and deletes come before or after what they change, as it happens."""
    shots: list[Shot] = []
    shown: dict[int, str] = {}
    for number in range(max(1, count // 2)):
        at, text = 2 * number / rate, dice.choice(_TEXTS)
        second = dice.choice((Change("edit", number, f"{text} (Edited.)"), Change("delete", number)))
        shots += [Shot(at + dice.uniform(0, 2), change) for change in (_add(number, text), second)]
        if second.text:
            shown[number] = second.text
    return Plan(_in_time(shots), shown)


def poison(*, count: int, rate: float, dice: random.Random) -> Plan:
    """Every fifth delivery has something odd beside it, every twentieth is nothing but odd."""
    plan = steady(count=count, rate=rate, dice=dice)
    shots = []
    for number, shot in enumerate(plan.shots):
        odd = (dice.choice(_ODD),) if number % 5 == 4 else ()
        shots.append(Shot(shot.at, shot.change, odd))
        if number % 20 == 19:
            shots.append(Shot(shot.at, None, (dice.choice(_ODD),)))
    return Plan(shots, plan.shown)


MODES: Mapping[str, Callable[..., Plan]] = {
    "steady": steady,
    "burst": burst,
    "duplicates": duplicates,
    "reorder": reorder,
    "poison": poison,
}


def sandbox_body(shot: Shot, *, page: str, run: str, at: str) -> bytes:
    """As the sandbox's platform says it; `at` is the moment of the run, ISO 8601."""
    changes = [*([_sandbox_change(shot.change, run=run, at=at)] if shot.change else []), *shot.odd]
    return json.dumps({"delivery": run, "page": page, "sent_at": at, "changes": changes}).encode()


def _sandbox_change(change: Change, *, run: str, at: str) -> dict[str, Any]:
    item: dict[str, Any] = {"id": name_of(change.number, run=run), "type": "comment"}
    if change.verb != "delete":
        item |= {
            "text": change.text,
            "created_at": at,
            "author": {"id": f"load-{run}-{change.number}", "name": f"Load {change.number}"},
            "post": {"id": f"load-{run}", "text": "Load", "published_at": at},
        }
    # An edit is later than its add, whichever comes first.
    later = at if change.verb == "add" else f"{at[:19]}.5{at[19:]}"
    return {"verb": change.verb, "at": later, "item": item}


def website_body(change: Change, *, run: str) -> bytes:
    key = name_of(change.number, run=run)
    return json.dumps({"id": key, "page": "/load", "name": "Load", "text": change.text}).encode()


def name_of(number: int, *, run: str) -> str:
    return f"{run}-{number:08x}"


def _add(number: int, text: str) -> Change:
    return Change("add", number, text)


def _in_time(shots: Sequence[Shot]) -> list[Shot]:
    return sorted(shots, key=lambda shot: shot.at)
