"""The frame around the checks: what is looked at, and what comes back."""

import re
import tracemalloc
import zipfile
from dataclasses import replace
from html import escape

import numpy as np
import published
import pyloudnorm
import pytest
from published import OTHER, SLUG, rerecord

from audiofy import disclosure, output
from audiofy.audit import Level, examine, verify
from audiofy.audit.checks import OF_EPISODES, OF_FOLDERS
from audiofy.audit.evidence.loudness import Meter, PeakMeter
from audiofy.audit.evidence.sound import listen
from audiofy.audit.finding import Check
from audiofy.audit.report import as_junit, as_text
from audiofy.audit.words import spaced, squeezed
from audiofy.errors import SourceNotFoundError
from audiofy.model import Cue


def test_what_keeps_its_promises_has_no_findings(perfect):
    assert verify(perfect) == ()


def test_every_check_was_made_or_skipped_with_a_reason(perfect):
    *episodes, around = examine(perfect)
    assert [one.subject for one in episodes] == [str(perfect / OTHER), str(perfect / SLUG)]
    for one in episodes:
        skipped = dict(one.skipped)
        assert {*one.made, *skipped} == {check.name for check in OF_EPISODES}
        assert {name.partition("-")[0] for name in skipped} == {"signature", "source"}
        assert all(skipped.values())
    assert set(around.made) == {check.name for check in OF_FOLDERS}


def test_checks_have_names_reasons_and_remedies_of_their_own():
    checks = (*OF_EPISODES, *OF_FOLDERS)
    assert len(checks) >= 30
    assert len({check.name for check in checks}) == len(checks)
    for check in checks:
        assert isinstance(check, Check)
        assert check.why.endswith((".", ")."))
        assert check.remedy.endswith(".")
        assert check.find.__doc__


@pytest.mark.parametrize("inside", ["", f"{SLUG}.mp3", output.EPISODE_FILE, "transcript.vtt"])
def test_one_episode(folder, inside):
    (examined,) = examine(folder / inside)
    assert examined.subject == str(folder)
    assert not examined.findings


def test_only_a_feed(shelf):
    (examined,) = examine(shelf / "feed.xml")
    assert set(examined.made) == {check.name for check in OF_FOLDERS}
    assert not examined.findings


def test_notes_may_be_spoken_with_the_disclosure(tmp_path):
    note = disclosure.quotation_note("en")
    first = published.an_episode()
    head, *rest = first.lines
    lines = (
        head,
        replace(head, text=note, spoken=note, end=len(note)),
        *rest,
        head,
        replace(head, text=note, spoken=note),
    )
    cues, now = [], 0.0
    for index, line in enumerate(lines):
        if line.text.strip():
            end = now + len(line.text) / 10
            cues.append(Cue(start=now, end=end, line=index, voice=first.cast.voice_for(line).name))
            now = end + 0.5
    both = replace(first.disclosure, spoken="both")
    published.make(tmp_path / SLUG, replace(first, lines=lines, cues=tuple(cues), chapters=(), disclosure=both))
    assert verify(tmp_path / SLUG) == ()


def test_what_has_paged_out_to_an_archive_is_still_in_the_feed(shelf):
    feed = (shelf / "feed.xml").read_text(encoding="utf-8")
    first, second = re.findall(r"<item>.*?</item>", feed, re.DOTALL)
    (shelf / "feed.xml").write_text(feed.replace(first, ""), encoding="utf-8")
    (shelf / "archive-1.xml").write_text(feed.replace(second, ""), encoding="utf-8")
    assert verify(shelf) == ()


def test_a_finding_says_everything(folder):
    (folder / f"{SLUG}.mp3").unlink()
    (finding,) = verify(folder)
    assert finding.check == "audio-there"
    assert finding.family == "files"
    assert finding.file == str(folder / f"{SLUG}.mp3")
    assert finding.level is Level.BROKEN
    assert all((finding.what, finding.why, finding.remedy))


@pytest.mark.parametrize("place", ["nowhere", ".", "stray.txt", "a" * 300])
def test_nothing_to_verify(tmp_path, place):
    (tmp_path / "stray.txt").write_bytes(b"")
    with pytest.raises(SourceNotFoundError, match=place):
        verify(tmp_path / place)


@pytest.mark.parametrize("content", ["{", "[]", "", "{}", '{"schema": 99}'])
def test_a_damaged_episode_alone_is_a_finding(folder, content):
    (folder / output.EPISODE_FILE).write_text(content)
    (finding,) = verify(folder)
    assert finding.check == "episode-readable"
    assert finding.file == str(folder / output.EPISODE_FILE)


def test_the_audiofy_folder_is_not_published(shelf):
    (shelf / ".audiofy" / "old").mkdir(parents=True)
    (shelf / ".audiofy" / "old" / output.EPISODE_FILE).write_text("{")
    assert verify(shelf) == ()


