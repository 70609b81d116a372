"""Hostile words of a brand in Croatian; folded."""

from parlour.core.wording import laid_out

PATTERNS = {
    "insult": laid_out(r"""
        \b(?:idiot\w*|glup\w*|budal\w*|kreten\w*|moron\w*|debil\w*|imbecil\w*|majmun\w*|konj[uei]|magar\w+|ovc[aeo]|stok[ao]|smece|klaun\w*|trol\w*
          |lazljiv\w*|lazov\w*|lazac|lazes|lazete|zabluda|neznalic\w*|neuk\w*|bezobraz\w*|bezobzirn\w*|nepristojni ste|razmazen\w*|djetinjast\w*
          |infantiln\w*|histeri\w*|luđak\w*|ludak\w*|lud(?:i|a)? (?:ste|si)|(?:jeste|jesi) li (?:vi |ti )?(?:lud\w*|normaln\w*|slijep\w*|gluh\w*
          |pijan\w*|ozbiljn\w*|pri sebi|zdrav\w*)|slijepi ste|lijen\w*|nesposob\w*|kukav\w*|cmizdr\w*|cendra\w*|kmec\w*|kuka(?:nj\w*|te|s|ti)\b
          |jadni[kc]\w*|jadn[aoi] (?:ste|si)|bijedn\w*|patetic\w*|smijesni ste|smijesn[ao] (?:ste|si)|ste smijesn\w*|si smijesn\w*|zaostal\w*
          |ograniceni ste|primitiv\w*|seljac\w*|seljank\w*|prostak\w*|prostac\w*|umisljen\w*|pametnjakovic\w*|mudrijas\w*|nezahval\w*|gnjavi\w*
          |(?:junak|heroj|ratnik|borac|junac)\w* (?:s|za|iz|na) tipkovnic\w*|tipkovnick\w*|uzivate u (?:malt\w*|vrij\w*|tud\w*|muc\w*|tome da
          |zagorc\w*|kritiz\w*)|(?:jeste|jesi) li (?:vi )?(?:uvijek|inace|oduvijek) (?:ovak\w*|takv\w*|ovako|tako)|(?:bas )?nas (?:bas )?(?:briga
          |zaboli)|postedite nas|malo (?:kulture|pristojnosti|odgoja)|gnjavator\w*|dosadn\w* (?:ste|si)|davite|davis\b|tupi?av\w*|tupan\w*
          |sramot\w* vas|sram vas|sramite se|srami se|stidite se|sram te|zacepi\w*|zavezi\w*|umuknite|umukni|odjebi\w*|jeb\w*|kurac|kurca|pick\w*
          |sranj\w*|seres?e?\b|serete|govn\w*|idi(?:te)? (?:u |k |kvragu|dovraga|bestraga|nekamo|drugdje|se )|gubi(?:te)? se|tornja\w*|mars\b|nos(?:i
          |ite) se|odrasti\w*|uozbiljite se|dajte se uozbiljite|bolesn\w* (?:ste|si)|ste bolesn\w*|lijecite se|lijeci se|zivot si|nadite si (?:zivot
          |posla|pametnij\w*|neki)|nemate (?:pametnij\w*|drugog|nikakv\w*|pojma|veze|mozga|blage|zivota|odgoja|srama|kulture|obraza)
          |nemas (?:pametnij\w*|pojma|mozga|blage|srama|odgoja)|gubite (?:nam |nase |nasa |svoje |samo )?vrijeme|gubljenje vremena
          |trosite (?:nam |nase |nasa )?(?:vrijeme|zivce)|zalite vremena|steta (?:vremena|rijeci)|koga (?:to )?(?:briga|zanima)
          |nikog\w* (?:ne )?(?:zanima|briga|niste|nije)|nikoga (?:to |vase |nije )?(?:ne )?(?:zanima|briga)
          |(?:nas )?(?:uopce |bas |bas nas )?ne zanima\b(?= (?:vas\w*|sto|kako))|boli (?:nas|me)|briga nas|nije nas briga|baljezg\w*|lupet\w*|laprd\w*
          |budalast\w*|gluposti|glupost\w*|besmislic\w*|bedastoc\w*|nebuloz\w*|izmislja\w*|izmislj\w*|izmislili|trabunja\w*|bljezg\w*|sprdnj\w*
          |blamira\w*|ispadate|ispadas|sramotite|ruznog li|ljudi poput vas|takvi kao vi|vi takvi|kupci poput vas|putnici poput vas|ljudima poput vas
          |zbog (?:\w+ )?poput vas|kao sto ste vi|vasa vrsta|vas(?:e|im|a|u)? (?:neznanj\w*|glupost\w*|lijenost\w*|nepismenost\w*|nekultur\w*
          |bezobraz\w*|kukanj\w*|cmizdrenj\w*|histerij\w*|frustracij\w*|kompleks\w*|lazi|ludost\w*|bahatost\w*|umisljen\w*|dram\w*|ispad\w*|hirov\w*
          |nesposobnost\w*)|u zivotu niste|niste bas (?:bistri|pametni|najpametnij\w*)|niste (?:dobrodosli|pozeljni|pismeni|normalni|sposobni)
          |ne trebate (?:nam|se vise)|ne vracajte se|nemojte (?:se (?:vise )?vracati|vise dolaziti|nam vise dolaziti)|ne dolazite (?:nam )?vise
          |naucite (?:citati|pisati|se ponasati|hrvatski|kulturu|pravopis|se|ponasanje|voziti|cekati)|nauci (?:citati|pisati|se)
          |znate li (?:vi )?(?:citati|uopce|ista|razmisljati)|znas li (?:citati|ti)|vratite se u (?:skolu|osnovnu)|ukljucite (?:mozak|mozgic|glavu
          |logiku|zdrav)|koristite (?:mozak|glavu|zdrav)|upotrijebite (?:mozak|glavu|malo)|razmislite malo svojom|malo mozga|imate li (?:vi )?(?:mozga
          |oci|mozak|pameti|posla|pametnij\w*|ista|savjesti|imalo)|jeste li (?:vi )?(?:uopce|ikad|igdje|ista)|mozete li (?:vi )?(?:uopce|citati)
          |sto (?:vam|ti) je\b|sto nije u redu s vama|tko (?:ste vi|mislite da ste|si ti)|dosta (?:nam je|je|mi je) (?:vas\w*|tvoj\w*|lazi|gluposti
          |kukanj\w*|izmisljotin\w*|cmizdrenj\w*|drame)|prestanite (?:\w+ )?(?:kuka\w*|cmizdri\w*|lagati|spam\w*|srati|glumi\w*|izmislj\w*|gnjavi\w*
          |dosadj\w*|dosadi\w*|dosadivati|plaka\w*|davi\w*|histeri\w*|drami\w*|dramatizir\w*|vrijed\w*|laja\w*|pametov\w*|filozofir\w*|pretjeriva\w*
          |gubiti|trositi|pisati|tupi\w*|preser\w*|zanovijeta\w*|prigovara\w*|s|sa)|prestani \w+|manite se|mani se|okanite se|ohladite|ohladi
          |iskuli\w*|skuli\w*|smirite (?:se|strasti|zivce|loptu)|smiri se|dramite|drama queen|kraljic\w* drame|nemojte (?:\w+ )?(?:kuka\w*|cmizdri\w*
          |lagati|srati|glumi\w*|izmislj\w*|gnjavi\w*|drami\w*|dramatizir\w*|laprd\w*|pametov\w*|filozofir\w*|pretjeriva\w*|biti (?:smijesni
          |djetinjasti|glupi|tako|bezobrazni|histericni)))\b
      | \b(?:kako se usud\w+|usudujete se|drsk\w*|bezocn\w*|kakv[ai] ste (?:vi )?(?:to )?(?:osoba|ljudi|covjek|majka|otac)|nemate (?:pravo|prava
        |osnove|manira)|ne budite (?:\w+ )?(?:smijes\w*|djetinj\w*|bezobraz\w*|glup\w*|histeric\w*|umislj\w*|takvi|naivn\w*|lijen\w*|prosti)
        |malo vise (?:postovanj\w*|kultur\w*|pristojnost\w*|bontona)|tko vas je odgojio|tako (?:pricate|razgovarate) s (?:majkom|mamom))\b
      | \bvas\w* (?:recenzij\w*|komentar\w*|pritu\w*|optuzb\w*|tvrdnj\w*|prica|ocjena) (?:je|su) (?:\w+ )?(?:neistin\w*|nepravedn\w*|lazn\w*|netocn\w*
        |neutemelj\w*|zlonamjern\w*|neposten\w*|izmislj\w*|uvredljiv\w*|pristran\w*|besmisl\w*)\b
      | \b(?:smijesn\w*|apsurdn\w*|neutemeljen\w*|djetinjast\w*|glup\w*|jeftin\w*|zlonamjern\w*) (?:optuzb\w*|tvrdnj\w*|pritu\w*|komentar\w*
        |recenzij\w*|pitanj\w*|zahtjev\w*|prica\w*|prigovor\w*)\b
    """),
    "threat": laid_out(r"""
        \b(?:vidimo se na sudu|nas\w* (?:odvjetni\w*|pravni\w*)|odvjetnic\w*|odvjetnik\w*|tuzit cemo|tuzba\w*|tuzbu|tuzbom|podnijet cemo (?:prijav\w*
          |tuzb\w*)|kaznena prijava|kaznenu prijavu|kazneno|prijavit cemo vas|prijavljujemo vas|kleveta\w*|klevet\w*|sudsk\w*|na sudu|pravne korake
          |pravnim (?:putem|koracima|sredstvima)|pozalit cete|pozalite|zazalit\w*|zalit cete|platit cete (?:nam )?(?:za|ovo|to)|skupo|pazite (?:sto
          |kako|se|da|na (?:rijeci|jezik|ton))|pazi (?:sto|kako|se)|cuvajte se|cuvaj se|bolje (?:bi )?(?:vam )?(?:je |bi bilo |bilo )?(?:da|obris\w*
          |izbris\w*|suti\w*|prestan\w*|se)|zadnje upozorenje|posljednje upozorenje|zadnj\w+ opomen\w*|upozoravamo vas|ovo je (?:zadnja|posljednja
          |jedina) opomena|zadnji put vam|posljedic\w* (?:ce|cete|snosi\w*)|snosit cete|snosite posljedice|suocit cete|znamo (?:gdje|tko|vam|vasu
          |sve o)|imamo (?:vas\w* )?(?:adres\w*|ime|podatk\w*|broj|ip|snimk\w*)(?= .*\bvas\w*|\b.*(?:pazite|znate|pa ))|blokirat cemo vas
          |blokirat cu vas|banat cemo|banirat\w*|zabranit cemo vam|izbacit cemo vas|obrisat cemo vas|bit cete (?:blokirani|izbaceni|prijavljeni
          |banirani|uklonjeni|tuzeni|kaznjeni)|inace (?:ce|cemo|cete|vas|slijedi)|ili (?:cemo|cete|vas (?:brisemo|blokiramo|prijavljujemo))
          |u protivnom|jos (?:jedna|jedan|jednom|samo) (?:takv\w* )?(?:\w+ )?(?:rijec|komentar|poruk\w*|put|takav|takva|i|napise\w*)?\b.*\b(?:i|pa
          |blok\w*|brise\w*|van|zabran\w*|prijav\w*)|javit cemo (?:vas\w* )?(?:poslodavc\w*|sef\w*|skol\w*|policij\w* da vas)|javno cemo (?:objaviti
          |vas)|objavit cemo (?:vase|vas\w* (?:ime|adres\w*|podatk\w*|poruk\w*))|nemojte nas (?:tjerati|izazivati|testirati|prisiljavati)
          |ne izazivajte|ne igrajte se s|vidjet cete (?:vi|sto|kako|svoje)|vidjet cete!|nece (?:vam )?(?:dobro )?(?:zavrsiti|proci)|lose cete proci
          |dobro razmislite|dvaput razmislite|nikad vise necete|necete vise (?:moci|dobiti|uci|kroci\w*|biti|kupovati)|upamtite|zapamtit cemo
          |zapamtili smo|osveta|osvetit\w*)\b
      | \b(?:zabran\w* (?:ulaska|ulaz\w*|kupnje|voznje|pristupa)|jos jednom (?:to|tako|ovako|napis\w*|pokus\w*)|(?:prosljeduj\w*|proslijed\w*
        |predaj\w*|salje\w*|posla\w*) (?:\w+ ){0,4}(?:odvjet\w*|pravn\w*)|mozemo (?:to )?dokazati|to mozemo dokazati|svi ce (?:do)?znati (?:tko
        |kakv\w*|sto)|nastavite (?:li )?(?:tako|ovako|li))\b
    """),
    "blame": laid_out(r"""
        \b(?:(?:sami|sama|sam) ste (?:si )?(?:krivi|kriva|kriv|to|ga|izabra\w*|odabra\w*|trazi\w*|odgovorn\w*|pogrijesi\w*|zeljeli|htjeli|narucili
          |dosli|skrivi\w*)|krivi ste (?:sami|vi|jer|sto)?|sami (?:sebi|si|vi) (?:ste )?kriv\w*|vi ste (?:krivi|kriva|kriv|pogrijesili|zakasnili
          |jedin\w*|odgovorn\w*|ti koji|to|zaboravili)|vasa (?:je )?(?:\w+ )?(?:krivnj\w*|greska|pogreska|odgovornost|stvar|briga|odluka)
          |vas je (?:propust|problem)|vas (?:propust|problem)\b|to je vas (?:problem|izbor|propust)|vlastit\w+ (?:krivnj\w*|gresk\w*|pogresk\w*
          |nepaznj\w*|glupost\w*|nemar\w*|odgovornost\w*)|(?:trebali|trebala|trebao|mogli|mogla|mogao|morali|morala|morao) ste (?:\w+ )?(?:procitati
          |pogledati|provjeriti|znati|pitati|misliti|razmisliti|doci|doc|naruciti|javiti|nazvati|slusati|paziti|obratiti|primijetiti|vidjeti|planirati
          |krenuti|uciti|prije|ranije|reci|otkazati|sjetiti|to|bolje|kupiti|uzeti|rezervirati|ponijeti|pricekati|poslusati|shvatiti|ipak|cuvati
          |jednostavno|spremiti|pripaziti)|da ste (?=.*\b(?:ne bi\w*|bi|biste|sada?)\b)(?:\w+ )?(?:procitali|pogledali|provjerili|pitali|slusali
          |pazili|dosli|narucili|obratili|imalo|samo|barem|malo|bolje|primijetili|poslusali|javili|mislili|razmislili|otvorili|pravilno|ispravno|znali
          |na vrijeme)|da si (?:\w+ )?(?:procita\w*|pogleda\w*|pita\w*|slusa\w*|pazi\w*)|(?:sljedeci|iduci|drugi) put (?:\w+ )?(?:procita\w*
          |pogleda\w*|pazi\w*|provjeri\w*|pita\w*|dodite ranije|dodite na|razmisli\w*|slusa\w*|malo|vi|bolje|nemojte|krenite|ponesite|mislite|otvorite
          |kupite|uzmite|probajte|pokusajte)|procitajte (?:prije|prvo|najprije|bolje|ponovno|jos jednom|pazljiv\w*|malo|upute|pravila|uvjete|sto
          |natpis|etiketu|deklaracij\w*)|prvo (?:procita\w*|nauci\w*|provjeri\w*|pogleda\w*|razmisli\w*|se)|prije nego (?:sto )?(?:optuz\w*|napise\w*
          |kriti\w*|prozive\w*|pocnete|krenete|komentira\w*|se zali\w*|sudite|osud\w*|pljuj\w*)|ocito (?:niste|ne|ste|nemate|vam|vi|je da)
          |ocigledno (?:niste|ne|ste|nemate|vam|vi)|naravno da niste|niste (?:\w+ )?(?:procitali|pogledali|provjerili|pazili|slusali|potrudili
          |obratili|razumjeli|shvatili|pratili|znali|udostojili|u stanju|sposobni|ni pokusali|naucili|u pravu|primijetili|slijedili|upotrebljavali
          |koristili kako)|ne znate (?:citati|sto|kako|koristiti|se|cekati|ni|niti|o cemu|procitati|cijeniti|razlik\w*)|ne razumijete|ne citate
          |ne slusate|ne slusate|ne pazite|ne pratite|vi ne (?:znate|razumijete|slusate|citate|zelite|shvacate)|ne mozete (?:valjda|ocekivati|od nas
          |nas kriviti|samo|tek tako|imati sve|ni)|ne zelite (?:razumjeti|shvatiti|slusati|cuti)|pogresno ste|krivo ste (?:procitali|shvatili
          |razumjeli|narucili|koristili|ga|upisali|unijeli|dosli|usli)|sigurno ste (?:vi |ga |je |sami |to |krivo |nesto )?\w*|mora da ste|lazete
          |pretjerujete|pretjerujes|umisljate|umislili ste|nesto ste (?:pobrkali|krivo|pomijesali)|pobrkali ste|sto ste (?:ocekivali|mislili|htjeli
          |drugo)|a sto ste|sto ocekujete|sto drugo ocekujete|dobili ste (?:sto|ono|tocno ono|koliko|ono za)|koliko (?:para|novca) toliko
          |tako vam i treba|tako ti i treba|zasluzili ste (?:to|i gore|takvo)|nitko (?:se )?(?:drugi|vise|osim vas|nije (?:se )?(?:zali\w*|vas
          |natjera\w*|prisili\w*|rekao|trazio|zvao|pitao)|vas (?:ne|nije))|svi (?:ostali|drugi) (?:su|razumiju|znaju|mogu|uspij\w*|vole|nemaju|se|bez
          |to|kupci|putnici|gosti)|jedino vi|samo vi|samo vama|jedini ste|jedina ste|vi ste jedini|korisnicka greska|vasom krivnjom|vasa nepaznja
          |za to ste sami|sami ste to|mozda da (?:vi|sljedeci|iduci|prvo|malo|procitate|probate|pokusate)|mozda biste (?:vi )?(?:mogli|trebali)
          |jeste li (?:mozda )?(?:probali|pokusali) (?:procitati|citati|ukljuciti|otvoriti oci|razmisliti|doci na vrijeme)
          |zasto niste (?:\w+ )?(?:procitali|pitali|dosli|rekli|pogledali|provjerili|krenuli|pazili|otisli|slusali|prije|ranije|odmah)|tko vam je kriv
          |tko vas (?:je )?(?:tjera|natjera\w*|zva\w*|pita\w*|sili)|a tko je drugi kriv|nismo (?:vam )?mi krivi|na vama je (?:krivnja|odgovornost)
          |problem je (?:kod|u|na) va\w*|do vas je|s vama je problem|snadite se|snadi se|trebate (?:nauciti|vi|prvo|procitati|se|znati)
          |citanje (?:pomaze|nije)|pogledajte se u ogledalo|otvorite oci)\b
      | \b(?:(?:mogli|mogla|mogao) ste (?:\w+ )?i sami|i sami (?:shvatiti|zakljuciti|znati|vidjeti|procitati)|(?:pogresk\w*|gresk\w*|problem
        |krivnj\w*) (?:je )?(?:\w+ )?(?:na|s) vas\w* stran\w|s vase strane|na vasoj strani je|vasa? (?:nesposobnost|nepaznja|nemar|nestrpljenje
        |neodgovornost|nebriga)|vi ste (?:ga |je |to |ih )?(?:razbili|ostetili|pokvarili|unistili|izgubili|krivo|pogresno)|samo zato sto (?:vi|ste|vam
        |niste)|savjetujemo vam da (?:\w+ )?(?:nauci\w*|procita\w*|razmisli\w*|prestan\w*|se smiri\w*|potrazi\w*)
        |preporucujemo (?:vam )?da (?:\w+ )?(?:nauci\w*|procitate|razmislite|prestan\w*|se smiri\w*))\b
    """),
    "sarcasm": laid_out(r"""
        (?:^|[.!?] |- )(?:ma|joj|ajoj|jao|uf|oh|ah|vau|wow|bravo|super|svaka cast|naravno|sigurno|da,? da|aha|odlicno|krasno|divno|e pa|ajme|ajme meni
          |opa|gle|gle ti|hm+|haha\w*|cestitamo|cestitke)[,.! ]+(?:nemojte|nemoj|molim vas|ma|kako (?:strasno|tragicno|grozno|tuzno|originalno|strasan
          |hrabro|zgodno|uzasno|samo)|kakva (?:tragedija|katastrofa|steta|drama|strahota|nesreca)|kakvo iznenadenje|kakav (?:sok|gubitak|strucnjak
          |genij)|jadn[iaeo]|jos jedan|jos jedna|opet|strucnjac\w*|strucnjak\w*|jer (?:mi|vi|se|je)|bas (?:nam|ste|smo|sve|nas)|sve cemo|svi cemo
          |odmah (?:cemo )?(?:sve|zaustav\w*|prekid\w*|zov\w*)|zvat cemo|vi ste (?:sigurno|ocito|naj|bas|pravi|strucnjak)|otkrili ste|shvatili ste
          |pronasli ste|uspjeli ste|napokon|netko|tko bi|pa da|vidi|sad|placem|suza|srce|da ne bi|hvala (?:na (?:predavanju|lekciji|pouci|mudrosti
          |pameti|romanu|eseju)|profesor\w*))
      | \b(?:ma nemojte|ma nemoj|ma hajde|ma dajte|ma joj|ma sto nam|ma da ne|ma naravno|ma sigurno|ma da|ma bravo|aj molim|dajte molim|hajde molim
        |ajde molim|ajme tragedije|kakva tragedija|kakva drama|koja (?:tragedija|drama|katastrofa)|smak svijeta|kraj svijeta|propast svijeta
        |srce (?:nam|mi) se (?:slama|cijepa|para)|srcedrap\w*|suza (?:nam|mi)|placemo (?:zajedno|s vama|od)|jadni vi|jadna vi|jadan ti|jadna ti
        |jadnici|sirot\w+ vi|siroce|genij\w*|einstein\w*|sherlock\w*|kapetan ocit\w*|strucnjak\w* (?:opce|za sve|opce prakse|iz fotelje|se)
        |strucnjac\w* (?:opce|za sve|iz fotelje|se)|veliki strucnjac\w*|veliki strucnjak|pravi strucnjak|pravi ste strucnjak|vi ste (?:strucnjak
        |genij\w*|pravi|bas (?:pametn\w*|strucnj\w*))|vi (?:to )?(?:najbolje|sigurno|naravno|ocito) (?:to )?(?:sve )?(?:znate|bolje)
        |sigurno znate bolje|vi znate (?:sve|bolje|najbolje)|svi znamo bolje|vase (?:velicanstvo|visosti|visocanstvo|kraljev\w*)|kraljevsk\w*
        |hocete (?:li )?(?:medalju|orden|nagradu|keks|maramic\w*|da vas (?:nosimo|nahranimo)|crveni tepih)|zelite (?:li )?(?:medalju|orden
        |mozda (?:medalju|crveni|keks|orkestar|da vas)|crveni tepih|da vas (?:nosimo|nahranimo|osobno))|treba (?:li )?(?:vam |ti )?(?:maramic\w*
        |medalj\w*|zagrljaj)|zovemo (?:hitnu|vojsku|predsjednika|novine)|zvat cemo (?:hitnu|vojsku|predsjednika)|oskar\w*|nobelov\w*|za oscara
        |za nobela|steta sto niste|bas (?:nam|mi) je (?:zao|tesko|krivo)(?= (?:sto|da) (?:ste|vi|morate|niste|ne))|bas ste (?:se|nas|hrabri|originalni
        |pametni|domisljati|duhoviti|jadni|nasli|otkrili)|kako originalno|kako ste (?:se )?(?:samo|uopce|to) (?:prezivje\w*|dosjeti\w*|sjetili|pametni
        |izdrzali)|stvarno (?:mislite|ocekujete|vjerujete|se cudite|zelite)|zar (?:stvarno|vi|ste|mislite|ocekujete|ne znate|zbilja|ozbiljno|niste)
        |ozbiljno (?:mislite|ocekujete|pitate|to)|mislite li (?:stvarno|vi|ozbiljno|zbilja|da smo)|ocekujete li (?:stvarno|vi|ozbiljno|mozda|da)
        |vjerojatno ocekujete|cudo neviđeno|cudo neviden\w*|koje iznenadenje|kakvo iznenadenje|nevjerojatno otkrice|kakvo otkrice
        |otkrili ste (?:toplu vodu|ameriku)|svijet se (?:ne )?(?:vrti|okrece|nece)|vrti oko vas|pupak svijeta|centar svijeta|prekrasna prica
        |lijepa prica|zanimljiva prica|dobra bajka|lijepa bajka|bajk[ae]|price za malu djecu|hvala na (?:predavanju|lekciji|pouci|mudrosti|romanu
        |eseju|strucn\w+ (?:misljenj\w*|analiz\w*)|propovijedi|besplatn\w*|dubok\w*|otkricu)|svaka vam cast (?:na|sto)|alal vera|kapa do poda (?:na
        |sto)|carobni stapic|carobn\w* stapic\w*|kristaln\w* kugl\w*|citati misli|citamo misli|vidovit\w*|nismo carobnjaci|nismo vidoviti|princez\w*
        |zlato|srecice|dusice|mili moj|ljubavi|hahaha\w*|lol|bla bla|blabla|zijev|da vam (?:mozda )?(?:jos )?(?:pjevamo|otpjevamo|plesemo
        |donesemo u krevet|prostremo|zvacemo)|da vas (?:mozda )?(?:nosimo|nahranimo|tapsamo|pomazimo)|mozda da (?:vas|vam) (?:jos |i )?\w+
        |sto cete (?:sljedece|iduce)|sljedece cete|jos samo da|netko (?:je )?(?:danas )?(?:ustao|se probudio|ima los|ima previse)|netko (?:ocito
        |ovdje) |naravno,? (?:mi smo|jer|kriv\w*|vi ste|sve je)|krivi smo i za|jesmo li krivi i za|kriv[ie] smo (?:mi )?i za (?:kisu|vrijeme|snijeg
        |sunce))\b | 🙄 | 🤡 | 😏 | 🤦 | 🖕
      | (?:^|[.!?] )(?:joj|jao|ajme|ojoj|jadni vi|oh|uf)[,!.]+ (?:zar|je li|jesu li|jeste li|pa|nije)\b[^.!?]*\?
      | \b(?:hvala na nicemu|hvala ni na cemu|hvala za nista|kako (?:tuzno|strasno|tragicno) za vas|sto bismo bez (?:vas|vasih)|bas (?:tuzno|tragicno
        |strasno)|vas zivot|kako vam je samo tesko)\b
    """),
    "defensive": laid_out(r"""
        \b(?:nismo (?:mi )?(?:krivi|odgovorni|vas\w* (?:sluge|robovi|dadilje|roditelji|posluga)|duzni|ovdje da|carobnj\w*|vidovit\w*|robot\w*|hotel
          |humanitar\w*|dobrotvor\w*|socijaln\w*|obavezni|zainteresiran\w*|placeni|nista)|nije (?:to )?(?:nasa|na nama|do nas|nas) ?(?:krivnj\w*
          |problem|odgovornost|stvar|briga|posao|greska|pogreska)?(?=[ .,!]|$)|nema (?:to )?(?:veze s nama|nista s nama)|nemamo (?:mi )?(?:nista s tim
          |s tim nista|vremena za|sto (?:dodati|objasnj\w*|ispric\w*|s vama)|se zasto|razloga|namjeru (?:se )?(?:prepirati|raspravljati|objasnj\w*
          |ispric\w*)|potreb\w* (?:za|se))|ne krivite nas|ne svaljujte|nemojte (?:kriviti|svaljivati|nas|nam (?:soliti|docirati|drzati))
          |ne mozete nas kriviti|mi (?:smo )?(?:nista|sve napravili|sve radimo kako|uvijek radimo)\b|sve (?:smo )?(?:napravili|ucinili
          |radimo) (?:kako treba|po propisu|ispravno|kako spada|savrseno)|nismo (?:\w+ )?nista (?:\w+ )?(?:krivo|lose|skrivili)|nismo nista (?:krivo
          |lose|pogrijesili|skrivili)|nista nismo (?:krivo|lose|pogrijesili|skrivili)|(?:nas\w*) (?:\w+ ){1,2}(?:je|su) (?:\w+ )?(?:savrsen\w*
          |besprijekor\w*|ispravn\w*|odlic\w*|najbolj\w*|bez greske|u redu|bez mane)|(?:nas\w*) (?:\w+ ){0,2}(?:nikad\w*
          |uvijek) (?:\w+ )?(?:ne |grijes\w*|kasn\w*|laz\w*|su|je|radi)|s (?:nas\w*) \w+ (?:je )?sve u redu|nikad(?:a)? (?:nismo|se nitko|nitko|nije
          |nismo imali|jos)(?= .*(?:pritu\w*|zali\w*|problem\w*|prigovor\w*|imali|cuo|dogodi\w*|takv\w*))
          |nitko se (?:\w+ )?(?:nikad |dosad |do sada )?(?:ne zali|nije zali\w*|nije pozali\w*|nije bunio)|imamo (?:tisuce|stotine|puno|mnogo
          |na tisuce|na stotine|dovoljno|previse|more) (?:\w+ )?(?:zadovoljn\w*|sretn\w*|vjern\w*|normaln\w*|boljih|drugih|pametnij\w*)
          |tisuce (?:\w+ )?(?:zadovoljn\w*|sretn\w*|ljudi|putnika|kupaca)|kao sto smo (?:vam )?(?:vec|jasno|lijepo|nebrojeno|sto puta|ponovili
          |rekli vec)|vec smo (?:vam )?(?:\w+ )?(?:rekli|objasnili|odgovorili|napisali|ponovili|lijepo)|(?:rekli|objasnili|odgovorili
          |ponovili) smo (?:vam )?(?:vec|lijepo|jasno|sto puta|tri puta|dvaput|vise puta|nekoliko)|koliko (?:puta|jos|cesto) (?:\w+ )?(?:trebamo
          |moramo|treba|morate|cemo|da|vam|jos|puta|moram)|po (?:stoti|tko zna koji|treci|zadnji|peti|deseti|milijunti) put
          |zadnji put (?:vam )?(?:ponavlja\w*|objasnja\w*|kaze\w*|govori\w*|odgovara\w*)|posljednji put (?:vam )?\w+amo|koji dio (?:\w+ )?(?:ne|niste
          |vam)|sto (?:vam )?(?:tu |ovdje |tocno |jos )?nije jasno|sto (?:jos |vise |zapravo |uopce |od nas |vi )+(?:hocete|zelite|ocekujete|trebamo
          |da radimo|da)|sto (?:hocete|zelite) (?:od nas|vi|jos|vise|da)|to je (?:jednostavno |naprosto |sve )?(?:tako|zivot|nase pravo|vas problem
          |vase misljenje|laz|cista laz|obicna laz|neistina|smijesno|apsurd\w*|besmisl\w*)|takav je zivot|tako je kako je|pomirite se|naviknite se
          |navikni se|zivite s tim|prezivjet cete|prezivjeli ste|necete umrijeti|nitko nije umro|nije (?:to )?(?:smak|kraj|propast) svijeta
          |nije (?:nista )?strasno|pa sto|pa sto onda|i sto sad|sto sad|uzmi ili ostavi|uzmite ili ostavite|ako vam (?:se )?(?:\w+ )?(?:ne svida
          |nije po volji|ne odgovara|ne pase|nije dobro|ne valja|smeta|je (?:pre)?skupo)\b.{0,50}?\b(?:idite|nemojte|izvolite|druga|drugdje|drug\w*
          |kupujte|konkurencij\w*|vrata|slobodno|ne morate|pjeske|taksi\w*|potrazite|kuhajte|pecite|odite|promijenite|ostanite|kod)|idite (?:drugdje
          |negdje|kod|konkurencij\w*|pjeske|u drug\w*|onda)|odite (?:drugdje|negdje|konkurencij\w*|kod)|kupujte drugdje
          |slobodno (?:nam )?(?:se )?(?:vise )?(?:nikad\w*|nemojte|ne) |slobodno (?:idite|otidite|kupujte|odite|potrazite|se (?:zalite|odjavite)
          |prestanite|nas nemojte|odaberite drug\w*|zalite)|potrazite drug\w*|nitko vas (?:ne |nije )(?:tjera|sili|prisiljava|natjera\w*|zva\w*
          |moli\w*|pita\w*|drzi|zadrzava|treba)|tjera (?:li )?vas netko|vrata su (?:otvorena|tamo|vam)|eno vam vrata|tamo su vrata|ne moze se (?:svima
          |svakome) ugoditi|ne mozemo (?:svima|svakom\w*|svakog\w*) (?:ugoditi|udovoljiti|usreciti|zadovoljiti)|nemoguce je (?:svima|svakom\w*|vama
          |vas)|nekim ljudima|neki ljudi|nekima (?:se|nikad|nista|uvijek|je|bas)|uvijek (?:se nade|ima|isti) (?:\w+ )?(?:netko|koji|nezadovolj\w*|onih
          |nekih)|nije (?:to )?(?:tako |bas |toliko |valjda )?(?:tesko|kompliciran\w*|nuklearn\w*|znanost|visoka matematika|tolik\w* problem
          |velik\w* problem)|zdrav razum|zdravog razuma|zdravorazumsk\w*|opustite se|opusti se|polako s|bez (?:panike|drame|histerije|uvreda
          |nepotrebn\w* dram\w*)|nema potrebe (?:za )?(?:dram\w*|vikanj\w*|histerij\w*|da vicete|da se|galam\w*|panik\w*)
          |nemojte (?:se )?(?:uzbudivati|zivcirati|vikati|ljutiti|toliko|odmah|pretjerivati|biti|graditi)|pretjeruje\w*|pretjerivanj\w*
          |pretjerana? reakcij\w*|radite (?:dramu|problem|frku|cirkus|scenu|slona)|praviti (?:dramu|problem|frku|cirkus|scenu)|pravite (?:dramu
          |problem|frku|cirkus|scenu|se)|dizete (?:frku|galamu|paniku|prasinu)|od muhe slona|iz muhe slona|zbog (?:jedn\w*|par|obicn\w*|nekoliko|pet
          |malo) (?:\w+ )?(?:kiflic\w*|peciv\w*|kroasan\w*|kav\w*|minut\w*|mrvic\w*|eur\w*|kun\w*|dlak\w*|kolac\w*|sitnic\w*)(?= .*(?:drama\w*|frka
          |cirkus|histeri\w*|toliko|dizat\w*|praviti|radite|pravite)|[ ?!]*\?)|informirajte se|educirajte se|obrazujte se|provjerite (?:cinjenice
          |svoje|informacije prije|prije)|prije nego sto (?:pisete|optuzujete|komentirate)|navodn\w*|takozvan\w*|tobozn\w*|(?:zanimljivo|cudno
          |smijesno|neobicno|cudnovato) (?:kako|da|sto) (?:to )?(?:vi|se|samo|bas|ste|uvijek|nitko|svima|svi|drugima|jedino|kod)\b|osim (?:vama|vas)\b
          |cudno (?:kako|da) (?:vi|se|samo|bas|ste|nitko)|sumnjamo (?:da|u)|tesko (?:nam )?(?:je )?(?:za )?(?:povjerovati|vjerovati)
          |ne vjerujemo (?:vam|u|da)|nitko vam ne vjeruje|dokazite|imate li dokaz\w*|gdje su (?:vam )?dokazi|bez (?:ikakvih )?dokaza
          |za razliku od (?:vas|nekih)|mi (?:ovdje )?(?:radimo|imamo posla)\b|imamo (?:mi )?(?:pametnij\w*|vaznij\w*|drugog|i drugih|bolji\w*|vecih
          |ozbiljnij\w*) (?:posla|problema|stvari|kupaca|gostiju|putnika|briga)|kraj (?:rasprave|price|diskusije)|tocka\.|rasprava (?:je )?zavrsena
          |gotova prica|prica gotova|zavrsili smo (?:s|razgovor|raspravu|ovu)|necemo (?:se )?(?:\w+ )?(?:prepirati|raspravljati|objasnjavati
          |ispricavati|opravdavati|ponavljati|tolerirati|trpjeti|slusati|dopustiti da|odgovarati na|gubiti|trositi|natezati|svad\w*)
          |ne(?:mamo| cemo)? (?:se )?(?:mislimo|namjeravamo) (?:se )?(?:ispric\w*|prepir\w*|raspravlj\w*|opravdav\w*)
          |zasto bismo (?:se |mi |vam )*(?:ispric\w*|brinuli|placali|trebali|morali|vracali|marili|vjerovali)|ne duguj\w+ vam|nista vam ne duguj\w+
          |ne trebamo (?:vas\w*|takv\w*|kupce|goste|vase|savjete)|ne trebaju nam (?:kupci|gosti|vasi|ljudi|takvi|savjeti)|snaci cemo se bez
          |prezivjet cemo (?:i )?bez|necete nam (?:nedostajati|faliti)|jedan kupac (?:manje|vise)|jedna musterija|budite (?:zahvalni|sretni|realni
          |razumni|ozbiljni|zadovoljni|pametni|realniji)|trebali biste biti (?:sretni|zahvalni|zadovoljni)|sretni ste sto|imali ste srece sto
          |za te novce|za tu cijenu|za taj novac|za (?:dva|tri|pet|jedan|\d+) eur\w*,? (?:sto|ne|valjda|i)|vas\w* (?:ocekivanj\w*|zahtjev\w*|pritu\w*
          |komentar\w*|kritik\w*)\b.{0,40}\b(?:su|je) (?:smijes\w*|nereal\w*|pretjeran\w*|apsurd\w*|djetinj\w*|besmisl\w*|nebit\w*|glup\w*)
          |vasa (?:su )?ocekivanja (?:su )?(?:nerealna|pretjerana|previsoka|smijesna|vas\w*)|nerealn\w* ocekivanj\w*|lijepo (?:pise|stoji|je (?:pisalo
          |receno|napisano|oznaceno)|smo)|jasno (?:pise|stoji|je (?:pisalo|napisano|receno|navedeno|oznaceno|istaknuto)|smo)|crno na bijelo
          |sve (?:vam )?(?:lijepo )?pise|pise velikim|svi znaju|svatko (?:zna|normalan|pametan|tko)|svako dijete|i (?:malo )?dijete (?:bi|zna)
          |svaki normalan|svaka normalna|to (?:se )?(?:valjda )?(?:zna|podrazumijeva) (?:se|svatko|i|valjda)|valjda (?:se|ste|znate|je)
          |niste (?:posebni|sami na (?:svijetu|cesti)|centar|u poziciji|na moru|u hotelu|kod kuce)|nismo (?:valjda )?(?:mi )?(?:vas\w*|ritz|hotel)
          |dosta (?:nam )?je\b|dosta vise|dosta s|ne da nam se|neka vam bude|kako god|kako hocete|mislite (?:si )?sto (?:hocete|zelite)
          |pisite sto (?:hocete|zelite)|zalite se kome|zalite se (?:slobodno|koliko)|vasa steta|vas gubitak|vasa stvar|sami (?:si )?(?:pecite|ispecite
          |napravite|skuhajte|popravite)|ispecite sami|kupite (?:si )?auto|uzmite taksi|hodajte|idite pjeske|strpljenja|strpljenje je
          |malo strpljenja)\b(?! (?:zamolili|molimo|i hvala))
      | \b(?:zao (?:nam|mi) je (?:sto|ako|da) (?:se )?(?:tako|to tako|vi) (?:se )?(?:osjecate|mislite|dozivljavate|vidite|smatrate)|sto je tu je
        |pravila su pravila|stojimo iza (?:svo\w*|nas\w*|odluk\w*)|stajemo iza|(?:vas|takav|ovakav|taj) ton\b|nijedan (?:\w+ )?(?:kupac|gost
        |putnik) (?:se )?(?:\w+ )?(?:nije|jos)|ostanite (?:doma|kod kuce)|(?:previse|preskup\w*|presporo|preglasno|predaleko) (?:za vas|,? (?:ostan\w*
        |id\w*|kupuj\w*|hoda\w*|pjes\w*))|nismo (?:vam|vase|vasi|nicij\w*) (?:sluge|robovi|posluga|sluzbenici|dadilje)|nismo (?:vam )?(?:duzni|obvezni
        |obavezni)|nemamo se (?:za sto|zasto) ispric\w*|nemamo (?:\w+ )?za sto ispric\w*|bili smo (?:potpuno )?u pravu|dosta (?:nam )?je (?:ljudi
        |kupaca|gostiju|onih)|cinjenice su)\b
      | \b(?:idemo dalje|krivi ste(?: vi)?|u krivu ste|vi ste (?:prvi )?(?:bili )?(?:nepristojn\w*|bezobrazn\w*|agresivn\w*|u krivu)|nemojte se cuditi
        |bit ce posljedica|(?:mozemo|snaci cemo se) (?:\w+ )?(?:i )?bez vas|radite scen\w*|pravite scen\w*|umjesto (?:zahvale|hvala
        |da (?:nam )?zahvalite)|(?:slusati|drzati|trpjeti) predavanj\w*|otkad je (?:to )?nas posao|na vasem mjestu|evo (?:nam )?opet|evo ga opet
        |dobili ste odgovor)\b
    """),
}
