"""Judges a batch of messages: read, decide, explain. Pure but for the cache of words already seen."""

import functools
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from parlour.core.judgement import clientwords, languages, model, reasons, verdicts
from parlour.core.judgement.clientwords import Found, Mark
from parlour.core.judgement.features import Floats
from parlour.core.judgement.model import HEADS, KINDS, TONGUES, Model, Reading
from parlour.core.judgement.values import (
    MAKER,
    UNKNOWN,
    ClientWords,
    Context,
    Correction,
    Judgement,
    Kind,
    Message,
    Reason,
)
from parlour.core.judgement.verdicts import Bounds, Evidence, Verdict

# Of fewer complaints in a language we know less: a promise of one in 250 would be hollow there, and hide next to nothing.
DEFAULT_ONE_IN, DEFAULT_ONE_IN_ENGLISH = 75, 250
_CRITICAL, _ABUSE = HEADS.index("critical"), HEADS.index("abuse")
_SEVERITIES = slice(_ABUSE + 1, _ABUSE + 4)
_TARGETS = slice(_ABUSE + 4, len(HEADS) - len(TONGUES))
_NEVER = Bounds(hide_logit=float("inf"), wordless=0.0, complaint=0.5, critical=0.5, other=0.5)
_SHARED = Context()


def judge(messages: Sequence[Message], context: Context = _SHARED) -> list[Judgement]:
    """One judgement per message, in order, by the model that comes with Parlour."""
    return judge_with(model.shipped(), messages, context)


def judge_with(trained: Model, messages: Sequence[Message], context: Context) -> list[Judgement]:
    if not messages:
        return []
    plain = context.words == _SHARED.words
    found = [_found(message, None if plain else context.words) for message in messages]
    reading = trained.read([one.text for one in found])
    logits = _corrected(trained.calibrated(reading.logits), context.correction)
    bounds = functools.cache(functools.partial(_bound, trained, context))
    return [
        _judgement(message, one, evidence, bounds=bounds, version=trained.version)
        for message, one, evidence in zip(messages, found, _evidence(trained, reading, logits), strict=True)
    ]


def _found(message: Message, words: ClientWords | None) -> Found:
    """The writer's own words, without what they quote from the message they answer and without the client's words."""
    text = message.text
    if message.parent and len(message.parent) > 8 and message.parent in text:
        text = text.replace(message.parent, '"…"')
    if words is None:
        return Found(text)
    return clientwords.finder(clientwords.entries(words, languages.normal(message.language))).find(text)


def _corrected(logits: Floats, correction: Correction | None) -> Floats:
    if correction is None:
        return logits
    offsets = np.zeros(len(HEADS), np.float32)
    offsets[: len(KINDS)] = [correction.offsets.get(kind, 0.0) for kind in KINDS]
    return logits + offsets


def _evidence(trained: Model, reading: Reading, logits: Floats) -> list[Evidence]:
    probabilities = (1 / (1 + np.exp(-logits))).tolist()
    ends = [0, *np.cumsum(reading.encoded.lengths).tolist()]
    classes = reading.classes.tolist()
    words = [trained.vocabulary.words[number] for number in reading.encoded.ids.tolist()]
    insults = logits[:, 0].tolist()
    tongues, certainty = reading.tongues.tolist(), reading.certainty.tolist()
    return [
        Evidence(
            scores=dict(zip(KINDS, row, strict=False)),
            critical=row[_CRITICAL],
            abuse=row[_ABUSE],
            severities=row[_SEVERITIES],
            targets=row[_TARGETS],
            insult_logit=insults[at],
            words=words[start:end],
            classes=classes[start:end],
            tongue=TONGUES[tongues[at]],
            certainty=certainty[at],
        )
        for at, (row, (start, end)) in enumerate(zip(probabilities, pairwise(ends), strict=True))
    ]


def _judgement(
    message: Message, found: Found, evidence: Evidence, *, bounds: Callable[[str], Bounds], version: str
) -> Judgement:
    language = languages.told(
        message.text, hint=message.language, guess=evidence.tongue, certainty=evidence.certainty
    )
    bound = bounds(language)
    evidence = verdicts.with_client_curse(evidence) if found.first(Mark.CURSE) else evidence
    kinds, kind = verdicts.kinds(evidence.scores)
    target = verdicts.target(evidence, addressed=message.addressed, staff=bool(found.first(Mark.STAFF)))
    verdict = Verdict(
        kinds=kinds,
        target=target,
        language=language,
        hide=verdicts.hides(evidence, bound),
        braked=verdicts.complaint_like(evidence, bound),
        critical=verdicts.critical(evidence, bound),
    )
    return Judgement(
        kind=kind,
        kinds=kinds,
        scores=evidence.scores,
        hide=verdict.hide,
        complaint_like=verdict.braked,
        critical=verdict.critical,
        unsure=language == UNKNOWN or (Kind.INSULT in kinds and not verdict.hide),
        severity=verdicts.severity(evidence),
        sentiment=verdicts.sentiment(evidence.scores),
        language=language,
        target=target,
        reasons=reasons.kept(_because(found, evidence, verdict), text=message.text),
        maker=MAKER,
        version=version,
    )


def _bound(trained: Model, context: Context, language: str) -> Bounds:
    point, brakes = trained.points.get(language), trained.brakes
    if point is None:
        return _NEVER
    usual = DEFAULT_ONE_IN_ENGLISH if language == "en" else DEFAULT_ONE_IN
    return Bounds(
        hide_logit=point.logit(context.one_complaint_in or usual),
        wordless=point.wordless,
        complaint=brakes["complaint"],
        critical=brakes["critical"],
        other=brakes["other"],
    )


def _because(found: Found, evidence: Evidence, verdict: Verdict) -> list[Reason]:
    because = [Reason(reasons.CLIENT_CURSE, word)] if (word := found.first(Mark.CURSE)) else []
    because += verdicts.because(evidence, verdict)
    if verdict.language == UNKNOWN:
        because.append(Reason(reasons.FOREIGN))
    if Kind.INSULT in verdict.kinds and not verdict.hide:
        because.append(Reason(reasons.BRAKED if verdict.braked or verdict.critical else reasons.DOUBTFUL))
    return because
