"""SQLite by default, PostgreSQL by PARLOUR_DATABASE_URL; measured settings, see docs/adr/0004."""

from typing import Any

import dj_database_url

from parlour.config.environment import Environment

# A lock wait in SQLite is a sleeping back-off: twenty seconds is far past any wait seen under full load.
_SQLITE = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; PRAGMA busy_timeout=20000; PRAGMA cache_size=-16000; "
    "PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864; "
)


def databases(env: Environment) -> dict[str, dict[str, Any]]:
    """`default` for everything; on SQLite also `door`, for what must be on the disk before a platform is told 200."""
    if env.database_url:
        return _postgres(env.database_url)
    return {"default": _sqlite(env, "NORMAL"), "door": _sqlite(env, "FULL")}


def _sqlite(env: Environment, synchronous: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(env.data.absolute() / "parlour.sqlite3"),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": _SQLITE.format(synchronous=synchronous),
        },
    }


def _postgres(url: str) -> dict[str, dict[str, Any]]:
    try:
        parsed: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=None, conn_health_checks=True))
    except (ValueError, dj_database_url.ParseError, dj_database_url.UnknownSchemeError):
        parsed = {"ENGINE": ""}
    if parsed["ENGINE"] != "django.db.backends.postgresql":
        raise SystemExit(
            "parlour: PARLOUR_DATABASE_URL must begin with postgres:// (or be empty for SQLite)."
        )
    return {"default": parsed}
