"""`parlour check`: drafts in, findings out, one JSON object a line, in order."""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from parlour.core import guards, promises
from parlour.core.guards import ticks

Record = Mapping[str, Any]


class BadRecordError(ValueError):
    """A line that is no record to check; the message says what is wrong with it."""


def main(argv: list[str]) -> int:
    """Status 0: every line was checked; 1: some could not be; 2: used wrongly."""
    options = _parser().parse_args(argv)
    if options.file is None:
        return _check_lines(sys.stdin.buffer, options)
    try:
        with options.file.open("rb") as lines:
            return _check_lines(lines, options)
    except OSError as error:
        print(f"parlour check: {options.file}: {error.strerror}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="parlour check",
        description="Check drafts before they leave. Reads JSONL {id, draft, client?, lang?, replying_to?, public?, history?, "
        "staff_terms?}, writes JSONL {id, findings, promise?, ticks?}, a line for a line, in order.",
        epilog="docs/guards.md lists every field.",
    )
    parser.add_argument("file", nargs="?", type=Path, help="a JSONL file; without it: standard input")
    parser.add_argument(
        "--now", type=_moment, help="reckon dates from this moment, ISO 8601 (default: the clock)"
    )
    parser.add_argument("--zone", type=_zone, default="UTC", help="the client's time zone (default: UTC)")
    return parser


def _check_lines(lines: Iterable[bytes], options: argparse.Namespace) -> int:
    bad = 0
    for line in lines:
        answer = _answer(line, options)
        bad += "error" in answer
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    return 1 if bad else 0


def _answer(line: bytes, options: argparse.Namespace) -> dict[str, Any]:
    record: Any = None
    try:
        record = json.loads(line)
        return _checked(_as_record(record), options)
    except BadRecordError as error:
        problem = str(error)
    except UnicodeDecodeError:
        problem = "not UTF-8"
    except (json.JSONDecodeError, RecursionError):
        problem = "not JSON"
    known = {"id": record["id"]} if isinstance(record, dict) and "id" in record else {}
    return known | {"error": problem}


def _as_record(value: Any) -> Record:
    if not isinstance(value, dict):
        raise BadRecordError("not a JSON object")
    if not isinstance(value.get("draft"), str):
        raise BadRecordError("draft: a text is needed")
    return value


def _checked(record: Record, options: argparse.Namespace) -> dict[str, Any]:
    zone = _parsed(record, "zone", _zone, options.zone)
    now = _parsed(record, "now", _moment, options.now or datetime.now(UTC))
    draft = guards.Draft(record["draft"], _text(record, "lang"))
    context = _context(record, now.astimezone(ZoneInfo(zone)), zone)
    answer: dict[str, Any] = {
        "id": record.get("id"),
        "findings": [_finding(finding) for finding in guards.check(draft, context)],
    }
    promise = _promise(draft, now, zone, record)
    if promise is not None:
        answer["promise"] = promise
    if context.replying_to is not None and context.replying_to.kind in {"", "complaint"}:
        answer["ticks"] = asdict(ticks.seen(draft, context.replying_to))
    return answer


def _finding(finding: guards.Finding) -> dict[str, Any]:
    return asdict(finding) | {"span": list(finding.span)}


def _promise(draft: guards.Draft, now: datetime, zone: str, record: Record) -> dict[str, str] | None:
    holidays = frozenset(_parsed_each(record, "holidays", date.fromisoformat))
    calendar = promises.Calendar(zone=zone, holidays=holidays)
    found = promises.foremost(promises.find(draft.text, now=now, calendar=calendar, language=draft.language))
    if found is None:
        return None
    dated = {"due": found.due.isoformat()} if found.due else {}
    return {"text": found.text} | dated


def _context(record: Record, now: datetime, zone: str) -> guards.Context:
    return guards.Context(
        public=_flag(record, "public", default=True),
        limit=_limit(record),
        now=now,
        zone=zone,
        client=_text(record, "client"),
        own_contacts=_texts(record, "own_contacts"),
        other_clients=_texts(record, "other_clients"),
        replying_to=_replying_to(record),
        member_data=_texts(record, "member_data"),
        history=tuple(_earlier(one) for one in _list(record, "history")),
        exempt=_texts(record, "facts"),
        staff_terms=_texts(record, "staff_terms"),
        frozen=_text(record, "frozen"),
        window_closes_at=_parsed(record, "window_closes_at", _moment, None),
    )


def _limit(record: Record) -> guards.Limit | None:
    """`limit`: a number of characters, or {"length": 300, "unit": "graphemes"}."""
    limit = record.get("limit")
    if limit is None:
        return None
    length, unit = (
        (limit.get("length"), limit.get("unit", "characters"))
        if isinstance(limit, dict)
        else (limit, "characters")
    )
    if not isinstance(length, int) or isinstance(length, bool) or unit not in list(guards.Unit):
        raise BadRecordError(
            'limit: a number or {"length": …, "unit": characters | utf16 | graphemes | bytes}'
        )
    return guards.Limit(length, guards.Unit(unit))


def _replying_to(record: Record) -> guards.RepliedTo | None:
    """`replying_to`: the member's text, or {"text", "kind"?, "author"?}."""
    message = record.get("replying_to")
    if message is None:
        return None
    if isinstance(message, str):
        return guards.RepliedTo(message)
    if isinstance(message, dict):
        return guards.RepliedTo(_text(message, "text"), _text(message, "kind"), _text(message, "author"))
    raise BadRecordError("replying_to: a text or an object with one")


def _earlier(item: Any) -> guards.Earlier:
    if isinstance(item, str):
        return guards.Earlier(item)
    if isinstance(item, dict):
        return guards.Earlier(_text(item, "text"), _text(item, "at"), _text(item, "to"))
    raise BadRecordError("history: texts, or objects {text, at?, to?}")


def _text(record: Record, name: str) -> str:
    value = record.get(name)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    raise BadRecordError(f"{name}: a text is needed")


def _flag(record: Record, name: str, *, default: bool) -> bool:
    value = record.get(name)
    if value is None:
        return default
    if isinstance(value, bool):
        return value
    raise BadRecordError(f"{name}: true or false is needed")


def _list(record: Record, name: str) -> list[Any]:
    value = record.get(name)
    if value is None:
        return []
    if isinstance(value, list):
        return value
    raise BadRecordError(f"{name}: a list is needed")


def _texts(record: Record, name: str) -> tuple[str, ...]:
    values = _list(record, name)
    if all(isinstance(value, str) for value in values):
        return tuple(values)
    raise BadRecordError(f"{name}: a list of texts is needed")


def _parsed_each(record: Record, name: str, parse: Any) -> list[Any]:
    try:
        return [parse(value) for value in _texts(record, name)]
    except ValueError as error:
        raise BadRecordError(f"{name}: {error}") from error


def _parsed(record: Record, name: str, parse: Any, default: Any) -> Any:
    text = _text(record, name)
    try:
        return parse(text) if text else default
    except (ValueError, argparse.ArgumentTypeError) as error:
        raise BadRecordError(f"{name}: {error}") from error


def _moment(text: str) -> datetime:
    """A moment without a zone is taken for UTC."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (KeyError, OSError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no time zone") from error
    return text
