"""Fits one logistic head after the other on the features that serving uses, calibrates them, and packs the weights."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from parlour.core.judgement import features
from parlour.core.judgement.features import Ints, Vocabulary
from parlour.core.judgement.lexicon import Lexicon
from parlour.core.judgement.model import HEADS, KINDS, SIGN_SCALE, TONGUES, classes_in
from parlour.core.judgement.values import Kind
from training.examples import Example

_HASHED = features.PIECES + features.PATTERNS
_CHUNK = 4096
FOLDS = 3
MIX = {
    Kind.INSULT: 0.10,
    Kind.COMPLAINT: 0.33,
    Kind.QUESTION: 0.19,
    Kind.PRAISE: 0.17,
    Kind.SPAM: 0.04,
    Kind.CHATTER: 0.17,
}
_STRENGTH = 1.0  # inverse of the L2 penalty


@dataclass(frozen=True, slots=True)
class Table:
    """Examples as numbers: features, and per head what is known."""

    rows: sparse.csr_matrix
    labels: npt.NDArray[np.int8]  # (examples, HEADS): 1, 0, or -1 for not known
    weights: npt.NDArray[np.float64]

    def __getitem__(self, chosen: npt.NDArray[Any]) -> "Table":
        return Table(self.rows[chosen], self.labels[chosen], self.weights[chosen])


@dataclass(frozen=True, slots=True)
class Weights:
    coefficients: npt.NDArray[np.float32]  # (features, HEADS)
    bias: npt.NDArray[np.float32]  # (HEADS,)

    def logits(self, table: Table) -> npt.NDArray[np.float32]:
        return np.asarray(table.rows @ self.coefficients + self.bias, np.float32)


def table(examples: Sequence[Example], lexicon: Lexicon) -> Table:
    labels = np.full((len(examples), len(HEADS)), -1, np.int8)
    for number, example in enumerate(examples):
        for head, holds in example.labels.items():
            labels[number, HEADS.index(head)] = holds
    weights = np.array([example.weight for example in examples])
    return Table(_rows(examples, Vocabulary(lexicon)), labels, weights)


def _rows(examples: Sequence[Example], vocabulary: Vocabulary) -> sparse.csr_matrix:
    encoded = vocabulary.encode([example.text for example in examples])
    tongues = np.array(
        [TONGUES.index(one.language if one.language in TONGUES else "und") for one in examples]
    )
    classes = classes_in(vocabulary, encoded, tongues)
    used = _counted(encoded.texts, encoded.ids, (len(examples), len(vocabulary.words)))
    hashed = used @ _pieces(vocabulary)
    for where, rows in features.pairs(encoded, vocabulary.hashes):
        hashed += _counted(where, rows, hashed.shape)
    for where, rows in features.patterns(classes, encoded.texts):
        hashed += _counted(where, rows + features.PIECES, hashed.shape)
    shrink = sparse.diags(1 / np.sqrt(np.maximum(encoded.lengths, 1))).astype(np.float32)
    found = features.signs(encoded, classes)
    crossed = [
        sparse.csr_matrix(features.crossed(found[at : at + _CHUNK]).T * np.float32(SIGN_SCALE))
        for at in range(0, len(examples), _CHUNK)
    ]
    return sparse.hstack([shrink @ hashed, sparse.vstack(crossed)], format="csr", dtype=np.float32)


def _counted(where: Ints, rows: Ints, shape: tuple[int, int]) -> sparse.csr_matrix:
    return sparse.csr_matrix((np.ones(len(rows), np.float32), (where, rows)), shape=shape)


def _pieces(vocabulary: Vocabulary) -> sparse.csr_matrix:
    """The pieces of every word: (words, hashed features)."""
    words = vocabulary.words
    owners, rows, weights = features.pieces(words, vocabulary.hashes[: len(words)])
    return sparse.csr_matrix((weights, (owners, rows)), shape=(len(words), _HASHED))


def fit(trained_on: Table, *, heads: Sequence[str] = HEADS, seed: int) -> Weights:
    coefficients = np.zeros((trained_on.rows.shape[1], len(HEADS)), np.float32)
    bias = np.full(len(HEADS), -8.0, np.float32)
    for head in heads:
        column = HEADS.index(head)
        known = np.flatnonzero(trained_on.labels[:, column] >= 0)
        chosen = trained_on[known]
        wanted = chosen.labels[:, column]
        if wanted.min(initial=1) == wanted.max(initial=0):
            continue
        used = slice(0, features.PIECES) if head in TONGUES else slice(0, chosen.rows.shape[1])
        regression = LogisticRegression(C=_STRENGTH, max_iter=60, tol=1e-3, random_state=seed)
        regression.fit(chosen.rows[:, used], wanted, sample_weight=chosen.weights)
        coefficients[used, column] = regression.coef_[0]
        bias[column] = regression.intercept_[0]
    return Weights(coefficients, bias)


def out_of_fold(
    trained_on: Table, *, files: Sequence[str], heads: Sequence[str], seed: int
) -> npt.NDArray[np.float32]:
    """What each row would be given by a model that has not seen it, nor any other row of its file.

    A file has one author and one industry, so this is how the model fares with people that it has not met. Rows with
    an empty name of file, and all rows of very few files, are drawn one by one.
    """
    folds = np.random.default_rng(seed).integers(0, FOLDS, trained_on.rows.shape[0])
    named = sorted(set(files) - {""})
    for number, file in enumerate(named if len(named) >= FOLDS else ()):
        folds[np.array([one == file for one in files])] = number % FOLDS
    logits = np.zeros((trained_on.rows.shape[0], len(HEADS)), np.float32)
    for fold in range(FOLDS):
        held = folds == fold
        logits[held] = fit(trained_on[~held], heads=heads, seed=seed).logits(trained_on[held])
    return logits


def calibrate(
    logits: npt.NDArray[np.float32], labels: npt.NDArray[np.int8]
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Platt's slope and offset per head, so that the sigmoid of a logit is a probability in a brand's usual mix."""
    slopes, offsets = np.ones(len(HEADS), np.float32), np.zeros(len(HEADS), np.float32)
    weights = _usual_mix(labels)
    for column in range(len(HEADS)):
        known = labels[:, column] >= 0
        if len(set(labels[known, column])) == 2 and np.ptp(logits[known, column]) > 0:
            platt = LogisticRegression(C=100.0)
            platt.fit(logits[known, column, None], labels[known, column], sample_weight=weights[known])
            slopes[column], offsets[column] = platt.coef_[0, 0], platt.intercept_[0]
    return slopes, offsets


def _usual_mix(labels: npt.NDArray[np.int8]) -> npt.NDArray[np.float64]:
    """Weights that bring our own writing, half of it complaints, to the mix that a brand's page has."""
    weights = np.ones(len(labels))
    first = np.argmax(labels[:, : len(KINDS)] == 1, axis=1)
    for number, kind in enumerate(KINDS):
        weights[first == number] = MIX[kind] * len(labels) / max(int((first == number).sum()), 1)
    return weights


def packed(weights: Weights) -> dict[str, npt.NDArray[Any]]:
    """As eight-bit numbers with a scale per head; the signs, few and heavy, as sixteen-bit ones."""
    hashed = weights.coefficients[:_HASHED]
    scales = np.maximum(np.quantile(np.abs(hashed), 0.99999, axis=0), 1e-6) / 127
    rows = np.clip(np.round(hashed / scales), -127, 127).astype(np.int8)
    return {
        "rows": rows,
        "scales": scales.astype(np.float32),
        "crossed": weights.coefficients[_HASHED:].astype(np.float16),
        "bias": weights.bias,
    }
