"""The sandbox itself: a social platform in memory. It has no clock and no network; time comes from a callable.

Members act through `comment`, `mention`, `direct`, `review`, `edit` and `delete`; brands act through `api`.
"""

import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import count

from parlour.connectors.sandbox import items
from parlour.connectors.sandbox.faults import LONGEST_LATE, Dice, Fault
from parlour.connectors.sandbox.items import BrandPage, Item, Kind, Member, Post, Verb
from parlour.connectors.sandbox.webhooks import Webhooks
from parlour.core.guards import Limit, Unit
from parlour.core.guards.length import measure

LIMIT = Limit(1000, Unit.UTF16)


class NotHere(LookupError):
    """There is no such page, member or item, or it is deleted."""


class NotAllowed(ValueError):
    """The platform's rules do not permit this."""


class Platform:
    def __init__(
        self,
        *,
        seed: int,
        clock: Callable[[], datetime],
        faults: Mapping[Fault, float] | None = None,
        remembers: bool = False,
    ) -> None:
        """`remembers`: items and members from before this start are taken as there. The demo's history is."""
        self.clock = clock
        self.dice = Dice(seed=seed, faults=faults)
        self.webhooks = Webhooks(self.dice)
        self.pages: dict[str, BrandPage] = {}
        self._seed = seed
        self._remembers = remembers
        self._items: dict[str, Item] = {}
        self._members: dict[str, Member] = {}
        self._numbers = count(1)

    # Brands and members

    def open_page(self, page: str, *, name: str = "", webhook: str = "") -> BrandPage:
        """The same seed and page give the same token and secret, so that a restart needs no new connection."""
        keys = random.Random(f"{self._seed} page {page}")
        token, secret = (f"{kind}-{keys.getrandbits(128):032x}" for kind in ("token", "secret"))
        self.pages[page] = BrandPage(page, name or page.title(), token=token, secret=secret, webhook=webhook)
        return self.pages[page]

    def page(self, page: str) -> BrandPage:
        try:
            return self.pages[page]
        except KeyError:
            raise NotHere(f"no page {page!r}") from None

    def revoke(self, page: str) -> None:
        """The token is dead at once. `reconnect` gives a new one."""
        self.page(page).token = ""

    def reconnect(self, page: str) -> str:
        self.page(page).token = f"token-{next(self._numbers)}-{page}"
        return self.page(page).token

    def member(self, name: str) -> Member:
        """The member of this name, who joins when they are new."""
        if name not in self._members:
            self._members[name] = Member(f"u-{next(self._numbers)}", name)
        return self._members[name]

    # What members do

    def post(self, page: str, text: str) -> Post:
        number = next(self._numbers)
        post = Post(f"p-{number}", text, f"https://sandbox.example/{page}/p-{number}", self.clock())
        self.page(page).posts[post.id] = post
        return post

    def comment(
        self, page: str, member: Member | None, text: str, *, under: str, reference: str = ""
    ) -> Item:
        """Under a post, or under any public item: comments nest without bound. `member` empty: the page itself."""
        post = self.page(page).posts.get(under)
        if post is not None:
            return self._add(page, Kind.COMMENT, text, author=member, post=post, reference=reference)
        if self._remembers and under not in self._items:
            return self._add(page, Kind.COMMENT, text, author=member, parent=under, reference=reference)
        parent = self.item(under)
        if parent.kind is Kind.DIRECT or parent.page != page:
            raise NotHere(f"nothing public called {under!r} on this page")
        return self._add(
            page, Kind.COMMENT, text, author=member, post=parent.post, parent=parent.id, reference=reference
        )

    def mention(self, page: str, member: Member, text: str) -> Item:
        return self._add(page, Kind.MENTION, text, author=member)

    def review(self, page: str, member: Member, text: str, *, stars: int) -> Item:
        return self._add(page, Kind.REVIEW, text, author=member, stars=stars)

    def direct(self, page: str, member: Member, text: str) -> Item:
        return self._add(page, Kind.DIRECT, text, author=member, other=member)

    def direct_from_page(self, page: str, to: str, text: str, *, reference: str = "") -> Item:
        wrote_first = (
            item.other for item in self._items.values() if item.kind is Kind.DIRECT and item.page == page
        )
        other = next((member for member in wrote_first if member and member.id == to), None)
        if other is None and self._remembers:
            other = Member(to, to)
        if other is None:
            raise NotAllowed("A member must write first.")
        return self._add(page, Kind.DIRECT, text, other=other, reference=reference)

    def edit(self, item: str, text: str) -> Item:
        return self._keep(
            replace(self.item(item), text=text, edited=True, changed_at=self.clock()), Verb.EDIT
        )

    def delete(self, item: str) -> Item:
        return self._keep(
            replace(self.item(item), text="", deleted=True, changed_at=self.clock()), Verb.DELETE
        )

    def hide(self, item: str) -> Item:
        return self._keep(replace(self.item(item), hidden=True, changed_at=self.clock()), Verb.HIDE)

    def unhide(self, item: str) -> Item:
        return self._keep(replace(self.item(item), hidden=False, changed_at=self.clock()), Verb.UNHIDE)

    # What there is

    def item(self, item: str) -> Item:
        found = self._items.get(item)
        if found is None or found.deleted:
            raise NotHere(f"nothing called {item!r}")
        return found

    def listed(self, page: str, *, since: str = "", reference: str = "") -> list[Item]:
        """What lists and look-ups show at this moment, deleted items too, in the order in which they changed."""
        now = self.clock()
        found = [
            item
            for item in self._items.values()
            if item.page == page
            and item.listed_at <= now
            and (not reference or item.reference == reference)
            and item.position > since
        ]
        return sorted(found, key=lambda item: item.position)

    def published(self) -> list[Item]:
        """Everything that pages wrote and that is still there, in order: the truth, whatever the lists show."""
        return [item for item in self._items.values() if item.author is None and not item.deleted]

    def copies(self) -> Counter[str]:
        """How often each reference is there. More than once is an answer sent twice."""
        return Counter(item.reference for item in self.published() if item.reference)

    def _add(
        self,
        page: str,
        kind: Kind,
        text: str,
        *,
        author: Member | None = None,
        other: Member | None = None,
        post: Post | None = None,
        parent: str = "",
        stars: int = 0,
        reference: str = "",
    ) -> Item:
        self.page(page)
        if not text.strip():
            raise NotAllowed("The text is empty.")
        if measure(text, LIMIT.unit) > LIMIT.length:
            raise NotAllowed(f"The text is longer than {LIMIT.length}.")
        number, now = next(self._numbers), self.clock()
        late = self.dice.time_up_to(Fault.LATE, LONGEST_LATE) if self.dice.strikes(Fault.LATE) else now - now
        item = Item(
            id=f"{kind[0]}-{number}",
            number=number,
            page=page,
            kind=kind,
            text=text,
            created_at=now,
            changed_at=now,
            listed_at=now + late,
            author=author,
            other=other,
            post=post,
            parent=parent,
            stars=stars,
            reference=reference,
        )
        return self._keep(item, Verb.ADD)

    def _keep(self, item: Item, verb: Verb) -> Item:
        self._items[item.id] = item
        self.webhooks.tell(item.page, items.change(item, verb), now=self.clock())
        return item
