"""The guard that keeps the agency out of sight: its names, its talk of "our client", its ticket numbers and links."""

import re
from collections.abc import Iterator

from parlour.core.guards.model import Context, Draft, Finding, Name
from parlour.core.guards.terms import occurrences
from parlour.core.wording import fold

_REMEDY = "Speak as the brand: “we”."

_BRAND = r"(?:brand|company|business|customer|manufacturer)"
# What only an agency says. Folded text, all languages at once: a slip knows no language.
_TALK = re.compile(
    rf"""
      \b(?:our|my|the|this|that|their|your|each|every|all\ our|of)\ clients?(?:'s|')?\b(?!\ (?:side|server|app|software|portal\ password|area|number|card|service|care|relations|satisfaction|list))
    | \bclient\ (?:said|says|told|confirmed|approved|wants|wishes|asked|asks|decided|replied|answered|has|is|was|will|would|informed|wrote|does|did|can)\b
    | \b(?:on|in)\ behalf\ of\ (?!you|your|my|yourself|all\ of\ (?:us|our)|the\ (?:whole|entire)?\ ?(?:team|crew|family|staff)|everyone|everybody|our\ (?:whole|entire)?\ ?(?:team|crew|family|staff)|us|myself|me)
    | \b(?:we|i)(?:'re|'m|\ are|\ am)?\ (?:just\ |only\ )?(?:an?|the|their|his)\ (?:\w+\ )?(?:agency|social\ media\ (?:manager|team|agency))\b | \b(?:our|the|an?|my|external|marketing|pr|digital|social\ media|creative)\ agency\b
    | \b(?:we|i)\ (?:only\ |just\ )?(?:manage|handle|run|moderate|look\ after|take\ care\ of|administer)\ (?:\w+\ )?(?:this|the|their|his|her)\ (?:\w+\ )?(?:page|account|profile|channel|community|social|inbox|instagram|facebook)
    | \b(?:we|i)(?:'m|'re|\ am|\ are)\ not\ (?:actually\ )?(?:(?:the|part\ of\ the|from\ the|with\ the)\ (?:company|brand|{_BRAND})|an?\ employee|employed|employees)
    | \b(?:account\ manager|community\ manager|copywriter|briefing|moderation\ (?:team|agreement|plan)|content\ (?:plan|calendar)|client\ approval|approved\ by\ (?:the\ )?client|awaiting\ (?:client|approval)|white[- ]label)\b
    | \b(?:i|we)(?:'ll|\ will|\ have\ to|\ need\ to|\ must)\ (?:first\ )?(?:ask|check\ with|forward\ (?:it|this)\ to|pass\ (?:it|this)\ (?:on\ )?to|consult)\ the\ (?:brand|company|client|business)\b | \bthe\ (?:brand|company)\ (?:told|has\ told|informed|asked)\ us\b
    | \bna[sz]\w{{0,3}}\ klijent\w*\b(?!\ski\b) | \bklijent(?:ica)?\ (?:je|kaze|nam|zeli|trazi|potvrdio|rekao|javio|odobrio|jos|ce|nije)\b | \b(?:pitat|pitamo|provjeriti|provjerit|provjeravamo|cekamo)\w*\ (?:cemo\ |cu\ )?(?:s\ |od\ |kod\ )?klijent\w* | \bod\ klijenta\b | \bs\ klijentom\b
    | \bu\ ime\ (?!cijelog|cijele|svih|tima|naseg\ tima|svoje|svih\ nas|nas\b|svog)\w+ | \bnas\w*\ agencij\w* | \b(?:mi\ smo|radimo\ za|iz|kao)\ (?:\w+\ )?agencij\w* | \bagencij[aeiu]\b(?=.*\b(?:vodi|upravlja|stranic|profil))
    | \b(?:vodimo|upravljamo|odrzavamo|moderiramo)\ (?:\w+\ )?(?:stranic\w*|profil\w*|kanal\w*|drustvene|zajednic\w*)\ (?:za|umjesto|u\ ime)
    | \b(?:unser\w*|der|dem|den|mein\w*|vom|beim|dieser|diesem|des|fur\ den)\ (?:kunde|kunden|auftraggeber\w*)\ (?:hat|sagt|sagte|mochte|will|teilt|bestatigt|meint|wunscht|ist|wird|war)\b | \bunser(?:em|en|es|s)?\ (?:kunde|kunden|auftraggeber\w*)\b(?!\w)(?=.*\b(?:gesagt|mitgeteilt|bestatigt|gesprochen|abgestimmt|nachgefragt|rucksprache|freigegeben|freigabe|abstimmen|nachfragen|absprache)\b)
    | \bunser\ kunde\b | \bunser\w*\ auftraggeber\w*\b | \brucksprache\ mit\ (?:dem|unserem)\ kunden\b | \bmit\ dem\ kunden\ (?:abgestimmt|besprochen|abstimmen|klaren|besprechen) | \bkunden\w*\ freigabe\b | \bfreigabe\ (?:des|vom|durch\ den)\ kunden
    | \bim\ (?:namen|auftrag)\ (?:von|des|der|unseres)\b(?!\ (?:ganzen|gesamten)?\ ?(?:team|teams|uns|allen)) | \b(?:unser\w*|die|eine|als)\ (?:\w+\ )?(?:agentur|werbeagentur|social-media-agentur)\b | \bwir\ (?:betreuen|verwalten|moderieren)\ (?:diese|die|den|das)\ (?:seite|kanal|profil|account|konto)\b
    """,
    re.VERBOSE,
)
_INTERNAL = re.compile(
    r"""
      \b(?:ticket|case|task|jira|zendesk|issue|vorgang|predmet|zadatak|tiket)[\s#:nrbo.-]*\#?\d{3,}\b | \b[A-Z]{2,8}-\d{2,6}\b(?=.{0,20}\b(?:ticket|jira|task|intern)) | \#\d{4,}\b(?=.{0,15}\b(?:ticket|intern))
    | \[(?:internal|intern|interno|note|bilješka|notiz|draft|v\d+)\b[^\]]*\] | ^\s*(?:internal|interno|intern|note\ to\ self|note|bilješka|notiz)\s*:
    | \b(?:do\ not\ publish|not\ for\ publication|for\ internal\ use|internal\ only|ne\ objavljivati|samo\ interno|nur\ intern|nicht\ veröffentlichen|for\ approval|na\ odobrenje|zur\ freigabe|please\ approve|pls\ approve)\b
    | https?://\S*(?:/portal/|/magic/|/m/[A-Za-z0-9_-]{16,}|[?&]token=|[?&](?:utm_source|utm_medium)=agency)\S* | \bportal\.[\w.-]+/\S*
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)


def agency_leak(draft: Draft, context: Context) -> Iterator[Finding]:
    taken: list[tuple[int, int]] = []
    for span, why in _leaks(draft.text, context):
        if any(span[0] < end and start < span[1] for start, end in taken):
            continue
        taken.append(span)
        yield Finding(Name.AGENCY_LEAK, f"“{draft.text[slice(*span)]}” {why}", _REMEDY, span)


def _leaks(text: str, context: Context) -> Iterator[tuple[tuple[int, int], str]]:
    for term in context.staff_terms:
        if context.client and fold(term) == fold(context.client):
            continue
        for span in occurrences(text, term):
            yield span, "names the agency or its people."
    for match in _TALK.finditer(fold(text)):
        yield match.span(), "tells that the writer is not the brand."
    for match in _INTERNAL.finditer(text):
        yield match.span(), "is for our eyes only."
