"""For each check, something that breaks just that promise, and just that finding."""

from __future__ import annotations

import re
import shutil
import zipfile
from dataclasses import replace
from hashlib import sha256

import numpy as np
import published
import pytest
from mutagen.id3 import ID3, TIT2, TLAN
from published import BASE, OTHER, SLUG, rerecord, retag

from audiofy import output
from audiofy.audit import verify
from audiofy.audit.checks import OF_COPIES, OF_EPISODES, OF_FOLDERS
from audiofy.disclosure import IPTC, quotation_note, text_sha256
from audiofy.errors import FetchError
from audiofy.model import Credential, Cue, Kind, Revision, Word
from audiofy.settings import Disclosing, Settings, Signing

OF_EPISODE: dict[str, object] = {}
OF_SHELF: dict[str, object] = {}


def breaks(name, where=OF_EPISODE):
    """Registers a function that breaks the promise of that name; it may give arguments for `verify`."""

    def add(break_it):
        assert name not in where, name
        where[name] = break_it
        return break_it

    return add


def edit(folder, **changes):
    episode = replace(output.read_episode(folder), **changes)
    output.write_episode(folder, episode)
    return episode


def with_line(folder, index, **changes):
    lines = list(output.read_episode(folder).lines)
    lines[index] = replace(lines[index], **changes)
    return edit(folder, lines=tuple(lines))


def with_cue(folder, index, **changes):
    cues = list(output.read_episode(folder).cues)
    cues[index] = replace(cues[index], **changes)
    return edit(folder, cues=tuple(cues))


def with_source_type(folder, source_type, term):
    """Another source type in every layer."""
    edit(folder, disclosure=replace(output.read_episode(folder).disclosure, source_type=source_type))
    retag(folder, lambda tags: (retext(tags, "TXXX:DigitalSourceType", source_type), rexmp(tags, source_type)))
    rewrite(folder / "index.html", "AlgorithmicMediaDigitalSource", term)


def with_sentence(folder, sentence):
    """Another sentence in every written layer."""
    episode = output.read_episode(folder)
    note = "not by the people quoted."
    edit(folder, disclosure=replace(episode.disclosure, sentence=sentence))
    retag(folder, lambda tags: (retext(tags, "TXXX:AI_DISCLOSURE", sentence), recomment(tags, sentence)))
    rewrite(folder / "transcript.vtt", "NOTE\n", f"NOTE\n{sentence}\n")
    for name in ("transcript.srt", "transcript.html", "transcript.txt", "transcript.json"):
        rewrite(folder / name, note, f"{note} {sentence}")
    for name in ("index.html", "player.html"):
        rewrite(folder / name, episode.disclosure.sentence, sentence)
    published.write_book(folder, output.read_episode(folder))


def rexmp(tags, source_type):
    frame = tags.getall("PRIV")[0]
    frame.data = re.sub(rb'DigitalSourceType="[^"]*"', b'DigitalSourceType="' + source_type.encode() + b'"', frame.data)


def recomment(tags, sentence):
    tags.getall("COMM")[0].text = [sentence]


def hushed(start, end):
    """A change of sound: silence between two times, which functions of the episode tell."""

    def hush(samples, episode):
        samples[round(start(episode) * published.RATE) : round(end(episode) * published.RATE)] = 0
        return samples

    return hush


def items_of(shelf):
    return re.findall(r"<item>.*?</item>", (shelf / "feed.xml").read_text(encoding="utf-8"), re.DOTALL)


def drop_item(shelf, slug):
    item = next(item for item in items_of(shelf) if f"/{slug}/" in item)
    rewrite(shelf / "feed.xml", item, "")


def in_last_item(shelf, old, new):
    head, tail = (shelf / "feed.xml").read_text(encoding="utf-8").rsplit(old, 1)
    (shelf / "feed.xml").write_text(head + new + tail, encoding="utf-8")


def rewrite(path, old, new, count=1):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), encoding="utf-8")


def retext(tags, name, *texts):
    tags[name].text = list(texts)


# files


@breaks("audio-there")
def _(folder):
    (folder / f"{SLUG}.mp3").unlink()


@breaks("audio-name")
def _(folder):
    recording = output.read_episode(folder).recording
    edit(folder, recording=replace(recording, audio=f"../{SLUG}/{SLUG}.mp3"))


