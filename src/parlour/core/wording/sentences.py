"""Cut a text into sentences, knowing where each one stood."""

import re
from dataclasses import dataclass

# Not after a number ("5. prosinca", "am 3. Mai"), an initial or one of the short forms.
_END = re.compile(
    r"""
    (?<!\d\.)(?<!\b[A-Za-zČŠŽ]\.)(?<!\b[Nn]r\.)(?<!\b[Bb]r\.)(?<!\bbzw\.)(?<!\bnpr\.)(?<!\bno\.)(?<!\bca\.)(?<!\bDr\.)(?<!\bMr\.)
    (?<=[.!?…])["'”’)]*\s+
    | (?<=[\U0001F300-\U0001FAFF\u2600-\u27BF])\s+(?=[A-ZČĆŠŽĐÄÖÜ])
    | \s*\n+\s*
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Sentence:
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def asks(self) -> bool:
        return self.text.rstrip("\"'”’) ").endswith("?")


def sentences(text: str) -> list[Sentence]:
    """The sentences of `text` in order, without the space around them."""
    cuts = [0]
    for match in _END.finditer(text):
        cuts += [match.start(), match.end()]
    cuts.append(len(text))
    spans = zip(cuts[::2], cuts[1::2], strict=True)
    return [_trimmed(text, start, end) for start, end in spans if text[start:end].strip()]


def _trimmed(text: str, start: int, end: int) -> Sentence:
    piece = text[start:end]
    return Sentence(piece.strip(), start + len(piece) - len(piece.lstrip()))
