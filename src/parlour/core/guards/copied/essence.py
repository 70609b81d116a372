"""What an answer comes down to: masked, stemmed, synonyms made one. Two answers with the same essence are copies.

No language model: a table of synonyms of customer care (concepts.txt) and word stems. It reads a paraphrase of what a
brand says every day; a rewording in words that the table does not know looks new.
"""

import re
import zlib
from functools import lru_cache
from importlib.resources import files

from parlour.core.wording import LANGUAGES, fold, sentences, spoken

Essence = frozenset[int]

_MASKS = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\w+|(?<!\w)[@#]\w+|\b\w*\d[\w./:-]*|"
    r"(?<!\w)[:;=][-']?[()DPp/|]|[^\w\s'-]"
)
_GREETING = re.compile(
    r"^\s*(?:(?:hi|hello|hey|dear|good (?:morning|day|afternoon|evening)|zdravo|bok|pozdrav|dragi|draga|postovan\w+|dobar dan|dobro jutro"
    r"|dobra vecer|hallo|liebe[rs]?|guten (?:tag|morgen|abend)|servus|gruss gott|grus gott|moin|sehr geehrte[rs]?)\b[^.!?,\n]{0,40}[,!.:\n-]|@\w+[,:]?)"
)
_SIGN_OFF = re.compile(
    r"(?:\n|\s[-~^/])\s?\w[\w .]{0,30}$"
    r"|(?:\b(?:best|kind|warm|many)?\s?(?:regards|wishes|greetings)|\byours|\bcheers|\blijep pozdrav|\bpozdrav|\bsrdacan pozdrav|\bs postovanjem"
    r"|\bviele gruse|\bliebe gruse|\bbeste gruse|\bmit freundlichen grusen|\bherzliche gruse|\blg|\bvg|\blp)\b[\s,!.]*(?:[\w .,'-]{0,40})$"
)
_WORD = re.compile(r"[^\W\d_][\w'-]*")
# Words that mean something else together.
_PHRASES = (
    (
        re.compile(r"\b(?:look(?:ing)? forward(?: to)?|can'?t wait|see you|bis bald|auf wiedersehen)\b"),
        "welcome ",
    ),
    (re.compile(r"\b(?:log|sign|logged|signed)(?:ging|ing)? (?:back )?(?:in|on)\b"), "login "),
    (re.compile(r"\b(?:come|comes|coming) back\b|\bonce more\b|\bvon neuem\b"), "again "),
    (re.compile(r"\bout of stock\b|\bsold out\b"), "stock "),
    (re.compile(r"\blet (?:us|me) know\b"), "contact "),
)

_DROPPED = {
    "en": """a about after all also an and any are as at be been before being both but by did do does doing done don't down each
        for from get gets getting go going had has have having he her here him his how i i'd i'll i'm i've if in into is it it's
        its just let let's me my no not of off on once one or other our out own so some such than that that's the their them
        then there these they this those through to too under until up us very was we we'd we'll we're we've were what when
        where which who will with would yes yet you you'd you'll you're you've your yours really quite""",
    "hr": """a ali bi bih bila bili bilo bio bismo biste bit biti bude budu cak ce cemo cete ces cu da dok do e el evo ga gdje i ih
        ili im ima imamo imate ipak iz ja jako je jedan jedna jednu jer jesmo jos ju k kad kada kako kao koja koje koji kojim
        koju kod li me meni mi mu na nad nakon nam nama nas nasa nase nasi nasu ne nego neki neko nema neka nesto ni nije nismo
        no o od oko on ona oni onda ovaj ova ovo ovu po pod pri s sa sam samo se si smo ste su svaki sve svi svih ta tada taj
        tako te ti to toga tome tu u uz va vam vama vas vasa vase vasi vasu vaseg vasem vasoj vec vi vrlo za""",
    "de": """aber als am an auch auf aus bei beim bin bis da dabei dafur damit dann das dass dazu dein deine deinen deiner dem den
        denn der des dich die dies diese diesem diesen dieser dir doch du durch ein eine einem einen einer eines er es etwas
        euch euer eure fur ganz gern gerne hab habe haben hat hatte hatten ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in
        ins ist ja kann kein keine man mein meine mich mir mit nicht noch nun nur ob oder schon sehr sein seine sich sie sind
        so uber um und uns unser unsere unserem unseren unserer vom von vor war waren was welche wenn wer werden wie wir wird
        wirst wo wurde wurden zu zum zur""",
}


