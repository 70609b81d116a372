from collections.abc import Callable

import httpx2
import pytest

from parlour.connectors import http
from parlour.connectors.base import NeedsReconnect, OutcomeUnknown, Refused, RetryLater

URL = "https://platform.example/items"


def platform(answer: Callable[[httpx2.Request], httpx2.Response]) -> httpx2.Client:
    return http.client(transport=httpx2.MockTransport(answer))


def answering(status: int, **rest: object) -> httpx2.Client:
    return platform(lambda request: httpx2.Response(status, **rest))


def failing(error: type[Exception]) -> httpx2.Client:
    def fail(request: httpx2.Request) -> httpx2.Response:
        raise error("no")

    return platform(fail)


@pytest.mark.parametrize(
    ("status", "meaning"),
    [
        (301, OutcomeUnknown),
        (400, Refused),
        (401, NeedsReconnect),
        (403, Refused),
        (404, Refused),
        (408, OutcomeUnknown),
        (409, OutcomeUnknown),
        (422, Refused),
        (425, OutcomeUnknown),
        (429, RetryLater),
        (500, OutcomeUnknown),
        (502, OutcomeUnknown),
        (503, OutcomeUnknown),
    ],
)
def test_what_an_answer_to_a_publish_means(status: int, meaning: type[Exception]) -> None:
    with pytest.raises(meaning):
        http.publish(answering(status), URL)


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (httpx2.ConnectError, RetryLater),
        (httpx2.ConnectTimeout, RetryLater),
        (httpx2.PoolTimeout, RetryLater),
        (httpx2.WriteError, OutcomeUnknown),
        (httpx2.WriteTimeout, OutcomeUnknown),
        (httpx2.ReadError, OutcomeUnknown),
        (httpx2.ReadTimeout, OutcomeUnknown),
        (httpx2.RemoteProtocolError, OutcomeUnknown),
        (httpx2.DecodingError, OutcomeUnknown),
        (httpx2.ProxyError, OutcomeUnknown),
    ],
)
def test_what_a_broken_connection_means(error: type[Exception], meaning: type[Exception]) -> None:
    with pytest.raises(meaning):
        http.publish(failing(error), URL)
    with pytest.raises(RetryLater):
        http.ask(failing(error), "GET", URL)


@pytest.mark.parametrize(
    ("status", "meaning"),
    [
        (301, Refused),
        (401, NeedsReconnect),
        (403, Refused),
        (408, RetryLater),
        (429, RetryLater),
        (500, RetryLater),
    ],
)
def test_what_an_answer_to_a_look_means(status: int, meaning: type[Exception]) -> None:
    with pytest.raises(meaning):
        http.ask(answering(status), "GET", URL)


def test_not_there_is_an_answer_to_a_look() -> None:
    assert http.ask(answering(404), "GET", URL).status_code == 404


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "17"}, 17.0),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": "9" * 400}, 86_400.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "²"}, None),
        ({"date": "Sun, 22 Nov 2026 10:00:00 GMT", "retry-after": "Sun, 22 Nov 2026 10:00:30 GMT"}, 30.0),
        ({"date": "Sun, 22 Nov 2026 10:00:00 GMT", "retry-after": "Sun, 22 Nov 2026 09:00:00 GMT"}, 0.0),
        ({"date": "Sun, 22 Nov 2026 10:00:00 GMT", "x-ratelimit-reset": "1795341660"}, 60.0),
        ({"x-ratelimit-reset": "1795341660"}, None),
        ({}, None),
    ],
)
def test_how_long_to_wait_is_read_by_the_platforms_own_clock(
    headers: dict[str, str], seconds: float | None
) -> None:
    with pytest.raises(RetryLater) as later:
        http.publish(answering(429, headers=[(name, value.encode()) for name, value in headers.items()]), URL)
    assert later.value.seconds == seconds


def test_a_refusal_says_why_in_the_platforms_words() -> None:
    with pytest.raises(Refused, match="The comment is gone"):
        http.publish(answering(404, json={"error": {"message": "The comment is gone."}}), URL)


@pytest.mark.parametrize(
    "body", [b"<html>", b"[]", b'{"error": "no"}', b'{"error": {"message": 4}}', b"[" * 99_999]
)
def test_a_refusal_without_words_still_says_its_number(body: bytes) -> None:
    with pytest.raises(Refused, match="refused with 404"):
        http.publish(answering(404, content=body), URL)


def test_no_redirect_is_followed_with_our_token() -> None:
    asked = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(request.url.host)
        return httpx2.Response(302, headers={"location": "https://elsewhere.example/"})

    with pytest.raises(Refused):
        http.ask(platform(answer), "GET", URL)
    assert asked == ["platform.example"]
