"""Word classes: what a word can do in a message (curse, address, order, wait ...), per language, and how to look it up."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum, auto

LANGUAGES = ("en", "de", "hr", "es", "fr", "it")
_SHORTEST_STEM, _LONGEST_STEM = 3, 14
_CLASSLESS = (0,) * len(LANGUAGES)


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
    """Words and stems (`idiot*`), each with its class by language: {word: {place in LANGUAGES: class}}."""

    exact: Mapping[str, Mapping[int, WordClass]]
    stems: Mapping[str, Mapping[int, WordClass]]
    strong_words: str  # one a line, for looking behind masks

    def classes(self, word: str) -> tuple[int, ...]:
        """The class of a word in each of LANGUAGES; long strong words and signs count in every language."""
        found = self._found(word)
        if not found:
            return _CLASSLESS
        listed = [found.get(place, WordClass.OTHER) for place in range(len(LANGUAGES))]
        anywhere = next(
            (one for one in listed if one in _SIGNS or (one in STRONG and len(word) > 4)), WordClass.OTHER
        )
        return tuple(int(one or anywhere) for one in listed)

    def strong(self, word: str) -> bool:
        return not STRONG.isdisjoint(self._found(word).values())

    def masked(self, token: str) -> str:
        """The curse behind `f**k` or `b*tch`, "" when none fits."""
        letters = re.sub(r"\\\*(?:\\\*)*", lambda run: f"[a-z]{{1,{len(run[0]) // 2 + 1}}}", re.escape(token))
        pattern = re.compile(f"^({letters})$", re.MULTILINE)
        found = pattern.search(self.strong_words)
        return found[1] if found else ""

    def _found(self, word: str) -> Mapping[int, WordClass]:
        """By place in LANGUAGES: a whole word beats a stem, a longer stem a shorter one."""
        found: dict[int, WordClass] = {}
        for length in range(_SHORTEST_STEM, min(len(word), _LONGEST_STEM) + 1):
            if stem := self.stems.get(word[:length]):
                found.update(stem)
        if whole := self.exact.get(word):
            found.update(whole)
        return found


def parse(sources: Mapping[str, str]) -> Lexicon:
    """From `CLASS: word word stem*` lines per language; the first class a word is given is its class."""
    exact: dict[str, dict[int, WordClass]] = {}
    stems: dict[str, dict[int, WordClass]] = {}
    for place, language in enumerate(LANGUAGES):
        for name, entry in _entries(sources.get(language, "")):
            where = stems if entry.endswith("*") and len(entry) > _SHORTEST_STEM else exact
            where.setdefault(entry.rstrip("*"), {}).setdefault(place, WordClass[name])
    strong = (
        word for by in (exact, stems) for word, one in by.items() if not STRONG.isdisjoint(one.values())
    )
    return Lexicon(exact, stems, "\n".join(strong))


def _entries(source: str) -> Iterator[tuple[str, str]]:
    for line in source.splitlines():
        if ":" in line and not line.startswith("#"):
            name, entries = line.split(":", 1)
            yield from ((name, entry) for entry in entries.split())
