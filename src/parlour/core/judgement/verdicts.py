"""From probabilities to a judgement: kinds, severity, target, the brake, and whether the default agreement hides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from parlour.core.judgement import reasons
from parlour.core.judgement.lexicon import ABUSIVE, WordClass
from parlour.core.judgement.values import Kind, Reason, Sentiment, Severity, Target

LIKELY = 0.5
FEWEST_WORDS = 2  # one word of abuse is hidden only when it can be nothing else
SURE = 0.8

CLIENT_CURSE = 2.0  # in logits
_KEPT = (Kind.QUESTION, Kind.PRAISE, Kind.SPAM)
_TARGETS = tuple(Target)
_PERSONS = frozenset({Target.MEMBER, Target.EMPLOYEE})
_ALONE = frozenset({WordClass.VILE, WordClass.SLUR, WordClass.FUOFF, WordClass.EMOBAD})
_ASKED = (WordClass.ASK, WordClass.QUEST)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one text when it is decided."""

    scores: dict[Kind, float]
    critical: float
    abuse: float
    severities: Sequence[float]
    targets: Sequence[float]
    insult_logit: float
    words: Sequence[str]
    classes: Sequence[int]
    tongue: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Bounds:
    """How sure one must be here: the operating point of a client in a language."""

    hide_logit: float
    wordless: float  # added to it where no abusive word is named
    complaint: float  # probabilities from which a text is kept
    critical: float
    other: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided, for the reasons to explain."""

    kinds: frozenset[Kind]
    target: Target
    language: str
    hide: bool
    braked: bool
    critical: bool


def kinds(scores: Mapping[Kind, float]) -> tuple[frozenset[Kind], Kind]:
    """Every kind more likely than not, and the strongest. Chatter is what is left."""
    strongest = max(scores, key=scores.__getitem__)
    return frozenset(kind for kind, score in scores.items() if score >= LIKELY) | {strongest}, strongest


def critical(evidence: Evidence, bounds: Bounds) -> bool:
    """By the model, or because two dangers are named."""
    return evidence.critical >= bounds.critical or evidence.classes.count(WordClass.CRIT) > 1


def complaint_like(evidence: Evidence, bounds: Bounds) -> bool:
    return evidence.scores[Kind.COMPLAINT] >= bounds.complaint


def hides(evidence: Evidence, bounds: Bounds) -> bool:
    """Hidden by the default agreement: an insult beyond the operating point, and nothing speaks for keeping it.

    Two recognisers: the complaint's is a brake on the insult's, and what may be critical always goes up.
    """
    named = not ABUSIVE.isdisjoint(evidence.classes)
    if evidence.insult_logit < bounds.hide_logit + (0.0 if named else bounds.wordless):
        return False
    if critical(evidence, bounds) or complaint_like(evidence, bounds):
        return False
    return not _too_short(evidence) and not any(evidence.scores[kind] >= bounds.other for kind in _KEPT)


def _too_short(evidence: Evidence) -> bool:
    """One word is hidden only when it can be nothing but abuse."""
    if sum(map(str.isalpha, evidence.words)) >= FEWEST_WORDS:
        return False
    return not any(one in _ALONE for one in evidence.classes)


def with_client_curse(evidence: Evidence) -> Evidence:
    """What the client counts as a curse makes an insult likely; the brake is asked all the same."""
    score = max(evidence.scores[Kind.INSULT], SURE)
    return replace(
        evidence,
        scores={**evidence.scores, Kind.INSULT: score},
        insult_logit=evidence.insult_logit + CLIENT_CURSE,
    )


def severity(evidence: Evidence) -> Severity:
    if evidence.critical >= LIKELY:
        return Severity.CRITICAL
    return Severity(sum(probability >= LIKELY for probability in evidence.severities[:3]))


def sentiment(scores: dict[Kind, float]) -> Sentiment:
    against, in_favour = max(scores[Kind.INSULT], scores[Kind.COMPLAINT]), scores[Kind.PRAISE]
    if max(against, in_favour) < 0.4:
        return Sentiment.NEUTRAL
    return Sentiment.NEGATIVE if against > in_favour else Sentiment.POSITIVE


def target(evidence: Evidence, *, addressed: Target | None, staff: bool) -> Target:
    if staff:
        return Target.EMPLOYEE
    likely = max(range(len(_TARGETS)), key=evidence.targets.__getitem__)
    if addressed is Target.MEMBER and _TARGETS[likely] is Target.BRAND:
        return Target.MEMBER
    return _TARGETS[likely]


def because(evidence: Evidence, verdict: Verdict) -> list[Reason]:
    words, classes, kinds = evidence.words, evidence.classes, verdict.kinds
    found: list[Reason] = []
    if verdict.critical:
        found.append(reasons.of_other(reasons.DANGER, words, classes, WordClass.CRIT))
    if Kind.INSULT in kinds or evidence.abuse >= SURE:
        found += reasons.of_insult(words, classes, aimed=verdict.target in _PERSONS)
    if Kind.COMPLAINT in kinds:
        found += reasons.of_complaint(words, classes)
    if Kind.QUESTION in kinds:
        found.append(reasons.of_other(reasons.ASKS_QUESTION, words, classes, *_ASKED))
    if Kind.PRAISE in kinds:
        found.append(reasons.of_other(reasons.PRAISES, words, classes, WordClass.PRAISE))
    if Kind.SPAM in kinds:
        found.append(reasons.of_other(reasons.ADVERTISES, words, classes, WordClass.SPAMMY, WordClass.LINK))
    if WordClass.CURSE in classes and Kind.INSULT not in kinds:
        found.append(reasons.of_other(reasons.SWEARS, words, classes, WordClass.CURSE))
    return found