@breaks("audio-size")
def _(folder):
    with (folder / f"{SLUG}.mp3").open("ab") as file:
        file.write(bytes(3))


@breaks("audio-hash")
def _(folder):
    path = folder / f"{SLUG}.mp3"
    content = bytearray(path.read_bytes())
    at = content.index(b"Xing") if b"Xing" in content else content.index(b"Info")
    content[at + 120] ^= 1  # in the table of contents of the Info header, which decoders do without
    path.write_bytes(content)


def with_copy(folder, **changes):
    """Gives the episode a copy in another preset, with what breaks a promise about it."""
    episode = output.read_episode(folder)
    name = f"{SLUG}.web.mp3"
    shutil.copy(folder / episode.recording.audio, folder / name)
    edit(folder, copies=(replace(episode.recording, audio=name, preset="web", **changes),))
    return folder / name


@breaks("copy-whole")
def _(folder):
    with_copy(folder, sha256="0" * 64)


@breaks("copy-in-preset-disclosure")
def _(folder):
    path = with_copy(folder)
    tags = ID3(path)
    tags.delall("TXXX:AI_DISCLOSURE")
    tags.save()
    content = path.read_bytes()
    copy = replace(output.read_episode(folder).copies[0], size=len(content), sha256=sha256(content).hexdigest())
    edit(folder, copies=(copy,))


@breaks("slug-agrees")
def _(folder):
    edit(folder, slug="another")


@breaks("language-told")
def _(folder):
    edit(folder, language="no language")


@breaks("dates-told")
def _(folder):
    edit(folder, made="yesterday")


@breaks("no-other-audio")
def _(folder):
    shutil.copy(folder / f"{SLUG}.mp3", folder / "draft.mp3")


@breaks("history-in-order")
def _(folder):
    revision = Revision(version=1, made="2026-03-14", changed=(), text_sha256="", audio_sha256="")
    edit(folder, version=3, history=(revision, replace(revision, version=3)))


# completeness


@breaks("text-in-script")
def _(folder):
    article = output.read_episode(folder).article
    longer = replace(article.blocks[-1], text=article.blocks[-1].text + " Dogs may not.")
    edit(folder, article=replace(article, blocks=(*article.blocks[:-1], longer)))


@breaks("line-has-place")
def _(folder):
    line = output.read_episode(folder).lines[3]
    with_line(folder, 3, start=line.start + 1, end=line.end + 1)


@breaks("title-in-script")
def _(folder):
    with_line(folder, 1, kind=Kind.BYLINE)


@breaks("line-has-words")
def _(folder):
    with_line(folder, 3, spoken="…")


@breaks("spoken-has-print")
def _(folder):
    line = output.read_episode(folder).lines[1]
    words = tuple(
        Word(text=found[0], at=found.start(), start=found.start(), end=found.end())
        for found in re.finditer(r"\w+", line.text)
    )
    with_line(folder, 1, words=words, spoken=f"{line.spoken} at last")


@breaks("line-has-cue")
def _(folder):
    episode = output.read_episode(folder)
    byline = next(index for index, line in enumerate(episode.lines) if line.kind is Kind.BYLINE)
    edit(folder, cues=tuple(cue for cue in episode.cues if cue.line != byline))


@breaks("cue-has-line")
def _(folder):
    cues = output.read_episode(folder).cues
    before = cues[2]
    edit(
        folder,
        cues=(
            *cues[:2],
            replace(before, end=before.end - 0.5),
            Cue(start=before.end - 0.4, end=before.end, line=-1),
            *cues[3:],
        ),
    )


@breaks("lines-in-order")
def _(folder):
    episode = output.read_episode(folder)
    cues = list(episode.cues)
    third, fourth = cues[3:5]
    cues[3:5] = (
        replace(third, line=fourth.line, words=(), voice=fourth.voice),
        replace(fourth, line=third.line, words=(), voice=third.voice),
    )
    edit(folder, cues=tuple(cues))
    # Its transcripts and its book tell it as it is heard: neither is to blame.
    return {"ignore": {"transcript-in-time", "book-in-time"}}


