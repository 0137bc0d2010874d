"""German: the words by which the press says who said what. Only data.

Nouns are capitalised, so a capital says little; roles and bodies are known by how they end ("-ministerin", "-amt"),
and a subject may stand behind any verb.
"""

from __future__ import annotations

from audiofy.script.quotes.languages.grammar import Grammar, classes, gendered

# Weak verbs by their stem: present, past and participle are formed. A stem may carry its own participle after a colon.
_WEAK_SPEECH = """
sag:gesagt erklär:erklärt mein:gemeint betont:betont äußer:geäußert warn:gewarnt forder:gefordert erläuter:erläutert
ergänz:ergänzt frag:gefragt antwort:geantwortet erwider:erwidert kommentier:kommentiert kritisier:kritisiert
begründ:begründet bekräftig:bekräftigt versicher:versichert behaupt:behauptet bericht:berichtet erzähl:erzählt
mahn:gemahnt klag:geklagt schilder:geschildert formulier:formuliert zitier:zitiert bestätig:bestätigt
konstatier:konstatiert resümier:resümiert prophezei:prophezeit scherz:gescherzt schwärm:geschwärmt beton:betont
entgegn:entgegnet twitter:getwittert unterstrich:unterstrichen argumentier:argumentiert appellier:appelliert
versprech:versprochen wetter:gewettert poch:gepocht unterstreich:unterstrichen erinner:erinnert urteil:geurteilt
lob:gelobt gratulier:gratuliert teil:mitgeteilt füg:hinzugefügt räum:eingeräumt kündig:angekündigt stell:festgestellt
führ:ausgeführt leg:nachgelegt skandier:skandiert setz:fortgesetzt wiederhol:wiederholt ruf:gerufen beklag:beklagt
dement:dementiert dementier:dementiert präzisier:präzisiert reagier:reagiert verkünd:verkündet verlaut:verlautet
vermut:vermutet bedauer:bedauert bemerk:bemerkt charakterisier:charakterisiert verteidig:verteidigt
fass:zusammengefasst bilanzier:bilanziert schimpf:geschimpft meckr:gemeckert wettr:gewettert polter:gepoltert
flüster:geflüstert raun:geraunt brüll:gebrüllt jubel:gejubelt jubl:gejubelt seufz:geseufzt witzel:gewitzelt
konter:gekontert parier:pariert grübel:gegrübelt stöhn:gestöhnt lach:gelacht grins:gegrinst spott:gespottet
lästr:gelästert läster:gelästert prahl:geprahlt beteuer:beteuert gelob:gelobt
rüg:gerügt monier:moniert bemängel:bemängelt verdeutlich:verdeutlicht stichel:gestichelt
mutmaß:gemutmaßt spekulier:spekuliert philosophier:philosophiert analysier:analysiert ereifer:ereifert
brumm:gebrummt murmel:gemurmelt knurr:geknurrt nuschel:genuschelt flachs:geflachst feix:gefeixt
schmunzel:geschmunzelt hauch:gehaucht kreisch:gekreischt grummel:gegrummelt nörgel:genörgelt stammel:gestammelt
stotter:gestottert moser:gemosert beschwör:beschworen
frohlock:frohlockt kräh:gekräht schnauf:geschnauft unk:geunkt post:gepostet tweet:getweetet freu:gefreut wunder:gewundert ärger:geärgert empör:empört
"""
_WEAK_REPORT = """
nenn:genannt bezeichn:bezeichnet glaub:geglaubt hoff:gehofft wünsch:gewünscht bewert:bewertet würdig:gewürdigt
verurteil:verurteilt verlang:verlangt plädier:plädiert begrüß:begrüßt lehn:abgelehnt beschuldig:beschuldigt
bezweifel:bezweifelt beschwer:beschwert entschuldig:entschuldigt verweis:verwiesen meld:gemeldet denk:gedacht
schätz:geschätzt wert:gewertet droh:gedroht definier:definiert rechtfertig:gerechtfertigt unterstell:unterstellt
titel:getitelt tauf:getauft empfehl:empfohlen beurteil:beurteilt vergleich:verglichen bescheinig:bescheinigt
attestier:attestiert propagier:propagiert feier:gefeiert brandmark:gebrandmarkt titulier:tituliert betitel:betitelt
verspott:verspottet preis:gepriesen rechn:gerechnet befürcht:befürchtet deut:gedeutet akzeptier:akzeptiert
diagnostizier:diagnostiziert
"""
_STRONG_SPEECH = """
findet fand finden fanden hielt hält hielten
sprach spricht sprachen sprechen schrieb schreibt schrieben hieß heißt beschrieb beschreibt rief riefen bat bittet
versprach verspricht gab gibt gaben geben wies weist hob hebt bekannte bekennt unterstrich unterstreicht widersprach
widerspricht verriet verrät gestand gesteht warf wirft werfen warfen schloss schließt fuhr fährt
"""
_STRONG_REPORT = "nannte nennt nannten empfahl empfiehlt dachte empfand empfindet verwies verglich vertritt vertrat"
_STRONG_SAYING = """
gesprochen geschrieben geheißen beschrieben gerufen gebeten gegeben hingewiesen hervorgehoben gestanden verraten
gesehen geworfen vorgeworfen widersprochen zurückgewiesen
"""
# What a compound ends in that names somebody by what they do; the first line of men and women, then of women only.
_MALE_ROLES = """
minister präsident sprecher chef kanzler direktor leiter kommissar senator meister trainer politiker vertreter anwalt
richter sekretär funktionär forscher wissenschaftler spieler führer berater manager experte journalist redakteur autor
schriftsteller historiker professor dozent arzt lehrer könig prinz bischof papst kardinal pfarrer imam botschafter
diplomat offizier general oberst soldat polizist beamter ermittler inspektor fahrer pilot unternehmer ökonom analyst
gründer inhaber besitzer verkäufer händler nachbar bewohner anwohner bürger kandidat gegner kritiker sieger verlierer
stürmer torwart kapitän sportler fan sänger musiker regisseur schauspieler künstler produzent seismologe biologe
geologe psychologe soziologe meteorologe virologe theologe archäologe mediziner physiker chemiker informatiker
ingenieur techniker entwickler programmierer landwirt bauer gewerkschafter aktivist demonstrant mann vater sohn bruder
onkel großvater herr junge vize landrat stadtrat dezernent intendant moderator kommandeur sachverständiger gutachter
dirigent rektor komponist pianist geiger maler fotograf kurator architekt apotheker bäcker wirt koch lokführer schaffner
passant besucher käufer rentner student schüler tourist radfahrer urlauber wanderer spaziergänger autofahrer reisender
fraktionschef parteichef landeschef vereinschef klubchef behördenchef polizeichef ressortchef senatschef bankchef
sportchef astronaut kosmonaut
sanitäter zeuge passagier überlebender augenzeuge mitarbeiter kollege kunde veranstalter organisator
"""
_FEMALE_ROLES = """
ministerin präsidentin sprecherin chefin kanzlerin direktorin leiterin kommissarin senatorin meisterin trainerin
politikerin vertreterin anwältin richterin sekretärin funktionärin forscherin wissenschaftlerin spielerin führerin
beraterin managerin expertin journalistin redakteurin autorin schriftstellerin historikerin professorin ärztin
lehrerin königin prinzessin bischöfin pfarrerin botschafterin diplomatin offizierin soldatin polizistin beamtin
ermittlerin pilotin unternehmerin ökonomin analystin gründerin inhaberin besitzerin nachbarin bewohnerin anwohnerin
bürgerin kandidatin gegnerin kritikerin siegerin stürmerin sängerin musikerin regisseurin schauspielerin künstlerin
seismologin biologin psychologin soziologin meteorologin virologin medizinerin physikerin ingenieurin aktivistin frau
dirigentin rektorin komponistin pianistin malerin fotografin kuratorin architektin apothekerin bäckerin wirtin köchin
passantin besucherin käuferin rentnerin studentin schülerin touristin radfahrerin urlauberin wanderin spaziergängerin
autofahrerin verkäuferin händlerin bäuerin landrätin stadträtin dezernentin gutachterin moderatorin dozentin
fraktionschefin parteichefin landeschefin vereinschefin klubchefin behördenchefin polizeichefin ressortchefin senatschefin
bankchefin sportchefin astronautin kosmonautin
mutter tochter schwester tante großmutter dame zeugin mitarbeiterin kollegin kundin
"""
_OTHER_ROLES = """
vorsitzende vorsitzender vorsitzenden abgeordnete abgeordneter abgeordneten beauftragte beauftragter beauftragten
vorstand beamte beamten angestellte überlebende anhänger leute person menschen experten kritiker politiker vertreter
demonstranten journalisten forscher bewohner anwohner eltern kinder studenten schüler opfer zeugen augenzeugen
mitglied mitglieder verantwortliche angehörige
"""
# Other forms of some: "Kritikern entgegnete er", "die Astronauten Rau und Moos".
_PLURALS = " " + " ".join(
    [f"{role}n" for role in _MALE_ROLES.split() if role.endswith(("er", "oge"))]
    + [f"{role}en" for role in _MALE_ROLES.split() if role.endswith(("ist", "ent", "ant", "aut", "at", "ot"))]
)
_BODIES = """
amt ministerium verband partei polizei gericht regierung agentur zeitung bericht gesellschaft universität unternehmen
konzern bank behörde kirche gewerkschaft bund fraktion klub club verein studie schreiben mitteilung erklärung
kommission rat parlament bundestag senat organisation institut stiftung botschaft anwaltschaft feuerwehr armee
initiative bündnis koalition opposition presse magazin sender portal webseite website brief text urteil gesetzbuch
gesetz grundgesetz stellungnahme meldung nachricht dokument papier plakat transparent rede interview union vereinigung
team firma hersteller betreiber gmbh ag e.v hochschule schule zentrale verwaltung stadt
"""

