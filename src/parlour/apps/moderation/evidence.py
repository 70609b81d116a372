"""What was hidden, as it was: sealed, so that it outlives the message and nobody reads it in passing."""

import json
from datetime import datetime
from typing import Any

from django.conf import settings

from parlour.apps.clients import cipher
from parlour.apps.clients.models import Agreement
from parlour.apps.inbox.models import Message, Verdict
from parlour.core import moderation
from parlour.core.moderation import Clause

_PURPOSE = "moderation evidence"


def seal(*, message: Message, verdict: Verdict, agreement: Agreement, clause: Clause, now: datetime) -> bytes:
    (written,) = moderation.content_of([clause])
    content = {
        "text": message.text,
        "author": message.handle.name if message.handle else "",
        "author_id": message.handle.external_id if message.handle else "",
        "message": message.external_id,
        "url": message.url,
        "sent_at": message.sent_at.isoformat(),
        "edited_at": message.edited_at.isoformat() if message.edited_at else None,
        "sealed_at": now.isoformat(),
        "verdict": {
            "maker": verdict.maker,
            "kind": verdict.kind,
            "severity": verdict.severity,
            "scores": verdict.scores,
            "reasons": verdict.reasons,
            "may_hide": verdict.may_hide,
            "complaint_like": verdict.complaint_like,
            "critical": verdict.critical,
            "unsure": verdict.unsure,
        },
        "agreement": agreement.version,
        "clause": written,
    }
    return cipher.seal(json.dumps(content).encode(), purpose=_PURPOSE, key=settings.SECRET_KEY)


def unseal(sealed: bytes) -> dict[str, Any]:
    """cipher.Unreadable when the installation's secret key has changed."""
    opened: dict[str, Any] = json.loads(cipher.unseal(sealed, purpose=_PURPOSE, key=settings.SECRET_KEY))
    return opened
