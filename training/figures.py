"""What the model reaches, measured through the product's own decision on texts that it was not trained on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.metrics import f1_score, roc_auc_score

from parlour.core.judgement.judging import judge_with
from parlour.core.judgement.model import Model
from parlour.core.judgement.values import Context, Judgement, Kind, Message
from training.examples import Example

_BATCH = 256
_OTHER_KINDS = (Kind.COMPLAINT, Kind.QUESTION, Kind.PRAISE, Kind.CHATTER)
INSULTS_AMONG_ALL = 0.1
_LANGUAGES = ("en", "de", "hr", "es")


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    value: float
    count: int  # texts it rests on
    gate: str = ""
    goal: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    example: Example
    judgement: Judgement


def judged(trained: Model, examples: Sequence[Example]) -> list[Judged]:
    """Without being told the language, as it comes from the platforms."""
    found: list[Judged] = []
    for at in range(0, len(examples), _BATCH):
        some = examples[at : at + _BATCH]
        verdicts = judge_with(trained, [Message(one.text) for one in some], Context())
        found += [Judged(example, verdict) for example, verdict in zip(some, verdicts, strict=True)]
    return found


def of_own(found: Sequence[Judged]) -> list[Figure]:
    complaints, insults = _kind(found, Kind.COMPLAINT), _kind(found, Kind.INSULT)
    swearing = [one for one in complaints if _tags(one) & {"swear", "abuse"}]
    natural = [one for one in complaints if not _tags(one) & {"swear", "abuse"}]
    critical = [one for one in found if "critical" in _tags(one)]
    at_brand = [one for one in insults if one.example.labels.get("brand")]
    rest = [one for one in found if not one.example.labels.get(Kind.INSULT)]
    return [
        _hidden("complaints without swearing hidden", natural, "0.3 %", "0.1 %"),
        _hidden("all complaints hidden (swearing over-sampled)", complaints, "0.5 %", "0.2 %"),
        _hidden(
            "swearing complaints hidden", [one for one in swearing if "swear" in _tags(one)], "2 %", "1 %"
        ),
        _hidden(
            "complaints with abuse hidden", [one for one in complaints if "abuse" in _tags(one)], "5 %", "2 %"
        ),
        Figure("critical ones hidden", sum(one.judgement.hide for one in critical), len(critical), "0", "0"),
        Figure("precision of hides at 10 % insults", _precision(insults, rest), len(found), "95 %", "97 %"),
        _hidden("insults hidden: all", insults, "30 %", "45 %"),
        _hidden("insults hidden: aimed at a brand", at_brand, "50 %", "65 %"),
        _auc("AUC insult against complaint", Kind.INSULT, insults, complaints, ".95", ".965"),
        _auc("AUC insult against swearing complaint", Kind.INSULT, insults, swearing, ".90", ".93"),
        Figure("the four other kinds, macro-F1", _macro_f1(found), len(found), ".60", ".68"),
        _auc(
            "complaint AUC",
            Kind.COMPLAINT,
            complaints,
            [one for one in found if one not in complaints],
            ".83",
            ".87",
        ),
        *_by_language(found),
    ]


def _by_language(found: Sequence[Judged]) -> Iterable[Figure]:
    for language in _LANGUAGES:
        some = [one for one in found if one.example.language == language]
        yield _hidden(f"{language}: insults hidden", _kind(some, Kind.INSULT), "40 %", "65 %")
        yield _hidden(f"{language}: complaints hidden", _kind(some, Kind.COMPLAINT), "3 %", "2 %")
        named = sum(one.judgement.language == language for one in some)
        yield Figure(f"{language}: language told", named / max(len(some), 1), len(some))


def of_public(found: Sequence[Judged]) -> list[Figure]:
    """By data set: what should be hidden, what should not."""
    figures: list[Figure] = []
    for source in dict.fromkeys(one.example.source for one in found):
        some = [one for one in found if one.example.source == source]
        for name, wanted in _PARTS:
            if part := [one for one in some if wanted(one.example)]:
                figures.append(_hidden(f"{source}: {name} hidden", part))
        if len({one.example.labels[Kind.INSULT] for one in some if Kind.INSULT in one.example.labels}) == 2:
            known = [one for one in some if Kind.INSULT in one.example.labels]
            figures.append(
                Figure(
                    f"{source}: accuracy, hide = insult", _accuracy(known, lambda one: one.hide), len(known)
                )
            )
            likely = _accuracy(known, lambda one: one.scores[Kind.INSULT] >= 0.5)
            figures.append(Figure(f"{source}: accuracy, insult more likely than not", likely, len(known)))
    return figures


_PARTS: tuple[tuple[str, Callable[[Example], bool]], ...] = (
    ("insults", lambda one: bool(one.labels.get(Kind.INSULT))),
    ("complaints", lambda one: bool(one.labels.get(Kind.COMPLAINT))),
    ("known not to be insults", lambda one: one.labels.get(Kind.INSULT) is False),
    ("others", lambda one: Kind.INSULT not in one.labels),
)


def reliability(found: Sequence[Judged], kind: Kind) -> list[tuple[str, int, float, float]]:
    """Per tenth of the probability: how many, mean probability, share that was so."""
    scores = np.array([one.judgement.scores[kind] for one in found])
    holds = np.array([bool(one.example.labels.get(kind)) for one in found])
    tenths = np.minimum((scores * 10).astype(int), 9)
    return [
        (
            f"{tenth / 10:.1f}-{tenth / 10 + 0.1:.1f}",
            int(chosen.sum()),
            float(scores[chosen].mean()),
            float(holds[chosen].mean()),
        )
        for tenth in range(10)
        if (chosen := tenths == tenth).any()
    ]


def _tags(one: Judged) -> frozenset[str]:
    return one.example.tags


def _kind(found: Iterable[Judged], kind: Kind) -> list[Judged]:
    return [one for one in found if one.example.labels.get(kind)]


def _rate(found: Sequence[Judged]) -> float:
    return sum(one.judgement.hide for one in found) / max(len(found), 1)


def _hidden(name: str, found: Sequence[Judged], gate: str = "", goal: str = "") -> Figure:
    return Figure(name, _rate(found), len(found), gate, goal)


def _precision(insults: Sequence[Judged], rest: Sequence[Judged]) -> float:
    right, wrong = INSULTS_AMONG_ALL * _rate(insults), (1 - INSULTS_AMONG_ALL) * _rate(rest)
    return right / (right + wrong) if right + wrong else 1.0


def _auc(
    name: str, kind: Kind, those: Sequence[Judged], others: Sequence[Judged], gate: str, goal: str
) -> Figure:
    scores = [one.judgement.scores[kind] for one in (*those, *others)]
    area = roc_auc_score([1] * len(those) + [0] * len(others), scores) if those and others else float("nan")
    return Figure(name, float(area), len(scores), gate, goal)


def _macro_f1(found: Sequence[Judged]) -> float:
    """Of the strongest kind, against the first kind that the writer of the text named."""
    known = [one for one in found if any(one.example.labels.get(kind) for kind in _OTHER_KINDS)]
    wanted = [next(kind for kind in _OTHER_KINDS if one.example.labels.get(kind)) for one in known]
    said = [one.judgement.kind for one in known]
    return float(f1_score(wanted, said, labels=list(_OTHER_KINDS), average="macro", zero_division=0))


def _accuracy(found: Sequence[Judged], insulting: Callable[[Judgement], bool]) -> float:
    return float(np.mean([insulting(one.judgement) == one.example.labels[Kind.INSULT] for one in found]))
