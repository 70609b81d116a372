"""`make bench`: measure every subject, or those named; print one table and write bench/out/bench.jsonl."""

import importlib
import os
import pkgutil
import sys
from pathlib import Path

# Before anything loads numpy: one thread, here and in every process that is started.
os.environ["OMP_NUM_THREADS"] = "1"

import bench
from bench import report

OUT = Path(__file__).parent / "out" / "bench.jsonl"
# Plumbing of this folder; importing `__main__` would be running it.
_NOT_SUBJECTS = {"__main__", "report", "places", "browser", "server", "inside"}


def subjects() -> list[str]:
    """The names of the modules that measure something, in order of the alphabet."""
    names = (module.name for module in pkgutil.iter_modules(bench.__path__))
    return sorted(name for name in names if name not in _NOT_SUBJECTS)


def main(only: list[str]) -> int:
    unknown = set(only) - set(subjects())
    if unknown:
        print(
            f"bench: no subject {', '.join(sorted(unknown))}; there are {', '.join(subjects())}.",
            file=sys.stderr,
        )
        return 2
    figures: list[report.Figure] = []
    for name in only or subjects():
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        figures += report.checked(importlib.import_module(f"bench.{name}").run())
    report.show(figures)
    report.write(figures, OUT)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
