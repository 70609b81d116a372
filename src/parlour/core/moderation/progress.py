"""The life of an act of moderation: its states, and the legal moves between them."""

from enum import StrEnum


class State(StrEnum):
    PROPOSED = "proposed"  # waits for a second person's yes
    QUEUED = "queued"  # decided; the platform does not know yet
    SENDING = "sending"
    DONE = "done"  # the platform has done it
    FAILED = "failed"  # the platform said no
    REFUSED = "refused"  # the second person said no
    WITHDRAWN = "withdrawn"  # taken back before it left, or no longer permitted when it was to leave


MOVES: dict[State, frozenset[State]] = {
    State.PROPOSED: frozenset({State.QUEUED, State.REFUSED, State.WITHDRAWN}),
    State.QUEUED: frozenset({State.SENDING, State.WITHDRAWN}),
    # Hiding twice is hiding once: what is uncertain goes back into the queue and is simply asked for again.
    State.SENDING: frozenset({State.QUEUED, State.DONE, State.FAILED, State.WITHDRAWN}),
    State.FAILED: frozenset({State.QUEUED}),
    State.DONE: frozenset(),
    State.REFUSED: frozenset(),
    State.WITHDRAWN: frozenset(),
}
UNFINISHED = (State.PROPOSED, State.QUEUED, State.SENDING)


class IllegalMove(Exception):
    """This act cannot go from the state it is in to the one asked for."""


def move(*, current: State, to: State) -> State:
    if to not in MOVES[current]:
        raise IllegalMove(f"An act that is {current} cannot become {to}.")
    return to
