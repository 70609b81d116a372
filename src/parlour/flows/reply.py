"""How an answer leaves: guards, queue, claim, guards again, send, write down the truth."""

import logging
import random
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from parlour.apps.accounts.models import User
from parlour.apps.clients import actions as clients
from parlour.apps.clients import queries as clients_queries
from parlour.apps.clients.models import Channel
from parlour.apps.inbox.models import Conversation, Message
from parlour.apps.replies import actions as replies
from parlour.apps.replies import pace
from parlour.apps.replies.models import Reply
from parlour.connectors import registry
from parlour.connectors.base import (
    Account,
    Connector,
    NeedsReconnect,
    Outbound,
    OutcomeUnknown,
    Refused,
    RetryLater,
    Sent,
)
from parlour.core import backoff, delivery, guards
from parlour.core.delivery import State
from parlour.core.roles import Act
from parlour.flows.accounts import account_of

logger = logging.getLogger(__name__)
T = TypeVar("T")

LOOK_AGAIN = timedelta(seconds=15)
# How long one attempt may take before it ends in OutcomeUnknown: the time-outs of connectors/http.py together.
_LONGEST_ATTEMPT = timedelta(seconds=20)


class Blocked(Exception):
    """A guard stops this text; `findings` say why, in words for the writer."""

    def __init__(self, findings: tuple[guards.Finding, ...]) -> None:
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = findings


def submit(
    *,
    conversation: Conversation,
    in_reply_to: Message | None,
    author: User,
    text: str,
    key: UUID,
    now: datetime,
    undo: timedelta,
) -> Reply:
    """A person's answer goes into the queue, where it waits `undo` to be taken back; or Blocked."""
    clients_queries.require(author, client_id=conversation.client_id, act=Act.REPLY)
    findings = tuple(finding for finding in check(conversation=conversation, text=text) if finding.blocks)
    if findings:
        raise Blocked(findings)
    return replies.queue(
        conversation=conversation,
        in_reply_to=in_reply_to,
        author=author,
        text=text.strip(),
        key=key,
        now=now,
        due_at=now + undo,
    )


def take_back(*, reply: Reply, user: User, now: datetime) -> None:
    clients_queries.require(user, client_id=reply.client_id, act=Act.REPLY)
    replies.take_back(reply, user=user, now=now)


def send_again(*, reply: Reply, user: User, now: datetime) -> None:
    clients_queries.require(user, client_id=reply.client_id, act=Act.REPLY)
    replies.retry(reply, user=user, now=now)


def limit_of(channel: Channel) -> guards.Limit:
    """How long an answer may be there."""
    return registry.get(channel.connector).capabilities.limit


def check(*, conversation: Conversation, text: str) -> tuple[guards.Finding, ...]:
    """What the guards say to this text as an answer in this conversation."""
    return guards.check(
        guards.Draft(text=text),
        guards.Context(public=not conversation.private, limit=limit_of(conversation.channel)),
    )


def work(*, now: datetime, limit: int = 1) -> int:
    """Claim what is due and send it, one after another; returns how many answers were taken up."""
    started = time.monotonic()
    claimed = claim(now=now, limit=limit)
    for one in claimed:
        # Time goes on while others are sent; the lease must be renewed from the time it really is.
        settle(one, now=now + timedelta(seconds=time.monotonic() - started))
    return len(claimed)


def claim(*, now: datetime, limit: int) -> list[replies.Claim]:
    """What is due and may leave now: no more than can be begun at once, since nobody else can send what is held."""
    return replies.claim(now=now, limit=limit, rate_of=lambda name: registry.get(name).capabilities.rate)


def settle(claim: replies.Claim, *, now: datetime) -> None:
    """Send, look or read back, and write down what came of it. Raises nothing."""
    try:
        deliver(claim, now=now)
    except replies.LeaseLost as lost:
        logger.warning("%s", lost)
    except Exception:
        # The lease runs out, and the next worker looks on the platform before it does anything.
        logger.exception("Reply %d: an unexpected error while sending.", claim.reply.pk)


def deliver(claim: replies.Claim, *, now: datetime) -> None:
    reply = claim.reply
    connector = registry.get(reply.channel.connector)
    account = account_of(reply.channel)
    if reply.state == State.SENT:
        _confirm(reply, connector, account, Sent(reply.external_id, reply.url), now)
    elif claim.tried_before and not connector.capabilities.repeats_safely:
        _look(reply, connector, account, now)
    else:
        _send(reply, connector, account, now)


