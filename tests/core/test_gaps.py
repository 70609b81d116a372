"""What webhooks lost: only what they did not bring in fair time."""

from datetime import UTC, datetime, timedelta

from parlour.core import gaps

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
LATE = NOW + gaps.GRACE


def test_what_no_webhook_brought_in_time_is_lost_once() -> None:
    found = gaps.settle({}, found=["a", "b"], brought=(), now=NOW)
    assert (set(found.pending), found.lost) == ({"a", "b"}, 0)
    later = gaps.settle(found.pending, found=(), brought=(), now=LATE)
    assert (later.pending, later.lost) == ({}, 2)


def test_a_webhook_that_comes_after_our_look_lost_nothing() -> None:
    found = gaps.settle({}, found=["a", "b"], brought=["b"], now=NOW)
    assert set(found.pending) == {"a"}
    brought = gaps.settle(found.pending, found=(), brought=["a"], now=NOW + timedelta(minutes=2))
    assert (brought.pending, brought.lost) == ({}, 0)


def test_a_second_look_does_not_renew_the_wait() -> None:
    first = gaps.settle({}, found=["a"], brought=(), now=NOW)
    second = gaps.settle(first.pending, found=["a"], brought=(), now=NOW + timedelta(minutes=5))
    assert gaps.settle(second.pending, found=(), brought=(), now=LATE).lost == 1


def test_broken_webhooks_do_not_fill_the_row() -> None:
    settled = gaps.settle({}, found=[str(n) for n in range(2000)], brought=(), now=NOW)
    assert len(settled.pending) <= 500
    assert len(settled.pending) + settled.lost == 2000
