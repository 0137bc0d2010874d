"""Constructed sentences in every language that has a grammar, and what holds of those that have none."""

from __future__ import annotations

import pytest

from audiofy.script.quotes import find_quotes
from audiofy.script.quotes.languages import LANGUAGES, grammar_of


def said(text, language):
    return [
        (text[each.start : each.end].strip('"“”„«»‚‘ \u00a0\u202f'), each.speaker)
        for each in find_quotes(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Wir gehen weiter“, sagte Anna Rau.", [("Wir gehen weiter", "Anna Rau")]),
        ("„Wir gehen weiter“, so Anna Rau.", [("Wir gehen weiter", "Anna Rau")]),
        ("„Wir gehen“, hatte Bäckerin Anna Rau am Montag erklärt.", [("Wir gehen", "Anna Rau")]),
        ("Am Montag sagte die Bäckerin Anna Rau: „Wir gehen weiter.“", [("Wir gehen weiter.", "Anna Rau")]),
        ("Der Leiter der Mühle, Karl Ott, sagte: „Wir gehen weiter.“", [("Wir gehen weiter.", "Karl Ott")]),
        ("Hafenmeister Karl Ott: „Wir gehen weiter.“", [("Wir gehen weiter.", "Karl Ott")]),
        ("Anna Rau teilte mit: „Wir gehen weiter.“", [("Wir gehen weiter.", "Anna Rau")]),
        ("Anna Rau nannte den Plan „einen harten Schlag“.", [("einen harten Schlag", "Anna Rau")]),
        ("Den Plan nannte Anna Rau „einen Fehler“.", [("einen Fehler", "Anna Rau")]),
        ("Die Kritik wies Anna Rau zurück: „Das ist falsch.“", [("Das ist falsch.", "Anna Rau")]),
        ("Laut Anna Rau ist der Plan „nicht gut genug“.", [("nicht gut genug", "Anna Rau")]),
        ("„Alles ist gut“, heißt es in dem Schreiben.", [("Alles ist gut", "dem Schreiben")]),
        ("„Alles ist gut“, meinte der Sprecher der Mühle.", [("Alles ist gut", "der Sprecher der Mühle")]),
        ("Anna Rau kam. „Alles ist gut“, sagte sie.", [("Alles ist gut", "Anna Rau")]),
        ("„Wie aus dem ‚Weißen Berg‘“, sagte Anna Rau.", [("Wie aus dem ‚Weißen Berg", "Anna Rau")]),
        ("Die „Hafenpost“ erscheint am Montag.", []),
        ("Sie stellte das Modell „Welle 12“ vor.", []),
        ("Der Verein (kurz: „Mühle“) feierte.", []),
    ],
)
def test_german(text, expected):
    assert said(text, "de") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "« Nous partons », a déclaré Paul Morel.", ["Paul Morel"]),
        ("fr", "La maire Claire Petit est venue. « Nous partons », a-t-elle dit.", ["Claire Petit"]),
        ("fr", "Paul Morel a affirmé : « Nous sommes prêts. »", ["Paul Morel"]),
        ("fr", "« Nous partons, a dit Paul Morel. Rien ne change. »", ["Paul Morel", "Paul Morel"]),
        ("fr", "D’après Anne Roux, « le projet est une erreur ».", ["Anne Roux"]),
        ("fr", "Le « marché » est fermé.", []),
        ("es", "«No vamos a ceder», dijo Ana Ruiz.", ["Ana Ruiz"]),
        ("es", "La alcaldesa Ana Ruiz llegó tarde. «No vamos a ceder», dijo.", ["Ana Ruiz"]),
        ("es", "Luis Mora aseguró: “Estamos listos.”", ["Luis Mora"]),
        ("es", "Según Luis Mora, «la situación es grave».", ["Luis Mora"]),
        ("es", "El “mercado” está cerrado.", []),
        ("pl", "„Nie ustąpimy” – powiedział Jan Nowak.", ["Jan Nowak"]),
        ("pl", "Anna Lis stwierdziła: „Jesteśmy gotowi.”", ["Anna Lis"]),
        ("pl", "Zdaniem Anny Lis „sytuacja jest poważna”.", ["Anny Lis"]),
        ("pl", "Zamknięto „rynek” w mieście.", []),
        ("uk", "«Ми вистоїмо», – сказав Іван Коваль.", ["Іван Коваль"]),
        ("uk", "Іван Коваль прибув. «Ми вистоїмо», – сказав він.", ["Іван Коваль"]),
        ("uk", "Олена Мороз заявила: «Ми готові».", ["Олена Мороз"]),
        ("uk", "За словами Олени Мороз, «ситуація складна».", ["Олени Мороз"]),
        ("uk", "Закрили «ринок» у місті.", []),
    ],
)
def test_constructed_sentences(language, text, expected):
    assert [speaker for _, speaker in said(text, language)] == expected


