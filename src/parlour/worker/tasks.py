"""What a worker does by the clock."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from parlour.flows import agree, correct, housekeeping
from parlour.worker.runner import Task

_HOUR, _NIGHT = timedelta(hours=1), timedelta(days=1)


def _overdue(payload: Mapping[str, Any], now: datetime) -> None:
    del payload
    housekeeping.tell_overdue(now=now)


def _sessions(payload: Mapping[str, Any], now: datetime) -> None:
    del payload
    housekeeping.forget_sessions(now=now)


def _events(payload: Mapping[str, Any], now: datetime) -> None:
    del payload
    housekeeping.forget_events(now=now)


def _agreements(payload: Mapping[str, Any], now: datetime) -> None:
    del payload
    agree.lapse(now=now)


def _corrections(payload: Mapping[str, Any], now: datetime) -> None:
    del payload
    correct.learn_due(now=now)


TASKS = (
    Task("tell what is overdue", _overdue, every=timedelta(minutes=1)),
    Task("forget ended sessions", _sessions, every=_NIGHT),
    Task("forget filed events", _events, every=_HOUR),
    Task("let agreements lapse", _agreements, every=_HOUR),
    Task("learn from corrections", _corrections, every=_NIGHT),
)
