"""What the model sees of a text: hashed words, letter groups and word pairs, and the pattern of word classes.

One function for training and serving: `Vocabulary.encode` finds words and counts; `pieces` and `pairs` name the
rows of the weight table that they touch. Golden tests hold the hashes still.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
import numpy.typing as npt

from parlour.core.judgement import writing
from parlour.core.judgement.lexicon import LANGUAGES, Lexicon, WordClass

PIECES = 1 << 17  # rows for words, letter groups and word pairs
PATTERNS = 1 << 14  # rows for sequences of word classes
_MOST_WORDS = 60_000  # cached words; about 8 MB with their weights
_LETTERS = (3, 4, 5)
_LONGEST = 40  # letters of a word that are looked at
_BASE, _MIXER = np.uint64(0x100000001B3), np.uint64(0xFF51AFD7ED558CCD)
_CLASSES = len(WordClass)
_LENGTHS = np.array([2, 4, 7, 12, 20, 35, 60])

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A batch as numbers: the words of all texts in a row, and where each text starts."""

    ids: Ints  # (words,) into the vocabulary
    texts: Ints  # (words,) which text the word belongs to
    lengths: Ints  # (texts,)
    shouting: npt.NDArray[np.bool_]  # (texts,) capitals only


@dataclass(slots=True)
class Vocabulary:
    """Every word seen so far, with its hash, its classes and the pieces it is made of. A cache: it forgets when full."""

    lexicon: Lexicon
    _of_token: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _of_word: dict[str, int] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    hashes: npt.NDArray[np.uint64] = field(default_factory=lambda: np.zeros(1024, np.uint64))
    classes: npt.NDArray[np.uint8] = field(default_factory=lambda: np.zeros((1024, len(LANGUAGES)), np.uint8))

    def full(self) -> bool:
        return len(self.words) > _MOST_WORDS

    def encode(self, texts: list[str]) -> Encoded:
        rows = [self._ids(tokens) for tokens in writing.tokens(texts)]
        lengths = np.fromiter(map(len, rows), np.int64, len(rows))
        ids = np.fromiter(chain.from_iterable(rows), np.int64, int(lengths.sum()))
        shouting = np.fromiter((text.isupper() and len(text) > 4 for text in texts), np.bool_, len(texts))
        return Encoded(ids, np.repeat(np.arange(len(rows)), lengths), lengths, shouting)

    def _ids(self, tokens: list[str]) -> list[int]:
        known = self._of_token
        return list(
            chain.from_iterable([known[token] if token in known else self._learn(token) for token in tokens])
        )

    def _learn(self, token: str) -> tuple[int, ...]:
        read = writing.words(token, known=self.lexicon.strong, masked=self.lexicon.masked)
        ids = tuple(self._id(word) for word in read)
        self._of_token[token] = ids
        return ids

    def _id(self, word: str) -> int:
        number = self._of_word.get(word)
        if number is not None:
            return number
        number = len(self.words)
        if number == len(self.hashes):
            self.hashes = np.concatenate([self.hashes, np.zeros_like(self.hashes)])
            self.classes = np.concatenate([self.classes, np.zeros_like(self.classes)])
        self.words.append(word)
        self._of_word[word] = number
        self.hashes[number] = zlib.crc32(word.encode())
        self.classes[number] = self.lexicon.classes(word)
        return number


