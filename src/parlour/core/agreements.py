"""The life of an agreement that a client signs: draft, sent, signed, superseded by the next version, or lapsed."""

from enum import StrEnum


class Status(StrEnum):
    DRAFT = "draft"
    SENT = "sent"  # with the client: what they read must not change under their eyes
    SIGNED = "signed"
    SUPERSEDED = "superseded"
    LAPSED = "lapsed"


MOVES: dict[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.SENT}),
    Status.SENT: frozenset({Status.SIGNED, Status.DRAFT}),
    Status.SIGNED: frozenset({Status.SUPERSEDED, Status.LAPSED}),
    Status.SUPERSEDED: frozenset(),
    Status.LAPSED: frozenset(),
}


class IllegalMove(Exception):
    """This agreement cannot go from the status it has to the one asked for."""


def move(*, current: Status, to: Status) -> Status:
    if to not in MOVES[current]:
        raise IllegalMove(f"An agreement that is {current} cannot become {to}.")
    return to
