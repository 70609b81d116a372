"""What is encrypted at rest: one cipher, with a key for each purpose derived from the installation's own."""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken


class Unreadable(Exception):
    """The secret key changed since this was sealed, or these bytes were never sealed for this purpose."""


def seal(content: bytes, *, purpose: str, key: str) -> bytes:
    return _cipher(purpose, key).encrypt(content)


def unseal(sealed: bytes, *, purpose: str, key: str) -> bytes:
    try:
        return _cipher(purpose, key).decrypt(sealed)
    except InvalidToken:
        raise Unreadable(f"Sealed {purpose} cannot be read with this PARLOUR_SECRET_KEY.") from None


def _cipher(purpose: str, key: str) -> Fernet:
    digest = hashlib.sha256(f"parlour {purpose}\0".encode() + key.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
