"""The model card: what it was trained on, what it reaches, where it fails. Written by the training, never by hand."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from parlour.core.judgement.model import Model
from parlour.core.judgement.values import Kind
from training import examples, figures
from training.examples import Example
from training.figures import Figure, Judged

_KNOWN = (
    "- Abuse in plain words, without one that is vile by itself (threats by allusion, irony, curses on a family), is often missed.",
    "- Friends who insult each other fondly are at times read as insults; so is talk about groups of people that quotes hate.",
    "- French and Italian are told apart and read, but nothing in them is hidden: there are too few examples.",
    "- Our own tests were read once while the word lists grew, so their figures flatter the model a little.",
    "- Adversarial hate (hatemojibuild) is told from its harmless twins hardly better than by chance.",
)
_BEYOND = """On data sets outside of the licence classes above the shipped model was not trained at all: for it they are another
world. No weight and no threshold was fitted on any test part; how early the brakes hold and the usual operating point were
set by hand after looking at figures like these.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    own: list[Figure]
    public: list[Figure]
    judged: list[Judged]

    @classmethod
    def of(cls, trained: Model, own: Sequence[Example], public: Sequence[Example]) -> "Measured":
        judged = figures.judged(trained, [one for one in own if one.test])
        beyond = figures.judged(trained, [one for one in public if _measures(one)])
        return cls(figures.of_own(judged), figures.of_public(beyond), judged)


def _measures(one: Example) -> bool:
    return one.test


def written(
    found: Measured,
    beside: Measured | None,
    *,
    licences: Sequence[str],
    own: Sequence[Example],
    public: Sequence[Example],
    version: str,
) -> str:
    parts = (
        f"# Model card: judgement {version}\n",
        f"Written by `make train` on {datetime.now(UTC):%Y-%m-%d}.",
        f"Weights trained on licence classes: {', '.join(licences)}, and on our own writing.\n",
        "## Figures on our own writing that was kept for testing\n",
        _table(found.own, beside.own if beside else None),
        "## Figures on the test parts of public data sets\n",
        _BEYOND,
        _table(found.public, beside.public if beside else None),
        "## Reliability\n",
        *(_reliability(found.judged, kind) for kind in (Kind.INSULT, Kind.COMPLAINT)),
        "## Data\n",
        _data(own, public, licences),
        "## Known weaknesses\n",
        _weaknesses(found.judged),
    )
    return "\n".join(parts)


def _table(these: Sequence[Figure], beside: Sequence[Figure] | None) -> str:
    head = "| figure | texts | gate | goal | shipped |" + (
        " trained on everything |" if beside is not None else ""
    )
    rule = "| --- | ---: | ---: | ---: | ---: |" + (" ---: |" if beside is not None else "")
    others = {one.name: one for one in beside or ()}
    rows = [
        f"| {one.name} | {one.count} | {one.gate} | {one.goal} | {_shown(one)} |"
        + (f" {_shown(others[one.name])} |" if one.name in others else "")
        for one in these
    ]
    return "\n".join([head, rule, *rows, ""])


def _shown(one: Figure) -> str:
    if "AUC" in one.name or "F1" in one.name:
        return f"{one.value:.3f}"
    return f"{one.value:.0f}" if one.name.startswith("critical") else f"{100 * one.value:.2f} %"


def _reliability(found: Sequence[Judged], kind: Kind) -> str:
    rows = [
        f"| {part} | {count} | {mean:.2f} | {share:.2f} |"
        for part, count, mean, share in figures.reliability(found, kind)
    ]
    return "\n".join([f"| {kind}: said | texts | mean | was so |", "| --- | ---: | ---: | ---: |", *rows, ""])


def _data(own: Sequence[Example], public: Sequence[Example], licences: Sequence[str]) -> str:
    counts = Counter((one.source, one.test) for one in public)
    rows = [
        f"| {one.name} | {one.origin} | {one.terms} | {one.licence} | {counts[one.name, False]} | {counts[one.name, True]} | "
        f"{'trained and measured' if one.licence in licences else 'measured only'} |"
        for one in examples.DATA_SETS
        if counts[one.name, False] + counts[one.name, True]
    ]
    mine = Counter((one.language, one.test) for one in own)
    rows += [
        f"| our own, {language} | written for Parlour | Apache-2.0 | ship | {mine[language, False]} | {mine[language, True]} | trained and measured |"
        for language in sorted({one.language for one in own})
    ]
    head = "| data | origin | terms | class | train | test | use |\n| --- | --- | --- | --- | ---: | ---: | --- |"
    return "\n".join([head, *rows, ""])


def _weaknesses(found: Sequence[Judged]) -> str:
    mild = [one for one in found if not one.example.tags & {"abuse", "insult", "swear", "obfusc"}]
    missed = [one for one in found if one.example.labels.get(Kind.INSULT) and not one.judgement.hide]
    insults = sum(bool(one.example.labels.get(Kind.INSULT)) for one in found)
    lines = [
        f"- Of {insults} insults in our own tests, {len(missed)} are left for a person.",
        *_KNOWN,
        *(
            f'- Read as {one.judgement.kind}, written as {_wanted(one)}: "{one.example.text[:140]}"'
            for one in _wrong(mild)
        ),
    ]
    return "\n".join([*lines, ""])


def _wrong(found: Iterable[Judged]) -> list[Judged]:
    wrong = [one for one in found if not one.example.labels.get(one.judgement.kind)]
    return sorted(wrong, key=lambda one: -one.judgement.scores[one.judgement.kind])[:12]


def _wanted(one: Judged) -> str:
    return " and ".join(kind for kind in Kind if one.example.labels.get(kind))