def pieces(words: Sequence[str], hashes: npt.NDArray[np.uint64]) -> tuple[Ints, Ints, Floats]:
    """What words are made of: (word, row of the weight table, weight), ascending by word.

    Each is itself, with weight one, and its letter groups, which together weigh as much.
    """
    framed = [f"<{word[:_LONGEST]}>" for word in words]
    letters = np.frombuffer("".join(framed).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    owners = np.repeat(np.arange(len(words)), np.fromiter(map(len, framed), np.int64, len(framed)))
    found = [(np.arange(len(words)), _row(hashes))]
    running = letters
    for size in range(2, max(_LETTERS) + 1):
        running = running[:-1] * _BASE + letters[size - 1 :]
        if size in _LETTERS:
            same = owners[: len(running)] == owners[size - 1 :]
            found.append((owners[: len(running)][same], _row(running[same] + np.uint64(size))))
    word, row = (np.concatenate(parts) for parts in zip(*found, strict=True))
    groups = np.maximum(np.bincount(word, minlength=len(words)) - 1, 1)
    weight = np.concatenate([np.ones(len(words)), groups[word[len(words) :]] ** -0.5]).astype(np.float32)
    order = np.argsort(word, kind="stable")
    return word[order], row[order], weight[order]


def _row(number: npt.NDArray[np.uint64]) -> Ints:
    return ((number * _MIXER) >> np.uint64(40)).astype(np.int64) % PIECES


def pairs(encoded: Encoded, hashes: npt.NDArray[np.uint64]) -> Iterator[tuple[Ints, Ints]]:
    """Neighbours, then next-but-one neighbours: (text, row of the weight table)."""
    found = hashes[encoded.ids]
    for step, salt in ((1, 0x9E3779B97F4A7C15), (2, 0xC2B2AE3D27D4EB4F)):
        same = encoded.texts[:-step] == encoded.texts[step:]
        yield encoded.texts[:-step][same], _row((found[:-step] * np.uint64(salt) + found[step:])[same])


def patterns(classes: Ints, texts: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Sequences of two to four word classes, unclassed words left out: (text, row of the pattern table)."""
    kept = classes > 0
    classes, texts = classes[kept], texts[kept]
    number = classes
    for size in (2, 3, 4):
        number = number[:-1] * _CLASSES + classes[size - 1 :]
        same = texts[: len(number)] == texts[size - 1 :]
        yield texts[: len(number)][same], _scatter(number[same], size)


def _scatter(number: Ints, size: int) -> Ints:
    if size == 2:
        return number + _CLASSES
    mixed = number.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(size)
    start = _CLASSES * (_CLASSES + 1)
    return (mixed >> np.uint64(33)).astype(np.int64) % (PATTERNS - start) + start


def signs(encoded: Encoded, classes: Ints) -> Floats:
    """What holds for a text as a whole, as zeros and ones: (texts, SIGNS)."""
    count = len(encoded.lengths)
    counts = np.bincount(encoded.texts * _CLASSES + classes, minlength=count * _CLASSES).reshape(
        count, _CLASSES
    )
    ends = np.cumsum(encoded.lengths)
    filled = encoded.lengths > 0
    first, last = np.zeros(count, np.int64), np.zeros(count, np.int64)
    first[filled] = classes[(ends - encoded.lengths)[filled]]
    last[filled] = classes[ends[filled] - 1]
    ends_asking = last == WordClass.ASK
    return np.concatenate(
        [
            counts[:, 1:] > 0,
            encoded.lengths[:, None] > _LENGTHS,
            counts[:, _TWICE] > 1,
            first[:, None] == _FIRST,
            np.stack([ends_asking, counts[:, WordClass.BANG] > 2, encoded.shouting], axis=1),
        ],
        axis=1,
        dtype=np.float32,
    )


_TWICE = np.array(
    [
        WordClass.VILE,
        WordClass.CURSE,
        WordClass.YOU,
        WordClass.ORDER,
        WordClass.FAIL,
        WordClass.WAIT,
        WordClass.ME,
        WordClass.MONEY,
        WordClass.SPAMMY,
        WordClass.PRAISE,
        WordClass.HANDLE,
        WordClass.QUOTE,
        WordClass.NUM,
    ]
)
_FIRST = np.array(
    [
        WordClass.HANDLE,
        WordClass.YOU,
        WordClass.QUEST,
        WordClass.ME,
        WordClass.NEG,
        WordClass.FUOFF,
        WordClass.GROUP,
    ]
)
SIGNS = _CLASSES - 1 + len(_LENGTHS) + len(_TWICE) + len(_FIRST) + 3
_PAIR_ROWS, _PAIR_COLUMNS = np.triu_indices(SIGNS, k=1)
CROSSED = SIGNS + len(_PAIR_ROWS)


def crossed(found: Floats) -> Floats:
    """The signs and every two of them together: (CROSSED, texts), so that each row is copied in one piece."""
    turned = np.ascontiguousarray(found.T)
    return np.concatenate([turned, turned[_PAIR_ROWS] * turned[_PAIR_COLUMNS]])
