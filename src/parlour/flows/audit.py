"""The certificate: its figures, what is to be read again, and what the reader says."""

from datetime import datetime
from typing import Any

from parlour.apps.accounts.models import User
from parlour.apps.clients import queries as clients
from parlour.apps.clients.models import Client
from parlour.apps.moderation import audit, certificate, evidence
from parlour.apps.moderation.certificate import Certificate, Month
from parlour.apps.moderation.models import Act
from parlour.core.roles import Act as Right


class NotInSample(Exception):
    """Only what was drawn is read again: a sample that somebody chose proves nothing."""


def certificate_of(*, client: Client, month: Month, user: User, now: datetime) -> Certificate:
    clients.require(user, client_id=client.pk, act=Right.READ)
    return certificate.of(client, month, now=now)


def next_to_read(
    *, client: Client, month: Month, user: User, now: datetime
) -> tuple[Act, dict[str, Any]] | None:
    """The next act of the sample with its evidence; None when all are read."""
    clients.require(user, client_id=client.pk, act=Right.CORRECT)
    act = certificate.of(client, month, now=now).next_to_read
    return (act, evidence.unseal(bytes(act.evidence))) if act else None


def read(
    *,
    client: Client,
    month: Month,
    act_id: int,
    user: User,
    insult: bool,
    complaint: bool,
    now: datetime,
) -> None:
    """What the reader says of one of the sample. Reading it once more replaces what was said; the log keeps both."""
    clients.require(user, client_id=client.pk, act=Right.CORRECT)
    drawn = {act.pk: act for act in certificate.of(client, month, now=now).sample}
    if act_id not in drawn:
        raise NotInSample
    audit.store(drawn[act_id], reader=user, insult=insult, complaint=complaint, now=now)
