"""The sandbox's JSON to `Inbound` values. Pure; webhooks and lists have the same form."""

from collections.abc import Iterator

from parlour.connectors import payload
from parlour.connectors.base import UnknownShape
from parlour.connectors.payload import Document
from parlour.core.inbound import Author, Change, Inbound, ItemType, PostRef

# Known, and nothing to file: what stands in the thread is the same.
_IGNORED = frozenset({"hide", "unhide"})
_NAMED_IN_CAUSE = 3


def inbounds(body: bytes, *, page: str) -> list[Inbound]:
    document = payload.document(body)
    # Signed or not: what belongs to another page must never be filed under this one's client.
    if payload.identifier(document, "page") != page:
        raise UnknownShape("a delivery for another page")
    read: list[Inbound] = []
    odd: list[str] = []
    for position, change in enumerate(payload.sequence(document, "changes"), start=1):
        try:
            read += _inbound(payload.checked(change, "it"))
        except UnknownShape as shape:
            odd.append(f"change {position}: {shape}")
    if odd:
        more = f"; and {len(odd) - _NAMED_IN_CAUSE} more" if len(odd) > _NAMED_IN_CAUSE else ""
        raise UnknownShape("; ".join(odd[:_NAMED_IN_CAUSE]) + more, readable=read)
    return read


def _inbound(change: Document) -> Iterator[Inbound]:
    name = payload.text(change, "verb")
    if name in _IGNORED:
        return
    verb = _verb(name)
    item = payload.part(change, "item")
    yield _deleted(change, item) if verb is Change.DELETE else _written(verb, change, item)


def _deleted(change: Document, item: Document) -> Inbound:
    return Inbound(
        change=Change.DELETE,
        type=_type(item),
        external_id=payload.identifier(item, "id"),
        at=payload.moment(change, "at"),
    )


def _written(verb: Change, change: Document, item: Document) -> Inbound:
    kind, identity = _type(item), payload.identifier(item, "id")
    parent = payload.identifier(item, "parent", required=False)
    return Inbound(
        change=verb,
        type=kind,
        external_id=identity,
        thread_id=_thread(item, kind, identity, parent),
        at=payload.moment(item, "created_at") if verb is Change.ADD else payload.moment(change, "at"),
        text=payload.text(item, "text", required=True),
        parent_id=parent,
        author=_author(item),
        post=_post(item),
        url=payload.link(item, "url"),
        ours=item.get("by_page") is True,
    )


def _thread(item: Document, kind: ItemType, identity: str, parent: str) -> str:
    """A nested comment tells only its parent."""
    if kind is ItemType.DIRECT:
        return payload.identifier(payload.part(item, "with"), "id")
    return "" if parent else identity


def _verb(name: str) -> Change:
    try:
        return Change(name)
    except ValueError:
        raise UnknownShape("an unknown verb") from None


def _type(item: Document) -> ItemType:
    try:
        return ItemType(str(item.get("type")))
    except ValueError:
        raise UnknownShape("an item of unknown type") from None


def _author(item: Document) -> Author | None:
    """Empty where the page itself wrote, and where the platform may not say who did."""
    author = payload.part_or_none(item, "author")
    if author is None:
        return None
    identity = payload.identifier(author, "id")
    return Author(external_id=identity, name=payload.name_of(author, "name") or identity)


def _post(item: Document) -> PostRef | None:
    post = payload.part_or_none(item, "post")
    if post is None:
        return None
    return PostRef(
        external_id=payload.identifier(post, "id"),
        text=payload.text(post, "text"),
        url=payload.link(post, "url"),
        published_at=payload.moment(post, "published_at"),
    )
