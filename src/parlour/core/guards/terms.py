"""Find given names, domains and phone numbers in a text, however they are spelt, spaced or inflected."""

import re
from collections.abc import Iterator
from functools import lru_cache

from parlour.core.wording import fold

_PHONE = re.compile(r"[+(]?\d[\d\s()/.-]{4,}\d")
# Croatian and German endings: "Horvatu", "Pekare Zrno", "Studios".
_ENDING = r"(?:'?s|a|u|om|em|e|i|ov\w{0,3}|ev\w{0,3}|in\w{0,2}|n|en)?"


@lru_cache(maxsize=4096)
def _pattern(term: str) -> re.Pattern[str]:
    words = [word for word in re.split(r"[\s_-]+", fold(term.strip())) if word]
    body = r"[\s_-]*".join(map(re.escape, words))
    if term.startswith("#") or not term[-1:].isalpha() or "." in term or "@" in term:
        return re.compile(rf"(?<!\w){body}(?!\w)")
    return re.compile(r"(?<!\w)" + r"[\s_-]*".join(map(_inflected, words)) + r"(?!\w)")


def _inflected(word: str) -> str:
    """A name that ends in a vowel loses it when it is inflected: Ivana, Ivane, Ivani."""
    if word[-1] in "aeo" and len(word) > 3:
        return rf"{re.escape(word[:-1])}(?:{word[-1]}|a|e|i|o|u|om|ama|in\w{{0,3}}|'?s|as|n)"
    return re.escape(word) + _ENDING


def occurrences(text: str, term: str) -> Iterator[tuple[int, int]]:
    """Where `term` stands in `text`; a phone number is found by its digits, whatever stands between them."""
    if not term.strip():
        return
    digits = digits_of(term)
    if len(digits) >= 6 and _PHONE.fullmatch(term.strip()):
        yield from _phones(text, digits)
        return
    for match in _pattern(term).finditer(fold(text)):
        yield match.span()


def digits_of(text: str) -> str:
    return re.sub(r"\D", "", text)


def _phones(text: str, digits: str) -> Iterator[tuple[int, int]]:
    """The last eight digits decide: +385 1 234 567 and 01 234 567 are one number."""
    tail = digits[-8:]
    for match in _PHONE.finditer(text):
        if digits_of(match.group()).endswith(tail) or (
            len(digits_of(match.group())) >= 6 and tail.endswith(digits_of(match.group()).lstrip("0"))
        ):
            yield match.span()
