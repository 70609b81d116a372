"""Visitors of a client's pages: their signed tokens, read with the channel's key."""

import secrets

from parlour.apps.clients import credentials
from parlour.apps.clients.models import Channel
from parlour.connectors.website import tokens


def new_token(channel: Channel) -> str:
    return tokens.issue(visitor=secrets.token_hex(8), key=credentials.unseal(channel)["signing"])


def visitor_of(channel: Channel, token: str) -> str | None:
    return tokens.visitor_of(token=token, key=credentials.unseal(channel)["signing"])
