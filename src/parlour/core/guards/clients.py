"""The guard against speaking for the wrong brand: another client's name or hashtag in the draft."""

from collections.abc import Iterator

from parlour.core.guards.model import Context, Draft, Finding, Name
from parlour.core.guards.terms import occurrences
from parlour.core.wording import fold


def wrong_client(draft: Draft, context: Context) -> Iterator[Finding]:
    own = list(occurrences(draft.text, context.client)) if context.client else []
    for other in context.other_clients:
        if fold(other) == fold(context.client) or _member_named_it(other, context):
            continue
        for span in occurrences(draft.text, other):
            if any(start <= span[0] and span[1] <= end for start, end in own):
                continue
            yield Finding(
                Name.WRONG_CLIENT,
                f"“{draft.text[slice(*span)]}” belongs to another client; this answer speaks for {context.client or 'this one'}.",
                "Take it out, or check that you write for the right brand.",
                span,
            )


def _member_named_it(name: str, context: Context) -> bool:
    """Who is asked about another brand may answer about it."""
    return context.replying_to is not None and any(occurrences(context.replying_to.text, name))
