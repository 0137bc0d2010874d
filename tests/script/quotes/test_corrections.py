"""What an editor says of quotations."""

from __future__ import annotations

import pytest

from audiofy.errors import SettingsError
from audiofy.script.quotes import Correction, correct, find_quotes, read_corrections

TEXT = "“We go on,” Ann Lee said. “Never mind,” said Tom Grey. Ann Lee called it “a hard blow” to all."
FOUND = find_quotes(TEXT)


def speakers(*entries):
    quotations, _ = correct(FOUND, TEXT, read_corrections(entries))
    return [quotation.speaker for quotation in quotations]


def test_the_text_is_read_as_the_tests_take_it():
    assert [quotation.speaker for quotation in FOUND] == ["Ann Lee", "Tom Grey", "Ann Lee"]


def test_a_speaker_by_the_words_of_a_quotation():
    entry = {"quotation": '"never  MIND', "speaker": "Sue Park"}
    assert speakers(entry) == ["Ann Lee", "Sue Park", "Ann Lee"]


def test_a_speaker_by_the_person():
    assert speakers({"person": "ann lee", "speaker": "Anna Lee"}) == ["Anna Lee", "Tom Grey", "Anna Lee"]


def test_both_must_fit():
    entry = {"person": "Ann Lee", "quotation": "hard blow", "speaker": "Sue Park"}
    assert speakers(entry) == ["Ann Lee", "Tom Grey", "Sue Park"]


def test_what_is_no_quotation_goes():
    assert speakers({"quotation": "hard blow", "not_a_quotation": True}) == ["Ann Lee", "Tom Grey"]


def test_corrections_are_made_in_order():
    first = {"person": "Ann Lee", "speaker": "Sue Park"}
    second = {"person": "Sue Park", "gender": "female"}
    quotations, _ = correct(FOUND, TEXT, read_corrections([first, second]))
    assert (quotations[0].speaker, quotations[0].gender) == ("Sue Park", "female")


def test_a_voice_is_pinned_to_the_person():
    _, voices = correct(FOUND, TEXT, read_corrections([{"person": "Tom Grey", "voice": "en-oak"}]))
    assert voices == {"Tom Grey": "en-oak"}


def test_a_voice_for_a_quotation_of_nobody():
    text = "“We go on as we did before.”"
    quotations, voices = correct(find_quotes(text), text, [Correction(quotation="go on", voice="en-oak")])
    assert voices == {quotations[0].speaker: "en-oak"}


def test_what_was_corrected_is_certain():
    quotations, _ = correct(FOUND, TEXT, [Correction(person="Tom Grey", speaker="Sue Park")])
    corrected = quotations[1]
    assert (corrected.rule, corrected.confidence, corrected.mention) == ("corrected", 1.0, None)


def test_a_correction_that_fits_nothing_is_an_error_that_says_so():
    with pytest.raises(SettingsError, match="Correction 2 fits nothing in the article: person 'Sue Park'"):
        correct(
            FOUND, TEXT, [Correction(person="Tom Grey", gender="male"), Correction(person="Sue Park", gender="female")]
        )


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"quotation": "x", "speeker": "y"}, "unknown entry 'speeker'"),
        ({"quotation": 3, "speaker": "y"}, "'quotation' of correction 1 must be of type str"),
        ({"person": "x", "not_a_quotation": 1}, "must be of type bool"),
        ({"speaker": "y"}, "is about nothing"),
        ({"person": "x"}, "changes nothing"),
        ({"person": "x", "gender": "tall"}, "has the gender 'tall'"),
    ],
)
def test_a_wrong_entry_is_an_error_that_says_so(entry, message):
    with pytest.raises(SettingsError, match=message):
        read_corrections([entry])


def test_no_corrections_change_nothing():
    assert correct(FOUND, TEXT, []) == (FOUND, {})


@pytest.mark.parametrize("entries", [3, "quotation", ["quotation"], {"quotation": "we go on"}, [3]])
def test_what_is_no_table_is_refused(entries):
    with pytest.raises(SettingsError, match="no tables"):
        read_corrections(entries)
