"""What goes out to a platform that lives elsewhere, where requests get lost, and answers too."""

import dataclasses
import traceback
from abc import abstractmethod
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Protocol
from uuid import uuid4

import pytest

from parlour.connectors.base import NeedsReconnect, Outbound, OutcomeUnknown, Refused, RetryLater, Sent
from parlour.connectors.testing.deliveries import ConnectorContract
from parlour.core.guards import Limit, Unit
from parlour.core.guards.length import measure


class Failure(StrEnum):
    """What may happen to the next request. `AFTER`: the platform has done what was asked."""

    UNREACHABLE = "unreachable"
    ERROR = "error"
    CUT = "cut"
    ERROR_AFTER = "error_after"
    CUT_AFTER = "cut_after"
    SLOW_AFTER = "slow_after"
    LIMITED = "limited"
    REVOKED = "revoked"


AFTER_SUCCESS = (Failure.ERROR_AFTER, Failure.CUT_AFTER, Failure.SLOW_AFTER)


class StandIn(Protocol):
    """A platform that does as the test says, behind the HTTP client of the connector under test."""

    def fail_next(self, failure: Failure) -> None:
        """Happens once, except that a revoked token stays revoked."""

    def list_late_next(self) -> None:
        """The next thing published is not shown for as long as the connector's `settle_seconds` allow."""

    def wait(self, seconds: float) -> None: ...

    def member_comments(self, text: str) -> str:
        """A member writes in public and no webhook tells us; the id of it."""

    def member_deletes(self, external_id: str) -> None: ...

    def shows(self, external_id: str) -> bool:
        """Whether anybody can see this."""

    def copies(self, text: str) -> int:
        """How many answers of ours with this text anybody can see."""


