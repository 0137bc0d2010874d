from __future__ import annotations

import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiofy import output
from audiofy.disclosure import quotation_note
from audiofy.model import Block, Cue, Disclosure, Kind, Role
from audiofy.publication import transcript, write_transcripts
from audiofy.publication.captions import wrapped
from audiofy.publication.characters import one_line, shortened
from audiofy.publication.labels import direction, labels
from audiofy.publication.sentences import sentences, spans
from sample import SENTENCE, an_article, an_episode

HOSTILE = "<script>alert('1')</script> --> & \"x\" ]]> &lt; \x00\x1b[31m \u202egnp.exe\u202c end"


def _texts(article_text):
    return [article_text[start:end] for start, end in spans(article_text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One ran. Two ran! Did three? Yes…", ["One ran.", "Two ran!", "Did three?", "Yes…"]),
        ("“It works.” She left.", ["“It works.”", "She left."]),
        ("Dr. Lind met Mr. J. R. Olsen. They spoke.", ["Dr. Lind met Mr. J. R. Olsen.", "They spoke."]),
        ("The U.S. Navy sailed at 6 a.m. on Friday.", ["The U.S. Navy sailed at 6 a.m. on Friday."]),
        ("It cost 4.8 million. 5 people paid.", ["It cost 4.8 million.", "5 people paid."]),
        ("Wait... and see. Now.", ["Wait... and see.", "Now."]),
        ("Маяк згас. Його запалять.", ["Маяк згас.", "Його запалять."]),
        ("灯亮了。人们来了。", ["灯亮了。", "人们来了。"]),
        ("No mark at all", ["No mark at all"]),
        ("   ", []),
    ],
)
def test_sentences_end_where_a_reader_says(text, expected):
    assert _texts(text) == expected


@given(st.text())
def test_sentences_lose_nothing(text):
    assert "".join("".join(_texts(text)).split()) == "".join(text.split())


def test_sentences_have_times_by_their_words():
    episode = an_episode()
    said = sentences(episode)
    second = next(one for one in said if one.text == "It went dark in 1987.")
    word = next(word for cue in episode.cues for word in cue.words if word.time == second.words[0].time)
    line = episode.lines[second.line].text
    assert line[word.start : word.end] == "It"
    assert second.text[second.words[1].start : second.words[1].end] == "went"
    assert second.start == second.words[0].time


def test_sentences_without_word_times_share_the_time_by_length():
    episode = an_episode()
    silent = replace(episode, cues=tuple(replace(cue, words=()) for cue in episode.cues))
    for one, other in zip(sentences(episode), sentences(silent), strict=True):
        assert one.text == other.text
        assert one.start == pytest.approx(other.start, abs=0.15)


def test_sounds_are_no_sentences():
    episode = an_episode()
    with_sound = replace(episode, cues=(Cue(start=0, end=0, line=-1, sound="intro"), *episode.cues))
    assert sentences(with_sound) == sentences(episode)


# What is generated: paragraphs of words and quotations of any characters, spoken with and without word times.
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=90)
paragraphs = st.lists(words, min_size=1, max_size=12).map(" ".join).filter(one_line)
episodes = st.builds(
    lambda texts, timed, spoken, language: _with_times(
        an_episode(
            an_article(
                blocks=tuple(Block(role=Role.PARAGRAPH, text=one_line(text)) for text in texts), language=language
            )
        ),
        timed=timed,
        spoken=spoken,
    ),
    st.lists(paragraphs, max_size=4),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["en-US", "uk", "fr", "xx"]),
)


def _with_times(episode, *, timed, spoken):
    cues = episode.cues if timed else tuple(replace(cue, words=()) for cue in episode.cues)
    if not spoken:
        cues = cues[1:]
    return replace(episode, cues=cues, disclosure=replace(episode.disclosure, spoken="start" if spoken else "off"))


def _squeezed(text):
    return "".join(one_line(text).split())


def _heard(episode):
    return _squeezed("".join(episode.lines[cue.line].text for cue in episode.cues))


def _said(episode, found, notes):
    """What a transcript says, without what it adds to say how the audio was made."""
    squeezed = _squeezed(found)
    if episode.disclosure.spoken == "off":
        assert squeezed.startswith(_squeezed(SENTENCE))
        squeezed = squeezed.removeprefix(_squeezed(SENTENCE))
    for note in notes:
        assert _squeezed(note) in squeezed
        squeezed = squeezed.replace(_squeezed(note), "", 1)
    return squeezed


