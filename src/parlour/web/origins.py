"""Which web pages may embed a channel's widget: its own list, checked by the browser's Origin header."""

from urllib.parse import urlsplit

from django.conf import settings

from parlour.apps.clients.models import Channel


def allowed(channel: Channel, origin: str) -> bool:
    """True for the channel's origins and for Parlour's own pages (which send no Origin on a GET)."""
    if not origin:
        return True
    return origin in channel.settings.get("origins", []) or origin == own()


def own() -> str:
    parts = urlsplit(settings.ENV.public_url)
    return f"{parts.scheme}://{parts.netloc}"
