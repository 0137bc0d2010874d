"""The same person has the same voice, and neighbours have different ones."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiofy import voices
from audiofy.errors import CastingError
from audiofy.model import Article, Kind, Line, Person, Script
from audiofy.script.casting import cast

SHIPPED = voices.load()


def script(*speakers, language="en-US", **genders):
    lines = tuple(
        Line(kind=Kind.QUOTE, block=0, start=0, end=1, text="x", spoken="x", speaker=speaker) for speaker in speakers
    )
    people = tuple(Person(name=name, gender=genders.get(name, "")) for name in dict.fromkeys(speakers) if name)
    return Script(article=Article(url="", title="", blocks=()), language=language, lines=lines, people=people)


def test_every_person_has_a_voice_that_is_not_the_narrators():
    parts = cast(script("Ann", "", "Bo"), SHIPPED)
    assert parts.narrator.name == "anchor"
    assert {parts.voice_of("Ann").name, parts.voice_of("Bo").name, parts.voice_of("").name}.isdisjoint({"anchor"})
    assert parts.voice_of("somebody else") == parts.quotation


def test_a_person_keeps_the_voice_whoever_else_speaks():
    alone = cast(script("Ann"), SHIPPED).voice_of("Ann")
    assert cast(script("Ann", "Ann", "Bo", "Cy"), SHIPPED).voice_of("Ann") == alone
    assert cast(script(" ANN  "), SHIPPED).voice_of(" ANN  ") == alone


def test_the_choice_does_not_depend_on_the_order_of_the_profiles():
    assert cast(script("Ann", "Bo"), SHIPPED[::-1]) == cast(script("Ann", "Bo"), SHIPPED)


def test_the_choice_is_the_same_on_every_machine():
    assert cast(script("Ann Lee"), SHIPPED).voice_of("Ann Lee").name == "dora"


@given(st.lists(st.sampled_from([f"Person {n}" for n in range(30)]), max_size=60))
def test_neighbours_never_share_a_voice_while_there_are_others(speakers):
    parts = cast(script(*speakers), SHIPPED)
    for one, other in pairwise(speakers):
        if one != other and not _crowded(speakers, one, other):
            assert parts.voice_of(one) != parts.voice_of(other)


def test_two_with_one_between_them_share_a_voice_only_where_there_is_no_other():
    alike = next(
        (one, other)
        for one, other in combinations([f"Person {number}" for number in range(30)], 2)
        if cast(script(one, **{one: "female"}), SHIPPED).voice_of(one)
        == cast(script(other, **{other: "female"}), SHIPPED).voice_of(other)
    )
    genders = dict.fromkeys(alike, "female")
    parts = cast(script(alike[0], "Bo", alike[1], Bo="male", **genders), SHIPPED)
    assert parts.voice_of(alike[0]) != parts.voice_of(alike[1])
    assert [part.reason for part in parts.roles if "near them" in part.reason]
    two = tuple(voice for voice in SHIPPED if voice.gender != "female" or voice.name == "dora")
    crowded = cast(script(alike[0], "Bo", alike[1], Bo="male", **genders), two)
    assert crowded.voice_of(alike[0]) == crowded.voice_of(alike[1])


@given(st.lists(st.tuples(st.integers(0, 20), st.sampled_from(["female", "male", ""])), max_size=60))
def test_neighbours_of_any_gender_never_share_a_voice_while_there_are_others(turns):
    genders = dict(turns)
    speakers = [f"Person {number}" for number, _ in turns]
    parts = cast(script(*speakers, **{f"Person {number}": gender for number, gender in genders.items()}), SHIPPED)
    for one, other in pairwise(speakers):
        if one != other and not _crowded(speakers, one, other):
            assert parts.voice_of(one) != parts.voice_of(other)


def test_a_crowd_of_one_gender_leaves_it_only_when_it_must():
    women = [f"Person {number}" for number in range(7)]
    turns = [name for first in women for second in women if first != second for name in (first, second)]
    parts = cast(script(*turns, **dict.fromkeys(women, "female")), SHIPPED)
    assert [part.voice.gender for part in parts.roles].count("female") == 5
    assert len({part.voice.name for part in parts.roles}) == 7
    assert any("all female voices speak next to them" in part.reason for part in parts.roles)


def _crowded(speakers, *people):
    """Whether one of `people` stands next to as many others as there are voices."""
    pairs = [*pairwise(speakers), *pairwise(speakers[::-1])]
    return any(len({b for a, b in pairs if a == one}) >= 10 for one in people)


def test_the_stated_gender_is_respected():
    for n in range(40):
        name = f"Person {n}"
        assert cast(script(name, **{name: "female"}), SHIPPED).voice_of(name).gender == "female"
        assert cast(script(name, **{name: "male"}), SHIPPED).voice_of(name).gender == "male"


def test_pinned_people_come_first():
    wanted = cast(script("Bo"), SHIPPED).voice_of("Bo").name
    parts = cast(script("Bo", "Ann"), SHIPPED, people={"ann": wanted})
    assert parts.voice_of("Ann").name == wanted
    assert parts.voice_of("Bo").name != wanted
    assert parts.roles[1].reason == "pinned in the settings"


def test_more_people_than_voices_share_them():
    people = [f"Person {n}" for n in range(25)]
    parts = cast(script(*people), SHIPPED)
    assert len(parts.roles) == 25
    assert len({part.voice.name for part in parts.roles}) == 10
    assert all(a.voice != b.voice for a, b in zip(parts.roles, parts.roles[1:], strict=False))


@pytest.mark.parametrize("quotes", ["spoken", "plain"])
def test_the_narrator_reads_all_when_asked(quotes):
    parts = cast(script("Ann"), SHIPPED, quotes=quotes)
    assert parts.voices == (parts.narrator,)


def test_tone_is_the_narrators_voice_with_another_pitch():
    parts = cast(script("Ann"), SHIPPED, quotes="tone")
    assert parts.voice_of("Ann").engine_voice == parts.narrator.engine_voice
    assert parts.voice_of("Ann").pitch != parts.narrator.pitch


@pytest.mark.parametrize(
    ("language", "narrator"),
    [
        ("en", "anchor"),
        ("en-CA", "anchor"),
        ("en-AU", "presenter"),
        ("de", "sprecher"),
        ("de-AT", "sprecher"),
        ("cs", "newsreader"),
        ("uk-UA", "dyktor"),
    ],
)
def test_the_nearest_language_is_taken(language, narrator):
    assert cast(script("Ann", language=language), SHIPPED).narrator.name == narrator


def test_a_language_that_no_voice_speaks_is_refused():
    with pytest.raises(CastingError, match="'tlh'"):
        cast(script("Ann", language="tlh"), SHIPPED)


@pytest.mark.parametrize("wish", [{"narrator": "nobody"}, {"quotation": "nobody"}, {"people": {"Ann": "nobody"}}])
def test_a_voice_that_is_not_there_is_refused(wish):
    with pytest.raises(CastingError, match="'nobody'"):
        cast(script("Ann"), SHIPPED, **wish)
