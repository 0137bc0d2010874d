"""What of the disclosure survives which treatment of the MP3: the table in docs/disclosure.md.

Run: python benchmarks/survival.py   (needs ffmpeg on the PATH and audiofy[c2pa])
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
import urllib.request
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mutagen
import numpy as np
import soundfile
from mutagen.id3 import ID3, TIT2

import audiofy
from audiofy.audio.credentials import found_publisher, show
from audiofy.settings import Settings, Signing

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiofy.model import Episode

ARTICLE = Path(__file__).parent.parent / "examples" / "seed-library.md"
YES, NO = "yes", "–"


def make(room: Path) -> tuple[Path, Episode]:
    """A signed episode."""
    key, chain, _ = found_publisher("Survival", room / "keys")
    settings = Settings(credentials=Signing(key=str(key), chain=str(chain)))
    script = audiofy.compose(audiofy.read(str(ARTICLE)))
    episode = audiofy.record(script, audiofy.cast(script, audiofy.load_voices()), room / "episode", settings=settings)
    return room / "episode" / episode.recording.audio, episode


def edit_title(path: Path) -> Path:
    """An editor changes the title."""
    tags = ID3(path)
    tags["TIT2"] = TIT2(encoding=3, text=["Another title"])
    tags.save(path)
    return path


def save_again(path: Path) -> Path:
    """A tool writes the tag back as it read it."""
    ID3(path).save(path)
    return path


def as_v23(path: Path) -> Path:
    """A host converts the tag for old players."""
    tags = ID3(path)
    tags.update_to_v23()
    tags.save(path, v2_version=3)
    return path


def strip(path: Path) -> Path:
    """A site removes all metadata."""
    ID3(path).delete(path)
    return path


def ffmpeg(suffix: str, *options: str) -> Callable[[Path], Path]:
    """A run of ffmpeg with these options, into a file of that kind."""

    def run(path: Path) -> Path:
        target = path.with_name(f"treated{suffix}")
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", str(path), *options, str(target)], check=True)
        return target

    return run


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and logs nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def host(path: Path) -> Path:
    """Up to a server and down again, as a host that changes nothing does it."""
    handler = partial(Quiet, directory=str(path.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        target = path.with_name("downloaded.mp3")
        with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/{path.name}") as answer:
            target.write_bytes(answer.read())
        server.shutdown()
    return target


TREATMENTS: dict[str, Callable[[Path], Path]] = {
    "upload and download, unchanged": host,
    "tags saved again, nothing changed (mutagen)": save_again,
    "title edited (mutagen)": edit_title,
    "tag converted to ID3v2.3 (mutagen)": as_v23,
    "all tags removed (mutagen)": strip,
    "remux, `-c copy` (ffmpeg)": ffmpeg(".mp3", "-map", "0", "-c", "copy"),
    "transcode to MP3, 64 kbit/s (ffmpeg)": ffmpeg(".mp3", "-map", "0", "-b:a", "64k", "-c:v", "copy"),
    "transcode to M4A (ffmpeg)": ffmpeg(".m4a", "-map", "0:a"),
    "transcode to Opus (ffmpeg)": ffmpeg(".opus", "-map", "0:a"),
    "first 10 s cut off (ffmpeg)": ffmpeg(".mp3", "-ss", "10", "-map", "0", "-c", "copy"),
}


def envelope(path: Path, seconds: float) -> Any:
    """The level of each 10 ms of the first seconds."""
    with tempfile.NamedTemporaryFile(suffix=".wav") as wav:
        subprocess.run(
            ["ffmpeg", "-v", "error", "-y", "-i", str(path), "-ac", "1", "-ar", "16000", wav.name], check=True
        )
        samples, _ = soundfile.read(wav.name, dtype="float32")
    samples = samples[: round(seconds * 16_000) // 160 * 160]
    return np.sqrt((samples.reshape(-1, 160) ** 2).mean(axis=1))


def heard(before: Path, after: Path, seconds: float) -> bool:
    """Whether what is first heard goes up and down as it did, shifted by at most 0.1 s."""
    a, b = envelope(before, seconds), envelope(after, seconds)
    return max(float(np.corrcoef(a[20:-20], np.roll(b, shift)[20:-20])[0, 1]) for shift in range(-10, 11)) > 0.8


def all_text(path: Path) -> dict[str, str]:
    """Every tag of a file in any format, as text."""
    tags = getattr(mutagen.File(path), "tags", None) or {}
    return {
        str(key): str(getattr(value, "text", None) or getattr(value, "data", None) or value)
        for key, value in tags.items()
    }


def layers(before: Path, after: Path, episode: Episode) -> dict[str, str]:
    """Which layers are there."""
    texts, made = all_text(after), episode.disclosure
    found = show(after) if after.suffix == ".mp3" else None
    sentence = [key for key, text in texts.items() if made.sentence in text]
    kept = {
        "spoken": heard(before, after, episode.cues[0].end),
        "sentence in a tag": bool(sentence),
        "source type in a tag": any(made.source_type in text for key, text in texts.items() if "XMP" not in key),
        "XMP": any("Iptc4xmpExt:DigitalSourceType" in text for text in texts.values()),
        "text of the article": any(episode.article.blocks[0].text[:40] in text for text in texts.values()),
        "Content Credentials": found is not None and found.state != "invalid",
    }
    words = {name: YES if there else NO for name, there in kept.items()}
    if found is not None and found.state == "invalid":
        words["Content Credentials"] = "broken, and says so"
    return words


def main() -> None:
    """Prints the table."""
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        original, episode = make(room)
        rows = {"none": layers(original, original, episode)}
        for treatment, treat in TREATMENTS.items():
            folder = room / "treated"
            folder.mkdir()
            copy = Path(shutil.copy(original, folder))
            rows[treatment] = layers(original, treat(copy), episode)
            shutil.rmtree(folder)
    columns = list(rows["none"])
    print("| Treatment | " + " | ".join(columns) + " |")
    print("|---|" + "---|" * len(columns))
    for treatment, row in rows.items():
        print(f"| {treatment} | " + " | ".join(row[column] for column in columns) + " |")


if __name__ == "__main__":
    main()
