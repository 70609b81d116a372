"""What a poll must bring: everything that no webhook told, again and again if need be, and an end."""

import json
from collections.abc import Mapping
from typing import Any

from parlour.connectors.base import Page
from parlour.connectors.testing.remote import RemoteContract
from parlour.core.inbound import Change, Inbound

_MOST_PAGES = 100


class PollingContract(RemoteContract):
    def test_an_echo_of_our_own_answer_is_marked_ours(self) -> None:
        outbound = self.outbound()
        sent = self._send(outbound)
        inbounds = {inbound.external_id: inbound for inbound in self._polled({})[0]}
        assert inbounds[sent.external_id].ours
        assert not inbounds[outbound.parent_id].ours

    def test_a_poll_finds_what_no_webhook_told(self) -> None:
        _, cursor = self._polled({})
        comment = self.stand_in().member_comments("Nobody told you of me.")
        inbounds, _ = self._polled(cursor)
        assert comment in {inbound.external_id for inbound in inbounds}

    def test_a_poll_finds_what_was_listed_late(self) -> None:
        self.stand_in().list_late_next()
        comment = self.stand_in().member_comments("I was shown late.")
        _, cursor = self._polled({})
        self.stand_in().wait(self.connector().capabilities.settle_seconds)
        inbounds, _ = self._polled(cursor)
        assert comment in {inbound.external_id for inbound in inbounds}

    def test_a_poll_brings_every_page_and_its_cursor_can_be_stored(self) -> None:
        written = {self.stand_in().member_comments(f"Comment {number}") for number in range(120)}
        inbounds, cursor = self._polled({})
        assert written <= {inbound.external_id for inbound in inbounds}
        assert json.loads(json.dumps(cursor)) == cursor

    def test_a_poll_tells_of_deletes(self) -> None:
        comment = self.stand_in().member_comments("I take this back.")
        _, cursor = self._polled({})
        self.stand_in().member_deletes(comment)
        inbounds, _ = self._polled(cursor)
        assert Change.DELETE in {inbound.change for inbound in inbounds if inbound.external_id == comment}

    def _polled(self, cursor: Mapping[str, Any]) -> tuple[list[Inbound], Mapping[str, Any]]:
        """Everything a whole look brought, and the cursor for the next one."""
        inbounds: list[Inbound] = []
        for _ in range(_MOST_PAGES):
            page: Page = self.connector().poll(self.account(), cursor)
            cursor = page.cursor
            for delivery in page.deliveries:
                inbounds += self.connector().parse(self.account(), delivery)
            if not page.more:
                return inbounds, cursor
        raise AssertionError(f"The look did not end after {_MOST_PAGES} pages.")