@breaks("voice-of-speaker")
def _(folder):
    quote = next(i for i, cue in enumerate(output.read_episode(folder).cues) if cue.voice == "ada")
    with_cue(folder, quote, voice="newsreader")


@breaks("transcript-there")
def _(folder):
    (folder / "transcript.vtt").unlink()


@breaks("transcript-readable")
def _(folder):
    rewrite(folder / "transcript.vtt", "WEBVTT", "VTT")


@breaks("transcript-complete")
def _(folder):
    rewrite(folder / "transcript.html", "It went dark in 1987.", "")


@breaks("transcript-in-order")
def _(folder):
    text = (folder / "transcript.txt").read_text(encoding="utf-8").split("\n\n")
    text[2], text[3] = text[3], text[2]
    (folder / "transcript.txt").write_text("\n\n".join(text), encoding="utf-8")


@breaks("transcript-adds-nothing")
def _(folder):
    rewrite(folder / "transcript.vtt", "It went dark in 1987.", "It went dark in 1987. Nobody knows why.")


@breaks("transcript-speakers")
def _(folder):
    rewrite(folder / "transcript.vtt", "<v Mara Lind>", "<v Kit Olsen>")


# timing


@breaks("cues-in-order")
def _(folder):
    cue = output.read_episode(folder).cues[4]
    with_cue(folder, 4, start=cue.start - 0.8)


@breaks("cue-has-length")
def _(folder):
    cue = output.read_episode(folder).cues[-1]
    cues = output.read_episode(folder).cues
    edit(folder, cues=(*cues, replace(cue, line=-1, sound="gong.wav", start=cue.end, end=cue.end, words=())))
    with_source_type(folder, IPTC + "compositeSynthetic", "CompositeSyntheticDigitalSource")
    return {"ignore": {"clip-not-silent"}}


@breaks("last-cue-ends")
def _(folder):
    cue = output.read_episode(folder).cues[-1]
    with_cue(folder, -1, end=cue.end - 0.5, words=())


@breaks("line-has-time")
def _(folder):
    cue = output.read_episode(folder).cues[5]
    with_cue(folder, 5, end=cue.start + 0.1, words=())
    return {"ignore": {"transcript-in-time"}}


@breaks("words-in-cue")
def _(folder):
    cue = output.read_episode(folder).cues[5]
    with_cue(folder, 5, words=(*cue.words[1:], cue.words[0]))


@breaks("chapters-in-order")
def _(folder):
    chapters = output.read_episode(folder).chapters
    edit(folder, chapters=(chapters[0], replace(chapters[1], end=999.0)))


@breaks("transcript-in-time")
def _(folder):
    path = folder / "transcript.srt"
    times = re.compile(r"(\d\d):(\d\d):(\d\d),")
    moved = times.sub(lambda found: f"{found[1]}:{int(found[2]) + 1:02}:{found[3]},", path.read_text(encoding="utf-8"))
    path.write_text(moved, encoding="utf-8")


# disclosure


@breaks("disclosure-spoken")
def _(folder):
    episode = output.read_episode(folder)
    edit(folder, disclosure=replace(episode.disclosure, spoken="off"))


@breaks("disclosure-place")
def _(folder):
    episode = output.read_episode(folder)
    edit(folder, disclosure=replace(episode.disclosure, spoken="nowhere"))


@breaks("disclosure-first")
def _(folder):
    with_line(folder, 0, kind=Kind.NARRATION)


@breaks("disclosure-heard")
def _(folder):
    rerecord(folder, hushed(lambda episode: 0, lambda episode: episode.cues[0].end))
    return {"ignore": {"no-dead-air"}}


@breaks("disclosure-last")
def _(folder):
    episode = output.read_episode(folder)
    edit(folder, disclosure=replace(episode.disclosure, spoken="both"))


@breaks("disclosure-repeated")
def _(folder):
    return {"settings": Settings(disclosure=Disclosing(every=0.25))}


@breaks("disclosure-one-sentence")
def _(folder):
    with_sentence(folder, "This audio was made by a synthetic voice.")
    return {"ignore": {"transcript-adds-nothing"}}


@breaks("disclosure-there")
def _(folder):
    episode = output.read_episode(folder)
    edit(folder, disclosure=replace(episode.disclosure, sentence=""))
    return {"ignore": {"tag-disclosure"}}


