"""Which language a text is in: the model's own guess when it is sure, py3langid when it is not, `und` on doubt."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from parlour.core.judgement.values import UNKNOWN

CERTAIN = 0.6
_FAIRLY = 0.4
_OVERRULES, _LONG = 0.97, 30
_FEWEST_LETTERS = 12  # below this py3langid guesses
_ALIKE = {"sr": "hr", "bs": "hr", "sh": "hr", "hbs": "hr", "me": "hr", "cnr": "hr", "gsw": "de", "als": "de"}
_READABLE = re.compile("[a-z\u00c0-\u024f\u0400-\u04ff]", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_STRANGE = re.compile("[^\\W\\d_A-Za-z\u00c0-\u024f\u0400-\u04ff]")


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE)


def normal(language: str) -> str:
    """`hr` for Croatian, Serbian and Bosnian; the plain two letters for `de-AT`."""
    code = re.split("[-_]", language.casefold(), maxsplit=1)[0]
    return _ALIKE.get(code, code)


def told(text: str, *, hint: str, guess: str, certainty: float) -> str:
    """The language of a text. `guess` and `certainty` are the model's; a long clear text overrules a hint."""
    wanted = normal(hint)
    if not text.isascii() and not _legible(text):
        return UNKNOWN
    if not _LETTER.search(text):
        return wanted or guess
    if wanted and wanted != guess:
        return guess if certainty >= _OVERRULES and len(text) >= _LONG else wanted
    if wanted or certainty >= CERTAIN:
        return guess
    return guess if _agreed(text, guess=guess, certainty=certainty) else UNKNOWN


def _agreed(text: str, *, guess: str, certainty: float) -> bool:
    if len(text) < _FEWEST_LETTERS:
        return certainty >= _FAIRLY
    return normal(_identifier().classify(text)[0]) == guess


def _legible(text: str) -> bool:
    """Mostly in letters that we read (Latin, Cyrillic)."""
    return not _STRANGE.search(text) or 2 * len(_READABLE.findall(text)) >= len(_LETTER.findall(text))
