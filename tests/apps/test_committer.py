"""Group commit at the door: together on the disk, alone in their failures, and never a yes for what is not stored."""

import threading
from collections.abc import Sequence
from concurrent.futures import CancelledError

import pytest
from django.db import DataError, OperationalError

from parlour.apps.inbox.committer import Busy, Committer
from parlour.apps.inbox.models import Event


class Store:
    """Writes down what it was given, a group a list; stops in `write` while the gate is closed."""

    def __init__(self, *, odd: Sequence[bytes] = (), gone: bool = False) -> None:
        self.groups: list[list[bytes]] = []
        self.gate = threading.Event()
        self.gate.set()
        self.busy = threading.Event()
        self.odd, self.gone = odd, gone

    def write(self, events: Sequence[Event]) -> None:
        self.busy.set()
        self.gate.wait(10)
        if self.gone:
            raise OperationalError("the disk is full")
        if any(event.body in self.odd for event in events):
            raise DataError("no such text")
        self.groups.append([event.body for event in events])


def running(store: Store, **limits: float) -> Committer:
    committer = Committer(store.write, linger=0.05, **limits)  # type: ignore[arg-type]
    committer.start()
    return committer


def event(number: int) -> Event:
    return Event(body=str(number).encode())


def test_what_comes_together_is_written_together_and_in_order() -> None:
    store = Store()
    committer = running(store)
    futures = [committer.submit(event(number)) for number in range(50)]
    committer.stop()
    assert [body for group in store.groups for body in group] == [b"%d" % number for number in range(50)]
    assert len(store.groups) < 10
    assert all(future.result(0) for future in futures)


def test_a_group_has_its_limit() -> None:
    store = Store()
    committer = running(store, most=10)
    for number in range(35):
        committer.submit(event(number))
    committer.stop()
    assert max(map(len, store.groups)) <= 10
    assert sum(map(len, store.groups)) == 35


def test_one_bad_row_does_not_fail_its_neighbours() -> None:
    store = Store(odd=[b"3"])
    committer = running(store)
    futures = [committer.submit(event(number)) for number in range(6)]
    committer.stop()
    failed = [number for number, future in enumerate(futures) if future.exception()]
    assert failed == [3]
    assert isinstance(futures[3].exception(), DataError)
    assert sorted(body for group in store.groups for body in group) == [b"0", b"1", b"2", b"4", b"5"]


def test_a_store_that_does_not_answer_is_told_to_everybody_who_waits() -> None:
    store = Store(gone=True)
    committer = running(store)
    futures = [committer.submit(event(number)) for number in range(3)]
    committer.stop()
    assert all(isinstance(future.exception(), Busy) for future in futures)
    assert store.groups == []


def test_whoever_comes_when_there_is_no_room_is_told_at_once() -> None:
    store = Store()
    store.gate.clear()
    committer = running(store, most=1, room=2)
    taken = [committer.submit(event(0))]
    store.busy.wait(10)
    taken += [committer.submit(event(1)), committer.submit(event(2))]
    with pytest.raises(Busy):
        committer.submit(event(3))
    store.gate.set()
    committer.stop()
    assert len(store.groups) == 3
    assert all(future.result(0) for future in taken)


def test_who_stopped_waiting_is_not_written_any_more() -> None:
    store = Store()
    store.gate.clear()
    committer = running(store, most=1)
    committer.submit(event(0))
    store.busy.wait(10)
    given_up = committer.submit(event(1))
    assert given_up.cancel()
    store.gate.set()
    committer.stop()
    assert store.groups == [[b"0"]]
    with pytest.raises(CancelledError):
        given_up.result(0)
