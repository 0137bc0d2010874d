"""Several who speak as one: each list of names beside a verb of saying, and what looks like one."""

from __future__ import annotations

import pytest

from audiofy.script.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "language", "speaker", "mention"),
    [
        ("“We go on,” said Ann Lee and Tom Grey.", "en", "Ann Lee and Tom Grey", "Ann Lee and Tom Grey"),
        ("“We go on,” Ann Lee and Tom Grey said on Monday.", "en", "Ann Lee and Tom Grey", "Ann Lee and Tom Grey"),
        ("Ann Lee and Tom Grey met. “No,” said Lee and Grey.", "en", "Ann Lee and Tom Grey", "Lee and Grey"),
        ("“We go on,” wrote Lee, Grey & Park in a letter.", "en", "Lee, Grey & Park", "Lee, Grey & Park"),
        ("Senators Lee and Grey wrote: “We go on.”", "en", "Lee and Grey", "Senators Lee and Grey"),
        (
            "„Es geht weiter“, sagten Anna Rau und Karl Meier.",
            "de",
            "Anna Rau und Karl Meier",
            "Anna Rau und Karl Meier",
        ),
        (
            "« On continue », disent Anne Roux et Paul Blanc.",
            "fr",
            "Anne Roux et Paul Blanc",
            "Anne Roux et Paul Blanc",
        ),
    ],
)
def test_all_who_stand_with_a_verb_speak(text, language, speaker, mention):
    *_, quotation = find_quotes(text, language)
    assert (quotation.speaker, text[slice(*quotation.mention)]) == (speaker, mention)
    assert quotation.gender == ""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We go on,” said Ann Lee and Tom Grey laughed.", "Ann Lee"),
        ("“We go on,” said Ann Lee, and Tom Grey agreed.", "Ann Lee"),
        ("“We go on,” Ann Lee told Tom Grey and Sue Park.", "Ann Lee"),
        ("Ann Lee came late and Tom Grey said: “We go on.”", "Tom Grey"),
        ("“We go on,” said Ann Lee, Tom Grey's aunt.", "Ann Lee"),
    ],
)
def test_who_only_stands_near_does_not(text, speaker):
    assert find_quotes(text)[0].speaker == speaker
