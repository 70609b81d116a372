"""Reads the demo's posts and conversations, one JSON object a line, into plain frozen values."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any

CLIENTS = ("bakery", "tram")


@dataclass(frozen=True, slots=True)
class DemoPost:
    id: str
    channel: str
    text: str
    days_ago: float
    page: str = ""  # website only: the page's key, "/breads/sourdough"


@dataclass(frozen=True, slots=True)
class DemoMessage:
    """One message of a member, or of the brand when `by` names the user who wrote it."""

    text: str
    member: str  # "" when the brand speaks
    by: str  # "" when a member speaks
    after: int  # minutes after the conversation's first message
    reply_to: int | None  # index of the message it answers; None for the first


@dataclass(frozen=True, slots=True)
class DemoConversation:
    id: str
    channel: str
    post: str | None  # None: a private chat with the member who began
    days_ago: float
    done: bool
    assignee: str | None
    messages: tuple[DemoMessage, ...]

    @property
    def waiting(self) -> bool:
        return not self.done and bool(self.messages[-1].member)


@dataclass(frozen=True, slots=True)
class DemoContent:
    posts: tuple[DemoPost, ...]
    conversations: tuple[DemoConversation, ...]


def load(client: str) -> DemoContent:
    """Everything written for `client`, one of `CLIENTS`, in the order of the file."""
    rows = list(_rows(client))
    return DemoContent(
        posts=tuple(_post(row) for row in rows if "conversation" not in row),
        conversations=tuple(_conversation(row) for row in rows if "conversation" in row),
    )


def _rows(client: str) -> Iterator[dict[str, Any]]:
    file = resources.files("parlour.demo") / "content" / f"{client}.jsonl"
    for line in file.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _post(row: dict[str, Any]) -> DemoPost:
    return DemoPost(
        id=row["post"],
        channel=row["channel"],
        text=row["text"],
        days_ago=row["days_ago"],
        page=row.get("page", ""),
    )


def _conversation(row: dict[str, Any]) -> DemoConversation:
    return DemoConversation(
        id=row["conversation"],
        channel=row["channel"],
        post=row["post"],
        days_ago=row["days_ago"],
        done=row["done"],
        assignee=row["assignee"],
        messages=tuple(_message(index, message) for index, message in enumerate(row["messages"])),
    )


def _message(index: int, row: dict[str, Any]) -> DemoMessage:
    before = index - 1 if index else None
    by = row.get("by", "")
    return DemoMessage(
        text=row["text"],
        member="" if by else row["from"],
        by=by,
        after=row.get("after", 0),
        reply_to=row.get("reply_to", before),
    )
