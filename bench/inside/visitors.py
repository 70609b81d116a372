"""A website channel open to every page, and the tokens of visitors who will write there."""

from datetime import UTC, datetime

from parlour.apps.clients import actions as clients
from parlour.apps.inbox.models import Event
from parlour.flows import visitors

KEY = "bench-site"


def measure(*, tokens: int = 0, count: bool = False) -> dict[str, object]:
    """A channel with so many tokens; or, to `count`, how many events are stored."""
    if count:
        return {"events": Event.objects.count()}
    now = datetime.now(UTC)
    client = clients.create_client(name="Client", slug="client", now=now)
    channel = clients.connect_website(client=client, name="Website", origins=(), now=now, key=KEY)
    return {"key": KEY, "tokens": [visitors.new_token(channel) for _ in range(tokens)]}
