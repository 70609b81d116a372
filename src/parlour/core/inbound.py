"""What arrives, in our own words: one change of one item on any platform."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class ItemType(StrEnum):
    COMMENT = "comment"
    MENTION = "mention"
    DIRECT = "direct"
    REVIEW = "review"


class Change(StrEnum):
    ADD = "add"
    EDIT = "edit"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Author:
    external_id: str
    name: str
    avatar_url: str = ""


@dataclass(frozen=True, slots=True)
class PostRef:
    external_id: str
    text: str = ""
    url: str = ""
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Inbound:
    """One change of one item on a platform.

    `thread_id` names the conversation: the root comment's id in public, the other party in private. Where the
    platform tells only the parent it stays empty, and filing follows the parent. `at` empty: when it reached us.
    `ours` marks what the brand itself wrote (an echo of our send, or an answer given outside Parlour).
    An edit carries the whole item, so that one which overtakes its add can be filed by itself.
    """

    change: Change
    type: ItemType
    external_id: str
    thread_id: str = ""
    at: datetime | None = None
    text: str = field(default="", repr=False)
    parent_id: str = ""
    author: Author | None = None
    post: PostRef | None = None
    url: str = ""
    ours: bool = False
