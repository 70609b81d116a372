"""Rows as the database sees them: read whole tables, empty them, put rows in by plain batched SQL."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.models import Model

BATCH = 500


@dataclass(frozen=True, slots=True)
class Rows:
    table: str
    columns: tuple[str, ...]
    values: Sequence[tuple[Any, ...]]


def read(model: type[Model]) -> Rows:
    """Every row of the model's table, in the order it was written."""
    columns = tuple(field.column for field in model._meta.concrete_fields if field.column)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_names(columns)} FROM {model._meta.db_table} ORDER BY id")
        return Rows(model._meta.db_table, columns, cursor.fetchall())


def empty(*models: type[Model]) -> None:
    """Every row gone, children first; foreign keys are the caller's order."""
    with transaction.atomic(), connection.cursor() as cursor:
        for model in models:
            cursor.execute(f"DELETE FROM {model._meta.db_table}")


def insert(rows: Rows) -> None:
    """`executemany` of BATCH rows a transaction: what a database does at best with rows that come in batches."""
    statement = (
        f"INSERT INTO {rows.table} ({_names(rows.columns)}) VALUES ({', '.join(['%s'] * len(rows.columns))})"
    )
    for batch in _batches(rows.values):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(statement, batch)


def _batches(values: Sequence[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    remaining = iter(values)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def _names(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
