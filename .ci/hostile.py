"""An output folder to one with an episode more, whose texts are hostile: all of it must come out as text."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from audiofy import output
from audiofy.model import Block, Role

HOSTILE = "</title><script>alert('1')</script> & \"лапки\" ]]> --> \u202egnp.exe\u202c"


def main(root: Path) -> None:
    """Copies the first episode there under a hostile headline."""
    folder, episode = next(output.episodes(root))
    article = replace(
        episode.article,
        url="https://news.example/hostile",
        title=HOSTILE,
        publisher=HOSTILE,
        authors=(HOSTILE,),
        summary=HOSTILE,
        section=HOSTILE,
        blocks=(Block(role=Role.PARAGRAPH, text=HOSTILE), *episode.article.blocks[1:]),
    )
    slug = "hostile"
    there = root / slug
    there.mkdir()
    (there / f"{slug}.mp3").write_bytes((folder / episode.recording.audio).read_bytes())
    lines = tuple(replace(line, text=HOSTILE) if line.block < 0 or line.block == 0 else line for line in episode.lines)
    cues = tuple(replace(cue, words=()) for cue in episode.cues)
    output.write_episode(
        there,
        replace(
            episode,
            slug=slug,
            guid=output.guid_of(article),
            language="uk",
            version=2,
            article=article,
            lines=lines,
            cues=cues,
            recording=replace(episode.recording, audio=f"{slug}.mp3"),
            copies=(),
        ),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
