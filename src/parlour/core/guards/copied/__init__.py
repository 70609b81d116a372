"""The guard against robot answers: has this brand told somebody else the same?"""

from collections.abc import Iterator

from parlour.core.guards.copied.essence import Essence, essence, likeness, weight, without
from parlour.core.guards.copied.said import SaidBefore
from parlour.core.guards.model import Context, Draft, Earlier, Finding, Name

__all__ = ["SaidBefore", "copied"]

# "Thank you, Ana!" may be said a thousand times: below this weight an answer is a courtesy.
_LEAST_WEIGHT = 2.5
# Alike enough for a warning (tuned on training/guards), if the two share more than a few words everybody uses ...
_WARN_FROM = 0.36
_LEAST_SHARED = 3.0
# ... and a short answer only when hardly a word differs.
_NEARLY_EQUAL = 0.55


def copied(draft: Draft, context: Context) -> Iterator[Finding]:
    own = essence(without(draft.text, context.exempt, draft.language), draft.language)
    if weight(own) < _LEAST_WEIGHT:
        return
    others = [earlier for earlier in context.history if not _same_member(earlier, context)]
    twins = [
        (likeness(own, theirs), earlier)
        for earlier in others
        if _alike(own, theirs := _essence(earlier, draft))
    ]
    if not twins:
        return
    how_like, twin = max(twins, key=lambda pair: pair[0])
    yield Finding(
        Name.COPIED,
        f"{_told(twin)}: “{_start(twin.text)}” ({how_like:.0%} alike).",
        "Say it to this person: take up what they wrote.",
        (0, len(draft.text)),
        blocks=context.public and how_like >= context.copy_limit,
    )


def _essence(earlier: Earlier, draft: Draft) -> Essence:
    return essence(earlier.text, draft.language)


def _alike(own: Essence, theirs: Essence) -> bool:
    how_like = likeness(own, theirs)
    return how_like >= _NEARLY_EQUAL or (how_like >= _WARN_FROM and weight(own & theirs) >= _LEAST_SHARED)


def _same_member(earlier: Earlier, context: Context) -> bool:
    return bool(earlier.to) and context.replying_to is not None and earlier.to == context.replying_to.author


def _told(twin: Earlier) -> str:
    whom = f"{twin.to} was told" if twin.to else "Somebody else was told"
    return f"{whom} the same on {twin.at}" if twin.at else f"{whom} the same"


def _start(text: str) -> str:
    return text if len(text) <= 120 else text[:119].rstrip() + "…"
