"""Words of the three ticks in English, Croatian and German; folded."""

import re
import zlib

# Sharing "sorry", "please" or "day" with a complaint acknowledges nothing.
EMPTY_CONCEPTS = frozenset(
    zlib.crc32(name.encode())
    for name in (
        "THANK", "SORRY", "GLAD", "PLEASE", "HEAR", "SHARE", "HELP", "KNOW", "POSSIBLE", "REAL", "QUANTITY", "ALWAYS",
        "CUSTOMER", "TEAM", "CONTACT", "CARE", "EXPERIENCE", "FEEDBACK", "COMPLAINT", "PROBLEM", "INCONVENIENCE",
        "UNDERSTAND", "EXPECT", "CHECK", "QUICK", "AVOID", "TAKE", "WELCOME", "LOVE", "UPDATE", "ANSWER",
    )
)  # fmt: skip

OWNED = {
    "en": re.compile(
        r"\b(?:sorry|apolog\w+|regret|our (?:own )?(?:fault|mistake|error|bad|responsibility|failure|slip|oversight|doing)|my (?:fault|mistake|bad|error|apologies)|(?:we|i) (?:\w+ )?(?:messed|got it wrong|got this wrong|failed"
        r"|let you down|fell short|made a mistake|made an error|dropped the ball|screwed|take (?:full )?responsibility|own (?:this|that|it)|slipped up|should(?:n't| not)? have|were wrong|was wrong|take the blame|forgot|overlooked|missed (?:this|that|it|your))"
        r"|should(?:n't| not) (?:have )?happen\w*|this is on us|that(?:'s| is) on us|it(?:'s| is) on us|you deserved? better|not (?:good enough|the standard|acceptable|how we|what we)|forgive us|unacceptable on our|pardon)\b"
    ),
    "hr": re.compile(
        r"\b(?:zao (?:nam|mi)|ispri\w+|opros\w+|oprost\w+|nasa (?:je )?(?:pogresk\w+|gresk\w+|krivnj\w+|odgovornost\w*)|nas (?:je )?propust\w*|(?:pogresk\w+|gresk\w+|propust|krivnj\w+|odgovornost) je (?:nas\w*|moj\w*|na nama|u potpunosti nas\w*)|moja (?:pogresk\w+|gresk\w+)"
        r"|pogrijesili smo|zakazali smo|iznevjerili smo|podbacili smo|zeznuli smo|zabrljali smo|kriv\w+ smo|preuzimamo (?:punu )?odgovornost|nismo (?:smjeli|trebali|ispunili|bili na visini|vas trebali)|nije (?:se )?smjelo|ne smije se|nije nam na cast|zasluzili ste bolje|to je na nama|trebali smo|previdjeli smo|zaboravili smo|primite nase isprike)\b"
    ),
    "de": re.compile(
        r"\b(?:entschuldig\w+|verzeih\w+|tut (?:uns|mir)\b.{0,40}\bleid|leid tut|bedauer\w+|(?:unser|mein) (?:fehler|versehen|versaumnis|patzer|verschulden)|unsere (?:schuld|verantwortung)|(?:fehler|schuld|verantwortung) (?:liegt|lag) bei uns|(?:wir|ich) (?:haben|habe) (?:\w+ ){0,4}?(?:fehler gemacht|versagt|enttauscht|vergessen|ubersehen|versaumt|falsch gemacht|verbockt|im stich gelassen)"
        r"|ubernehmen (?:\w+ ){0,3}?verantwortung|geht auf (?:uns|unsere kappe)|nehmen (?:das )?auf unsere kappe|hatte(?:n)? (?:\w+ ){0,5}?nicht passieren|hatten (?:\w+ ){0,6}?(?:mussen|sollen)|darf (?:\w+ ){0,3}?nicht (?:passieren|vorkommen|sein)|nicht (?:unser anspruch|der standard|in ordnung von uns)|sie haben besseres verdient|das war nicht in ordnung)\b"
    ),
}

NEXT_STEP = {
    "en": re.compile(
        r"\b(?:(?:we|i|you|they|it|he|she|team|\w+)(?:'ll| will)|going to|(?:we|i)(?:'re|'m| are| am) \w+ing|let (?:me|us)|expect|(?:is|are) (?:being )?(?:on (?:its|their|the) way|sending|arranging|checking|booked|scheduled)|by the time|please (?:\w+ )?(?:come|drop|bring|call|send|stop))\b"
    ),
    "hr": re.compile(
        r"\b(?:\w*cemo|\w*cu|cete|ce|javljam\w*|saljem\w*|vracam\w*|zovem\w*|provjeravam\w*|rjesavam\w*|dolaz\w+|stiz\w+|dostavljam\w*|mijenjam\w*|istrazujem\w*|imate odgovor|svratite|dodite|navratite)\b"
    ),
    "de": re.compile(
        r"\b(?:werden|werde|wird|(?:wir|ich)\b(?!.*\b(?:haben|habe|hatten|waren|war)\b)|(?:melden?|schicken?|senden?|erstatten?|rufen?|prufen?|klaren?|geben?|kummern?|tauschen?|ersetzen?|liefern?|bringen?|informieren?) (?:wir|ich)|erhalten|bekommen|horen|kommt|folgt|kommen sie|bringen sie)\b"
    ),
}

_HR_TIME = r"(?:sutra\w*|prekosutra|danas|veceras|odmah|jos danas|smjest\w+|uskoro|ponedjelj\w+|utor\w+|srijed\w+|cetvrt\w+|pet(?:ak|ka|kom)|subot\w+|nedjelj\w+|tjed\w+|viken\w+|sat\w*|minut\w*|dan\w*|mjesec\w*|podne\w*|jutr\w*|\d{1,2}\.|roku|najkasnije)"
TIME = {
    "en": re.compile(
        r"\b(?:today|tonight|tomorrow|now|immediately|right away|straight away|at once|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week(?:end)?|hours?|minutes?|days?|months?|noon|midday|morning|afternoon|evening|eod|cob|\d{1,2} ?[ap]m|\d{1,2}:\d\d|january|february|march|april|june|july|august|september|october|november|december|\d+(?:st|nd|rd|th))\b"
    ),
    "hr": re.compile(rf"\b{_HR_TIME}"),
    "de": re.compile(
        r"\b(?:heute|morgen|ubermorgen|sofort|umgehend|gleich|jetzt|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|woche\w*|stunden?|minuten?|tage?n?|werktag\w*|monat\w*|uhr|mittag|vormittag|nachmittag|abend|\d{1,2}\.|bis ende|spatestens)(?:\w*)\b"
    ),
}