@breaks("source-type")
def _(folder):
    with_source_type(folder, IPTC + "trainedAlgorithmicMedia", "TrainedAlgorithmicMediaDigitalSource")


@breaks("tag-disclosure")
def _(folder):
    retag(folder, lambda tags: tags.delall("TXXX:AI_DISCLOSURE"))


@breaks("comment-disclosure")
def _(folder):
    retag(folder, lambda tags: recomment(tags, "Read by people."))


@breaks("tag-source-type")
def _(folder):
    retag(folder, lambda tags: retext(tags, "TXXX:DigitalSourceType", IPTC + "digitalCapture"))


@breaks("xmp-source-type")
def _(folder):
    retag(folder, lambda tags: rexmp(tags, IPTC + "digitalCapture"))


@breaks("transcript-disclosure")
def _(folder):
    sentence = output.read_episode(folder).disclosure.sentence
    with_line(folder, 0, text="This audio", end=len("This audio"))
    with_cue(folder, 0, words=())
    rewrite(folder / "transcript.txt", sentence, "This audio")
    published.write_book(folder, output.read_episode(folder))
    return {"ignore": {"disclosure-one-sentence"}}


@breaks("page-disclosure")
def _(folder):
    rewrite(folder / "index.html", "This audio is created with AI assistance.", "Listen to this article.")


@breaks("player-disclosure")
def _(folder):
    rewrite(folder / "player.html", "This audio is created with AI assistance.", "Listen to this article.")


@breaks("book-disclosure")
def _(folder):
    episode = output.read_episode(folder)
    published.write_book(folder, replace(episode, disclosure=replace(episode.disclosure, sentence="A book.")))


@breaks("page-source-type")
def _(folder):
    rewrite(folder / "index.html", "AlgorithmicMediaDigitalSource", "DigitalCaptureDigitalSource")


@breaks("quotation-note")
def _(folder):
    rewrite(folder / "transcript.html", quotation_note("en"), "")


# page


@breaks("page-language")
def _(folder):
    rewrite(folder / "index.html", 'lang="en', 'lang="de')


@breaks("page-title")
def _(folder):
    rewrite(folder / "index.html", "<title>Lighthouse", "<title>Ferry")


@breaks("page-data")
def _(folder):
    rewrite(folder / "index.html", f'{BASE}{SLUG}/{SLUG}.mp3", "digital', f'{BASE}{OTHER}/{OTHER}.mp3", "digital')


@breaks("page-complete")
def _(folder):
    rewrite(folder / "index.html", "It went dark in 1987.", "")


@breaks("page-adds-nothing")
def _(folder):
    rewrite(folder / "index.html", "It went dark in 1987.", "It went dark in 1987. <b>Nobody knows why.</b>")


@breaks("page-audio")
def _(folder):
    rewrite(folder / "index.html", f'src="{SLUG}.mp3', 'src="https://elsewhere.example/other.mp3')


@breaks("player-audio")
def _(folder):
    rewrite(folder / "player.html", f'src="{SLUG}.mp3', f'src="../{OTHER}/{OTHER}.mp3')


@breaks("page-scripts")
def _(folder):
    rewrite(folder / "player.html", "</html>", "<script>play()</script></html>")


@breaks("card-shows-player")
def _(folder):
    rewrite(folder / "oembed.json", f"{SLUG}/player.html", f"{OTHER}/player.html")


@breaks("page-links")
def _(folder):
    (folder / "transcript.html").unlink()


@breaks("page-whole")
def _(folder):
    rewrite(folder / "player.html", "</html>", "")


# book


@breaks("book-readable")
def _(folder):
    path = folder / f"{SLUG}.epub"
    path.write_bytes(path.read_bytes()[:-30])


@breaks("book-complete")
def _(folder):
    episode = output.read_episode(folder)
    published.write_book(folder, replace(episode, lines=episode.lines[:-1]))


@breaks("book-names")
def _(folder):
    episode = output.read_episode(folder)
    published.write_book(folder, replace(episode, article=replace(episode.article, authors=("Jo Verne",))))


@breaks("book-adds-nothing")
def _(folder):
    episode = output.read_episode(folder)
    invented = replace(episode.lines[-1], text="Nobody knows why.")
    published.write_book(folder, replace(episode, lines=(*episode.lines, invented)))


