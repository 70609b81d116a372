"""Which language a text is in: the model's own guess when it is sure, py3langid when it is not, `und` on doubt."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from parlour.core.judgement.values import UNKNOWN

CERTAIN = 0.6
_FAIRLY = 0.4
_FEWEST_LETTERS = 12  # below this py3langid guesses
_ALIKE = {"sr": "hr", "bs": "hr", "sh": "hr", "hbs": "hr", "me": "hr", "cnr": "hr", "gsw": "de", "als": "de"}
_READABLE = re.compile("[a-z\u00c0-\u024f\u0400-\u04ff]", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def normal(language: str) -> str:
    """`hr` for Croatian, Serbian and Bosnian; the plain two letters for `de-AT`."""
    code = re.split("[-_]", language.casefold(), maxsplit=1)[0]
    return _ALIKE.get(code, code)


def told(text: str, *, hint: str, guess: str, certainty: float) -> str:
    """The language of a text. `guess` and `certainty` are the model's; a hint counts where the model is not sure."""
    if not text.isascii() and not _legible(text):
        return UNKNOWN
    if not _LETTER.search(text):
        return normal(hint) or guess
    if certainty >= CERTAIN or (guess == normal(hint) and certainty >= _FAIRLY):
        return guess
    if len(text) < _FEWEST_LETTERS:
        return guess if certainty >= _FAIRLY else normal(hint) or UNKNOWN
    return _second_look(text, hint=hint, guess=guess)


def _second_look(text: str, *, hint: str, guess: str) -> str:
    named, probability = _identifier().classify(text)
    other = normal(named)
    if other == guess or not hint:
        return guess if other == guess else UNKNOWN if probability > _FAIRLY else guess
    return normal(hint)


def _legible(text: str) -> bool:
    """Mostly in letters that we read (Latin, Cyrillic)."""
    return 2 * len(_READABLE.findall(text)) >= len(_LETTER.findall(text))
