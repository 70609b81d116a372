"""Golden: training and serving hash alike today, tomorrow and on any machine."""

import numpy as np

from parlour.core.judgement import features, lexicon
from parlour.core.judgement.features import Vocabulary

LEXICON = lexicon.parse({"en": "VILE: idiot*\nYOU: you\nBE: are\nORDER: order\nFAIL: late\n"})
PIECES = [11142, 123640, 95812, 16005, 79582, 45371, 39553, 23368, 16121, 43106]
PAIRS = [([0, 0, 0], [116782, 94155, 5031]), ([0, 0], [50697, 19893])]


def encoded(*texts):
    vocabulary = Vocabulary(LEXICON)
    return vocabulary, vocabulary.encode(list(texts))


def pieces(*words):
    vocabulary, _ = encoded(" ".join(words))
    return features.pieces(words, vocabulary.hashes[: len(words)])


def test_the_pieces_of_a_word_keep_their_rows():
    word, rows, weights = pieces("late")
    assert not word.any()
    assert rows.tolist() == PIECES
    assert weights[0] == 1.0
    assert np.isclose(np.square(weights[1:]).sum(), 1.0)


def test_a_word_has_the_same_pieces_alone_and_among_others():
    words, rows, weights = pieces("order", "late", "is")
    assert (np.diff(words) >= 0).all()
    assert rows[words == 1].tolist() == PIECES
    assert np.allclose(weights[words == 1], pieces("late")[2])


def test_the_pairs_of_a_text_keep_their_rows():
    vocabulary, found = encoded("my order is late")
    pairs = [(texts.tolist(), rows.tolist()) for texts, rows in features.pairs(found, vocabulary.hashes)]
    assert pairs == PAIRS


def test_pairs_and_patterns_never_cross_from_one_text_into_the_next():
    vocabulary, alone = encoded("you are", "idiots")
    together = [rows.tolist() for _, rows in features.pairs(alone, vocabulary.hashes)]
    assert [len(rows) for rows in together] == [1, 0]
    classes = vocabulary.classes[alone.ids, 0].astype(np.int64)
    assert [len(rows) for _, rows in features.patterns(classes, alone.texts)] == [1, 0, 0]


def test_patterns_leave_out_words_without_a_class():
    vocabulary, found = encoded("you all are really idiots", "you are idiots")
    classes = vocabulary.classes[found.ids, 0].astype(np.int64)
    for texts, rows in features.patterns(classes, found.texts):
        assert rows[texts == 0].tolist() == rows[texts == 1].tolist()


def test_an_empty_text_has_no_sign():
    vocabulary, found = encoded("", "you are")
    signs = features.signs(found, vocabulary.classes[found.ids, 0].astype(np.int64))
    assert signs.shape == (2, features.SIGNS)
    assert not signs[0].any()


def test_crossing_names_every_two_signs():
    signs = np.zeros((1, features.SIGNS), np.float32)
    signs[0, [2, 5]] = 1
    assert features.crossed(signs).sum() == 3
