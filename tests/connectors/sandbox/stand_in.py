"""The sandbox in this process, with a clock that moves when a test says so."""

from datetime import datetime, timedelta

from parlour.connectors.base import Account
from parlour.connectors.sandbox.api import Api
from parlour.connectors.sandbox.connector import Sandbox
from parlour.connectors.sandbox.faults import Fault
from parlour.connectors.sandbox.platform import Platform
from parlour.connectors.sandbox.transport import InMemory
from parlour.connectors.testing import NOW, Failure

FAULT_OF = {
    Failure.ERROR: Fault.ERROR,
    Failure.CUT: Fault.CUT,
    Failure.ERROR_AFTER: Fault.ERROR_AFTER,
    Failure.CUT_AFTER: Fault.CUT_AFTER,
    Failure.SLOW_AFTER: Fault.SLOW_AFTER,
    Failure.LIMITED: Fault.LIMIT,
    Failure.REVOKED: Fault.REVOKE,
}


class InProcess:
    """The platform, one page on it with one post, and everything that the contract asks of a stand-in."""

    def __init__(self, *, seed: int = 1, per_minute: int = 0) -> None:
        self.now = NOW
        self.platform = Platform(seed=seed, clock=self._clock)
        self.page = self.platform.open_page("bakery")
        self.post = self.platform.post("bakery", "New: rye bread.")
        self.transport = InMemory(Api(self.platform, per_minute=per_minute))
        self.connector = Sandbox(transport=self.transport)
        self.account = Account(
            external_id="bakery",
            settings={"url": "http://sandbox.test"},
            secrets={"token": self.page.token, "webhook": self.page.secret},
        )

    def fail_next(self, failure: Failure) -> None:
        self.transport.fails_next = failure is Failure.UNREACHABLE
        if failure is not Failure.UNREACHABLE:
            self.platform.dice.strike_next(FAULT_OF[failure])

    def list_late_next(self) -> None:
        self.platform.dice.strike_next(Fault.LATE)

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def member_comments(self, text: str) -> str:
        self.now += timedelta(milliseconds=1)
        return self.platform.comment("bakery", self.platform.member("Ana"), text, under=self.post.id).id

    def member_deletes(self, external_id: str) -> None:
        self.platform.delete(external_id)

    def shows(self, external_id: str) -> bool:
        shown = {item.id for item in self.platform.listed("bakery") if not item.hidden and not item.deleted}
        return external_id in shown

    def copies(self, text: str) -> int:
        return sum(item.text == text for item in self.platform.published())

    def _clock(self) -> datetime:
        return self.now
