"""Small words for templates: ages, initials, addresses that keep the place."""

from datetime import datetime
from urllib.parse import urlencode

from django import template
from django.utils.translation import gettext as _

register = template.Library()

_STEPS = ((60, 1, "s"), (3600, 60, "min"), (86_400, 3600, "h"), (86_400 * 14, 86_400, "d"))


@register.filter
def age(at: datetime | None, now: datetime) -> str:
    """How long ago, in the shortest words: `5 min`, `3 h`, `2 d`, else the date."""
    if at is None:
        return ""
    seconds = abs((now - at).total_seconds())
    if seconds < 45:
        return _("now")
    for limit, unit, name in _STEPS:
        if seconds < limit:
            return f"{max(1, round(seconds / unit))} {_(name)}"
    return at.strftime("%d %b %Y" if at.year != now.year else "%d %b")


@register.filter
def initials(name: str) -> str:
    words = [word for word in str(name).replace("@", " ").split() if word[0].isalnum()]
    return "".join(word[0] for word in words[:2]).upper() or "?"


@register.filter
def hue(name: str) -> int:
    """A steady colour for a person: one of twelve, by name."""
    return sum(str(name).encode()) % 12


@register.filter
def get(mapping: dict[object, object], key: object) -> object:
    return mapping.get(key)


@register.simple_tag
def query(place: object, **changes: object) -> str:
    """The desk's address parameters with some changed: `{% query place queue='mine' %}`."""
    values = {
        "queue": getattr(place, "queue", ""),
        "client": getattr(place, "client_id", "") or "",
        "kind": getattr(place, "kind", ""),
    } | changes
    return "?" + urlencode({name: value for name, value in values.items() if value not in ("", None)})


@register.filter
def reason(pair: list[str]) -> str:
    """A reason in the reader's language, with the words it stands on: `aimed at a person: “idiots”`."""
    sentence, quote = pair
    return f"{_(sentence)}: “{quote}”" if quote else _(sentence)
