"""The widget's JSON to `Inbound` values. Pure; the shape is documented in docs/widget.md."""

import json
import re
from typing import Any

from parlour.connectors.base import Delivery, UnknownShape
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
    payload = _payload(delivery.body)
    change = _change(payload)
    private = payload.get("private") is True
    return Inbound(
        change=change,
        type=ItemType.DIRECT if private else ItemType.COMMENT,
        external_id=_external_id(payload, visitor),
        thread_id=thread_of_visitor(visitor) if private else "",
        text=_text(payload, "text", required=change is not Change.DELETE),
        parent_id=_text(payload, "parent"),
        author=Author(external_id=visitor, name=_text(payload, "name")[:80].strip() or "Visitor"),
        post=None if private else _page(payload),
        url=_text(payload, "url")[:1000],
    )


def _payload(body: bytes) -> dict[str, Any]:
    try:
        payload = json.loads(body)
    except ValueError as error:
        raise UnknownShape(f"not JSON: {error}") from None
    if not isinstance(payload, dict):
        raise UnknownShape("not a JSON object")
    return payload


def _change(payload: dict[str, Any]) -> Change:
    try:
        return Change(payload.get("action", "add"))
    except ValueError:
        raise UnknownShape(f"unknown action {payload.get('action')!r}") from None


def _external_id(payload: dict[str, Any], visitor: str) -> str:
    if "item" in payload:
        item = _text(payload, "item", required=True)
        if not item.startswith(f"{visitor}-"):
            raise UnknownShape("an item of another visitor")
        return item
    key = payload.get("id")
    if not isinstance(key, str) or not _ID.fullmatch(key):
        raise UnknownShape("no usable id")
    return item_id(visitor=visitor, key=key)


def _page(payload: dict[str, Any]) -> PostRef:
    return PostRef(
        external_id=_text(payload, "page", required=True)[:200],
        text=_text(payload, "title")[:300],
        url=_text(payload, "url")[:1000],
    )


def _text(payload: dict[str, Any], name: str, *, required: bool = False) -> str:
    value = payload.get(name)
    if value is None and not required:
        return ""
    if not isinstance(value, str) or (required and not value.strip()):
        raise UnknownShape(f"{name!r} is missing or not a text")
    # PostgreSQL cannot store NUL in a text; nobody misses it.
    return value.replace("\0", "")
