"""Word classes are looked up per language, by word or stem."""

from parlour.core.judgement import lexicon
from parlour.core.judgement.lexicon import LANGUAGES, WordClass

LEXICON = lexicon.parse(
    {
        "en": "CURSE: damn\nVILE: idiot* rat\nORDER: order\n",
        "de": "VILE: trottel*\n",
        "hr": "ORDER: narudzb*\n",
    }
)


def class_in(language, word):
    return LEXICON.classes(word)[LANGUAGES.index(language)]


def test_a_stem_finds_every_ending():
    assert class_in("hr", "narudzbu") == WordClass.ORDER


def test_an_ordinary_word_counts_in_its_own_language_only():
    assert class_in("en", "order") == WordClass.ORDER
    assert class_in("hr", "order") == WordClass.OTHER


def test_a_long_curse_counts_in_every_language():
    assert class_in("es", "trottel") == WordClass.VILE


def test_a_short_one_does_not_for_it_may_be_an_ordinary_word_elsewhere():
    assert class_in("de", "rat") == WordClass.OTHER


def test_a_mask_is_lifted_to_the_curse_that_fits():
    assert LEXICON.masked("tr*ttel") == "trottel"
    assert LEXICON.masked("d**n") == "damn"
    assert LEXICON.masked("x**n") == ""
