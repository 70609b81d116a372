"""Fold a text to plain lower-case letters without moving any of them."""

import unicodedata

_QUOTES = {
    "’": "'",
    "‘": "'",
    "´": "'",
    "`": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "–": "-",
    "—": "-",
    "‑": "-",
    "đ": "d",
    "ß": "s",
    "\u00a0": " ",
}


def _plain(character: str) -> str:
    lowered = character.lower()
    if lowered in _QUOTES:
        return _QUOTES[lowered]
    base = unicodedata.normalize("NFD", lowered)[:1]
    return base or character


class _Folding(dict[int, str]):
    """A table for `str.translate` that works out each letter when it first meets it."""

    def __missing__(self, codepoint: int) -> str:
        self[codepoint] = _plain(chr(codepoint))
        return self[codepoint]


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Lower case, no accents, straight quotes: "Javit ćemo" becomes "javit cemo". Every position stays what it was."""
    return text.translate(_FOLDING)
