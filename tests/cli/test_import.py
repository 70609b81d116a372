"""`parlour import`, as a person types it."""

import gzip
import json
from pathlib import Path

import pytest

from parlour.apps.clients.models import Channel
from parlour.apps.inbox.models import Clock, Conversation, Message
from parlour.cli import import_

pytestmark = pytest.mark.django_db

CSV = """id,parent_id,author_id,author_name,text,at,direction
1,,u1,Ivana,Do you bake rye bread on Sundays?,2026-11-01T10:00:00+01:00,
2,1,,,"Yes, from seven.",2026-11-01T10:05:00+01:00,out
3,1,u2,Luka,"Great,
see you there",2026-11-01T10:06:00+01:00,in
"""


def run(path: Path, *options: str) -> int:
    return import_.main([str(path), "--client", "kruh", "--channel", "website", *options])


@pytest.fixture
def file(tmp_path: Path, website: Channel) -> Path:
    path = tmp_path / "messages.csv"
    path.write_text(CSV)
    return path


def test_a_thread_arrives_with_its_people_and_its_order(file: Path) -> None:
    assert run(file) == 0
    conversation = Conversation.objects.get()
    assert (conversation.message_count, conversation.member.name) == (3, "Ivana")
    messages = Message.objects.order_by("sent_at")
    assert [(m.direction, m.handle.name if m.handle else None) for m in messages] == [
        ("in", "Ivana"), ("out", None), ("in", "Luka"),
    ]  # fmt: skip
    assert messages[2].text == "Great,\nsee you there"


def test_a_repeat_imports_nothing_twice(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(file)
    capsys.readouterr()
    assert run(file) == 0
    assert "0 imported, 3 already there" in capsys.readouterr().out
    assert Message.objects.count() == 3


def test_a_dry_run_says_the_same_and_stores_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(file, "--dry-run") == 0
    assert "3 would be imported" in capsys.readouterr().out
    assert Message.objects.count() == Conversation.objects.count() == 0


def test_of_history_nobody_waits(tmp_path: Path, website: Channel) -> None:
    path = tmp_path / "old.jsonl"
    path.write_text(
        json.dumps({"id": "1", "text": "My order never came, where is it?", "author_name": "Ivana"})
    )
    assert run(path, "--history") == 0
    assert Conversation.objects.get().waiting_since is None
    assert not Clock.objects.exists()


def test_gzipped_jsonl_with_columns_of_other_names(tmp_path: Path, website: Channel) -> None:
    path = tmp_path / "messages.jsonl.gz"
    path.write_bytes(
        gzip.compress(json.dumps({"tweet": 7, "body": "Where is my tram?", "junk": [1]}).encode())
    )
    assert run(path, "--columns", "id=tweet,text=body") == 0
    assert Message.objects.get().external_id == "7"


def test_bad_rows_are_set_aside_with_line_and_reason_and_the_rest_goes_on(
    tmp_path: Path, website: Channel
) -> None:
    path = tmp_path / "messages.csv"
    path.write_text(
        'id,text,at,type,url\n1,"two\nlines",,,\n,no id,,,\n3,,,,\n4,bad time,yesterday,,\n5,bad type,,tweet,\n'
        "6,bad link,,,javascript:alert(1)\n7,good,2026-11-01,,\n"
    )
    assert run(path) == 1
    rejects = [
        json.loads(line) for line in (tmp_path / "messages.csv.rejects.jsonl").read_text().splitlines()
    ]
    assert [(reject["line"], reject["why"].split()[0]) for reject in rejects] == [
        (4, "id"), (5, "text"), (6, "at"), (7, "type"), (8, "url"),
    ]  # fmt: skip
    assert set(Message.objects.values_list("external_id", flat=True)) == {"1", "7"}


def test_a_broken_json_line_is_one_reject(tmp_path: Path, website: Channel) -> None:
    path = tmp_path / "messages.jsonl"
    path.write_text('{"id": 1, "text": "good"}\n{"id": 2, "te\n\n[]\n{"id": 3, "text": "good too"}\n')
    assert run(path) == 1
    assert Message.objects.count() == 2
    rejects = (tmp_path / "messages.jsonl.rejects.jsonl").read_text().splitlines()
    assert [(json.loads(line)["line"], json.loads(line)["why"][:8], json.loads(line)["raw"]) for line in rejects] == [
        (2, "not JSON", '{"id": 2, "te'), (4, "not a JS", "[]"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "row",
    ['{"id": 1, "text": {"a": 1}}', '{"id": 1, "text": "x", "at": "0001-01-01T00:00:00+14:00"}',
     '{"id": 1, "text": "\\ud83d"}', '{"id": 1, "text": "x", "at": "9999-12-31"}', "[" * 50_000],
)  # fmt: skip
def test_an_odd_row_is_set_aside_and_its_batch_goes_on(tmp_path: Path, website: Channel, row: str) -> None:
    path = tmp_path / "messages.jsonl"
    path.write_text(row + '\n{"id": 2, "text": "good"}\n')
    assert run(path) == 1
    assert Message.objects.get().external_id == "2"


@pytest.mark.parametrize(
    ("name", "content", "options", "said"),
    [
        ("a.csv", b"tweet,body\n1,x\n", (), "no column id and no column text"),
        ("a.csv", b"id,text\n1,\xff\xfe\n", (), "not UTF-8"),
        ("a.csv.gz", b"not gzip", (), "not a whole gzip file"),
        ("a.csv", b"id,text\n", ("--columns", "nope=x"), "is not OURS=THEIRS"),
        ("a.csv", b"id,text\n", ("--channel", "Twitter"), "It has: 'Website'"),
        ("a.csv", b"id,text\n", ("--client", "nobody"), "Clients: kruh"),
        ("missing.csv", None, (), "cannot be opened"),
    ],
)
def test_what_cannot_be_imported_is_said_in_one_sentence(
    tmp_path: Path, website: Channel, capsys: pytest.CaptureFixture[str], name: str, content: bytes | None,
    options: tuple[str, ...], said: str,
) -> None:  # fmt: skip
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert run(path, *options) == 2
    assert said in capsys.readouterr().err
    assert Message.objects.count() == 0


def test_it_takes_more_than_one_batch(tmp_path: Path, website: Channel) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(
        "".join(json.dumps({"id": n, "text": f"Are you open on day {n}?"}) + "\n" for n in range(1100))
    )
    assert run(path) == 0
    assert Message.objects.count() == Conversation.objects.count() == 1100
