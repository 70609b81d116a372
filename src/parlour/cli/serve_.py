"""`parlour serve`: set up what is missing, then run web and workers as one group that stops together."""

import argparse
import os
import sys


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="parlour serve", description=__doc__)
    parser.add_argument(
        "part",
        nargs="?",
        choices=("all", "web", "worker"),
        default="all",
        help="what to run here (default: all)",
    )
    parser.add_argument(
        "--demo", action="store_true", help="create the demo agency if there is no client yet"
    )
    options = parser.parse_args(argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parlour.config.settings")
    # Forking shares what is loaded: loaded once, the children start at once and share memory.
    from parlour.config import processes  # noqa: PLC0415 - needs the settings' name first

    try:
        return processes.serve(part=options.part, demo=options.demo)
    except processes.PortTaken as taken:
        print(f"parlour: {taken}", file=sys.stderr)
        return 1
