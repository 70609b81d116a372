"""Taking in messages from a file: read, check, judge, file, in batches; a repeat imports nothing twice."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import TypeVar

from django.db import transaction

from parlour.apps.clients import actions as clients
from parlour.apps.clients import queries as client_queries
from parlour.apps.clients.models import Channel
from parlour.apps.inbox import filing
from parlour.core.inbound import Author, Change, Inbound, ItemType, PostRef
from parlour.flows import judging

T = TypeVar("T")

BATCH = 500
COLUMNS = (
    "id", "text", "at", "author_id", "author_name", "parent_id", "thread_id", "type", "direction", "url", "post_id", "post_text",
    "post_url",
)  # fmt: skip
_LONGEST_ID = 200
_LONGEST_TEXT = 100_000


class BadRow(ValueError):
    """This row cannot be a message; the text says why."""


class NoSuchChannel(Exception):
    """The client has no such channel; the text names those it has."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file: its line and its cells, by Parlour's column names."""

    line: int
    cells: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Reject:
    line: int
    why: str
    cells: Mapping[str, object]


@dataclass(slots=True)
class Tally:
    read: int = 0
    new: int = 0
    known: int = 0
    rejects: list[Reject] = field(default_factory=list)


def channel_of(*, client: str, channel: str) -> Channel:
    """A client's channel by slug and name; NoSuchChannel says what there is."""
    found = client_queries.channels_of(client_slug=client)
    if not found:
        raise NoSuchChannel(
            f"There is no client {client!r} with a channel. Clients: {', '.join(client_queries.slugs()) or 'none'}."
        )
    for candidate in found:
        if channel.casefold() in {candidate.name.casefold(), candidate.external_id.casefold()}:
            return candidate
    raise NoSuchChannel(
        f"{client} has no channel {channel!r}. It has: {', '.join(repr(c.name) for c in found)}."
    )


def run(*, rows: Iterable[Row], channel: Channel, now: datetime, dry: bool, history: bool) -> Iterator[Tally]:
    """Import batch by batch; yields the tally after each, so that a caller can show progress.

    Each batch is one transaction: whatever stops the import, a second run goes on where it stopped.
    """
    tally = Tally()
    iterator = iter(rows)
    while batch := list(islice(iterator, BATCH)):
        inbounds = _read(batch, tally)
        tally.new += _file(inbounds, channel=channel, now=now, dry=dry, history=history)
        tally.known = tally.read - tally.new - len(tally.rejects)
        yield tally


def _read(batch: Iterable[Row], tally: Tally) -> list[Inbound]:
    inbounds = []
    for row in batch:
        tally.read += 1
        try:
            inbounds.append(inbound_of(row.cells))
        except BadRow as error:
            tally.rejects.append(Reject(row.line, str(error), row.cells))
    return inbounds


def _file(inbounds: list[Inbound], *, channel: Channel, now: datetime, dry: bool, history: bool) -> int:
    to_judge = [inbound for inbound in inbounds if not inbound.ours]
    verdicts = judging.judge([(channel, inbound) for inbound in to_judge])
    by_id = {id(inbound): verdict for inbound, verdict in zip(to_judge, verdicts, strict=True)}
    with transaction.atomic():
        clients.hold([channel.pk])
        messages = filing.file(
            [
                filing.Item(
                    channel=channel, inbound=inbound, received_at=now, judgement=by_id.get(id(inbound))
                )
                for inbound in inbounds
            ],
            now=now,
            history=history,
        )
        if dry:
            transaction.set_rollback(True)
    return len(messages)


def inbound_of(cells: Mapping[str, object]) -> Inbound:
    """One row as an inbound item, or BadRow."""
    author_id = _text(cells, "author_id", longest=_LONGEST_ID) or _text(
        cells, "author_name", longest=_LONGEST_ID
    )
    post_id = _text(cells, "post_id", longest=_LONGEST_ID)
    ours = _one_of(cells, "direction", {"": False, "in": False, "out": True})
    return Inbound(
        change=Change.ADD,
        type=_one_of(cells, "type", {"": ItemType.COMMENT} | {item.value: item for item in ItemType}),
        external_id=_text(cells, "id", longest=_LONGEST_ID, required=True),
        thread_id=_text(cells, "thread_id", longest=_LONGEST_ID),
        at=_time(cells),
        text=_text(cells, "text", longest=_LONGEST_TEXT, required=True),
        parent_id=_text(cells, "parent_id", longest=_LONGEST_ID),
        author=Author(author_id, _text(cells, "author_name", longest=_LONGEST_ID) or author_id)
        if author_id and not ours
        else None,
        post=PostRef(post_id, _text(cells, "post_text", longest=_LONGEST_TEXT), _url(cells, "post_url"))
        if post_id
        else None,
        url=_url(cells, "url"),
        ours=ours,
    )


def _text(cells: Mapping[str, object], name: str, *, longest: int, required: bool = False) -> str:
    value = cells.get(name)
    text = "" if value is None else str(value).replace("\0", "").strip()
    if required and not text:
        raise BadRow(f"{name} is empty")
    if len(text) > longest:
        raise BadRow(f"{name} is longer than {longest} characters")
    return text


def _time(cells: Mapping[str, object]) -> datetime | None:
    text = _text(cells, "at", longest=40)
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise BadRow(f"at is not an ISO 8601 time: {text!r}") from None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _url(cells: Mapping[str, object], name: str) -> str:
    url = _text(cells, name, longest=1000)
    if url and not url.startswith(("http://", "https://")):
        raise BadRow(f"{name} does not begin with http:// or https://")
    return url


def _one_of(cells: Mapping[str, object], name: str, values: Mapping[str, T]) -> T:
    text = _text(cells, name, longest=40).lower()
    if text not in values:
        raise BadRow(f"{name} is {text!r}; use one of {', '.join(value for value in values if value)}")
    return values[text]
