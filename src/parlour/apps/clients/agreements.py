"""Agreements with a client: written as a draft, sent, signed, superseded by the next version or lapsed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from parlour.apps.accounts import actions as log
from parlour.apps.accounts.models import User
from parlour.apps.clients.models import Agreement, Client
from parlour.core import agreements
from parlour.core.agreements import Status


class NobodySigned(ValueError):
    """An agreement needs the name of the client's person who signs it."""


class WrongDate(ValueError):
    """An agreement cannot be signed in the future, nor end before it begins."""


def write(
    *, client: Client, kind: Agreement.Kind, content: Sequence[dict[str, Any]], user: User, now: datetime
) -> Agreement:
    """The client's draft of this kind with this content; a new version when there is none. IllegalMove once it is sent."""
    with transaction.atomic():
        _hold(client)
        draft = Agreement.objects.filter(client=client, kind=kind, status__in=["draft", "sent"]).first()
        if draft is None:
            versions = Agreement.objects.filter(client=client, kind=kind)
            newest = versions.aggregate(newest=Max("version"))["newest"] or 0
            draft = Agreement(client=client, kind=kind, version=newest + 1, created_at=now)
        if draft.status != Status.DRAFT:
            raise agreements.IllegalMove(
                "The client is reading this agreement; take it back before changing it."
            )
        draft.content = list(content)
        draft.save()
        _log(draft, "written", user, now)
    return draft


def send(agreement: Agreement, *, user: User, now: datetime) -> None:
    """From here on the text is the client's to read: it does not change any more."""
    with transaction.atomic():
        _move(agreement, to=Status.SENT, sent_at=now)
        _log(agreement, "sent", user, now)


def take_back(agreement: Agreement, *, user: User, now: datetime) -> None:
    with transaction.atomic():
        _move(agreement, to=Status.DRAFT, sent_at=None)
        _log(agreement, "taken back", user, now)


def sign(
    agreement: Agreement,
    *,
    signed_by: str,
    signed_at: datetime,
    user: User | None,
    now: datetime,
    ends_at: datetime | None = None,
) -> None:
    """In force from now; the version before it is superseded. `user` recorded it; None: the client signed by themselves."""
    if not signed_by.strip():
        raise NobodySigned("Who signed for the client?")
    if signed_at > now or (ends_at and ends_at <= now):
        raise WrongDate("It cannot be signed in the future, nor end before it begins.")
    with transaction.atomic():
        _hold(agreement.client)
        before = Agreement.objects.filter(
            client_id=agreement.client_id, kind=agreement.kind, status=Status.SIGNED
        )
        for old in before:
            _move(old, to=Status.SUPERSEDED, ended_at=now)
            _log(old, "superseded", user, now)
        _move(
            agreement, to=Status.SIGNED, signed_at=signed_at, signed_by=signed_by.strip()[:120],
            recorded_by=user, ends_at=ends_at,
        )  # fmt: skip
        _log(agreement, "signed", user, now)


def end(agreement: Agreement, *, user: User | None, now: datetime) -> None:
    """It holds no longer, and nothing takes its place."""
    with transaction.atomic():
        _move(agreement, to=Status.LAPSED, ended_at=now)
        _log(agreement, "lapsed", user, now)


def lapse(*, now: datetime) -> int:
    """Write down which agreements have run out. They are out of force from their date on, written down or not."""
    over = list(Agreement.objects.filter(status=Status.SIGNED, ends_at__lte=now).order_by("id"))
    for agreement in over:
        end(agreement, user=None, now=now)
    return len(over)


def _hold(client: Client) -> None:
    """One at a time writes a client's agreements."""
    Client.objects.select_for_update().get(pk=client.pk)


def _move(agreement: Agreement, *, to: Status, **changes: object) -> None:
    held = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    agreements.move(current=Status(held.status), to=to)
    for name, value in {"status": to.value, **changes}.items():
        setattr(agreement, name, value)
    agreement.save(update_fields=["status", *changes])


def _log(agreement: Agreement, verb: str, user: User | None, now: datetime) -> None:
    log.log(
        at=now,
        verb=f"agreement {verb}",
        object_kind="agreement",
        object_id=agreement.pk,
        client_id=agreement.client_id,
        user=user,
        detail={"kind": agreement.kind, "version": agreement.version},
    )
