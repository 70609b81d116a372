"""What a second worker adds: the same flood of raw events over eight channels, filed by one process and by two."""

import json
import os
import subprocess
import sys
from statistics import median

from bench import places
from bench.report import Figure, figure

EVENTS = 8_000
RUNS = 3


def run(*, events: int = EVENTS, runs: int = RUNS) -> list[Figure]:
    return [one for database in places.databases() for one in _on(database, events, runs)]


def _on(database: str, events: int, runs: int) -> list[Figure]:
    one, two = ([_once(database, events, workers) for _ in range(runs)] for workers in (1, 2))
    suffix = "" if database == places.SQLITE else f".{database}"
    return [
        figure(
            f"workers.two_messages_per_s{suffix}",
            median(two),
            f"messages/s on {os.cpu_count()} cores",
            reference="one worker",
            reference_value=median(one),
        )
    ]


def _once(database: str, events: int, workers: int) -> float:
    """Messages a second, from the first claim of any worker to the last thing filed."""
    with places.fresh(database) as place:
        place.ask("flood", events=events)
        processes = [
            subprocess.Popen(
                [sys.executable, "-m", "bench.inside", "drain", "{}"],
                env=place.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            for _ in range(workers)
        ]
        for process in processes:
            assert process.stdout
            process.stdout.readline()  # ready: started, model loaded
        for process in processes:
            assert process.stdin
            process.stdin.write("go\n")
            process.stdin.flush()
        told = [json.loads(process.communicate()[0]) for process in processes]
    return events / (max(one["ended"] for one in told) - min(one["began"] for one in told))
