"""The `parlour` command: one module a subcommand, imported only when it is called.

Commands that need no database (judge, check, watch) never load Django, so they start in a blink.
"""

import importlib
import sys
from typing import TextIO

COMMANDS = {
    "serve": "Start Parlour: web, worker and scheduler.",
    "import": "Take in messages from a CSV or JSONL file.",
    "judge": "Judge messages: JSONL in, JSONL out.",
    "check": "Check drafts before they leave: JSONL in, JSONL out.",
    "corrections": "Write down what people corrected: JSONL out.",
    "watch": "Watch streams of events for a surge: JSONL in, alarms out.",
    "replay": "Send events that were set apart through again.",
    "load": "Send a running installation a storm, and say what became of it.",
    "manage": "Anything Django's manage.py does (migrate, createsuperuser, shell).",
}


def main(argv: list[str] | None = None) -> int:
    arguments = sys.argv[1:] if argv is None else argv
    name = arguments[0] if arguments else "--help"
    if name in {"-h", "--help", "help"}:
        _print_usage(sys.stdout)
        return 0
    if name not in COMMANDS:
        print(f"parlour: there is no command {name!r}.", file=sys.stderr)
        _print_usage(sys.stderr)
        return 2
    module = importlib.import_module(f"parlour.cli.{name}_")
    result: int = module.main(arguments[1:])
    return result


def _print_usage(stream: TextIO) -> None:
    width = max(map(len, COMMANDS))
    print("usage: parlour COMMAND [OPTIONS]\n", file=stream)
    for name, purpose in COMMANDS.items():
        print(f"  {name:<{width}}  {purpose}", file=stream)
    print("\n`parlour COMMAND --help` tells more.", file=stream)