# Of those, what the press calls somebody by whom it has just named. Nobody in a court or a street: "der Richter" is one
# whom the article need not name.
_EPITHETS = """
minister präsident kanzler trainer politiker funktionär forscher wissenschaftler spieler manager autor schriftsteller
historiker professor sänger musiker regisseur schauspieler künstler stürmer torwart torhüter kapitän sportler unternehmer gründer
verteidiger angreifer kandidat dirigent rektor komponist pianist parteichef vorstandschef firmenchef konzernchef regierungschef ökonom biologe
ministerin präsidentin kanzlerin trainerin politikerin funktionärin forscherin wissenschaftlerin spielerin managerin
autorin schriftstellerin historikerin professorin sängerin musikerin regisseurin schauspielerin künstlerin stürmerin
unternehmerin gründerin kandidatin dirigentin rektorin komponistin pianistin parteichefin vorstandschefin firmenchefin
konzernchefin regierungschefin ökonomin biologin
"""
# What carries a name in marks right behind it: the initiative „…“.
_NAMED = """
bürgerinitiative initiative bündnis verein film spielfilm roman buch song lied album band oper theaterstück ausstellung
serie sendung aktion kampagne projekt motto titel magazin zeitschrift
"""

# Verbs that say something only with what stands further on: "teilte … mit".
_SEPARABLE = """
teil:mit füg:hinzu,an räum:ein kündig:an stell:fest,klar führ:aus leg:nach setz:fort lehn:ab fass:zusammen
"""
_STRONG_SEPARABLE = """
gab:bekannt,an,zu gibt:bekannt,an,zu gaben:bekannt,an,zu geben:bekannt,an,zu wies:zurück,hin weist:zurück,hin
hielt:für,dagegen,fest hält:für,dagegen,fest hielten:für,dagegen,fest
hob:hervor hebt:hervor warf:vor wirft:vor werfen:vor warfen:vor fuhr:fort fährt:fort schloss:an,ab schließt:an,ab
"""

