"""The bench measures what it says, on a size that takes seconds; how fast things are is not for tests."""

import json
from pathlib import Path

import pytest

from bench import __main__ as bench
from bench import door, inbox, ingest, places, report


@pytest.fixture(autouse=True)
def _sqlite_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLOUR_BENCH_DATABASES", places.SQLITE)


def test_ingest_counts_what_was_filed() -> None:
    figures = {one["name"]: one for one in report.checked(ingest.run(messages=60, runs=1))}
    assert figures["ingest.messages_per_s"]["value"] > 0
    assert figures["ingest.rows_per_message"]["value"] > 4


def test_the_inbox_is_measured_beside_a_bare_page() -> None:
    figures = {one["name"]: one for one in report.checked(inbox.run(sizes=[120], visits=4))}
    assert figures["inbox.120.list.bytes"]["ratio"] > 100
    assert 1 < figures["inbox.120.list.queries"]["value"] <= 12
    assert {f"inbox.120.{variant}.queries" for variant in inbox.VARIANTS} <= set(figures)


def test_the_door_stores_what_it_accepted() -> None:
    figures = report.checked(door.run(comments=64))
    assert all(one["value"] > 0 for one in figures if not one["name"].startswith("door.cpu"))


def test_the_subjects_are_found_by_themselves() -> None:
    assert {"door", "inbox", "ingest"} <= set(bench.subjects())
    assert not {"report", "places", "server"} & set(bench.subjects())


def test_an_unknown_subject_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["no-such"]) == 2
    assert "no-such" in capsys.readouterr().err


def test_a_figure_is_a_line_of_json(tmp_path: Path) -> None:
    one = report.figure("a.b", 12.3456, "ms", reference="bare page", reference_value=2)
    report.write([one, one], tmp_path / "out" / "bench.jsonl")
    lines = (tmp_path / "out" / "bench.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in lines] == [one, one]
    assert one == {
        "name": "a.b",
        "value": 12.35,
        "unit": "ms",
        "reference": {"name": "bare page", "value": 2.0},
        "ratio": 6.173,
    }


def test_a_figure_without_reference_is_shown_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    report.show(report.checked([{"name": "a.b", "value": 1.5, "unit": "s"}]))
    assert "a.b" in capsys.readouterr().out


def test_a_malformed_figure_is_refused() -> None:
    with pytest.raises(report.Malformed):
        report.checked([{"name": "a", "value": 1}])
