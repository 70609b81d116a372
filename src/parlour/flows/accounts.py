"""A channel's row as its connector sees it: the one place where secrets are opened."""

from parlour.apps.clients import credentials
from parlour.apps.clients.models import Channel
from parlour.connectors.base import Account


def account_of(channel: Channel) -> Account:
    return Account(
        external_id=channel.external_id, settings=channel.settings, secrets=credentials.unseal(channel)
    )