class RemoteContract(ConnectorContract):
    """The platform is elsewhere: requests get lost, and answers too."""

    @abstractmethod
    def stand_in(self) -> StandIn:
        """The platform behind `connector()`; the same one throughout a test."""

    def outbound(self, text: str = "We bake until six.") -> Outbound:
        """A public answer to a comment that is really there."""
        parent = self.stand_in().member_comments("Until when do you bake?")
        return Outbound(key=uuid4(), thread_id=parent, parent_id=parent, private=False, text=text)

    def test_a_sent_answer_is_found_and_confirmed(self) -> None:
        outbound = self.outbound()
        sent = self._send(outbound)
        assert self._find(outbound) == sent
        assert self.connector().confirm(self.account(), sent)
        assert self.stand_in().copies(outbound.text) == 1

    def test_what_was_never_sent_is_not_found(self) -> None:
        self._send(self.outbound())
        assert self._find(self.outbound()) is None
        assert not self.connector().confirm(self.account(), Sent(external_id="never-sent"))

    @pytest.mark.parametrize("failure", AFTER_SUCCESS)
    def test_a_lost_answer_after_success_is_unknown_and_then_found(self, failure: Failure) -> None:
        outbound = self.outbound()
        self.stand_in().fail_next(failure)
        with pytest.raises(OutcomeUnknown):
            self._send(outbound)
        self.stand_in().wait(self.connector().capabilities.settle_seconds)
        found = self._find(outbound)
        assert found is not None
        assert self.connector().confirm(self.account(), found)
        assert self.stand_in().copies(outbound.text) == 1

    @pytest.mark.parametrize("failure", [Failure.ERROR, Failure.CUT])
    def test_what_cannot_be_told_from_success_is_unknown_and_then_not_found(self, failure: Failure) -> None:
        outbound = self.outbound()
        self.stand_in().fail_next(failure)
        with pytest.raises(OutcomeUnknown):
            self._send(outbound)
        self.stand_in().wait(self.connector().capabilities.settle_seconds)
        assert self._find(outbound) is None
        assert self.stand_in().copies(outbound.text) == 0

    def test_an_answer_that_is_listed_late_is_found_once_it_has_settled(self) -> None:
        outbound = self.outbound()
        self.stand_in().list_late_next()
        self.stand_in().fail_next(Failure.CUT_AFTER)
        with pytest.raises(OutcomeUnknown):
            self._send(outbound)
        self.stand_in().wait(self.connector().capabilities.settle_seconds)
        assert self._find(outbound) is not None

    def test_an_answer_deleted_since_is_still_known_to_have_been_sent(self) -> None:
        outbound = self.outbound()
        sent = self._send(outbound)
        self.stand_in().member_deletes(sent.external_id)
        assert self._find(outbound) is not None
        assert not self.connector().confirm(self.account(), sent)

    def test_repeats_safely_says_the_truth(self) -> None:
        outbound = self.outbound()
        first, second = self._send(outbound), self._send(outbound)
        is_one = self.stand_in().copies(outbound.text) == 1
        assert is_one is self.connector().capabilities.repeats_safely
        assert (first == second) is is_one

    def test_a_platform_out_of_reach_has_done_nothing(self) -> None:
        outbound = self.outbound()
        self.stand_in().fail_next(Failure.UNREACHABLE)
        with pytest.raises(RetryLater):
            self._send(outbound)
        assert self.stand_in().copies(outbound.text) == 0

    def test_too_many_requests_say_how_long_to_wait(self) -> None:
        outbound = self.outbound()
        for act in self._acts(outbound):
            # Three times, because platforms have more than one way of saying it.
            for _ in range(3):
                self.stand_in().fail_next(Failure.LIMITED)
                with pytest.raises(RetryLater) as later:
                    act()
                assert later.value.seconds is not None
                assert 0 < later.value.seconds < 3600
        assert self.stand_in().copies(outbound.text) == 0

    def test_a_revoked_token_asks_for_a_new_connection(self) -> None:
        outbound = self.outbound()
        self.stand_in().fail_next(Failure.REVOKED)
        for act in self._acts(outbound):
            with pytest.raises(NeedsReconnect):
                act()

    def test_a_token_that_cannot_be_one_asks_for_a_new_connection(self) -> None:
        outbound = self.outbound()
        for token in ("", "two\nlines", "čevapi"):
            broken = dataclasses.replace(self.account(), secrets=dict.fromkeys(self.account().secrets, token))
            with pytest.raises(NeedsReconnect) as gone:
                self.connector().send(broken, outbound)
            assert not token or token not in str(gone.value)

    def test_a_look_that_fails_is_never_taken_for_nothing_found(self) -> None:
        outbound = self.outbound()
        for failure in (Failure.UNREACHABLE, Failure.ERROR, Failure.CUT, Failure.SLOW_AFTER):
            for look in self._looks(outbound):
                self.stand_in().fail_next(failure)
                with pytest.raises(RetryLater):
                    look()

    def test_an_answer_to_what_is_gone_is_refused(self) -> None:
        outbound = self.outbound()
        self.stand_in().member_deletes(outbound.parent_id)
        with pytest.raises(Refused):
            self._send(outbound)

    def test_the_limit_is_the_platforms_own(self) -> None:
        limit = self.connector().capabilities.limit
        fits = text_of_length(limit)
        assert self._send(self.outbound(fits))
        with pytest.raises(Refused):
            self._send(self.outbound(fits + "a"))

    def test_no_error_shows_a_secret_or_the_text(self) -> None:
        outbound = self.outbound("The text of the answer itself.")
        for failure in Failure:
            for act in self._acts(outbound):
                self.stand_in().fail_next(failure)
                shown = raised(act)
                assert outbound.text not in shown
                assert not [secret for secret in self.account().secrets.values() if secret in shown]

    # What the tests above are made of

    def _send(self, outbound: Outbound) -> Sent:
        return self.connector().send(self.account(), outbound)

    def _find(self, outbound: Outbound) -> Sent | None:
        return self.connector().find(self.account(), outbound)

    def _looks(self, outbound: Outbound) -> Iterator[Callable[[], object]]:
        yield lambda: self._find(outbound)
        yield lambda: self.connector().confirm(self.account(), Sent(external_id=outbound.parent_id))
        if self.connector().capabilities.polls:
            yield lambda: self.connector().poll(self.account(), {})

    def _acts(self, outbound: Outbound) -> Iterator[Callable[[], object]]:
        yield lambda: self._send(outbound)
        yield from self._looks(outbound)


def text_of_length(limit: Limit) -> str:
    """A text of exactly this length whose characters are not all one unit long."""
    family = "👩‍👩‍👧"
    start = family if measure(family, limit.unit) < limit.length else ""
    text = start + "a" * (limit.length - measure(start, limit.unit))
    assert measure(text, limit.unit) == limit.length or limit.unit is Unit.GRAPHEMES
    return text


def raised(act: Callable[[], object]) -> str:
    """The whole traceback as a log would show it; empty when nothing was raised."""
    try:
        act()
    except (Refused, NeedsReconnect, RetryLater, OutcomeUnknown) as error:
        return "".join(traceback.format_exception(error)) + repr(error)
    return ""
