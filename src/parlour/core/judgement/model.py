"""The trained weights: loaded once from the data beside this file, then only added up."""

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt

from parlour.core.judgement import features
from parlour.core.judgement.features import Encoded, Floats, Ints, Vocabulary
from parlour.core.judgement.lexicon import LANGUAGES, parse
from parlour.core.judgement.values import Kind, Target

KINDS = tuple(Kind)
TARGETS = tuple(Target)
SEVERITIES = ("severity1", "severity2", "severity3")
TONGUES = (*LANGUAGES, "und")  # what the text may be written in; `und` stands for all that we cannot judge
HEADS = (*KINDS, "critical", "abuse", *SEVERITIES, *TARGETS, *TONGUES)
_TONGUE_HEADS = slice(len(HEADS) - len(TONGUES), len(HEADS))
SIGN_SCALE = 0.25  # a sign weighs a quarter of a lone word, so that words stay the heart of it


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model says of a batch: a logit per head, and the words it read."""

    logits: Floats  # (texts, HEADS)
    tongues: Ints  # (texts,) into TONGUES
    certainty: Floats  # (texts,) that it is that tongue and no other
    encoded: Encoded
    classes: Ints  # (words,)


@dataclass(frozen=True, slots=True)
class Point:
    """How sure one must be to hide in a language: logit thresholds by how many complaints one may be hidden."""

    one_in: tuple[int, ...]
    logits: tuple[float, ...]
    wordless: float  # how much surer where no word of abuse is named

    def logit(self, one_complaint_in: int) -> float:
        return _between(self, one_complaint_in)


@functools.lru_cache(maxsize=1024)
def _between(point: Point, one_complaint_in: int) -> float:
    return float(np.interp(np.log(one_complaint_in), np.log(point.one_in), point.logits))


def _no_words() -> Floats:
    return np.zeros((0, len(HEADS)), np.float32)


@dataclass(slots=True)
class Model:
    version: str
    rows: npt.NDArray[np.int8]  # (PIECES + PATTERNS, HEADS), times `scales`
    scales: Floats  # (HEADS,)
    crossed: Floats  # (HEADS, CROSSED)
    bias: Floats  # (HEADS,)
    slopes: Floats  # (HEADS,) calibration: probability = sigmoid(slope * logit + offset)
    offsets: Floats  # (HEADS,)
    points: dict[str, Point]
    brakes: dict[str, float]  # calibrated probability from which a text counts as a possible complaint
    vocabulary: Vocabulary
    _words: Floats = field(
        default_factory=_no_words
    )  # (words, HEADS) what each known word adds, before `scales`
    _learned: int = 0

    def read(self, texts: list[str]) -> Reading:
        encoded = self._encode(texts)
        count = len(texts)
        shrink = self.scales / np.sqrt(np.maximum(encoded.lengths, 1), dtype=np.float32)[:, None]
        found = _sum(self._words[encoded.ids], encoded.texts, count)
        for where, rows in features.pairs(encoded, self.vocabulary.hashes):
            found += _sum(self.rows[rows], where, count)
        tongues, certainty = _tongues((found * shrink + self.bias)[:, _TONGUE_HEADS])
        classes = classes_in(self.vocabulary, encoded, tongues)
        for where, rows in features.patterns(classes, encoded.texts):
            found += _sum(self.rows[rows + features.PIECES], where, count)
        signs = features.crossed(features.signs(encoded, classes))
        logits = found * shrink + (self.crossed @ signs).T + self.bias
        return Reading(logits, tongues, certainty, encoded, classes)

    def calibrated(self, logits: Floats) -> Floats:
        """Logits whose sigmoid is a probability."""
        return np.asarray(np.clip(logits * self.slopes + self.offsets, -20, 20), np.float32)

    def _encode(self, texts: list[str]) -> Encoded:
        if self.vocabulary.full():
            self.vocabulary = Vocabulary(self.vocabulary.lexicon)
            self._words, self._learned = _no_words(), 0
        encoded = self.vocabulary.encode(texts)
        if len(self.vocabulary.words) > self._learned:
            self._learn()
        return encoded

    def _learn(self) -> None:
        """Adds up the pieces of the words that are new, once."""
        words = self.vocabulary.words
        if len(words) > len(self._words):
            self._words = np.concatenate([self._words, np.zeros((len(words) + 1024, len(HEADS)), np.float32)])
        new = slice(self._learned, len(words))
        owners, rows, weights = features.pieces(words[new], self.vocabulary.hashes[new])
        self._words[new] = _sum(self.rows[rows] * weights[:, None], owners, len(words) - self._learned)
        self._learned = len(words)


def classes_in(vocabulary: Vocabulary, encoded: Encoded, tongues: Ints) -> Ints:
    """The class of every word in the language of its text; what cannot be told is read as the first language."""
    languages = np.where(tongues < len(LANGUAGES), tongues, 0)
    return vocabulary.classes[encoded.ids, languages[encoded.texts]].astype(np.int64)


def _tongues(logits: npt.NDArray[np.floating[Any]]) -> tuple[Ints, Floats]:
    likely = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.argmax(logits, axis=1), 1 / likely.sum(axis=1)


def _sum(added: Floats | npt.NDArray[np.int8], texts: Ints, count: int) -> Floats:
    """Sums rows by text; `texts` ascends."""
    if count == 1:
        return np.asarray(added.sum(axis=0, dtype=np.float32, keepdims=True))
    total = np.zeros((count, added.shape[1]), np.float32)
    if not len(added):
        return total
    starts = np.concatenate([[0], np.flatnonzero(texts[1:] != texts[:-1]) + 1])
    total[texts[starts]] = np.add.reduceat(added.astype(np.float32, copy=False), starts, axis=0)
    return total


@functools.cache
def shipped() -> Model:
    """The model that comes with Parlour."""
    with resources.files(__package__).joinpath("model.npz").open("rb") as file:
        return load(np.load(file, allow_pickle=False))


def load(stored: Mapping[str, npt.NDArray[Any]]) -> Model:
    """From the arrays that `training` wrote; ValueError when they are of another make."""
    about = json.loads(str(stored["about"]))
    if tuple(about["heads"]) != HEADS or stored["crossed"].shape[0] != features.CROSSED:
        raise ValueError("This model was trained for another version of Parlour: run `make train`.")
    return Model(
        version=about["version"],
        rows=stored["rows"],
        scales=stored["scales"],
        crossed=np.ascontiguousarray(stored["crossed"].T, np.float32) * np.float32(SIGN_SCALE),
        bias=stored["bias"],
        slopes=stored["slopes"],
        offsets=stored["offsets"],
        points={
            language: Point(tuple(one["one_in"]), tuple(one["logits"]), one["wordless"])
            for language, one in about["points"].items()
        },
        brakes=about["brakes"],
        vocabulary=Vocabulary(parse(about["words"])),
    )


def shipped_version() -> str:
    """Of the model that comes with Parlour; every verdict of it carries the same."""
    return shipped().version
