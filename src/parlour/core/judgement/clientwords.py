"""A client's own words, found before ours: curses that count here, look-alikes that don't, names of products and staff."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ahocorasick_rs import AhoCorasick, MatchKind

from parlour.core.judgement import writing
from parlour.core.judgement.values import ClientWords


class Mark(StrEnum):
    CURSE = "curse"
    HARMLESS = "harmless"
    PRODUCT = "product"
    STAFF = "staff"
    COMPETITOR = "competitor"


# What stands in a text instead of the client's word, so that the shared model reads no more into it than it should.
_NEUTRAL = {Mark.HARMLESS: "thing", Mark.PRODUCT: "product", Mark.STAFF: "employee", Mark.COMPETITOR: "shop"}


@dataclass(frozen=True, slots=True)
class Found:
    """A text with the client's words taken out, and which they were."""

    text: str
    marks: tuple[tuple[Mark, str], ...] = ()

    def first(self, mark: Mark) -> str:
        return next((word for one, word in self.marks if one is mark), "")


class Finder:
    """Finds whole words of one client in one pass; longer entries win."""

    def __init__(self, entries: Iterable[tuple[str, Mark]]) -> None:
        known = {_even(word): mark for word, mark in entries if _even(word)}
        self._marks = list(known.values())
        self._automaton = AhoCorasick(list(known), matchkind=MatchKind.LeftmostLongest) if known else None

    def find(self, text: str) -> Found:
        if self._automaton is None:
            return Found(text)
        even = _even(text)
        spotted = self._automaton.find_matches_as_indexes(even)
        return self._replaced(even, spotted) if spotted else Found(text)

    def _replaced(self, even: str, spotted: list[tuple[int, int, int]]) -> Found:
        parts, marks, at = [], [], 0
        for number, start, end in spotted:
            mark = self._marks[number]
            word = even[start:end].strip()
            marks.append((mark, word))
            parts += [even[at:start], f" {_NEUTRAL.get(mark, word)} "]
            at = end
        return Found("".join([*parts, even[at:]]), tuple(marks))


@functools.lru_cache(maxsize=256)
def finder(words: tuple[tuple[str, Mark], ...]) -> Finder:
    return Finder(words)


def entries(words: ClientWords, language: str) -> tuple[tuple[str, Mark], ...]:
    """The client's entries for a language ("" when it is not known: those of all); a harmless word beats a curse."""
    listed = ((words.curses, Mark.CURSE), (words.harmless, Mark.HARMLESS))
    in_language = [
        (word, mark)
        for by, mark in listed
        for key, some in by.items()
        if key in {"", language} or not language
        for word in some
    ]
    names = ((words.products, Mark.PRODUCT), (words.staff, Mark.STAFF), (words.competitors, Mark.COMPETITOR))
    return (*((word, mark) for some, mark in names for word in some), *in_language)


def _even(text: str) -> str:
    """Every word with a blank before and after, so that a match is a whole word and neighbours both match."""
    return "".join(f" {writing.plain(token)} " for token in writing.tokens([text])[0])