@breaks("book-in-time")
def _(folder):
    path = folder / f"{SLUG}.epub"
    with zipfile.ZipFile(path) as book:
        members = {name: book.read(name) for name in book.namelist()}
    first, second, rest = re.split(rb"(?<=</par>)", members["EPUB/c1.smil"], maxsplit=2)
    times = [re.search(rb'clip.*"/>', part)[0] for part in (first, second)]
    first, second = first.replace(times[0], times[1]), second.replace(times[1], times[0])
    with zipfile.ZipFile(path, "w") as book:
        for name, content in (members | {"EPUB/c1.smil": first + second + rest}).items():
            book.writestr(name, content)


@breaks("book-audio")
def _(folder):
    episode = output.read_episode(folder)
    published.write_book(folder, replace(episode, recording=replace(episode.recording, audio="transcript.vtt")))


# sound


@breaks("audio-decodes")
def _(folder):
    path = folder / f"{SLUG}.mp3"
    content = path.read_bytes()
    start = content.index(b"\xff\xf3")
    path.write_bytes(content[:start] + bytes(len(content) - start))
    published.settle(folder, output.read_episode(folder))


@breaks("duration-agrees")
def _(folder):
    rerecord(folder, lambda samples, _episode: samples[: -published.RATE])


@breaks("format-agrees")
def _(folder):
    recording = output.read_episode(folder).recording
    edit(folder, recording=replace(recording, frame_rate=44_100))


@breaks("clip-not-silent")
def _(folder):
    rerecord(folder, hushed(lambda episode: episode.cues[4].start, lambda episode: episode.cues[4].end))


@breaks("clip-not-clipped")
def _(folder):
    def overdrive(samples, episode):
        cue = episode.cues[4]
        part = samples[round(cue.start * published.RATE) : round(cue.end * published.RATE)]
        part[:] = np.clip(8 * part, -0.1, 0.1)
        return samples

    rerecord(folder, overdrive)


@breaks("true-peak")
def _(folder):
    def pop(samples, _episode):
        samples[100_000] = 0.999
        samples[100_001] = -0.999
        return samples

    rerecord(folder, pop)


@breaks("loudness")
def _(folder):
    rerecord(folder, lambda samples, _episode: samples * 0.7)


@breaks("no-dead-air")
def _(folder):
    def middle(episode):
        cue = max(episode.cues, key=lambda cue: cue.end - cue.start)
        return (cue.start + cue.end) / 2

    rerecord(folder, hushed(lambda episode: middle(episode) - 1, lambda episode: middle(episode) + 1))


# tags


@breaks("tag-there")
def _(folder):
    ID3(folder / f"{SLUG}.mp3").delete()
    published.settle(folder, output.read_episode(folder))


@breaks("tag-version")
def _(folder):
    path = folder / f"{SLUG}.mp3"
    assert ID3(path).version[:2] == (2, 4)
    ID3(path).save(path, v2_version=3)
    published.settle(folder, output.read_episode(folder))


@breaks("tag-title")
def _(folder):
    retag(folder, lambda tags: retext(tags, "TIT2", "Lighthouse sold"))


@breaks("tag-authors")
def _(folder):
    retag(folder, lambda tags: retext(tags, "TPE1", "Jo Verne"))


@breaks("tag-publisher")
def _(folder):
    retag(folder, lambda tags: retext(tags, "TPUB", "Somebody"))


@breaks("tag-date")
def _(folder):
    retag(folder, lambda tags: retext(tags, "TDRC", "2025-03-14"))


@breaks("tag-language")
def _(folder):
    retag(folder, lambda tags: tags.setall("TLAN", [TLAN(encoding=3, text=["deu"])]))


@breaks("tag-address")
def _(folder):
    def lead_away(tags):
        tags.getall("WOAS")[0].url = "https://elsewhere.example/"

    retag(folder, lead_away)


@breaks("tag-length")
def _(folder):
    retag(folder, lambda tags: retext(tags, "TLEN", "1000"))


@breaks("tag-text")
def _(folder):
    def shorten(tags):
        tags.getall("USLT")[0].text = "The lighthouse."

    retag(folder, shorten)


