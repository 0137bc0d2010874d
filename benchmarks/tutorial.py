"""What tutorials write: pyttsx3 to files, pydub to join them with `+=`, ffmpeg to even out the loudness.

python benchmarks/tutorial.py TEXT_FILE MP3_FILE
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pyttsx3
from pydub import AudioSegment


def main() -> None:
    """A text file, a paragraph a line, to an MP3."""
    text, target = Path(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        episode = AudioSegment.empty()
        for number, paragraph in enumerate(text.read_text(encoding="utf-8").splitlines()):
            path = str(Path(folder, f"{number}.wav"))
            engine = pyttsx3.init()
            engine.save_to_file(paragraph, path)
            engine.runAndWait()
            episode += AudioSegment.from_wav(path) + AudioSegment.silent(550)
        joined = str(Path(folder, "joined.mp3"))
        episode.export(joined, format="mp3", bitrate="96k")
        loudnorm = ["-af", "loudnorm=I=-16:TP=-1", "-ar", "44100", "-b:a", "96k"]
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", joined, *loudnorm, target], check=True)


if __name__ == "__main__":
    main()
