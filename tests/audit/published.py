"""An output folder that keeps every promise, made by hand: two episodes with sound, tags, transcripts, pages, a feed."""

from __future__ import annotations

import json
import zipfile
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from math import log10

import numpy as np
import soundfile
from mutagen.id3 import ID3
from PIL import Image

from audiofy import disclosure, output
from audiofy.audio.tags import write_tags
from audiofy.audit.evidence.loudness import Meter
from audiofy.model import Block, Kind, Role
from audiofy.settings import Settings, Show
from sample import an_article, an_episode

SLUG = "lighthouse-to-shine-again"
OTHER = "ferry-sold"
RATE = 24_000
SETTINGS = Settings()
BASE = "https://cdn.example/shows/"


def publish(out):
    """Both episodes and their feed in `out`."""
    first = make(out / SLUG, an_episode())
    article = an_article(
        url="https://news.example/coast/ferry",
        title="Ferry sold",
        blocks=(Block(role=Role.PARAGRAPH, text="The old ferry goes to the breakers in May."),),
    )
    second = make(out / OTHER, an_episode(article, slug=OTHER, guid="urn:uuid:0b7f1a52-9d62-5e8e-8c93-9f3b8d1f7a10"))
    write_feed(out, [first, second])
    front = f"<h1>Gazette</h1><p>{first.disclosure.sentence}</p><a href='{SLUG}/index.html'>Lighthouse</a></html>"
    (out / "index.html").write_text(front, encoding="utf-8")
    (out / "embed.js").write_text("// Puts players into pages.\n", encoding="utf-8")
    (out / "about.html").write_text("<p>Who we are.</p></html>\n", encoding="utf-8")


def make(folder, episode):
    """An episode with everything beside it, as episode.json then says."""
    folder.mkdir(parents=True)
    samples = spoken(episode)
    episode = replace(
        episode,
        recording=replace(episode.recording, duration=len(samples) / RATE, frame_rate=RATE, bitrate=64, preset="web"),
    )
    encode(folder / episode.recording.audio, samples)
    write_tags(folder / episode.recording.audio, episode, cover=cover(), show=Show(title="The Sand Point Gazette"))
    write_beside(folder, episode)
    return settle(folder, episode)


def spoken(episode):
    """Harmonics that swell like speech in each cue, and silence between, at -19 LUFS as one channel."""
    phases = np.random.default_rng(7).uniform(0, 2 * np.pi, 16)
    time = np.arange(round(episode.cues[-1].end * RATE)) / RATE
    voice = sum(np.sin(2 * np.pi * 140 * (number + 1) * time + phase) for number, phase in enumerate(phases))
    samples = np.zeros(round(episode.cues[-1].end * RATE), np.float32)
    for cue in episode.cues:
        start, end = round(cue.start * RATE), round(cue.end * RATE)
        swell = 0.6 + 0.4 * np.sin(2 * np.pi * 4 * np.arange(end - start) / RATE)
        samples[start:end] = voice[start:end] * swell
    meter = Meter(RATE)
    meter.add(samples)
    return samples * 10 ** ((-16 - meter.loudness()) / 20)


def encode(path, samples):
    """An MP3 of samples between -1 and 1; louder ones are cut off."""
    form = {"format": "MP3", "subtype": "MPEG_LAYER_III", "bitrate_mode": "CONSTANT", "compression_level": 0.6}
    soundfile.write(path, np.clip(samples, -1, 1), RATE, **form)


def cover():
    from io import BytesIO

    file = BytesIO()
    Image.new("RGB", (64, 64), "navy").save(file, "JPEG")
    return file.getvalue()


def settle(folder, episode):
    """Writes episode.json and book for the MP3 as it is now."""
    content = (folder / episode.recording.audio).read_bytes()
    recording = replace(episode.recording, size=len(content), sha256=sha256(content).hexdigest())
    episode = replace(episode, recording=recording)
    output.write_episode(folder, episode)
    write_book(folder, episode)
    return episode


def retag(folder, change):
    """Changes the tag of the MP3, and lets episode.json know of its new size and hash."""
    episode = output.read_episode(folder)
    tags = ID3(folder / episode.recording.audio)
    change(tags)
    tags.save()
    settle(folder, episode)


def rerecord(folder, change):
    """Changes the sound of the MP3 and keeps its tag."""
    episode = output.read_episode(folder)
    path = folder / episode.recording.audio
    tags = ID3(path)
    encode(path, change(spoken(episode), episode))
    tags.save(path)
    settle(folder, episode)


def loudness(samples):
    return 20 * log10(float(np.sqrt((samples**2).mean())))


