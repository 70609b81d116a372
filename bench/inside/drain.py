"""One worker: says that it is ready, waits for a line, files until nothing waits, says when that was."""

import sys
import time
from datetime import UTC, datetime

from django.db import connections

from parlour.apps.inbox.models import Event
from parlour.core import judgement
from parlour.flows import receive


def measure() -> dict[str, float]:
    judgement.judge([judgement.Message(text="warm")])
    Event.objects.exists()
    print("ready", flush=True)
    sys.stdin.readline()
    began = ended = time.time()
    while Event.objects.filter(state=Event.State.WAITING).exists():
        if receive.work(now=datetime.now(UTC)):
            ended = time.time()
        else:
            time.sleep(0.01)
    connections.close_all()
    return {"began": began, "ended": ended}
