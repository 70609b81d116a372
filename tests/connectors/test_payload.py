from datetime import UTC, datetime

import pytest

from parlour.connectors import payload
from parlour.connectors.base import UnknownShape


@pytest.mark.parametrize(("value", "identity"), [("c-1", "c-1"), (17, "17"), ("x" * 200, "x" * 200)])
def test_an_id_may_be_a_number_or_a_text(value: object, identity: str) -> None:
    assert payload.identifier({"id": value}, "id") == identity


@pytest.mark.parametrize("value", [None, "", True, 1.5, [], {}, "x" * 201, "a\0b", "a\nb", "\ud800"])
def test_anything_else_is_no_id(value: object) -> None:
    with pytest.raises(UnknownShape):
        payload.identifier({"id": value}, "id")


def test_a_text_loses_only_what_no_database_can_store() -> None:
    assert payload.text({"text": "a\0b \ud83e č 🥖"}, "text") == "ab \N{REPLACEMENT CHARACTER} č 🥖"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//x.example", "https://" + "x" * 1000, "ftp://x.example"]
)
def test_an_address_nobody_should_follow_is_left_out(address: str) -> None:
    assert payload.link({"url": address}, "url") == ""


def test_a_time_is_read_in_its_zone() -> None:
    assert payload.moment({"at": "2026-11-22T11:00:00+01:00"}, "at") == datetime(
        2026, 11, 22, 10, 0, tzinfo=UTC
    )


@pytest.mark.parametrize(
    "value", ["", "yesterday", "2026-11-22T11:00:00", "0001-01-01T00:00:00+14:00", 5, None]
)
def test_anything_else_is_no_time(value: object) -> None:
    with pytest.raises(UnknownShape):
        payload.moment({"at": value}, "at")