_INFLECTED = ("e", "t", "te", "ten", "en", "et", "ete", "eten")


def _forms(lines: str) -> tuple[str, str]:
    """Finite forms and participles of the weak verbs in `lines`."""
    finite: list[str] = []
    participles: list[str] = []
    for entry in lines.split():
        stem, participle = entry.split(":")
        finite += [stem + ending for ending in _INFLECTED]
        participles.append(participle)
    return " ".join(finite), " ".join(participles)


def _separable() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for entry in _SEPARABLE.split():
        stem, particles = entry.split(":")
        found |= {stem + ending: frozenset(particles.split(",")) for ending in _INFLECTED}
    for entry in _STRONG_SEPARABLE.split():
        form, particles = entry.split(":")
        found[form] = frozenset(particles.split(","))
    return found


def _joined() -> str:
    """Separable verbs as they close a clause: "wie Rau mitteilte"."""
    pairs = [entry.split(":") for entry in _SEPARABLE.split()]
    weak = [part + stem + ending for stem, parts in pairs for part in parts.split(",") for ending in ("t", "te", "ten")]
    strong = [entry.split(":") for entry in _STRONG_SEPARABLE.split()]
    return " ".join(weak + [part + form for form, parts in strong for part in parts.split(",")])


_speech, _said = _forms(_WEAK_SPEECH)
_report, _reported = _forms(_WEAK_REPORT)

