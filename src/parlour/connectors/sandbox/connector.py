"""The connector to the sandbox. It knows nothing of the platform's inside: only its HTTP interface and webhooks.

`account.settings["url"]` is the platform's address, `account.external_id` the page; the secrets are `token` and
`webhook`.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any
from urllib.parse import quote

import httpx2

from parlour.connectors import http, payload
from parlour.connectors.base import (
    Account,
    Capabilities,
    Delivery,
    Forged,
    Outbound,
    OutcomeUnknown,
    Page,
    Refused,
    RetryLater,
    Sent,
    UnknownShape,
)
from parlour.connectors.payload import Document
from parlour.connectors.sandbox import parse as sandbox_parse
from parlour.connectors.sandbox import signing
from parlour.core.guards import Limit, Unit
from parlour.core.inbound import Inbound

# New items are listed up to five seconds late: each look goes back so far that none is missed, whatever the load.
OVERLAP = timedelta(seconds=60)
SETTLE_SECONDS = 10


class Sandbox:
    name = "sandbox"
    capabilities = Capabilities(
        limit=Limit(1000, Unit.UTF16),
        hooks=True,
        polls=True,
        poll_seconds=30,
        repeats_safely=False,
        settle_seconds=SETTLE_SECONDS,
        hides=True,
        deletes=True,
    )

    def __init__(self, *, transport: httpx2.BaseTransport | None = None) -> None:
        self._transport = transport

    @cached_property
    def _client(self) -> httpx2.Client:
        return http.client(transport=self._transport)

    def close(self) -> None:
        self._client.close()

    def verify(self, account: Account, delivery: Delivery, *, now: datetime) -> Delivery:
        signature = delivery.headers.get(signing.HEADER, "")
        secret = account.secrets.get("webhook", "")
        # Anybody can sign with an empty secret.
        if not secret or not signing.matches(
            secret=secret, body=delivery.body, signature=signature, now=now.timestamp()
        ):
            raise Forged("The delivery is not signed with this channel's secret, or not in these minutes.")
        return Delivery(headers={}, body=delivery.body)

    def parse(self, account: Account, delivery: Delivery) -> Sequence[Inbound]:
        return sandbox_parse.inbounds(delivery.body, page=account.external_id)

    def poll(self, account: Account, cursor: Mapping[str, Any]) -> Page:
        """One page of what changed. While there is more, the cursor keeps when the look began."""
        query = {name: str(cursor[name]) for name in ("since", "after") if cursor.get(name)}
        response = self._ask(account, _items(account), query)
        with _expected():
            document = payload.document(response.content)
            deliveries = (
                (Delivery(headers={}, body=response.content),)
                if payload.sequence(document, "changes")
                else ()
            )
            began = (
                payload.moment(cursor, "began") if "began" in cursor else payload.moment(document, "as_of")
            )
            after = payload.text(document, "next")
        if after:
            return Page(deliveries, cursor={**cursor, "began": began.isoformat(), "after": after}, more=True)
        return Page(deliveries, cursor={"since": (began - OVERLAP).isoformat(timespec="microseconds")})

    def send(self, account: Account, outbound: Outbound) -> Sent:
        target = (
            {"to": outbound.thread_id}
            if outbound.private
            else {"under": outbound.parent_id or outbound.thread_id}
        )
        response = http.publish(
            self._client,
            _items(account),
            json={"text": outbound.text, "reference": str(outbound.key), **target},
            headers=_headers(account),
        )
        try:
            return _sent(payload.document(response.content))
        except UnknownShape:
            raise OutcomeUnknown("The platform took the answer and did not say under which id.") from None

    def find(self, account: Account, outbound: Outbound) -> Sent | None:
        response = self._ask(account, _items(account), {"reference": str(outbound.key)})
        if not response.is_success:
            raise RetryLater("The platform does not know this page.")
        with _expected():
            for change in payload.sequence(payload.document(response.content), "changes"):
                return _sent(payload.part(payload.checked(change, "a change"), "item"))
        return None

    def confirm(self, account: Account, sent: Sent) -> bool:
        response = self._ask(account, _item(account, sent.external_id), {})
        if not response.is_success:
            return False
        with _expected():
            return payload.document(response.content).get("hidden") is False

    def hide(self, account: Account, external_id: str) -> None:
        self._set_hidden(account, external_id, hidden=True)

    def unhide(self, account: Account, external_id: str) -> None:
        self._set_hidden(account, external_id, hidden=False)

    def delete(self, account: Account, external_id: str) -> None:
        http.ask(self._client, "DELETE", _item(account, external_id), headers=_headers(account))

    def _set_hidden(self, account: Account, external_id: str, *, hidden: bool) -> None:
        """The platform answers with the item as it is now: only that it says so makes it true."""
        url = f"{_item(account, external_id)}/{'hide' if hidden else 'unhide'}"
        response = http.ask(self._client, "POST", url, headers=_headers(account))
        if not response.is_success:
            raise Refused("The platform does not have this any more.")
        with _expected():
            if payload.document(response.content).get("hidden") is not hidden:
                raise RetryLater("The platform took it and does not show it.")

    def _ask(self, account: Account, url: str, query: Mapping[str, str]) -> httpx2.Response:
        return http.ask(self._client, "GET", url, params=query, headers=_headers(account))


def _base(account: Account) -> str:
    return str(account.settings["url"]).rstrip("/")


def _items(account: Account) -> str:
    return f"{_base(account)}/v1/pages/{quote(account.external_id, safe='')}/items"


def _item(account: Account, external_id: str) -> str:
    return f"{_base(account)}/v1/items/{quote(external_id, safe='')}"


def _headers(account: Account) -> Mapping[str, str]:
    return http.bearer(account.secrets.get("token", ""))


@contextmanager
def _expected() -> Iterator[None]:
    """An answer out of shape to a look is trouble on the other side, and may be gone the next time."""
    try:
        yield
    except UnknownShape:
        raise RetryLater("The platform's answer cannot be read.") from None


def _sent(item: Document) -> Sent:
    return Sent(external_id=payload.identifier(item, "id"), url=payload.link(item, "url"))
