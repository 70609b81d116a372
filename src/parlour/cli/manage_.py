"""`parlour manage`: Django's own commands with Parlour's settings."""

import os


def main(argv: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parlour.config.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - settings must be named first

    execute_from_command_line(["parlour manage", *argv])
    return 0
