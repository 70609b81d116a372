"""A bare browser: one kept connection, cookies, signing in. Nothing of it should show in what is measured."""

import re
import time
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlencode


class NotAnswered(Exception):
    """A page that should have come did not."""


class Browser:
    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self._cookies: dict[str, str] = {}

    def get(self, path: str, **headers: str) -> bytes:
        status, body = self._ask("GET", path, b"", headers)
        if status != 200:
            raise NotAnswered(f"{path}: {status}")
        return body

    def post(self, path: str, body: bytes, **headers: str) -> int:
        return self._ask("POST", path, body, headers)[0]

    def sign_in(self, *, email: str, password: str) -> None:
        token = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', self.get("/sign-in"))
        if token is None:
            raise NotAnswered("/sign-in shows no form")
        form = {"csrfmiddlewaretoken": token[1].decode(), "username": email, "password": password}
        status = self.post(
            "/sign-in", urlencode(form).encode(), content_type="application/x-www-form-urlencoded"
        )
        if status != 302:
            raise NotAnswered(f"signing in: {status}")

    def close(self) -> None:
        self._connection.close()

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self._cookies:
            sent["cookie"] = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        self._connection.request(method, path, body or None, sent)
        response = self._connection.getresponse()
        self._keep(response)
        return response.status, response.read()

    def _keep(self, response: HTTPResponse) -> None:
        for cookie in response.headers.get_all("set-cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value


def timed(browser: Browser, path: str, **headers: str) -> float:
    """Milliseconds until the page is there, whole."""
    began = time.perf_counter()
    browser.get(path, **headers)
    return 1000 * (time.perf_counter() - began)
