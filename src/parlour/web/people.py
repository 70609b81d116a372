"""The signed-in person of a request."""

from django.http import HttpRequest

from parlour.apps.accounts.models import User


class NotSignedIn(Exception):
    """A view that needs a person was reached without one; the login middleware should have stopped it."""


def user_of(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise NotSignedIn(request.path)
    return request.user
