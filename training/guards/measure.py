"""Measure the guards on our own labelled examples: `python training/guards/measure.py [tune|test|held|fresh|last] [-v]`."""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from parlour.core import guards, promises
from parlour.core.guards.copied import copied
from parlour.core.guards.tone import tone

HERE = Path(__file__).parent
WEDNESDAY = datetime(2026, 11, 18, 10, tzinfo=UTC)
ZAGREB = promises.Calendar(zone="Europe/Zagreb")


def rows(name: str) -> Iterator[list[str]]:
    """The lines of one set; none where we wrote no such set."""
    if not (HERE / name).exists():
        return
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def measure_promises(half: str, *, verbose: bool = False) -> dict[str, float]:
    """Precision and recall per language, and how many due dates were right among the promises found."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for language, due, text in rows(f"promises_{half}.tsv"):
        found = promises.foremost(promises.find(text, now=WEDNESDAY, calendar=ZAGREB, language=language))
        outcome = _outcome(due, found)
        counts[language][outcome] += 1
        if verbose and outcome in {"missed", "false", "wrong date"}:
            print(outcome, language, due, text, found and found.due, sep=" | ")
    return {name: value for language, count in counts.items() for name, value in _rates(language, count)}


def _outcome(due: str, found: promises.Promise | None) -> str:
    if found is None:
        return "clean" if due == "-" else "missed"
    if due == "-":
        return "false"
    named = found.due.date().isoformat() if found.due else "?"
    return "right" if named == due else "wrong date"


def _rates(language: str, count: Counter[str]) -> Iterator[tuple[str, float]]:
    found = count["right"] + count["wrong date"]
    yield f"promises.{language}.precision", found / max(1, found + count["false"])
    yield f"promises.{language}.recall", found / max(1, found + count["missed"])
    yield f"promises.{language}.dates_right", count["right"] / max(1, found)


def measure_tone(half: str, *, verbose: bool = False) -> dict[str, float]:
    """Hostile drafts caught and friendly ones warned, per language."""
    warned: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for language, label, text in rows(f"tone_{half}.tsv"):
        findings = list(tone(guards.Draft(text, language), guards.Context()))
        warned[language, label].append(bool(findings))
        if verbose and bool(findings) != (label == "hostile"):
            print(label, language, text, [finding.message for finding in findings], sep=" | ")
    return {
        f"tone.{language}.{label}_warned": sum(seen) / len(seen) for (language, label), seen in warned.items()
    }


def measure_copied(half: str, *, verbose: bool = False) -> dict[str, float]:
    """Share of drafts found copied, per language: light and heavy paraphrases of what was said, and new answers."""
    examples = list(rows(f"copied_{half}.tsv"))
    said = [(language, guards.Earlier(text)) for language, _, label, text in examples if label == "said"]
    found: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for language, _, label, text in examples:
        history = tuple(earlier for known, earlier in said if known == language and earlier.text != text)
        findings = list(copied(guards.Draft(text, language), guards.Context(history=history)))
        found[language, "new" if label == "said" else label].append(bool(findings))
        if verbose and bool(findings) != (label in {"light", "heavy"}):
            print(label, language, text, [finding.message for finding in findings], sep=" | ")
    return {
        f"copied.{language}.{label}_found": sum(seen) / len(seen) for (language, label), seen in found.items()
    }


MEASURES = (measure_promises, measure_tone, measure_copied)


if __name__ == "__main__":
    half = next(
        (argument for argument in sys.argv[1:] if argument in {"tune", "test", "held", "fresh", "last"}),
        "tune",
    )
    for measure in MEASURES:
        for name, value in measure(half, verbose="-v" in sys.argv).items():
            print(f"{name:<32} {value:.3f}")
