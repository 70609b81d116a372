"""How a brand promises in Croatian; patterns without accents."""

import re

from parlour.core.promises.grammar import Grammar
from parlour.core.wording import laid_out

# Starts of what we do for a member, as infinitive or in the present.
_DO = r"""(?:
    jav | odgovor | odgovar | uzvrat | nazva | nazov | nazivat | zva | zov | pisa | pis[ea] | napis | kontaktir | obavijest | obavjest | obavjes | informir | izvijest | izvjest | izvjes
  | posla | posalj | salj | slat | vrat | vrac | povrat | nadoknad | zamijen | zamijeni | mijenja | poprav | rijes | rjesav | provjer | istraz | ispita | sazna | dozna | pogleda | prouc | razmotr | procit
  | proslijed | prenije | prenes | preni | pita | upita | raspita | dogovor | rezervir | potvrd | objav | isporuc | dostav | osigur | priprem | uklon | isprav | dorad | pobrin | postara | potrud | pozabav | preuze | organizir | isplat | plat
  | refundir | storn | ponist | otkaz | produl | produz | donije | donos | razgovar | popric | ured | sred | razjasn | utvrd | javlja | pokrenu | pokren | ukljuc | zatraz | traz | zabiljez | evidentir | predlo | ponud | pozva | stav | podijel | dopuni | omoguc | odobr | uplat | doci | dolaz | svrat | pomoc | pomogn | obrad | rascist | rasvijetl | procijen | ocist | zavrs | otvor | pregleda | pronac | nad[je] | naci | pronadj | dati | dat | cuti? | cut | uci?n | napravi | urad | uzet | pratit | prat | pricuva | sacuva | odvoj | ostav | prilagod | snim | stic | ispric | nadogra | predat | preda
)"""
_CLITICS = r"(?:\s+(?:vam|vas|vama|ti|te|tebi|se|ga|je|ih|to|mu|joj|im|sve|s|nam|svoj\w*|i))*"
_WILL = r"(?:cemo|cu)"
_WORDS = r"(?:\s+[\w-]+){0,6}?"
_THEY = r"(?:(?:kolega|kolegica|kolege)(?:\s\w+)?|nas\w*(?:\s\w+){1,3}?|(?:voditelj\w*|sef\w*|direktor\w*)(?:\s\w+){0,2}?|netko (?:iz|od)(?:\s\w+){1,5}?|majstor|tim|sluzba(?:\s\w+){0,2}?|serviser\w*|tehnicar\w*)"
_OWED = r"(?:odgovor|povrat|novac|iznos|zamjen\w+|poruk\w+|mail|e-mail|obavijest|informacij\w+|rjesenj\w+|potvrd\w+|ponud\w+|vaucer|bon|racun|uplat\w+|sredstva|vijest\w*|nov\w+|poziv|nas\w*)"

_COMMITS = rf"""
    \b{_DO}\w*t\s{_WILL}\b
  | \b{_DO}\w*c(?:emo|u)\b
  | \b{_WILL}{_CLITICS}{_WORDS}\s{_DO}\w*(?:ti|ci)\b
  | \b{_DO}\w*(?:ti|ci)\s{_WILL}\b
  | \b(?:doci|naci|pronaci|pomoci|otici|proci)\s{_WILL}\b
  | \b{_THEY}\s(?:ce|cete){_CLITICS}{_WORDS}\s{_DO}\w*(?:ti|ci)\b
  | \b{_DO}\w*t\sce{_CLITICS}\s{_THEY}
  | \b{_THEY}\s{_DO}\w*t\sce\b
  | \bcut\s(?:cete|ces)\b | \bcujemo\sse\b | \bcete\s(?:\w+\s){{0,3}}?cuti\b
  | \b(?:dobit|primit|imat)\s(?:cete|ces)\b{_WORDS}\s{_OWED} | \b(?:cete|ces){_WORDS}\s(?:dobiti|primiti|imati)\b{_WORDS}\s{_OWED}
  | \b{_OWED}(?:\s\w+){{0,2}}?\s(?:ce|cete){_CLITICS}{_WORDS}\s(?:biti|stici|sjesti)\b | \bbit\sce{_CLITICS}{_WORDS}\s(?:isplacen|poslan|vracen
    |rijesen|popravljen|ispravljen|zamijenjen|obraden|uklonjen|javljen|spreman|spremn|uplacen)
  | \bstic[ai]?\s?(?:t\s)?ce(?:\s\w+){{0,3}}?\s{_OWED}
  | \b(?:obecavamo|obecajemo|obecavam|obecajem|jamcimo|garantiramo)\b
  | \b(?:drzimo|drzat\s(?:cemo|cu)|drzim)\svas\su\stoku\b
  | \b(?:bit|biti)\s(?:cemo|cete|cu)\s(?:vam\s)?(?:u\skontaktu|na\svezi|obavijesten\w*|kontaktiran\w*|pozvan\w*)\b
  | \b(?:javimo|javim|javljamo|javljam)\s(?:vam\s|ti\s)?(?:se|cim|kad)\b | \b(?:vam|ti|se|vam\sse|ti\sse)\s(?:javljamo|javljam|javimo|javim|odgovaramo
    |odgovorimo|odgovorim)\b(?!\sna\b)
  | \b(?:cim|kad)\s(?:doznamo|saznamo|doznam|saznam|provjerimo|provjerim)\b.*\bjavi?l?j?a?(?:mo|m)\b
  | \b(?:i|pa|te)\s(?:javljamo|javljam|javimo|javim)\s(?:vam|ti|se)\b
  | \bprepustite\s(?:to\s)?nama\b | \bimate\s(?:moju|nasu)\srijec\b
"""
_WHEN_DATED = rf"""
    \b(?:saljemo|saljem|posaljemo|posaljem|vracamo|vracam|vratimo|vratim|javljamo|javljam|javimo|javim|zovemo|zovem|nazovemo|nazovem|odgovaramo
      |odgovaram|odgovorimo|odgovorim|objavljujemo|objavimo|provjeravamo|provjerimo|provjerim|rjesavamo|rijesimo|popravljamo|popravimo|isplacujemo
      |uplacujemo|isporucujemo|dostavljamo|dolazimo|dodemo|dogovaramo|kontaktiramo|pisemo|mijenjamo|zamijenimo|stizemo|imamo\s(?:odgovor|vise))\b
  | \b{_WILL}\b(?!\s(?:raditi|biti\s(?:otvoren|zatvoren)|morati|trebati|slaviti|peci|voziti|prodavati))(?<!radit\scemo)(?<!bit\scemo)
  | \b(?!smo\b|radimo|otvaramo|zatvaramo|pecemo|imamo|znamo|mozemo|trebamo|molimo|prodajemo|vozimo|slavimo|nudimo|moramo|zelimo|ocekujemo|zahvaljujemo
    |samo|tamo|cemo|ovamo|onamo|pismo|veselimo|radujemo|pozivamo|kasnimo|nismo|bismo|jesmo|cekamo)\w{{3,}}[aeiu]mo\b
  | \b(?:dobivate|dobijate|dobivas|stize\svam)\b
  | \b(?:imat|dobit|primit)\s(?:cete|ces)\b | \b(?:odgovor|povrat|vise\sinformacija|rjesenje|novosti)\b.*\b(?:do|u\sroku|sutra|danas|najkasnije)\b
  | \bimate\b(?=.*\b(?:odgovor|rjesenje|povrat|informacij\w+)\b)
"""

