"""The shape of a language's promises; `promises_en`, `promises_hr` and `promises_de` fill it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Grammar:
    """All patterns read one sentence as `wording.fold` leaves it."""

    commits: re.Pattern[str]
    """We will do something for the member: a promise, dated or not."""
    commits_when_dated: re.Pattern[str]
    """Words that are a promise only beside a date: "we are sending it on Monday"."""
    never: re.Pattern[str]
    """The sentence is no promise whatever else it says: refused, wished, reported, habitual."""
    negated: re.Pattern[str]
    """Inside the words of the commitment: "we will not call"."""
    conditional: re.Pattern[str]
    """It hangs on something the member does or on what may happen."""
    tag: re.Pattern[str]
    """A question mark that asks nothing: ", ok?"."""
