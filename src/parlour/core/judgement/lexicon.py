"""Word classes: what a word can do in a message (curse, address, order, wait ...), per language, and how to look it up."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum, auto

LANGUAGES = ("en", "de", "hr", "es", "fr", "it")
_SHORTEST_STEM, _LONGEST_STEM = 3, 14


class WordClass(IntEnum):
    OTHER = 0
    CURSE = auto()
    VILE = auto()
    LOW = auto()
    CROOK = auto()
    SLUR = auto()
    VILEADJ = auto()
    THREAT = auto()
    FUOFF = auto()
    HATE = auto()
    GROUP = auto()
    YOU = auto()
    ME = auto()
    WE = auto()
    THEY = auto()
    BE = auto()
    NEG = auto()
    PEOPLE = auto()
    ORDER = auto()
    STAFF = auto()
    FAIL = auto()
    WAIT = auto()
    MONEY = auto()
    ASKFIX = auto()
    QUEST = auto()
    PRAISE = auto()
    BADOP = auto()
    SPAMMY = auto()
    CRIT = auto()
    SAID = auto()
    COUNTER = auto()
    LAUGH = auto()
    TAG = auto()
    QUOTE = auto()
    BANG = auto()
    ASK = auto()
    NUM = auto()
    LINK = auto()
    HANDLE = auto()
    EMOBAD = auto()
    EMOGOOD = auto()


ABUSIVE = frozenset({WordClass.CURSE, WordClass.VILE, WordClass.LOW, WordClass.CROOK, WordClass.SLUR, WordClass.VILEADJ,
                     WordClass.THREAT, WordClass.FUOFF, WordClass.HATE, WordClass.EMOBAD})  # fmt: skip
STRONG = frozenset({WordClass.CURSE, WordClass.VILE, WordClass.CROOK, WordClass.SLUR, WordClass.FUOFF})
_SIGNS = frozenset(
    {
        WordClass.QUOTE,
        WordClass.BANG,
        WordClass.ASK,
        WordClass.NUM,
        WordClass.LINK,
        WordClass.HANDLE,
        WordClass.EMOBAD,
        WordClass.EMOGOOD,
        WordClass.LAUGH,
    }
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words and stems (`idiot*`) of every language, each with its class."""

    exact: Mapping[str, Mapping[str, WordClass]]
    stems: Mapping[str, Mapping[str, WordClass]]

    def classes(self, word: str) -> tuple[int, ...]:
        """The class of a word in each of LANGUAGES; long strong words and signs count in every language."""
        found = [self._class(word, language) for language in LANGUAGES]
        anywhere = next(
            (one for one in found if one in _SIGNS or (one in STRONG and len(word) > 4)), WordClass.OTHER
        )
        return tuple(int(one or anywhere) for one in found)

    def known(self, word: str) -> bool:
        return any(self._class(word, language) for language in LANGUAGES)

    def strong(self, word: str) -> bool:
        return any(self._class(word, language) in STRONG for language in LANGUAGES)

    def masked(self, token: str) -> str:
        """The curse behind `f**k` or `b*tch`, "" when none fits."""
        pattern = re.compile(
            re.sub(r"\\\*(?:\\\*)*", lambda run: f"[a-z]{{1,{len(run[0]) // 2 + 1}}}", re.escape(token))
        )
        return next((word for word in self.strong_words() if pattern.fullmatch(word)), "")

    def strong_words(self) -> Iterable[str]:
        for language in LANGUAGES:
            yield from (word for word, one in self.exact.get(language, {}).items() if one in STRONG)
            yield from (word for word, one in self.stems.get(language, {}).items() if one in STRONG)

    def _class(self, word: str, language: str) -> WordClass:
        exact = self.exact.get(language, {})
        if word in exact:
            return exact[word]
        stems = self.stems.get(language, {})
        for length in range(min(len(word), _LONGEST_STEM), _SHORTEST_STEM - 1, -1):
            if word[:length] in stems:
                return stems[word[:length]]
        return WordClass.OTHER


def parse(sources: Mapping[str, str]) -> Lexicon:
    """From `CLASS: word word stem*` lines per language; the first class a word is given is its class."""
    exact: dict[str, dict[str, WordClass]] = {}
    stems: dict[str, dict[str, WordClass]] = {}
    for language, source in sources.items():
        exact[language], stems[language] = {}, {}
        for line in source.splitlines():
            if ":" not in line or line.startswith("#"):
                continue
            name, entries = line.split(":", 1)
            for entry in entries.split():
                where = stems if entry.endswith("*") and len(entry) > _SHORTEST_STEM else exact
                where[language].setdefault(entry.rstrip("*"), WordClass[name])
    return Lexicon(exact, stems)
