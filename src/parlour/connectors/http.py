"""How every connector speaks HTTP: short time limits, no redirects, and one meaning for each way to fail.

`ask` is for requests that may be repeated without harm, `publish` for those that may not: after a publish, whatever is
not certain is OutcomeUnknown. Requests are never repeated here; that is the outbox's business.
"""

import logging
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any

import httpx2

import parlour
from parlour.connectors.base import NeedsReconnect, OutcomeUnknown, Refused, RetryLater

TIMEOUT = httpx2.Timeout(connect=3.0, write=5.0, read=8.0, pool=3.0)
_LONGEST_CAUSE = 300
_LONGEST_WAIT = 86_400.0
_TOO_MANY = 429
# Before these nothing was written to the platform.
_NOT_SENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.UnsupportedProtocol)
# 408 and 425 say "not now", but not whether the request was taken; 409 often means that it already was.
_UNCERTAIN = frozenset({408, 409, 425})


def client(*, transport: httpx2.BaseTransport | None = None) -> httpx2.Client:
    """One for each connector, shared by all threads. `transport` swaps the world in tests."""
    # The library logs every address at INFO, and some platforms want their token in it.
    logging.getLogger("httpx2").setLevel(logging.WARNING)
    return httpx2.Client(
        transport=transport,
        timeout=TIMEOUT,
        follow_redirects=False,
        headers={"user-agent": f"Parlour/{parlour.__version__}"},
    )


def ask(client: httpx2.Client, method: str, url: str, **request: Any) -> httpx2.Response:
    """An answer of 2xx or 404; else Refused, NeedsReconnect or RetryLater."""
    try:
        response = client.request(method, url, **request)
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise RetryLater(f"The platform could not be asked: {type(error).__name__}.") from None
    _raise_for_certain(response)
    if response.is_success or response.status_code == httpx2.codes.NOT_FOUND:
        return response
    if response.is_server_error or response.status_code in _UNCERTAIN:
        raise RetryLater(f"The platform answered {response.status_code}.", seconds=seconds_to_wait(response))
    raise Refused(said(response))


def publish(client: httpx2.Client, url: str, **request: Any) -> httpx2.Response:
    """An answer of 2xx; else Refused, NeedsReconnect, RetryLater (surely nothing happened) or OutcomeUnknown."""
    try:
        response = client.post(url, **request)
    except httpx2.InvalidURL:
        raise Refused("The platform's address cannot be used.") from None
    except _NOT_SENT as error:
        raise RetryLater(f"The platform cannot be reached: {type(error).__name__}.") from None
    except httpx2.HTTPError as error:
        raise OutcomeUnknown(f"No answer came after the request left: {type(error).__name__}.") from None
    _raise_for_certain(response)
    if response.is_success:
        return response
    if response.is_client_error and response.status_code not in _UNCERTAIN:
        raise Refused(said(response))
    raise OutcomeUnknown(f"The platform answered {response.status_code}, which may come after success.")


def _raise_for_certain(response: httpx2.Response) -> None:
    if response.status_code == httpx2.codes.UNAUTHORIZED:
        raise NeedsReconnect("The platform does not accept the token any more: connect the channel anew.")
    if response.status_code == _TOO_MANY:
        raise RetryLater("The platform asks us to slow down.", seconds=seconds_to_wait(response))


def seconds_to_wait(response: httpx2.Response) -> float | None:
    """As the platform's headers say, by its own clock: Retry-After in seconds or as a date, or X-RateLimit-Reset."""
    after = response.headers.get("retry-after", "").strip()
    if after.isdecimal() and after.isascii():
        return min(float(after), _LONGEST_WAIT)
    now = _timestamp(response.headers.get("date", ""))
    until = _timestamp(after)
    if until is None:
        reset = response.headers.get("x-ratelimit-reset", "").strip()
        until = float(reset) if reset.isdecimal() and reset.isascii() else None
    if now is None or until is None:
        return None
    return min(max(0.0, until - now), _LONGEST_WAIT)


def _timestamp(http_date: str) -> float | None:
    try:
        return parsedate_to_datetime(http_date).timestamp()
    except (ValueError, OverflowError):
        return None


def said(response: httpx2.Response) -> str:
    """Why the platform refused, in its own words where it gives them as {"error": {"message": ...}}."""
    try:
        message = response.json()["error"]["message"]
    except (ValueError, KeyError, TypeError, RecursionError):
        message = None
    if not isinstance(message, str) or not message:
        return f"The platform refused with {response.status_code}."
    return f"The platform refused ({response.status_code}): {message[:_LONGEST_CAUSE]}"


def bearer(token: str) -> Mapping[str, str]:
    if not token or not token.isascii() or not token.isprintable():
        raise NeedsReconnect("This channel has no usable token: connect it anew.")
    return {"authorization": f"Bearer {token}"}