def write_beside(folder, episode):
    """Transcripts and page."""
    note = disclosure.quotation_note(episode.language)
    cues = [(cue, episode.lines[cue.line]) for cue in episode.cues]
    (folder / "transcript.vtt").write_text(
        f"WEBVTT\n\nNOTE\n{episode.disclosure.sentence}\n{note}\n\n"
        + "\n".join(
            f"{clock(cue.start)} --> {clock(cue.end)}\n<v {speaker(line)}>{escape(line.text, quote=False)}\n"
            for cue, line in cues
        ),
        encoding="utf-8",
    )
    (folder / "transcript.srt").write_text(
        "\n".join(
            f"{number}\n{clock(cue.start, ',')} --> {clock(cue.end, ',')}\n{line.text}\n"
            for number, (cue, line) in enumerate(cues, 1)
        )
        + f"\n{len(cues) + 1}\n{clock(cues[-1][0].end, ',')} --> {clock(cues[-1][0].end + 1, ',')}\n{note}\n",
        encoding="utf-8",
    )
    segments = [
        {"speaker": speaker(line), "startTime": cue.start, "endTime": cue.end, "body": line.text} for cue, line in cues
    ]
    segments.append({"speaker": "", "startTime": cues[-1][0].end, "endTime": cues[-1][0].end + 1, "body": note})
    (folder / "transcript.json").write_text(json.dumps({"version": "1.0.0", "segments": segments}), encoding="utf-8")
    paragraphs = "".join(
        f"<h2>{escape(line.text)}</h2>" if line.kind is Kind.HEADING else f"<p>{escape(line.text)}</p>"
        for _, line in cues
    )
    (folder / "transcript.html").write_text(f"<!doctype html><body>{paragraphs}<p>{note}</p></html>", encoding="utf-8")
    (folder / "transcript.txt").write_text("\n\n".join([line.text for _, line in cues] + [note]), encoding="utf-8")
    player = f'<audio src="{episode.recording.audio}?v=1"></audio><p>{escape(episode.disclosure.sentence)}</p>'
    framed = f'<!doctype html><html lang="{episode.language}">{player}</html>'
    (folder / "player.html").write_text(framed, encoding="utf-8")
    (folder / "cover.jpg").write_bytes(cover())
    article = "".join(f"<p>{escape(line.text)}</p>" for _, line in cues if line.block >= 0)
    data = {
        "@type": "NewsArticle",
        "headline": episode.article.title,
        "audio": {
            "@type": "AudioObject",
            "contentUrl": f"{BASE}{folder.name}/{episode.recording.audio}",
            "digitalSourceType": disclosure.schema_org(episode.disclosure.source_type),
        },
    }
    card = {
        "title": episode.article.title,
        "html": f'<iframe src="{BASE}{folder.name}/player.html" title="Listen"></iframe>',
    }
    (folder / "oembed.json").write_text(json.dumps(card), encoding="utf-8")
    (folder / "index.html").write_text(
        f'<!doctype html><html lang="{episode.language}"><head>'
        f"<title>{escape(episode.article.title)} – The Sand Point Gazette</title></head><body>"
        f'<script type="application/ld+json">{json.dumps(data)}</script>'
        f'<meta property="og:audio" content="{BASE}{folder.name}/{episode.recording.audio}?v=1">'
        f'<a href="#">Text</a> <a href="transcript.html">Transcript</a> {player}<div id="article">{article}</div></html>',
        encoding="utf-8",
    )


def write_book(folder, episode):
    with zipfile.ZipFile(folder / f"{folder.name}.epub", "w") as book:
        names = f"<dc:title>{escape(episode.article.title)}</dc:title>" + "".join(
            f"<dc:creator>{escape(author)}</dc:creator>" for author in episode.article.authors
        )
        book.writestr(
            "EPUB/package.opf", f"<package><meta>{escape(episode.disclosure.sentence)}</meta>{names}</package>"
        )
        book.writestr(
            "EPUB/c1.xhtml",
            "<section>"
            + "".join(f'<p id="s{number}">{escape(line.text)}</p>' for number, line in enumerate(episode.lines))
            + "<p><small>Made by audiofy.</small></p></section>",
        )
        pairs = (
            f'<par><text src="c1.xhtml#s{cue.line}"/>'
            f'<audio src="c1.mp3" clipBegin="{cue.start:.3f}s" clipEnd="{cue.end:.3f}s"/></par>'
            for cue in episode.cues
            if cue.line >= 0
        )
        book.writestr("EPUB/c1.smil", f"<smil><body>{''.join(pairs)}</body></smil>")
        book.write(folder / episode.recording.audio, "EPUB/c1.mp3")


def speaker(line):
    return line.speaker if line.kind is Kind.QUOTE else "Narrator"


def clock(seconds, point="."):
    thousandths = round(1000 * seconds)
    seconds, rest = divmod(thousandths, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{rest:03}"


FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
 xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>The Sand Point Gazette</title>
<description>{sentence}</description><podcast:txt purpose="ai-content">true</podcast:txt>{items}</channel></rss>"""

ITEM = """<item><title>{title}</title><guid isPermaLink="false">{guid}</guid><description>{summary}&lt;p&gt;{sentence}&lt;/p&gt;</description><link>{base}{slug}/</link>
<enclosure url="{base}{slug}/{slug}.mp3?v=1" length="{size}" type="audio/mpeg"/>
<pubDate>{date}</pubDate><podcast:alternateEnclosure type="audio/mpeg" length="{size}">
<podcast:source uri="{base}{slug}/{slug}.mp3?v=1"/><podcast:integrity type="sri" value="sha256-{digest}"/>
</podcast:alternateEnclosure><itunes:duration>{seconds}</itunes:duration><podcast:txt purpose="ai-content">true</podcast:txt>
<podcast:transcript url="{base}{slug}/transcript.vtt" type="text/vtt"/>
<itunes:image href="{base}{slug}/cover.jpg?v=1"/></item>"""


def aired(episode):
    moment = datetime.fromisoformat(episode.article.published or episode.made)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def write_feed(out, episodes):
    items = "\n".join(
        ITEM.format(
            title=escape(episode.article.title),
            guid=episode.guid,
            summary=escape(episode.article.summary),
            sentence=episode.disclosure.sentence,
            base=BASE,
            slug=episode.slug,
            size=episode.recording.size,
            digest=b64encode(bytes.fromhex(episode.recording.sha256)).decode(),
            date=format_datetime(aired(episode)),
            seconds=round(episode.recording.duration),
        )
        for episode in episodes
    )
    text = FEED.format(sentence=episodes[0].disclosure.sentence, items=items)
    (out / "feed.xml").write_text(text, encoding="utf-8")
