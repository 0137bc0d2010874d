"""An episode to its transcript in five forms: WebVTT, SRT, Podcasting 2.0 JSON, HTML and plain text. Pure.

Each has every word that is heard, in order, and says how the audio was made: the disclosure, spoken or not, and that
quotations are not read by the people quoted.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Any

from audiofy.disclosure import quotation_note
from audiofy.model import Kind
from audiofy.publication.captions import Caption, captions
from audiofy.publication.characters import one_line, shortened
from audiofy.publication.labels import direction, labels, spoken_in
from audiofy.publication.sentences import Sentence, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.model import Episode

# Apple's advice for WebVTT: https://podcasters.apple.com/support/5316-transcripts-on-apple-podcasts
VTT_WIDTH = 65
# The Podcasting 2.0 transcript guide's for SRT: https://github.com/Podcastindex-org/podcast-namespace
SRT_WIDTH = 32

# How long a disclosure is shown that nobody says.
_SHOWN = 3.0

_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>{heading}: {title}</title>
<style>
:root {{ color-scheme: light dark; font: 1.1rem/1.6 Georgia, serif; background: light-dark(#fffefa, #161512) }}
main {{ max-width: 36rem; margin: 0 auto; padding: 1rem }}
cite, time {{ font: 600 .85rem/1.4 system-ui, sans-serif }}
time {{ font-weight: 400; opacity: .75 }}
cite + time + p {{ margin: .1rem 0 1.1rem }}
</style>
</head>
<body>
<main>
<h1{english}>{heading}</h1>
{rows}
</main>
</body>
</html>
"""


def webvtt(episode: Episode) -> str:
    """WebVTT (https://www.w3.org/TR/webvtt1/): a cue a sentence, long ones in parts, of at most two lines of 65."""
    notes = [*_made(episode), f"Digital source type: {episode.disclosure.source_type}"]
    blocks = ["WEBVTT", "NOTE\n" + "\n".join(_vtt(one_line(note)) for note in notes)]
    for caption in captions(_shown(episode), VTT_WIDTH):
        voice = _vtt(speaker(caption.sentence, episode.language))
        said = "\n".join(_vtt(line) for line in caption.lines)
        blocks.append(f"{_number(caption)}\n{_clock(caption.start)} --> {_clock(caption.end)}\n<v {voice}>{said}")
    return "\n\n".join(blocks) + "\n"


def srt(episode: Episode) -> str:
    """SubRip: captions of at most two lines of 32 letters; a line of its own names who speaks where that changes."""
    blocks = []
    for number, caption in enumerate(captions(_noted(episode), SRT_WIDTH, lambda at: _heading(at, episode)), 1):
        times = f"{_clock(caption.start, ',')} --> {_clock(caption.end, ',')}"
        blocks.append(f"{number}\n{times}\n" + "\n".join(caption.lines))
    return "\n\n".join(blocks) + "\n"


def _heading(sentence: Sentence, episode: Episode) -> str:
    """The line that says who speaks; nothing for the words of audiofy itself."""
    name = "" if sentence.kind is Kind.DISCLOSURE else speaker(sentence, episode.language)
    return f"{shortened(name, SRT_WIDTH - 1)}:" if name else ""


def podcast_json(episode: Episode) -> dict[str, Any]:
    """The JSON transcript of Podcasting 2.0: a segment a sentence, with the times of its words beside the text."""
    segments = []
    for sentence in _noted(episode):
        segment: dict[str, Any] = {
            "speaker": speaker(sentence, episode.language),
            "startTime": round(sentence.start, 3),
            "endTime": round(sentence.end, 3),
            "body": sentence.text,
        }
        if sentence.words:
            ends = [*(word.time for word in sentence.words[1:]), sentence.end]
            segment["words"] = [
                {
                    "startTime": round(word.time, 3),
                    "endTime": round(end, 3),
                    "body": sentence.text[word.start : word.end],
                }
                for word, end in zip(sentence.words, ends, strict=True)
            ]
        segments.append(segment)
    return {"version": "1.0.0", "segments": segments}


