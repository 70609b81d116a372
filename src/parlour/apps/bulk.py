"""Many rows of one table at once, by one statement that is prepared once.

Django's bulk_create prepares every value by itself and writes a long statement anew for every few rows: several times
the work of the database that stores them. Here each table is looked at once. What the objects hold is what is stored:
no `save()`, no signals, no defaults of the database.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache, partial
from operator import itemgetter
from typing import Any

from django.db import connection, models
from django.db.transaction import TransactionManagementError

_AS_IT_IS = (models.CharField, models.TextField, models.IntegerField, models.BooleanField)


class NotInTransaction(TransactionManagementError):
    """Rows are numbered inside the transaction that stores them: SQLite gives numbers only under its write lock."""


def number(rows: Collection[models.Model]) -> None:
    """Give these new rows their ids before they are stored, so that others can point at them."""
    if not rows:
        return
    if not connection.in_atomic_block:
        raise NotInTransaction
    ids = _free_ids(type(next(iter(rows)))._meta.db_table, len(rows))
    for row, pk in zip(rows, ids, strict=True):
        row.pk = pk


def insert(rows: Sequence[models.Model], *, ignore_conflicts: bool = False) -> None:
    """Store these new rows, all of one table and all numbered or none."""
    if not rows:
        return
    columns = _columns(type(rows[0]), numbered=rows[0].pk is not None)
    values = [columns.values(row) for row in rows]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql" and not ignore_conflicts:
            # Django does not know COPY, so its wrapping of errors is asked for here.
            statement = f"COPY {columns.table} ({columns.names}) FROM STDIN"
            with connection.wrap_database_errors, cursor.copy(statement) as copy:
                for row in values:
                    copy.write_row(row)
            return
        statement = f"INSERT INTO {columns.table} ({columns.names}) VALUES ({columns.places})"
        cursor.executemany(statement + " ON CONFLICT DO NOTHING" * ignore_conflicts, values)


def update(rows: Collection[models.Model], fields: tuple[str, ...]) -> None:
    """Store these fields of rows that are there; a foreign key is named by its id, `member_id`."""
    if not rows:
        return
    columns = _columns(type(next(iter(rows))), only=(*fields, "id"))
    *names, key = columns.fields
    changes = ", ".join(f'"{field.column}" = %s' for field in names)
    with connection.cursor() as cursor:
        cursor.executemany(
            f'UPDATE {columns.table} SET {changes} WHERE "{key.column}" = %s',
            [columns.values(row) for row in rows],
        )


@dataclass(frozen=True, slots=True)
class _Columns:
    """How rows of one table are written down: the columns, and what turns an object's fields into their values."""

    table: str
    fields: tuple[Any, ...]
    pick: Callable[[dict[str, Any]], tuple[Any, ...]]
    convert: tuple[tuple[int, Callable[[Any], Any]], ...]

    @property
    def names(self) -> str:
        return ", ".join(f'"{field.column}"' for field in self.fields)

    @property
    def places(self) -> str:
        return ", ".join(["%s"] * len(self.fields))

    def values(self, row: models.Model) -> list[Any]:
        values = list(self.pick(row.__dict__))
        for at, convert in self.convert:
            values[at] = convert(values[at])
        return values


@cache
def _columns(
    model: type[models.Model], *, numbered: bool = True, only: tuple[str, ...] | None = None
) -> _Columns:
    by_name = {
        field.attname: field
        for field in model._meta.concrete_fields
        if numbered or not isinstance(field, models.AutoField)
    }
    fields = tuple(by_name[name] for name in only or by_name)
    return _Columns(
        table=f'"{model._meta.db_table}"',
        fields=fields,
        pick=itemgetter(*(field.attname for field in fields)),
        convert=tuple(
            (at, convert) for at, field in enumerate(fields) if (convert := _converter(field)) is not None
        ),
    )


def _converter(field: Any) -> Callable[[Any], Any] | None:
    """What the database's driver needs done to a value of this field; None: nothing."""
    if isinstance(field, models.ForeignKey):
        return _converter(field.target_field)
    if isinstance(field, models.DateTimeField):
        return _datetime
    if isinstance(field, _AS_IT_IS):
        return None
    return partial(field.get_db_prep_save, connection=connection)


@lru_cache(4096)
def _datetime(value: datetime | None) -> Any:
    """The same few moments stand in many columns of a batch."""
    return None if value is None else connection.ops.adapt_datetimefield_value(value)


def _free_ids(table: str, count: int) -> Sequence[int]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count]
            )
            return [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or (0,))[0]
        return range(last + 1, last + count + 1)
