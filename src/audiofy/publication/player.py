"""An episode to its player in HTML: the browser's own without script, ours with it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audiofy.disclosure import quotation_note
from audiofy.publication.characters import one_line
from audiofy.publication.labels import labels, spoken_in
from audiofy.publication.markup import safe, script_json
from audiofy.publication.score import score
from audiofy.publication.transcript import speaker

if TYPE_CHECKING:
    from audiofy.model import Episode
    from audiofy.publication.reading import Text

SPEEDS = (0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3)

_ICONS = {
    "go": "M8 5v14l11-7z",
    "stop": "M6 5h4v14H6zm8 0h4v14h-4z",
    "back": "M12 5V1L6 6l6 5V7a6 6 0 1 1-6 6H4a8 8 0 1 0 8-8z",
    "forward": "M12 5V1l6 5-6 5V7a6 6 0 1 0 6 6h2a8 8 0 1 1-8-8z",
    "previous": "M6 6h2.5v12H6zm4 6 8.5 6V6z",
    "next": "m5.5 18 8.5-6-8.5-6zm10-12H18v12h-2.5z",
}


def player(
    episode: Episode,
    *,
    disclosure: str,
    text: Text,
    title: str = "",
    alone: bool = False,
) -> str:
    """The player, with the disclosure beside its button and what it means one click away.

    Time runs from left to right in every language, as on a tape: so do the track and the buttons that skip.

    Args:
        episode: The episode.
        disclosure: The disclosure's line in HTML; the sentence as it is written if empty.
        text: What is heard, and where it is in the article.
        title: What article it is, in HTML, where that can't be seen.
        alone: Without the text beside it: nothing to follow.
    """
    words, recording = labels(episode.language), episode.recording
    heading, which = safe(words["listen"]), f'<p class="which">{title}</p>\n' if title else ""
    level = "h1" if alone else "h2"
    minutes = max(1, round(recording.duration / 60))
    speeds = "".join(f'<option value="{speed}"{" selected" * (speed == 1)}>{speed}×</option>' for speed in SPEEDS)
    source = f"{safe(recording.audio)}?v={safe(recording.sha256[:8])}"
    start = f'class="play" id="play" aria-label="{safe(words["play"])}" aria-describedby="made"'
    times = f'<span id="elapsed">0:00</span><span class="now"></span><span>{_clock(recording.duration)}</span>'
    skips = "".join(_button(name, words[name]) for name in ("previous", "back", "forward", "next"))
    following = f'<label><input type="checkbox" id="follow"> {safe(words["follow"])}</label>'
    return f"""<section class="player" aria-label="{safe(words["version"])}"{spoken_in(episode.language)}>
<div class="deck">
<button {start} data-js hidden>{_icon("go")}{_icon("stop")}</button>
<div class="label"><{level}>{heading} <small>· {minutes} {safe(words["minutes"])}</small></{level}>
{which}<div class="made" id="made"><p dir="auto">{disclosure or safe(one_line(episode.disclosure.sentence))}</p>
<details><summary>{safe(words["about"])}</summary>{_about(episode)}</details></div></div>
</div>
<audio controls preload="none" src="{source}" aria-describedby="made"></audio>
<div class="track" dir="ltr" data-js hidden><input type="range" id="position" min="0" max="{recording.duration:.1f}" \
step="0.1" value="0" aria-label="{safe(words["position"])}">
<div class="times">{times}</div></div>
<div class="tools" data-js hidden>
<span class="skips" dir="ltr">{skips}</span>
<label>{safe(words["speed"])} <select id="speed">{speeds}</select></label>
{"" if alone else following}
<a href="{safe(recording.audio)}" download>{safe(words["download"])} ({recording.size / 1e6:.1f} MB)</a>
</div>
<p class="status" role="status"></p>
</section>
<script type="application/json" id="score">{script_json(_data(episode, text))}</script>"""


def _about(episode: Episode) -> str:
    words = labels(episode.language)
    voices = ", ".join(dict.fromkeys(cue.voice for cue in episode.cues if cue.voice))
    engines = ", ".join(f"{name} {version}".strip() for name, version in episode.engines)
    source = episode.disclosure.source_type
    facts = f"{words['voices']}: {voices} ({words['synthetic']}). {words['engine']} {engines}, {episode.generator}."
    term = f'<a href="{safe(source)}">{safe(source.rpartition("/")[2])}</a>'
    return (
        f"<p>{safe(words['about_text'])} {safe(quotation_note(episode.language))}</p><p>{safe(facts)} IPTC: {term}</p>"
        f"<p><strong>{safe(words['keys'])}.</strong> {safe(words['keys_text'])}</p>"
    )


def _data(episode: Episode, text: Text) -> dict[str, Any]:
    """What the script needs."""
    article, words = episode.article, labels(episode.language)
    authors = ", ".join(one_line(author) for author in article.authors)
    speakers = list(dict.fromkeys(one.speaker for one in text.said))
    quoted = {
        one.speaker: f"{speaker(one, episode.language)} ({words['synthetic']})" for one in text.said if one.speaker
    }
    return {
        "guid": episode.guid,
        "duration": round(episode.recording.duration, 2),
        "media": {
            "title": one_line(article.title) or episode.slug,
            "artist": " · ".join(part for part in (authors, one_line(episode.disclosure.sentence)) if part),
            "album": one_line(article.publisher),
        },
        "words": {name: words[name] for name in ("play", "pause", "failed")},
        "speakers": [quoted.get(name, "") for name in speakers],
        "score": score(text.said, text.gaps, speakers),
    }


def _button(name: str, label: str) -> str:
    # The title is the button's name too; with a label beside it, screen readers say both.
    return f'<button id="{name}" title="{safe(label)}">{_icon(name)}</button>'


def _icon(name: str) -> str:
    seconds = '<text x="12" y="15.6">15</text>' if name in {"back", "forward"} else ""
    return f'<svg class="{name}" viewBox="0 0 24 24" aria-hidden="true"><path d="{_ICONS[name]}"/>{seconds}</svg>'


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
