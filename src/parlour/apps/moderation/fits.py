"""What was learnt from a client's corrections, and whether a person has switched it on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Prefetch

from parlour.apps.accounts import actions as log
from parlour.apps.accounts.models import User
from parlour.apps.clients.models import Client
from parlour.apps.clients.queries import NotThere
from parlour.apps.inbox.models import Message, Verdict
from parlour.apps.moderation.models import Fit
from parlour.core.judgement import Correction, Kind
from parlour.core.judgement import corrections as learning


@dataclass(frozen=True, slots=True)
class Corrected:
    """A message that a person gave a kind: the machine's verdict on the same text, and theirs."""

    message: Message
    machine: Verdict
    person: Verdict


def corrected(*, client_id: int) -> Iterator[Corrected]:
    """Every message somebody corrected, by its newest correction, oldest first."""
    verdicts = Prefetch(
        "verdicts",
        queryset=Verdict.objects.filter(client_id=client_id).select_related("user").order_by("id"),
        to_attr="verdicts_oldest_first",
    )
    ids = (
        Verdict.objects.filter(client_id=client_id, user__isnull=False)
        .order_by("message_id")
        .values_list("message_id", flat=True)
        .distinct()
    )
    messages = Message.objects.filter(client_id=client_id, pk__in=ids, deleted_at__isnull=True)
    for message in messages.select_related("client").prefetch_related(verdicts).order_by("id").iterator(1000):
        found: list[Verdict] = message.verdicts_oldest_first
        person = next(verdict for verdict in reversed(found) if verdict.user_id is not None)
        machine = next((v for v in reversed(found) if v.user_id is None and v.pk < person.pk), None)
        if machine:
            yield Corrected(message, machine, person)


def due(*, before: datetime) -> list[Client]:
    """Clients with corrections since their last fit, which must be older than this."""
    fitted = dict(Fit.objects.filter(fitted_at__gte=before).values_list("client_id", "fitted_at"))
    clients = (
        Verdict.objects.filter(user__isnull=False)
        .exclude(client_id__in=fitted)
        .order_by("client_id")
        .values_list("client_id", flat=True)
        .distinct()
    )
    return list(Client.objects.filter(pk__in=clients).order_by("id"))


def newest(*, client_id: int) -> Fit | None:
    return Fit.objects.filter(client_id=client_id).select_related("switched_by").order_by("-id").first()


def store(client: Client, *, learnt: learning.Fit, corrections: int, now: datetime) -> Fit:
    """Kept with its figures, switched off."""
    with transaction.atomic():
        fit = Fit.objects.create(
            client=client,
            version=learnt.correction.version,
            fitted_at=now,
            corrections=corrections,
            offsets={kind.value: offset for kind, offset in learnt.correction.offsets.items()},
            learnt_from=learnt.learnt_from,
            held_back=learnt.held_back,
            before=learnt.before,
            after=learnt.after,
            missed_before=learnt.complaints_missed_before,
            missed_after=learnt.complaints_missed_after,
        )
        _log(fit, "fitted", None, now)
    return fit


def fit_for(user: User, fit_id: int) -> Fit:
    fit = Fit.objects.filter(pk=fit_id, client__memberships__user=user).first()
    if fit is None:
        raise NotThere
    return fit


def switch(fit: Fit, *, on: bool, user: User, now: datetime) -> None:
    """One fit a client is on, or none."""
    with transaction.atomic():
        Client.objects.select_for_update().get(pk=fit.client_id)
        Fit.objects.filter(client_id=fit.client_id, on_since__isnull=False).update(on_since=None)
        fit.on_since, fit.switched_by = (now if on else None), user
        fit.save(update_fields=["on_since", "switched_by"])
        _log(fit, "switched on" if on else "switched off", user, now)


def in_use() -> Mapping[int, Correction]:
    """By client id: what a person has switched on."""
    return {
        fit.client_id: Correction(
            version=fit.version, offsets={Kind(kind): offset for kind, offset in fit.offsets.items()}
        )
        for fit in Fit.objects.filter(on_since__isnull=False)
    }


def _log(fit: Fit, verb: str, user: User | None, now: datetime) -> None:
    log.log(
        at=now, verb=f"correction {verb}", object_kind="fit", object_id=fit.pk, client_id=fit.client_id, user=user
    )  # fmt: skip
