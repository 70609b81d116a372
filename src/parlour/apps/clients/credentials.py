"""Secrets of a channel, encrypted at rest with a key derived from the installation's own."""

import base64
import hashlib
import json

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from parlour.apps.clients.models import Channel


class CredentialsUnreadable(Exception):
    """The secret key changed since these credentials were stored: the channel must be connected anew."""


def seal(secrets: dict[str, str]) -> bytes:
    return _cipher().encrypt(json.dumps(secrets).encode())


def unseal(channel: Channel) -> dict[str, str]:
    sealed = bytes(channel.credentials)
    if not sealed:
        return {}
    try:
        opened: dict[str, str] = json.loads(_cipher().decrypt(sealed))
    except InvalidToken:
        raise CredentialsUnreadable(
            f"The credentials of channel {channel.pk} cannot be read with this PARLOUR_SECRET_KEY; connect it anew."
        ) from None
    return opened


def _cipher() -> Fernet:
    digest = hashlib.sha256(b"parlour channel credentials\0" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
