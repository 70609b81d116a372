"""Django's name for this app."""

from django.apps import AppConfig


class Accounts(AppConfig):
    name = "parlour.apps.accounts"
    label = "accounts"
