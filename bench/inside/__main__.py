"""Set the installation up, call one module's `measure`, print what it returns as JSON."""

import importlib
import json
import sys

import django
from django.core.management import call_command


def main(module: str, arguments: str) -> None:
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    answer = importlib.import_module(f"bench.inside.{module}").measure(**json.loads(arguments))
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
