"""`parlour import FILE`: messages from a CSV or JSONL file (also .gz) into a client's channel.

Columns: id and text are needed; at (ISO 8601), author_id, author_name, parent_id, thread_id, type (comment, mention, direct,
review), direction (in, out), url, post_id, post_text and post_url are taken where they are. Other columns are left alone.
Rows that cannot be messages go, with their line number and the reason, into FILE.rejects.jsonl.
"""

import argparse
import csv
import gzip
import json
import os
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from parlour.apps.clients.models import Channel
    from parlour.flows.importing import Reject, Row, Tally

_MISSING = 2


class Unreadable(Exception):
    """The file as a whole cannot be read; the text says why and what to do."""


def main(argv: list[str]) -> int:
    options = _parser().parse_args(argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parlour.config.settings")
    import django  # noqa: PLC0415 - settings must be named first

    django.setup()
    from parlour.flows import importing  # noqa: PLC0415

    try:
        channel = importing.channel_of(client=options.client, channel=options.channel)
        tally = _import(options, channel)
    except (Unreadable, importing.NoSuchChannel) as problem:
        print(f"parlour import: {problem}", file=sys.stderr)
        return _MISSING
    rejects = _write_rejects(options.file, tally.rejects)
    verb = "would be imported" if options.dry_run else "imported"
    print(
        f"{tally.read} rows read: {tally.new} {verb}, {tally.known} already there, {len(tally.rejects)} rejected."
    )
    if rejects:
        print(f"The rejected rows and why: {rejects}")
    return 1 if tally.rejects else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="parlour import", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, help="CSV or JSONL, UTF-8, also .gz")
    parser.add_argument("--client", required=True, help="the client's short name, e.g. kruh")
    parser.add_argument("--channel", required=True, help="the channel's name, e.g. Website")
    parser.add_argument("--dry-run", action="store_true", help="check everything, store nothing")
    parser.add_argument(
        "--history", action="store_true", help="old messages: nobody waits for an answer to them"
    )
    parser.add_argument(
        "--columns",
        default="",
        metavar="OURS=THEIRS,...",
        help="columns of another name, e.g. text=body,author_id=user",
    )
    return parser


def _import(options: argparse.Namespace, channel: "Channel") -> "Tally":
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    from parlour.flows import importing  # noqa: PLC0415

    names = _renamed(options.columns, importing.COLUMNS)
    total = sum(1 for _ in rows_of(options.file, names))
    tally = importing.Tally()
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        transient=True,
    ) as progress:
        task = progress.add_task(options.file.name, total=total)
        for tally in importing.run(
            rows=rows_of(options.file, names),
            channel=channel,
            now=datetime.now(UTC),
            dry=options.dry_run,
            history=options.history,
        ):
            progress.update(task, completed=tally.read)
    return tally


def _renamed(columns: str, known: tuple[str, ...]) -> dict[str, str]:
    """Their column's name to ours."""
    names = {name: name for name in known}
    for pair in filter(None, columns.split(",")):
        ours, _, theirs = pair.partition("=")
        if ours not in known or not theirs:
            raise Unreadable(f"--columns: {pair!r} is not OURS=THEIRS; ours are {', '.join(known)}.")
        names = {their: our for their, our in names.items() if our != ours} | {theirs: ours}
    return names


def rows_of(path: Path, names: Mapping[str, str]) -> Iterator["Row"]:
    """The file's rows under our column names, one at a time."""
    with _opened(path) as file:
        try:
            yield from (_json_rows if ".jsonl" in path.suffixes else _csv_rows)(file, names)
        except UnicodeDecodeError as error:
            raise Unreadable(
                f"{path} is not UTF-8 ({error.reason} at byte {error.start}); convert it first."
            ) from None
        except (gzip.BadGzipFile, EOFError) as error:
            raise Unreadable(f"{path} is not a whole gzip file: {error}.") from None


def _opened(path: Path) -> TextIO:
    try:
        if path.suffix == ".gz":
            return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
        return path.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise Unreadable(f"{path} cannot be opened: {error.strerror}.") from None


def _csv_rows(file: TextIO, names: Mapping[str, str]) -> Iterator["Row"]:
    from parlour.flows.importing import Row  # noqa: PLC0415

    csv.field_size_limit(10_000_000)
    reader = csv.DictReader(file)
    header = [names.get(name, name) for name in reader.fieldnames or []]
    missing = [name for name in ("id", "text") if name not in header]
    if missing:
        raise Unreadable(
            f"{file.name} has no column {' and no column '.join(missing)}; its first line says: {', '.join(reader.fieldnames or [])}. "
            "Name them with --columns, e.g. --columns id=tweet_id,text=body."
        )
    try:
        for cells in reader:
            yield Row(reader.line_num, {names[k]: v for k, v in cells.items() if k in names})
    except csv.Error as error:
        raise Unreadable(f"{file.name}, line {reader.line_num}: {error}.") from None


def _json_rows(file: TextIO, names: Mapping[str, str]) -> Iterator["Row"]:
    from parlour.flows.importing import Row  # noqa: PLC0415

    for line, text in enumerate(file, start=1):
        if not text.strip():
            continue
        try:
            cells = json.loads(text)
        except (ValueError, RecursionError) as error:
            yield Row(line, {"raw": text.rstrip("\n")}, broken=f"not JSON: {error}")
            continue
        if isinstance(cells, dict):
            yield Row(line, {names[k]: v for k, v in cells.items() if k in names})
        else:
            yield Row(line, {"raw": text.rstrip("\n")}, broken="not a JSON object")


def _write_rejects(source: Path, rejects: list["Reject"]) -> Path | None:
    if not rejects:
        return None
    path = source.with_name(source.name + ".rejects.jsonl")
    try:
        file = path.open("w", encoding="utf-8")
    except OSError:  # the source may lie where nothing may be written
        path = Path.cwd() / path.name
        file = path.open("w", encoding="utf-8")
    with file:
        for reject in rejects:
            row = {"line": reject.line, "why": reject.why} | dict(reject.cells)
            file.write(json.dumps(row, default=str) + "\n")
    return path
