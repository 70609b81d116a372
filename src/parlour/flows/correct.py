"""People correct verdicts, and a small correction is learnt from that each night; only a person switches it on."""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from parlour.apps.accounts.models import User
from parlour.apps.clients import queries as clients
from parlour.apps.clients.models import Client
from parlour.apps.inbox import corrections as inbox
from parlour.apps.inbox.models import Message, Verdict
from parlour.apps.moderation import fits
from parlour.apps.moderation.models import Fit
from parlour.core.judgement import Kind
from parlour.core.judgement import corrections as learning
from parlour.core.roles import Act as Right

logger = logging.getLogger(__name__)

A_NIGHT = timedelta(hours=20)


def correct(*, message: Message, kind: Kind, user: User, now: datetime) -> Verdict:
    """This person says what the message is; the machine's verdict stays beside it."""
    clients.require(user, client_id=message.client_id, act=Right.CORRECT)
    return inbox.correct(message, kind=kind.value, user=user, now=now)


def exported(*, client_id: int) -> Iterator[dict[str, Any]]:
    """What people corrected, a line each, in the form that the training reads."""
    for one in fits.corrected(client_id=client_id):
        yield {
            "id": one.message.external_id,
            "client": one.message.client.slug,
            "text": one.message.text,
            "lang": one.machine.language,
            "label": one.person.kind,
            "was": one.machine.kind,
            "scores": one.machine.scores,
            "model": one.machine.maker,
            "by": one.person.maker,
            "at": one.person.made_at.isoformat(),
        }


def learn_due(*, now: datetime) -> int:
    """The nightly job; returns how many clients have a new fit. Run twice a night it does nothing the second time."""
    return sum(learn(client=client, now=now) is not None for client in fits.due(before=now - A_NIGHT))


def learn(*, client: Client, now: datetime) -> Fit | None:
    """None while there are too few corrections, or none since the last fit."""
    known = list(fits.corrected(client_id=client.pk))
    last = fits.newest(client_id=client.pk)
    if last and last.corrections == len(known):
        return None
    version = f"{client.slug[:20]} {now:%Y-%m-%d %H:%M}"
    try:
        learnt = learning.fit([_as_learnt(one) for one in known], seed=client.pk, version=version)
    except learning.TooFewCorrections as few:
        logger.info("Client %d: %s", client.pk, few)
        return None
    return fits.store(client, learnt=learnt, corrections=len(known), now=now)


def _as_learnt(one: fits.Corrected) -> learning.Corrected:
    scores = {kind: float(one.machine.scores.get(kind, 0.0)) for kind in Kind}
    return learning.Corrected(scores=scores, kinds=frozenset({Kind(one.person.kind)}))


def switch(*, fit: Fit, on: bool, user: User, now: datetime) -> None:
    clients.require(user, client_id=fit.client_id, act=Right.CONFIGURE)
    fits.switch(fit, on=on, user=user, now=now)
