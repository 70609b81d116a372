"""The words of the moment: what negative messages say now and the stream usually doesn't."""

import math
import re

_WORD = re.compile(r"[\w#@][\w'’-]+")
_LONGEST = 40  # letters of a word that are kept
_NOW = 2.0  # hours
_USUALLY = 240.0
_KEPT = 24
_USUAL_KEPT = 64


class Counter:
    """The heaviest of many words in little room: a new word takes the lightest one's place and half its weight."""

    __slots__ = ("_at", "_memory", "_most", "total", "weights")

    def __init__(self, *, memory: float, most: int) -> None:
        self._memory, self._most = memory, most
        self._at = 0.0
        self.total = 0.0
        self.weights: dict[str, float] = {}

    def add(self, words: set[str], at: float) -> None:
        if at > self._at:
            fade = math.exp((self._at - at) / self._memory)
            self.weights = {word: weight * fade for word, weight in self.weights.items()}
            self.total *= fade
            self._at = at
        self.total += 1
        for word in sorted(words):
            if word in self.weights or len(self.weights) < self._most:
                self.weights[word] = self.weights.get(word, 0.0) + 1
                continue
            lightest = min(self.weights, key=self.weights.__getitem__)
            self.weights[word] = self.weights.pop(lightest) / 2 + 1


class Terms:
    """Words of one stream: of its negative messages now, and of all of them usually. Only where texts are given."""

    __slots__ = ("now", "usual")

    def __init__(self) -> None:
        self.now = Counter(memory=_NOW, most=_KEPT)
        self.usual = Counter(memory=_USUALLY, most=_USUAL_KEPT)

    def add(self, text: str, at: float, *, negative: bool) -> None:
        words = {word[:_LONGEST] for word in _WORD.findall(text.lower())}
        if negative:
            self.now.add(words, at)
        else:
            self.usual.add(words, at)

    def top(self, most: int = 5) -> tuple[str, ...]:
        """Words that several negative messages share, the most unusual first."""
        # A word that is not kept is at most as usual as the lightest one that is.
        unseen = min(self.usual.weights.values()) if len(self.usual.weights) == _USUAL_KEPT else 0.5
        scores = {
            word: weight * math.log((weight / self.now.total) / self._usually(word, unseen))
            for word, weight in self.now.weights.items()
            if weight >= 2
        }
        best = sorted(
            (word for word, score in scores.items() if score > 0), key=lambda word: (-scores[word], word)
        )
        return tuple(best[:most])

    def _usually(self, word: str, unseen: float) -> float:
        return (self.usual.weights.get(word, unseen) + 0.5) / (self.usual.total + 1)
