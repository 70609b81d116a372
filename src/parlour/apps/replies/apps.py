"""Django's name for this app."""

from django.apps import AppConfig


class Replies(AppConfig):
    name = "parlour.apps.replies"
    label = "replies"
