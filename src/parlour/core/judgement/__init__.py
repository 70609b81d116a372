"""What a message means: `judge` gives each message its kind, severity, language, target and reasons, and says whether it
may be hidden. A genuine complaint never is.
"""

from parlour.core.judgement.judging import judge
from parlour.core.judgement.model import shipped_version
from parlour.core.judgement.values import (
    MAKER,
    UNKNOWN,
    ClientWords,
    Context,
    Correction,
    Judgement,
    Kind,
    Message,
    Reason,
    Sentiment,
    Severity,
    Target,
)

__all__ = [
    "MAKER",
    "UNKNOWN",
    "ClientWords",
    "Context",
    "Correction",
    "Judgement",
    "Kind",
    "Message",
    "Reason",
    "Sentiment",
    "Severity",
    "Target",
    "judge",
    "shipped_version",
]
