"""How a brand promises in German; patterns without umlauts."""

import re

from parlour.core.promises.grammar import Grammar
from parlour.core.wording import laid_out

_WE = r"(?:wir|ich|unser\w*(?:\s\w+){1,3}?|ein(?:e|er)?\s\w+\s(?:aus|von|vom)\s(?:unser\w*|der|dem)\s\w+|(?:ein|eine|mein|meine)\s(?:\w+\s)?(?:kolleg\w+|mitarbeit\w+|technik\w+|monteur\w*|filialleit\w+|team\w*)|jemand(?:\s(?:aus|von|vom)\s\w+(?:\s\w+)?)?|das\steam|die\s(?:filialleitung|kollegin|werkstatt|buchhaltung|kundenbetreuung))"
_YOU = r"(?:ihnen|dir|euch|sie|dich|ihr\w*|dein\w*|eur\w*)"
# Finite verbs of the first person, with the second half that some of them leave behind.
_DOES = r"""(?:
    meld(?:en?|e?t) | kummere?n? | (?:geb(?:en?|e?t)|gibt|sag(?:en?|e?t))(?=.*\b(?:bescheid|ruckmeldung|antwort|auskunft|weiter)\b) | informier(?:en?
      |e?t) | benachrichtig(?:en?|e?t) | kontaktier(?:en?|e?t) | verstandig(?:en?|e?t)
  | ruf(?:en?|e?t)(?=.*\b(?:an|zuruck)\b) | (?:schreib(?:en?|e?t)|antwort(?:en?|e?t)|erklar(?:en?|e?t))(?=.*\b(?:ihnen|dir|euch|gut|zuruck|wieder|bis
    |spatestens)\b) | klar(?:en?|e?t) | pruf(?:en?|e?t) | uberpruf(?:en?|e?t) | check(?:en?|e?t)
  | (?:schick(?:en?|e?t)|send(?:en?|e?t)|ubersend(?:en?|e?t)|verschick(?:en?|e?t)|versend(?:en?|e?t)|liefern?|liefere|bring(?:en?|e?t)|besorg(?:en?
    |e?t))(?=.*\b(?:ihnen|dir|euch|ersatz|sie|ihr\w*|dein\w*|euer|eure\w*|zu|nach|raus)\b|.*\b(?:bis|morgen|heute)\b) | (?:ihnen|dir
    |euch)\s(?:\w+\s){0,4}?(?:zu)$
  | erstatt(?:en?|e?t) | uberweis(?:en?|e?t) | ersetz(?:en?|e?t) | tausch(?:en?|e?t) | beheb(?:en?|e?t) | los(?:en?|e?t)(?=.*\b(?:das|es|den
    |problem)\b) | leit(?:en?|e?t)(?=.*\bweiter\b) | frag(?:en?|e?t)(?=.*\b(?:nach|bei|in\sder|im|unser\w*|den|die|das)\b) | hak(?:en?
    |e?t)(?=.*\bnach\b) | geh(?:en?|e?t)(?=.*\bnach\b)
  | schau(?:en?|e?t)(?=.*\b(?:nach|an|mal|was|wo|rein)\b) | (?:sehen?|sieht)(?=.*\b(?:nach|an)\b) | (?:halten?|halt)(?=.*\b(?:laufenden|frei|zuruck
    |bereit)\b) | (?:kommen(?! sie)|komme|kommt)(?=.*\b(?:zu|zuruck|vorbei|wieder)\b) | versprech(?:en?|e?t)
  | reservier(?:en?|e?t) | leg(?:en?|e?t)(?=.*\b(?:zuruck|beiseite|bereit)\b) | hol(?:en?|e?t)(?=.*\b(?:ab|ein)\b) | verlangern? | stornier(?:en?
    |e?t) | korrigier(?:en?|e?t) | reparier(?:en?|e?t) | sorg(?:en?|e?t)(?=.*\bdafur\b) | setz(?:en?|e?t)(?=.*\b(?:uns|mich)\b) | stell(?:en?
    |e?t)(?=.*\b(?:sicher|bereit|aus|zu)\b)
  | (?:nehmen?|nimmt)(?=.*\b(?:kontakt|hand|auf|vor)\b) | erkundig(?:en?|e?t) | find(?:en?|e?t)(?=.*\b(?:heraus|raus|losung)\b) | such(?:en?
    |e?t)(?=.*\b(?:heraus|raus|nach|losung)\b) | veranlass(?:en?|e?t) | besprech(?:en?|e?t) | (?:sprechen?|spricht)(?=.*\bmit\b) | red(?:en?
    |e?t)(?=.*\bmit\b) | bearbeit(?:en?|e?t) | teil(?:en?|e?t)(?=.*\bmit\b)
  | entfern(?:en?|e?t) | andern? | vereinbar(?:en?|e?t) | bestatig(?:en?|e?t) | trag(?:en?|e?t)(?=.*\b(?:nach|ein)\b) | mach(?:en?
    |e?t)(?=.*\b(?:schlau|dran|drum|gut|fertig|ordnung)\b) | gleich(?:en?|e?t)(?=.*\baus\b) | zahl(?:en?|e?t)(?=.*\b(?:zuruck
    |aus)\b) | veroffentlich(?:en?|e?t) | reich(?:en?|e?t)(?=.*\b(?:nach|weiter)\b) | bleib(?:en?|e?t)(?=.*\bdran\b)
  | untersuch(?:en?|e?t) | analysier(?:en?|e?t) | recherchier(?:en?|e?t) | ermitteln? | verfolg(?:en?|e?t) | begleich(?:en?|e?t) | erledig(?:en?
    |e?t) | buch(?:en?|e?t) | merk(?:en?|e?t) | notier(?:en?|e?t) | sc(?:halten?|halt)(?=.*\bfrei\b) | richt(?:en?|e?t)(?=.*\b(?:ein|aus)\b)
)"""
_DO = r"(?:meld\w*|geb\w*|informier\w*|benachrichtig\w*|kontaktier\w*|anruf\w*|zuruckruf\w*|ruf\w*|schreib\w*|antwort\w*|klar\w*|aufklar\w*|abklar\w*|pruf\w*|uberpruf\w*|nachpruf\w*|schick\w*|send\w*|zusend\w*|zuschick\w*|zukomm\w*|erstatt\w*|zuruckerstatt\w*|uberweis\w*|ersetz\w*|tausch\w*|austausch\w*|umtausch\w*|beheb\w*|los\w*|weiterleit\w*|weitergeb\w*|nachfrag\w*|frag\w*|nachhak\w*|nachgeh\w*|nachschau\w*|anschau\w*|anseh\w*|nachseh\w*|halt\w*|reservier\w*|abhol\w*|hol\w*|verlanger\w*|stornier\w*|korrigier\w*|reparier\w*|sorg\w*|kummer\w*|liefer\w*|bearbeit\w*|herausfind\w*|finden|untersuch\w*|veranlass\w*|gutschreib\w*|besprech\w*|entfern\w*|ander\w*|bestatig\w*|vereinbar\w*|stell\w*|setz\w*|nehm\w*|aufnehm\w*|zuruckzahl\w*|zahl\w*|auszahl\w*|veroffentlich\w*|nachreich\w*|tun|machen|erledig\w*|bring\w*|richt\w*|ausbesser\w*|verschick\w*|versend\w*|mitteil\w*|teil\w*|zuruckkomm\w*|vorbeikomm\w*|einricht\w*|freischalt\w*|zurucklegen|ersatz\w*|aktualisier\w*|antret\w*|nachlief\w*|einleit\w*|begleich\w*|nachbesser\w*|unternehm\w*|einhol\w*|vorlegen|eskalier\w*|ausstell\w*|abschliesen|abschlies\w*)"
_OWED = r"(?:antwort|ruckmeldung|bescheid|erstattung|geld|ruckruf|nachricht|mail|e-mail|ersatz\w*|gutschein\w*|gutschrift|losung|rechnung|betrag|neuigkeiten|info\w*|update|bestatigung|termin|anruf|ergebnis|angebot|paket|uberweisung)"

