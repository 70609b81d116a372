"""The cast that every test shares: an agency, two clients, people who work there, channels, and no network."""

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

os.environ.setdefault("PARLOUR_DATA", tempfile.mkdtemp(prefix="parlour-test-"))
os.environ.setdefault("PARLOUR_SECRET_KEY", "only-for-tests")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parlour.config.settings")

import pytest

from parlour.apps.accounts.models import User
from parlour.apps.clients import actions as clients
from parlour.apps.clients.models import Channel, Client, Role


def pytest_configure() -> None:
    """A test's transaction lives on one connection: the door must use it too."""
    from django.conf import settings

    settings.DATABASES.pop("door", None)
    settings.DOOR_DATABASE = "default"
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher"
    ]  # slow on purpose is no use here


NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
PASSWORD = "correct horse battery"


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    """Limits and addresses are kept in memory: each test starts afresh."""
    from parlour.flows.addresses import addresses
    from parlour.web import flood

    yield
    addresses.forget()
    for limiter in (flood.SIGN_IN, flood.VISITOR, flood.ADDRESS, flood.NEW_VISITOR):
        limiter.forget()


@pytest.fixture
def bakery(db: None) -> Client:
    return clients.create_client(
        name="Kruh & Co.", slug="kruh", now=NOW, time_zone="Europe/Zagreb", country="HR"
    )


@pytest.fixture
def tram(db: None) -> Client:
    return clients.create_client(name="Gradska Linija", slug="linija", now=NOW)


@pytest.fixture
def person(db: None) -> Callable[..., User]:
    """`person("maja", bakery)` works for these clients as a community manager, or as the role given."""

    def hire(name: str, *employers: Client, role: Role = Role.COMMUNITY_MANAGER) -> User:
        user = User.objects.create_user(email=f"{name}@agency.example", password=PASSWORD, name=name.title())
        for client in employers:
            clients.add_member_of_staff(client=client, user=user, role=role, now=NOW)
        return user

    return hire


@pytest.fixture
def maja(person: Callable[..., User], bakery: Client) -> User:
    """Works for the bakery."""
    return person("maja", bakery)


@pytest.fixture
def stranger(person: Callable[..., User], tram: Client) -> User:
    """Works for another client of the same agency."""
    return person("stranger", tram)


@pytest.fixture
def website(bakery: Client) -> Channel:
    return clients.connect_website(
        client=bakery, name="Website", origins=("https://bakery.example",), now=NOW, key="bakery-site"
    )
