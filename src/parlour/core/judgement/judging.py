"""Judges a batch of messages: read, decide, explain. Pure but for the cache of words already seen."""

from collections.abc import Sequence
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
    Target,
)
from parlour.core.judgement.verdicts import Bounds, Evidence

DEFAULT_ONE_IN = 500
_CRITICAL, _ABUSE = HEADS.index("critical"), HEADS.index("abuse")
_SEVERITIES = slice(_ABUSE + 1, _ABUSE + 4)
_TARGETS = slice(_ABUSE + 4, len(HEADS) - len(TONGUES))
_NEVER = Bounds(hide_logit=float("inf"), brake=0.5, critical=0.5)
_SHARED = Context()


def judge(messages: Sequence[Message], context: Context = _SHARED) -> list[Judgement]:
    """One judgement per message, in order, by the model that comes with Parlour."""
    return judge_with(model.shipped(), messages, context)


def judge_with(trained: Model, messages: Sequence[Message], context: Context) -> list[Judgement]:
    if not messages:
        return []
    found = [_found(message, context.words) for message in messages]
    reading = trained.read([one.text for one in found])
    logits = _corrected(trained.calibrated(reading.logits), context.correction)
    return [
        _judgement(trained, message, one, evidence, context)
        for message, one, evidence in zip(messages, found, _evidence(trained, reading, logits), strict=True)
    ]


def _found(message: Message, words: ClientWords) -> Found:
    """The writer's own words, without what they quote from the message they answer and without the client's words."""
    text = message.text
    if message.parent and len(message.parent) > 8 and message.parent in text:
        text = text.replace(message.parent, '"…"')
    if words == _SHARED.words:
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


def _judgement(trained: Model, message: Message, found: Found, evidence: Evidence, context: Context) -> Judgement:
    language = languages.told(message.text, hint=message.language, guess=evidence.tongue, certainty=evidence.certainty)
    bounds = _bounds(trained, language, context)
    evidence = verdicts.with_client_curse(evidence) if found.first(Mark.CURSE) else evidence
    kinds, kind = verdicts.kinds(evidence.scores)
    critical = verdicts.critical(evidence, bounds)
    target = verdicts.target(evidence, addressed=message.addressed, staff=bool(found.first(Mark.STAFF)))
    braked = verdicts.complaint_like(evidence, bounds)
    hide = verdicts.hides(evidence, bounds)
    return Judgement(
        kind=kind,
        kinds=kinds,
        scores=evidence.scores,
        hide=hide,
        complaint_like=braked,
        critical=critical,
        unsure=language == UNKNOWN or (evidence.scores[Kind.INSULT] >= verdicts.LIKELY and not hide),
        severity=verdicts.severity(evidence),
        sentiment=verdicts.sentiment(evidence.scores),
        language=language,
        target=target,
        reasons=_reasons(message, found, evidence, kinds, critical, target, language, hide),
        maker=MAKER,
        version=trained.version,
    )


def _bounds(trained: Model, language: str, context: Context) -> Bounds:
    point = trained.points.get(language)
    if point is None:
        return _NEVER
    one_in = context.one_complaint_in or DEFAULT_ONE_IN
    return Bounds(hide_logit=point.logit(one_in), brake=trained.brakes["complaint"], critical=trained.brakes["critical"])


def _reasons(
    message: Message,
    found: Found,
    evidence: Evidence,
    kinds: frozenset[Kind],
    critical: bool,
    target: Target,
    language: str,
    hide: bool,
) -> tuple[Reason, ...]:
    because = [Reason(reasons.CLIENT_CURSE, word)] if (word := found.first(Mark.CURSE)) else []
    because += verdicts.because(evidence, kinds, critical=critical, aimed=target in _PERSONS)
    if language == UNKNOWN:
        because.append(Reason(reasons.FOREIGN))
    if Kind.INSULT in kinds and not hide:
        because.append(Reason(reasons.BRAKED if evidence.scores[Kind.COMPLAINT] > 0.2 or critical else reasons.SHORT))
    return reasons.kept(because, text=message.text)


_PERSONS = frozenset({Target.MEMBER, Target.EMPLOYEE})
