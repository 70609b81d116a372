"""How the sandbox signs its webhooks: HMAC-SHA256 over the time of sending and the raw bytes."""

import hashlib
import hmac

HEADER = "x-sandbox-signature"
# A delivery signed longer ago, or later, than this is a replay, whatever its signature says.
WINDOW_SECONDS = 300


def sign(*, secret: str, body: bytes, at: int) -> str:
    """The header's value; `at` in seconds since 1970."""
    return f"t={at},v1={_digest(secret, body, str(at))}"


def matches(*, secret: str, body: bytes, signature: str, now: float) -> bool:
    stamp, _, digest = signature.partition(",v1=")
    at = stamp.removeprefix("t=")
    # Seconds have ten digits until the year 2286; what is longer or not ASCII is no time.
    if not (at.isascii() and at.isdecimal() and len(at) <= 10 and digest.isascii()):
        return False
    is_recent = abs(now - int(at)) <= WINDOW_SECONDS
    return hmac.compare_digest(digest, _digest(secret, body, at)) and is_recent


def _digest(secret: str, body: bytes, at: str) -> str:
    return hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
