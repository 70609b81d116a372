"""The guards on what leaves: small functions, each looks at a draft in its context and says what it found.

`check` runs them all. It is asked when a person submits a draft and again when the reply is about to leave.
"""

from collections.abc import Callable, Iterator

from parlour.core.guards import clients, copied, form, gates, leak, privacy, tone
from parlour.core.guards.copied import SaidBefore
from parlour.core.guards.model import Context, Draft, Earlier, Finding, Limit, Name, RepliedTo, Unit

__all__ = [
    "GUARDS",
    "Context",
    "Draft",
    "Earlier",
    "Finding",
    "Limit",
    "Name",
    "RepliedTo",
    "SaidBefore",
    "Unit",
    "check",
]

Guard = Callable[[Draft, Context], Iterator[Finding]]

GUARDS: tuple[Guard, ...] = (
    gates.frozen,
    gates.window_closed,
    form.empty,
    form.too_long,
    form.placeholder,
    clients.wrong_client,
    leak.agency_leak,
    privacy.private_data,
    copied.copied,
    tone.tone,
)


def check(draft: Draft, context: Context) -> tuple[Finding, ...]:
    """Everything the guards have to say, in the order of `GUARDS`; nothing at all about a draft that may leave."""
    return tuple(finding for guard in GUARDS for finding in guard(draft, context))
