"""What the platform holds: pages, members, posts and items, and how a change of an item looks on the wire."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

Wire = dict[str, Any]


class Kind(StrEnum):
    COMMENT = "comment"
    MENTION = "mention"
    DIRECT = "direct"
    REVIEW = "review"


class Verb(StrEnum):
    ADD = "add"
    EDIT = "edit"
    DELETE = "delete"
    HIDE = "hide"
    UNHIDE = "unhide"


@dataclass(slots=True)
class BrandPage:
    """A brand's account: what Parlour connects to. `webhook` is where changes are told; empty: nowhere."""

    id: str
    name: str
    token: str = field(repr=False)
    secret: str = field(repr=False)
    webhook: str = ""
    posts: dict[str, "Post"] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Member:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Post:
    id: str
    text: str
    url: str
    published_at: datetime


@dataclass(frozen=True, slots=True)
class Item:
    """`author` empty: the page itself. `other` is the member on the other side of a direct message."""

    id: str
    number: int
    page: str
    kind: Kind
    text: str
    created_at: datetime
    changed_at: datetime
    listed_at: datetime
    author: Member | None = None
    other: Member | None = None
    post: Post | None = None
    parent: str = ""
    stars: int = 0
    reference: str = ""
    edited: bool = False
    hidden: bool = False
    deleted: bool = False

    @property
    def position(self) -> str:
        """Sorts as the items changed, and is unique."""
        return f"{self.changed_at.isoformat(timespec='microseconds')}~{self.number:09}"

    @property
    def last_verb(self) -> Verb:
        if self.deleted:
            return Verb.DELETE
        return Verb.EDIT if self.edited else Verb.ADD


def change(item: Item, verb: Verb) -> Wire:
    """One change as webhooks and lists tell it. Of a deleted item only its id is left."""
    shown = {"id": item.id, "type": item.kind.value} if verb is Verb.DELETE else wire(item)
    return {"verb": verb.value, "at": item.changed_at.isoformat(), "item": shown}


def wire(item: Item) -> Wire:
    return {
        "id": item.id,
        "type": item.kind.value,
        "text": item.text,
        "created_at": item.created_at.isoformat(),
        "by_page": item.author is None,
        "author": {"id": item.author.id, "name": item.author.name} if item.author else None,
        "with": {"id": item.other.id, "name": item.other.name} if item.other else None,
        "post": _post(item.post) if item.post else None,
        "parent": item.parent or None,
        "stars": item.stars or None,
        "reference": item.reference or None,
        "hidden": item.hidden,
        "deleted": item.deleted,
        "url": "" if item.kind is Kind.DIRECT else f"https://sandbox.example/{item.page}/{item.id}",
    }


def _post(post: Post) -> Wire:
    return {"id": post.id, "text": post.text, "url": post.url, "published_at": post.published_at.isoformat()}
