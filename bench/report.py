"""A figure beside its reference: made, checked, printed and kept."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

Figure = dict[str, Any]
_NEEDED = {"name", "value", "unit"}
_ALL = _NEEDED | {"reference", "ratio"}


class Malformed(Exception):
    """A module gave a figure that the table and its readers would not understand."""


def figure(name: str, value: float, unit: str, *, reference: str, reference_value: float) -> Figure:
    """One figure; `ratio` is the value over that of the reference."""
    return {
        "name": name,
        "value": _rounded(value),
        "unit": unit,
        "reference": {"name": reference, "value": _rounded(reference_value)},
        "ratio": _rounded(value / reference_value) if reference_value else None,
    }


def checked(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, each with all keys; a figure that nothing can be measured beside has neither reference nor ratio."""
    for one in figures:
        reference = one.get("reference")
        if not _NEEDED <= set(one) <= _ALL or (reference and set(reference) != {"name", "value"}):
            raise Malformed(
                f"A figure is {sorted(_NEEDED)}, perhaps with a reference (name, value) and ratio: {one}"
            )
    return [{"reference": None, "ratio": None} | one for one in figures]


def show(figures: Sequence[Figure]) -> None:
    """One aligned table; wide enough to be read whole when it goes to a file."""
    table = Table("figure", box=None, pad_edge=False)
    for column in ("value", "", "reference", "", "ratio"):
        table.add_column(column, justify="right" if column in {"value", "ratio"} else "left", no_wrap=True)
    for one in figures:
        reference = one["reference"] or {"name": "", "value": None}
        table.add_row(
            one["name"],
            _number(one["value"]),
            one["unit"],
            str(reference["name"]),
            _number(reference["value"]),
            _number(one["ratio"]),
        )
    Console(width=None if os.isatty(1) else 160).print(table)


def write(figures: Sequence[Figure], path: Path) -> None:
    """One line a figure, as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(one) + "\n" for one in figures), encoding="utf-8")


def _rounded(value: float) -> float:
    """Four digits are more than any of these measurements is worth."""
    return float(f"{value:.4g}")


def _number(value: object) -> str:
    if not isinstance(value, int | float):
        return "" if value is None else str(value)
    return f"{value:,.0f}" if abs(value) >= 1000 or value == int(value) else f"{value:g}"