@breaks("tag-engine")
def _(folder):
    retag(folder, lambda tags: retext(tags, "TXXX:TTS_ENGINE", "people 1.0"))


@breaks("tag-voices")
def _(folder):
    retag(folder, lambda tags: retext(tags, "TXXX:TTS_VOICE", "newsreader"))


@breaks("tag-key")
def _(folder):
    edit(folder, fingerprint="0" * 64)


@breaks("tag-guid")
def _(folder):
    edit(folder, guid="urn:uuid:00000000-0000-5000-8000-000000000000")


@breaks("tag-cover")
def _(folder):
    retag(folder, lambda tags: tags.delall("APIC"))


@breaks("tag-chapters")
def _(folder):
    def rename(tags):
        tags["CHAP:chp0"].sub_frames["TIT2"] = TIT2(encoding=3, text=["Another"])

    retag(folder, rename)


# signature

SIGNED = Credential(
    state="valid",
    signer="The Sand Point Gazette",
    organisation="The Sand Point Gazette",
    source_type=published.an_episode().disclosure.source_type,
    disclosure=published.an_episode().disclosure.sentence,
    text_sha256=text_sha256(published.an_article()),
)


def signed(**changes):
    return {"credential": lambda _path: replace(SIGNED, **changes)}


@breaks("signature-there")
def _(folder):
    return {"settings": Settings(credentials=Signing(key="key.pem")), "credential": lambda _path: None}


@breaks("signature-valid")
def _(folder):
    return signed(state="invalid", problems=("assertion.dataHash.mismatch: hash does not match",), text_sha256="0")


@breaks("signature-trusted")
def _(folder):
    return {"settings": Settings(credentials=Signing(trust="roots.pem")), **signed()}


@breaks("signature-text")
def _(folder):
    return signed(text_sha256="0" * 64)


@breaks("signature-source-type")
def _(folder):
    return signed(source_type=IPTC + "digitalCapture")


@breaks("signature-disclosure")
def _(folder):
    return signed(disclosure="Read by people.")


@breaks("copy-in-preset-signature")
def _(folder):
    episode = output.read_episode(folder)
    name = f"{SLUG}.podcast.mp3"
    shutil.copy(folder / episode.recording.audio, folder / name)
    edit(folder, copies=(replace(episode.recording, audio=name, preset="podcast"),))
    return {"credential": lambda path: None if path.name == name else SIGNED}


# source


@breaks("source-unchanged")
def _(folder):
    article = published.an_article()
    changed = replace(article.blocks[0], text=article.blocks[0].text.replace("Friday", "Sunday"))
    return {"read": lambda _url: replace(article, blocks=(changed, *article.blocks[1:]))}


@breaks("source-there")
def _(folder):
    def gone(url):
        raise FetchError(f"{url} answered 410.")

    return {"read": gone}


# the folder around the episodes


@breaks("episode-readable", OF_SHELF)
def _(shelf):
    (shelf / OTHER / output.EPISODE_FILE).write_text("{}")
    drop_item(shelf, OTHER)


@breaks("guid-once", OF_SHELF)
def _(shelf):
    edit(shelf / OTHER, guid=output.read_episode(shelf / SLUG).guid)
    retag(
        shelf / OTHER,
        lambda tags: setattr(tags.getall("UFID")[0], "data", output.read_episode(shelf / SLUG).guid.encode()),
    )
    drop_item(shelf, OTHER)


@breaks("tombstone-readable", OF_SHELF)
def _(shelf):
    output.retract(shelf / OTHER, "The ferry was not sold.")
    (shelf / OTHER / output.TOMBSTONE_FILE).write_text("{")
    drop_item(shelf, OTHER)


@breaks("embed-there", OF_SHELF)
def _(shelf):
    (shelf / "embed.js").unlink()


@breaks("no-leftovers", OF_SHELF)
def _(shelf):
    (shelf / SLUG / ".lighthouse.mp3.4711-aa.part").write_bytes(b"ID3")


@breaks("retracted-gone", OF_SHELF)
def _(shelf):
    output.retract(shelf / OTHER, "The ferry was not sold.")
    (shelf / OTHER / "transcript.txt").write_text("Ferry sold")
    drop_item(shelf, OTHER)


