"""What a watched stream says, and what it keeps quiet about."""

import random
from dataclasses import replace

import pytest

from parlour.core.surge.snapshot import NotASnapshotError, pack, unpack
from parlour.core.surge.values import Alarm, Kind, Phase, Planned, Settings
from parlour.core.surge.watcher import Watcher, is_negative

DAY, HOUR, MINUTE = 86_400.0, 3_600.0, 60.0
START = 1_425_168_000.0  # a Sunday, midnight UTC
Event = tuple[float, bool]


def usual(*, days=21.0, per_hour=20.0, sour=0.2, seed=1, start=START) -> list[Event]:
    chance = random.Random(seed)
    at, events = start, []
    while (at := at + chance.expovariate(per_hour) * HOUR) < start + days * DAY:
        events.append((at, chance.random() < sour))
    return events


def burst(*, at, doubling, doublings, first=2.0, sour=0.8, seed=2) -> list[Event]:
    """Messages that double every `doubling` minutes, `first` an hour to begin with."""
    chance = random.Random(seed)
    events = []
    for minute in range(int(doubling * doublings)):
        due = first * 2 ** (minute / doubling) / 60
        while chance.random() < due:
            events.append((at + (minute + chance.random()) * MINUTE, chance.random() < sour))
            due -= 1
    return events


def alarms(events: list[Event], watcher: Watcher | None = None, name="page") -> list[Alarm]:
    watcher = watcher or Watcher()
    said = [watcher.observe(name, at, negative=negative) for at, negative in sorted(events)]
    return [alarm for alarm in said if alarm]


@pytest.fixture(scope="module")
def crisis() -> list[Event]:
    onset = START + 18 * DAY + 10 * HOUR
    return sorted(usual() + burst(at=onset, doubling=30, doublings=7))


def running(crisis: list[Event]) -> list[Event]:
    """The crisis up to where it is at its worst."""
    return [event for event in crisis if event[0] < START + 18 * DAY + 13.4 * HOUR]


def opened(found: list[Alarm], kind: Kind) -> list[Alarm]:
    return [alarm for alarm in found if alarm.kind is kind and alarm.phase is Phase.OPENED]


@pytest.mark.parametrize("per_hour", [3 / 168, 3.0, 60.0])
def test_a_usual_page_calls_nobody(per_hour):
    assert alarms(usual(per_hour=per_hour, days=28, seed=4)) == []


def test_a_crisis_is_seen_while_it_doubles(crisis):
    (alarm,) = opened(alarms(crisis), Kind.NEGATIVE)
    assert 0 < alarm.at - (START + 18 * DAY + 10 * HOUR) < 5.5 * 30 * MINUTE


def test_an_alarm_explains_itself(crisis):
    (alarm,) = opened(alarms(crisis), Kind.NEGATIVE)
    assert alarm.observed > 3 * alarm.expected
    assert alarm.share > alarm.usual_share
    assert alarm.expected == pytest.approx(4, rel=0.4)
    assert alarm.growth.since < alarm.at
    assert alarm.growth.doubling is not None
    assert alarm.growth.fastest is not None
    assert alarm.growth.fastest <= alarm.growth.doubling


def test_one_event_is_one_alarm(crisis):
    found = alarms(crisis + usual(days=3, seed=9, start=START + 21 * DAY))
    negative = [alarm for alarm in found if alarm.kind is Kind.NEGATIVE]
    assert negative[0].phase is Phase.OPENED
    assert negative[-1].phase is Phase.CLOSED
    assert len(opened(found, Kind.NEGATIVE)) == 1
    assert len(negative) <= 5


def test_many_messages_of_the_usual_tone_are_a_notice():
    promotion = burst(at=START + 18 * DAY, doubling=30, doublings=8, sour=0.15)
    found = alarms(usual() + promotion)
    assert len(opened(found, Kind.VOLUME)) == 1
    assert opened(found, Kind.NEGATIVE) == []


def test_a_sour_turn_is_seen_though_the_volume_hardly_moves():
    onset = START + 18 * DAY
    events = [e for e in usual() if e[0] < onset] + usual(days=1, per_hour=24, sour=0.75, start=onset)
    assert opened(alarms(events), Kind.NEGATIVE)


def test_a_planned_post_raises_what_is_expected():
    start = START + 18 * DAY
    promotion = usual(days=0.25, per_hour=120, sour=0.2, start=start)
    assert opened(alarms(usual() + promotion), Kind.VOLUME)
    watcher = Watcher()
    alarms([e for e in usual() if e[0] < start], watcher)
    watcher.plan("page", Planned(start=start, end=start + 6 * HOUR, factor=7))
    rest = [e for e in usual() if e[0] >= start]
    assert opened(alarms(rest + promotion, watcher), Kind.VOLUME) == []


def test_an_outage_and_what_follows_alarm_nobody():
    dark = (START + 17 * DAY, START + 17.7 * DAY)
    assert alarms([e for e in usual(per_hour=40) if not dark[0] <= e[0] < dark[1]]) == []