def test_the_form_of_a_verb_tells_gender():
    (quotation,) = find_quotes("«Ми вистоїмо», – сказала Зоран Квітка.", "uk")
    assert (quotation.gender, quotation.evidence) == ("female", "сказала")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("it", "Disse: «Non lo so davvero, ragazzi». Poi «boh».", [("Non lo so davvero, ragazzi", None)]),
        (
            "zh",
            "港务局主席说：“岛上的人看医生不应该求人帮忙。”她看“新闻”。",
            [("岛上的人看医生不应该求人帮忙。", None)],
        ),
        (
            "ja",
            "「島の人は医者に行くのに頼む必要はない」と述べた。「島」は小さい。",
            [("「島の人は医者に行くのに頼む必要はない」", None)],
        ),
        ("ja", "彼は「はい」と言った。", []),
        ("xx", "Ann Lee said: “We go on as before.”", [("We go on as before.", None)]),
    ],
)
def test_without_a_grammar_marks_are_read_and_nobody_is_named(language, text, expected):
    assert said(text, language) == expected


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_grammar_loads(language):
    grammar = grammar_of(f"{language}-XX")
    assert grammar is not None
    assert grammar.language == language
    assert grammar.words
    assert set(grammar.genders.values()) <= {"female", "male"}


def test_an_unknown_language_has_no_grammar():
    assert grammar_of("tlh") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Rau klagte. Das sei „schmerzhaft und teuer“.", [("schmerzhaft und teuer", "Anna Rau")]),
        ("Anna Rau hält das Buch für „das klügste seit Jahren“.", [("das klügste seit Jahren", "Anna Rau")]),
        ("„Nie wieder“, donnerte Anna Rau.", [("Nie wieder", "Anna Rau")]),
        ("„Nie wieder“, rief Rau der Kanzlerin zu.", [("Nie wieder", "Rau")]),
        ("„Nie wieder“, sagte ein Sprecher der Bahn dem Sender.", [("Nie wieder", "ein Sprecher der Bahn")]),
        ("Anna Rau verlor. „Nie wieder“, schimpfte die Trainerin.", [("Nie wieder", "Anna Rau")]),
        ("Nach Ansicht von Rau ist das „ein Glück für alle“.", [("ein Glück für alle", "Rau")]),
        ("In dem Brief, der vorliegt, heißt es:\n\n„Wir gehen weiter.“", [("Wir gehen weiter.", "dem Brief")]),
        ("Anna Rau klagte. Sie übernehme „die volle Verantwortung“.", [("die volle Verantwortung", "Anna Rau")]),
        ("Anna Rau kam. Mit Ott werde sie „lange Gespräche“ führen.", [("lange Gespräche", "Anna Rau")]),
        ("„Alle reden“, freut sich Anna Rau.", [("Alle reden", "Anna Rau")]),
        # Negatives: no subjunctive, a name behind what bears it, a trainer who was there before.
        ("Anna Rau klagte. Der Weg ist „steil und nass“.", []),
        ("Anna Rau klagte. Sie lobte „Brot und Spiele“ nicht.", [("Brot und Spiele", "Anna Rau")]),
        ("Anna Rau kam. Er malte „Brot und Wein“ ab.", []),
        ("Anna Rau leitet die Bürgerinitiative „Brot statt Beton“.", []),
        ("Karl Ott schwieg. „Dreist“, sagte der Richter.", [("Dreist", "der Richter")]),
        ("Eine Trainerin kam. Anna Rau ging. „Nie“, sagte die Trainerin.", [("Nie", "die Trainerin")]),
    ],
)
def test_german_goes_on_in_words_of_the_writers(text, expected):
    assert said(text, "de") == expected


