"""Numbers, money, percentages, dates and times in other languages, and that no language reads another's print."""

from __future__ import annotations

import pytest

from audiofy.script.spoken import speakable

SAID = {
    "de": [
        ("in der 7. Runde", "in der siebten Runde"),
        ("zum Ende der 2. Liga", "zum Ende der zweiten Liga"),
        ("ihren 60. Geburtstag", "ihren sechzigsten Geburtstag"),
        ("5.–8. Mai", "fünfter bis achter Mai"),
        (
            "1958/59 und 1939–1945",
            "neunzehnhundertachtundfünfzig neunundfünfzig und neunzehnhundertneununddreißig bis neunzehnhundertfünfundvierzig",
        ),
        ("Sie siegten 3:1.", "Sie siegten drei zu eins."),
        ("bei -4 °C", "bei minus vier Grad Celsius"),
        ("130 km/h", "einhundertdreißig Kilometer pro Stunde"),
        ("80,- €", "achtzig Euro"),
        ("12 €/h", "zwölf Euro pro Stunde"),
        ("Ludwig XV. kam", "Ludwig der Fünfzehnte kam"),
        ("am 3. Mai 2031", "am dritten Mai zweitausendeinunddreißig"),
        ("der 3. Mai", "der dritte Mai"),
        ("03.05.1914", "dritter Mai neunzehnhundertvierzehn"),
        ("im 20. Jahrhundert", "im zwanzigsten Jahrhundert"),
        ("6,2 Mrd. €", "sechs Komma zwei Milliarden Euro"),
        ("1 Mio. Euro", "eine Million Euro"),
        ("10.000 €", "zehntausend Euro"),
        ("3,20 €", "drei Euro zwanzig"),
        ("$40", "vierzig Dollar"),
        ("4-6 %", "vier bis sechs Prozent"),
        ("um 14:30 Uhr", "um vierzehn Uhr dreißig"),
        ("1989", "neunzehnhundertneunundachtzig"),
        ("z. B. heute", "zum Beispiel heute"),
        ("Er wurde 3. Dann ging er.", "Er wurde 3. Dann ging er."),
    ],
    "fr": [
        ("Louis XV régna", "Louis quinze régna"),
        ("n° 7", "numéro 7"),
        ("24h/24", "vingt-quatre heures sur vingt-quatre"),
        ("30 °C et 90 km/h", "trente degrés Celsius et quatre-vingt-dix kilomètres à l'heure"),
        ("1,2 km²", "un virgule deux kilomètres carrés"),
        ("5 €/kg", "cinq euros le kilo"),
        ("le 1er mai", "le premier mai"),
        ("03/05/2031", "trois mai deux mille trente et un"),
        ("le XXe siècle", "le vingtième siècle"),
        ("la 3e fois", "la troisième fois"),
        ("6,2 Md€", "six virgule deux milliards d'euros"),
        ("10 000 €", "dix mille euros"),
        ("3,20 €", "trois euros vingt"),
        ("4 %", "quatre pour cent"),
        ("à 14h30", "à quatorze heures trente"),
        ("à 1h", "à une heure"),
        ("M. Morel", "monsieur Morel"),
        ("c'est drôle", "c'est drôle"),
    ],
    "es": [
        ("ganó 1-1", "ganó uno a uno"),
        ("Isabel II y Alfonso XII", "Isabel segunda y Alfonso doce"),
        ("la II Guerra Mundial", "la segunda Guerra Mundial"),
        ("31 km", "treinta y un kilómetros"),
        ("n.º 7", "número 7"),
        ("-2 °C", "menos dos grados Celsius"),
        ("03/05/2031", "tres de mayo de dos mil treinta y uno"),
        ("6.200 millones de euros", "seis mil doscientos millones de euros"),
        ("21 €", "veintiún euros"),
        ("3,20 €", "tres euros con veinte céntimos"),
        ("6,2 %", "seis coma dos por ciento"),
        ("a las 14.30 horas", "a las catorce treinta horas"),
        ("la 2.ª vez", "la segunda vez"),
        ("EE. UU.", "Estados Unidos."),
    ],
    "es-MX": [
        ("$1,250.50", "mil doscientos cincuenta pesos con cincuenta centavos"),
        ("6.2%", "seis punto dos por ciento"),
    ],
    "pl": [
        ("w XXI wieku", "w dwudziestym pierwszym wieku"),
        ("lata 80.", "lata osiemdziesiąte."),
        ("w latach 80. było", "w latach osiemdziesiątych było"),
        ("5-8 maja", "od piątego do ósmego maja"),
        ("od 5 do 8 maja", "od piątego do ósmego maja"),
        ("Jan Paweł II", "Jan Paweł drugi"),
        ("II wojny", "drugiej wojny"),
        ("2 godz. 5 min", "dwie godziny pięć minut"),
        ("5-8 proc.", "pięć osiem procent."),
        ("22 km/h", "dwadzieścia dwa kilometry na godzinę"),
        ("3 maja 2031 r.", "trzeciego maja dwa tysiące trzydziestego pierwszego roku"),
        ("w 1989 r.", "w tysiąc dziewięćset osiemdziesiątym dziewiątym roku"),
        ("2 mln zł", "dwa miliony złotych"),
        ("6,2 mld zł", "sześć przecinek dwa miliarda złotych"),
        ("1 zł, 2 zł, 5 zł, 22 zł", "jeden złoty, dwa złote, pięć złotych, dwadzieścia dwa złote"),
        ("3,20 zł", "trzy złote dwadzieścia groszy"),
        ("6,2%", "sześć przecinek dwa procent"),
        ("o godz. 14.30", "o godzinie czternastej trzydzieści"),
    ],
    "uk": [
        ("у XXI столітті", "у двадцять першому столітті"),
        ("5-8 травня", "з п'ятого до восьмого травня"),
        ("рахунок 3:1", "рахунок три один"),
        ("№ 7", "номер 7"),
        ("21 °C", "двадцять один градус Цельсія"),
        ("+380 44 123 45 67", "+380 44 123 45 67"),
        ("Карл III", "Карл третій"),
        ("2 год 5 хв", "дві години п'ять хвилин"),
        ("3 травня 2031 року", "третього травня дві тисячі тридцять першого року"),
        ("у 1991 році", "у тисяча дев'ятсот дев'яносто першому році"),
        ("6,2 млрд грн", "шість кома два мільярда гривень"),
        ("1 грн, 2 грн, 5 грн, 21 грн", "одна гривня, дві гривні, п'ять гривень, двадцять одна гривня"),
        ("1%, 3%, 8%", "один відсоток, три відсотки, вісім відсотків"),
        ("о 14:30", "о чотирнадцятій тридцять"),
        ("3-й раз", "третій раз"),
        ("1 250 000 людей", "один мільйон двісті п'ятдесят тисяч людей"),
    ],
}


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [(language, *case) for language, cases in SAID.items() for case in cases],
)
def test_what_is_said(language, written, said):
    assert speakable(written, language).text == said