GRAMMAR = Grammar(
    commits=laid_out(_COMMITS),
    commits_when_dated=laid_out(_WHEN_DATED),
    never=laid_out(r"""
          \b(?:ne|necemo|necu|nije|nismo|nisam|nitko\sne)\s(?:\w+\s){0,3}?(?:obecat\w*|obecav\w*|jamcit\w*|garantira\w*|rec[ic]\w*|znamo|znam|zna
            |moguce|potvrdit\w*|sigurn\w+|tvrd\w+|mislim\w*|davati|dati|obec\w+)\b
        | \b(?:ne\smozemo|ne\smogu|nismo\su\smogucnosti|nije\smoguce|nemoguce\sje|tesko\sje|prerano\sje|bez\sobecanja|bez\sgarancije|ne\sznamo|necemo
          |necu|ne\szelimo)\b(?!.*,\s?(?:ali|no|pa)\b)
        | \b(?:nadamo\sse|nadam\sse|zeljeli|zeljela|zelio|voljeli|htjeli|htio|zelimo|planiramo|namjeravamo|cilj\snam|mozda|vjerojatno|mozebitno
          |eventualno)\b
        | \b(?:bismo|bih)\b | \b(?:rekli|rekla|rekao|obecali|obecala|obecao|napisali|najavili|javili|kazali|tvrdili|poslali|odgovorili|nazvali|vratili
          |provjerili|rijesili)\s(?:smo|sam|ste|su|vam)\b(?!.*,\s?(?:i|a|pa|te|ali)\b)(?!.*\b(?:i|a|pa|te)\s\w+\s(?:cemo|cu)\b)
        | \b(?:smo|sam|ste|su)\s(?:\w+\s){0,3}?(?:rekli|obecali|najavili|obecala|obecao|rekao|rekla|tvrdili)\b
        | \b(?:uvijek|inace|obicno|redovito|u\spravilu|svak\w+\s(?:dan\w*|tjed\w+|jutr\w+|ponedjelj\w+|mjesec\w*))\b
        | ^(?:(?:vasa|vas|gradsk\w+)\s(?:\w+\s)?)?(?:banka|dostavljac\w*|kurir\w*|proizvodac\w*|policija|grad|vijece|osiguranje|posta|prodavac
          |dobavljac|dhl|gls|dpd|organizator)\s(?:\w+\s)?ce\b
        | \b(?:javite|javi|recite|posaljite|posalji|nazovite|pisite|odgovorite)\s(?:nam|mi)\b(?!.*\b(?:cemo|cu|javljamo|javit)\b)
        | \b(?:radit\scemo|bit\scemo\s(?:otvoreni|zatvoreni|tu|tamo|sretni)|vidimo\sse|cekat\scemo|radovat\scemo|veselit\scemo)\b
        """),
    negated=re.compile(r"\b(?:ne|necemo|necu|nikad|nece|niti)\b"),
    conditional=laid_out(r"""
          \b(?:ako|ukoliko|osim\sako|u\sslucaju|pod\suvjetom|kad\sbi|kada\sbi|ovisno|da\sste)\b
        | \b(?:kad|kada|cim|nakon\ssto|posto)\s(?:nam|mi|vi|nam\sse|ga|je|to)?\s?(?:\w+\s)?(?:posaljete|javite|date|napisete|potvrdite|dostavite
          |posalje[st]|javis|das|odgovorite|stignete|dodete|pokusate|zelite|ispunite|posaljete|uplatite|vratite|pokazete|donesete|prijavite)\b
        | ^(?:molimo(?:\s\w+)?\s)?(?:posaljite|javite|napisite|dajte|recite|ostavite|posalji|javi|napisi|pisite)\b(?!.*\b(?:vremena|minut\w*
          |do (?:sutra|pet\w+|kraja))\b).*\b(?:pa|i|a)\b
        """),
    tag=re.compile(
        r"[,.]? (?:u redu|ok|okej|moze|vrijedi|dogovoreno|slazete se|odgovara li vam|je li tako)\?$"
    ),
)
