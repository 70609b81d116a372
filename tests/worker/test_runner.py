"""Jobs: done though workers die, in order where it matters, given up with a cause, and asked for once."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from parlour.apps.accounts.models import LogEntry, User
from parlour.apps.jobs import actions as jobs
from parlour.apps.jobs.models import Cron, Job
from parlour.worker.runner import Runner, Task
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)
Does = Callable[[Mapping[str, Any], datetime], None]


def runner(do: Does, **more: Any) -> Runner:
    return Runner((Task("bake", do, **more),), dice=lambda: 0.0)


def test_a_job_is_done_once_and_gone(now: datetime) -> None:
    baked: list[Any] = []
    jobs.ask("bake", payload={"loaves": 3}, now=now)
    work = runner(lambda payload, _: baked.append(payload["loaves"])).work
    assert (work(now), work(now)) == (1, 0)
    assert (baked, Job.objects.count()) == ([3], 0)


def test_a_failure_is_tried_again_later_and_later_and_then_given_up_for_a_person_to_replay(
    now: datetime, maja: User
) -> None:
    def fall(payload: Mapping[str, Any], at: datetime) -> None:
        raise ValueError("the oven is cold")

    jobs.ask("bake", now=now)
    ovens = runner(fall, attempts=3)
    waits = []
    for _ in range(3):
        due = Job.objects.get().due_at
        assert ovens.work(due - SECOND) == 0
        assert ovens.work(due) == 1
        waits.append(Job.objects.get().due_at - due)
    job = Job.objects.get()
    assert waits[0] < waits[1]
    assert (job.state, job.error) == (Job.State.DEAD, "ValueError: the oven is cold")
    assert ovens.work(now + timedelta(days=1)) == 0

    assert jobs.replay(job, user=maja, now=now)
    assert not jobs.replay(job, user=maja, now=now)
    assert runner(lambda *_: None).work(now) == 1
    verbs = LogEntry.objects.filter(object_kind="job").order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["job given up", "job replayed"]


def test_a_task_nobody_knows_is_given_up_and_does_not_hold_up_the_others(now: datetime) -> None:
    baked: list[int] = []
    jobs.ask("fry", now=now)
    jobs.ask("bake", now=now)
    runner(lambda *_: baked.append(1)).work(now)
    assert (baked, Job.objects.get().state) == ([1], Job.State.DEAD)


def test_a_dead_workers_job_is_found_again_and_the_dead_one_can_change_nothing(now: datetime) -> None:
    jobs.ask("bake", now=now)
    (slow,) = jobs.claim(now=now, limit=1)
    assert jobs.claim(now=now + jobs.LEASE, limit=1) == []
    (taken_over,) = jobs.claim(now=now + jobs.LEASE + SECOND, limit=1)
    for late in (lambda: jobs.done(slow), lambda: jobs.again(slow, at=now, why="")):
        with pytest.raises(jobs.LeaseLost):
            late()
    with pytest.raises(jobs.LeaseLost):
        jobs.give_up(slow, why="", now=now)
    jobs.done(taken_over)


def test_a_living_workers_job_stays_its_own_however_long_it_takes(now: datetime) -> None:
    jobs.ask("bake", now=now)
    (job,) = jobs.claim(now=now, limit=1)
    for beat in range(1, 10):
        jobs.keep([job], now=now + beat * jobs.LEASE)
        assert jobs.claim(now=now + beat * jobs.LEASE + SECOND, limit=1) == []
    jobs.done(job)


def test_the_same_is_not_asked_for_twice_while_it_waits_but_again_once_it_runs(now: datetime) -> None:
    assert jobs.ask("bake", unique="bread", now=now)
    assert not jobs.ask("bake", unique="bread", now=now)
    (job,) = jobs.claim(now=now, limit=1)
    assert jobs.ask("bake", unique="bread", now=now)
    jobs.again(job, at=now, why="cold")  # the one that waits stands for both
    assert Job.objects.get().state == Job.State.WAITING


def test_what_recurs_is_asked_for_once_by_however_many_workers_and_does_not_drift(now: datetime) -> None:
    baked: list[datetime] = []
    workers = [runner(lambda _, at: baked.append(at), every=timedelta(hours=1)) for _ in range(3)]
    for minutes in (0, 30, 61, 62, 119, 123, 400):
        for worker in workers:
            worker.work(now + timedelta(minutes=minutes))
    assert baked == [now + timedelta(minutes=minutes) for minutes in (61, 123, 400)]
    assert Cron.objects.get().next_at == now + timedelta(hours=7)


class Life(RuleBasedStateMachine):
    """Jobs of few keys, workers that fail, die and come back late; the model is a list in order of asking."""

    @initialize()
    def empty(self) -> None:
        Job.objects.all().delete()
        self.now = NOW
        self.asked: dict[int, tuple[str, str]] = {}
        self.settled: set[int] = set()
        self.held: list[Job] = []
        self.done: list[int] = []

    @rule(key=st.sampled_from(["", "a", "b"]), order=st.sampled_from(Job.Order.values))
    def ask(self, key: str, order: str) -> None:
        jobs.ask("bake", key=key, order=Job.Order(order), now=self.now)
        self.asked[Job.objects.latest("id").pk] = (key, order)

    @rule(limit=st.integers(1, 4))
    def claim(self, limit: int) -> None:
        for job in jobs.claim(now=self.now, limit=limit):
            assert job.pk not in self.settled
            key, order = self.asked[job.pk]
            if key and order == Job.Order.STRICT:
                earlier = {pk for pk, (other, _) in self.asked.items() if other == key and pk < job.pk}
                assert earlier <= self.settled
            self.held.append(job)

    @rule(data=st.data(), how=st.sampled_from(["done", "again", "give up"]))
    def report(self, data: st.DataObject, how: str) -> None:
        """By whoever ever claimed it, however late."""
        if not self.held:
            return
        job = self.held.pop(data.draw(st.integers(0, len(self.held) - 1)))
        row = Job.objects.filter(pk=job.pk).first()
        ours = row is not None and (row.attempts, row.state) == (job.attempts, Job.State.RUNNING)
        try:
            if how == "done":
                jobs.done(job)
            elif how == "again":
                jobs.again(job, at=self.now + SECOND, why="")
            else:
                jobs.give_up(job, why="", now=self.now)
        except jobs.LeaseLost:
            assert not ours
            return
        assert ours
        if how != "again":
            self.settled.add(job.pk)
            self.done.append(job.pk)

    @rule(seconds=st.sampled_from([1, 5, 20]))
    def wait(self, seconds: int) -> None:
        self.now += seconds * SECOND

    @invariant()
    def nothing_lost_nothing_settled_twice_never_two_of_a_key(self) -> None:
        alive = set(Job.objects.exclude(state=Job.State.DEAD).values_list("id", flat=True))
        assert alive == set(self.asked) - self.settled
        assert len(self.done) == len(set(self.done))
        keys = [
            key for key in Job.objects.filter(state=Job.State.RUNNING).values_list("key", flat=True) if key
        ]
        assert len(keys) == len(set(keys))


def test_any_life_of_jobs_loses_nothing_and_keeps_the_order_of_keys(db: None) -> None:
    quick = settings(
        max_examples=25, stateful_step_count=30, deadline=None, derandomize=True,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(Life, settings=quick)
