"""A visitor of a client's page, for tests: writes, edits and deletes as the widget does."""

import itertools
from datetime import datetime

from parlour.apps.clients.models import Channel
from parlour.flows import receive, visitors

_numbers = itertools.count(1)


class Visitor:
    def __init__(self, channel: Channel, *, name: str = "Ivana") -> None:
        self.channel, self.name = channel, name
        self.token = visitors.new_token(channel)

    def write(
        self,
        text: str,
        *,
        now: datetime,
        parent: str = "",
        private: bool = False,
        key: str = "",
        page: str = "/",
    ) -> str:
        """The public id of what was written; it waits as a raw event until a worker comes."""
        return self._send(
            {
                "action": "add",
                "id": key or f"{next(_numbers):08x}",
                "page": page,
                "title": "Our bread",
                "parent": parent or None,
                "private": private,
                "name": self.name,
                "text": text,
            },
            now,
        )

    def edit(self, item: str, text: str, *, now: datetime, page: str = "/") -> str:
        return self._send(
            {"action": "edit", "item": item, "page": page, "name": self.name, "text": text}, now
        )

    def delete(self, item: str, *, now: datetime) -> str:
        return self._send({"action": "delete", "item": item, "page": "/"}, now)

    def _send(self, payload: dict[str, object], now: datetime) -> str:
        return visitors.receive_item(channel=self.channel, token=self.token, payload=payload, now=now)


def work_all(now: datetime) -> None:
    """What a worker does until nothing waits."""
    while receive.work(now=now):
        pass