_COMMITS = rf"""
    \b{_WE}\b.*?\b{_DOES}\b
  | \b{_DOES}\b.*?\b{_WE}\b
  | \b{_WE}\s(?:werden|werde|wird)\b.*?\b{_DO}\b
  | \b(?:werden|werde|wird)\s(?:\w+\s){{0,1}}?(?:{_WE})\b.*?\b{_DO}\b
  | \b(?:sie|du|ihr)\s(?:werden|wirst|werdet)?\s?(?:horen|horst|hort)\b.*\b(?:von\s)?(?:uns|mir)\b | \b(?:horen|horst|hort)\s(?:sie|du
    |ihr)\b.*\bvon\s(?:uns|mir)\b | \b(?:von\suns|von\smir)\b.*\bhoren\b
  | \b(?:sie|du|ihr)\s(?:erhalten|erhaltst|erhaltet|bekommen|bekommst|bekommt|haben|hast|habt)\b.*\b{_OWED} | \b(?:erhalten|erhaltst|erhaltet|bekommen
    |bekommst|bekommt|haben|hast|habt)\s(?:sie|du|ihr)\b.*\b{_OWED}
  | \b(?:sie|du|ihr)\s(?:werden|wirst|werdet)\b.*\b(?:erhalten|bekommen|informiert|kontaktiert|benachrichtigt|angerufen)\b
  | \b(?:ihr|dein|euer|das|die|der)\w*\s(?:\w+\s){{0,2}}?{_OWED}\s(?:wird|ist|folgt|kommt)\b.*
  | \b(?:wird|werden)\b.*\b(?:erstattet|uberwiesen|behoben|ersetzt|gutgeschrieben|zuruckgezahlt|repariert|korrigiert|erledigt|bearbeitet|gepruft)\b
  | \b(?:antwort|ruckmeldung|losung|update|bescheid|weitere\sinfos?)\s(?:folgt|kommt)\b
  | \b(?:meld|kummer)\w*\s(?:mich|uns)\b | \b(?:versprochen|sie\shaben\s(?:mein|unser)\wort|du\shast\s(?:mein|unser)\wort)\b
  | \bmein\swort\b | \bwir\ssind\sdran\b.*\b(?:melden|bescheid|horen)
"""
_WHEN_DATED = rf"""
    \b(?:wir|ich)\s(?!haben|habe|hab|sind|bin|offnen|schliesen|backen|backe|wissen|weis|konnen|kann|bleiben|verkaufen|fahren|feiern|bieten|brauchen
      |bitten|freuen|mussen|mochten|wollen|wunschen|danken|servieren|erwarten|verstehen|sehen\sund|hatten|hatte|wurden|wurde|nicht)\w+(?:en|e|n)\b
  | \b(?!haben|habe|sind|bin|offnen|schliesen|backen|backe|wissen|weis|konnen|kann|bleiben|verkaufen|fahren|feiern|bieten|brauchen|bitten|freuen
    |mussen|sollen|durfen|mochten|wollen|wunschen|danken|erwarten|hatten|waren|wurden)\w+(?:en|e)\s(?:wir|ich)\b
  | \b{_WE}\s(?:\w+\s){{0,6}}?(?:schicken|schicke|senden|sende|liefern|liefere|erstatten|uberweisen|losen|klaren|prufen|prufe
    |haben\s(?:\w+\s){{0,4}}?{_OWED}|sind\s(?:\w+\s){{0,4}}?(?:bei\sihnen|vor\sort|zuruck)|holen|bringen|tauschen|beheben|sprechen|werden|wird|werde)\b
  | \b(?:{_OWED})\b.*\b(?:bis|innerhalb|binnen|spatestens|morgen|heute)\b
  | ^(?:bis|spatestens)\b.*\b(?:haben|habe)\s(?:wir|ich|sie)\b
  | \b(?:ist|sind)\b.*\b(?:bei\sihnen|bei\sdir|fertig|erledigt|behoben|geklart)\b
"""

