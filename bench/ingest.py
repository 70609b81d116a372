"""How fast raw events become committed, judged, threaded rows, beside the raw insert of the same rows."""

from statistics import median

from bench import places
from bench.report import Figure, figure

MESSAGES = 10_000
RUNS = 3
_REFERENCE = "raw insert of the same rows"


def run(*, messages: int = MESSAGES, runs: int = RUNS) -> list[Figure]:
    return [one for database in places.databases() for one in _on(database, messages, runs)]


def _on(database: str, messages: int, runs: int) -> list[Figure]:
    judged = [_once(database, messages, judged=True) for _ in range(runs)]
    unjudged = [_once(database, messages, judged=False) for _ in range(runs)]
    insert = median(one["messages"] / one["insert_seconds"] for one in judged)
    per_second = median(one["messages"] / one["seconds"] for one in judged)
    without = median(one["messages"] / one["seconds"] for one in unjudged)
    cpu = median(1000 * one["cpu_seconds"] / one["messages"] for one in judged)
    insert_cpu = median(1000 * one["insert_cpu_seconds"] / one["messages"] for one in judged)
    rows = median(one["rows"] / one["messages"] for one in judged)
    suffix = "" if database == places.SQLITE else f".{database}"
    return [
        figure(
            f"ingest.messages_per_s{suffix}",
            per_second,
            "messages/s",
            reference=_REFERENCE,
            reference_value=insert,
        ),
        figure(
            f"ingest.unjudged_messages_per_s{suffix}",
            without,
            "messages/s",
            reference=_REFERENCE,
            reference_value=insert,
        ),
        figure(
            f"ingest.cpu_ms_per_message{suffix}", cpu, "ms", reference=_REFERENCE, reference_value=insert_cpu
        ),
        figure(
            f"ingest.queries_per_batch{suffix}",
            judged[0]["queries"],
            "queries",
            reference="events in the batch",
            reference_value=200,
        ),
        figure(f"ingest.rows_per_message{suffix}", rows, "rows", reference="message", reference_value=1),
    ]


def _once(database: str, messages: int, *, judged: bool) -> dict[str, float]:
    with places.fresh(database) as place:
        measured: dict[str, float] = place.ask("ingest", messages=messages, judged=judged)
        return measured
