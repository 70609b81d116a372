"""Guards on the form of a draft: something is there, it fits the channel, no blank was left unfilled."""

import re
import unicodedata
from collections.abc import Iterator

from parlour.core.guards.length import cut_point, measure
from parlour.core.guards.model import Context, Draft, Finding, Name

# Cf (invisible format characters) and everything that is space: a draft of those alone says nothing.
_INVISIBLE = {"Cf", "Cc", "Zs", "Zl", "Zp"}

_PLACEHOLDERS = re.compile(
    r"""
      \{\{[^{}\n]{0,60}\}\}                               # {{ customer.name }}
    | \$\{[^{}\n]{0,60}\}                                 # ${name}
    | \{[^{}\n]{0,60}\}                                   # {name}, {}
    | \{%[^%\n]{0,60}%\}                                  # {% if … %}
    | \[\[[^\[\]\n]{1,60}\]\]                             # [[name]]
    | \[[A-ZÀ-Ž][A-ZÀ-Ž0-9 _.'/-]*\](?!\()                # [NAME], [ORDER NO.]; not a [LINK](…)
    | \[(?:[^\[\]\n]{0,30}\s)?(?i:name|names|date|time|number|link|url|address|city|product|order|amount|phone
        |e-?mail|company|brand|store|insert|customer|agent|reason|signature|details?
        |ime|prezime|datum|vrijeme|broj|adresa|adresu|grad|proizvod|narudžb[aeu]|iznos|telefon|tvrtka|poveznica|umetni
        |vorname|nachname|uhrzeit|nummer|adresse|stadt|ort|produkt|bestellung|bestellnummer|betrag|firma|einfügen
        )(?:[\s_/-][^\[\]\n]{0,30})?\](?!\()              # [customer name], [ime člana]
    | <(?!(?:https?:|mailto:|/))[A-Za-zÀ-ž_][\w .-]{0,40}>  # <name>; an HTML tag left in is no better
    | %\([a-z_]+\)[sd] | (?<![\w%])%[sd@](?!\w)           # %(name)s, %s
    | %[A-Z][A-Z_]{2,30}%                                 # %NAME%
    | \*\|[A-Z_:]{2,40}\|\*                               # *|FNAME|*
    | \b(?:XX+X|xxx+|TODO|TBD|TBC|FIXME|LOREM\ IPSUM|Lorem\ ipsum|lorem\ ipsum)\b
    | (?<!\w)_{3,}(?!\w)                                  # a line to be filled in
    """,
    re.VERBOSE,
)
# The sign-off "xxx" (kisses) ends a message; a blank stands inside one.
_KISSES = re.compile(r"\bx{3,}[\s!.❤️]*$")


def empty(draft: Draft, _context: Context) -> Iterator[Finding]:
    if all(unicodedata.category(character) in _INVISIBLE for character in draft.text):
        yield Finding(
            Name.EMPTY, "There is no text yet.", "Write an answer in your own words.", (0, len(draft.text))
        )


def too_long(draft: Draft, context: Context) -> Iterator[Finding]:
    limit = context.limit
    if limit is None:
        return
    length = measure(draft.text, limit.unit)
    if length <= limit.length:
        return
    yield Finding(
        Name.TOO_LONG,
        f"Too long by {length - limit.length}: the channel takes {limit.length} {limit.unit}, this is {length}.",
        "Shorten it, or go on in a second message.",
        (cut_point(draft.text, limit.length, limit.unit), len(draft.text)),
    )


def placeholder(draft: Draft, _context: Context) -> Iterator[Finding]:
    kisses = _KISSES.search(draft.text)
    for match in _PLACEHOLDERS.finditer(draft.text):
        if kisses and match.start() == kisses.start():
            continue
        yield Finding(
            Name.PLACEHOLDER,
            f"“{match.group()}” is a blank that nobody filled in.",
            "Fill it in or take it out.",
            match.span(),
        )
