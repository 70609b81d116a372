"""Hands that wait for platforms: a slow one holds back only itself."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from parlour.worker.bell import Bell
from parlour.worker.crew import Crew


class Work:
    """Things to do, of which `slow` ones are stuck until the test is over."""

    def __init__(self, *things: str) -> None:
        self.waiting, self.begun, self.done = list(things), list[str](), threading.Semaphore(0)
        self.release = threading.Event()

    def claim(self, *, now: datetime, limit: int) -> list[str]:
        taken, self.waiting = self.waiting[:limit], self.waiting[limit:]
        return taken

    def settle(self, one: str, /, *, now: datetime) -> None:
        self.begun.append(one)
        if one.startswith("slow"):
            self.release.wait(30)
        self.done.release()


@pytest.fixture
def crews() -> Iterator[list[tuple[Crew[str], Work]]]:
    hired: list[tuple[Crew[str], Work]] = []
    yield hired
    for crew, work in hired:
        work.release.set()
        crew.end()


def hire(
    crews: list[tuple[Crew[str], Work]], work: Work, *, hands: int, bell: Bell | None = None
) -> Crew[str]:
    crews.append((Crew(work.claim, work.settle, hands=hands, name="test", bell=bell or Bell()), work))
    return crews[-1][0]


def test_48_slow_accounts_polled_do_not_hold_back_a_due_reply(crews: list[tuple[Crew[str], Work]]) -> None:
    polls, replies = Work(*(f"slow {n}" for n in range(48))), Work("reply")
    polling, sending = hire(crews, polls, hands=4), hire(crews, replies, hands=2)
    now = datetime.now(UTC)
    assert [polling.work(now) for _ in range(3)] == [4, 0, 0]
    assert sending.work(now) == 1
    assert replies.done.acquire(timeout=20)
    assert len(polls.waiting) == 44, "more was taken up than there are hands: nobody else could do it"


def test_while_one_platform_is_slow_answers_to_others_leave_by_the_same_hands(
    crews: list[tuple[Crew[str], Work]],
) -> None:
    bell = Bell()
    work = Work("slow", "a", "b", "c")
    crew = hire(crews, work, hands=2, bell=bell)
    now = datetime.now(UTC)
    while work.waiting:
        crew.work(now)
        bell.sleep(20)
    for _ in range(3):
        assert work.done.acquire(timeout=20)
    assert set(work.begun) == {"slow", "a", "b", "c"}


def test_at_the_end_the_work_in_hand_is_waited_for(crews: list[tuple[Crew[str], Work]]) -> None:
    work = Work("slow")
    crew = hire(crews, work, hands=1)
    crew.work(datetime.now(UTC))
    threading.Timer(0.2, work.release.set).start()
    crew.end()
    assert work.done.acquire(blocking=False)


def test_a_bell_waits_for_a_whole_round_since_it_was_rung() -> None:
    bell, rounds = Bell(), []
    bell.begin()  # a round is under way: it may have looked before the ring
    ringer = threading.Thread(target=lambda: rounds.append(bell.ring_and_wait(20)))
    ringer.start()
    bell.sleep(20)
    bell.end()
    assert rounds == []
    bell.begin()
    bell.end()
    ringer.join(20)
    assert rounds == [True]
