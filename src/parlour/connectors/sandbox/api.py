"""The platform's REST interface: requests in, answers out, misbehaviour included. No network in here.

GET    /v1/pages/{page}/items?since=&after=&reference=   changes, oldest first, 50 a page
POST   /v1/pages/{page}/items                            {"text", "under" or "to", "reference"}
GET    /v1/items/{item}
DELETE /v1/items/{item}
POST   /v1/items/{item}/hide, /v1/items/{item}/unhide
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any
from urllib.parse import unquote

from parlour.connectors.sandbox import items
from parlour.connectors.sandbox.faults import LIMITED_FOR, SLOW, Fault
from parlour.connectors.sandbox.items import BrandPage, Item, Verb
from parlour.connectors.sandbox.platform import NotAllowed, NotHere, Platform

PAGE = 50


@dataclass(frozen=True, slots=True)
class Request:
    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """`cut`: the connection ends without it. `delay`: seconds until it is sent."""

    status: int
    body: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    cut: bool = False

    @property
    def content(self) -> bytes:
        return json.dumps(self.body).encode()


class Quota:
    """So many requests a minute for each page; the minute begins with its first request. 0: no quota."""

    def __init__(self, per_minute: int) -> None:
        self.per_minute = per_minute
        self._minutes: dict[str, tuple[datetime, int]] = {}

    def take(self, page: str, *, now: datetime) -> tuple[int, datetime]:
        """What is left after this request, below zero when it is too many; and when all is allowed again."""
        started, used = self._minutes.get(page, (now, 0))
        if now >= started + timedelta(minutes=1):
            started, used = now, 0
        self._minutes[page] = (started, used + 1)
        return self.per_minute - used - 1, started + timedelta(minutes=1)


class Api:
    def __init__(self, platform: Platform, *, per_minute: int = 0) -> None:
        self.platform = platform
        self.quota = Quota(per_minute)

    def handle(self, request: Request) -> Answer:
        answer = self._with_faults(request)
        date = {"date": format_datetime(self._now(), usegmt=True)}
        return replace(answer, headers={"content-type": "application/json", **date, **answer.headers})

    def _with_faults(self, request: Request) -> Answer:
        dice = self.platform.dice
        if dice.strikes(Fault.CUT):
            return Answer(0, cut=True)
        if dice.strikes(Fault.ERROR):
            return _error(500, "Something went wrong.")
        answer = self._guarded(request)
        # From here on what was asked for is done, and only the answer suffers.
        if dice.strikes(Fault.CUT_AFTER):
            return Answer(0, cut=True)
        if dice.strikes(Fault.ERROR_AFTER):
            return _error(500, "Something went wrong.")
        if dice.strikes(Fault.SLOW_AFTER):
            return replace(answer, delay=SLOW.total_seconds())
        return answer

    def _guarded(self, request: Request) -> Answer:
        page = self._page_of(request.headers.get("authorization", ""))
        if page is not None and self.platform.dice.strikes(Fault.REVOKE):
            self.platform.revoke(page.id)
            page = None
        if page is None:
            return _error(401, "The token is not valid.")
        left, again_at = self.quota.take(page.id, now=self._now())
        headers = _quota_headers(self.quota.per_minute, left, again_at)
        if (self.quota.per_minute and left < 0) or self.platform.dice.strikes(Fault.LIMIT):
            return self._limited(again_at if headers else self._now() + LIMITED_FOR)
        answer = self._routed(request, page)
        return replace(answer, headers={**headers, **answer.headers})

    def _page_of(self, authorization: str) -> BrandPage | None:
        _, _, token = authorization.partition(" ")
        return next(
            (page for page in self.platform.pages.values() if page.token and page.token == token), None
        )

    def _limited(self, until: datetime) -> Answer:
        """Platforms say in three ways how long to wait; so does this one, in turn."""
        stamp = int(until.timestamp()) + 1
        seconds = int((until - self._now()).total_seconds()) + 1
        forms = (
            {"retry-after": str(seconds)},
            {"retry-after": format_datetime(datetime.fromtimestamp(stamp, UTC), usegmt=True)},
            {"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(stamp)},
        )
        form = forms[self.platform.dice.struck[Fault.LIMIT] % len(forms)]
        return replace(_error(429, "Too many requests."), headers=form)

    def _routed(self, request: Request, page: BrandPage) -> Answer:
        try:
            match [unquote(step) for step in request.path.strip("/").split("/")]:
                case ["v1", "pages", page.id, "items"]:
                    return self._on_page(request, page)
                case ["v1", "items", item, *rest]:
                    return self._on_item(request.method, self._shown(item, page), "".join(rest))
        except NotHere as error:
            return _error(404, str(error))
        except NotAllowed as error:
            return _error(422, str(error))
        except (ValueError, KeyError, TypeError, AttributeError):
            return _error(400, "The request cannot be read.")
        return _error(404, "There is no such address.")

    def _on_page(self, request: Request, page: BrandPage) -> Answer:
        if request.method == "POST":
            return self._publish(json.loads(request.body), page)
        return self._list(request, page)

    def _on_item(self, method: str, item: Item, act: str) -> Answer:
        match method, act:
            case "GET", "":
                return Answer(200, items.wire(item))
            case "DELETE", "":
                return self._delete(item)
            case "POST", Verb.HIDE:
                return Answer(200, items.wire(self.platform.hide(item.id)))
            case "POST", Verb.UNHIDE:
                return Answer(200, items.wire(self.platform.unhide(item.id)))
        return _error(405, "Nobody can do that here.")

    def _list(self, request: Request, page: BrandPage) -> Answer:
        query = request.query
        found = self.platform.listed(
            page.id, since=query.get("after") or query.get("since", ""), reference=query.get("reference", "")
        )
        shown = found[:PAGE]
        return Answer(
            200,
            {
                "page": page.id,
                "as_of": self._now().isoformat(timespec="microseconds"),
                "changes": [items.change(item, item.last_verb) for item in shown],
                "next": shown[-1].position if len(found) > PAGE else None,
            },
        )

    def _publish(self, wanted: Mapping[str, Any], page: BrandPage) -> Answer:
        """`reference` is kept and can be searched for, but the same one twice is published twice."""
        text, reference = str(wanted["text"]), str(wanted.get("reference", ""))
        if "to" in wanted:
            item = self.platform.direct_from_page(page.id, str(wanted["to"]), text, reference=reference)
        else:
            item = self.platform.comment(page.id, None, text, under=str(wanted["under"]), reference=reference)
        return Answer(201, items.wire(item))

    def _delete(self, item: Item) -> Answer:
        """A page may delete what it wrote, and what others wrote in public on it."""
        if item.author is not None and item.other is not None:
            raise NotAllowed("A member's message is theirs.")
        self.platform.delete(item.id)
        return Answer(204)

    def _shown(self, item: str, page: BrandPage) -> Item:
        found = self.platform.item(item)
        if found.page != page.id or found.listed_at > self._now():
            raise NotHere(f"nothing called {item!r}")
        return found

    def _now(self) -> datetime:
        return self.platform.clock()


def _quota_headers(per_minute: int, left: int, again_at: datetime) -> dict[str, str]:
    if not per_minute:
        return {}
    return {
        "x-ratelimit-limit": str(per_minute),
        "x-ratelimit-remaining": str(max(0, left)),
        "x-ratelimit-reset": str(int(again_at.timestamp()) + 1),
    }


def _error(status: int, message: str) -> Answer:
    return Answer(status, {"error": {"message": message}})
