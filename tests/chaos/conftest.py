"""What every installation that is broken here needs."""

import uuid

import pytest


@pytest.fixture
def tag() -> str:
    """PostgreSQL's database outlives the test: each installation has names of its own in it."""
    return uuid.uuid4().hex[:8]
