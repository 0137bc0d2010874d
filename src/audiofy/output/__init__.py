"""Episodes to folders and back: who owns which folder, and files that are whole or absent.

The one owner of the output folder. An episode's folder is called after its article's title and holds `<slug>.mp3`,
`episode.json` and what publishing adds.
"""

from __future__ import annotations

from audiofy.output.episodes import (
    EPISODE_FILE,
    TOMBSTONE_FILE,
    current,
    decode,
    encode,
    episode_folders,
    episodes,
    read_episode,
    write_episode,
)
from audiofy.output.files import keep_names, temporary, translated, write_if_changed, write_whole
from audiofy.output.folders import candidates, check_layout, episode_folder, folder_of, guid_of, release
from audiofy.output.identity import canonical_url, has_address
from audiofy.output.parts import PART_SUFFIX, given_up, orphaned
from audiofy.output.places import place_of
from audiofy.output.slug import slug_of, slugged
from audiofy.output.tombstones import KEPT_OF_RETRACTED, refuse_retracted, retract, tombstone_of, tombstones
from audiofy.output.walk import files

__all__ = [
    "EPISODE_FILE",
    "KEPT_OF_RETRACTED",
    "PART_SUFFIX",
    "TOMBSTONE_FILE",
    "candidates",
    "canonical_url",
    "check_layout",
    "current",
    "decode",
    "encode",
    "episode_folder",
    "episode_folders",
    "episodes",
    "files",
    "folder_of",
    "given_up",
    "guid_of",
    "has_address",
    "keep_names",
    "orphaned",
    "place_of",
    "read_episode",
    "refuse_retracted",
    "release",
    "retract",
    "slug_of",
    "slugged",
    "temporary",
    "tombstone_of",
    "tombstones",
    "translated",
    "write_episode",
    "write_if_changed",
    "write_whole",
]
