import json
from datetime import timedelta

import pytest

from parlour.connectors.base import Account, Delivery, Outbound, Refused, RetryLater, UnknownShape
from parlour.connectors.sandbox import signing
from parlour.connectors.sandbox.connector import Sandbox
from parlour.connectors.testing import NOW, ModeratingContract, PollingContract, Recorded, SignedContract
from parlour.core.inbound import Author, Change, Inbound, ItemType, PostRef
from tests.connectors.sandbox.stand_in import InProcess

ANA = {"id": "u-3", "name": "Ana"}
POST = {
    "id": "p-1",
    "text": "New: rye bread.",
    "url": "https://sandbox.example/bakery/p-1",
    "published_at": "2026-11-22T09:00:00+00:00",
}
AT, LATER = "2026-11-22T09:30:00+00:00", "2026-11-22T09:45:00+00:00"
COMMENT = {
    "id": "c-4",
    "type": "comment",
    "text": "Is it sourdough? 🥖",
    "created_at": AT,
    "by_page": False,
    "author": ANA,
    "with": None,
    "post": POST,
    "parent": None,
    "url": "https://sandbox.example/bakery/c-4",
}
DIRECT = {
    "id": "d-5",
    "type": "direct",
    "text": "My order is lost.",
    "created_at": AT,
    "author": ANA,
    "with": ANA,
}
REVIEW = {"id": "r-6", "type": "review", "text": "Good buns.", "created_at": AT, "author": ANA, "stars": 4}
MENTION = {"id": "m-7", "type": "mention", "text": "Try @bakery", "created_at": AT, "author": ANA}
ECHO = {**COMMENT, "id": "c-8", "by_page": True, "author": None, "parent": "c-4", "text": "It is."}

_POST = PostRef("p-1", "New: rye bread.", "https://sandbox.example/bakery/p-1", NOW - timedelta(hours=1))
_ANA = Author("u-3", "Ana")
_AT, _LATER = NOW - timedelta(minutes=30), NOW - timedelta(minutes=15)
_COMMENT = Inbound(
    change=Change.ADD,
    type=ItemType.COMMENT,
    external_id="c-4",
    thread_id="c-4",
    at=_AT,
    text="Is it sourdough? 🥖",
    author=_ANA,
    post=_POST,
    url="https://sandbox.example/bakery/c-4",
)


def delivery(account: Account, *changes: object, page: str = "bakery") -> Delivery:
    body = json.dumps({"delivery": "d-1", "page": page, "sent_at": AT, "changes": changes}).encode()
    signature = signing.sign(secret=account.secrets["webhook"], body=body, at=int(NOW.timestamp()))
    return Delivery(headers={signing.HEADER: signature, "content-type": "application/json"}, body=body)


def change(item: object, verb: str = "add", at: str = AT) -> dict[str, object]:
    return {"verb": verb, "at": at, "item": item}


