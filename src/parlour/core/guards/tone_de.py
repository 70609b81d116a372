"""Hostile words of a brand in German; folded."""

from parlour.core.wording import laid_out

PATTERNS = {
    "insult": laid_out(r"""
        \b(?:idiot\w*|dumm(?:e|er|es|en|heit\w*|kopf\w*|schwatz\w*)?|blod\w*|bescheuert\w*|bekloppt\w*|trottel\w*|depp\w*|vollpfosten|dussel\w*
          |schwachkopf\w*|schwachsinn\w*|hirnlos\w*|hohlkopf\w*|pfeife\w*|versager\w*|loser\w*|clown\w*|troll\w*|lugner\w*|lugen(?:geschicht\w*
          |marchen)?|lugst|norgler\w*|norgel\w*|meckerer\w*|mecker\w*|querulant\w*|jammer\w*|jammert|heulsuse\w*|heul\w*|rumheul\w*|memme\w*|mimose\w*
          |drama ?queen|dramaqueen\w*|hysteri\w*|wutburger\w*|besserwisser\w*|klugscheiss?er\w*|klugscheis\w*|arschloch\w*|arsch\w*|wichser\w*
          |penner\w*|assi\w*|asozial\w*|spinner\w*|spinnen sie|spinnst du|verruckt(?:er|e)? (?:sind|bist)|(?:sind sie|bist du) (?:\w+ )?(?:verruckt
          |blind|taub|blod|dumm|betrunken|noch ganz|wahnsinnig|irre|schwer von begriff|des lesens|zu faul|zu dumm|zu blod|nicht ganz|bescheuert
          |eigentlich|immer so|so naiv|wirklich so|ernsthaft so)|unverschamt\w*|frech(?:heit|heiten)?|dreist\w*|undankbar\w*|tastatur\w*held\w*
          |tastaturkrieger\w*|internetheld\w*|verschonen sie uns|verschon uns|(?:macht|bereitet) (?:ihnen |es ihnen )?(?:\w+ )?(?:spas
          |freude),? (?:unser\w*|andere|menschen|leute)|spas daran|(?:sind sie|bist du) immer so|manieren|etwas (?:benehmen|anstand|respekt)
          |kindisch\w*|kindergarten|lacherlich\w*|peinlich\w*|erbarmlich\w*|armselig\w*|jammerlich\w*|nervensage|nervig\w*|nerven sie|sie nerven
          |du nervst|faul sind|ungebildet\w*|unfahig\w*|inkompeten\w*|ahnungslos\w*|keine ahnung(?:,| haben| hast|\.)(?! (?:wann|woher))|null ahnung
          |verblodet|verwohnt\w*|unerzogen\w*|respektlos\w*|primitiv\w*|geisteskrank|krank im kopf|nicht ganz dicht|nicht alle tassen|gehirn|hirn\b
          |gripps|grips|verstand benutz\w*|kopf (?:ein|benutz)\w*|schamen sie sich|scham dich|sollten sich schamen|schande|halt(?:en sie)? (?:den|die
          |ihren|deinen|endlich) (?:mund|klappe|schnabel|maul|fresse)|klappe|schnauze|maul\b|fresse|verpiss\w*|verzieh\w*|hau(?:en sie)? ab
          |verschwinde\w*|leck\w* (?:uns|mich)|fick\w*|scheis\w*|scheiss\w*|kacke|mist erzahl\w*|blodsinn|unsinn|quatsch|schwachsinn\w*|humbug|marchen
          |geschwafel|gefasel|gelaber|laber\w*|geheule|gejammer|gemecker|genorgel|gezeter|geschrei|theater machen|so ein theater|dummes zeug
          |werden sie erwachsen|werd erwachsen|reisen sie sich zusammen|reiss dich|reis dich|lernen sie (?:\w+ )?(?:lesen|erst|schreiben|rechnen
          |deutsch|benehmen|manieren|sich|warten)|lern (?:erst|lesen|mal|deutsch)|konnen sie (?:\w+ )?(?:nicht )?(?:lesen|rechnen|zuhoren|denken
          |deutsch|horen|sehen)\b|kannst du (?:\w+ )?(?:nicht )?(?:lesen|rechnen|denken|deutsch)|haben sie (?:\w+ )?(?:nichts besseres|keine (?:augen
          |freunde|hobbys|arbeit|manieren|anderen)|kein (?:leben|benehmen|hobby|zuhause)|augen|(?:sie )?noch alle|schon mal (?:nachgedacht|gelesen)
          |uberhaupt (?:gelesen|nachgedacht|eine ahnung|schon))|hast du (?:\w+ )?(?:nichts besseres|kein leben|kein hobby|keine ahnung|noch alle
          |uberhaupt)|nichts besseres zu tun|suchen sie sich (?:\w+ )?(?:ein hobby|hobby|freunde|ein leben|eine? ander\w*|hilfe)|such dir (?:ein|mal
          |einen|eine)|leute wie (?:sie|dich|du|ihnen)|kunden wie (?:sie|dich|du|ihnen)|gaste wie (?:sie|dich)|fahrgaste wie (?:sie|dich)
          |menschen wie (?:sie|dich|ihnen)|solche (?:leute|kunden|gaste|menschen|typen) (?:wie|brauch\w+|wollen|sind|haben|hat|braucht|konnen)
          |auf solche|typen wie|ihresgleichen|sie und ihre(?:sgleichen)?|wer sind sie (?:uberhaupt|eigentlich|schon)|was (?:stimmt
          |ist) (?:denn )?(?:nicht )?(?:mit|los mit) ihnen(?: nicht)?|was stimmt mit|was ist ihr problem|was ist (?:eigentlich )?(?:los )?mit ihnen
          |zu (?:dumm|blod|faul|stolz|unfahig|geizig) (?:um|zum)|zeitverschwendung|(?:verschwenden|stehlen|rauben
          |vergeuden) (?:sie |du )?(?:\w+ )?(?:unsere|meine|uns|anderen|nicht|ihre)\b.*zeit|interessiert (?:uns |hier |doch )?(?:\w+ )?(?:niemand\w*
          |keinen|keine sau|nicht die bohne|nicht)\b(?! mehr)|interessiert (?:niemanden|keinen|uns nicht)|niemanden? (?:interessiert|hat sie|will)
          |wen (?:interessiert|juckt|kummert)|uns (?:doch )?(?:vollig |total |herzlich )?egal|ist uns (?:\w+ )?(?:egal|wurst\w*|gleichgultig)
          |kummert (?:uns|keinen|niemanden) (?:nicht|herzlich)?|mir egal|wurscht|wir brauchen sie nicht|auf (?:sie|kunden wie|solche
          |gaste) (?:\w+ )?(?:verzichten|pfeifen)|hier nicht (?:mehr )?(?:willkommen|erwunscht)|nicht (?:mehr )?(?:willkommen|erwunscht)
          |bleiben sie (?:doch )?(?:einfach )?(?:weg|zuhause|zu hause|daheim|fern)|kommen sie (?:bitte |besser |lieber )?(?:nie|nicht) (?:wieder|mehr)
          |blamieren|machen sie sich (?:\w+ )?(?:lacherlich|zum|nicht lacherlich)|horen sie (?:\w+ )?auf (?:zu|mit|so|rum)
          |hor(?:en)? (?:\w+ )?auf,? (?:zu|mit|rum)|aufhoren (?:zu|mit)|ihr(?:e)? (?:\w+ )?(?:dummheit|ignoranz|faulheit|arroganz|frechheit\w*
          |geltungs\w*|ego|wahnvorstell\w*|komplexe|launen|inkompetenz|unwissen\w*|unfahigkeit|gemotze|getue|ansprache)|motz\w*
          |geh(?:en sie)? (?:doch )?(?:heulen|sterben|nach hause|zum teufel|weg)|scheren sie sich|zum teufel|zur holle|wahnvorstellung\w*|einbild\w*
          |hirngespinst\w*|saufen|gesoffen)\b
      | \b(?:was erlauben sie sich|wie konnen sie es wagen|was fallt ihnen ein|wie reden sie (?:mit|eigentlich)
        |reden sie (?:\w+ )?(?:so )?mit ihrer mutter|was fur (?:ein mensch|eine person|eine mutter|ein vater) (?:sind|muss)|sie haben (?:kein recht
        |keinen anstand|kein benehmen|keine manieren|keinen respekt)|seien sie nicht (?:so )?(?:lacherlich|kindisch|albern|dumm|naiv|faul|dramatisch)
        |(?:etwas|bisschen|wenig) mehr (?:respekt|anstand|hoflichkeit|benehmen))\b
      | \bihre? (?:bewertung|kommentar\w*|beschwerde|behauptung\w*|anschuldigung\w*|vorwurf\w*|vorwurfe|geschichte|darstellung|kritik
        |rezension) (?:ist|sind|war) (?:\w+ )?(?:unfair|falsch|ungerecht\w*|unwahr|haltlos|unsachlich|boswillig|ubertrieben|erfunden|gelogen
        |unverschamt|beleidigend|unberechtigt|absurd|lacherlich|unbegrundet)\b
      | \b(?:lacherlich|absurd|haltlos|kindisch|albern|boswillig|unfair|unverschamt)\w* (?:anschuldigung\w*|behauptung\w*|beschwerde\w*|kommentar\w*
        |bewertung\w*|frage\w*|forderung\w*|vorwurf\w*|vorwurfe)\b
    """),
    "threat": laid_out(r"""
        \b(?:sehen uns vor gericht|vor gericht|anwalt\w*|anwalte\w*|rechtsabteilung|rechtliche\w* (?:schritt\w*|konsequenz\w*|mittel\w*|folgen)
          |juristisch\w*|klage (?:ein)?reich\w*|verklag\w*|anzeig(?:e|en) (?:erstatt\w*|gegen)|(?:zeigen|zeige) (?:wir|ich)? ?sie an|anzeigen wegen
          |strafanzeige|abmahn\w*|unterlassung\w*|verleumdung\w*|rufschadigung\w*|geschaftsschadigung\w*|uble nachrede|(?:das )?(?:werden|wirst
          |wird) (?:\w+ )?(?:\w+ )?(?:bereuen|bereust|buse\w*|noch (?:leid|sehen|merken|horen|lernen)|teuer|bezahlen mussen|von unser\w* (?:anwalt
          |recht)\w*)|bereuen (?:sie|wirst|werden)|passen sie (?:\w+ )?(?:auf|bloss auf)|pass (?:\w+ )?auf|vorsicht,?|seien sie (?:\w+ )?(?:vorsichtig
          |gewarnt)|sei vorsichtig|hut(?:en)? sie sich|uberlegen sie (?:sich )?(?:\w+ )?(?:gut|zweimal|genau|lieber)|uberleg dir (?:gut|genau)
          |letzte (?:warnung|mahnung|verwarnung|chance)|wir warnen sie|warnung:|das hat (?:\w+ )?(?:konsequenzen|folgen|ein nachspiel)
          |konsequenzen (?:haben|tragen|rechnen|ziehen|nach sich)|nachspiel|bevor es (?:\w+ )*teuer|teuer (?:fur sie )?(?:werden|zu stehen)
          |wir wissen,? (?:wo|wer|genau (?:wo|wer)|wie sie heisen)|wir haben ihre (?:adresse|daten|ip|nummer|telefonnummer)|(?:blockieren|sperren
          |loschen|melden|bannen) wir sie|wir (?:blockieren|sperren|bannen|loschen|melden|verklagen|finden|veroffentlichen|erteilen|zeigen) (?:sie
          |dich|ihnen|ihr\w*|ihre adresse|das ihrem)|werden (?:wir )?(?:sie|dich) (?:\w+ )?(?:blockier\w*|sperr\w*|gesperrt|blockiert|melden|bannen
          |anzeig\w*|verklag\w*|finden|entfernen|loschen|gemeldet|rauswerf\w*)|sie (?:werden|fliegen|sind) (?:\w+ )?(?:gesperrt|blockiert|gebannt|raus
          |angezeigt|gemeldet|hausverbot)|hausverbot|sonst (?:werden|mussen|sperren|blockieren|loschen|folgt|gibt|hort|lernen|sehen|konnen|wird
          |fliegen|war|knallt|passiert)|andernfalls|ansonsten (?:werden|sperren|blockieren|folgt|sehen)|oder (?:wir|es) (?:\w+ )?(?:sperren|blockieren
          |loschen|zeigen|werden|knallt|passiert|gibt)|noch (?:ein|eine|einen|so ein|so eine|einmal) (?:\w+ )?(?:kommentar|wort|beitrag|nachricht|mal
          |satz|beschwerde)?\b.{0,40}(?:und|dann|,)|ihr(?:em|en)? (?:arbeitgeber|chef|schule|mann|frau|familie|vorgesetzt\w*)\b.*(?:informier\w*
          |melden|erzahl\w*|schicken|mitteil\w*|interess\w*)|veroffentlichen wir ihr\w*|ihren namen (?:\w+ )?(?:veroffentlich\w*|offentlich\w*)
          |screenshots? (?:gemacht|gesichert|gespeichert)|legen sie sich (?:\w+ )?nicht (?:mit uns )?an|reizen sie uns|provozieren sie uns
          |fordern sie uns nicht heraus|treiben sie es nicht|zwingen sie uns nicht|besser (?:loschen|nehmen|uberlegen|schweigen) sie|(?:loschen|nehmen
          |entfernen) sie (?:das|ihren|den|diese\w*) (?:\w+ )*(?:sofort|besser|sonst|lieber|umgehend|zuruck)|merken wir uns|das merken
          |vergessen wir nicht|nie wieder (?:bei uns|einen fus|bedient|etwas)|werden (?:sie )?(?:bei uns |hier )?(?:\w+ )?nie (?:wieder|mehr))\b
      | \b(?:noch einmal (?:so|sowas|das|solch|ein)\b|sagen sie das noch (?:ein)?mal|(?:gehen|geht|leiten|ubergeben|schicken|senden
        |ging) (?:\w+ ){0,6}(?:an|unser\w*) (?:\w+ )?(?:anwalt\w*|anwalte\w*|rechts\w*)|das konnen wir beweisen|konnen wir (?:auch )?beweisen
        |jeder (?:wird|soll) (?:erfahren|wissen),? (?:wer|was)|machen sie (?:nur |ruhig )?(?:so )?weiter)\b
    """),
    "blame": laid_out(r"""
        \b(?:(?:sicher|bestimmt|wohl|wahrscheinlich|vermutlich) (?:\w+ )?selbst(?= \w+)|selbst? (?:schuld|verschuldet|zuzuschreiben|verbockt
          |eingebrockt)|selber schuld|selber verbockt|eigene\w* (?:schuld|fehler|dummheit|verschulden|verantwortung|unachtsamkeit|nachlassigkeit
          |risiko|entscheidung|faulheit)|ihr(?:e)? (?:\w+ )?(?:schuld|fehler|problem|pech|versaumnis|verschulden|versehen|sache|bier|verantwortung
          |unachtsamkeit|nachlassigkeit|bedienfehler|leichtsinn|ungeduld)\b(?! (?:haben wir|wurde|ist (?:behoben|gelost|bei uns|uns)|losen|beheb|zu
          |melden|schildern|nachvollziehen|verstehen|prufen|an|und wir|beschreiben|mit|weiter))|deine (?:\w+ )?schuld|dein (?:\w+ )?(?:fehler|problem
          |pech)|die schuld (?:liegt|lag) (?:\w+ )?bei (?:ihnen|dir)|liegt (?:\w+ )?(?:an|bei) (?:ihnen|dir)|liegt (?:\w+ )?(?:nicht an uns
          |nicht bei uns)|lag (?:\w+ )?an (?:ihnen|dir)|bedienfehler|anwenderfehler|bedienungsfehler|(?:hatten|hattest) (?:sie|du)\b(?!.*\b(?:gern
          |recht|anspruch|verdient|erwarten)\b)|(?:sie|du) (?:hatten|hattest) (?:\w+ )*(?:lesen|fragen|wissen|prufen|schauen|bestellen|kommen|denken
          |anrufen|sagen|aufpassen|uberlegen|konnen|mussen|sollen|besser)|wenn sie (?:\w+ )?(?:gelesen|zugehort|aufgepasst|hingesehen|hingeschaut
          |nachgedacht|richtig|nicht (?:lesen|richtig|zuhoren|in der lage|aufpassen|warten|wissen)|zu (?:spat|dumm|faul|bequem|geizig)
          |die (?:anleitung|bedingungen|agb|beschreibung|schilder|hinweise|zutaten|augen)\b.*\b(?:gelesen|lesen|aufmachen|beachtet|offnen)|mal|einfach
          |nur (?:einmal|mal|richtig)|besser|genau|schon (?:nicht|so)|es (?:nicht|besser))|(?:offensichtlich|offenbar|anscheinend|augenscheinlich
          |scheinbar|wohl|vermutlich|sicher|ganz klar) (?:\w+ )?(?:haben sie|sind sie|konnen sie|hast du|wissen sie|wollen sie|fehlt ihnen
          |verstehen sie|lesen sie)|(?:sie|du) (?:haben|hast|sind|bist|konnen|kannst|wissen|verstehen|wollen|scheinen) (?:\w+ )?(?:offensichtlich
          |offenbar|anscheinend|wohl|einfach|scheinbar|eindeutig|ja selbst|wieder einmal|halt|bekanntlich|gar|uberhaupt|selbst) (?:\w+ )*(?:nicht
          |falsch|kein\w*|nie|vergessen|zu (?:spat|faul|dumm|lange)|ubersehen|missverstanden|entschieden|gewollt|gewahlt|bestellt|schuld|ubertrieben
          |verwechselt|kaputt|unfahig|verursacht)|(?:sie|du) (?:haben|hast) (?!nichts )(?:\w+ )?(?:es|das|die \w+|den \w+
          |ihn)? ?(?!nichts )(?:\w+ )?(?:falsch (?:verstanden|bedient|gelesen|bestellt|benutzt|verwendet|eingegeben|gelagert|gemacht)|nicht (?:richtig
          |genau|mal|einmal|ordentlich|aufmerksam|sorgfaltig) |nicht (?:gelesen|zugehort|aufgepasst|gefragt|gepruft|verstanden|beachtet|nachgedacht
          |hingesehen)|sich das selbst|ubertrieben|verwechselt|es (?:selbst|ja|so) (?:gewollt|so|kaputt|verbockt|bestellt|ausgesucht)|versaumt
          |vergessen)|sie (?:irren|tauschen) sich|du irrst dich|sie ubertreiben|du ubertreibst|sie lugen|du lugst|sie erfinden|das erfinden sie
          |frei erfunden|erfunden|sie verwechseln|sie verdrehen|(?:nachstes|beim nachsten|das nachste) mal (?:\w+ )?(?:\w+ )?(?:lesen|schauen|fragen
          |prufen|denken|kommen|aufpassen|bestellen|hinsehen|uberlegen|planen|zuhoren|bringen|einfach|besser|fruher|vorher|genauer|bitte|vielleicht
          |gern|lieber)(?: sie)?\b(?! (?:besser machen|machen wir|geht|klappt|auf uns|ein kaffee))|lesen sie (?:\w+ )?(?:erst|zuerst|vorher
          |bitte (?:erst|vorher|genau|richtig|einfach|mal|noch)|mal|doch|genau|richtig|noch|einfach|gefalligst|besser|die|das|den|unsere)|erst lesen
          |erst (?:mal )?(?:nachdenken|informieren|denken|fragen|richtig)|wer lesen kann|lesen (?:hilft|bildet|ist)|lies (?:erst|mal|doch|die|bitte)
          |was haben sie (?:\w+ )?(?:erwartet|gedacht|sich|denn)|was erwarten sie|was hast du (?:erwartet|gedacht)|was dachten sie|geschieht ihnen
          |geschieht dir|das haben sie (?:nun )?davon|haben sie (?:nun )?davon|pech gehabt|so ein pech|niemand (?:sonst|anderes|anderer|auser ihnen
          |hat sie (?:gezwungen|gebeten|gefragt|eingeladen)|zwingt sie|auser)|(?:kein|keiner|keine) (?:anderer|andere|sonst
          |mensch) (?:\w+ )?(?:beschwer\w*|kunde|gast|fahrgast|hat|hatte)|niemand (?:hat )?(?:sich )?(?:\w+ )?beschwert
          |keiner (?:hat )?(?:sich )?(?:\w+ )?beschwert|keiner zwingt|alle anderen (?:\w+ )?(?:haben|konnen|sind|verstehen|schaffen|kommen|waren
          |wissen|kunden|gaste|finden)|andere (?:\w+ )?(?:schaffen|konnen|haben (?:damit )?kein|verstehen|kriegen|bekommen das)|nur (?:sie|bei ihnen
          |ihnen)\b(?! (?:das beste|konnen wir|zuliebe))|(?:sind|bist) (?:sie|du) (?:\w+ )?(?:der|die) einzige\w*|(?:sie|du) (?:sind
          |bist) (?:\w+ )?(?:der|die) einzige\w*|der einzige,? der|die einzige,? die|als einzige\w*|warum haben sie (?:\w+ )?(?:nicht|dann|es)
          |warum (?:kommen|bestellen|kaufen|fahren|lesen|gehen|fragen) sie (?:dann|denn|nicht|uberhaupt)|warum sind sie (?:dann|nicht|auch|denn)
          |schauen sie in den spiegel|fassen sie sich|an die eigene nase|eigene\w* nase|augen auf|machen sie die augen|mussen sie (?:schon|halt|eben
          |einfach) (?:\w+ )?(?:selbst|fruher|lesen|besser|aufpassen|genauer|richtig|warten)|mussten sie (?:\w+ )?(?:wissen|lesen)
          |sollten sie (?:\w+ )?(?:wissen|eigentlich|erst|besser|lesen|lernen|langsam|mal|vielleicht|nachstes|kunftig|schon)|vielleicht sollten sie
          |vielleicht (?:lesen|versuchen|schauen|probieren|kommen|fragen|hatten|sind|liegt|lernen|denken) sie|vielleicht (?:mal|einfach|nachstes mal
          |hatten|das nachste mal)|versuchen sie es (?:doch )?mal mit)\b
      | \b(?:(?:darauf|das|es) (?:hatten|hattest) (?:sie|du) (?:\w+ )*selbst|liegt es an ihr\w*|(?:fehler|problem|schuld|irrtum) (?:liegt|lag|ist
        |war) (?:\w+ )?(?:auf|an|bei) ihrer seite|auf ihrer seite (?:der|das) (?:fehler|problem)|ihre (?:unfahigkeit|unachtsamkeit|ungeduld
        |nachlassigkeit|schlampigkeit|weigerung|bequemlichkeit)|sie haben (?:es|ihn|sie|das|die \w+|den \w+) (?:kaputt|zerbrochen|zerstort|beschadigt
        |falsch|verloren)|nur weil sie|wir raten ihnen,? (?:\w+ )*(?:zu lesen|nachzudenken|aufzuhoren|zu lernen|erst|zu schweigen)
        |wir empfehlen ihnen,? (?:\w+ )*(?:zu lesen|nachzudenken|aufzuhoren|zu lernen|manieren)|ihr geschmack|an ihrem geschmack)\b
    """),
    "sarcasm": laid_out(r"""
        (?:^|[.!?] |- )(?:oh|ach|ach ja|na|na ja|naja|na klar|na dann|na super|ja|ja klar|klar|wow|bravo|toll|super|herzlichen gluckwunsch|gluckwunsch
          |gratuliere|gratulation|glanzleistung|hut ab|respekt|sicher|natur?lich|natuerlich|aha|hm+|haha\w*|oje|ojeoje|oh weh|oh nein|oh gott|wahnsinn
          |grosartig|genial|wunderbar)[,.! ]+(?:bitte\b|wie (?:schrecklich|furchtbar|tragisch|traurig|originell|schlimm|dramatisch|entsetzlich|mutig
          |ungerecht|gemein|uberraschend)|was fur (?:ein|eine) (?:\w+ )?(?:tragodie|drama|katastrophe|uberraschung|schock|weltuntergang|jammer|experte
          |genie|entdeckung)|welch\w* (?:\w+ )?(?:tragodie|drama|katastrophe|uberraschung|schock|entdeckung|jammer|verlust|ehre|weisheit)|sie arm\w*
          |du arm\w*|arm\w* (?:sie|du)|schon wieder|noch (?:ein|so ein)|ein experte|der (?:experte|fachmann|profi|herr)|die (?:expertin|fachfrau|dame)
          |weil (?:wir|sie|das|ja|naturlich)|dann (?:backen|machen|fahren|sind|ist|sollten|lassen|rufen|stoppen) |wir (?:lassen|stoppen|rufen
          |werden (?:sofort|gleich|selbstverstandlich|naturlich) (?:alles|die|den)|sind (?:naturlich|selbstverstandlich|ja) (?:an|schuld))
          |sie (?:haben|sind) (?:\w+ )?(?:entdeckt|herausgefunden|gemerkt|bemerkt|den|das|ein|der|die|endlich|tatsachlich|wirklich|ja)|da (?:hat|haben
          |ist|kennt|spricht|weis) |jetzt |endlich |mal wieder|danke fur (?:die|den|diese|ihre\w*) (?:\w+ )?(?:belehrung|vortrag|lektion|weisheit
          |aufklarung|expertise|roman|aufsatz)|naturlich,?|klar,?|sicher,?|genau[,!.]|schuld sind)
      | \b(?:ach wirklich|ach nein|ach was|ach du (?:armer|arme|schreck)|ach gottchen|jaja|ja ja|na klar|schon klar|ist klar|is klar
        |alles klar,? (?:herr|frau|professor|sherlock)|aber sicher doch|aber naturlich doch|wer's glaubt|wers glaubt|wer hatte das gedacht
        |welch\w* (?:\w+ )?(?:uberraschung|tragodie|drama|katastrophe|weisheit|ehre)|was fur (?:ein|eine) (?:tragodie|drama|katastrophe|uberraschung
        |weltuntergang)|weltuntergang\w*|untergang des abendlandes|die welt (?:geht (?:davon )?(?:nicht )?unter|dreht sich)
        |dreht sich (?:\w+ )?(?:\w+ )?um (?:sie|dich)|nabel der welt|mir kommen die tranen|uns kommen die tranen|kommen (?:uns
        |mir) (?:gleich |fast |ja )?die tranen|da (?:blutet|bricht) (?:uns|mir)|herz (?:blutet|bricht)|bricht (?:uns|mir) das herz|taschentuch\w*
        |tranchen|violine\w*|geige\w*|krokodilstran\w*|sherlock|einstein\w*|genie\b|genies\b|genialer? (?:einfall|schluss)|nobelpreis\w*|oscar\w*
        |medaille|orden\b|applaus|tusch|konfetti|roten? teppich|extrawurst\w*|eure (?:majestat|hoheit|durchlaucht)|ihre majestat|majestat|hoheit
        |prinzessin\w*|prinzchen|schatzchen|susse\b|mauschen|liebchen|freundchen|meister\b|mein lieber (?:freund|schwan|herr)|herr professor
        |frau professor|herr oberlehrer|oberlehrer\w*|schlaumeier\w*|schlauberger\w*|neunmalklug\w*|superschlau\w*|besserwiss\w*|experten (?:vom|am
        |aus)|experte (?:vom|am|fur alles|in)|selbsternannt\w*|hobby-?(?:backer|koch|kritiker|anwalt|experte)\w*|sofa-?experte\w*|der (?:experte|profi
        |fachmann) (?:spricht|hat gesprochen|weis)|sie als (?:experte|expertin|fachmann|fachfrau|profi|backermeister\w*)
        |sie wissen (?:\w+ )?(?:ja |naturlich |sicher |bestimmt |alles |es )+(?:alles |es )?besser|sie wissen alles|sie konnen das (?:sicher|bestimmt
        |naturlich|ja) (?:\w+ )?besser|machen sie es (?:doch )?besser|besser wissen sie|wenn sie (?:es|alles) (?:\w+ )?besser (?:wissen|konnen)
        |wie (?:haben sie|hast du) (?:das|es|den) (?:nur|blos|uberhaupt|bloss)? ?(?:\w+ )?(?:uberlebt|geschafft|ausgehalten|herausgefunden|bemerkt)
        |wie (?:schrecklich|furchtbar|tragisch|originell|mutig) (?:fur|von|das|,)|da haben sie ja (?:\w+ )?(?:was|etwas|gluck|den|ein)|da (?:sind sie
        |haben sie) (?:ja |aber )?(?:\w+ )?(?:ein|eine|der|die) (?:held\w*|genie|schlaue\w*|ganz\w*|echte\w*|fund|entdeckung)|ein ganz schlauer
        |ganz schlau|(?:glauben|denken|erwarten|meinen|wollen) sie (?:\w+ )?(?:ernsthaft|wirklich|allen ernstes|im ernst|tatsachlich|etwa|echt
        |eigentlich|vielleicht)|(?:glaubst|denkst|erwartest|meinst) du (?:\w+ )?(?:ernsthaft|wirklich|im ernst|etwa|echt|eigentlich)|allen ernstes
        |im ernst\b(?=\?|,)|ihr ernst|dein ernst|das ist (?:doch )?(?:nicht|wohl) (?:ihr|dein|ein) (?:ernst|scherz|witz)|soll das ein (?:witz|scherz)
        |mochten sie (?:vielleicht |noch |auch )*(?:eine (?:medaille|umarmung)|einen (?:keks|orden|roten|preis|applaus)|ein (?:taschentuch|schlaflied)
        |dass wir (?:sie|ihnen) (?:auch|noch|vielleicht|personlich|tragen|futtern))|brauchen sie (?:ein|eine|einen) (?:taschentuch|umarmung|keks
        |extra\w*|schulter|medaille)|sollen wir (?:ihnen |sie )?(?:vielleicht |auch |noch |jetzt |etwa |dafur )+(?:\w+)|sollen wir (?:sie
        |ihnen) (?:\w+ )*(?:tragen|futtern|vorlesen|singen|zudecken|vorkauen|heimtragen)|danke fur (?:die|den|diese\w*|ihre\w*) (?:\w+ )?(?:belehrung
        |vortrag|lektion|weisheit\w*|aufklarung|expertise|roman|aufsatz|predigt|fachmannische\w*|expertenmeinung|lebensweisheit|nachhilfe|erkenntnis)
        |danke fur nichts|schone geschichte|nette geschichte|interessante (?:geschichte|theorie|fantasie)|schone(?:s)? marchen|marchenstunde
        |gute nacht ?geschicht\w*|grus an|viel spas (?:noch )?(?:beim (?:laufen|warten|weinen|meckern)|mit ihrem|dabei)|gluckwunsch,? (?:sie|du
        |zu (?:dieser|der) (?:erkenntnis|entdeckung|leistung))|gratuliere,? (?:sie|zu (?:dieser|der))|bravo|hellseher\w*|glaskugel\w*|gedanken lesen
        |gedankenleser\w*|zaubern|zauberer|zauberstab\w*|hexen konnen|wunschkonzert|ponyhof|zuckerschlecken|sind wir (?:jetzt|auch|etwa
        |nun) (?:\w+ )?(?:schuld|am wetter)|am wetter (?:\w+ )?(?:schuld|auch)|schuld am wetter|auch fur das wetter|haha\w*|hihi\w*|lol|gahn|blabla
        |bla bla|da ist (?:wohl )?(?:jemand|einer|eine) (?:\w+ )*(?:aufgestanden|drauf|empfindlich|schlecht)|jemand (?:\w+ )?(?:mit dem falschen
        |schlecht geschlafen|schlechte laune)|schlecht geschlafen|mit dem falschen (?:fus|bein)|falschen fus|keks\?)\b | 🙄 | 🤡 | 😏 | 🤦 | 🖕
      | (?:^|[.!?] )(?:oje|oh je|ach je|oh nein|ohje|ach du liebe|oh weh|ojemine)[,!.]+ (?:ist|hat|war|sind|haben|konnten|mussten|wurde|musste|wollte
        |durfte|sie|die|der|das)\b[^.!?]*\?
      | \b(?:danke fur gar nichts|vielen dank fur nichts|wie (?:traurig|tragisch|schlimm|hart) fur sie|was wurden wir (?:nur )?ohne (?:sie|ihre)
        |ihr leben (?:muss|ist)|so schwer haben sie es|sie haben es (?:ja |aber )?(?:wirklich )?schwer)\b
    """),
    "defensive": laid_out(r"""
        \b(?:(?:ist|war|sind|liegt) (?:das |es |doch )?(?:\w+ )?nicht (?:unsere|unser|bei uns|an uns|in unserer)(?: (?:schuld|problem|fehler
          |verantwortung|sache|aufgabe|bier|macht|baustelle))?|nicht unser(?:e)? (?:\w+ )?(?:schuld|problem|fehler|verantwortung|sache|aufgabe|bier
          |baustelle)|wir (?:sind|waren) (?:daran |dafur |da |hier |nun )?(?:nicht|wirklich nicht|keineswegs) (?:schuld|verantwortlich
          |zustandig fur ihre|ihr\w*|dazu da|die (?:wohlfahrt|auskunft)|verpflichtet|hier um|das|ihre)|dafur konnen wir nichts
          |wir konnen (?:da |hier |doch )?(?:nichts|auch nichts) (?:dafur|fur)|was konnen wir dafur|nichts mit uns zu tun|damit haben wir nichts
          |geben sie (?:nicht )?(?:uns|doch nicht uns) (?:nicht )?die schuld|schieben sie (?:\w+ )*(?:uns|auf uns|schuld)
          |wir haben (?:\w+ )?(?:nichts (?:falsch|verkehrt)\w*|alles (?:richtig|korrekt|ordnungsgemas)|keine (?:fehler|zeit fur|lust|veranlassung
          |grund)|keinen (?:fehler|grund|anlass)|besseres|wichtiger\w*|andere (?:sorgen|kunden|probleme|dinge)|(?:tausende|hunderte|viele|genug
          |genugend|unzahlige|jede menge|mehr als genug) (?:\w+ )?(?:zufrieden\w*|glucklich\w*|treue|andere|nette|normale|bessere)|genug (?:davon|von)
          |es (?:ihnen|dir) (?:\w+ )?(?:schon|bereits|mehrfach|oft|doch|hundertmal|ausfuhrlich|lang)|ihnen (?:das |es )?(?:\w+ )?(?:schon|bereits
          |mehrfach|oft genug|doch|hundertmal|mehrmals|deutlich|klar)(?: \w+)* (?:gesagt|erklart|geschrieben|mitgeteilt|geantwortet|beantwortet)
          |das (?:\w+ )?(?:schon|bereits|mehrfach|oft genug|hundertmal|mehrmals|ausfuhrlich) (?:\w+ )?(?:gesagt|erklart|geschrieben|beantwortet))
          |wie (?:wir |ich )?(?:ihnen |dir )?(?:bereits|schon|mehrfach|gesagt|wiederholt
          |oft)(?: \w+){0,3}(?: gesagt| erklart| geschrieben| erwahnt| mitgeteilt| haben)|wie oft (?:\w+ )?(?:sollen|mussen|mochten|wollen|noch|denn)
          |wie oft (?:\w+ )*noch|zum (?:letzten|hundertsten|x-ten|xten|tausendsten|wiederholten|dritten|funften|allerletzten|millionsten) mal
          |noch einmal (?:fur sie|zum mitschreiben|ganz langsam|langsam|deutlich):?|nochmal (?:fur sie|zum mitschreiben|ganz langsam|langsam)
          |zum mitschreiben|was (?:genau )?(?:verstehen sie|verstehst du) (?:\w+ )?(?:daran |denn )?nicht|was (?:ist|war) (?:daran
          |denn) (?:\w+ )?(?:so )?(?:schwer|unklar|nicht zu verstehen|kompliziert)|was (?:wollen|mochten|erwarten|verlangen) sie (?:\w+ )?(?:noch|denn
          |eigentlich|von uns|jetzt|mehr|sonst)|was sollen wir (?:\w+ )?(?:denn|machen|noch|sonst|tun)|(?:so )?ist (?:das |es )?(?:nun mal|halt|eben
          |einfach) (?:so|das leben)|so ist (?:das|es)(?: \w+)?(?:[.!,]|$)|so ist das leben|das ist (?:nun mal|halt|eben|einfach) (?:so|das leben)
          |damit mussen sie (?:\w+ )?(?:leben|klarkommen|rechnen|sich)|leben sie damit|kommen sie (?:damit )?klar|gewohnen sie sich
          |finden sie sich (?:\w+ )?ab|nehmen sie es (?:hin|oder lassen)|friss oder stirb|stellen sie sich nicht so|stell dich nicht|ubertreiben sie
          |ubertreib\w*|machen sie (?:\w+ )?(?:kein|nicht so|aus einer mucke|so ein
          |keinen)(?: \w+)*(?: drama| theater| aufstand| elefanten| wind| fass)?|mucke(?:n)? (?:einen )?elefant\w*|kein grund (?:\w+ )*(?:aufreg\w*
          |gleich|so|zu schreien|ausfallig|hysterisch|zur panik|beleidig\w*)|regen sie sich (?:\w+ )*(?:ab|auf)|reg dich|beruhigen sie sich
          |beruhig dich|bleiben sie (?:mal |bitte )?(?:sachlich|ruhig|locker|auf dem teppich|cool|entspannt|realistisch)|entspannen sie|entspann dich
          |kommen sie (?:mal )?(?:runter|auf den boden)|komm (?:mal )?runter|immer mit der ruhe|locker bleiben|chill\w*|seien sie (?:\w+ )?(?:froh
          |dankbar|realistisch|vernunftig|nicht so|ehrlich|sachlich|doch)|sei (?:froh|dankbar|nicht so)|konnen (?:sie )?(?:ja |noch |doch )?froh sein
          |sollten (?:sie )?(?:lieber )?(?:froh|dankbar) sein|wenn (?:es|ihnen|dir|sie)\b.{0,60}\b(?:nicht (?:passt|gefallt|schmeckt|gut genug|mogen
          |zusagt|recht|leiden|wollen)|zu (?:teuer|laut|langsam|voll))\b|gehen sie (?:\w+ )?(?:woanders|zur konkurrenz|doch|halt|eben|zu fus|anderswo
          |einfach|wo anders)|geh (?:doch |halt )?(?:woanders|zur konkurrenz)|(?:kaufen|essen|fahren|bestellen
          |suchen) sie (?:\w+ )?(?:doch |halt |eben )?(?:woanders|anderswo|wo anders|bei der konkurrenz|taxi|sich)|zur konkurrenz|niemand (?:zwingt
          |zwang|halt|hat sie|bittet|braucht|notigt) (?:sie|dich|gezwungen)|keiner (?:zwingt|halt|hat sie|bittet|braucht) (?:sie|dich)
          |es steht ihnen frei|steht ihnen (?:ja |doch |jederzeit )?frei|sie konnen (?:\w+ )?(?:gern|gerne|jederzeit|ja|auch|ruhig
          |sich gern)(?: \w+)? (?:gehen|woanders|zur konkurrenz|zu fus|wegbleiben|selbst (?:backen|fahren|kochen)|laufen|beschweren|klagen|ein taxi
          |auch woanders|wechseln|kundigen|abhauen|schreiben was)|da ist die tur|dort ist die tur|die tur ist|(?:jedem|allen|jeden|alle|jeder|es jedem
          |es allen) (?:\w+ )?(?:recht machen|zufriedenstellen|glucklich machen)|kann man (?:es )?(?:nicht )?(?:jedem|allen)|manche (?:leute|menschen
          |kunden|sind|haben|konnen|mussen|wollen|gaste|suchen|meckern|finden)\b|gewisse (?:leute|menschen|kunden)|es gibt (?:immer|halt|eben
          |solche) (?:\w+ )?(?:leute|menschen|jemand\w*|kunden|einen|welche|die|solche)|so schwer (?:ist|kann|war) (?:das|es) (?:\w+ )?nicht|(?:ist
          |kann) (?:doch|ja|wirklich|nun|das)? ?(?:\w+ )?(?:nicht so |kein |keine |nicht allzu )(?:schwer|kompliziert|hexenwerk|raketenwissenschaft
          |weltuntergang|beinbruch|drama|luxus\w*|sterne\w*)|hexenwerk|raketenwissenschaft|beinbruch|gesunder menschenverstand
          |gesunden menschenverstand|menschenverstand|informieren sie sich (?:\w+ )?(?:erst|besser|bitte|vorher|doch|mal|bevor|richtig)|informier dich
          |bevor sie (?:\w+ )*(?:schreiben|meckern|urteilen|schimpfen|posten|behaupten|sich beschweren|beschuldigen|kommentieren|kritisieren|jemanden
          |uns|hier|den mund)|bleiben sie bei (?:den fakten|der wahrheit)|(?:das )?(?:ist|sind|war) (?:\w+ )?(?:schlicht|einfach|schlichtweg|glatt
          |vollig|absolut|komplett|frei|eine|nur|doch|nichts als) (?:\w+ )?(?:falsch|gelogen|luge|lugen|unwahr|unwahrheit\w*|erlogen|absurd
          |ubertrieben|haltlos|ihre meinung|ihre sicht)|das stimmt (?:einfach |doch |uberhaupt |gar |schlicht |so )*nicht
          |stimmt doch (?:gar |uberhaupt )?nicht|gelogen|erlogen|haltlos\w*|angeblich\w*|sogenannt\w*|so genannt\w*|vermeintlich\w*|komisch,? dass
          |merkwurdig,? dass|seltsam,? dass|interessant,? (?:dass|wie) (?:nur |ausgerechnet |sie |es )|(?:wir|ich) (?:bezweifeln|bezweifle|zweifeln
          |glauben ihnen (?:das )?(?:nicht|kein\w*)|glauben das nicht|glaube ihnen nicht)|(?:das )?glauben wir (?:ihnen )?(?:nicht|kaum|kein)
          |schwer zu glauben|kaum zu glauben,? dass sie|beweisen sie|beweise\?|haben sie (?:\w+ )?beweise|ohne (?:jeden |jeglichen )?beweis\w*
          |im gegensatz zu (?:ihnen|dir)|anders als sie|unsereins|uns nicht\b.{0,60}\bentschuldigen|so (?:viel|lange|oft|laut) sie wollen
          |andert (?:\w+ )?(?:nichts|gar nichts)\b|(?:nur|auser) bei ihnen|denken sie (?:\w+ )?(?:mal )?(?:nach|daruber nach)|ende der (?:diskussion
          |durchsage)|diskussion (?:ist )?(?:beendet|hiermit|erledigt)|thema (?:ist )?(?:beendet|erledigt|durch)|damit (?:ist )?(?:die sache|das thema
          |das gesprach|fur uns) (?:\w+ )?(?:erledigt|beendet|abgeschlossen)|basta|punkt\.|schluss jetzt|es reicht|jetzt reicht|uns reicht
          |wir (?:werden|lassen|wollen|mussen|brauchen|verbitten|haben es nicht notig|diskutieren|denken gar|schulden)(?: (?:uns|das|hier|mit ihnen
          |ihnen|auch|jetzt|da|daruber|dazu|sicher|bestimmt|ganz|es|sicherlich|diese\w*|solche\w*
          |uber))* (?:nicht (?:mehr |langer |weiter )?(?:entschuldigen|diskutieren|streiten|rechtfertigen|erklaren|beleidigen|bieten|gefallen
          |beschimpfen|anschreien|wiederholen|belehren|nachrennen|entschuldigen|daran)|nichts (?:vorwerfen|vorschreiben|sagen|beweisen|schuldig)?
          |kein\w* (?:kunden|belehrung\w*|ratschlage|entschuldigung|lektion\w*|vorwurf\w*|rechtfertigung|erklarung|gaste)|ihr(?:e|en)? (?:geld
          |belehrung\w*|ratschlage|ton|meinung)|den ton|diesen ton|solche kunden)|(?:warum|wieso|weshalb) (?:sollten|sollen|mussten
          |mussen) wir (?:\w+ )*(?:entschuldigen|erstatten|interessieren|zahlen|glauben|kummern|ersetzen|ihnen|uns)|wir schulden ihnen
          |wir brauchen (?:sie|kunden wie|ihr geld|ihre)|(?:einen?|ein) kunde\w? (?:weniger|mehr)|wir (?:werden|kommen) (?:es )?(?:\w+ )?(?:ohne sie
          |auch ohne|es uberleben|uberleben)|ohne sie aus|nicht vermissen|werden (?:sie )?(?:es|schon)? ?(?:\w+ )?uberleben|(?:sie|du) (?:werden
          |wirst) (?:es |das |schon )+(?:\w+ )?(?:uberleben|verkraften|aushalten)|daran ist (?:noch )?(?:nie|niemand|keiner)|fur (?:den|diesen) preis
          |fur (?:das|so wenig) geld|bei dem preis|fur (?:zwei|drei|funf|einen|\d+) euro\w*,? (?:was|durfen|konnen|kann|mehr|erwarten)
          |ihre (?:\w+ )?(?:erwartungen|anspruche|forderungen) (?:sind|waren) (?:\w+ )?(?:unrealistisch|uberzogen|lacherlich|zu hoch|ubertrieben
          |absurd|ihr)|uberzogen\w*|unrealistisch\w*|steht (?:doch |ja |klar |deutlich |gros |eindeutig |schwarz |alles |klar und )+(?:\w+ )*|(?:klar
          |deutlich|eindeutig|unubersehbar) und? ?(?:deutlich |klar )?(?:angeschrieben|ausgeschildert|beschrieben|geschrieben|lesbar|zu lesen|sichtbar
          |kommuniziert|angegeben|gekennzeichnet)|schwarz auf weis|nicht zu ubersehen|weis doch jede\w*|das weis (?:doch |ja )?(?:jede\w*|man|wohl)
          |jedes kind|jeder (?:normale|vernunftige|weis|idiot|andere|versteht|mensch)|sogar (?:ein )?kind\w*|(?:unser\w*) (?:\w+ ){1,2}(?:ist|sind|war
          |waren) (?:\w+ )?(?:perfekt|einwandfrei|tadellos|makellos|fehlerfrei|in ordnung|immer|nie|noch nie|stets|erstklassig|absolut|vollkommen
          |nicht schuld|nicht das problem)|(?:unser\w*) (?:\w+ )?(?:\w+ )?(?:macht|machen|lugt|lugen|irrt|irren|kommt|kommen|arbeitet|arbeiten) (?:nie
          |keine (?:fehler|falsch\w*)|niemals|nicht falsch|immer)|an unser\w* (?:\w+ )?(?:ist|gibt es|liegt es) (?:\w+ )?nichts
          |mit unser\w* (?:\w+ )?ist alles|(?:so )?(?:etwas|was|das) (?:ist|hat|gab) (?:bei uns )?(?:es )?(?:noch )?nie|noch nie (?:hat|hatte|gab
          |haben|war|eine beschwerde|eine|jemand|probleme|vorgekommen|passiert|beschwert)|bisher hat sich (?:noch )?(?:nie|niemand|keiner)
          |sie sind nicht (?:der|die) (?:nabel|mittelpunkt)\w*|sie sind (?:nicht|hier nicht) (?:allein|im hotel|zu hause|bei mutti|der konig|im)
          |wir sind (?:\w+ )?(?:kein|keine|nicht ihr\w*|ja kein\w*|hier (?:kein\w*|nicht)) ?(?:\w+ )?(?:hotel|roboter|wohlfahrt\w*|luxus\w*|sterne\w*
          |kindermadchen|sklaven|hellseher|psychologen|diener\w*|spielplatz|wunschkonzert|restaurant|babysitter|nannys)?
          |denken sie (?:doch |sich )?was sie wollen|glauben sie (?:doch )?was sie wollen|schreiben sie (?:doch )?was sie wollen|meinetwegen
          |von mir aus|wie sie meinen|wenn sie meinen|machen sie doch was|ihr verlust|dein verlust|selbst backen|backen sie (?:doch )?selbst
          |selber machen|machen sie es (?:doch )?selbst|nehmen sie (?:halt|doch|eben) (?:ein|das|den) (?:taxi|auto|rad)|laufen sie (?:halt|doch|eben)
          |dann laufen sie|geduld ist eine|wegen (?:so )?(?:einer|einem|eines|ein paar|funf|zehn|zwei|ein) (?:\w+ )?(?:brotchens?|croissants?|semmel
          |kaffees?|minuten|kekses?|kruumel\w*|krumel\w*|kuchens?|cent|haar\w*|kleinigkeit)(?= .*(?:aufstand|theater|drama|so|gleich|aufregen|auf)\b
          |\s?\?))\b
      | \b(?:leid,? (?:wenn|dass) sie (?:das|es|sich) (?:so|anders) (?:empfinden|sehen|fuhlen|verstehen|auffassen)|regeln sind (?:nun mal )?regeln
        |vorschrift ist vorschrift|(?:wir )?stehen (?:voll |ganz |zu hundert prozent )?(?:hinter|zu) unser\w*|(?:ihr|diesen|dieser|so ein|solch ein
        |ihren) ton\b|kein (?:einziger |anderer )?(?:kunde|gast|fahrgast|mensch) (?:hat|sonst)|bleiben sie (?:doch )?(?:einfach )?(?:daheim|zu hause
        |zuhause)|zu (?:viel|teuer|langsam|laut|weit|schwer) (?:ist|sind|fur sie),? (?:dann |bleiben|gehen|kaufen|laufen|lassen)|(?:nicht
        |keine) ihre (?:diener|sklaven|knechte|dienstboten|untergebenen|angestellten)|ende der geschichte|wir haben nichts (?:zu|hinzuzufugen
        |zu erklaren|zu verbergen)|nichts zu entschuldigen|wir waren im recht|wir hatten recht|genug von (?:leuten|menschen|kunden|ihnen|solchen)
        |tatsache ist)\b
      | \b(?:im unrecht (?:waren|sind) sie|sie (?:waren|sind) (?:\w+ )?im unrecht|sie waren (?:\w+ )?(?:unhoflich|frech|aggressiv)
        |wundern sie sich nicht|hat das (?:folgen|konsequenzen)|(?:auf|ohne) sie (?:\w+ ){0,3}(?:verzichten|aus|zurecht)
        |machen sie (?:\w+ ){0,2}(?:eine )?szene|statt (?:sich )?(?:zu bedanken|uns zu danken|danke)|nicht belehren|belehren lassen
        |seit wann ist (?:es|das) unser\w*|an ihrer stelle|da ist (?:ja|sie ja|er ja) (?:\w+ )?wieder|damit ist gut|sie haben ihre antwort
        |dass sie das so empfinden)\b
    """),
}
