"""An output folder with episodes and settings to publish it by, for tests."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from audiofy import output
from audiofy.settings import Settings, decode
from sample import AUDIO, an_article, an_episode

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = """
[show]
title = "Coast aloud"
description = "Articles of the coast, read aloud"
site = "https://news.example/audio"
category = "News > Daily News"
copyright = "2026 The Sand Point Gazette"
licence = "https://creativecommons.org/licenses/by/4.0/"
owner = { name = "The Gazette", email = "audio@news.example" }
funding = { url = "https://news.example/support" }
"""


def settings(more: str = "") -> Settings:
    return decode((SETTINGS + more).encode())


def add(root: Path, name: str = "lighthouse", audio: bytes = AUDIO, **changes) -> Path:
    """Puts an episode into an output folder; changes are to its article."""
    article = an_article(**{"url": f"https://news.example/{name}", **changes})
    episode = an_episode(article, slug=name, guid=output.guid_of(article))
    episode = replace(episode, recording=replace(episode.recording, size=len(audio)))
    folder = root / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.mp3").write_bytes(audio)
    output.write_episode(folder, episode)
    return folder


def add_copy(folder: Path, audio: bytes = b"smaller") -> None:
    """Gives an episode a copy in another preset."""
    episode = output.read_episode(folder)
    name, digest = f"{folder.name}.web.mp3", sha256(audio).hexdigest()
    copy = replace(episode.recording, audio=name, preset="web", bitrate=64, size=len(audio), sha256=digest)
    (folder / name).write_bytes(audio)
    output.write_episode(folder, replace(episode, copies=(copy,)))


def with_cover(audio: bytes, kind: str = "JPEG", size: tuple[int, int] = (1400, 1400)) -> bytes:
    """An MP3 with a picture in its tag."""
    from mutagen.id3 import APIC, ID3
    from PIL import Image

    file, image = BytesIO(audio), BytesIO()
    Image.new("RGB", size, "navy").save(image, kind)
    tags = ID3()
    tags.add(APIC(encoding=3, mime="image/jpeg", type=3, desc="Cover", data=image.getvalue()))
    tags.save(file, v1=0, v2_version=4)
    return file.getvalue()
