"""Raw events as a busy day brings them: new threads, answers, private chats, edits, deletes and repeats. Seeded."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from parlour.apps.clients.models import Channel
from parlour.apps.inbox.models import Event
from parlour.connectors.website import parse
from parlour.demo import content

SEED = 20261122
# No two arrive at the same moment.
_APART = timedelta(microseconds=700)
PAGES = 40
# A visitor writes about this often.
MESSAGES_A_VISITOR = 4
_MIX = {"thread": 44, "answer": 30, "chat": 16, "repeat": 5, "edit": 3, "delete": 2}


def texts() -> list[str]:
    """What people wrote in the demo: English, Croatian and German, every kind."""
    return [
        message.text
        for client in content.CLIENTS
        for conversation in content.load(client).conversations
        for message in conversation.messages
        if message.member
    ]


@dataclass
class Traffic:
    """Makes the bodies of events one after the other, remembering what can be answered, repeated or taken back."""

    seed: int = SEED
    written: list[tuple[str, str, dict[str, object]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)
        self._texts = texts()
        self._number = 0

    def events(self, channels: list[Channel], count: int, *, now: datetime) -> Iterator[Event]:
        visitors = [f"{number:016x}" for number in range(max(1, count // MESSAGES_A_VISITOR))]
        kinds = self._random.choices(list(_MIX), weights=list(_MIX.values()), k=count)
        for number, kind in enumerate(kinds):
            visitor, body = self._delivery(kind, self._random.choice(visitors))
            # A visitor stays on one channel, so that answers find what they answer.
            channel = channels[int(visitor, 16) % len(channels)]
            yield Event(
                client_id=channel.client_id,
                channel=channel,
                received_at=now + number * _APART,
                headers={parse.VISITOR_HEADER: visitor},
                body=json.dumps(body).encode(),
            )

    def _delivery(self, kind: str, visitor: str) -> tuple[str, dict[str, object]]:
        if kind in {"thread", "chat"} or not self.written:
            return self._write(visitor, private=kind == "chat")
        author, item, body = self._random.choice(self.written[-2000:])
        match kind:
            case "answer":
                # Whoever answers is on the same page, and so mostly on the same channel; the author often answers.
                return self._write(author, parent=item, page=str(body["page"]))
            case "edit":
                return author, {
                    "action": "edit",
                    "item": item,
                    "page": body["page"],
                    "name": body["name"],
                    "text": self._text(),
                }
            case "delete":
                return author, {"action": "delete", "item": item, "page": body["page"]}
            case _:
                return author, body

    def _write(
        self, visitor: str, *, private: bool = False, parent: str = "", page: str = ""
    ) -> tuple[str, dict[str, object]]:
        self._number += 1
        key = f"{self._number:08x}"
        body: dict[str, object] = {
            "action": "add",
            "id": key,
            "page": page or f"/page/{self._random.randrange(PAGES)}",
            "title": "Our bread",
            "parent": parent or None,
            "private": private,
            "name": f"Visitor {int(visitor, 16)}",
            "text": self._text(),
        }
        if not private:
            self.written.append((visitor, parse.item_id(visitor=visitor, key=key), body))
        return visitor, body

    def _text(self) -> str:
        """One of the demo's texts with a number of its own: no two are alike, as in life."""
        return f"{self._random.choice(self._texts)} ({self._random.randrange(10_000)})"
