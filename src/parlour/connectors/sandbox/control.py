"""What a test or a demo may do to the sandbox over HTTP: play members, set faults, count what was published.

GET  /control/published   {"items": [...], "copies": {reference: times}}
GET  /control/state       faults, how often each struck, webhooks by outcome and waiting
POST /control/faults      {"drop": 0.1, ...}: replaces all probabilities
POST /control/next        {"fault": "cut_after", "times": 1}
POST /control/pages       {"page", "webhook"}: opens the page, or changes its webhook
POST /control/posts       {"page", "text"}
POST /control/act         {"act": "comment|mention|direct|review", "page", "member", "text", "under", "stars"}
POST /control/act         {"act": "edit|delete|hide|unhide", "item", "text"}
POST /control/revoke      {"page"}
POST /control/reconnect   {"page"}: a new token
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from parlour.connectors.sandbox import faults, items
from parlour.connectors.sandbox.api import Answer, Request
from parlour.connectors.sandbox.faults import Fault
from parlour.connectors.sandbox.items import BrandPage, Item, Kind, Verb, Wire
from parlour.connectors.sandbox.platform import NotAllowed, NotHere, Platform

Wanted = Mapping[str, Any]


class Control:
    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._routes: Mapping[tuple[str, str], Callable[[Wanted], Wire]] = {
            ("GET", "published"): self._published,
            ("GET", "state"): self._state,
            ("POST", "faults"): self._faults,
            ("POST", "next"): self._next,
            ("POST", "pages"): self._page,
            ("POST", "posts"): self._post,
            ("POST", "act"): self._act,
            ("POST", "revoke"): self._revoke,
            ("POST", "reconnect"): self._reconnect,
        }

    def handle(self, request: Request) -> Answer:
        route = self._routes.get((request.method, request.path.removeprefix("/control/")))
        if route is None:
            return Answer(404, {"error": {"message": "There is no such control."}})
        try:
            return Answer(200, route(json.loads(request.body or b"{}")))
        except (NotHere, NotAllowed, ValueError, KeyError, TypeError, AttributeError) as error:
            return Answer(400, {"error": {"message": f"{type(error).__name__}: {error}"}})

    def _published(self, wanted: Wanted) -> Wire:
        del wanted
        published = [items.wire(item) for item in self._platform.published()]
        return {"items": published, "copies": dict(self._platform.copies())}

    def _state(self, wanted: Wanted) -> Wire:
        del wanted
        dice, webhooks = self._platform.dice, self._platform.webhooks
        return {
            "faults": dice.faults,
            "struck": dict(dice.struck),
            "webhooks": {**webhooks.counts, "waiting": webhooks.waiting},
            "pages": {page.id: shown(page) for page in self._platform.pages.values()},
        }

    def _faults(self, wanted: Wanted) -> Wire:
        self._platform.dice.faults = faults.checked(wanted)
        return {"faults": self._platform.dice.faults}

    def _next(self, wanted: Wanted) -> Wire:
        self._platform.dice.strike_next(Fault(wanted["fault"]), times=int(wanted.get("times", 1)))
        return {}

    def _page(self, wanted: Wanted) -> Wire:
        page, webhook = str(wanted["page"]), str(wanted.get("webhook", ""))
        if page not in self._platform.pages:
            return shown(self._platform.open_page(page, webhook=webhook))
        self._platform.page(page).webhook = webhook
        return shown(self._platform.page(page))

    def _post(self, wanted: Wanted) -> Wire:
        return {"id": self._platform.post(str(wanted["page"]), str(wanted["text"])).id}

    def _act(self, wanted: Wanted) -> Wire:
        item = self._changed(wanted) if "item" in wanted else self._written(wanted)
        return items.wire(item)

    def _changed(self, wanted: Wanted) -> Item:
        item = wanted["item"]
        match wanted["act"]:
            case Verb.EDIT:
                return self._platform.edit(item, str(wanted["text"]))
            case Verb.DELETE:
                return self._platform.delete(item)
            case Verb.HIDE:
                return self._platform.hide(item)
            case Verb.UNHIDE:
                return self._platform.unhide(item)
        raise NotAllowed("nobody can do that to an item")

    def _written(self, wanted: Wanted) -> Item:
        page, text = str(wanted["page"]), str(wanted["text"])
        member = self._platform.member(str(wanted["member"]))
        match wanted["act"]:
            case Kind.COMMENT:
                return self._platform.comment(page, member, text, under=str(wanted["under"]))
            case Kind.MENTION:
                return self._platform.mention(page, member, text)
            case Kind.DIRECT:
                return self._platform.direct(page, member, text)
            case Kind.REVIEW:
                return self._platform.review(page, member, text, stars=int(wanted["stars"]))
        raise NotAllowed("nobody can write that")

    def _revoke(self, wanted: Wanted) -> Wire:
        self._platform.revoke(wanted["page"])
        return {}

    def _reconnect(self, wanted: Wanted) -> Wire:
        return {"token": self._platform.reconnect(wanted["page"])}


def shown(page: BrandPage) -> Wire:
    """With token and secret: nothing in a sandbox is secret from who runs it."""
    return {"token": page.token, "secret": page.secret, "webhook": page.webhook}
