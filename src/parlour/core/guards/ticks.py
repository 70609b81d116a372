"""The three ticks of an answer to a complaint: acknowledged in the member's own terms, owned, and a next step with a time."""

from dataclasses import dataclass

from parlour.core.guards import ticks_words
from parlour.core.guards.copied.essence import essence
from parlour.core.guards.model import Draft, RepliedTo
from parlour.core.wording import fold, sentences, spoken


@dataclass(frozen=True)
class Ticks:
    acknowledged: bool
    """The draft names what went wrong, in words of the member's message (or their synonyms)."""
    owned: bool
    """It apologises or takes the blame."""
    next_step: bool
    """It says what happens next and by when."""


def seen(draft: Draft, complaint: RepliedTo) -> Ticks:
    language = spoken(draft.text, draft.language)
    folded = fold(draft.text)
    return Ticks(
        acknowledged=_acknowledges(draft.text, complaint.text, language),
        owned=ticks_words.OWNED[language].search(folded) is not None,
        next_step=any(
            _is_next_step(fold(sentence.text), language)
            for sentence in sentences(draft.text)
            if not sentence.asks
        ),
    )


def _acknowledges(text: str, complaint: str, language: str) -> bool:
    """Two things named that the member named; one is enough where the member named hardly more."""
    theirs = essence(complaint, language) - ticks_words.EMPTY_CONCEPTS
    ours = essence(text, language)
    return len(theirs & ours) >= min(2, max(1, len(theirs) // 3))


def _is_next_step(folded: str, language: str) -> bool:
    words = ticks_words.NEXT_STEP[language]
    return words.search(folded) is not None and ticks_words.TIME[language].search(folded) is not None
