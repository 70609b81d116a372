"""Django's name for this app."""

from django.apps import AppConfig


class Members(AppConfig):
    name = "parlour.apps.members"
    label = "members"
