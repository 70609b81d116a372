"""The widget's JSON to `Inbound` values. Pure; the shape is documented in docs/widget.md."""

import re

from parlour.connectors import payload
from parlour.connectors.base import Delivery, UnknownShape
from parlour.connectors.payload import Document
from parlour.core.inbound import Author, Change, Inbound, ItemType, PostRef

VISITOR_HEADER = "x-parlour-visitor"
_ID = re.compile(r"[0-9a-fA-F-]{8,36}")


def item_id(*, visitor: str, key: str) -> str:
    """The public id of what `visitor` wrote under the widget's own `key`: whose it is can be read from it."""
    return f"{visitor}-{key.lower()}"


def thread_of_visitor(visitor: str) -> str:
    """The conversation that holds a visitor's private chat."""
    return f"@{visitor}"


def inbound(delivery: Delivery) -> Inbound:
    visitor = delivery.headers.get(VISITOR_HEADER, "")
    document = payload.document(delivery.body)
    change = _change(document)
    private = document.get("private") is True
    return Inbound(
        change=change,
        type=ItemType.DIRECT if private else ItemType.COMMENT,
        external_id=_external_id(document, visitor),
        thread_id=thread_of_visitor(visitor) if private else "",
        text=payload.text(document, "text", required=change is not Change.DELETE),
        parent_id=payload.identifier(document, "parent", required=False),
        author=Author(external_id=visitor, name=payload.text(document, "name")[:80].strip() or "Visitor"),
        post=None if private else _page(document),
        url=payload.link(document, "url"),
    )


def _change(document: Document) -> Change:
    try:
        return Change(document.get("action", "add"))
    except ValueError:
        raise UnknownShape("an unknown action") from None


def _external_id(document: Document, visitor: str) -> str:
    if "item" in document:
        item = payload.identifier(document, "item")
        if not item.startswith(f"{visitor}-"):
            raise UnknownShape("an item of another visitor")
        return item
    key = document.get("id")
    if not isinstance(key, str) or not _ID.fullmatch(key):
        raise UnknownShape("no usable id")
    return item_id(visitor=visitor, key=key)


def _page(document: Document) -> PostRef:
    page = payload.text(document, "page", required=True)[: payload.ID_LENGTH]
    if page.startswith("@"):
        raise UnknownShape("a page cannot be called like a private chat")
    return PostRef(
        external_id=page,
        text=payload.text(document, "title")[:300],
        url=payload.link(document, "url"),
    )
