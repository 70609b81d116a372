"""Silence: improbable for a channel that speaks every hour, never for one that was hardly ever heard."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from parlour.core import silence
from parlour.core.silence import Rhythm

MONDAY = datetime(2026, 11, 16, 0, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
UTC_ZONE = ZoneInfo("UTC")


def taught(*, weeks: int, by_day: int, by_night: int, zone: ZoneInfo = UTC_ZONE) -> Rhythm:
    """From 8 to 20 so many an hour, else the other."""
    rhythm = Rhythm()
    start = MONDAY - timedelta(weeks=weeks)
    while start < MONDAY:
        count = by_day if 8 <= start.astimezone(zone).hour < 20 else by_night
        rhythm = silence.learned(rhythm, since=start, until=start + HOUR, first_hour=count, zone=zone)
        start += HOUR
    return rhythm


def test_a_channel_that_speaks_by_day_is_missed_by_day_and_not_at_night() -> None:
    rhythm = taught(weeks=4, by_day=30, by_night=0)
    noon, midnight = MONDAY.replace(hour=12), MONDAY.replace(hour=1)
    zone = ZoneInfo("UTC")
    assert silence.is_improbable(rhythm, since=noon, now=noon + HOUR, zone=zone)
    assert not silence.is_improbable(rhythm, since=midnight, now=midnight + 5 * HOUR, zone=zone)


def test_a_short_pause_is_no_silence_however_busy_the_channel() -> None:
    rhythm = taught(weeks=4, by_day=10_000, by_night=10_000)
    noon = MONDAY.replace(hour=12)
    assert not silence.is_improbable(
        rhythm, since=noon, now=noon + timedelta(minutes=10), zone=ZoneInfo("UTC")
    )


def test_who_was_hardly_heard_is_hardly_missed() -> None:
    zone = ZoneInfo("UTC")
    noon = MONDAY.replace(hour=12)
    unknown, quiet = Rhythm(), taught(weeks=4, by_day=0, by_night=0)
    one_day = silence.learned(
        Rhythm(),
        since=noon - timedelta(days=7),
        until=noon - timedelta(days=7) + HOUR,
        first_hour=8,
        zone=zone,
    )
    for rhythm in (unknown, quiet, one_day):
        assert not silence.is_improbable(rhythm, since=noon, now=noon + HOUR, zone=zone)


def test_silence_grows_less_probable_the_longer_it_lasts() -> None:
    rhythm = taught(weeks=3, by_day=5, by_night=1)
    since = MONDAY.replace(hour=9)
    told = [
        silence.log_probability(rhythm, since=since, now=since + timedelta(minutes=m), zone=ZoneInfo("UTC"))
        for m in range(0, 600, 30)
    ]
    assert told == sorted(told, reverse=True)
    assert told[0] == 0


def test_hours_are_those_of_the_clients_clock() -> None:
    zagreb = ZoneInfo("Europe/Zagreb")
    rhythm = taught(weeks=4, by_day=30, by_night=0, zone=zagreb)
    seven_in_london_eight_in_zagreb = MONDAY.replace(hour=7)
    assert silence.is_improbable(
        rhythm,
        since=seven_in_london_eight_in_zagreb,
        now=seven_in_london_eight_in_zagreb + HOUR,
        zone=zagreb,
    )


def test_what_was_long_ago_fades() -> None:
    rhythm = taught(weeks=4, by_day=30, by_night=30)
    quiet = rhythm
    for week in range(12):
        start = MONDAY + timedelta(weeks=week)
        quiet = silence.learned(
            quiet, since=start, until=start + timedelta(days=7), first_hour=0, zone=ZoneInfo("UTC")
        )
    noon = MONDAY.replace(hour=12)
    assert silence.is_improbable(rhythm, since=noon, now=noon + HOUR, zone=ZoneInfo("UTC"))
    assert not silence.is_improbable(quiet, since=noon, now=noon + HOUR, zone=ZoneInfo("UTC"))


def test_what_is_kept_stays_small_however_long_nobody_looked() -> None:
    rhythm = silence.learned(
        Rhythm(), since=MONDAY - timedelta(days=3650), until=MONDAY, first_hour=3, zone=ZoneInfo("UTC")
    )
    assert len(rhythm.hours) == 168
