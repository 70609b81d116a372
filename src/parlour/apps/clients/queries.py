"""The doors to clients and channels. What a person may see is what their memberships say; else it is not there."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q, QuerySet

from parlour.apps.accounts.models import User
from parlour.apps.clients.models import Agreement, Channel, Client, Role
from parlour.core import roles
from parlour.core.roles import Act, NotAllowed


class NotThere(Exception):
    """There is no such object for this person, whether or not it exists for somebody else."""


def clients_for(user: User) -> QuerySet[Client]:
    return Client.objects.filter(memberships__user=user).order_by("name", "id")


def client_for(user: User, client_id: int) -> Client:
    client = clients_for(user).filter(pk=client_id).first()
    if client is None:
        raise NotThere
    return client


def client_ids_for(user: User) -> list[int]:
    return list(user.memberships.order_by("client_id").values_list("client_id", flat=True))


def roles_for(user: User) -> dict[int, Role]:
    """What this person is, by client id."""
    return {
        client_id: Role(role)
        for client_id, role in user.memberships.order_by("client_id").values_list("client_id", "role")
    }


def clients_with(user: User, act: Act) -> list[Client]:
    """The person's clients for whom their role includes the act."""
    acting = {pk for pk, role in roles_for(user).items() if roles.may(roles.Role(role), act)}
    return [client for client in clients_for(user) if client.pk in acting]


def channels_for(user: User) -> QuerySet[Channel]:
    return (
        Channel.objects.filter(client__memberships__user=user)
        .select_related("client")
        .order_by("client__name", "name", "id")
    )


def channel_for(user: User, channel_id: int) -> Channel:
    channel = channels_for(user).filter(pk=channel_id).first()
    if channel is None:
        raise NotThere
    return channel


def channel_by_account(*, connector: str, external_id: str) -> Channel | None:
    """The channel a delivery from outside is meant for."""
    return (
        Channel.objects.select_related("client").filter(connector=connector, external_id=external_id).first()
    )


def channels_by_id(ids: Sequence[int]) -> dict[int, Channel]:
    return {channel.pk: channel for channel in Channel.objects.select_related("client").filter(pk__in=ids)}


def require(user: User, *, client_id: int, act: Act) -> None:
    """Pass when the user's role for the client includes the act; NotThere for a stranger, NotAllowed for a colleague."""
    role = user.memberships.filter(client_id=client_id).values_list("role", flat=True).first()
    if role is None:
        raise NotThere
    if not roles.may(roles.Role(role), act):
        raise NotAllowed(f"As {Role(role).label} for this client you may not {act.value}.")


def any_client() -> bool:
    return Client.objects.exists()


def slugs() -> list[str]:
    return list(Client.objects.order_by("slug").values_list("slug", flat=True))


def ids_by_slug() -> dict[str, int]:
    return dict(Client.objects.order_by("slug").values_list("slug", "id"))


def channels_of(*, client_slug: str) -> list[Channel]:
    """For the command line, where whoever has the shell has everything."""
    return list(
        Channel.objects.select_related("client").filter(client__slug=client_slug).order_by("name", "id")
    )


def agreements_of(client: Client, *, kind: Agreement.Kind) -> list[Agreement]:
    """Every version, the newest first."""
    return list(
        Agreement.objects.filter(client=client, kind=kind).select_related("recorded_by").order_by("-version")
    )


def agreement_in_force(*, client_id: int, kind: Agreement.Kind, now: datetime) -> Agreement | None:
    """The one that is signed and has not run out."""
    holds = Q(ends_at__isnull=True) | Q(ends_at__gt=now)
    return Agreement.objects.filter(
        holds, client_id=client_id, kind=kind, status=Agreement.Status.SIGNED, signed_at__lte=now
    ).first()
