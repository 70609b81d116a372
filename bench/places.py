"""Where to measure: a fresh installation in a temporary folder, on each database there is. The user's own is never touched."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.servers import postgres

SQLITE, POSTGRES = "sqlite", "postgres"


@dataclass(frozen=True, slots=True)
class Place:
    """One fresh installation; `environment` is all that tells a process to use it."""

    database: str
    environment: dict[str, str]

    @property
    def suffix(self) -> str:
        """What is added to the names of figures: SQLite is the default and adds nothing."""
        return "" if self.database == SQLITE else f".{self.database}"

    def ask(self, module: str, **arguments: Any) -> Any:
        """What `bench.inside.<module>.measure(**arguments)` returns in a process of its own there."""
        answer = subprocess.run(
            [sys.executable, "-m", "bench.inside", module, json.dumps(arguments)],
            env=self.environment,
            stdout=subprocess.PIPE,
            check=True,
        )
        return json.loads(answer.stdout)


def databases() -> list[str]:
    """SQLite always, PostgreSQL where it is installed; PARLOUR_BENCH_DATABASES=sqlite spares the other."""
    installed = [SQLITE] if postgres.binaries() is None else [SQLITE, POSTGRES]
    wanted = os.environ.get("PARLOUR_BENCH_DATABASES", "").split(",")
    return [name for name in installed if name in wanted] or installed


@contextlib.contextmanager
def fresh(database: str) -> Iterator[Place]:
    """An empty installation, gone afterwards. PostgreSQL is durable here, as in production."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="parlour-bench-")))
        url = stack.enter_context(postgres.running(durable=True)) if database == POSTGRES else ""
        yield Place(database, _environment(PARLOUR_DATA=str(folder), PARLOUR_DATABASE_URL=url))


def _environment(**settings: str) -> dict[str, str]:
    """Ours without any setting of the user's Parlour, one thread for numpy, and nothing between us and production."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PARLOUR_")}
    checkout = Path(__file__).parent.parent
    return kept | {
        "DJANGO_SETTINGS_MODULE": "parlour.config.settings",
        "OMP_NUM_THREADS": "1",
        "PARLOUR_LOG_LEVEL": "WARNING",
        "PARLOUR_SECRET_KEY": "only-for-the-bench",
        "PYTHONPATH": os.pathsep.join([str(checkout / "src"), str(checkout)]),
        **settings,
    }