@pytest.mark.parametrize("article", ["der", "die", "den", "einer"])
def test_a_german_article_states_no_gender(article):
    (quotation,) = find_quotes(f"„Wir gehen“, sagte ein Mitglied {article} Runde.", "de")
    assert (quotation.gender, quotation.evidence) == ("", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "sie" beside a plural verb is several people, and so not the woman just named.
        ("Anna Rau kam. „Wir bleiben hier“, riefen sie.", [("Wir bleiben hier", None)]),
        ("Anna Rau kam. „Wir bleiben hier“, rief sie.", [("Wir bleiben hier", "Anna Rau")]),
        ("Anna Rau kam. Sie sagten: „Wir bleiben hier.“", [("Wir bleiben hier.", None)]),
        ("Anna Rau kam. Sie sagte: „Wir bleiben hier.“", [("Wir bleiben hier.", "Anna Rau")]),
        # Whoever speaks behind a quotation is what the sentence is about.
        (
            "Die Mühle kündigte Protest an. Man werde „nicht weichen“, betonte die Müllerin Anna Rau. „Nie“, sagte sie.",
            [("nicht weichen", "Anna Rau"), ("Nie", "Anna Rau")],
        ),
        # A longer role is one of its last part, an indefinite one is somebody else.
        (
            "Hafenministerin Anna Rau traf Karl Ott. Er ging. „Nie“, sagte die Ministerin.",
            [("Nie", "Anna Rau")],
        ),
        (
            "Hafenministerin Anna Rau traf Karl Ott. „Nie“, sagte eine Ministerin.",
            [("Nie", "eine Ministerin")],
        ),
        ("Es fehlen, so der Müller Karl Ott, „zehn Sack Korn“.", [("zehn Sack Korn", "Karl Ott")]),
        ("Karl Ott kam. Er werde, so Ott, „bis zum Ende“ klagen.", [("bis zum Ende", "Karl Ott")]),
        ("Anna Rau kam, so schnell sie konnte, mit „Brot und Wein“.", []),
        # What stands on a sign is not the last speaker's.
        (
            "„Alles gut“, sagte Anna Rau. Auf einem Schild stand: „Hier wird gebacken, nicht gezankt.“",
            [("Alles gut", "Anna Rau"), ("Hier wird gebacken, nicht gezankt.", None)],
        ),
    ],
)
def test_german_pronouns_roles_and_signs(text, expected):
    assert said(text, "de") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # The reflexive before the verb, and "lui" behind "selon".
        ("fr", "Paul Morel est venu. « Nous partons », s'exclame-t-il.", ["Paul Morel"]),
        ("fr", "Paul Morel est venu. « Nous partons », se souvient-il.", ["Paul Morel"]),
        ("fr", "« Nous partons », se réjouit Paul Morel.", ["Paul Morel"]),
        ("fr", "Paul Morel est venu. Selon lui, la ville a « perdu la tête ».", ["Paul Morel"]),
        ("fr", "Paul Morel est venu. Le « marché » lui plaît.", []),
        # When and to whom something is said, before who says it; whom it is said to is not who.
        ("es", "«No cedemos», dijo el martes a este diario Ana Ruiz.", ["Ana Ruiz"]),
        ("es", "«No cedemos», aseguró a los vecinos Ana Ruiz.", ["Ana Ruiz"]),
        ("es", "«No cedemos», dijo a Ana Ruiz.", [None]),
        ("es", "Luis Mora vino. «No cedemos», dijo a los vecinos de Ana Ruiz.", ["Luis Mora"]),
        ("es", "Luis Mora vino. «No cedemos», dijo el martes.", ["Luis Mora"]),
        # A perfect without its pronoun, also between the halves of a quotation.
        ("es", "La alcaldesa Ana Ruiz vino. «El plan», ha insistido, «es bueno».", ["Ana Ruiz", "Ana Ruiz"]),
        ("es", "De acuerdo con Luis Mora, «la situación es grave».", ["Luis Mora"]),
        ("es", "El «mercado» le gusta a Luis Mora.", []),
    ],
)
def test_reflexives_addressees_and_perfects(language, text, expected):
    assert [speaker for _, speaker in said(text, language)] == expected
