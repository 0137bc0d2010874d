"""One source of truth for how the audio was made."""

import pytest

from audiofy import disclosure


def test_every_language_has_both_sentences():
    assert set(disclosure.SENTENCES) == set(disclosure.QUOTATION_NOTES) == set("en uk de fr es pl it pt nl sv".split())
    assert all(text.endswith(".") for text in [*disclosure.SENTENCES.values(), *disclosure.QUOTATION_NOTES.values()])


@pytest.mark.parametrize(
    ("language", "own", "expected"),
    [
        ("en-GB", "", "This audio is created with AI assistance."),
        ("UK", "", disclosure.SENTENCES["uk"]),
        ("eo", "", disclosure.SENTENCES["en"]),
        ("de", "Vertont von Maschinen.", "Vertont von Maschinen."),
    ],
)
def test_the_sentence(language, own, expected):
    assert disclosure.sentence(language, own) == expected


@pytest.mark.parametrize(
    ("engines", "sounds", "term"),
    [
        (["espeak"], False, "algorithmicMedia"),
        (["tone"], False, "algorithmicMedia"),
        (["sapi5"], False, "trainedAlgorithmicMedia"),
        (["nsss"], False, "trainedAlgorithmicMedia"),
        (["some plugin"], False, "trainedAlgorithmicMedia"),
        (["espeak", "sapi5"], False, "compositeSynthetic"),
        (["espeak"], True, "compositeSynthetic"),
    ],
)
def test_the_source_type_follows_from_what_made_the_audio(engines, sounds, term):
    uri = disclosure.source_type(engines, sounds=sounds)
    assert uri == f"http://cv.iptc.org/newscodes/digitalsourcetype/{term}"
    assert disclosure.schema_org(uri).lower() == f"https://schema.org/{term}DigitalSource".lower()
