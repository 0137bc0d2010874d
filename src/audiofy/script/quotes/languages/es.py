"""Spanish: the words by which the press says who said what. Only data."""

from __future__ import annotations

from audiofy.script.quotes.languages.grammar import Grammar, classes, gendered

# Verbs in -ar by their stem: five forms of each that reports are written in.
_AR = """
afirm declar explic señal asegur indic destac coment anunci reclam recalc subray lament critic denunci pregunt contest
agreg manifest apunt confirm insist-x relat cont augur avis reiter alert conden celebr opin aclar justific recomend
argument exclam grit murmur alab avanz record protest ironiz cuestion zanj
"""
_OTHER = """
dijo dice dicen dijeron decía añadió añade añaden escribió escribe respondió responde advirtió advierte sostuvo
sostiene reconoció reconoce admitió admite prometió promete insistió insiste concluyó concluye pidió pide refirió
refiere expuso expone repitió repite desmintió desmiente predijo exigió exige explicó explica replicó replica criticó
critica recalcó recalca destacó indicó comentó contó cuenta tuiteó tuitea
"""
_FEMALE_ROLES = """
presidenta ministra directora alcaldesa senadora diputada jueza abogada portavoza doctora profesora científica
investigadora historiadora escritora autora actriz cantante-mujer reina princesa mujer madre hermana hija esposa tía
abuela señora vecina estudianta candidata jefa fundadora consejera secretaria entrenadora jugadora concejala médica
"""
_MALE_ROLES = """
presidente ministro director alcalde senador diputado abogado doctor profesor científico investigador historiador
escritor autor actor rey príncipe hombre padre hermano hijo esposo marido tío abuelo señor vecino candidato jefe
fundador consejero secretario entrenador jugador concejal médico papa cardenal
"""


def _ar(stems: str) -> str:
    return " ".join(stem + ending for stem in stems.split() for ending in ("ó", "a", "aron", "an", "aba"))


def _participles(stems: str) -> str:
    return " ".join(f"{stem}ado" for stem in stems.split())


GRAMMAR = Grammar(
    language="es",
    words=classes(
        speech=_ar(_AR) + " " + _OTHER,
        saying=_participles(_AR)
        + " dicho añadido escrito respondido advertido reconocido admitido prometido insistido concluido pedido diciendo añadiendo",
        report="""calificó califica llamó llama describió describe cree creen piensa espera teme consideró considera
            acusó acusa defendió defiende rechazó rechaza habló habla citó cita tachó tacha tildó tilda""",
        auxiliary="ha han había habían habrá es son era eran fue fueron será está están estaba va van puede debe",
        adverb="""también luego después entonces ayer hoy mañana ya siempre nunca además así asimismo finalmente
            recientemente posteriormente anoche claramente simplemente muy más todavía aún no""",
        determiner="""el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel aquella varios
            varias algunos algunas todos todas cada ningún ninguna dos tres cuatro cinco""",
        article="el la los las un una",
        indefinite="un una como",
        possessive="mi mis tu tus su sus nuestro nuestra nuestros nuestras",
        preposition="""de del a al en con por para sin sobre bajo desde hasta entre contra hacia según durante mediante
            ante tras""",
        conjunction="y e o u pero sino aunque porque cuando mientras si como",
        complement="que",
        subject="él ella ellos ellas yo nosotros nosotras usted ustedes",
        objective="le les lo me te se nos os",
        reflexive="se",
        relative="que quien quienes cual cuales cuyo cuya donde",
        title="""sr sra srta dr dra don doña señor señora señorita presidente presidenta ministro ministra general
            coronel papa cardenal príncipe princesa rey reina senador senadora diputado diputada alcalde alcaldesa""",
        role="""portavoz juez líder periodista economista analista experto experta responsable testigo testigos vecinos
            activista policías manifestantes fiscal cantante artista estudiante víctima víctimas fuentes"""
        + _FEMALE_ROLES
        + _MALE_ROLES,
        body="""comunicado informe carta estudio encuesta mensaje texto discurso periódico diario revista agencia
            gobierno ministerio partido sindicato asociación organización empresa compañía grupo policía fiscalía
            tribunal ayuntamiento congreso senado comisión comité banco universidad hospital iglesia nota""",
        time="""lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto
            septiembre octubre noviembre diciembre noche tarde día semana mes año""",
        adjective="español española estadounidense francés francesa alemán alemana británico ruso ucraniano europeo",
        function="""aquí allí sí no por para pero porque según después antes desde durante tras sin embargo además
            también así entonces preguntado preguntada esto eso todo nada qué cómo cuándo""",
        mentioned="palabra término titulado titulada llamado llamada denominado denominada apodado apodada",
        particle="de del la los las y",
        linking="de del la los las y",
        citing="según en de",
        likening="como",
        agent="por",
        passive="sido",
    ),
    joins=frozenset("y e".split()),
    genders=gendered(
        female="ella ellas sra srta dra doña señora señorita " + _FEMALE_ROLES,
        male="él ellos sr dr don señor " + _MALE_ROLES,
    ),
    given=gendered(
        female="""maría carmen ana isabel dolores pilar teresa rosa cristina laura lucía marta elena sara paula raquel
            beatriz silvia patricia mónica irene julia alicia rocío andrea nuria inés sofía victoria eva lorena
            claudia yolanda susana gloria""",
        male="""antonio josé manuel francisco juan david javier daniel carlos jesús alejandro miguel rafael pedro pablo
            ángel sergio fernando jorge luis alberto álvaro diego adrián raúl enrique ramón vicente iván rubén óscar
            andrés joaquín santiago eduardo víctor roberto jaime mario ignacio alfonso salvador ricardo marcos
            emilio hugo gonzalo nicolás felipe""",
    ),
    titles={"sr": "señor", "sra": "señora", "dr": "doctor", "dra": "doctora"},
    according=(("según",), ("en", "palabras", "de"), ("de", "acuerdo", "con")),
    abbreviations=frozenset("sr sra srta dr dra d dña ud uds ee.uu".split()),
    inverted=True,
    genitive=False,
    drops_pronouns=True,
    dashes=True,
)