GRAMMAR = Grammar(
    commits=laid_out(_COMMITS),
    commits_when_dated=laid_out(_WHEN_DATED),
    never=laid_out(r"""
          \b(?:konnen|kann|konnten|konnte|darf|durfen|wollen|mochten|will)\b(?:\s\w+){0,6}?\s(?:nicht|nichts|kein\w*|leider|noch\snicht
            |keinesfalls)\b(?!.*,\s?(?:aber|doch|sondern|geben|melden)\b)(?!\s(?:sofort|gleich|jetzt|heute)\b.*(?:melden|geben|bescheid))
        | \b(?:versprechen|garantieren|zusagen|zusichern)\b.*\b(?:nicht|kein\w*|nichts)\b | \b(?:nicht|kein\w*
          |nichts)\b(?:\s\w+){0,3}?\s(?:versprechen|garantieren|zusagen|zusichern|sicher|bekannt|absehbar)\b | \bnicht\s(?:sagen
          |wissen)\b | \bwissen\s(?:\w+\s){0,3}?nicht\b | \bohne\sgewahr\b | \bwissen\s\w+\snoch\snicht\b
        | \b(?:wurden|wurde|konnten|konnte|mochten|hatten|hoffen|hoffe|hoffentlich|vielleicht|wahrscheinlich|vermutlich|eventuell|moglicherweise
          |wollten|wollen|planen|versprachen)\b(?!\s(?:sie|dich|euch)\sdarum)
        | ^(?!(?:bis|spatestens)\b).*?\b(?:haben|habe|hat|hatte)\b(?!.*,\s(?:heute|morgen|ubermorgen|bis|am|und|wir|ich|dann|jetzt|daher)\b.*\b(?:wir
          |ich)\b)(?:\s[\w]+){0,9}?\s(?:ge\w+t|ge\w+en|informiert|kontaktiert|benachrichtigt|versprochen|erstattet|beantwortet|uberpruft|\w+ge\w+(?:t
          |en)|verschickt|versendet|uberwiesen|ersetzt|behoben|repariert|zugesagt)\b(?!.*\b(?:und|melden|geben)\b.*\b(?:melde|geb|bescheid|werde
          |schick))
        | \b(?:wurde|worden|war|waren)\b
        | \b(?:immer|taglich|normalerweise|in\sder\sregel|ublicherweise|grundsatzlich|meist|meistens|gewohnlich|jeden\s(?:tag|monat|morgen|abend
          |\w+tag)|jede\swoche|stets|nie|niemals)\b
        | ^(?:(?:ihre?|deine?|eure|die|der|das)\s(?:\w+\s)?(?:bank|post|hersteller\w*|kurier\w*|paketdienst\w*|spedition|polizei|stadt\w*|versicherung
          |lieferdienst\w*|zusteller\w*|verkaufer\w*|behorde\w*|partner\w*)|dhl|hermes|ups|dpd|gls|fedex|paypal|klarna)\b
        | ^(?:bitte\s|dann\s)?(?:sagen|geben|schicken|schreiben|senden|melden|rufen|teilen|fragen|kommen|schauen|bringen|nehmen|lesen|besuchen
          |versuchen)\ssie\b(?!.*\b(?:wir|ich)\b) | \b(?:gib|sag|schick|schreib|melde|ruf)\s(?:uns|mir|dich)\b(?!.*\b(?:wir|ich)\b)
        """),
    negated=re.compile(r"\b(?:nicht|kein\w*|nie|niemals|keinesfalls)\b"),
    conditional=laid_out(r"""
          \b(?:falls|sofern|ausser|auser|es\ssei\sdenn|vorausgesetzt|je\snachdem|sollten\ssie|solltest\sdu|sollte\ssich)\b | \bwenn\b(?!\s(?:wir
            |ich)\s(?:mehr|neu|die\santwort|etwas))
        | \b(?:sobald|nachdem)\s(?:sie|du|ihr|uns\sihr\w*|uns\sdein\w*|ihre|deine)\b
        | ^(?:bitte\s)?(?:schicken|senden|schreiben|geben|nennen|melden|schick|sende|schreib|gib|nenn)\w*\s(?:sie\s)?(?:uns
          |mir)\b(?!.*\bzeit\b).*\b(?:dann|und)\b
        """),
    tag=re.compile(
        r"[,.]? (?:ok|okay|einverstanden|in ordnung|passt das|ja|gut|recht so|geht das)(?: fur (?:sie|dich))?\?$"
    ),
)
