"""The reasons for a judgement, in words a community manager understands, with the piece of text each stands on."""

from collections.abc import Sequence

from parlour.core.judgement.lexicon import WordClass
from parlour.core.judgement.values import Reason

# Every sentence a reason can be; the desk translates them by this text.
AIMED = "aimed at a person"
AIMED_AT_GROUP = "aimed at a group of people"
ABUSIVE = "abusive words"
WISHES_HARM = "wishes or threatens harm"
SWEARS = "swears, at nobody in particular"
FAILED = "describes something that went wrong"
WAITED = "says how long it has taken"
ASKS = "asks for something to be done"
PAID = "is about money paid"
UNHAPPY = "says plainly that they are unhappy"
DANGER = "may be about safety, health, fraud, discrimination or the law"
REPORTED = "reports what somebody else said"
ASKS_QUESTION = "asks a question"
PRAISES = "praises"
ADVERTISES = "advertises or lures"
FLOOD = "the same text keeps coming"
DOUBTFUL = "not sure enough to hide: a person looks"
FOREIGN = "in a language that cannot be judged: a person looks"
BRAKED = "could be a genuine complaint, so it is never hidden"
CLIENT_CURSE = "counts as abuse for this client"
COMPETITOR = "names a competitor"
SENTENCES = (
    AIMED,
    AIMED_AT_GROUP,
    ABUSIVE,
    WISHES_HARM,
    SWEARS,
    FAILED,
    WAITED,
    ASKS,
    PAID,
    UNHAPPY,
    DANGER,
    REPORTED,
    ASKS_QUESTION,
    PRAISES,
    ADVERTISES,
    FLOOD,
    DOUBTFUL,
    FOREIGN,
    BRAKED,
    CLIENT_CURSE,
    COMPETITOR,
)

_ABUSE = (WordClass.VILE, WordClass.SLUR, WordClass.FUOFF, WordClass.CROOK, WordClass.VILEADJ, WordClass.LOW)
_MOST = 4


def of_insult(words: Sequence[str], classes: Sequence[int], *, aimed: bool) -> list[Reason]:
    found = []
    if quote := _first(words, classes, *_ABUSE):
        found.append(Reason(AIMED if aimed else ABUSIVE, quote))
    if WordClass.GROUP in classes:
        found.append(Reason(AIMED_AT_GROUP, _first(words, classes, WordClass.GROUP)))
    if WordClass.THREAT in classes:
        found.append(Reason(WISHES_HARM, _first(words, classes, WordClass.THREAT)))
    return found or [
        Reason(AIMED if aimed else ABUSIVE, _first(words, classes, WordClass.CURSE, WordClass.HATE))
    ]


def of_complaint(words: Sequence[str], classes: Sequence[int]) -> list[Reason]:
    told = ((FAILED, (WordClass.FAIL,)), (ASKS, (WordClass.ASKFIX,)), (WAITED, (WordClass.WAIT,)),
            (PAID, (WordClass.MONEY,)), (UNHAPPY, (WordClass.BADOP,)))  # fmt: skip
    found = [
        Reason(sentence, quote) for sentence, wanted in told if (quote := _first(words, classes, *wanted))
    ]
    return found or [Reason(UNHAPPY)]


def of_other(sentence: str, words: Sequence[str], classes: Sequence[int], *wanted: WordClass) -> Reason:
    return Reason(sentence, _first(words, classes, *wanted))


def kept(found: list[Reason], *, text: str) -> tuple[Reason, ...]:
    """The first few, each once, quoting the text as it was written where the word can be found in it."""
    return tuple(
        Reason(one.sentence, _as_written(one.quote, text)) for one in list(dict.fromkeys(found))[:_MOST]
    )


def _as_written(word: str, text: str) -> str:
    at = text.casefold().find(word) if word else -1
    return text[at : at + len(word)] if at >= 0 else word


def _first(words: Sequence[str], classes: Sequence[int], *wanted: WordClass) -> str:
    for one in wanted:
        if one in classes:
            return words[classes.index(one)]
    return ""
