"""The guard on the member's private data: an address, a number, a card has no place in a public answer.

What the brand itself publishes (its help line, its info@ address) may be said. What looks private and is not known to
be the brand's own is stopped: asking once too often costs less than a phone number under a post.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parlour.core.guards.model import Context, Draft, Finding, Name
from parlour.core.guards.terms import digits_of, occurrences
from parlour.core.wording import fold

_REMEDY = "Take it out, or go on in a private message."

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]){11,30}\b")
_CARD = re.compile(r"(?<![\d+])(?:\d[ -]?){13,19}(?!\d)")
_PHONE = re.compile(r"(?<![\w/.-])(?:\+|00)?\(?\d{1,4}\)?(?:[\s/.-]?\(?\d{2,4}\)?){2,5}(?![\w%€$]|[.,]\d)")
_ORDER = re.compile(
    r"""
    \b(?:order|booking|reservation|invoice|customer|case|tracking|ticket|policy|contract|membership|narudzb\w*|narudzbenic\w*|rezervacij\w*|racun\w*|kupc?\w*|posiljk\w*|ugovor\w*|bestellung|bestellnummer|auftrag\w*|buchung\w*
    |rechnung\w*|kundennummer|sendung\w*|vertrag\w*|kunden)[\s-]*(?:number|no|nr|num|id|ref\w*|code|broj\w*|br|nummer)?[\s.:#-]*(?P<value>\#?(?=[\w/-]*\d{3})[a-z0-9][\w/-]{3,20})
    | \b(?:oib|jmbg|ssn|passport|putovnic\w*|osobn\w*\ iskaznic\w*|reisepass\w*|ausweis\w*|steuernummer)[\s:.a-z]{0,15}(?P<document>[a-z]{0,3}\d{6,13})
    """,
    re.VERBOSE,
)
_STREET = (
    r"(?:\d{1,4}\s?[a-z]?,?\s(?:\w+\s){1,3}(?:street|st|road|rd|avenue|ave|lane|drive|close|court|square|way|terrace|place)\b"
    r"|(?:ulic\w*|ul\.|trg|put|aleja|avenija|cesta)\s(?:\w+\.?\s){1,4}\d{1,4}\s?[a-z]?\b|(?:\w+\s){1,3}(?:ulica|cesta|put|trg)\s\d{1,4}\s?[a-z]?\b|(?:adres\w*|address|anschrift)[:\s]+(?:\w+\s){1,3}\d{1,4}\s?[a-z]?\b|(?:\w+\s){0,2}\w+(?:ulica|cesta|put)\s\d{1,4}\s?[a-z]?\b|\w+(?:ova|eva|ska|cka|ina)\s(?:ulica\s|cesta\s)?\d{1,4}\s?[a-z]?\b"
    r"|\w+(?:strase|strasse|str\.|gasse|weg|platz|allee|ring|ufer|damm)\s\d{1,4}\s?[a-z]?\b|\w+er\s(?:strase|str\.|platz|allee|weg)\s\d{1,4}\s?[a-z]?\b)"
)
_ADDRESS = re.compile(
    r"\b(?:(?:your|you)\b[^.!?]{0,60}?|(?:vas\w*|vam|vama|tvoj\w*|ti)\b[^.!?]{0,60}?|(?:ihr\w*|ihnen|sie|dir|dein\w*|dich)\b[^.!?]{0,60}?)"
    rf"(?<!\w)(?P<value>{_STREET})"
)
_OUR_PLACES = re.compile(
    r"\b(?:our|nas\w{0,3}|unser\w*)\s(?:\w+\s){0,3}$|\b(?:shop|store|branch|office|cafe|bakery|poslovnic\w*|ducan\w*|ured\w*|pekar\w*|filiale|geschaft|laden|buro|backerei)\s(?:at|in|on|u|na|am|an)?\s?(?:der|the)?\s?\w*\s?$"
)
_ROLE_NAMES = """
    info office hello hi help support service care contact customercare customerservice sales press jobs shop orders booking
    bookings feedback complaints reklamacije reklamationen privacy gdpr dpo kontakt podrska pomoc prodaja ured korisnici
    narudzbe pitanja hilfe kundenservice kundendienst vertrieb bestellung bestellungen datenschutz team mail post ask
    lostandfound lost izgubljeno-nadeno fundbuero refunds povrati erstattung hallo pozdrav webshop online tickets
"""
_ROLES = frozenset(_ROLE_NAMES.split())
_OUR_PHONE = re.compile(
    r"(?:\b(?:our|us|hotline|helpline|help line|switchboard|toll[- ]free|free of charge|customer (?:service|care|support)|office|line|info\w*|call centre|call center|lost property|press)\b[^.!?]{0,50}$"
    r"|\b(?:call|phone|ring|reach|dial|text)\s(?:us\s)?(?:on|at|under)?\s?$"
    r"|\b(?:nas\w*|nazovite|zovite|javite se|telefon\w*|info|besplatn\w*|broj telefona je|dezurn\w*|sluzb\w*)\b[^.!?]{0,50}$"
    r"|\b(?:unser\w*|uns|hotline|telefonisch|rufen sie|servicenummer|kundenservice|kundendienst|zentrale|kostenlos\w*|erreich\w*)\b[^.!?]{0,50}$)"
)
_YOURS = re.compile(
    r"\b(?:your|you|vas\w*|vam|tvoj\w*|ihr\w*|ihnen|dein\w*|dir|sie)\b(?![^.!?]*\b(?:us|our|nas\w*|uns|unser\w*)\b)[^.!?]{0,40}$"
)


@dataclass(frozen=True)
class _Seen:
    span: tuple[int, int]
    what: str


def private_data(draft: Draft, context: Context) -> Iterator[Finding]:
    if not context.public:
        return
    taken: list[tuple[int, int]] = []
    for seen in _private(draft.text, context):
        start, end = seen.span
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        taken.append(seen.span)
        yield Finding(
            Name.PRIVATE_DATA,
            f"“{draft.text[start:end]}” is {seen.what}: everybody would read it.",
            _REMEDY,
            seen.span,
        )


def _private(text: str, context: Context) -> Iterator[_Seen]:
    for value in context.member_data:
        for span in occurrences(text, value):
            yield _Seen(span, "what we know of this member")
    for find in (_ibans, _cards, _emails, _orders, _phones, _addresses):
        for seen in find(text, context):
            if not _is_own(text[slice(*seen.span)], context):
                yield seen


def _is_own(value: str, context: Context) -> bool:
    return any(
        fold(value) in fold(own)
        or (len(digits_of(own)) >= 6 and digits_of(own)[-7:] == digits_of(value)[-7:])
        for own in context.own_contacts
    )


def _emails(text: str, context: Context) -> Iterator[_Seen]:
    brand = re.sub(r"\W", "", fold(context.client))
    for match in _EMAIL.finditer(text):
        local, _, domain = fold(match.group()).partition("@")
        if local in _ROLES or (brand and brand in re.sub(r"\W", "", domain)):
            continue
        yield _Seen(match.span(), "an e-mail address")


def _ibans(text: str, _context: Context) -> Iterator[_Seen]:
    for match in _IBAN.finditer(text):
        if _is_iban(match.group().replace(" ", "")):
            yield _Seen(match.span(), "a bank account")


def _is_iban(value: str) -> bool:
    """ISO 13616: the first four characters go to the end, letters become 10 to 35, the rest of 97 is one."""
    turned = value[4:] + value[:4]
    return 15 <= len(value) <= 34 and int("".join(str(int(character, 36)) for character in turned)) % 97 == 1


def _cards(text: str, _context: Context) -> Iterator[_Seen]:
    for match in _CARD.finditer(text):
        digits = digits_of(match.group())
        if 13 <= len(digits) <= 19 and _passes_luhn(digits):
            yield _Seen(_trimmed(match), "a card number")


def _passes_luhn(digits: str) -> bool:
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), match.start() + len(match.group().rstrip(" -"))


def _phones(text: str, _context: Context) -> Iterator[_Seen]:
    folded = fold(text)
    for match in _PHONE.finditer(text):
        digits = digits_of(match.group())
        if not 7 <= len(digits) <= 15 or _is_date_or_amount(match.group()):
            continue
        if _OUR_PHONE.search(folded, 0, match.start()) and not _YOURS.search(folded, 0, match.start()):
            continue
        yield _Seen(_trimmed(match), "a phone number")


def _is_date_or_amount(value: str) -> bool:
    return (
        re.fullmatch(
            r"\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}\.?|\d{4}[./-]\d{1,2}[./-]\d{1,2}|20\d\d\s?[-/]\s?20\d\d|\d{1,3}(?:[. ]\d{3})+",
            value,
        )
        is not None
    )


def _orders(text: str, _context: Context) -> Iterator[_Seen]:
    for match in _ORDER.finditer(fold(text)):
        group = "value" if match.group("value") else "document"
        if not re.fullmatch(r"#?(?:19|20)\d\d", match.group(group)):
            yield _Seen(match.span(group), "a number that leads to this member")


def _addresses(text: str, _context: Context) -> Iterator[_Seen]:
    folded = fold(text)
    for match in _ADDRESS.finditer(folded):
        if not _OUR_PLACES.search(folded, 0, match.start("value")):
            yield _Seen(match.span("value"), "a postal address")
