"""Visitors of a client's pages: their tokens, and what they write, on its way to the door."""

import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from parlour.apps.clients.models import Channel
from parlour.connectors.base import Delivery, UnknownShape
from parlour.connectors.website import connector as website
from parlour.connectors.website import parse, tokens
from parlour.flows import receive
from parlour.flows.accounts import account_of

LIMIT = website.LIMIT


class Unusable(Exception):
    """This cannot be taken in as a message; the text says why."""


def new_token(channel: Channel) -> str:
    """A token for a new visitor; nothing is stored."""
    return tokens.issue(visitor=secrets.token_hex(8), key=account_of(channel).secrets["signing"])


def visitor_of(channel: Channel, token: str) -> str | None:
    return tokens.visitor_of(token=token, key=account_of(channel).secrets["signing"])


def private_thread(visitor: str) -> str:
    return parse.thread_of_visitor(visitor)


def receive_item(*, channel: Channel, token: str, payload: Mapping[str, Any], now: datetime) -> str:
    """Check and store; the public id of the item. Read before it is stored: a visitor can be told at once."""
    delivery = Delivery(headers={"authorization": f"Bearer {token}"}, body=json.dumps(payload).encode())
    connector = website.Website()
    account = account_of(channel)
    try:
        (inbound,) = connector.parse(account, connector.verify(account, delivery, now=now))
    except UnknownShape as error:
        raise Unusable(str(error)) from None
    receive.accept_for(channel=channel, delivery=delivery, now=now)
    return inbound.external_id
