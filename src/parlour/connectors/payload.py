"""Reading what a platform sent: JSON of any shape becomes values that can be filed, or UnknownShape."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from parlour.connectors.base import UnknownShape

Document = Mapping[str, Any]

ID_LENGTH = 200
NAME_LENGTH = 200
URL_LENGTH = 1000
_NUL = "\0"
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_PLAUSIBLE_YEARS = range(1990, 2200)


def document(body: bytes) -> Document:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UnknownShape(f"not JSON: {type(error).__name__}") from None
    return checked(value, "the payload")


def checked(value: object, what: str) -> Document:
    if not isinstance(value, dict):
        raise UnknownShape(f"{what} is not an object")
    return value


def part(payload: Document, name: str) -> Document:
    """The object under `name`."""
    return checked(payload.get(name), repr(name))


def part_or_none(payload: Document, name: str) -> Document | None:
    return None if payload.get(name) is None else part(payload, name)


def sequence(payload: Document, name: str) -> list[Any]:
    value = payload.get(name)
    if not isinstance(value, list):
        raise UnknownShape(f"{name!r} is not a list")
    return value


def text(payload: Document, name: str, *, required: bool = False) -> str:
    """A text that every database can store; empty where it is missing and not `required`."""
    value = payload.get(name)
    if value is None and not required:
        return ""
    if not isinstance(value, str):
        raise UnknownShape(f"{name!r} is missing or not a text")
    # PostgreSQL cannot store NUL in a text, and half a surrogate pair is no character; nobody misses them.
    storable = _HALF_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", value.replace(_NUL, ""))
    if required and not storable.strip():
        raise UnknownShape(f"{name!r} is empty")
    return storable


def identifier(payload: Document, name: str, *, required: bool = True) -> str:
    """An id is opaque; several platforms send the same one now as a number, now as a text."""
    value = payload.get(name)
    if value is None and not required:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise UnknownShape(f"{name!r} is missing or not an id")
    # An id that had to be repaired would be another id.
    if not (identity := str(value)) or len(identity) > ID_LENGTH or not identity.isprintable():
        raise UnknownShape(f"{name!r} is not a usable id")
    return identity


def name_of(payload: Document, name: str) -> str:
    return text(payload, name)[:NAME_LENGTH].strip()


def link(payload: Document, name: str) -> str:
    """An address a person may follow; any other scheme, and what is too long to keep whole, is left out."""
    address = text(payload, name)
    is_web = address.startswith(("https://", "http://"))
    return address if is_web and len(address) <= URL_LENGTH else ""


def moment(payload: Document, name: str) -> datetime:
    """An ISO 8601 time with its zone."""
    try:
        at = datetime.fromisoformat(text(payload, name, required=True))
    except ValueError:
        raise UnknownShape(f"{name!r} is not a time") from None
    if at.tzinfo is None or at.year not in _PLAUSIBLE_YEARS:
        raise UnknownShape(f"{name!r} is a time without a zone, or an impossible one")
    return at.astimezone(UTC)
