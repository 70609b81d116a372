"""Promises in a draft: "we'll let you know by tomorrow" is a debt with a date.

Refusals ("we can't promise"), questions, conditions, wishes, reports of the past and what third parties may do are none.
"""

from datetime import datetime

from parlour.core.promises import promises_de, promises_en, promises_hr
from parlour.core.promises.dates import due
from parlour.core.promises.grammar import Grammar
from parlour.core.promises.model import Calendar, Promise
from parlour.core.wording import Sentence, fold, sentences, spoken

__all__ = ["Calendar", "Promise", "find", "foremost"]

_GRAMMARS = {"en": promises_en.GRAMMAR, "hr": promises_hr.GRAMMAR, "de": promises_de.GRAMMAR}


def find(text: str, *, now: datetime, calendar: Calendar, language: str = "") -> tuple[Promise, ...]:
    """Every promise in `text`, a sentence each. `now` must know its zone; `language` empty: guess."""
    known = spoken(text, language)
    found = (_promise(sentence, known, now, calendar) for sentence in sentences(text))
    return tuple(promise for promise in found if promise is not None)


def foremost(promises: tuple[Promise, ...]) -> Promise | None:
    """The one to put on the clock: the earliest with a date, else the first."""
    dated = [promise for promise in promises if promise.due is not None]
    if dated:
        return min(dated, key=lambda promise: (promise.due is None, promise.due))
    return promises[0] if promises else None


def _promise(sentence: Sentence, language: str, now: datetime, calendar: Calendar) -> Promise | None:
    grammar = _GRAMMARS[language]
    folded = fold(sentence.text)
    if grammar.never.search(folded) or _asks(folded, grammar):
        return None
    surely = grammar.commits.search(folded)
    commitment = surely or grammar.commits_when_dated.search(folded)
    if commitment is None or grammar.negated.search(commitment.group()):
        return None
    deadline = due(folded, near=commitment.start(), language=language, now=now, calendar=calendar)
    if surely is None and (deadline is None or grammar.negated.search(folded)):
        return None
    if _hangs_on_something(folded, commitment.start(), grammar, dated=deadline is not None):
        return None
    return Promise(sentence.text, (sentence.start, sentence.end), deadline)


def _asks(folded: str, grammar: Grammar) -> bool:
    return folded.endswith("?") and grammar.tag.search(folded) is None


def _hangs_on_something(folded: str, committed_at: int, grammar: Grammar, *, dated: bool) -> bool:
    """A condition before the commitment always counts; one after it only beside no date ("by Friday whether if ...")."""
    condition = grammar.conditional.search(folded)
    if condition is None:
        return False
    return condition.start() <= committed_at or not dated
