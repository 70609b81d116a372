"""`parlour corrections`: what people corrected at the desk, as JSONL for the next training."""

import argparse
import json
import os
import sys


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="parlour corrections", description=__doc__)
    parser.add_argument("--client", help="the client's short name, e.g. kruh; without it, every client's")
    options = parser.parse_args(argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parlour.config.settings")
    import django  # noqa: PLC0415 - settings must be named first

    django.setup()
    from parlour.apps.clients import queries as clients  # noqa: PLC0415
    from parlour.flows import correct  # noqa: PLC0415

    wanted = clients.ids_by_slug()
    if options.client is not None and options.client not in wanted:
        print(f"parlour corrections: there is no client {options.client!r}.", file=sys.stderr)
        return 2
    for slug, client_id in wanted.items():
        if options.client in (None, slug):
            for line in correct.exported(client_id=client_id):
                print(json.dumps(line, ensure_ascii=False))
    return 0