PROSE = {
    "de": "Der Minister sagte, dass die Gespräche weitergehen; drôle war daran nichts, und niemand ging.",
    "fr": "Le ministre a dit que les pourparlers continuent, ce qui est drôle ; personne n'est parti, dit-il.",
    "es": "El ministro dijo que las conversaciones siguen, y que nadie se fue; la alcaldesa estuvo de acuerdo.",
    "pl": "Minister powiedział, że rozmowy trwają i nikt nie wyszedł; burmistrz zgodziła się z nim.",
    "uk": "Міністр сказав, що переговори тривають і ніхто не пішов; мерка з ним погодилася.",
    "it": "Il ministro ha detto che i colloqui continuano e che nessuno se n'è andato.",
}


@pytest.mark.parametrize("language", PROSE)
def test_plain_prose_is_left_alone(language):
    assert speakable(PROSE[language], language).text == PROSE[language]


@pytest.mark.parametrize("language", ["de", "fr", "es", "pl", "uk", "it"])
@pytest.mark.parametrize("written", ["Gen. Hale", "World War II", "Dover, Del.", "a 6ft fence", "the IRGC", "live in"])
def test_english_rules_stay_in_english(language, written):
    assert speakable(written, language).text == written


@pytest.mark.parametrize("language", ["it", "nl", ""])
def test_every_language_has_the_clean_up(language):
    assert speakable("uno[1] 🎉 due", language).text == "uno due"
