"""How a message comes in: door, claim, translate, judge, file."""

import logging
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction

from parlour.apps.clients import actions as clients
from parlour.apps.clients import hearing
from parlour.apps.clients import queries as client_queries
from parlour.apps.clients.hearing import Heard
from parlour.apps.clients.models import Channel
from parlour.apps.inbox import events, filing
from parlour.apps.inbox.models import Event, Message
from parlour.apps.moderation import members
from parlour.connectors import registry
from parlour.connectors.base import Delivery, UnknownShape
from parlour.core.inbound import Change, Inbound
from parlour.flows import judging, nudges
from parlour.flows.accounts import account_of

logger = logging.getLogger(__name__)

BATCH = 200
PATIENCE = events.PATIENCE


class UnknownChannel(Exception):
    """No channel of ours is behind this address."""


@dataclass(frozen=True, slots=True)
class _Read:
    event: Event
    channel: Channel
    inbound: Inbound


def accept(*, connector: str, external_id: str, delivery: Delivery, now: datetime) -> Event:
    """The door: verified over the raw bytes and durably stored, or Forged or UnknownChannel and no trace."""
    channel = client_queries.channel_by_account(connector=connector, external_id=external_id)
    if channel is None:
        raise UnknownChannel(f"No {connector} channel is called {external_id!r}.")
    return accept_for(channel=channel, delivery=delivery, now=now)


def accept_for(*, channel: Channel, delivery: Delivery, now: datetime) -> Event:
    verified = _verified(channel, delivery, now)
    event = events.store(channel=channel, headers=verified.headers, body=verified.body, now=now)
    nudges.tell("receive", channel=channel, about=str(event.pk))
    return event


def accept_soon(*, channel: Channel, delivery: Delivery, now: datetime) -> "Future[Event]":
    """The same for callers that do not want to block: Forged at once, stored when the future is done."""
    verified = _verified(channel, delivery, now)
    stored = events.store_soon(channel=channel, headers=verified.headers, body=verified.body, now=now)
    stored.add_done_callback(partial(_tell, channel))
    return stored


def _tell(channel: Channel, stored: "Future[Event]") -> None:
    if not stored.cancelled() and not stored.exception():
        nudges.tell("receive", channel=channel, about=str(stored.result().pk))


def _verified(channel: Channel, delivery: Delivery, now: datetime) -> Delivery:
    return registry.get(channel.connector).verify(account_of(channel), delivery, now=now)


def work(*, now: datetime, limit: int = BATCH) -> int:
    """Claim a batch of events and file it; returns how many events were taken."""
    claimed = events.claim(now=now, limit=limit)
    if not claimed:
        return 0
    try:
        file_events(claimed, now=now)
    except Exception:
        logger.exception("A batch of %d events could not be filed; trying them one by one.", len(claimed))
        _one_by_one(claimed, now=now)
    events.release(claimed)
    return len(claimed)


def _one_by_one(claimed: Sequence[Event], *, now: datetime) -> None:
    """One odd event must not hold up its neighbours."""
    for event in claimed:
        try:
            file_events([event], now=now)
        except Exception as error:
            logger.exception("Event %d could not be filed (attempt %d).", event.pk, event.attempts)
            if event.attempts >= events.MAX_ATTEMPTS:
                events.quarantine(event, why=f"{type(error).__name__}: {error}")
            else:
                events.give_back([event], until=now + timedelta(seconds=2**event.attempts))


def file_events(claimed: Sequence[Event], *, now: datetime) -> list[Message]:
    """Read, decide, write: translate all, judge all at once, file all in one transaction."""
    channels = client_queries.channels_by_id(list({event.channel_id for event in claimed}))
    read = list(_translate(claimed, channels))
    judged = _judge(read, now=now)
    with transaction.atomic():
        held = clients.hold(channels)
        messages = filing.file(judged, now=now)
        members.hold_back(messages, now=now)
        clients.heard_from(held.values(), at=now)
        hearing.hear(held, _heard(claimed, read, messages, held), now=now)
        events.done([event for event in claimed if event.state == Event.State.WAITING])
        for odd in (event for event in claimed if event.state == Event.State.QUARANTINED):
            events.quarantine(odd, why=odd.error)
    return messages


def _heard(
    claimed: Sequence[Event], read: Sequence[_Read], messages: Sequence[Message], held: Mapping[int, Channel]
) -> dict[int, Heard]:
    """By channel: how many events came, and what only a look found where webhooks should have brought it."""
    new = {(message.channel_id, message.external_id) for message in messages}
    found, brought = defaultdict(set), defaultdict(set)
    for one in read:
        if registry.get(one.channel.connector).capabilities.hooks and one.inbound.change is Change.ADD:
            identity = one.inbound.external_id
            if not one.event.polled:
                brought[one.channel.pk].add(identity)
            elif (one.channel.pk, identity) in new:
                found[one.channel.pk].add(identity)
    events_of = Counter(event.channel_id for event in claimed)
    return {pk: Heard(events=events_of[pk], found=found[pk], brought=brought[pk]) for pk in held}


def _translate(claimed: Sequence[Event], channels: dict[int, Channel]) -> Iterator[_Read]:
    accounts = {channel.pk: account_of(channel) for channel in channels.values()}
    for event in claimed:
        channel = channels[event.channel_id]
        delivery = Delivery(headers=event.headers, body=bytes(event.body))
        try:
            inbounds = registry.get(channel.connector).parse(accounts[channel.pk], delivery)
        except UnknownShape as shape:
            # The event waits for a person; what could be read of it is filed all the same.
            event.state, event.error = Event.State.QUARANTINED, str(shape)
            inbounds = shape.readable
        for inbound in inbounds:
            yield _Read(event, channel, inbound)


def _judge(read: Sequence[_Read], *, now: datetime) -> list[filing.Item]:
    """Everything the community wrote, in one call; what is ours or deleted is not judged."""
    to_judge = [r for r in read if not r.inbound.ours and r.inbound.change is not Change.DELETE]
    verdicts = judging.judge_live([(r.channel, r.inbound) for r in to_judge], now=now)
    by_read = {id(r): verdict for r, verdict in zip(to_judge, verdicts, strict=True)}
    return [_item(r, by_read.get(id(r))) for r in read]


def _item(read: _Read, judged: judging.Judged | None) -> filing.Item:
    return filing.Item(
        channel=read.channel,
        inbound=read.inbound,
        received_at=read.event.received_at,
        judgement=judged.judgement if judged else None,
        copies=judged.copies if judged else 1,
    )