class TestSandbox(SignedContract, PollingContract, ModeratingContract):
    @pytest.fixture(autouse=True)
    def _stand(self) -> None:
        self._in_process = InProcess()

    def connector(self) -> Sandbox:
        return self._in_process.connector

    def account(self) -> Account:
        return self._in_process.account

    def stand_in(self) -> InProcess:
        return self._in_process

    def recorded(self) -> tuple[Recorded, ...]:
        account = self.account()
        direct = Inbound(Change.ADD, ItemType.DIRECT, "d-5", "u-3", _AT, "My order is lost.", author=_ANA)
        review = Inbound(Change.ADD, ItemType.REVIEW, "r-6", "r-6", _AT, "Good buns.", author=_ANA)
        mention = Inbound(Change.ADD, ItemType.MENTION, "m-7", "m-7", _AT, "Try @bakery", author=_ANA)
        echo = Inbound(
            Change.ADD,
            ItemType.COMMENT,
            "c-8",
            "",
            _AT,
            "It is.",
            "c-4",
            None,
            _POST,
            _COMMENT.url,
            ours=True,
        )
        edit = Inbound(
            Change.EDIT, ItemType.COMMENT, "c-4", "c-4", _LATER, "Is it rye?", "", _ANA, _POST, _COMMENT.url
        )
        return (
            Recorded(delivery(account, change(COMMENT)), [_COMMENT]),
            Recorded(
                delivery(account, *(change(item) for item in (DIRECT, REVIEW, MENTION, ECHO))),
                [direct, review, mention, echo],
            ),
            Recorded(delivery(account, change({**COMMENT, "text": "Is it rye?"}, "edit", LATER)), [edit]),
            Recorded(
                delivery(
                    account,
                    change({"id": "c-4", "type": "comment"}, "delete", LATER),
                    change(COMMENT, "hide"),
                ),
                [Inbound(Change.DELETE, ItemType.COMMENT, "c-4", at=_LATER)],
            ),
        )

    def odd_beside_good(self) -> Recorded:
        odd = ({"poll_closed": 1}, None, change({**COMMENT, "type": "sticker"}), change(COMMENT, "boosted"))
        return Recorded(delivery(self.account(), *odd, change(COMMENT), 7), [_COMMENT])

    def test_the_cause_names_the_odd_changes(self) -> None:
        with pytest.raises(UnknownShape, match=r"change 1: an unknown verb; .*; and 2 more"):
            self._parsed(self.odd_beside_good().delivery)

    def test_a_delivery_for_another_page_is_not_read_even_when_signed(self) -> None:
        with pytest.raises(UnknownShape, match="another page"):
            self._parsed(delivery(self.account(), change(COMMENT), page="tram"))

    def test_a_private_answer_goes_to_who_wrote_first(self) -> None:
        stand = self.stand_in()
        ana = stand.platform.member("Ana")
        stand.platform.direct("bakery", ana, "My order is lost.")
        message = self._private(to=ana.id)
        sent = self._send(message)
        inbounds, _ = self._polled({})
        assert {inbound.thread_id for inbound in inbounds if inbound.type is ItemType.DIRECT} == {ana.id}
        assert [inbound.ours for inbound in inbounds if inbound.external_id == sent.external_id] == [True]

    def test_a_member_who_never_wrote_cannot_be_written_to(self) -> None:
        with pytest.raises(Refused, match="must write first"):
            self._send(self._private(to=self.stand_in().platform.member("Luka").id))

    def test_an_answer_that_was_hidden_is_not_confirmed(self) -> None:
        sent = self._send(self.outbound())
        self.stand_in().platform.hide(sent.external_id)
        assert not self.connector().confirm(self.account(), sent)

    def test_a_poll_that_broke_off_goes_on_where_it_was(self) -> None:
        written = {self.stand_in().member_comments(f"Comment {number}") for number in range(120)}
        first = self.connector().poll(self.account(), {})
        assert first.more
        self.stand_in().transport.fails_next = True
        with pytest.raises(RetryLater):
            self.connector().poll(self.account(), first.cursor)
        rest, _ = self._polled(first.cursor)
        seen = {inbound.external_id for inbound in rest}
        for shown in first.deliveries:
            seen |= {inbound.external_id for inbound in self.connector().parse(self.account(), shown)}
        assert written <= seen

    def test_an_idle_page_costs_no_delivery(self) -> None:
        _, cursor = self._polled({})
        self.stand_in().wait(600)
        assert not self.connector().poll(self.account(), cursor).deliveries

    def test_a_used_up_quota_says_when_it_is_full_again(self) -> None:
        stand = InProcess(per_minute=2)
        for _ in range(2):
            stand.connector.poll(stand.account, {})
        with pytest.raises(RetryLater) as later:
            stand.connector.poll(stand.account, {})
        assert later.value.seconds is not None
        stand.wait(later.value.seconds)
        assert stand.connector.poll(stand.account, {})

    def _private(self, *, to: str) -> Outbound:
        public = self.outbound()
        return Outbound(key=public.key, thread_id=to, parent_id="", private=True, text="We look for it.")
