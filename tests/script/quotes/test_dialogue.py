"""Speech that stands in no marks: transcripts, dashes, block quotations."""

from __future__ import annotations

import pytest

from audiofy.script.quotes import find_quotes


def said(text, language="en", **kwargs):
    return [(text[each.start : each.end], each.speaker) for each in find_quotes(text, language, **kwargs)]


def speakers(text):
    return [each.speaker for each in find_quotes(text)]


def test_a_transcript():
    text = "Ann Brook met Ben Cole.\nBROOK: How are you?\nCOLE: I am well.\nBROOK: Good.\nCOLE: Yes, “very”.\n"
    assert said(text) == [
        ("How are you?", "Ann Brook"),
        ("I am well.", "Ben Cole"),
        ("Good.", "Ann Brook"),
        ("Yes, “very”.", "Ben Cole"),
    ]


@pytest.mark.parametrize("mark", [":", "."])
def test_questions_and_answers(mark):
    text = f"Q{mark} Why?\nA{mark} Because.\nQ{mark} And now?\nA{mark} We wait."
    assert said(text) == [("Why?", "Q"), ("Because.", "A"), ("And now?", "Q"), ("We wait.", "A")]


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING: Fire in town.\nCLARIFICATION: A small one.\nEDITOR'S NOTE: It is out.\nPOSSIBLE CAUSE: Bread.",
        "Update: Fire.\nUpdate: Out.\nUpdate: Smoke.",
        "Mr. Lee came.\nMrs. Lee left.\nMr. Lee slept.\nMrs. Lee sang.",
        "A good day.\nQ is a letter.",
    ],
)
def test_labels_that_are_no_transcript(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "—No lo sé —dijo Ana Ruiz—. Ya veremos.\n—Yo tampoco.",
            "es",
            [("No lo sé", "Ana Ruiz"), ("Ya veremos.", "Ana Ruiz"), ("Yo tampoco.", None)],
        ),
        (
            "— Je ne sais pas, dit Anne Roux. Nous verrons.\n— Moi non plus.",
            "fr",
            [("Je ne sais pas,", "Anne Roux"), ("Nous verrons.", "Anne Roux"), ("Moi non plus.", None)],
        ),
        (
            "– Nie wiem – powiedziała Anna Lis. – Zobaczymy.\n– Ja też nie.",
            "pl",
            [("Nie wiem", "Anna Lis"), ("Zobaczymy.", "Anna Lis"), ("Ja też nie.", None)],
        ),
        (
            "— Не знаю, — сказала Олена Мороз. — Побачимо.\n— І я ні.",
            "uk",
            [("Не знаю,", "Олена Мороз"), ("Побачимо.", "Олена Мороз"), ("І я ні.", None)],
        ),
    ],
)
def test_dashes(text, language, expected):
    assert said(text, language) == expected


def test_two_take_turns():
    text = "—¿Vienes? —preguntó Ana Ruiz.\n—No —respondió Luis Mora.\n—Lástima.\n—Otro día."
    assert [speaker for _, speaker in said(text, "es")] == ["Ana Ruiz", "Luis Mora", "Ana Ruiz", "Luis Mora"]


@pytest.mark.parametrize("language", ["es", "fr", "pl", "uk", "en", "de"])
def test_a_list_with_dashes_is_no_speech(language):
    assert said("— pan\n— leche\n— té", language) == []


def test_a_block_quotation_belongs_to_whom_the_sentence_before_names():
    text = "Tom Grey left. Ann Lee wrote in her book:\nNothing is lost.\nAll is found.\nThen she left."
    start = text.index("Nothing")
    block = (start, text.index("Then") - 1)
    assert said(text, blocks=(block,)) == [("Nothing is lost.", "Ann Lee"), ("All is found.", "Ann Lee")]


def test_a_block_quotation_in_marks_is_found_once():
    text = "Ann Lee wrote:\n“Nothing is lost at all.”\nThen she left."
    block = (text.index("“"), text.index("”") + 1)
    assert said(text, blocks=(block,)) == [("“Nothing is lost at all.”", "Ann Lee")]


def test_labels_name_the_people_of_the_article():
    text = "Ann MacLean came.\nJAKE GREY: Good.\nSEN. ANN MACLEAN: Hello.\nGREY: So.\nMACLEAN: We go on."
    assert speakers(text) == ["Jake Grey", "Ann MacLean", "Jake Grey", "Ann MacLean"]


def test_labels_keep_namesakes_apart():
    text = "Ann Lee and Tom Lee came.\nANN LEE: Good.\nTOM LEE: Hello.\nANN LEE: So.\nTOM LEE: We go on."
    assert speakers(text) == ["Ann Lee", "Tom Lee", "Ann Lee", "Tom Lee"]


def test_an_answer_that_begins_with_a_capital_is_no_part_of_its_label():
    assert speakers("Q. Are you?\nA. We Finns are.\nQ. No?\nA. No.") == ["Q", "A", "Q", "A"]


def test_a_line_after_a_dash_ends_at_any_break_of_lines():
    assert said("– Oui, dit-il.\u2028Il part.\n– Non, dit-elle.", "fr")[0][0] == "– Oui,"[2:]
    assert find_quotes("–:\u20280 ", "fr") == ()


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("said headteacher Ann Lee, who has coats.", "Ann Lee"),
        ("Said was the name of her dog.", None),
        ("The council said nothing.", None),
    ],
)
def test_a_tag_may_stand_in_a_line_of_its_own_below_a_block_quotation(behind, speaker):
    quoted = "Rain is not a reason. Rain is a fact, and we have coats."
    text = f"Nothing was dry.\n{quoted}\n{behind}"
    start = text.index(quoted)
    (quotation,) = find_quotes(text, blocks=[(start, start + len(quoted))])
    assert quotation.speaker == speaker
