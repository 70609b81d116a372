"""`parlour watch`: JSONL events on standard input, JSONL alarms on standard output as soon as they are known."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from parlour.core.surge.values import Alarm, Growth, Kind, Phase, Settings
from parlour.core.surge.watcher import Watcher, is_negative

_SENTIMENTS = {"negative", "neutral", "positive"}


class NotAnEventError(ValueError):
    """A line that is no event; the message says what is wrong with it."""


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="parlour watch", description=__doc__)
    parser.add_argument(
        "--sensitivity", type=float, default=1.0, help="above 1 alarms earlier, below 1 later"
    )
    parser.add_argument("--updates", action="store_true", help="also say when an alarm is over")
    options = parser.parse_args(argv)
    for alarm in watch(sys.stdin, Settings(sensitivity=options.sensitivity)):
        if options.updates or alarm.phase is not Phase.CLOSED:
            sys.stdout.write(json.dumps(as_json(alarm), ensure_ascii=False) + "\n")
            sys.stdout.flush()
    return 0


def watch(lines: Iterable[str], settings: Settings) -> Iterator[Alarm]:
    """Alarms as the lines make them known; a line that is no event is reported and passed over."""
    watcher = Watcher(settings)
    for number, line in enumerate(lines, start=1):
        try:
            alarm = _observe(watcher, line)
        except NotAnEventError as error:
            print(f"parlour watch: line {number} is passed over: {error}.", file=sys.stderr)
            continue
        if alarm:
            yield alarm


def _observe(watcher: Watcher, line: str) -> Alarm | None:
    if line.isspace():
        return None
    try:
        event: dict[str, Any] = json.loads(line)
        at = datetime.fromisoformat(event["t"])
        name, sentiment = event["stream"], event["sentiment"]
        key, text = event.get("id"), event.get("text")
    except json.JSONDecodeError as error:
        raise NotAnEventError("not JSON") from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotAnEventError("t (ISO time), stream and sentiment are needed") from error
    if not isinstance(name, str):
        raise NotAnEventError("stream is no text")
    if not isinstance(sentiment, int | float) and not (
        isinstance(sentiment, str) and sentiment in _SENTIMENTS
    ):
        raise NotAnEventError("sentiment is neither a number nor negative, neutral or positive")
    return watcher.observe(
        name,
        (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp(),
        negative=is_negative(sentiment),
        key=key if isinstance(key, str) else None,
        text=text if isinstance(text, str) else None,
    )


def as_json(alarm: Alarm) -> dict[str, object]:
    """One line of output; rates are messages an hour of the alarm's channel."""
    return {
        "t": _iso(alarm.at),
        "stream": alarm.stream,
        "kind": alarm.kind.value,
        "phase": alarm.phase.value,
        "observed": round(alarm.observed, 2),
        "expected": round(alarm.expected, 2),
        "expected_per_h": round(alarm.expected, 3),
        "channel": "negative" if alarm.kind is Kind.NEGATIVE else "all",
        "score": round(alarm.score, 3),
        "window_min": round(alarm.window, 1),
        "since": _iso(alarm.growth.since),
        "share_negative": round(alarm.share, 3),
        "usual_share_negative": round(alarm.usual_share, 3),
        **_growth(alarm.growth),
        **({"terms": list(alarm.terms)} if alarm.terms else {}),
    }


def _growth(growth: Growth) -> dict[str, object]:
    said: dict[str, object] = {
        "projected_per_h": dict(zip(("1h", "2h", "4h"), map(round, growth.projected), strict=True))
    }
    if growth.doubling is not None:
        interval = [growth.fastest, growth.slowest]
        said["doubling_minutes"] = said["doubling_min"] = round(growth.doubling, 1)
        said["doubling_interval"] = [value and round(value, 1) for value in interval]
    return said


def _iso(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
