"""`parlour judge`: JSONL on standard input, JSONL on standard output, in order and as it comes."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol, TextIO, cast

from parlour.core import judgement
from parlour.core.judgement import Context, Judgement, Kind, Message

_AT_ONCE = 256
_CHUNK = 1 << 16
_LABELS = {Kind.CHATTER: "other"}  # the name the format has for it


class Pipe(Protocol):
    """What can hand out the bytes that have come so far, without waiting for more."""

    def read1(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One line read: what names it, and a message or what is wrong with it."""

    name: dict[str, Any]
    message: Message | None = None
    error: str = ""


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="parlour judge", description=__doc__)
    parser.add_argument(
        "--one-complaint-in", type=int, default=0, metavar="N", help="hide at most one genuine complaint in N"
    )
    options = parser.parse_args(argv)
    return judge_lines(
        cast("Pipe", sys.stdin.buffer),
        sys.stdout,
        context=Context(one_complaint_in=options.one_complaint_in),
    )


def judge_lines(source: Pipe, output: TextIO, *, context: Context) -> int:
    """Exit status: 0 when every line was a message, 1 when some were not."""
    failed = False
    for ready in _ready_lines(source):
        for start in range(0, len(ready), _AT_ONCE):
            read = [_read(line) for line in ready[start : start + _AT_ONCE]]
            failed |= any(line.error for line in read)
            output.writelines(
                json.dumps(answer, ensure_ascii=False) + "\n" for answer in _answers(read, context)
            )
        output.flush()
    return int(failed)


def _ready_lines(source: Pipe) -> Iterator[list[bytes]]:
    """Whatever whole lines have come, so that one line is answered at once and many go together."""
    rest = b""
    while chunk := source.read1(_CHUNK):
        *lines, rest = (rest + chunk).split(b"\n")
        yield [line for line in lines if line.strip()]
    if rest.strip():
        yield [rest]


def _read(line: bytes) -> Line:
    try:
        fields = json.loads(line)
    except ValueError:
        return Line({}, error="This line is not JSON.")
    if not isinstance(fields, dict):
        return Line({}, error="This line is not a JSON object.")
    name = {"id": fields["id"]} if "id" in fields else {}
    if not isinstance(fields.get("text"), str):
        return Line(name, error="This line has no text.")
    language = fields.get("lang") or ""
    if not isinstance(language, str):
        return Line(name, error="lang must be a string.")
    return Line(name, Message(fields["text"], language=language))


def _answers(read: list[Line], context: Context) -> Iterator[dict[str, Any]]:
    judged = iter(judgement.judge([line.message for line in read if line.message], context))
    for line in read:
        yield {**line.name, **_fields(next(judged))} if line.message else {**line.name, "error": line.error}


def _fields(judged: Judgement) -> dict[str, Any]:
    return {
        "label": _LABELS.get(judged.kind, judged.kind),
        "scores": {_LABELS.get(kind, kind): round(score, 5) for kind, score in judged.scores.items()},
        "hide": judged.hide,
        "severity": int(judged.severity),
        "language": judged.language,
        "target": judged.target,
        "reasons": [str(reason) for reason in judged.reasons],
    }
