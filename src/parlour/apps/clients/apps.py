"""Django's name for this app."""

from django.apps import AppConfig


class Clients(AppConfig):
    name = "parlour.apps.clients"
    label = "clients"
