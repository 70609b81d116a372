"""Labelled texts: our own writing, and public data sets in the form that docs/judgement.md describes."""

import csv
import gzip
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from parlour.core.judgement.languages import normal
from parlour.core.judgement.model import SEVERITIES, TARGETS, TONGUES
from parlour.core.judgement.values import Kind
from training import frames

OWN_WEIGHT = 30.0
FRAME_WEIGHT = 3.0
_KINDS = frozenset(Kind)


@dataclass(frozen=True, slots=True)
class Example:
    text: str
    language: str
    source: str
    test: bool
    labels: Mapping[str, bool]  # by head; a head that is missing is not known
    tags: frozenset[str] = frozenset()  # of our own writing: swear, abuse, quoted, obfusc ...
    weight: float = 1.0


class NoData(ValueError):
    """The folder holds no data set of the known form."""


def own(folder: Path) -> list[Example]:
    """Every `LANGUAGE_train_*.tsv` and `LANGUAGE_test_*.tsv`, also `gap_LANGUAGE_...`."""
    return [example for path in sorted(folder.glob("*_t*.tsv")) for example in _own_file(path)]


def framed(folder: Path, *, seed: int) -> list[Example]:
    """Our sentences with a gap for a group of people, filled; a sentence weighs as much as one message of ours."""
    groups = frames.groups(folder)
    return [
        replace(
            example, text=text, source=f"frames_{example.language}", tags=frozenset(), weight=FRAME_WEIGHT
        )
        for path in sorted(folder.glob("*_t*.tsv"))
        for example in _own_file(path)
        for text in frames.filled(example.text, groups[example.language], seed=str(seed))
    ]


def foreign(path: Path, *, seed: int) -> list[Example]:
    """Strings of common words in languages that cannot be judged; they teach the language, nothing else."""
    return [
        Example(text, language, "foreign", test=False, labels=_tongue(language), weight=FRAME_WEIGHT)
        for language, text in frames.foreign(path, seed=seed)
    ]


def _own_file(path: Path) -> Iterator[Example]:
    parts = path.stem.removeprefix("gap_").split("_")
    language, test = parts[0], "test" in parts
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    for line in filter(None, lines):
        columns = line.split("\t", 3)
        if len(columns) == 4:
            yield _own_example(columns, language=language, source=path.stem, test=test)


def _own_example(columns: list[str], *, language: str, source: str, test: bool) -> Example:
    tags = frozenset(columns[0].split())
    labels: dict[str, bool] = {kind: kind in tags for kind in Kind}
    labels["critical"] = "critical" in tags
    labels["abuse"] = bool(tags & {"abuse", "insult"})
    labels |= {head: int(columns[1] or 0) > at for at, head in enumerate(SEVERITIES)}
    labels |= {target: columns[2] == target for target in TARGETS}
    labels |= _tongue(language)
    text = columns[3].replace("⏎", "\n")
    return Example(text, language, source, test, labels, tags=tags, weight=OWN_WEIGHT)


def public(folder: Path, licences: Iterable[str]) -> list[Example]:
    """The data sets of these licence classes that are there; NoData when there is none at all."""
    allowed = frozenset(licences)
    found = [data_set for data_set in DATA_SETS if (folder / f"{data_set.name}.csv.gz").exists()]
    if not found:
        raise NoData(f"{folder} holds none of the known data sets (*.csv.gz).")
    return [one for data_set in found if data_set.licence in allowed for one in _rows(folder, data_set)]


Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DataSet:
    name: str
    licence: str  # ship, research or nc
    labels: Callable[[Row], dict[str, bool]]
    weight: float = 1.0
    origin: str = ""
    terms: str = ""


