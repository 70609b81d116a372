"""`parlour watch`: lines in, alarms out at once."""

import io
import json
import random
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from parlour.cli import main, watch_

START = 1_425_168_000.0
HOUR = 3600.0


def line(at, sentiment, stream="page", **more):
    moment = datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return json.dumps({"t": moment, "stream": stream, "sentiment": sentiment, **more}) + "\n"


def crisis(seed=5):
    """Twenty messages an hour for a fortnight and a half, then anger that doubles every twenty minutes."""
    chance = random.Random(seed)
    at, lines = START, []
    end = START + 18 * 24 * HOUR
    while (at := at + chance.expovariate(20) * HOUR) < end:
        lines.append(line(at, round(chance.uniform(-0.4, 1), 2)))
    while (at := at + HOUR / (20 + 2 * 2 ** ((at - end) / 1200)) * chance.expovariate(1)) < end + 2.5 * HOUR:
        lines.append(line(at, "negative" if chance.random() < 0.75 else "positive", ignored="field"))
    return lines


def run(lines, monkeypatch, capsys, *arguments):
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(lines)))
    assert main(["watch", *arguments]) == 0
    said = capsys.readouterr()
    return [json.loads(out) for out in said.out.splitlines()], said.err


def test_a_crisis_becomes_an_alarm_with_its_reasons(monkeypatch, capsys):
    said, complaints = run(crisis(), monkeypatch, capsys)
    alarm = next(alarm for alarm in said if alarm["kind"] == "negative")
    assert complaints == ""
    assert {"t", "stream", "kind", "observed", "expected", "doubling_minutes", "score"} <= alarm.keys()
    assert alarm["stream"] == "page"
    assert alarm["channel"] == "negative"
    assert alarm["observed"] > alarm["expected"]


def test_the_end_is_said_only_when_asked_for(monkeypatch, capsys):
    later = [line(START + (19 * 24 + hour) * HOUR, 0.5) for hour in range(24)]
    brief, _ = run(crisis() + later, monkeypatch, capsys)
    whole, _ = run(crisis() + later, monkeypatch, capsys, "--updates")
    assert "closed" not in {alarm["phase"] for alarm in brief}
    assert [alarm for alarm in whole if alarm["phase"] != "closed"] == brief
    assert "closed" in {alarm["phase"] for alarm in whole}


@pytest.mark.parametrize(
    "bad",
    [
        "{",
        "[]",
        '"text"',
        '{"t": "yesterday", "stream": "page", "sentiment": 0}',
        '{"stream": "page", "sentiment": 0}',
        '{"t": "2015-03-14T04:42:52Z", "stream": 7, "sentiment": 0}',
        '{"t": "2015-03-14T04:42:52Z", "stream": "page", "sentiment": "furious"}',
        '{"t": "2015-03-14T04:42:52Z", "stream": "page", "sentiment": []}',
    ],
)
def test_a_line_that_is_no_event_is_reported_and_passed_over(bad, monkeypatch, capsys):
    said, complaints = run([bad + "\n", "\n", *crisis()], monkeypatch, capsys)
    assert said
    assert "line 1 is passed over" in complaints


def test_an_alarm_is_out_before_the_next_line_is_in():
    lines = crisis()
    options = watch_.Settings()
    read = []

    def feed():
        for event in lines:
            read.append(event)
            yield event

    first = next(watch_.watch(feed(), options))
    assert json.loads(read[-1])["t"] == watch_.as_json(first)["t"]
    assert len(read) < len(lines)


def test_watch_needs_no_database():
    asked = "import sys, parlour.cli.watch_; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