def _vtt_cues(text):
    for block in text.removesuffix("\n").split("\n\n"):
        match = re.fullmatch(r"(\S+)\n(\S+) --> (\S+)\n<v ([^<>\n]*)>(.*)", block, re.DOTALL)
        if match:
            yield match.groups()


def _unescaped(text):
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _seconds(clock):
    hours, minutes, seconds = clock.replace(",", ".").split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


@settings(max_examples=60, deadline=None)
@given(episodes)
def test_webvtt_says_what_is_heard_and_nothing_else(episode):
    text = transcript.webvtt(episode)
    head, note, *_ = text.split("\n\n")
    assert head == "WEBVTT"
    assert note.startswith(f"NOTE\n{SENTENCE}\n{quotation_note(episode.language)}\n")
    cues = list(_vtt_cues(text))
    assert len(cues) == len(text.removesuffix("\n").split("\n\n")) - 2
    assert len({cue[0] for cue in cues}) == len(cues)
    assert _said(episode, _unescaped("".join(cue[4] for cue in cues)), ()) == _heard(episode)
    for _, start, end, _, said in cues:
        assert _seconds(start) < _seconds(end)
        assert len(said.split("\n")) <= 2
        assert all(0 < len(_unescaped(line)) <= 65 for line in said.split("\n"))
        assert not re.search(r"[<>]|&(?!(?:amp|lt|gt);)", said)


@settings(max_examples=40, deadline=None)
@given(episodes)
def test_srt_says_what_is_heard_and_nothing_else_but_who_speaks(episode):
    blocks = transcript.srt(episode).removesuffix("\n").split("\n\n")
    texts = []
    names = {labels(episode.language)["narrator"], labels(episode.language)["quotation"], "Mara Lind"}
    for number, block in enumerate(blocks, 1):
        count, times, *lines = block.split("\n")
        if len(lines) > 1 and lines[0].removesuffix(":") in names:
            assert len(lines[0]) <= 32
            lines = lines[1:]
        start, end = times.split(" --> ")
        assert count == str(number)
        assert _seconds(start) < _seconds(end)
        assert len(lines) <= 2
        assert all(0 < len(line) <= 32 for line in lines)
        texts += lines
    assert _said(episode, "".join(texts), [quotation_note(episode.language)]) == _heard(episode)


@settings(max_examples=40, deadline=None)
@given(episodes)
def test_json_says_what_is_heard_and_nothing_else(episode):
    found = transcript.podcast_json(episode)
    assert found["version"] == "1.0.0"
    bodies = "".join(segment["body"] for segment in found["segments"])
    assert _said(episode, bodies, [quotation_note(episode.language)]) == _heard(episode)
    for segment in found["segments"]:
        assert segment["startTime"] <= segment["endTime"]
        for word in segment.get("words", ()):
            assert word["body"] in segment["body"]
            assert segment["startTime"] - 0.001 <= word["startTime"] <= word["endTime"]


class _Paragraphs(HTMLParser):
    def __init__(self):
        super().__init__()
        self.inside, self.texts, self.tags = False, [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.inside = tag == "p" or (self.inside and tag not in {"cite", "time"})

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.texts.append(data)


@settings(max_examples=40, deadline=None)
@given(episodes)
def test_html_and_text_say_what_is_heard_and_nothing_else(episode):
    reader = _Paragraphs()
    reader.feed(transcript.html(episode))
    assert set(reader.tags) <= set("html head meta link title style body main h1 cite time p".split())
    note = [quotation_note(episode.language)]
    assert _said(episode, "".join(reader.texts), note) == _heard(episode)
    assert _said(episode, transcript.text(episode), note) == _heard(episode)


def test_hostile_text_comes_out_as_text():
    episode = an_episode(an_article(title=HOSTILE, authors=(HOSTILE,)))
    people = tuple(replace(line, speaker=HOSTILE) if line.kind is Kind.QUOTE else line for line in episode.lines)
    episode = replace(episode, lines=people, disclosure=Disclosure(sentence=HOSTILE, spoken="off", source_type="x"))
    vtt, page = transcript.webvtt(episode), transcript.html(episode)
    assert "<script" not in vtt + page
    assert "&lt;script&gt;" in vtt
    assert len(re.findall("-->", vtt)) == len(list(_vtt_cues(vtt)))
    for form in (vtt, page, transcript.srt(episode), transcript.text(episode)):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]", form)