def _rows(folder: Path, data_set: DataSet) -> Iterator[Example]:
    with gzip.open(folder / f"{data_set.name}.csv.gz", "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["text"]:
                language = normal(row["lang"])
                labels = data_set.labels(row) | _tongue(language)
                yield Example(
                    row["text"],
                    language,
                    data_set.name,
                    row["split"] == "test",
                    labels,
                    weight=data_set.weight,
                )


def _tongue(language: str) -> dict[str, bool]:
    known = language if language in TONGUES else "und"
    return {tongue: tongue == known for tongue in TONGUES}


def _insulting(row: Row) -> dict[str, bool]:
    """Sets on abuse: insults are those the source aims at somebody; plain swearing is abuse of unknown aim."""
    labels = {"complaint": False, "spam": False, "critical": False}
    if row["label5"] == "insult":
        return labels | {
            Kind.INSULT: True,
            "abuse": True,
            Kind.PRAISE: False,
            Kind.QUESTION: False,
            Kind.CHATTER: False,
        }
    if row["abuse"] == "0":
        return labels | {Kind.INSULT: False, "abuse": False}
    if row["kind"] == "untargeted_profanity":
        return labels | {Kind.INSULT: False, "abuse": True}
    return labels | {"abuse": True}


def _spam(row: Row) -> dict[str, bool]:
    spam = row["kind"] == "spam"
    return {Kind.SPAM: spam, Kind.INSULT: False, Kind.COMPLAINT: False} | (
        {Kind.PRAISE: False, Kind.QUESTION: False, Kind.CHATTER: False} if spam else {}
    )


def _asking(row: Row) -> dict[str, bool]:
    labels: dict[str, bool] = dict.fromkeys(
        (Kind.INSULT, Kind.COMPLAINT, Kind.SPAM, Kind.PRAISE, "abuse", "critical"), False
    )
    return labels | ({Kind.QUESTION: row["label5"] == "question"} if row["label5"] else {})


def _towards_brand(row: Row) -> dict[str, bool]:
    labels: dict[str, bool] = {Kind.INSULT: False, Kind.SPAM: False}
    if not row["label5"]:
        return labels
    return labels | {kind: row["label5"] == kind for kind in (Kind.COMPLAINT, Kind.PRAISE)}


def _customers(_: Row) -> dict[str, bool]:
    return {Kind.INSULT: False, Kind.SPAM: False, Kind.PRAISE: False}


def _sentiment(row: Row) -> dict[str, bool]:
    return {Kind.PRAISE: row["sentiment"] == "positive"} if row["sentiment"] == "negative" else {}


DATA_SETS = (
    DataSet(
        "davidson_en", "ship", _insulting, origin="t-davidson/hate-speech-and-offensive-language", terms="MIT"
    ),
    DataSet("germeval2018_de", "ship", _insulting, origin="uds-lsv/GermEval-2018-Data", terms="CC BY 4.0"),
    DataSet(
        "hatemojibuild_en", "ship", _insulting, origin="HannahKirk/Hatemoji", terms="CC BY 4.0", weight=1.5
    ),
    DataSet("mlma_fr", "ship", _insulting, origin="HKUST-KnowComp/MLMA_hate_speech", terms="MIT"),
    DataSet("clinc150_en", "ship", _asking, origin="clinc/oos-eval", terms="CC BY 3.0", weight=0.3),
    DataSet("youtube_spam_en", "ship", _spam, origin="UCI TubeSpam", terms="UCI, citation"),
    DataSet(
        "sms_spam_en",
        "ship",
        _spam,
        origin="UCI SMS Spam Collection",
        terms="free for all purposes",
        weight=0.5,
    ),
    DataSet("olid_en", "research", _insulting, origin="idontflow/OLID", terms="research"),
    DataSet(
        "sxsw_brand_en", "research", _towards_brand, origin="CrowdFlower", terms="not verified", weight=0.5
    ),
    DataSet(
        "semeval2017_sentiment_en",
        "research",
        _sentiment,
        origin="cardiffnlp/tweeteval",
        terms="research",
        weight=0.3,
    ),
    DataSet(
        "umsab_sentiment_multi",
        "research",
        _sentiment,
        origin="cardiffnlp/xlm-t",
        terms="research",
        weight=0.3,
    ),
    DataSet(
        "airline_en",
        "nc",
        _towards_brand,
        origin="fastforwardlabs/airline-sentiment",
        terms="CC BY-NC-SA 4.0",
    ),
    DataSet(
        "ucc_news_en",
        "nc",
        _insulting,
        origin="conversationai/unhealthy-conversations",
        terms="CC BY-NC-SA 4.0",
    ),
    DataSet(
        "senticomments_sr",
        "nc",
        _sentiment,
        origin="vukbatanovic/SentiComments.SR",
        terms="CC BY-NC-SA 4.0",
        weight=0.3,
    ),
    DataSet(
        "twcs_airline_unlabelled_en",
        "nc",
        _customers,
        origin="asappresearch/dialog-intent-induction",
        terms="CC BY-NC-SA 4.0",
        weight=0.5,
    ),
)
