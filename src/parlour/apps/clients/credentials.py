"""Secrets of a channel, encrypted at rest with a key derived from the installation's own."""

import json
from collections.abc import Mapping
from functools import lru_cache

from django.conf import settings

from parlour.apps.clients import cipher
from parlour.apps.clients.models import Channel

_PURPOSE = "channel credentials"


class CredentialsUnreadable(Exception):
    """The secret key changed since these credentials were stored: the channel must be connected anew."""


def seal(secrets: dict[str, str]) -> bytes:
    return cipher.seal(json.dumps(secrets).encode(), purpose=_PURPOSE, key=settings.SECRET_KEY)


def unseal(channel: Channel) -> dict[str, str]:
    sealed = bytes(channel.credentials)
    if not sealed:
        return {}
    try:
        return dict(_opened(sealed, settings.SECRET_KEY))
    except cipher.Unreadable:
        raise CredentialsUnreadable(
            f"The credentials of channel {channel.pk} cannot be read with this PARLOUR_SECRET_KEY; connect it anew."
        ) from None


# The door opens the same few on every knock. What is sealed anew is another text, so this is never out of date.
@lru_cache(maxsize=4096)
def _opened(sealed: bytes, key: str) -> Mapping[str, str]:
    opened: dict[str, str] = json.loads(cipher.unseal(sealed, purpose=_PURPOSE, key=key))
    return opened
