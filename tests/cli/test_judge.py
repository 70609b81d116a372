"""`parlour judge` answers every line, in order, and says so when one was bad."""

import io
import json

from parlour.cli.judge_ import judge_lines
from parlour.core.judgement import Context


def answers(*lines):
    output = io.StringIO()
    source = io.BufferedReader(io.BytesIO("\n".join(lines).encode()))
    status = judge_lines(source, output, context=Context())
    return status, [json.loads(line) for line in output.getvalue().splitlines()]


def test_every_field_of_the_format_is_there():
    status, [found] = answers('{"id": 7, "text": "where is my order? you promised monday"}')
    assert status == 0
    assert set(found) == {"id", "label", "scores", "hide", "severity", "language", "target", "reasons"}
    assert set(found["scores"]) == {"insult", "complaint", "question", "praise", "spam", "other"}
    assert found["hide"] is False


def test_the_order_is_kept_and_a_bad_line_stops_nothing():
    status, found = answers(
        '{"id": "a", "text": "hello"}',
        "not json",
        '{"id": "b"}',
        "[1]",
        '{"id": "c", "text": "thanks", "lang": 5}',
        '{"id": "d", "text": "thanks"}',
    )
    assert status == 1
    assert [one.get("id") for one in found] == ["a", None, "b", None, "c", "d"]
    assert ["error" in one for one in found] == [False, True, True, True, True, False]


def test_more_than_a_batch_comes_out_whole():
    status, found = answers(
        *(json.dumps({"id": number, "text": f"order {number} is late"}) for number in range(600))
    )
    assert status == 0
    assert [one["id"] for one in found] == list(range(600))


def test_empty_lines_are_skipped():
    assert answers("", '{"id": 1, "text": ""}', "")[1][0]["id"] == 1
