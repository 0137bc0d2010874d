"""Polish: the words by which the press says who said what. Only data.

The past tense of a verb tells its speaker's gender: "powiedział" he, "powiedziała" she.
"""

from __future__ import annotations

from audiofy.script.quotes.languages.grammar import Grammar, classes, gendered

_PAST = """
powiedział stwierdził dodał podkreślił zaznaczył wyjaśnił napisał zapytał pytał odpowiedział odparł oświadczył ogłosił
przyznał zapewnił ocenił poinformował przekonywał tłumaczył mówił zauważył zapowiedział ostrzegł skomentował apelował
zaapelował przypomniał wskazał argumentował relacjonował opowiadał wspominał krzyknął krzyczał szepnął obiecał
zaprzeczył potwierdził skrytykował żartował zakończył kontynuował
"""
_PRESENT = """
mówi twierdzi dodaje podkreśla zaznacza wyjaśnia pisze pyta odpowiada oświadcza przyznaje zapewnia ocenia informuje
przekonuje tłumaczy zauważa zapowiada ostrzega komentuje apeluje przypomina wskazuje argumentuje relacjonuje opowiada
wspomina potwierdza mówią twierdzą dodają podkreślają powiedzieli stwierdzili dodali
"""
_FEMALE_ROLES = """
rzeczniczka ministra prezydentka burmistrzyni dyrektorka posłanka senatorka przewodnicząca szefowa wicepremierka
profesorka naukowczyni badaczka historyczka dziennikarka pisarka autorka aktorka piosenkarka lekarka pielęgniarka
nauczycielka sędzia-kobieta adwokatka prawniczka kandydatka aktywistka mieszkanka sąsiadka studentka kobieta matka
siostra córka żona ciotka babcia królowa księżna trenerka zawodniczka
"""
_MALE_ROLES = """
rzecznik prezydent burmistrz dyrektor poseł senator przewodniczący szef premier wicepremier profesor naukowiec badacz
historyk dziennikarz pisarz autor aktor piosenkarz lekarz nauczyciel sędzia adwokat prawnik kandydat aktywista
mieszkaniec sąsiad student mężczyzna ojciec brat syn mąż wujek dziadek król książę papież kardynał trener zawodnik
minister wojewoda generał pułkownik prokurator policjant strażak ekspert
"""


def _female(past: str) -> str:
    return " ".join(f"{form}a" for form in past.split())


GRAMMAR = Grammar(
    language="pl",
    words=classes(
        speech=_PAST + " " + _female(_PAST) + " " + _PRESENT,
        report="""nazwał nazwała nazywa określił określiła określa uważa uważają uważał uważała wierzy sądzi oskarżył
            oskarżyła krytykuje opisał opisała opisuje chwali pochwalił pochwaliła""",
        saying="mówiąc dodając podkreślając twierdząc powiedziane",
        auxiliary="jest są był była było byli będzie został została może musi ma mają miał miała",
        adverb="""też także potem później wczoraj dziś dzisiaj jutro już zawsze nigdy ponadto następnie wreszcie
            niedawno wcześniej jeszcze tylko bardzo jednak również obecnie wyraźnie""",
        determiner="ten ta to te ci tego tej tych jeden jedna dwa trzy kilku wielu niektórzy wszyscy każdy żaden",
        indefinite="jako",
        possessive="mój moja moje twój jego jej ich nasz nasza swój swoja swoje swoją",
        preposition="""w we z ze na do od dla o po przed przez przy pod nad za bez między u wobec według zdaniem
            podczas oprócz mimo""",
        conjunction="i a oraz lub albo ale lecz więc bo ponieważ gdy kiedy jeśli choć jak",
        complement="że iż",
        subject="on ona oni one ja my pan pani",
        objective="jego jej go ją mu im nam mnie mi nas was się",
        reflexive="się",
        relative="który która które którzy kto co gdzie",
        negation="nie",
        title="""pan pani dr prof gen płk ks bp abp premier prezydent minister marszałek poseł posłanka senator
            kardynał papież król królowa książę""",
        role="źródła eksperci mieszkańcy świadkowie świadek policjanci protestujący rodzice"
        + _FEMALE_ROLES
        + _MALE_ROLES,
        body="""oświadczenie oświadczeniu komunikat komunikacie raport raporcie list liście badanie sondaż gazeta
            dziennik agencja rząd ministerstwo partia związek organizacja firma spółka grupa policja prokuratura sąd
            sejm senat komisja komitet bank uniwersytet szpital kościół urząd""",
        time="""poniedziałek wtorek środa środę czwartek piątek sobota sobotę niedziela niedzielę stycznia lutego marca
            kwietnia maja czerwca lipca sierpnia września października listopada grudnia rano wieczorem noc dzień
            tydzień miesiąc rok roku""",
        adjective="polski polska polskie amerykański niemiecki francuski rosyjski ukraiński europejski",
        function="""tu tam tak nie dlaczego ile po przed podczas jednak więc ponadto według zdaniem zapytany zapytana
            to wszystko nic gdy kiedy jeśli choć oto""",
        mentioned="słowo słowa termin określenie tytuł tytułem tzw zwany zwana zwane nazwą hasło hasłem",
        particle="de von van",
        citing="według zdaniem jak",
        likening="jako",
    ),
    joins=frozenset("i oraz".split()),
    genders=gendered(
        female="ona jej pani " + _FEMALE_ROLES,
        male="on jego pan " + _MALE_ROLES,
    ),
    verb_genders=gendered(female=_female(_PAST), male=_PAST),
    given=gendered(
        female="""anna maria katarzyna małgorzata agnieszka barbara ewa krystyna elżbieta magdalena joanna monika zofia
            teresa danuta halina irena jolanta justyna aleksandra dorota beata marta renata hanna alicja natalia
            iwona julia karolina paulina olga""",
        male="""jan andrzej piotr krzysztof stanisław tomasz paweł marcin michał marek grzegorz józef jerzy tadeusz
            adam łukasz zbigniew ryszard dariusz henryk mariusz kazimierz wojciech robert mateusz marian rafał jacek
            janusz mirosław maciej sławomir jarosław kamil wiesław roman władysław jakub artur zdzisław edward
            mieczysław damian dawid przemysław sebastian czesław leszek donald lech""",
    ),
    according=(("według",), ("zdaniem",)),
    abbreviations=frozenset("dr prof gen płk ks bp abp inż mgr św ul tzw np m.in r".split()),
    inverted=True,
    genitive=False,
    inflected=True,
    drops_pronouns=True,
    dashes=True,
)