def test_no_look_ahead(crisis):
    found = alarms(crisis)
    cut = [event for event in crisis if event[0] <= found[0].at]
    assert alarms(cut) == found[:1]


def test_out_of_order_and_late_events_do_no_harm(crisis):
    chance = random.Random(3)
    arrivals = sorted(crisis, key=lambda event: event[0] + chance.expovariate(1 / 60))
    watcher = Watcher()
    said = [watcher.observe("page", at, negative=negative) for at, negative in arrivals]
    found = opened([alarm for alarm in said if alarm], Kind.NEGATIVE)
    (ordered,) = opened(alarms(crisis), Kind.NEGATIVE)
    assert len(found) == 1
    assert abs(found[0].at - ordered.at) < 15 * MINUTE


def test_old_news_changes_nothing():
    watcher = Watcher()
    alarms(usual(), watcher)
    before = watcher.snapshot("page")
    for minute in range(300):
        watcher.observe("page", START + 10 * DAY + minute, negative=True)
    assert watcher.snapshot("page") == before


def test_a_repeat_changes_nothing():
    watcher = Watcher()
    alarms(usual(), watcher)
    at = START + 21 * DAY
    watcher.observe("page", at, negative=True, key="m1")
    before = watcher.snapshot("page")
    for _ in range(300):
        assert watcher.observe("page", at + 1, negative=True, key="m1") is None
    assert watcher.snapshot("page") == before


def test_a_message_from_the_future_counts_as_of_now():
    watcher = Watcher()
    alarms(usual(), watcher)
    now = START + 21 * DAY
    watcher.observe("page", now + 400 * DAY, negative=False, now=now)
    assert opened(alarms(burst(at=now, doubling=20, doublings=7), watcher), Kind.NEGATIVE)


def test_a_restored_stream_goes_on_as_if_nothing_had_been(crisis):
    half = len(crisis) // 2
    first, second = Watcher(), Watcher()
    alarms(crisis[:half], first)
    second.restore("page", first.snapshot("page"))
    assert alarms(crisis[half:], first) == alarms(crisis[half:], second)


def test_an_open_alarm_survives_a_restore(crisis):
    first, second = Watcher(), Watcher()
    assert alarms(running(crisis), first)
    second.restore("page", first.snapshot("page"))
    later = START + 20 * DAY
    assert second.tick(later) == first.tick(later) == []
    closed = second.tick(later + 3 * HOUR)
    assert closed
    assert closed == first.tick(later + 3 * HOUR)


def test_a_silent_stream_closes_its_alarm(crisis):
    watcher = Watcher()
    alarms(running(crisis), watcher)
    assert watcher.tick(START + 20 * DAY) == []
    closed = watcher.tick(START + 20 * DAY + 3 * HOUR)
    assert Kind.NEGATIVE in {alarm.kind for alarm in closed}
    assert {alarm.phase for alarm in closed} == {Phase.CLOSED}
    assert watcher.tick(START + 21 * DAY) == []


def test_foreign_bytes_are_no_snapshot():
    for packed in (b"", b"\xff" * 900, pack(unpack_fresh())[:-1]):
        with pytest.raises(NotASnapshotError):
            unpack("page", packed)


def unpack_fresh():
    watcher = Watcher()
    watcher.observe("page", START, negative=False)
    return unpack("page", watcher.snapshot("page"))


def test_a_stream_stays_small_however_long_it_lasts(crisis):
    watcher = Watcher()
    alarms(crisis, watcher)
    assert len(watcher.snapshot("page")) <= 2048


def test_streams_do_not_disturb_each_other(crisis):
    watcher = Watcher()
    for at, _ in crisis:
        watcher.observe("quiet", at, negative=False)
    assert alarms(crisis, watcher) == alarms(crisis)


def test_sensitivity_moves_the_moment(crisis):
    def first(sensitivity):
        return opened(alarms(crisis, Watcher(Settings(sensitivity=sensitivity))), Kind.NEGATIVE)[0].at

    assert first(1.25) < first(1.0) < first(0.8)


def test_one_client_may_be_more_sensitive(crisis):
    watcher = Watcher()
    watcher.adjust("page", replace(Settings(), sensitivity=1.25))
    early = opened(alarms(crisis, watcher), Kind.NEGATIVE)[0]
    assert early.at < opened(alarms(crisis), Kind.NEGATIVE)[0].at


def test_an_alarm_names_the_words_of_the_moment(crisis):
    watcher = Watcher()
    onset = START + 18 * DAY + 10 * HOUR
    said = [
        watcher.observe(
            "page",
            at,
            negative=negative,
            text="the bread is mouldy" if at > onset and negative else "the bread is here",
        )
        for at, negative in crisis
    ]
    (alarm,) = opened([alarm for alarm in said if alarm], Kind.NEGATIVE)
    assert alarm.terms[0] == "mouldy"


@pytest.mark.parametrize(
    ("sentiment", "sour"),
    [(-0.21, True), (-0.2, False), (0.9, False), ("negative", True), ("neutral", False)],
)
def test_negative_is_below_a_fifth(sentiment, sour):
    assert is_negative(sentiment) is sour
