"""Copy-paste floods: nearly the same text again and again, across threads, within a sliding window."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zlib import crc32

import numpy as np
from rapidfuzz import fuzz

from parlour.core.judgement import writing

ALIKE = 88.0  # of 100, by rapidfuzz's ratio of the words
_BITS = 64
_BANDS = 4  # near texts share one of four parts of their fingerprint
_FEWEST_LETTERS = 20  # "thanks!" is no flood


@dataclass(frozen=True, slots=True)
class Sighting:
    """A text seen at a time; `author` keeps one member's repetition apart from a crowd's."""

    text: str
    at: datetime
    author: str = ""


@dataclass(slots=True)
class _Group:
    text: str
    seen: list[tuple[datetime, str]]


@dataclass(slots=True)
class Window:
    """Remembers texts for `span` and says how often nearly the same came before. Times must not run backwards."""

    span: timedelta
    most: int = 5000  # groups remembered; the oldest go first
    _groups: OrderedDict[int, _Group] = field(default_factory=OrderedDict)
    _bands: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    _next: int = 0

    def count(self, sighting: Sighting) -> int:
        """How many texts like this the window holds, this one included; 1 for what is too short to compare."""
        even = " ".join(writing.plain(token) for token in writing.tokens([sighting.text])[0])
        if len(even) < _FEWEST_LETTERS:
            return 1
        self._forget(sighting.at - self.span)
        fingerprint = _fingerprint(even)
        number = self._like(even, fingerprint)
        if number is None:
            number = self._remember(even, fingerprint)
        group = self._groups[number]
        group.seen = [(at, by) for at, by in group.seen if at > sighting.at - self.span]
        group.seen.append((sighting.at, sighting.author))
        self._groups.move_to_end(number)
        return len(group.seen)

    def _like(self, even: str, fingerprint: int) -> int | None:
        near = set().union(*(self._bands.get(band, set()) for band in _bands(fingerprint)))
        return next((one for one in sorted(near) if fuzz.ratio(self._groups[one].text, even) >= ALIKE), None)

    def _remember(self, even: str, fingerprint: int) -> int:
        number, self._next = self._next, self._next + 1
        self._groups[number] = _Group(even, [])
        for band in _bands(fingerprint):
            self._bands.setdefault(band, set()).add(number)
        return number

    def _forget(self, before: datetime) -> None:
        while self._groups:
            number, oldest = next(iter(self._groups.items()))
            if len(self._groups) <= self.most and oldest.seen[-1][0] > before:
                return
            del self._groups[number]
            for band in _bands(_fingerprint(oldest.text)):
                self._bands[band].discard(number)
                if not self._bands[band]:
                    del self._bands[band]


def _fingerprint(even: str) -> int:
    """A simhash: texts with mostly the same groups of letters differ in few bits."""
    groups = [even[at : at + 4].encode() for at in range(len(even) - 3)]
    hashes = np.array([crc32(group) << 32 | crc32(group, 0x9E3779B9) for group in groups], np.uint64)
    set_in = np.unpackbits(hashes.view(np.uint8).reshape(-1, _BITS // 8), axis=1).sum(axis=0)
    return int.from_bytes(np.packbits(set_in * 2 > len(groups)).tobytes(), "big")


def _bands(fingerprint: int) -> Iterable[tuple[int, int]]:
    width = _BITS // _BANDS
    return ((band, fingerprint >> band * width & (1 << width) - 1) for band in range(_BANDS))
