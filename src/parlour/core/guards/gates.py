"""Guards on the moment: nothing leaves in a freeze, nor after the platform's window has closed."""

from collections.abc import Iterator

from parlour.core.guards.model import Context, Draft, Finding, Name


def frozen(draft: Draft, context: Context) -> Iterator[Finding]:
    if context.frozen:
        yield Finding(
            Name.FROZEN,
            f"Nothing goes out at present: {context.frozen}.",
            "Keep the draft; it can leave when the freeze is lifted.",
            (0, len(draft.text)),
        )


def window_closed(draft: Draft, context: Context) -> Iterator[Finding]:
    closes, now = context.window_closes_at, context.now
    if closes is None or now is None or now < closes:
        return
    yield Finding(
        Name.WINDOW_CLOSED,
        f"The platform took answers here until {closes:%Y-%m-%d %H:%M %Z}.".replace(" .", "."),
        "Answer where it is still possible: in public, by mail, or when they write again.",
        (0, len(draft.text)),
    )
