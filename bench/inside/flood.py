"""Raw events of eight channels, waiting."""

from datetime import UTC, datetime

from bench.inside import rows
from bench.inside.traffic import SEED, Traffic
from parlour.apps.clients import actions as clients
from parlour.apps.inbox.models import Event


def measure(*, events: int) -> dict[str, int]:
    now = datetime.now(UTC)
    channels = []
    for number in range(4):
        client = clients.create_client(name=f"Client {number}", slug=f"client-{number}", now=now)
        channels += [
            clients.connect_website(client=client, name=f"Site {site}", origins=(), now=now)
            for site in range(2)
        ]
    Event.objects.bulk_create(Traffic(SEED).events(channels, events, now=now), batch_size=rows.BATCH)
    return {"events": events}
