"""Our own sentences with a gap for a group of people: the same hate, and the same harmless talk, about many groups.

A model that sees each group in both learns that hate is in what is said, not in who is named.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_A_SENTENCE = 5  # groups put into one sentence
_STRINGS = 80  # of each language that we cannot read


class Group(NamedTuple):
    many: str
    one: str
    adjective: str


def groups(folder: Path) -> dict[str, list[Group]]:
    found: dict[str, list[Group]] = defaultdict(list)
    for line in (folder / "groups.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        language, *names = line.split("\t")
        found[language].append(Group(*names))
    return found


def foreign(path: Path, *, seed: int) -> Iterator[tuple[str, str]]:
    """(language, a string of its commonest words): enough to know what we cannot read."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        language, words = line.split("\t")
        drawn = random.Random(f"{seed}{language}")
        for _ in range(_STRINGS):
            yield language, " ".join(drawn.choices(words.split(), k=drawn.randint(2, 9)))


def filled(text: str, known: list[Group], *, seed: str) -> Iterator[str]:
    """The sentence once, or once for each of a few groups where it has a gap."""
    if "{" not in text:
        yield text
        return
    for group in random.Random(seed + text).sample(known, min(_A_SENTENCE, len(known))):
        yield text.format(
            group=group.many, one=group.one, adj=group.adjective, joined=group.many.replace(" ", "")
        )