def _table() -> dict[str, dict[str, str]]:
    """For each language: word, or start of a word with a star, to the name of its concept."""
    lines = files(__package__).joinpath("concepts.txt").read_text(encoding="utf-8").splitlines()
    table: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for line in lines:
        if not line or line.startswith("#"):
            continue
        name, *columns = (column.strip() for column in line.split("|"))
        for language, column in zip(LANGUAGES, columns, strict=True):
            for word in fold(column).split():
                table[language].setdefault(word, name)
    return table


_CONCEPTS = _table()
_DROP = {language: frozenset(words.split()) for language, words in _DROPPED.items()}
# Every brand says these all day long: courtesies and times. Sharing them hardly makes a copy.
_COMMON_NAMES = """THANK SORRY GLAD PLEASE HEAR SHARE HELP KNOW POSSIBLE REAL QUANTITY
    TODAY TOMORROW YESTERDAY MORNING EVENING WEEK DAY MONTH NEXT QUICK WEEKDAY EVERY ALWAYS"""
_COMMON = frozenset(zlib.crc32(name.encode()) for name in _COMMON_NAMES.split())
_COMMON_WEIGHT = 0.5
# Counted as if it stood in neither text: two short answers that share two words are not yet alike.
_BENEFIT_OF_DOUBT = 3.0


@lru_cache(maxsize=65536)
def _feature(word: str, language: str) -> int | None:
    """A number for what the word means, None for a small word."""
    if word in _DROP[language] or len(word) < 2:
        return None
    concepts = _CONCEPTS[language]
    concept = concepts.get(word)
    for length in range(len(word), 1, -1):
        if concept is not None:
            break
        concept = concepts.get(word[:length] + "*")
    return zlib.crc32((concept or _stem(word, language)).encode())


def _stem(word: str, language: str) -> str:
    if language == "en":
        return re.sub(r"(?:ies|ied|ing|ed|es|s|y|e|ly)$", "", word)[:7] if len(word) > 4 else word.rstrip("s")
    return word[:5] if len(word) > 6 else word[:4]


_NAME_CALLED = re.compile(r",\s+[A-ZČĆŠŽĐÄÖÜ]\w+(?=\s*(?:[!.?,]|$))")


def masked(text: str) -> str:
    """Folded, without greeting, sign-off, names after @, numbers, links, signs."""
    folded = _GREETING.sub(" ", fold(_NAME_CALLED.sub(",", text)))
    folded = _SIGN_OFF.sub(" ", folded.rstrip())
    for phrase, word in _PHRASES:
        folded = phrase.sub(word, folded)
    return _MASKS.sub(" ", folded)


@lru_cache(maxsize=16384)
def essence(text: str, language: str = "") -> Essence:
    known = spoken(text, language)
    features = (_feature(word, known) for word in _WORD.findall(masked(text)))
    return frozenset(feature for feature in features if feature is not None)


def weight(features: Essence) -> float:
    return len(features) - (1 - _COMMON_WEIGHT) * len(features & _COMMON)


def likeness(one: Essence, other: Essence) -> float:
    """0: nothing in common, 1: the same (Dice's measure by weight, doubtful where the texts are short)."""
    if one == other:
        return 1.0 if one else 0.0
    return 2 * weight(one & other) / (weight(one) + weight(other) + _BENEFIT_OF_DOUBT)


def without(text: str, exempt: tuple[str, ...], language: str = "") -> str:
    """`text` less the sentences that say what an exempt piece says."""
    pieces = [essence(piece, language) for piece in exempt]
    kept = [
        sentence.text
        for sentence in sentences(text)
        if not any(_says(essence(sentence.text, language), piece) for piece in pieces)
    ]
    return " ".join(kept)


def _says(sentence: Essence, piece: Essence) -> bool:
    return bool(sentence) and weight(sentence & piece) >= 0.8 * weight(sentence)
