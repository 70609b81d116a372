"""Parlour's own pages as a platform: deliveries come from the widget, answers appear in it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from parlour.connectors.base import Account, Capabilities, Delivery, Forged, Outbound, Page, Sent
from parlour.connectors.website import parse as website_parse
from parlour.connectors.website import tokens
from parlour.core.guards import Limit
from parlour.core.inbound import Inbound

LIMIT = 2000


class Website:
    name = "website"
    capabilities = Capabilities(limit=Limit(LIMIT), repeats_safely=True, hides=True, deletes=True)

    def verify(self, account: Account, delivery: Delivery, *, now: datetime) -> Delivery:
        del now  # a visitor's token does not age
        scheme, _, token = delivery.headers.get("authorization", "").partition(" ")
        key = account.secrets.get("signing", "")
        visitor = tokens.visitor_of(token=token, key=key)
        # Anybody can sign with an empty key.
        if not key or scheme.lower() != "bearer" or visitor is None:
            raise Forged("The visitor's token is not one of this channel's.")
        return Delivery(headers={website_parse.VISITOR_HEADER: visitor}, body=delivery.body)

    def parse(self, account: Account, delivery: Delivery) -> Sequence[Inbound]:
        del account
        return [website_parse.inbound(delivery)]

    def poll(self, account: Account, cursor: Mapping[str, Any]) -> Page:
        del account
        return Page(deliveries=(), cursor=cursor)

    def send(self, account: Account, outbound: Outbound) -> Sent:
        """The widget shows what is filed as sent, so publishing is the naming: the same key, the same id."""
        del account
        return Sent(external_id=f"r-{outbound.key.hex}")

    def find(self, account: Account, outbound: Outbound) -> Sent | None:
        return self.send(account, outbound)

    def confirm(self, account: Account, sent: Sent) -> bool:
        del account
        return sent.external_id.startswith("r-")

    # The widget shows a message unless it is filed as hidden, so there is nothing to tell anybody.

    def hide(self, account: Account, external_id: str) -> None:
        del account, external_id

    def unhide(self, account: Account, external_id: str) -> None:
        del account, external_id

    def delete(self, account: Account, external_id: str) -> None:
        del account, external_id
