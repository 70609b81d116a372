"""Looking at platforms: behind every webhook a slow look with overlap, so that a lost delivery is found again."""

import itertools
import logging
from datetime import datetime, timedelta

from django.db import transaction

from parlour.apps.clients import actions as clients
from parlour.apps.clients import hearing
from parlour.apps.clients.models import Channel
from parlour.apps.inbox import events
from parlour.connectors import registry
from parlour.connectors.base import NeedsReconnect, OutcomeUnknown, Refused, RetryLater
from parlour.flows import nudges
from parlour.flows.accounts import account_of

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
_TROUBLE = timedelta(minutes=1)
_EARS = 100


def work(*, now: datetime) -> int:
    """Look at the platform that is most overdue, or listen for silence; returns whether there was something to do."""
    claimed = claim(now=now, limit=1)
    for channel in claimed:
        settle(channel, now=now)
    return len(claimed) or listen(now=now)


def claim(*, now: datetime, limit: int) -> list[Channel]:
    """The channels most overdue to be looked at, ours for a while."""
    claimed = (clients.claim_due_poll(now=now, lease=LEASE) for _ in range(limit))
    return [channel for channel in itertools.takewhile(bool, claimed) if channel]


def settle(channel: Channel, *, now: datetime) -> None:
    """Look, and write down when to look again. Raises nothing."""
    try:
        look(channel, now=now)
    except NeedsReconnect as gone:
        clients.needs_reconnect(channel, why=str(gone), at=now)
    except RetryLater as later:
        wait = timedelta(seconds=later.seconds) if later.seconds else _TROUBLE
        clients.poll_again(channel, at=now + wait, why=str(later))
    except (OutcomeUnknown, Refused) as trouble:
        clients.poll_again(channel, at=now + _TROUBLE, why=str(trouble))
    except Exception:
        # The lease runs out, and somebody looks again.
        logger.exception("Channel %d: an unexpected error while looking at the platform.", channel.pk)


def listen(*, now: datetime) -> int:
    """Is a channel silent that should not be? Each is asked about once a minute, by whoever comes first."""
    due = hearing.due(now=now, limit=_EARS)
    if due:
        hearing.listen(due, now=now)
    return len(due)


def look(channel: Channel, *, now: datetime) -> None:
    """One page of what is new. What came and where to go on are stored together, or neither is."""
    connector = registry.get(channel.connector)
    page = connector.poll(account_of(channel), channel.cursor)
    wait = timedelta(0) if page.more else timedelta(seconds=connector.capabilities.poll_seconds)
    with transaction.atomic():
        events.store_polled(
            channel=channel,
            deliveries=[(delivery.headers, delivery.body) for delivery in page.deliveries],
            now=now,
        )
        clients.polled(channel, cursor=page.cursor, next_at=now + wait, now=now)
    if page.deliveries:
        nudges.tell("receive", channel=channel, about=f"polled {channel.pk} {now:%s.%f}")
