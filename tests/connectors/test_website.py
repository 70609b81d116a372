import json
from uuid import uuid4

import pytest

from parlour.connectors.base import Account, Delivery, Outbound, UnknownShape
from parlour.connectors.testing import NOW, ConnectorContract, Recorded
from parlour.connectors.website import tokens
from parlour.connectors.website.connector import Website
from parlour.core.inbound import Author, Change, Inbound, ItemType, PostRef

KEY = "only-for-tests-signing-key"
VISITOR = "0123456789abcdef"
OTHER = "fedcba9876543210"
PAGE = PostRef(external_id="/bread", text="Our bread", url="https://bakery.example/bread")
IVANA = Author(external_id=VISITOR, name="Ivana")


def delivery(visitor: str = VISITOR, **payload: object) -> Delivery:
    token = tokens.issue(visitor=visitor, key=KEY)
    return Delivery(headers={"authorization": f"Bearer {token}"}, body=json.dumps(payload).encode())


ON_PAGE = {"page": "/bread", "title": "Our bread", "url": "https://bakery.example/bread", "name": "Ivana"}
COMMENT = Inbound(
    change=Change.ADD,
    type=ItemType.COMMENT,
    external_id=f"{VISITOR}-0000abcd",
    text="Is the rye bread sourdough?",
    author=IVANA,
    post=PAGE,
    url="https://bakery.example/bread",
)
RECORDED = (
    Recorded(delivery(action="add", id="0000ABCD", text="Is the rye bread sourdough?", **ON_PAGE), [COMMENT]),
    Recorded(
        delivery(action="add", id="0000abce", text="And the wheat?", parent=f"{OTHER}-0000abcd", **ON_PAGE),
        [
            Inbound(
                change=Change.ADD,
                type=ItemType.COMMENT,
                external_id=f"{VISITOR}-0000abce",
                parent_id=f"{OTHER}-0000abcd",
                text="And the wheat?",
                author=IVANA,
                post=PAGE,
                url="https://bakery.example/bread",
            )
        ],
    ),
    Recorded(
        delivery(action="add", id="0000abcf", private=True, text="My order is lost.", name="Ivana", page="/"),
        [
            Inbound(
                change=Change.ADD,
                type=ItemType.DIRECT,
                external_id=f"{VISITOR}-0000abcf",
                thread_id=f"@{VISITOR}",
                text="My order is lost.",
                author=IVANA,
            )
        ],
    ),
    Recorded(
        delivery(action="edit", item=f"{VISITOR}-0000abcd", text="Is it sourdough?", **ON_PAGE),
        [
            Inbound(
                change=Change.EDIT,
                type=ItemType.COMMENT,
                external_id=f"{VISITOR}-0000abcd",
                text="Is it sourdough?",
                author=IVANA,
                post=PAGE,
                url="https://bakery.example/bread",
            )
        ],
    ),
    Recorded(
        delivery(action="delete", item=f"{VISITOR}-0000abcd", page="/bread"),
        [
            Inbound(
                change=Change.DELETE,
                type=ItemType.COMMENT,
                external_id=f"{VISITOR}-0000abcd",
                author=Author(external_id=VISITOR, name="Visitor"),
                post=PostRef(external_id="/bread"),
            )
        ],
    ),
)


class TestWebsite(ConnectorContract):
    def connector(self) -> Website:
        return Website()

    def account(self) -> Account:
        return Account(external_id="bakery-site", secrets={"signing": KEY})

    def recorded(self) -> tuple[Recorded, ...]:
        return RECORDED

    def odd_beside_good(self) -> None:
        return None

    def test_a_repeated_send_is_the_same_answer(self) -> None:
        outbound = Outbound(key=uuid4(), thread_id="t", parent_id="p", private=False, text="We are sorry.")
        sent = self.connector().send(self.account(), outbound)
        assert self.connector().send(self.account(), outbound) == sent
        assert self.connector().find(self.account(), outbound) == sent
        assert self.connector().confirm(self.account(), sent)

    def test_nobody_changes_what_another_visitor_wrote(self) -> None:
        theirs = delivery(OTHER, action="edit", item=f"{VISITOR}-0000abcd", text="Mine now.", page="/bread")
        with pytest.raises(UnknownShape, match="another visitor"):
            self._parsed(theirs)

    def test_an_address_that_is_not_a_web_page_is_left_out(self) -> None:
        (inbound,) = self._parsed(delivery(id="0000abcd", text="Hello", page="/", url="javascript:alert(1)"))
        assert inbound.url == ""

    def test_a_token_does_not_age(self) -> None:
        later = NOW.replace(year=NOW.year + 1)
        assert self.connector().verify(self.account(), RECORDED[0].delivery, now=later)