def test_an_episode_without_cues_does_not_crash(folder):
    episode = output.read_episode(folder)
    output.write_episode(folder, replace(episode, cues=(), chapters=()))
    assert {finding.check for finding in verify(folder)} >= {"line-has-cue", "disclosure-first"}


@pytest.mark.parametrize("rate", [22_050, 24_000, 44_100, 48_000])
def test_loudness_agrees_with_pyloudnorm(rate):
    noise = np.random.default_rng(3).normal(0, 0.1, rate * 4)
    samples = np.concatenate([noise, np.zeros(rate * 2), noise / 10]).astype(np.float32)
    meter = Meter(rate)
    for piece in np.array_split(samples, 7):
        meter.add(piece)
    both = np.column_stack([samples, samples]).astype(np.float64)
    # pyloudnorm designs its filters for any rate in its own way, which differs by up to a tenth from BS.1770's table.
    assert meter.loudness() == pytest.approx(pyloudnorm.Meter(rate).integrated_loudness(both), abs=0.12)


def test_loudness_of_the_reference_tone():
    # BS.1770-5: a full-scale sine of 997 Hz in one channel reads -3.01; in two it is twice as much, 0.0.
    meter = Meter(48_000)
    meter.add(np.sin(2 * np.pi * 997 * np.arange(48_000 * 5) / 48_000))
    assert meter.loudness() == pytest.approx(0.0, abs=0.01)


@pytest.mark.parametrize("samples", [np.zeros(100), np.zeros(48_000 * 2)])
def test_loudness_of_nothing(samples):
    meter = Meter(48_000)
    meter.add(samples)
    assert meter.loudness() == -float("inf")


def _peak(samples, piece):
    meter = PeakMeter()
    for at in range(0, len(samples), piece):
        meter.add(samples[at : at + piece])
    return meter.peak()


def test_the_true_peak_is_between_the_samples():
    wave = np.sin(2 * np.pi * 11_025 * np.arange(44_100) / 44_100 + np.pi / 4)
    faded = wave * np.minimum(1, np.minimum(np.arange(44_100), np.arange(44_100)[::-1]) / 2000)
    assert np.abs(faded).max() < 0.75
    assert _peak(faded, 44_100) == pytest.approx(1.0, abs=0.02)
    assert _peak(np.zeros(100), 100) == 0


@pytest.mark.parametrize("piece", [50, 997, 10_000])
def test_pieces_have_no_peaks_of_their_own(piece):
    wave = np.sin(2 * np.pi * 180 * np.arange(44_100) / 44_100)
    faded = wave * np.minimum(1, np.minimum(np.arange(44_100), np.arange(44_100)[::-1]) / 2000)
    assert _peak(faded, piece) == pytest.approx(1.0, abs=0.002)


def test_the_sample_is_as_loud_as_an_episode(folder):
    meter = Meter(published.RATE)
    meter.add(published.spoken(output.read_episode(folder)))
    assert meter.loudness() == pytest.approx(-16, abs=0.01)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_book_that_is_damaged_inside_is_found(folder, method):
    path = folder / f"{SLUG}.epub"
    with zipfile.ZipFile(path, "w", method) as book:
        book.writestr("package.opf", "This audio is created with AI assistance. " * 9)
    content = path.read_bytes()
    at = content.index(b"package.opf") + len("package.opf")
    path.write_bytes(content[:at] + b"\xff" * 20 + content[at + 20 :])
    assert [finding.check for finding in verify(folder)] == ["book-readable"]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"cues": {"start": -1e308, "end": 1.7e308}}, "cues-in-order"),
        ({"cues": {"line": 10**9}}, "cue-has-line"),
        ({"recording": {"audio": "a" * 5000}}, "audio-there"),
        ({"recording": {"audio": "a\0b.mp3"}}, "audio-there"),
        ({"recording": {"duration": 1e300, "frame_rate": 0}}, "duration-agrees"),
        ({"disclosure": {"source_type": "human"}}, "source-type"),
        ({"version": 10**18}, "history-in-order"),
    ],
)
def test_an_episode_json_may_say_anything(shelf, changes, found):
    episode = output.read_episode(shelf / SLUG)
    for name, values in changes.items():
        if name == "cues":
            episode = replace(episode, cues=(episode.cues[0], replace(episode.cues[1], **values), *episode.cues[2:]))
        elif isinstance(values, dict):
            episode = replace(episode, **{name: replace(getattr(episode, name), **values)})
        else:
            episode = replace(episode, **{name: values})
    output.write_episode(shelf / SLUG, episode)
    assert found in {finding.check for finding in verify(shelf)}


def test_listening_takes_no_more_memory_for_longer_audio(tmp_path):
    peaks = []
    for minutes in (0.5, 1.5):
        path = tmp_path / f"{minutes}.mp3"
        published.encode(path, np.zeros(round(published.RATE * 60 * minutes), np.float32))
        tracemalloc.start()
        assert listen(path).duration == pytest.approx(60 * minutes, abs=0.1)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.1 * peaks[0]


