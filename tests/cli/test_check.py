"""`parlour check`: a line out for every line in."""

import io
import json
import sys

import pytest

from parlour.cli import main


@pytest.fixture
def check(monkeypatch, capsys):
    def run(
        *lines: object, options: tuple[str, ...] = ("--now", "2026-11-18T10:00:00Z")
    ) -> tuple[int, list[dict]]:
        text = "".join(line if isinstance(line, str) else json.dumps(line) + "\n" for line in lines)
        monkeypatch.setattr(
            sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "surrogateescape")))
        )
        status = main(["check", *options])
        return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


def guards_of(answer: dict) -> list[str]:
    return [finding["guard"] for finding in answer["findings"]]


def test_answers_come_in_order_with_their_ids(check):
    status, answers = check({"id": 2, "draft": "Hello"}, {"id": "a", "draft": ""})
    assert status == 0
    assert [answer["id"] for answer in answers] == [2, "a"]
    assert [guards_of(answer) for answer in answers] == [[], ["empty"]]


def test_a_bad_line_is_answered_and_the_rest_goes_on(check):
    status, answers = check(
        "no json\n", {"id": 5}, {"id": 6, "draft": 7}, "[]\n", {"id": 7, "draft": "Fine."}
    )
    assert status == 1
    assert ["error" in answer for answer in answers] == [True, True, True, True, False]
    assert answers[1]["id"] == 5


def test_bytes_that_are_no_text_are_a_bad_line(check):
    status, answers = check("\udcff\udcfe\n", {"id": 1, "draft": "Fine."})
    assert status == 1
    assert answers[1] == {"id": 1, "findings": []}


def test_a_promise_is_reported_with_its_date(check):
    _, [answer] = check({"id": 1, "draft": "We'll let you know by tomorrow.", "zone": "Europe/Zagreb"})
    assert answer["promise"] == {
        "text": "We'll let you know by tomorrow.",
        "due": "2026-11-19T18:00:00+01:00",
    }


def test_the_record_may_carry_its_own_now(check):
    _, [answer] = check({"id": 1, "draft": "We'll call you today.", "now": "2026-01-02T08:00:00Z"})
    assert answer["promise"]["due"] == "2026-01-02T18:00:00+00:00"


def test_history_may_be_texts_or_objects(check):
    said = "Please send us your order number by DM so that our team can check the delivery."
    _, answers = check(
        {"id": 1, "draft": said, "history": [said]},
        {
            "id": 2,
            "draft": said,
            "history": [{"text": said, "at": "2026-11-01", "to": "Ana"}],
            "public": False,
        },
    )
    assert [guards_of(answer) for answer in answers] == [["copied"], ["copied"]]
    assert [answer["findings"][0]["blocks"] for answer in answers] == [True, False]


def test_ticks_come_with_a_complaint_only(check):
    _, answers = check(
        {"id": 1, "draft": "Sorry the tram was late!", "replying_to": "My tram was so late"},
        {"id": 2, "draft": "At 8.", "replying_to": {"text": "When do you open?", "kind": "question"}},
    )
    assert answers[0]["ticks"] == {"acknowledged": True, "owned": True, "next_step": False}
    assert "ticks" not in answers[1]


def test_findings_carry_their_span(check):
    draft = "Ask Studio Val about it."
    _, [answer] = check({"id": 1, "draft": draft, "staff_terms": ["Studio Val"]})
    [finding] = answer["findings"]
    start, end = finding["span"]
    assert draft[start:end] == "Studio Val"


@pytest.mark.parametrize(
    "field",
    [
        {"history": "x"},
        {"history": [3]},
        {"public": "yes"},
        {"staff_terms": [1]},
        {"zone": "Mars/Base"},
        {"now": "soon"},
        {"limit": "long"},
        {"replying_to": 4},
    ],
)
def test_a_field_of_the_wrong_kind_is_named(check, field):
    status, [answer] = check({"id": 1, "draft": "Fine."} | field)
    assert status == 1
    assert next(iter(field)) in answer["error"]


def test_a_missing_file_is_told(capsys):
    assert main(["check", "no-such-file.jsonl"]) == 2
    assert "no-such-file.jsonl" in capsys.readouterr().err