_PLACES = """
deutschland österreich schweiz frankreich italien spanien portugal england großbritannien irland schottland
niederlande belgien luxemburg dänemark schweden norwegen finnland polen tschechien slowakei ungarn rumänien bulgarien
griechenland türkei russland ukraine weißrussland serbien kroatien bosnien albanien kosovo mazedonien slowenien
estland lettland litauen europa asien afrika amerika australien usa kanada mexiko kuba brasilien argentinien chile
peru kolumbien venezuela israel palästina syrien libanon jordanien irak iran afghanistan pakistan indien china japan
korea nordkorea südkorea vietnam thailand indonesien neuseeland ägypten libyen tunesien marokko algerien sudan
südsudan somalia kenia nigeria südafrika kongo äthiopien berlin hamburg münchen köln frankfurt stuttgart düsseldorf
dortmund essen leipzig bremen dresden hannover nürnberg duisburg bochum wuppertal bonn münster karlsruhe mannheim
augsburg wiesbaden gelsenkirchen braunschweig kiel chemnitz aachen halle magdeburg freiburg lübeck erfurt rostock
mainz kassel saarbrücken potsdam wien zürich bern genf basel brüssel paris london rom madrid moskau kiew warschau prag
budapest athen istanbul ankara washington peking tokio bayern sachsen hessen thüringen brandenburg niedersachsen
saarland nordrhein-westfalen rheinland-pfalz baden-württemberg schleswig-holstein mecklenburg-vorpommern
sachsen-anhalt
"""

