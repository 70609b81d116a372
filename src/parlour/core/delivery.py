"""The life of an answer on its way out: its states and the legal moves between them."""

from enum import StrEnum


class State(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    CONFIRMED = "confirmed"
    FAILED = "failed"
    UNKNOWN = "unknown"
    TAKEN_BACK = "taken_back"


MOVES: dict[State, frozenset[State]] = {
    State.QUEUED: frozenset({State.SENDING, State.TAKEN_BACK}),
    State.SENDING: frozenset({State.SENT, State.QUEUED, State.FAILED, State.UNKNOWN}),
    State.SENT: frozenset({State.CONFIRMED, State.UNKNOWN}),
    # A person settles what no machine can know: it is there after all, or it may go again.
    State.UNKNOWN: frozenset({State.SENT, State.QUEUED, State.FAILED, State.UNKNOWN}),
    State.FAILED: frozenset({State.QUEUED, State.TAKEN_BACK}),
    State.CONFIRMED: frozenset(),
    State.TAKEN_BACK: frozenset(),
}

MAX_FAILURES = 8


class IllegalMove(Exception):
    """This answer cannot go from the state it is in to the one asked for."""


def move(*, current: State, to: State) -> State:
    if to not in MOVES[current]:
        raise IllegalMove(f"An answer that is {current} cannot become {to}.")
    return to
