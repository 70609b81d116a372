"""Training runs from any folder of the known form and is the same each time."""

import csv
import gzip
import json

import numpy as np
import pytest

from parlour.core.judgement import Context, Message, model
from parlour.core.judgement.judging import judge_with
from training import __main__ as training
from training import examples, frames

KINDS = {
    "insult abuse": "you are pathetic scum {}",
    "complaint": "my order {} is late, please refund",
    "question": "when do you open on day {}?",
    "praise": "lovely bread {} thank you",
    "spam": "win a free phone {} click URL",
    "chatter": "see you at the match {}",
    "complaint critical": "my child was hurt by toy {}",
}


@pytest.fixture
def folder(tmp_path):
    for split, start in (("train", 0), ("test", 100)):
        rows = [
            f"{kind}\t2\tbrand\t{text.format(start + number)}"
            for kind, text in KINDS.items()
            for number in range(24)
        ]
        (tmp_path / f"en_{split}_01.tsv").write_text("\n".join(["labels\tseverity\ttarget\ttext", *rows]))
    fields = ["id", "text", "lang", "label5", "abuse", "kind", "orig", "split"]
    with gzip.open(tmp_path / "davidson_en.csv.gz", "wt", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(fields)
        writer.writerows(
            [n, f"such scum {n}", "en", "insult", "1", "hate", "hate", "train"] for n in range(20)
        )
        writer.writerows([n, f"such bread {n}", "en", "", "0", "", "neither", "test"] for n in range(20))
    (tmp_path / "groups.tsv").write_text("language\tmany\tone\tadjective\nen\tbakers\tbaker\tfloury\n")
    return tmp_path


def run(folder, name):
    arguments = [
        "--data",
        folder,
        "--own",
        folder,
        "--frames",
        folder,
        "--model",
        folder / name,
        "--card",
        folder / "card.md",
        "--no-beside",
    ]
    assert training.main([str(one) for one in arguments]) == 0
    with np.load(folder / name) as stored:
        return dict(stored)


@pytest.fixture
def no_frames(monkeypatch):
    monkeypatch.setattr(examples, "framed", lambda *_, **__: [])


def test_one_command_writes_a_model_and_its_card(folder, no_frames, capsys):
    trained = model.load(run(folder, "model.npz"))
    found = judge_with(trained, [Message("my order 7 is late, please refund")], Context())[0]
    assert not found.hide
    card = (folder / "card.md").read_text()
    assert "davidson_en" in card
    assert card in capsys.readouterr().out


def test_the_same_seed_gives_the_same_weights(folder, no_frames):
    first, second = run(folder, "a.npz"), run(folder, "b.npz")
    assert np.array_equal(first["rows"], second["rows"])
    assert json.loads(str(first["about"]))["points"] == json.loads(str(second["about"]))["points"]


def test_a_folder_without_data_is_refused(tmp_path, capsys):
    assert training.main(["--data", str(tmp_path)]) == 2
    assert "none of the known data sets" in capsys.readouterr().err


def test_test_rows_are_never_learnt_from(folder):
    assert {one.test for one in examples.public(folder, ["ship"])} == {True, False}
    assert examples.public(folder, ["nc"]) == []


def test_a_gap_is_filled_with_groups(folder):
    groups = frames.groups(folder)
    assert list(frames.filled("I like {group}", groups["en"], seed="1")) == ["I like bakers"]
    assert list(frames.filled("no gap", groups["en"], seed="1")) == ["no gap"]