def test_srt_names_who_speaks_where_that_changes():
    blocks = transcript.srt(an_episode()).removesuffix("\n").split("\n\n")
    heads = [block.split("\n")[2] for block in blocks]
    assert [head for head in heads if head.endswith(":")] == ["Narrator:", "Mara Lind:"] * 2 + ["Narrator:"]


def test_the_note_that_nobody_says_comes_when_nothing_else_is_heard():
    episode = an_episode()
    segments = transcript.podcast_json(episode)["segments"]
    assert segments[-1]["body"] == quotation_note("en")
    assert segments[-1]["startTime"] >= segments[-2]["endTime"]
    assert "synthetic voices" in transcript.srt(episode).split("\n\n")[-2]


def test_speakers_are_named():
    voices = [cue[3] for cue in _vtt_cues(transcript.webvtt(an_episode()))]
    assert voices.count("Mara Lind") == 2
    assert set(voices) == {"Narrator", "Mara Lind"}
    nobody = an_episode(an_article(language="de", blocks=(Block(role=Role.PARAGRAPH, text="“Ja”, sagte wer."),)))
    assert "<v Zitat>“Ja”" in transcript.webvtt(nobody)


def test_chapters_want_two():
    episode = an_episode()
    found = transcript.chapters(episode)
    assert found is not None
    assert [chapter["title"] for chapter in found["chapters"]] == ["A lamp from the attic", "What comes next"]
    assert transcript.chapters(replace(episode, chapters=episode.chapters[:1])) is None


@given(st.text(max_size=300), st.integers(1, 70))
def test_wrapping_loses_nothing(text, width):
    rows = wrapped(text, width)
    assert "".join("".join(text[start:end] for start, end in rows).split()) == "".join(text.split())
    assert all(0 < end - start <= width for start, end in rows)


def test_lines_of_a_caption_are_about_equally_long():
    text = "Visitors may climb the one hundred and twelve steps from Saturday on."
    lengths = [end - start for start, end in wrapped(text, 65)]
    assert len(lengths) == 2
    assert max(lengths) - min(lengths) < 10


def test_cutting_keeps_to_bytes():
    assert shortened("слово слово слово", 30) == "слово слово…"
    assert shortened("x" * 50, 30) == "x" * 27 + "…"
    assert shortened("short", 30) == "short"


def test_labels_fall_back_to_english():
    assert labels("xx")["narrator"] == "Narrator"
    assert direction("ar-EG") == "rtl"
    assert direction("uk") == "ltr"


def test_convert_leaves_webvtt(tmp_path):
    write_transcripts(tmp_path, an_episode())
    assert (tmp_path / "transcript.vtt").read_text("utf-8") == transcript.webvtt(an_episode())


def test_the_sample_round_trips():
    episode = an_episode()
    assert output.decode(output.encode(episode), type(episode)) == episode
    assert io.StringIO(transcript.text(episode)).readline().strip() == SENTENCE


def test_a_note_that_is_said_is_not_shown_twice():
    episode = an_episode()
    note = quotation_note(episode.language)
    line = replace(episode.lines[0], text=note, spoken=note, end=len(note), words=())
    cue = replace(episode.cues[0], start=episode.cues[-1].end + 0.5, end=episode.cues[-1].end + 4, words=())
    said = replace(
        episode,
        lines=(*episode.lines, line),
        cues=(*episode.cues, replace(cue, line=len(episode.lines))),
        recording=replace(episode.recording, duration=cue.end),
    )
    for made in (transcript.srt, transcript.html, transcript.text, transcript.podcast_json):
        assert str(made(said)).replace("\\n", " ").replace("\n", " ").count("the people quoted") == 1, made
    assert transcript.webvtt(said).replace("\n", " ").count("the people quoted") == 1
    assert len(transcript.podcast_json(said)["segments"]) == len(transcript.podcast_json(episode)["segments"])
