"""The guard on our own tone: a draft must not attack, insult, blame, mock, threaten or defend itself against a member."""

import re
from collections.abc import Iterator
from enum import StrEnum

from parlour.core.guards import tone_de, tone_en, tone_hr
from parlour.core.guards.model import Context, Draft, Finding, Name
from parlour.core.wording import LANGUAGES, fold, spoken

_PATTERNS = {"en": tone_en.PATTERNS, "hr": tone_hr.PATTERNS, "de": tone_de.PATTERNS}


class Fault(StrEnum):
    INSULT = "insult"
    THREAT = "threat"
    BLAME = "blame"
    SARCASM = "sarcasm"
    DEFENSIVE = "defensive"


_SOUNDS = {
    Fault.INSULT: ("attacks the member", "Say what happened, not what they are."),
    Fault.THREAT: (
        "sounds like a threat",
        "Say what you can do; leave steps against a person to a supervisor.",
    ),
    Fault.BLAME: (
        "puts the blame on the member",
        "Say what you will do; whose fault it was helps nobody here.",
    ),
    Fault.SARCASM: ("sounds sarcastic", "Say it plainly."),
    Fault.DEFENSIVE: ("sounds defensive or dismissive", "Take up what they felt before you explain."),
}
_STOPPED_IN_PUBLIC = {Fault.INSULT, Fault.THREAT}


def tone(draft: Draft, context: Context) -> Iterator[Finding]:
    folded = fold(draft.text)
    for fault in Fault:
        match = _first(fault, folded, draft.language)
        if match is None:
            continue
        sounds, remedy = _SOUNDS[fault]
        yield Finding(
            Name.TONE,
            f"“{draft.text[slice(*match.span())].strip()}” {sounds}.",
            remedy,
            match.span(),
            blocks=context.public and fault in _STOPPED_IN_PUBLIC,
        )


def _first(fault: Fault, folded: str, declared: str) -> re.Match[str] | None:
    """A short hostile draft hardly shows its language: undeclared, it is read in all of them."""
    languages = (spoken(folded, declared),) if declared else LANGUAGES
    found = (_PATTERNS[language][fault].search(folded) for language in languages)
    return next((match for match in found if match), None)
