"""What is said around the article: title, byline, disclosure, and again in what is long."""

import pytest

from audiofy.errors import PaywallError
from audiofy.model import Article, Block, Kind, Role
from audiofy.script import compose
from audiofy.script.pace import seconds

SENTENCE = "The tide came in over the old harbour wall and the boats rose with it as they had always done."


def article(paragraphs=2, **fields):
    blocks = tuple(Block(role=Role.PARAGRAPH, text=SENTENCE) for _ in range(paragraphs))
    return Article(url="", title="The tide", language="en-GB", authors=("Ann Lee",), blocks=blocks, **fields)


def kinds(script):
    return [line.kind for line in script.lines]


def test_the_disclosure_comes_first_then_title_byline_and_body():
    script = compose(article())
    assert kinds(script) == [Kind.DISCLOSURE, Kind.TITLE, Kind.BYLINE, Kind.NARRATION, Kind.NARRATION]
    assert script.lines[0].text == "This audio is created with AI assistance."


def test_the_disclosure_goes_where_it_is_wanted():
    assert kinds(compose(article(), spoken_disclosure="end"))[-1] is Kind.DISCLOSURE
    assert kinds(compose(article(), spoken_disclosure="both")).count(Kind.DISCLOSURE) == 2
    assert Kind.DISCLOSURE not in kinds(compose(article(), spoken_disclosure="off"))
    assert compose(article(), sentence="Read by machines.").lines[0].text == "Read by machines."


def test_long_audio_has_it_again_between_paragraphs_and_at_the_end():
    long = article(paragraphs=100)  # some 2,000 words, 12 minutes
    lines = compose(long, every=5.0).lines
    places = [place for place, line in enumerate(lines) if line.kind is Kind.DISCLOSURE]
    assert len(places) == 4
    assert places[0] == 0
    assert places[-1] == len(lines) - 1
    assert kinds(compose(long, every=0)).count(Kind.DISCLOSURE) == 1
    assert kinds(compose(long, every=5.0, spoken_disclosure="off")).count(Kind.DISCLOSURE) == 0
    assert kinds(compose(long)).count(Kind.DISCLOSURE) == 1


@pytest.mark.parametrize(
    "text",
    [
        "In 1801 the keeper counted 1,217 ships, in 1802 he counted 1,344, and in 1803 there were 2,219 of them.",
        "灯台は金曜日に再び点灯される。町の議会が月曜日の夜に発表した。",
        "Маяк на піщаній косі знову засвітять у п’ятницю, повідомила в понеділок увечері міська рада.",
    ],
)
def test_it_comes_again_in_time_whatever_is_read(text):
    blocks = tuple(Block(role=Role.PARAGRAPH, text=text) for _ in range(200))
    lines = compose(Article(url="", title="", language="en", blocks=blocks), every=5.0).lines
    gaps = [[]]
    for line in lines:
        if line.kind is Kind.DISCLOSURE:
            gaps.append([])
        else:
            gaps[-1].append(seconds(line.spoken))
    assert len(gaps) > 4
    assert all(sum(gap) <= 300 for gap in gaps)
    assert all(sum(gap) > 280 for gap in gaps[1:-2])


def test_a_short_text_and_one_endless_paragraph():
    assert kinds(compose(article(2), every=5.0)).count(Kind.DISCLOSURE) == 1
    endless = Article(url="", title="", blocks=(Block(role=Role.PARAGRAPH, text=SENTENCE * 60),))
    assert kinds(compose(endless, every=5.0)).count(Kind.DISCLOSURE) == 2


def test_notes_are_said_with_it_when_asked_for_and_true():
    quoted = Article(
        url="",
        title="",
        language="en",
        blocks=(Block(role=Role.PARAGRAPH, text="“We will all go home,” said Bo Ray."),),
    )
    said = [line.text for line in compose(quoted, quotation_note=True, correction_note=True).lines[:3]]
    assert said[1] == "Quotations are read by synthetic voices, not by the people quoted."
    assert said[2] == "The article has been changed since it was first recorded."
    assert kinds(compose(article(), quotation_note=True)).count(Kind.DISCLOSURE) == 1


def test_quotations_are_announced_in_words_when_one_voice_reads_all():
    quoted = Article(
        url="", title="", language="en", blocks=(Block(role=Role.PARAGRAPH, text="“We will pay $5 now,” said Bo Ray."),)
    )
    line = next(line for line in compose(quoted, quotes="spoken").lines if line.kind is Kind.QUOTE)
    assert line.spoken.startswith("quote: ")
    assert line.spoken.endswith(" end quote.")
    money = next(word for word in line.words if line.text[word.start : word.end] == "$5")
    assert line.spoken[money.at :].startswith("five dollars")


def test_a_teaser_is_refused_unless_it_is_asked_for():
    teaser = article(partial="it breaks off after 80 words")
    with pytest.raises(PaywallError, match=r"Only a part of the article in .*: it breaks off after 80 words") as caught:
        compose(teaser)
    assert "--allow-partial" in caught.value.remedy
    assert compose(teaser, allow_partial=True).lines