def html(episode: Episode) -> str:
    """An HTML page with speakers, times and paragraphs, as the Podcasting 2.0 guide describes it."""
    language = episode.language
    rows = [f"<p>{escape(note)}</p>" for note in _made(episode)[1 if _first(episode) else 0 :]]
    for turn in turns(sentences(episode)):
        name, seconds = escape(speaker(turn[0], language)), int(turn[0].start)
        clock = f'<time datetime="PT{seconds}S">{seconds // 60}:{seconds % 60:02}</time>'
        label = "" if turn[0].kind is Kind.QUOTE and one_line(turn[0].speaker) else spoken_in(language)
        rows.append(
            f"<cite{label}>{name}:</cite>\n{clock}\n<p>{' '.join(escape(sentence.text) for sentence in turn)}</p>"
        )
    return _PAGE.format(
        language=escape(language),
        direction=direction(language),
        heading=escape(labels(language)["transcript"]),
        english=spoken_in(language),
        title=escape(one_line(episode.article.title)),
        rows="\n".join(rows),
    )


def text(episode: Episode) -> str:
    """Plain text: a paragraph of the article is a paragraph."""
    made = _made(episode)
    opening = made[1:] if _first(episode) else made
    paragraphs: list[str] = []
    last: tuple[int, int] | None = None
    for sentence in sentences(episode):
        where = (sentence.block, sentence.line if sentence.block < 0 else -1)
        if where == last:
            paragraphs[-1] += f" {sentence.text}"
        else:
            paragraphs.append(sentence.text)
        last = where
    place = 1 if _first(episode) else 0
    return "\n\n".join([*paragraphs[:place], *opening, *paragraphs[place:]]) + "\n"


def chapters(episode: Episode) -> dict[str, Any] | None:
    """The JSON chapters of Podcasting 2.0, or None for an episode with fewer than two."""
    if len(episode.chapters) < 2:  # noqa: PLR2004 - one chapter divides nothing
        return None
    return {
        "version": "1.2.0",
        "title": one_line(episode.article.title),
        "chapters": [
            {"startTime": round(chapter.start, 3), "endTime": round(chapter.end, 3), "title": one_line(chapter.title)}
            for chapter in episode.chapters
        ],
    }


def turns(said: tuple[Sentence, ...]) -> Iterator[list[Sentence]]:
    """Sentences in runs of the same speaker in the same paragraph."""
    run: list[Sentence] = []
    for sentence in said:
        if run and (run[-1].block, run[-1].kind, run[-1].speaker) != (sentence.block, sentence.kind, sentence.speaker):
            yield run
            run = []
        run.append(sentence)
    if run:
        yield run


def speaker(sentence: Sentence, language: str) -> str:
    """Who is heard, as it is written: the person quoted, "Quotation" where that is not known, or "Narrator"."""
    if sentence.kind is Kind.QUOTE:
        return one_line(sentence.speaker) or labels(language)["quotation"]
    return labels(language)["narrator"]


def _made(episode: Episode) -> list[str]:
    """What is written of how the audio was made; the note on quotations only where nobody says it."""
    note = [] if _says_note(episode) else [quotation_note(episode.language)]
    return [one_line(episode.disclosure.sentence), *note]


def _says_note(episode: Episode) -> bool:
    note = quotation_note(episode.language)
    return any(cue.line >= 0 and episode.lines[cue.line].text == note for cue in episode.cues)


def _first(episode: Episode) -> bool:
    """Whether the first words heard are the disclosure."""
    heard = next((cue for cue in episode.cues if cue.line >= 0), None)
    return heard is not None and episode.lines[heard.line].kind is Kind.DISCLOSURE


def _shown(episode: Episode) -> tuple[Sentence, ...]:
    """The sentences, with the disclosure before them if nobody says it first."""
    said = sentences(episode)
    return said if _first(episode) else (_silent(episode, 0, _made(episode)[0]), *said)


def _noted(episode: Episode) -> tuple[Sentence, ...]:
    """The same with the note on quotations after the last word, for forms that have no other place for it.

    Before it, it would be shown while something else is heard.
    """
    end = episode.recording.duration
    notes = (_silent(episode, 1, note) for note in _made(episode)[1:])
    return (*_shown(episode), *(replace(note, start=end, end=end + _SHOWN) for note in notes))


def _silent(episode: Episode, number: int, words: str) -> Sentence:
    return Sentence(
        number=-number,
        line=-1,
        place=0,
        block=-1,
        kind=Kind.DISCLOSURE,
        speaker="",
        voice="",
        text=words,
        start=0.0,
        end=min(_SHOWN, episode.recording.duration),
    )


def _number(caption: Caption) -> str:
    return f"s{caption.sentence.number}" + (f".{caption.part + 1}" if caption.part else "")


def _vtt(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(milliseconds: int, mark: str = ".") -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{mark}{rest:03}"