def test_the_report_says_what_was_not_checked(folder):
    text = as_text(tuple(examine(folder)))
    assert "- 2 checks not made: articles are compared with their sources only with --source" in text
    assert "- 5 checks not made: Content Credentials can't be read here; install audiofy[c2pa]" in text
    assert text.endswith("every promise is kept.")


def test_a_book_that_claims_to_be_huge_is_not_unpacked(folder):
    path = folder / f"{SLUG}.epub"
    content = bytearray(path.read_bytes())
    entry = content.rindex(b"PK\x01\x02")  # of the last member, in the directory at the end
    content[entry + 24 : entry + 28] = (0xF0000000).to_bytes(4, "little")
    path.write_bytes(content)
    assert [finding.check for finding in verify(folder)] == ["book-readable"]


def test_what_is_too_much_in_a_transcript_is_quoted_as_it_stands():
    text = "The ferry sails.\nIslanders reacted with\nanger. Later it rained."
    assert spaced(squeezed("Islanders reacted with anger."), text) == "Islanders reacted with\nanger."
    # Joined of two pieces it is nowhere: then the first of them says enough.
    assert spaced(squeezed("Islanders reacted with anger.The ferry"), text) == "Islanders reacted with\nanger."
    assert spaced("nowhere", "") == "nowhere"


def test_many_faults_of_one_kind_in_a_file_are_one_finding(folder):
    vtt = folder / "transcript.vtt"
    spoken = re.compile("^<v .*", re.MULTILINE)
    vtt.write_text(spoken.sub(lambda cue: cue[0].replace("e", "a"), vtt.read_text(encoding="utf-8")), encoding="utf-8")
    found = {finding.check: finding for finding in verify(folder)}
    assert set(found) == {"transcript-complete", "transcript-adds-nothing"}
    assert len(found["transcript-complete"].more) > 3
    examined = tuple(examine(folder))
    report = as_text(examined)
    assert f"is missing; and {len(found['transcript-complete'].more)} more like it (transcript-complete)" in report
    assert "2 promises are broken" in report
    told = as_junit(examined).decode()
    assert all(escape(what, quote=False) in told for what in found["transcript-complete"].more)


def test_a_few_faults_are_a_finding_each(folder):
    (folder / "transcript.vtt").write_text(
        re.sub("(Sand Point|Visitors)", "Somewhere", (folder / "transcript.vtt").read_text(encoding="utf-8"), count=2),
        encoding="utf-8",
    )
    found = [finding for finding in verify(folder) if finding.check == "transcript-complete"]
    assert found
    assert not any(finding.more for finding in found)


def test_half_a_recording_is_not_told_line_by_line(folder):
    rerecord(folder, lambda samples, _: samples[: len(samples) // 2])
    assert "clip-not-silent" not in {finding.check for finding in verify(folder)}


def test_a_line_that_is_missing_puts_no_other_out_of_place(folder):
    vtt = folder / "transcript.vtt"
    text = vtt.read_text(encoding="utf-8")
    vtt.write_text(re.sub(r"(<v Narrator>)[^\n]*", r"\1", text, count=1), encoding="utf-8")
    assert "transcript-in-order" not in {finding.check for finding in verify(folder)}


def test_the_narration_has_one_name(folder):
    rewrite = (folder / "transcript.vtt").read_text(encoding="utf-8").replace("<v Narrator>", "<v Somebody>", 1)
    (folder / "transcript.vtt").write_text(rewrite, encoding="utf-8")
    (found,) = verify(folder)
    assert (found.check, "Somebody" in found.what) == ("transcript-speakers", True)


def test_another_episodes_recording_is_not_told_tag_by_tag(shelf):
    first, second = (shelf / slug / f"{slug}.mp3" for slug in (SLUG, OTHER))
    content = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(content)
    for slug in (SLUG, OTHER):
        found = {finding.check for finding in verify(shelf / slug)}
        assert found == {"audio-size", "duration-agrees", "tag-guid"} | (found & {"loudness", "clip-not-silent"})


def test_words_added_to_captions_are_found_and_names_are_not(folder):
    srt = folder / "transcript.srt"
    text = srt.read_text(encoding="utf-8")
    srt.write_text(text.replace("\nLighthouse", "\nNarrator:\nLighthouse", 1), encoding="utf-8")
    assert verify(folder) == ()
    # A name that is too long for a line is cut between words.
    srt.write_text(text.replace("\nLighthouse", "\nMara…:\nLighthouse", 1), encoding="utf-8")
    assert verify(folder) == ()
    srt.write_text(text + "\n99\n00:00:01,000 --> 00:00:02,000\nThe keeper has resigned.\n", encoding="utf-8")
    assert [finding.check for finding in verify(folder)] == ["transcript-adds-nothing"]