@breaks("feed-readable", OF_SHELF)
def _(shelf):
    (shelf / "feed-old.xml").write_text("<rss><channel>")


@breaks("feed-has-episode", OF_SHELF)
def _(shelf):
    drop_item(shelf, OTHER)


@breaks("item-has-episode", OF_SHELF)
def _(shelf):
    for path in (shelf / OTHER).iterdir():
        path.unlink()


@breaks("item-not-retracted", OF_SHELF)
def _(shelf):
    output.retract(shelf / OTHER, "The ferry was not sold.")


@breaks("item-once", OF_SHELF)
def _(shelf):
    item = items_of(shelf)[0]
    rewrite(shelf / "feed.xml", item, item + item)


@breaks("item-title", OF_SHELF)
def _(shelf):
    rewrite(shelf / "feed.xml", "<title>Ferry sold", "<title>Ferry saved")


@breaks("enclosure-there", OF_SHELF)
def _(shelf):
    rewrite(shelf / "feed.xml", f"{OTHER}/{OTHER}.mp3", f"{OTHER}/old.mp3")


@breaks("enclosure-own", OF_SHELF)
def _(shelf):
    # Of equal size, so that nothing else tells them apart.
    rewrite(shelf / "feed.xml", f"{OTHER}/{OTHER}.mp3", "copies/copy.mp3")
    rewrite(shelf / "feed.xml", f"{OTHER}/cover.jpg", "copies/cover.jpg")
    (shelf / "copies").mkdir()
    shutil.copy(shelf / OTHER / f"{OTHER}.mp3", shelf / "copies" / "copy.mp3")


@breaks("channel-disclosure", OF_SHELF)
def _(shelf):
    sentence = output.read_episode(shelf / SLUG).disclosure.sentence
    rewrite(shelf / "feed.xml", f"<description>{sentence}", "<description>News.")


@breaks("front-disclosure", OF_SHELF)
def _(shelf):
    rewrite(shelf / "index.html", "This audio is created with AI assistance.", "Listen!")


@breaks("front-whole", OF_SHELF)
def _(shelf):
    rewrite(shelf / "about.html", "</html>", "")


@breaks("item-page", OF_SHELF)
def _(shelf):
    (shelf / SLUG / "index.html").unlink()


@breaks("enclosure-size", OF_SHELF)
def _(shelf):
    size = (shelf / OTHER / f"{OTHER}.mp3").stat().st_size
    rewrite(shelf / "feed.xml", f'length="{size}"', f'length="{size - 1}"')


@breaks("enclosure-type", OF_SHELF)
def _(shelf):
    rewrite(shelf / "feed.xml", 'type="audio/mpeg"', 'type="audio/mp3"')


@breaks("item-duration", OF_SHELF)
def _(shelf):
    seconds = round(output.read_episode(shelf / OTHER).recording.duration)
    rewrite(shelf / "feed.xml", f"<itunes:duration>{seconds}<", f"<itunes:duration>{seconds * 1000}<")


@breaks("item-disclosure", OF_SHELF)
def _(shelf):
    in_last_item(shelf, "This audio is created with AI assistance.", "Listen!")


@breaks("item-ai-content", OF_SHELF)
def _(shelf):
    in_last_item(shelf, ">true<", ">false<")


@breaks("item-transcripts", OF_SHELF)
def _(shelf):
    rewrite(shelf / "feed.xml", f"{OTHER}/transcript.vtt", f"{OTHER}/captions.vtt")


@breaks("item-date", OF_SHELF)
def _(shelf):
    date = re.search(r"<pubDate>.*?</pubDate>", (shelf / "feed.xml").read_text(encoding="utf-8"))[0]
    rewrite(shelf / "feed.xml", date, "<pubDate>Mon, 01 Jan 2001 06:00:00 +0000</pubDate>")


@breaks("item-summary", OF_SHELF)
def _(shelf):
    in_last_item(shelf, "After 39 years", "After 93 years")


@breaks("item-alternates", OF_SHELF)
def _(shelf):
    in_last_item(shelf, 'value="sha256-', 'value="sha256-A')


@breaks("feed-one-host", OF_SHELF)
def _(shelf):
    in_last_item(shelf, f'enclosure url="{BASE}', 'enclosure url="https://elsewhere.example/shows/')


