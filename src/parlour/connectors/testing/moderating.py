"""Hiding, showing again and deleting on a platform that lives elsewhere: what is uncertain is asked for again."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest

from parlour.connectors.base import Account, NeedsReconnect, Refused, RetryLater
from parlour.connectors.testing.remote import AFTER_SUCCESS, Failure, RemoteContract, raised


class ModeratingContract(RemoteContract):
    """For platforms that say they can hide and delete."""

    def test_what_is_hidden_is_shown_again(self) -> None:
        item = self.stand_in().member_comments("You idiots.")
        assert self.stand_in().shows(item)
        self.connector().hide(self.account(), item)
        assert not self.stand_in().shows(item)
        self.connector().unhide(self.account(), item)
        assert self.stand_in().shows(item)

    def test_what_is_deleted_is_gone(self) -> None:
        item = self.stand_in().member_comments("Cheap watches.")
        self.connector().delete(self.account(), item)
        assert not self.stand_in().shows(item)
        for act in (self.connector().hide, self.connector().unhide):
            with pytest.raises(Refused):
                act(self.account(), item)

    def test_a_repeat_changes_nothing(self) -> None:
        item = self.stand_in().member_comments("You idiots.")
        for act, shown in (
            (self.connector().hide, False),
            (self.connector().unhide, True),
            (self.connector().delete, False),
        ):
            for _ in range(2):
                act(self.account(), item)
            assert self.stand_in().shows(item) is shown

    @pytest.mark.parametrize("failure", [Failure.UNREACHABLE, Failure.ERROR, Failure.CUT, *AFTER_SUCCESS])
    def test_whatever_is_uncertain_is_asked_for_again(self, failure: Failure) -> None:
        for name, shown in (("hide", False), ("unhide", True), ("delete", False)):
            item = self.stand_in().member_comments("You idiots.")
            if name == "unhide":
                self.connector().hide(self.account(), item)
            act = getattr(self.connector(), name)
            self.stand_in().fail_next(failure)
            with pytest.raises(RetryLater):
                act(self.account(), item)
            act(self.account(), item)
            assert self.stand_in().shows(item) is shown

    def test_moderation_waits_when_asked_to_slow_down_or_to_connect_anew(self) -> None:
        item = self.stand_in().member_comments("You idiots.")
        for act in self._moderations():
            self.stand_in().fail_next(Failure.LIMITED)
            with pytest.raises(RetryLater) as later:
                act(self.account(), item)
            assert later.value.seconds is not None
        assert self.stand_in().shows(item)
        self.stand_in().fail_next(Failure.REVOKED)
        for act in self._moderations():
            with pytest.raises(NeedsReconnect):
                act(self.account(), item)

    def test_no_error_of_moderation_shows_a_secret(self) -> None:
        item = self.stand_in().member_comments("You idiots.")
        for failure in Failure:
            for act in self._moderations():
                self.stand_in().fail_next(failure)
                shown = raised(partial(act, self.account(), item))
                assert not [secret for secret in self.account().secrets.values() if secret in shown]

    def _moderations(self) -> Iterator[Callable[[Account, str], None]]:
        connector = self.connector()
        yield from (connector.hide, connector.unhide, connector.delete)
