"""`parlour load`: a storm of each kind against a real installation, and nothing lost, doubled or wrong."""

import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from parlour.cli import load_, load_storms
from tests import installation
from tests.chaos.conftest import tag
from tests.chaos.test_kill import set_up
from tests.installation import Installation

__all__ = ["tag"]
# Installations share one PostgreSQL database: one after the other, in one process of the test run.
pytestmark = pytest.mark.xdist_group("installation")


@pytest.fixture
def running(tmp_path: Path, tag: str) -> Iterator[Installation]:
    set_up(tmp_path, tag, """
from parlour.apps.accounts.models import User
from parlour.apps.clients.models import Role
user = User.objects.create_user(email="maja-{tag}@agency.example", name="Maja")
actions.add_member_of_staff(client=client, user=user, role=Role.SUPERVISOR, now=now)
actions.connect(client=client, connector="sandbox", name="Town", external_id="town-{tag}", now=now,
    settings={"url": ""}, secret={"token": "t", "webhook": "s"})
actions.connect_website(client=client, name="Website", origins=(), now=now, key="site-{tag}")
print(1)
""")  # fmt: skip
    with installation.serving(tmp_path) as installed:
        installed.wait_until_up()
        yield installed


def load(running: Installation, tag: str, *words: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "parlour", "load", *words, "--json", "--client", f"bakery-{tag}", "--url", running.url],
        env=installation.environment(running.data, port=int(running.url.rpartition(":")[2])),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout, done.stderr
    result: dict[str, Any] = json.loads(done.stdout) | {"status": done.returncode}
    return result


def test_storms_of_every_kind_lose_double_and_confuse_nothing(running: Installation, tag: str) -> None:
    for mode in sorted(load_storms.MODES):
        told = load(running, tag, mode, "--channel", "Town", "--count", "120", "--rate", "60")
        assert (told["status"], told["lost"], told["doubled"], told["wrong"]) == (0, 0, 0, 0), told
        assert told["accepted"] == told["offered"] > 0
        assert told["filed"] > 0
        assert told["desk"]
    told = load(running, tag, "steady", "--channel", "Website", "--count", "10")
    assert (told["status"], told["filed"]) == (0, 10)


@pytest.mark.parametrize("url", ["http://192.0.2.1", "https://parlour.example", "http://127.0.0.1.example"])
def test_another_machine_is_not_loaded_by_mistake(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert load_.main(["steady", "--client", "x", "--channel", "y", "--url", url]) == 2
    assert "--yes" in capsys.readouterr().err


@pytest.mark.parametrize("mode", sorted(load_storms.MODES))
def test_a_plan_is_the_same_for_the_same_seed_and_says_what_must_be_there(mode: str) -> None:
    plan, again = (load_storms.MODES[mode](count=100, rate=50, dice=random.Random(7)) for _ in range(2))
    assert plan == again
    changed = {shot.change.number for shot in plan.shots if shot.change}
    assert set(plan.shown) <= changed
    assert [shot.at for shot in plan.shots] == sorted(shot.at for shot in plan.shots)


def test_a_burst_is_a_thousand_times_the_calm_before_it() -> None:
    shots = load_storms.burst(count=1000, rate=2, dice=random.Random(1)).shots
    seconds = Counter(int(shot.at) for shot in shots)
    assert [seconds[0], seconds[1], seconds[2]] == [2, 2, 2]
    assert seconds[3] == 1000 - 6
