"""The connectors this installation knows: adding a platform is one folder and one line here."""

from parlour.connectors.base import Connector
from parlour.connectors.sandbox.connector import Sandbox
from parlour.connectors.website.connector import Website

_CONNECTORS: dict[str, Connector] = {connector.name: connector for connector in (Sandbox(), Website())}


class UnknownConnector(Exception):
    """No connector of this name is installed."""


def get(name: str) -> Connector:
    try:
        return _CONNECTORS[name]
    except KeyError:
        raise UnknownConnector(
            f"There is no connector {name!r}; known are {', '.join(sorted(_CONNECTORS))}."
        ) from None


def names() -> list[str]:
    return sorted(_CONNECTORS)
