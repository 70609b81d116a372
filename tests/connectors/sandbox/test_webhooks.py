import itertools
import json
from collections.abc import Iterator
from datetime import timedelta

import pytest

from parlour.connectors.sandbox.faults import LONGEST_DELAY, Fault
from parlour.connectors.sandbox.webhooks import ATTEMPTS, BUNDLE, Packet
from tests.connectors.sandbox.stand_in import InProcess


@pytest.fixture
def stand() -> InProcess:
    return InProcess()


def always(stand: InProcess, *faults: Fault) -> None:
    stand.platform.dice.faults = dict.fromkeys(faults, 1.0)


def take(stand: InProcess) -> list[Packet]:
    packets = stand.platform.webhooks.take(now=stand.now)
    for packet in packets:
        stand.platform.webhooks.delivered(packet)
    return packets


def changes(packets: list[Packet]) -> Iterator[object]:
    for packet in packets:
        yield from json.loads(packet.body)["changes"]


def ids(packets: list[Packet]) -> list[str]:
    return [change["item"]["id"] for change in changes(packets)]


def test_without_faults_every_change_comes_once_and_in_order(stand: InProcess) -> None:
    written = [stand.member_comments(f"{number}") for number in range(BUNDLE + 5)]
    packets = take(stand)
    assert ids(packets) == written
    assert len(packets) == 2
    assert take(stand) == []


def test_a_dropped_webhook_never_comes(stand: InProcess) -> None:
    always(stand, Fault.DROP)
    stand.member_comments("unheard")
    stand.wait(3600)
    assert take(stand) == []
    assert stand.platform.webhooks.counts["dropped"] == 1


def test_a_repeated_one_comes_twice(stand: InProcess) -> None:
    always(stand, Fault.REPEAT)
    written = stand.member_comments("twice")
    first = ids(take(stand))
    stand.wait(LONGEST_DELAY.total_seconds())
    assert first + ids(take(stand)) == [written, written]


def test_a_delayed_one_comes_later(stand: InProcess) -> None:
    always(stand, Fault.DELAY)
    written = stand.member_comments("later")
    assert take(stand) == []
    stand.wait(LONGEST_DELAY.total_seconds())
    assert ids(take(stand)) == [written]


def test_reordered_ones_all_come(stand: InProcess) -> None:
    always(stand, Fault.REORDER)
    written = [stand.member_comments(f"{number}") for number in range(10)]
    came = ids(take(stand))
    assert came != written
    assert sorted(came) == sorted(written)


def test_an_odd_change_stands_beside_the_good_one(stand: InProcess) -> None:
    always(stand, Fault.ODD)
    written = stand.member_comments("good")
    came = list(changes(take(stand)))
    assert len(came) == 2
    assert any(
        isinstance(change, dict) and (change.get("item") or {}).get("id") == written for change in came
    )


def test_a_refused_delivery_comes_again_with_the_same_bytes_and_is_given_up_in_the_end(
    stand: InProcess,
) -> None:
    stand.member_comments("door closed")
    webhooks, bodies, moments = stand.platform.webhooks, [], []
    while (due := webhooks.next_at()) is not None:
        stand.now = max(stand.now, due)
        (packet,) = webhooks.take(now=stand.now)
        bodies.append(packet.body)
        moments.append(stand.now)
        webhooks.refused(packet, now=stand.now)
    assert len(bodies) == ATTEMPTS
    assert len(set(bodies)) == 1
    waits = [after - before for before, after in itertools.pairwise(moments)]
    assert waits == sorted(set(waits))
    assert webhooks.counts["given up"] == 1


def test_the_same_seed_misbehaves_in_the_same_way() -> None:
    def story() -> list[object]:
        stand = InProcess()
        stand.platform.dice.faults = dict.fromkeys((Fault.DROP, Fault.REPEAT, Fault.ODD, Fault.DELAY), 0.4)
        came: list[object] = []
        for number in range(30):
            stand.member_comments(f"{number}")
            stand.now += timedelta(seconds=1)
            came += [json.loads(packet.body) for packet in take(stand)]
        return came

    assert story() == story()