def _send(reply: Reply, connector: Connector, account: Account, now: datetime) -> None:
    findings = tuple(f for f in check(conversation=reply.conversation, text=reply.text) if f.blocks)
    if findings:
        replies.failed(reply, cause=findings[0].message, now=now)
        return
    replies.still_ours(reply, now=now)
    try:
        sent = _asked(reply, now, lambda: connector.send(account, _outbound(reply)))
    except RetryLater as later:
        _try_later(reply, later, now)
    except Refused as refused:
        replies.failed(reply, cause=str(refused), now=now)
    except NeedsReconnect as gone:
        _wait_for_reconnect(reply, reply.channel, str(gone), now)
    except OutcomeUnknown as unknown:
        settled = _LONGEST_ATTEMPT + max(LOOK_AGAIN, timedelta(seconds=connector.capabilities.settle_seconds))
        replies.outcome_unknown(reply, cause=str(unknown), now=now, look_at=now + settled)
    else:
        replies.sent(reply, external_id=sent.external_id, url=sent.url, now=now)
        _confirm(reply, connector, account, sent, now)


def _look(reply: Reply, connector: Connector, account: Account, now: datetime) -> None:
    """An earlier attempt may have reached the platform: ask it before anything is repeated."""
    try:
        found = _asked(reply, now, lambda: connector.find(account, _outbound(reply)))
    except (RetryLater, OutcomeUnknown, Refused) as error:
        replies.look_again(reply, at=now + _patience(reply), cause=str(error))
    except NeedsReconnect as gone:
        _wait_for_reconnect(reply, reply.channel, str(gone), now)
    else:
        if found is None:
            replies.again(reply, at=now, cause="An earlier attempt did not reach the platform.", now=now)
            return
        replies.sent(reply, external_id=found.external_id, url=found.url, now=now)
        _confirm(reply, connector, account, found, now)


def _asked(reply: Reply, now: datetime, ask: Callable[[], T]) -> T:
    """Whatever the platform says, the channel's pace learns from it."""
    try:
        answer = ask()
    except OutcomeUnknown:
        pace.failed(reply.channel_id, now=now, jitter=_jitter())
        raise
    except RetryLater as later:
        if later.seconds is None:
            pace.failed(reply.channel_id, now=now, jitter=_jitter())
        else:
            clients.rest(reply.channel, until=now + timedelta(seconds=later.seconds), why=str(later))
        raise
    except (Refused, NeedsReconnect):
        pace.answered(reply.channel_id, now=now)
        raise
    pace.answered(reply.channel_id, now=now)
    return answer


def _jitter() -> float:
    return random.random()  # noqa: S311 - spreads retries, guards nothing


def _patience(reply: Reply) -> timedelta:
    """Looks grow rarer: from a quarter of a minute to ten minutes."""
    return min(timedelta(minutes=10), LOOK_AGAIN * 2.0 ** min(reply.failures, 10))


def _confirm(reply: Reply, connector: Connector, account: Account, sent: Sent, now: datetime) -> None:
    """Read back. That it cannot be read now does not unsay that it was sent: it is asked again later."""
    try:
        is_there = _asked(reply, now, lambda: connector.confirm(account, sent))
    except (RetryLater, NeedsReconnect, OutcomeUnknown, Refused) as error:
        replies.look_again(reply, at=now + _patience(reply), cause=str(error))
        return
    if is_there:
        replies.confirmed(reply, now=now)
    elif reply.failures < delivery.MAX_FAILURES:
        replies.look_again(reply, at=now + _patience(reply), cause="The platform does not show it yet.")
    else:
        replies.outcome_unknown(
            reply,
            cause="The platform took it and does not show it.",
            now=now,
            look_at=now + timedelta(days=3650),
        )


def _try_later(reply: Reply, later: RetryLater, now: datetime) -> None:
    """A platform that names its time is busy, not broken; only the other kind is given up in the end."""
    if later.seconds is not None:
        replies.again(reply, at=now + timedelta(seconds=later.seconds), cause=str(later), now=now)
        return
    attempt = reply.failures + 1
    if attempt >= delivery.MAX_FAILURES:
        replies.failed(reply, cause=str(later), now=now)
        return
    wait = timedelta(seconds=backoff.seconds(attempt=attempt, jitter=_jitter()))
    replies.again(reply, at=now + wait, cause=str(later), now=now, failed=True)


def _wait_for_reconnect(reply: Reply, channel: Channel, why: str, now: datetime) -> None:
    clients.needs_reconnect(channel, why=why, at=now)
    if reply.state == State.SENDING:
        replies.again(reply, at=now, cause=why, now=now)
    else:
        replies.look_again(reply, at=now, cause=why)


def _outbound(reply: Reply) -> Outbound:
    return Outbound(
        key=reply.key,
        thread_id=reply.conversation.external_id,
        parent_id=reply.in_reply_to.external_id if reply.in_reply_to else "",
        private=reply.conversation.private,
        text=reply.text,
    )
