"""What to do about a channel."""

from datetime import UTC, datetime, timedelta

import pytest

from parlour.core.channel_health import Advice, Facts, advice

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts("active"), ()),
        (Facts("reconnect", silent_since=NOW), (Advice.RECONNECT,)),
        (Facts("paused", poll_every=MINUTE, poll_at=NOW - timedelta(days=1)), (Advice.RESUME,)),
        (Facts("active", silent_since=NOW), (Advice.SILENT,)),
        (Facts("active", poll_every=MINUTE, poll_at=NOW - 4 * MINUTE), ()),
        (Facts("active", poll_every=MINUTE, poll_at=NOW - 6 * MINUTE), (Advice.NOT_POLLED,)),
        (Facts("active", poll_every=60 * MINUTE, poll_at=NOW - 100 * MINUTE), ()),
        (Facts("active", poll_every=MINUTE, poll_at=NOW - 60 * MINUTE, paused_until=NOW + MINUTE), (Advice.WAIT,)),
        (Facts("active", paused_until=NOW - MINUTE), ()),
        (Facts("active", recently_lost=10), (Advice.HOOKS_LOST,)),
        (Facts("active", token_expires_at=NOW - MINUTE), (Advice.EXPIRED,)),
        (Facts("active", token_expires_at=NOW + timedelta(days=3)), (Advice.EXPIRES_SOON,)),
        (Facts("active", token_expires_at=NOW + timedelta(days=30)), ()),
    ],
)  # fmt: skip
def test_each_trouble_has_its_advice(facts: Facts, expected: tuple[Advice, ...]) -> None:
    assert advice(facts, now=NOW) == expected
