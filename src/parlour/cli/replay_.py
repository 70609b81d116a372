"""`parlour replay`: events in quarantine go through again, many at once, as after a release that can read them."""

import argparse
import os
from datetime import UTC, datetime


def main(argv: list[str]) -> int:
    options = _parser().parse_args(argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parlour.config.settings")
    import django  # noqa: PLC0415 - settings must be named first

    django.setup()
    from parlour.apps.inbox import quarantine  # noqa: PLC0415

    events = quarantine.matching(client_slug=options.client, channel=options.channel, cause=options.cause)
    if options.dry_run:
        print(f"{min(events.count(), options.limit)} events would be replayed.")
        return 0
    count = quarantine.replay_many(events, limit=options.limit, now=datetime.now(UTC))
    print(f"{count} events are waiting again; what is filed already is not filed twice.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="parlour replay", description=__doc__)
    parser.add_argument("--client", required=True, help="the client's short name, e.g. kruh")
    parser.add_argument("--channel", default="", help="only this channel, by its name")
    parser.add_argument("--cause", default="", help="only where the reason contains these words")
    parser.add_argument("--limit", type=int, default=10_000, help="at most so many (default: 10000)")
    parser.add_argument("--dry-run", action="store_true", help="say how many, change nothing")
    return parser
