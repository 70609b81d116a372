"""Small words for templates: ages, deadlines, initials, addresses that keep the place."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

register = template.Library()

_NOW = 45
_FORTNIGHT = 86_400 * 14


@register.filter
def age(at: datetime | None, now: datetime) -> str:
    """How long ago, in the shortest words: `5 min`, `3 h`, `2 d`, else the date."""
    if at is None:
        return ""
    seconds = abs((now - at).total_seconds())
    if seconds < _NOW:
        return _("now")
    if seconds < _FORTNIGHT:
        return _span(seconds)
    return date_format(at, "j M" if at.year == now.year else "j M Y")


@register.filter
def due(at: datetime, now: datetime) -> str:
    """How a deadline stands: `3 h left`, `due now`, `2 d late`."""
    seconds = (at - now).total_seconds()
    if abs(seconds) < _NOW:
        return _("due now")
    words = _("%(span)s left") if seconds > 0 else _("%(span)s late")
    return words % {"span": _span(abs(seconds))}


def _span(seconds: float) -> str:
    if seconds < 3600:
        return _("%d min") % max(1, round(seconds / 60))
    if seconds < 86_400:
        return _("%d h") % round(seconds / 3600)
    return _("%d d") % round(seconds / 86_400)


@register.filter
def milliseconds_until(at: datetime, now: datetime) -> int:
    """What is left until `at`; by the server's clock, because the reader's may be wrong."""
    return max(0, int((at - now).total_seconds() * 1000))


@register.filter
def initials(name: object) -> str:
    words = [word for word in str(name).replace("@", " ").split() if word[0].isalnum()]
    return "".join(word[0] for word in words[:2]).upper() or "?"


@register.filter
def hue(name: object) -> int:
    """A steady colour for a person: one of twelve, by name."""
    return sum(str(name).encode()) % 12


@register.filter
def get(mapping: Mapping[object, object], key: object) -> object:
    return mapping.get(key)


@register.simple_tag
def query(place: object, **changes: object) -> str:
    """The desk's address parameters with some changed: `{% query place queue='mine' %}`."""
    values = {
        "queue": getattr(place, "queue", ""),
        "client": getattr(place, "client_id", "") or "",
        "kind": getattr(place, "kind", ""),
    } | changes
    return _address(tuple((name, str(value)) for name, value in values.items() if value not in ("", None)))


@lru_cache(256)
def _address(parameters: tuple[tuple[str, str], ...]) -> str:
    """Every row of a list asks for the same one."""
    return "?" + urlencode(parameters)


@register.filter
def reason(pair: list[str]) -> str:
    """A reason in the reader's language, with the words it stands on: `aimed at a person: “idiots”`."""
    sentence, quote = pair
    return f"{_(sentence)}: “{quote}”" if quote else _(sentence)


@register.filter
def said(sentence: str) -> str:
    """One of the core's sentences in the reader's language."""
    return _(sentence)


@register.filter
def by_machine(verdicts: Sequence[Any]) -> Any:
    """The newest verdict of a machine among these, newest first."""
    return next((verdict for verdict in verdicts if verdict.user_id is None), None)


@register.filter
def by_person(verdicts: Sequence[Any]) -> Any:
    """What a person says of the text as it is now: only when no machine has judged a newer one."""
    return verdicts[0] if verdicts and verdicts[0].user_id is not None else None


@register.filter
def percent(share: float) -> str:
    return f"{share * 100:.0f} %"


@register.filter
def span(lasting: timedelta) -> str:
    return _span(lasting.total_seconds())
