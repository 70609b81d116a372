"""Many streams at once: repeats are seen, clocks that run ahead are not believed, and nothing is swept in vain."""

from dataclasses import replace

from parlour.core.surge import snapshot
from parlour.core.surge.stream import HOUR, Stream
from parlour.core.surge.terms import Terms
from parlour.core.surge.values import Alarm, Planned, Settings

_REMEMBERED = 65_536  # keys in each of two generations: a redelivery comes soon or never
_LATEST = 6.0  # hours a message may be late and still count for the present
_SOUR = -0.2


def is_negative(sentiment: float | str) -> bool:
    return sentiment < _SOUR if not isinstance(sentiment, str) else sentiment == "negative"


class Watcher:
    """Watches streams by name; feed it events in about the order of their time."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self._streams: dict[str, Stream] = {}
        self._own: dict[str, Settings] = {}
        self._terms: dict[str, Terms] = {}
        self._keys: set[str] = set()
        self._older_keys: set[str] = set()

    def observe(
        self,
        name: str,
        at: float,
        *,
        negative: bool,
        key: str | None = None,
        text: str | None = None,
        now: float | None = None,
    ) -> Alarm | None:
        """Count a message at `at` (unix seconds); a repeated `key` (the message's id) and a message hours late change nothing.

        `now` is the receiver's clock, where there is one: a message from the future counts as of now.
        """
        if key is not None and self._repeats(f"{name}\0{key}"):
            return None
        hours = (at if now is None or at <= now else now) / HOUR
        stream = self._streams.get(name)
        if stream is None:
            stream = self._streams[name] = Stream(name, hours)
        elif hours < stream.windows.at - _LATEST:
            return None
        if text:
            self._terms.setdefault(name, Terms()).add(text, hours, negative=negative)
        alarm = stream.observe(hours, self._own.get(name, self._settings), negative=negative)
        return alarm and self._with_terms(alarm)

    def plan(self, name: str, planned: Planned) -> None:
        """A post or campaign to come raises what `name` expects; known as soon as it is planned."""
        hours = planned.start / HOUR
        stream = self._streams.setdefault(name, Stream(name, hours))
        stream.plan(planned, at=stream.windows.at)

    def adjust(self, name: str, settings: Settings) -> None:
        """Give one stream settings of its own."""
        self._own[name] = settings

    def snapshot(self, name: str) -> bytes:
        """What `name` has learned, to be kept; words and remembered keys are not part of it."""
        return snapshot.pack(self._streams[name])

    def restore(self, name: str, packed: bytes) -> None:
        self._streams[name] = snapshot.unpack(name, packed)

    def tick(self, now: float) -> list[Alarm]:
        """Close the alarms of streams that fell silent; call it now and then, it looks at open alarms only."""
        closed: list[Alarm] = []
        for stream in self._streams.values():
            if stream.held:
                closed += stream.tick(now / HOUR, self._own.get(stream.name, self._settings))
        return closed

    def _repeats(self, key: str) -> bool:
        if key in self._keys or key in self._older_keys:
            return True
        if len(self._keys) >= _REMEMBERED:
            self._keys, self._older_keys = set(), self._keys
        self._keys.add(key)
        return False

    def _with_terms(self, alarm: Alarm) -> Alarm:
        terms = self._terms.get(alarm.stream)
        return replace(alarm, terms=terms.top()) if terms else alarm
