"""Debian's Chromium for the browser tests: what is on the machine is used, nothing is ever downloaded."""

import os
from pathlib import Path

import pytest

from tests.servers import parlour

CHROMIUM = Path("/usr/bin/chromium")
REQUIRED = "browser" in os.environ.get("PARLOUR_TEST_REQUIRE", "")


@pytest.fixture(scope="session")
def base_url():
    """Ours, because pytest-base-url's own warns under pytest 9, and warnings are errors."""
    return ""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    if not CHROMIUM.exists():
        sentence = "No Chromium on this machine: install it (apt install chromium) to run the browser tests."
        if REQUIRED:
            pytest.fail(sentence)
        pytest.skip(sentence)
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    return browser_type_launch_args | {"executable_path": str(CHROMIUM), "args": flags}


@pytest.fixture(scope="session")
def live():
    """A whole Parlour with its demo, shared by the tests of one process."""
    with parlour.running(PARLOUR_UNDO_SECONDS="1") as server:
        yield server
