"""What the community wrote, judged with what we know of the client: its learnt correction, and whether it is a flood."""

from collections import OrderedDict, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from parlour.apps.clients.models import Channel
from parlour.apps.moderation import fits
from parlour.core import judgement
from parlour.core.inbound import Inbound
from parlour.core.judgement import Context, Judgement
from parlour.core.judgement.floods import Sighting, Window

FLOOD_WINDOW = timedelta(minutes=30)
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Judged:
    judgement: Judgement
    copies: int


class Floods:
    """Each client's window, and what was counted already: a delivery that comes twice is no flood.

    In memory, by worker: with several workers each sees its part, and a flood is noticed that much later.
    """

    def __init__(self) -> None:
        self._windows: dict[int, Window] = defaultdict(lambda: Window(span=FLOOD_WINDOW))
        self._counted: OrderedDict[tuple[int, str, str], int] = OrderedDict()

    def count(self, channel: Channel, inbound: Inbound, *, at: datetime) -> int:
        key = (channel.pk, inbound.external_id, inbound.text)
        if key not in self._counted:
            author = inbound.author.external_id if inbound.author else ""
            sighting = Sighting(text=inbound.text, at=at, author=author)
            self._counted[key] = self._windows[channel.client_id].count(sighting)
            if len(self._counted) > _REMEMBERED:
                self._counted.popitem(last=False)
        return self._counted[key]


floods = Floods()


def judge_live(items: Sequence[tuple[Channel, Inbound]], *, now: datetime) -> list[Judged]:
    """In order, with how often nearly the same came of late."""
    return [
        Judged(judged, floods.count(channel, inbound, at=now))
        for judged, (channel, inbound) in zip(judge(items), items, strict=True)
    ]


def judge(items: Sequence[tuple[Channel, Inbound]]) -> list[Judgement]:
    """In order; one call for all clients that have no correction of their own, one for each that has."""
    corrections = fits.in_use()
    groups: dict[int | None, list[int]] = defaultdict(list)
    for place, (channel, _) in enumerate(items):
        groups[channel.client_id if channel.client_id in corrections else None].append(place)
    found: dict[int, Judgement] = {}
    for client_id, places in groups.items():
        context = Context(correction=corrections[client_id]) if client_id is not None else Context()
        texts = [judgement.Message(text=items[place][1].text) for place in places]
        found |= dict(zip(places, judgement.judge(texts, context), strict=True))
    return [found[place] for place in range(len(items))]
