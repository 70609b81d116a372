"""How long to wait after a failure."""

from hypothesis import given
from hypothesis import strategies as st

from parlour.core import backoff


@given(attempt=st.integers(1, 10_000), jitter=st.floats(0, 0.999))
def test_it_grows_to_a_bound_and_jitter_takes_at_most_half(attempt: int, jitter: float) -> None:
    full = min(600.0, 2.0 * 2.0 ** min(attempt - 1, 30))
    assert full / 2 <= backoff.seconds(attempt=attempt, jitter=jitter) <= full
