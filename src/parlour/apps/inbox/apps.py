"""Django's name for this app."""

from django.apps import AppConfig


class Inbox(AppConfig):
    name = "parlour.apps.inbox"
    label = "inbox"
