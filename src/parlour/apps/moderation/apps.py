"""Django's name for this app."""

from django.apps import AppConfig


class Moderation(AppConfig):
    name = "parlour.apps.moderation"
    label = "moderation"
