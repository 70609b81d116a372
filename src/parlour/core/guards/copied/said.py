"""An index of everything a brand has said, to find the few replies that a draft may be a copy of.

A reply is kept as 256 bits (one for each word of its essence) and its size; asking is one pass over arrays, about
10 ms for a million replies. It finds candidates; the guard then compares their texts.
"""

import zlib

import numpy as np
from numpy.typing import NDArray

from parlour.core.guards.copied.essence import essence

_WORDS = 4
_BITS = 64 * _WORDS
_CHUNK = 1 << 16


def _signature(text: str, language: str) -> int:
    bits = 0
    for feature in essence(text, language):
        bits |= 1 << feature % _BITS
    return bits


def _as_words(bits: int) -> NDArray[np.uint64]:
    return np.frombuffer(bits.to_bytes(_BITS // 8, "little"), dtype="<u8")


class SaidBefore:
    """Replies by key (the caller's own), each with the member it went to. Grows, never shrinks: rebuild to forget."""

    def __init__(self, capacity: int = 1024) -> None:
        self._count = 0
        self._bits = np.zeros((_WORDS, capacity), dtype=np.uint64)
        self._sizes = np.zeros(capacity, dtype=np.uint8)
        self._keys = np.zeros(capacity, dtype=np.int64)
        self._members = np.zeros(capacity, dtype=np.uint32)

    def __len__(self) -> int:
        return self._count

    def add(self, key: int, text: str, *, to: str = "", language: str = "") -> None:
        if self._count == len(self._keys):
            self._grow()
        bits = _signature(text, language)
        self._bits[:, self._count] = _as_words(bits)
        self._sizes[self._count] = min(bits.bit_count(), 255)
        self._keys[self._count] = key
        self._members[self._count] = zlib.crc32(to.encode())
        self._count += 1

    def nearest(self, text: str, *, count: int = 50, other_than: str = "", language: str = "") -> list[int]:
        """Keys of the `count` replies most like `text`, the likest first, without those to the member `other_than`."""
        bits = _signature(text, language)
        if not bits or not self._count:
            return []
        likeness = self._likeness(_as_words(bits), bits.bit_count())
        if other_than:
            likeness[self._members[: self._count] == zlib.crc32(other_than.encode())] = 0
        best = _largest(likeness, count)
        return [int(self._keys[row]) for row in best if likeness[row] > 0]

    def _likeness(self, bits: NDArray[np.uint64], size: int) -> NDArray[np.float32]:
        """Dice's measure over the bits, a chunk at a time so that the work stays in the processor's cache."""
        likeness = np.empty(self._count, dtype=np.float32)
        for start in range(0, self._count, _CHUNK):
            rows = slice(start, min(start + _CHUNK, self._count))
            shared = np.bitwise_count(self._bits[0, rows] & bits[0])
            for word in range(1, _WORDS):
                shared += np.bitwise_count(self._bits[word, rows] & bits[word])
            np.divide(shared, self._sizes[rows] + np.float32(size), out=likeness[rows], dtype=np.float32)
        return likeness

    def _grow(self) -> None:
        more = len(self._keys)
        self._bits = np.pad(self._bits, ((0, 0), (0, more)))
        self._sizes = np.pad(self._sizes, (0, more))
        self._keys = np.pad(self._keys, (0, more))
        self._members = np.pad(self._members, (0, more))


def _largest(values: NDArray[np.float32], count: int) -> NDArray[np.intp]:
    if count >= len(values):
        return np.argsort(-values, kind="stable")
    top = np.argpartition(values, len(values) - count)[-count:]
    return top[np.argsort(-values[top], kind="stable")]
