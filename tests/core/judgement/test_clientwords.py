"""A client's words are found whole, longest first."""

from parlour.core.judgement.clientwords import Finder, Mark, entries
from parlour.core.judgement.values import ClientWords


def found(text, **words):
    return Finder(entries(ClientWords(**words), "hr")).find(text)


def test_neighbours_are_both_found():
    assert [word for _, word in found("Alfa Beta", products=("alfa",), competitors=("beta",)).marks] == [
        "alfa",
        "beta",
    ]


def test_part_of_a_word_is_no_match():
    assert found("classic", curses={"": ("class",)}).marks == ()


def test_the_longest_entry_wins():
    both = found("pasji sin", curses={"hr": ("pasji",)}, harmless={"hr": ("pasji sin",)})
    assert [mark for mark, _ in both.marks] == [Mark.HARMLESS]


def test_words_of_another_language_do_not_count():
    assert found("mist", curses={"de": ("mist",)}).marks == ()


def test_diacritics_and_case_do_not_matter():
    assert found("KÖTER", curses={"": ("köter",)}).first(Mark.CURSE).strip() == "koter"