GRAMMAR = Grammar(
    language="de",
    words=classes(
        speech=_speech + " " + _STRONG_SPEECH + " " + _joined(),
        report=_report + " " + _STRONG_REPORT,
        saying=_said + " " + _reported + " " + _STRONG_SAYING,
        auxiliary="""hat habe haben hatte hatten ist sind war waren sei seien wäre wären wird werden wurde wurden werde
            würde würden kann könne können konnte konnten könnte könnten soll solle sollen sollte sollten will wolle
            wollen wollte wollten muss müsse müssen musste mussten müsste darf dürfe dürfen durfte dürfte mag möchte
            möchten lässt ließ bleibt blieb""",
        adverb="""auch aber dann danach zuvor später heute gestern morgen bereits schon noch nur sogar selbst zudem
            außerdem weiter weiterhin ferner zugleich gleichzeitig dabei dazu daher deshalb deswegen darum damit
            dagegen hingegen allerdings jedoch dennoch trotzdem schließlich zuletzt erneut wieder wiederum
            anschließend daraufhin hierzu hierbei dort hier nun jetzt wörtlich scharf deutlich offiziell öffentlich
            inzwischen mittlerweile unterdessen indes indessen insbesondere besonders vor-allem lediglich etwa rund
            knapp ebenfalls ebenso gar sehr mehrfach kürzlich jüngst einst damals sofort immer nie oft manchmal
            vielleicht wohl offenbar angeblich demnach nämlich so einmal erst erstmals endlich letztlich nochmals
            mehr weniger ganz eher fast abends morgens mittags relativierend einschränkend ergänzend abschließend
            wörtlich sinngemäß bisher seitdem seither zunächst früher anfangs plötzlich meist meistens häufig irgendwann niemals
            draußen drinnen drüben oben unten nebenan daheim tagsüber nachts neulich vorher nachher hinterher seinerzeit
            übrigens tatsächlich eigentlich jedenfalls stattdessen außen innen überall nirgends selten stets längst""",
        determiner="""der die das den dem des ein eine einer eines einem einen dieser diese dieses diesen diesem jener
            jene jenes jeder jede jedes jeden alle allen aller manche mancher viele vielen einige einigen einiger
            mehrere mehreren beide beiden keine kein keiner zwei drei vier fünf sechs sieben acht neun zehn
            zahlreiche andere anderen weitere""",
        article="der die das den dem des ein eine einer eines einem einen",
        possessive="""deren dessen mein meine meiner meines meinem meinen dein sein seine seiner seines seinem seinen ihr ihre ihrer
            ihres ihrem ihren unser unsere unserer unseres unserem unseren euer eure""",
        preposition="""in im ins an am ans auf aufs aus bei beim mit nach von vom vor vorm zu zum zur über übers um
            unter unterm durch durchs für fürs gegen ohne bis seit während wegen trotz gegenüber zwischen neben
            hinter als per pro laut gemäß zufolge entgegen entlang anlässlich aufgrund angesichts mittels bezüglich
            hinsichtlich infolge innerhalb außerhalb oberhalb unterhalb anstatt statt samt nahe dank ab binnen""",
        conjunction="""und oder aber denn sondern doch weil da wenn falls obwohl während nachdem bevor ehe damit sodass
            ob dass indem sobald solange sofern wie wobei sowie""",
        subject="er sie es ich wir ihr man jemand niemand",
        objective="ihn ihm ihnen mich mir dich dir uns euch",
        relative="welcher welche welches wer was wo woran worauf wofür deren dessen",
        title="""herr frau dr prof doktor professor bundeskanzler bundeskanzlerin kanzler kanzlerin bundespräsident
            bundespräsidentin präsident präsidentin ministerpräsident ministerpräsidentin könig königin prinz
            prinzessin papst kardinal erzbischof bischof general oberst sir lord lady graf baron fürst scheich pater
            schwester""",
        time="""montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend januar februar märz april mai
            juni juli august september oktober november dezember montagabend dienstagabend mittwochabend
            donnerstagabend freitagabend samstagabend sonntagabend vormittag nachmittag abend morgen nacht woche
            monat jahr jahre jahren tage tagen uhr wochenende montags""",
        function="""nicht kein nein ja wenn als wie während obwohl weil da falls nachdem bevor dies das hier dort dabei
            dazu so auch bei nach im in am an auf aus mit von zu zur zum für gegen durch über unter vor seit trotz
            wegen laut heute gestern zudem außerdem ferner weiterhin erst bereits schon noch nur jedoch allerdings
            dennoch trotzdem deshalb daher somit damit dadurch darüber darin daran danach davor zuvor später derzeit
            aktuell ebenso ebenfalls insgesamt vielmehr zumindest mindestens rund etwa knapp über fast genau nahezu
            statt anstatt ohne anders anlass grund ziel hintergrund dafür dagegen demnach hierbei hierfür hinzu nun
            jetzt einerseits andererseits vor bisher bislang zunächst schließlich letztendlich mittlerweile
            inzwischen unterdessen währenddessen kurz bald warum wer was wo wann wieso weshalb welche welcher
            immerhin natürlich sicher wirklich möglicherweise wahrscheinlich offensichtlich angeblich vermutlich
            gerade eben sogar selbst besonders vor allem insbesondere""",
        mentioned="""sogenannte sogenannten sogenannter genannt genannte begriff wort wörter namens titel stichwort kurz
            abgekürzt""",
        particle="von van de der den zu bin ibn al el di da",
        negation="nicht nie kein keine",
        passive="wird werden wurde wurden worden",
        cited="zitiert",
        agent="von vom durch",
        likening="als",
        complement="dass als",
        citing="laut nach so gemäß",
        reflexive="sich",
        indefinite="ein eine einer eines einem einen als von keine kein",
        subjunctive="""sei seien habe werde könne müsse solle wolle dürfe gehe gebe stehe komme bleibe liege handle
            wisse brauche lasse mache führe finde sehe""",
        opinion="ansicht meinung auffassung einschätzung darstellung überzeugung worten angaben aussage",
        impersonal="es",
        place=_PLACES,
    ),
    endings=classes(
        role=_MALE_ROLES + _FEMALE_ROLES + _OTHER_ROLES + _PLURALS,
        epithet=_EPITHETS,
        body=_BODIES,
        mentioned=_NAMED,
    ),
    joins=frozenset("und sowie".split()),
    genders=gendered(female="sie ihre ihrer frau " + _FEMALE_ROLES, male="er ihn ihm seine seiner herr " + _MALE_ROLES)
    | gendered(
        female="bundeskanzlerin kanzlerin bundespräsidentin präsidentin ministerpräsidentin königin prinzessin lady",
        male="vorsitzender abgeordneter beauftragter bundeskanzler kanzler bundespräsident ministerpräsident papst kardinal erzbischof sir lord",
    ),
    given=gendered(
        female="""angela ursula anna maria monika petra sabine renate gisela karin brigitte helga ingrid erika christa
            claudia andrea susanne martina birgit heike gabriele barbara stefanie nicole julia katharina kathrin
            katrin christine christina elisabeth eva franziska hannah hanna heidi helene ilse inge jana johanna
            judith jutta karla lena lisa luise margarete marie marion martha melanie nadine nina olga rita rosa ruth
            sandra sarah silke simone sonja sophie stephanie susanna sylvia tanja theresa ulla ulrike ute vera
            veronika waltraud hillary condoleezza anne annette anja antje astrid bärbel beate bettina carola
            cornelia dagmar doris edith ellen elke friederike gerda gertrud gudrun hannelore hildegard irene iris
            isabel kerstin kirsten laura lydia manuela margit marlene michaela regina rosemarie sigrid silvia tina
            valentina verena viola yvonne alice""",
        male="""peter michael thomas andreas wolfgang klaus jürgen günter stefan christian uwe werner horst frank
            dieter manfred gerhard hans bernd thorsten torsten mathias matthias helmut walter heinz martin jörg rolf
            jens sven alexander jan rainer holger karl dirk joachim ralf carsten herbert oliver wilhelm kurt markus
            heinrich harald paul hermann rudolf otto norbert siegfried georg detlef volker ulrich friedrich johannes
            jochen konrad ludwig lothar max moritz philipp reinhard reiner robert roland sebastian siegmar sigmar
            stephan theo tobias udo willi winfried wladimir boris george john david james william richard joseph
            daniel mark paul barack bill tony gordon nicolas jacques silvio recep mahmud ali hassan mohammed ahmed
            abdullah josé juan carlos luis franz fritz gustav ernst erich eugen felix ferdinand florian gregor guido
            hubert hugo jakob joschka josef julian kai lars leon lukas marcel marco mario nils olaf patrick ronald
            rüdiger sigmund simon steffen tim timo valentin viktor vincent wolf xaver anton arnold artur august axel
            benedikt benjamin björn christoph claus edmund egon elmar emil erwin""",
    ),
    nominative=frozenset({"er", "ich", "wir", "man"}),
    writers=frozenset({"ich", "wir"}),
    plural_verbs={"sie": ("en", "sind")},
    particles=_separable(),
    titles={"bundeskanzlerin": "kanzlerin", "bundeskanzler": "kanzler"},
    according=(
        ("laut",),
        ("gemäß",),
        ("nach", "dem", "willen"),
        ("nach", "den", "worten"),
        ("nach", "den", "angaben"),
        *(
            ("nach", noun)
            for noun in """angaben angabe aussage aussagen meinung ansicht auffassung darstellung einschätzung worten
                information informationen bericht berichten""".split()
        ),
    ),
    behind=(("so",),),
    abbreviations=frozenset(
        "dr prof hr fr st jr sr bzw ca z.b u.a d.h usw etc nr abs art str inkl mio mrd evtl vgl geb gen bspw".split()
    ),
    epithets=("er", "erin", "ist", "istin", "oge", "ogin", "or", "orin"),
    aged=("-jährige", "-jähriger", "-jährigen"),
    past=("te", "t"),
    oblique=frozenset("dem den des einem einen allen ihm ihnen".split()),
    owners=frozenset({"der", "des"}),
    abstract=("ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "tion", "tionen", "tät", "ismus", "nis"),
    inverted=True,
    verb_second=True,
    genitive=False,
    nouns_capitalised=True,
)
