"""How long a text is, as each platform counts it."""

import unicodedata

from parlour.core.guards.model import Unit

_JOINER = "\u200d"
_REGIONAL = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)


def measure(text: str, unit: Unit) -> int:
    if unit is Unit.UTF16:
        return len(text.encode("utf-16-le")) // 2
    if unit is Unit.BYTES:
        return len(text.encode())
    if unit is Unit.GRAPHEMES:
        return len(grapheme_starts(text))
    return len(text)


def grapheme_starts(text: str) -> list[int]:
    """Where each user-perceived character starts.

    Chosen imprecision: the rules of UAX #29 for accents, emoji sequences, flags and line ends, but not for Hangul
    letters written apart or for Indic conjuncts, which then count as more than they are.
    """
    starts: list[int] = []
    flag_letters = 0
    for position, character in enumerate(text):
        previous = text[position - 1] if position else ""
        is_flag_letter = ord(character) in _REGIONAL
        flag_letters = flag_letters + 1 if is_flag_letter else 0
        completes_flag = is_flag_letter and flag_letters % 2 == 0
        if position and (completes_flag or _extends(character, previous)):
            continue
        starts.append(position)
    return starts


def _extends(character: str, previous: str) -> bool:
    if _JOINER in {character, previous}:
        return True
    if character == "\n" and previous == "\r":
        return True
    if unicodedata.category(character) in {"Mn", "Me", "Mc"}:
        return True
    return ord(character) in _SKIN_TONES or ord(character) in _TAGS


def cut_point(text: str, length: int, unit: Unit) -> int:
    """The first position in `text` that no longer fits into `length` units."""
    if unit is Unit.CHARACTERS:
        return min(length, len(text))
    if unit is Unit.GRAPHEMES:
        starts = grapheme_starts(text)
        return starts[length] if length < len(starts) else len(text)
    used = 0
    for position, character in enumerate(text):
        used += measure(character, unit)
        if used > length:
            return position
    return len(text)
