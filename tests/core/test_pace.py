"""How fast answers may leave."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from parlour.core.pace import FUSE, Rate, fused_until, next_ready

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
_WAITS = st.lists(st.floats(0, 90), min_size=1, max_size=60)


@given(waits=_WAITS, per_minute=st.floats(1, 600), burst=st.integers(1, 20))
def test_in_no_stretch_of_time_more_leaves_than_the_rate_and_one_burst(
    waits: list[float], per_minute: float, burst: int
) -> None:
    ready: datetime | None = None
    now, left = NOW, []
    for wait in waits:
        now += timedelta(seconds=wait)
        while ready is None or ready <= now:
            left.append(now)
            ready = next_ready(ready_at=ready, now=now, rate=Rate(per_minute, burst))
    for number, first in enumerate(left):
        for count, last in enumerate(left[number:], start=1):
            assert count <= burst + (last - first).total_seconds() * per_minute / 60 + 1e-3


def test_after_a_rest_a_whole_burst_may_leave_at_once() -> None:
    ready: datetime | None = None
    for _ in range(5):
        assert ready is None or ready <= NOW
        ready = next_ready(ready_at=ready, now=NOW, rate=Rate(60, burst=5))
    assert ready == NOW + timedelta(seconds=1)


def test_without_a_rate_nothing_waits() -> None:
    assert next_ready(ready_at=None, now=NOW, rate=None) is None


def test_the_fuse_opens_after_some_failures_for_longer_and_longer_but_never_for_good() -> None:
    waits = [fused_until(failures=n, now=NOW, jitter=0.99) for n in range(1, FUSE + 40)]
    assert waits[: FUSE - 1] == [None] * (FUSE - 1)
    opened = [wait for wait in waits if wait]
    assert opened == sorted(opened)
    assert opened[-1] <= NOW + timedelta(minutes=2)
