"""Judgement's speed and quality, beside three off-the-shelf judges of abuse on the same texts."""

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from better_profanity import profanity
from profanity_check import predict_prob
from sklearn.metrics import roc_auc_score
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from bench import report
from parlour.core import judgement
from parlour.core.judgement import Kind, Message
from training import examples
from training.examples import Example

_OWN = Path(__file__).resolve().parent.parent / "training/own"
_BATCH = 256
_SECONDS = 3.0
# What a process holds now, not its peak: a child inherits the peak of its parent.
_LOAD = """
import resource, time
from pathlib import Path
import numpy
def held(): return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20
before, start = held(), time.perf_counter()
from parlour.core import judgement
judgement.judge([judgement.Message("where is my order")])
judgement.judge([judgement.Message("a"), judgement.Message("koliko je to dobro, ajde molim te lijepo")])
print(time.perf_counter() - start, held() - before)
"""


def run() -> list[report.Figure]:
    """Each figure with the best of the three beside it, as `reference`."""
    tested = [one for one in examples.own(_OWN) if one.test]
    return [*_speed([one.text for one in tested]), *_loading(), *_quality(tested)]


def _speed(texts: Sequence[str]) -> list[report.Figure]:
    messages = [Message(text) for text in texts]
    batches = [messages[at : at + _BATCH] for at in range(0, len(messages) - _BATCH + 1, _BATCH)]
    ours = _rate(lambda: [judgement.judge(batch) for batch in batches], len(batches) * _BATCH)
    theirs = _rate(lambda: predict_prob(list(texts[:_BATCH])), _BATCH)
    single = _median([lambda message=message: judgement.judge([message]) for message in messages[:1000]])
    alone = _median([lambda text=text: predict_prob([text]) for text in texts[:100]])
    return [
        _figure("batch256_per_s", ours, "messages/s", "alt-profanity-check", theirs),
        _figure("single_p50", single * 1000, "ms", "alt-profanity-check", alone * 1000),
    ]


def _rate(work: Callable[[], object], count: int) -> float:
    """Processor time, so that a busy machine changes little; the first round warms up."""
    work()
    rounds, start = 0, time.process_time()
    while time.process_time() - start < _SECONDS:
        work()
        rounds += 1
    return rounds * count / (time.process_time() - start)


def _median(works: Sequence[Callable[[], object]]) -> float:
    taken = []
    for work in works:
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return float(np.median(taken))


def _loading() -> list[report.Figure]:
    """In a process of its own: the first judgement, with everything that it loads."""
    out = subprocess.run([sys.executable, "-c", _LOAD], check=True, capture_output=True, text=True).stdout
    seconds, megabytes = map(float, out.split())
    return [
        _figure("load", seconds, "s", "the budget", 0.5),
        _figure("memory", megabytes, "MiB", "the budget", 60),
    ]


def _quality(tested: Sequence[Example]) -> list[report.Figure]:
    english = [one for one in tested if one.language == "en"]
    judged = judgement.judge([Message(one.text) for one in english])
    ours = [one.hide for one in judged]
    scores = {"parlour": [one.scores[Kind.INSULT] for one in judged], **_their_scores(english)}
    hides = {"better-profanity": [profanity.contains_profanity(one.text) for one in english]}
    hides |= {name: [score > _SURE[name] for score in scores[name]] for name in _SURE}
    parts: tuple[tuple[str, Callable[[Example], bool], Callable[..., float]], ...] = (
        ("complaints_hidden", lambda one: one.labels[Kind.COMPLAINT], min),
        ("swearing_complaints_hidden", lambda one: one.labels[Kind.COMPLAINT] and "swear" in one.tags, min),
        ("insults_hidden", lambda one: one.labels[Kind.INSULT], max),
    )
    figures = []
    for name, wanted, best in parts:
        theirs = {peer: 100 * _share(hidden, english, wanted) for peer, hidden in hides.items()}
        peer = best(theirs, key=theirs.__getitem__)
        figures.append(_figure(f"en_{name}", 100 * _share(ours, english, wanted), "%", peer, theirs[peer]))
    areas = {name: _area(found, english) for name, found in scores.items()}
    peer = max(_SURE, key=lambda name: areas[name])
    figures.append(_figure("en_auc_insult_against_complaint", areas["parlour"], "", peer, areas[peer]))
    precisions = {name: _precision(hidden, english) for name, hidden in hides.items()}
    peer = max(precisions, key=precisions.__getitem__)
    figures.append(_figure("en_precision_at_a_tenth", _precision(ours, english), "%", peer, precisions[peer]))
    return figures


_SURE = {"alt-profanity-check": 0.5, "VADER": 0.6}


def _their_scores(tested: Sequence[Example]) -> dict[str, list[float]]:
    vader = SentimentIntensityAnalyzer()
    return {
        "alt-profanity-check": predict_prob([one.text for one in tested]).tolist(),
        "VADER": [-vader.polarity_scores(one.text)["compound"] for one in tested],
    }


def _share(hidden: Sequence[bool], tested: Sequence[Example], wanted: Callable[[Example], bool]) -> float:
    return float(np.mean([hid for hid, one in zip(hidden, tested, strict=True) if wanted(one)]))


def _area(scores: Sequence[float], tested: Sequence[Example]) -> float:
    chosen = [at for at, one in enumerate(tested) if one.labels[Kind.INSULT] or one.labels[Kind.COMPLAINT]]
    return float(
        roc_auc_score([tested[at].labels[Kind.INSULT] for at in chosen], [scores[at] for at in chosen])
    )


def _precision(hidden: Sequence[bool], tested: Sequence[Example]) -> float:
    """With one insult among ten messages."""
    right = 0.1 * _share(hidden, tested, lambda one: one.labels[Kind.INSULT])
    wrong = 0.9 * _share(hidden, tested, lambda one: not one.labels[Kind.INSULT])
    return 100 * right / (right + wrong) if right + wrong else 100.0


def _figure(name: str, value: float, unit: str, peer: str, theirs: float) -> report.Figure:
    return report.figure(f"judgement.{name}", value, unit, reference=peer, reference_value=theirs)
