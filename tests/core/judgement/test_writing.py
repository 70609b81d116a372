"""What people do to letters does not hide what they say."""

import pytest

from parlour.core.judgement import writing

KNOWN = {"idiots", "idiot", "fuck", "shit", "asshole", "assholes", "sljam"}


def read(text):
    found = []
    for token in writing.tokens([text])[0]:
        found += writing.words(token, known=KNOWN.__contains__, masked=lambda _: "fuck")
    return found


@pytest.mark.parametrize(
    "text",
    [
        "idiots",
        "IDIOTS",
        "1d10ts",
        "i d i o t s",
        "i.d.i.o.t.s",
        "idiooooots",
        "id\u200biots",
        "ｉｄｉｏｔｓ",
        "іdіоts",
        "ídïòts",
    ],
)
def test_every_disguise_reads_as_the_word(text):
    assert read(text) == ["idiots"]


def test_cyrillic_is_read_aloud():
    assert read("шљам") == ["sljam"]


def test_signs_inside_a_word_are_letters_only_when_a_curse_comes_out():
    assert read("a$$holes") == ["assholes"]
    assert read("iphone4") == ["iphone0"]


def test_stars_stand_for_letters():
    assert read("f**k off") == ["fuck", "off"]


def test_a_handle_names_nobody():
    assert read("@someone.else hello")[0] == "@user"


def test_links_and_addresses_are_not_words():
    assert read("see https://example.org/a?b or me@example.org") == ["see", "url", "or", "email"]


def test_numbers_keep_only_their_length():
    assert read("380 and 419") == ["000", "and", "000"]


def test_every_text_has_its_own_tokens():
    assert writing.tokens(["one two", "", "three\nfour"]) == [["one", "two"], [], ["three", "four"]]


def test_a_row_of_the_same_emoji_counts_as_two():
    assert read("late again " + "😡" * 30) == ["late", "again", "😡", "😡"]