@breaks("item-cover", OF_SHELF)
def _(shelf):
    (shelf / OTHER / "cover.jpg").unlink()
    shutil.copy(shelf / SLUG / "cover.jpg", shelf / "cover.jpg")


# a copy that has left its folder

OF_COPY: dict[str, object] = {}


def damaged(change):
    def break_it(path):
        tags = ID3(path)
        change(tags)
        tags.save()

    return break_it


breaks("copy-decodes", OF_COPY)(lambda path: path.write_bytes(path.read_bytes()[: ID3(path).size] + bytes(999)))
breaks("copy-length", OF_COPY)(lambda path: path.write_bytes(path.read_bytes()[:-20_000]))
breaks("copy-tagged", OF_COPY)(lambda path: ID3(path).delete())
breaks("copy-disclosure", OF_COPY)(damaged(lambda tags: recomment(tags, "Read by people.")))
breaks("copy-source-type", OF_COPY)(damaged(lambda tags: rexmp(tags, IPTC + "digitalCapture")))
breaks("copy-signature", OF_COPY)(lambda _path: signed(state="invalid"))


@pytest.mark.parametrize("name", OF_COPY)
def test_a_broken_promise_of_a_copy(folder, tmp_path, name):
    path = tmp_path / "copy.mp3"
    shutil.copy(folder / f"{SLUG}.mp3", path)
    assert verify(path) == ()
    arguments = OF_COPY[name](path)
    arguments = arguments if isinstance(arguments, dict) else {}
    assert {finding.check for finding in verify(path, **arguments)} == {name}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda tags: tags.delall("TXXX:AI_DISCLOSURE"), "doesn't have the disclosure"),
        (lambda tags: tags.delall("COMM"), "has lost the comment"),
        (lambda tags: recomment(tags, "Read by people."), 'its comment begins "Read by people."'),
        (lambda tags: tags.delall("TXXX:DigitalSourceType"), "doesn't have the digital source type"),
        (lambda tags: tags.delall("PRIV"), "source type algorithmicMedia, its XMP packet has not"),
    ],
)
def test_what_a_copy_has_lost_is_told_apart(folder, tmp_path, change, told):
    path = tmp_path / "copy.mp3"
    shutil.copy(folder / f"{SLUG}.mp3", path)
    damaged(change)(path)
    (found,) = verify(path)
    assert told in found.what


def test_a_copy_without_credentials_is_let_be(folder, tmp_path):
    shutil.copy(folder / f"{SLUG}.mp3", tmp_path / "copy.mp3")
    assert verify(tmp_path / "copy.mp3", credential=lambda _path: None) == ()


def test_every_check_has_something_that_breaks_it():
    assert set(OF_EPISODE) == {check.name for check in OF_EPISODES}
    assert set(OF_SHELF) == {check.name for check in OF_FOLDERS}
    assert set(OF_COPY) == {check.name for check in OF_COPIES}


@pytest.mark.parametrize("name", OF_EPISODE)
def test_a_broken_promise_of_an_episode(folder, name):
    arguments = OF_EPISODE[name](folder) or {}  # type: ignore[operator]
    ignore = arguments.pop("ignore", set())
    found = verify(folder, **arguments)
    assert {finding.check for finding in found} - ignore == {name}
    assert len({finding.check for finding in found}) <= 1 + len(ignore)


@pytest.mark.parametrize("name", OF_SHELF)
def test_a_broken_promise_of_a_folder(shelf, name):
    OF_SHELF[name](shelf)  # type: ignore[operator]
    assert {finding.check for finding in verify(shelf)} == {name}


def test_engines_that_are_heard_and_chapters_of_the_tag_are_in_episode_json(folder):
    edit(folder, engines=(), chapters=())
    assert {finding.check for finding in verify(folder)} == {"tag-engine", "tag-chapters"}


def test_the_history_ends_with_the_text_that_was_read(folder):
    revision = Revision(version=1, made="2026-03-14", changed=(), text_sha256="0" * 64, audio_sha256="")
    edit(folder, history=(revision,))
    assert {finding.check for finding in verify(folder)} == {"history-in-order"}
    edit(folder, history=(replace(revision, text_sha256=text_sha256(output.read_episode(folder).article)),))
    assert verify(folder) == ()
