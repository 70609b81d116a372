"""Plain work on words that several judgements need: folding, sentences, patterns, a guess at the language."""

from parlour.core.wording.fold import fold
from parlour.core.wording.language import LANGUAGES, spoken
from parlour.core.wording.pattern import laid_out
from parlour.core.wording.sentences import Sentence, sentences

__all__ = ["LANGUAGES", "Sentence", "fold", "laid_out", "sentences", "spoken"]
