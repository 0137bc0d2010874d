"""Which stretches stand in marks, in every house style."""

from __future__ import annotations

import pytest

from audiofy.script.quotes.languages import grammar_of
from audiofy.script.quotes.marks import find_marks


def marked(text):
    grammar = grammar_of("en")
    return [text[span.start : span.end] for span in find_marks(text, grammar.elisions)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said, "We go on."', ['"We go on."']),
        ("She said, “We go on.”", ["“We go on.”"]),
        ('"We lost them all,” she said.', ['"We lost them all,”']),
        ('“We lost them all," she said.', ['“We lost them all,"']),
        ("”Nobody asked us,” she said.", ["”Nobody asked us,”"]),
        ('"“Nobody asked us,” she said.', ['"“Nobody asked us,”']),
        ("““Nobody asked us,” she said.", ["““Nobody asked us,”"]),
        ('"We leave it to the voters,"Ann Lee said.', ['"We leave it to the voters,"']),
        ("''Nobody asked us,'' she said.", ["''Nobody asked us,''"]),
        ("„Wir gehen“, sagte sie.", ["„Wir gehen“"]),
        ('„Wir gehen", sagte sie.', ['„Wir gehen"']),
        ("„Idziemy” – powiedziała.", ["„Idziemy”"]),
        ("»Wir gehen«, sagte sie.", ["»Wir gehen«"]),
        ("« Nous partons », dit-elle.", ["« Nous partons »"]),
        ("«Nous partons», dit-elle.", ["«Nous partons»"]),
        ("”Vi går nu,” sade hon.", ["”Vi går nu,”"]),
        ("「行きます」と言った。", ["「行きます」"]),
        ("“He shouted ‘Stop’ and ran,” she said.", ["“He shouted ‘Stop’ and ran,”"]),
        ("“They say, ‘Enough is enough,'” she said.", ["“They say, ‘Enough is enough,'”"]),
        ('"He shouted "Stop!" and ran," she said.', ['"He shouted "Stop!" and ran,"']),
        ("“One,” he said, “and two.”", ["“One,”", "“and two.”"]),
        ("‘We won’t go,’ she said. ‘It’s the voters’ choice.’", ["‘We won’t go,’", "‘It’s the voters’ choice.’"]),
        ("'We won't go,' she said. 'It's the voters' choice.'", ["'We won't go,'", "'It's the voters' choice.'"]),
        ("‘He called it “odd”,’ she said.", ["‘He called it “odd”,’"]),
        ("Mayor ‘Will Not Run’ Again, Aides Say", ["‘Will Not Run’"]),
        ("The wall is 6'2\" high, he said.", []),
        ("“He is 6’2” tall,” she said.", ["“He is 6’2” tall,”"]),
        ("Music of the '60s and 'em all, rock 'n' roll", []),
        ("The workers' union and the voters' choice", []),
        ("She doesn't, he won't and they can't.", []),
        ('""', []),
        ("”", []),
        ("“„“„“ Read on “”“”“", []),
        ("“‘“”’”", []),
        ("She said: “‘“Go,”’ he said.”", ["“‘“Go,”’ he said.”"]),
    ],
)
def test_marks(text, expected):
    assert marked(text) == expected


def test_a_quotation_of_several_paragraphs_is_one_in_each():
    text = "“We begin today. It is late.\n\n“We end tomorrow,” she said."
    assert marked(text) == ["“We begin today. It is late.", "“We end tomorrow,”"]


def test_a_paragraph_between_without_marks_belongs_to_it():
    text = "She said: “We begin.\nWe go on.\nWe end.” Then she left."
    assert marked(text) == ["“We begin.", "We go on.", "We end.”"]


def test_a_lost_close_ends_with_its_paragraph():
    assert marked('He called it "a hard blow for us.\nNobody else spoke.') == ['"a hard blow for us.']


def test_a_lost_opening_begins_with_its_paragraph():
    assert marked('The bridge is safe," he said.') == ['The bridge is safe,"']


def test_a_lost_close_does_not_swallow_the_next_quotation():
    assert marked("“It is late. He left. “We go,” he said.") == ["“We go,”"]


def test_singles_inside_a_double_house_do_not_pair_over_a_quotation():
    assert marked("The '60s were over. \"We go,\" he said of the voters' rally.") == ['"We go,"']


@pytest.mark.parametrize("glyphs", ['"', "'", "“", "”", "«", "„", "‘", "’", "“”", "“‘", "”’", "'\""])
def test_a_run_of_marks_is_no_quotation(glyphs):
    assert marked(glyphs * 500) == []


def test_a_line_of_values_is_no_speech_and_a_line_of_short_answers_is():
    values = ", ".join(f'"Bay {number}"' for number in range(60))
    answers = " ".join(f'"It is {number}," he said.' for number in range(60))
    assert marked(f"{values}\n\n“We begin today,” she said.") == ["“We begin today,”"]
    assert len(marked(answers)) == 60
