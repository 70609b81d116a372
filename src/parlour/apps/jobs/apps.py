"""Django's name for this app."""

from django.apps import AppConfig


class Jobs(AppConfig):
    name = "parlour.apps.jobs"
    label = "jobs"
