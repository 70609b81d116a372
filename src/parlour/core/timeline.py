"""Numbering a thread: comments are 1, 2, 3, what answers them 1.1, 1.2, so that colleagues can speak about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Line(Generic[T]):
    """One item of a thread under the platform's ids; `item` is whatever the caller shows."""

    id: str
    parent: str
    item: T


@dataclass(frozen=True, slots=True)
class Numbered(Generic[T]):
    number: str
    depth: int
    item: T


def numbered(lines: Sequence[Line[T]]) -> list[Numbered[T]]:
    """In the order given (by time), each with its number; deeper answers count on the second level."""
    root: dict[str, str] = {}
    numbers: dict[str, int] = {}
    children: dict[str, int] = {}
    result = []
    for line in lines:
        top = root.get(line.parent, "")
        root[line.id] = top or line.id
        if top:
            children[top] = children.get(top, 0) + 1
            result.append(Numbered(f"{numbers[top]}.{children[top]}", 1, line.item))
        else:
            numbers[line.id] = len(numbers) + 1
            result.append(Numbered(str(numbers[line.id]), 0, line.item))
    return result
