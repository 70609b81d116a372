"""A visitor's token: a random name signed with the channel's key, so that nothing is stored for a passer-by."""

import hashlib
import hmac

_VISITOR_LENGTH = 16


def issue(*, visitor: str, key: str) -> str:
    """The token of `visitor`: 16 hexadecimal characters, random, made by the caller."""
    return f"v1.{visitor}.{_signature(visitor, key)}"


def visitor_of(*, token: str, key: str) -> str | None:
    """Whose token this is; None when it is not one of ours."""
    version, _, rest = token.partition(".")
    visitor, _, signature = rest.partition(".")
    if version != "v1" or len(visitor) != _VISITOR_LENGTH or not signature.isascii():
        return None
    return visitor if hmac.compare_digest(signature, _signature(visitor, key)) else None


def _signature(visitor: str, key: str) -> str:
    return hmac.new(key.encode(), f"parlour visitor {visitor}".encode(), hashlib.sha256).hexdigest()
