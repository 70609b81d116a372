"""From writing to words: undoes what people do to letters, so that `1d10t`, `i d i o t` and `idiooot` read alike."""

import re
import unicodedata
from collections.abc import Callable
from itertools import groupby

_FEWEST_APART = 4  # single letters in a row that make a word pulled apart
LONGEST = 3000  # characters read of one message; the rest repeats what was said
HANDLE, LINK, EMAIL = "@user", "url", "email"

_ZERO_WIDTH = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff\U000e0000-\U000e007f]"
)
_LINK = re.compile(r"https?://\S+|www\.\S+|\b\S+@\w+\.\w[\w.]+")
_QUOTES = re.compile("[“”„‟«»]|''")
_REPEATED_EMOJI = re.compile("([\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff])\\1{2,}")
_APOSTROPHES = re.compile("(?<=\\w)['’ʼ`´](?=\\w)")
_TOKEN = re.compile(
    r"[@$]?\w+(?:[@$!*#+€|]+\w+)*[*$]*|\*{2,}|[!?\"\n]|[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
)
_TRIPLED = re.compile(r"(\w)\1{2,}")
_DOUBLED = re.compile(r"(\w)\1+")
_DIGITS = re.compile(r"\d+")
_SYMBOLS = re.compile(r"[^\w]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[a-z]")

_L33T = str.maketrans(
    {
        "0": "o",
        "1": "i",
        "3": "e",
        "4": "a",
        "5": "s",
        "7": "t",
        "8": "b",
        "@": "a",
        "$": "s",
        "!": "i",
        "|": "i",
        "€": "e",
        "+": "t",
        "#": "h",
        "9": "g",
    }
)
_L33T_L = str.maketrans({"1": "l", "!": "l", "|": "l"})
# Cyrillic and Greek letters that look like Latin ones, for words that mix alphabets.
_LOOKALIKES = str.maketrans("авекмнорстухіѕјԁһӏαβεηικμνορτυχω", "abekmhopctyxisjdhlabenikmvoptuxw")
# Serbian, Macedonian, Russian and Ukrainian letters as they are read aloud.
_CYRILLIC_ALOUD = str.maketrans(
    dict(zip("абвгдежзијклмнопрстћуфхцчшђыэьъйіѕ", "abvgdezzijklmnoprstcufhccsdie  jis", strict=True))
    | {
        "љ": "lj",
        "њ": "nj",
        "џ": "dz",
        "щ": "sc",
        "ю": "ju",
        "я": "ja",
        "ё": "jo",
        "ї": "ji",
        "є": "je",
        "ь": "",
        "ъ": "",
    }
)
_STROKES = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i"})


def tokens(texts: list[str]) -> list[list[str]]:
    """The raw tokens of each text, lower case, spelling as written."""
    joined = "\n".join(text[:LONGEST].replace("\n", " ") for text in texts)
    return _split(_TOKEN.findall(_smooth(joined)), len(texts))


def _smooth(joined: str) -> str:
    if not joined.isascii():
        joined = _ZERO_WIDTH.sub("", unicodedata.normalize("NFKC", joined))
        joined = _REPEATED_EMOJI.sub(r"\1\1", joined)
        joined = _APOSTROPHES.sub("", _QUOTES.sub('"', joined))
    joined = joined.casefold().replace("'", "")
    return _LINK.sub(lambda found: EMAIL if "@" in found[0] else LINK, joined) if "." in joined else joined


def _split(flat: list[str], count: int) -> list[list[str]]:
    texts: list[list[str]] = []
    start = 0
    for _ in range(count - 1):
        end = flat.index("\n", start)
        texts.append(_together(flat[start:end]))
        start = end + 1
    texts.append(_together(flat[start:]))
    return texts


def _together(found: list[str]) -> list[str]:
    """A word that was pulled apart into single letters, put together again."""
    if list(map(len, found)).count(1) < _FEWEST_APART:
        return found
    joined: list[str] = []
    for lone, run in groupby(found, key=lambda token: len(token) == 1 and token.isalnum()):
        letters = list(run)
        joined += ["".join(letters)] if lone and len(letters) >= _FEWEST_APART else letters
    return joined


def plain(word: str) -> str:
    """Without diacritics, in Latin letters: `šljam` and `шљам` are `sljam`."""
    if word.isascii():
        return word
    if _CYRILLIC.search(word):
        word = word.translate(_LOOKALIKES if _LATIN.search(word) else _CYRILLIC_ALOUD)
    elif _LATIN.search(word):
        word = word.translate(_LOOKALIKES)
    decomposed = unicodedata.normalize("NFD", word.translate(_STROKES))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words(token: str, *, known: Callable[[str], bool], masked: Callable[[str], str]) -> tuple[str, ...]:
    """What a token says: one word as a rule, several where they were written as one.

    `known` tells whether a word is in a lexicon; `masked` finds the curse behind `f**k` ("" when there is none).
    """
    token = plain(token)
    if token.isalpha():
        return _letters(token, known)
    if not any(map(str.isalnum, token)):
        return (token[:4],)
    if "*" in token and (curse := masked(token)):
        return (curse,)
    for reading in (token.translate(_L33T), token.translate(_L33T_L).translate(_L33T)):
        if not token.isdigit() and reading.isalpha() and (curse := _respelled(reading, known)):
            return (curse,)
    if token[0] == "@":
        return (HANDLE,)
    return (_DIGITS.sub(_shape, _SYMBOLS.sub("", token)),)


def _shape(found: re.Match[str]) -> str:
    return "0" * min(len(found[0]), 4)


def _letters(token: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    if _TRIPLED.search(token) is None or known(token):
        return (token,)
    return (_respelled(token, known) or _TRIPLED.sub(r"\1", token),)


def _respelled(token: str, known: Callable[[str], bool]) -> str:
    readings = (token, _TRIPLED.sub(r"\1\1", token), _TRIPLED.sub(r"\1", token), _DOUBLED.sub(r"\1", token))
    return next((reading for reading in readings if known(reading)), "")
