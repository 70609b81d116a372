"""`make test`: every check and every test, on SQLite and then on PostgreSQL. Arguments go on to pytest."""

import os
import subprocess
import sys
import time

from tests.servers import postgres

CHECKS = (
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "."],
    ["lint-imports", "--no-cache"],
    ["mypy"],
)
BIN = os.path.dirname(sys.executable)


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--chaos"]:
        # One after another: what is measured here is patience, and two storms at once would eat each other's.
        long = ["-n", "0", "tests/chaos", "tests/flows/test_interleavings.py", *arguments[1:]]
        return _pytest(long, on="SQLite") or _on_postgres(long)
    if arguments:
        return _pytest(arguments, on="SQLite")
    for check in CHECKS:
        if _run(check):
            return 1
    status = _pytest([], on="SQLite")
    return status or _on_postgres(["-m", "not browser"])


def _on_postgres(arguments: list[str]) -> int:
    if postgres.binaries() is None:
        required = "postgres" in os.environ.get("PARLOUR_TEST_REQUIRE", "").split(",")
        print(
            f"{'FAILED' if required else 'Skipped'} the tests on PostgreSQL: {postgres.MISSING}", flush=True
        )
        return int(required)
    with postgres.running() as url:
        # One after the other: installations that are started for tests share this database.
        return _pytest(["-n", "1", *arguments], on="PostgreSQL", PARLOUR_DATABASE_URL=url)


def _pytest(arguments: list[str], *, on: str, **environment: str) -> int:
    print(f"\n=== Tests on {on} ===", flush=True)
    # The storms are the long form: they run by `make chaos` only, and would be skips here.
    storms = [] if "PARLOUR_STORMS" in os.environ else ["--ignore=tests/chaos/test_storms.py"]
    return _run(["pytest", "-n", "2", "--dist", "loadgroup", *storms, *arguments], **environment)


def _run(command: list[str], **environment: str) -> int:
    print("$", " ".join(command), flush=True)
    started = time.monotonic()
    status = subprocess.run(
        [f"{BIN}/{command[0]}", *command[1:]], env=os.environ | environment, check=False
    ).returncode
    print(f"  {time.monotonic() - started:.0f} s", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
