"""voices/*.toml to voices: the shipped profiles, overridden by the user's own of the same name.

The only module that reads voice profiles.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from audiofy.errors import VoiceError
from audiofy.model import Voice

ANY = "*"

# What espeak-ng 1.52 speaks, by BCP 47 tag, where its own name for the language differs from the tag in lower case.
_ESPEAK_NAMES = {"fr": "fr-fr", "fr-CH": "fr-ch", "fr-BE": "fr-be", "zh": "cmn", "no": "nb", "pt-BR": "pt-br"}
_ESPEAK_TAGS = (
    "af am ar az be bg bn bs ca cs cy da de el eo es et eu fa fi fr fr-BE fr-CH ga gd gu he hi hr hu hy id is it ja ka "
    "kk kn ko ku ky lb lt lv mi mk ml mr ms mt my nb ne nl no pa pl pt pt-BR ro ru si sk sl sq sr sv sw ta te th tk tr "
    "tt uk ur uz vi zh"
).split()


class Profile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One voice profile file; its name is the file's. `language` "*" stands for every language of the engine."""

    engine: str
    engine_voice: str
    language: str
    part: Literal["narrator", "quotation", "quoted"] = "quoted"
    gender: Literal["female", "male", ""] = ""
    rate: Annotated[int, msgspec.Meta(ge=80, le=450)] = 175
    pitch: Annotated[int, msgspec.Meta(ge=0, le=100)] = 50
    volume: Annotated[float, msgspec.Meta(ge=0, le=1)] = 1.0
    description: str = ""


def load(folder: Path | None = None) -> tuple[Voice, ...]:
    """The shipped voices and those in `folder` (or in `./voices`), which replace shipped ones of the same name.

    A profile for any language becomes one voice a language, all of the same name, except where a profile made for that
    language alone has the same part.

    Raises:
        VoiceError: The folder is missing, or a profile in it is wrong.
    """
    if folder is None:
        own = Path("voices") if Path("voices").is_dir() else None
    elif folder.is_dir():
        own = folder
    else:
        raise VoiceError(f"There is no voices folder {folder}.", "Check --voices.")
    paths = {path.stem: path for path in sorted(shipped_folder().glob("*.toml"))}
    if own is not None:
        paths |= {path.stem: path for path in sorted(own.glob("*.toml"))}
    profiles = {name: _profile(path) for name, path in sorted(paths.items())}
    provided = {(profile.language, profile.part) for profile in profiles.values()}
    return tuple(
        _voice(name, profile, tag)
        for name, profile in profiles.items()
        for tag in (_ESPEAK_TAGS if profile.language == ANY else [profile.language])
        if profile.language != ANY or (tag, profile.part) not in provided
    )


def shipped_folder() -> Path:
    """Where the shipped profiles are: in the wheel, or in the checkout that audiofy runs from."""
    inside = Path(__file__).parent / "_voices"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "voices"


def _profile(path: Path) -> Profile:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Profile)
    except OSError as error:
        raise VoiceError(f"Can't read the voice profile {path}: {error.strerror}.") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise VoiceError(f"The voice profile {path} is wrong: {error}.", "See docs/voices.md.") from error


def _voice(name: str, profile: Profile, tag: str) -> Voice:
    return Voice(
        name=name,
        engine=profile.engine,
        engine_voice=profile.engine_voice.replace("{language}", _ESPEAK_NAMES.get(tag, tag.lower())),
        language=tag,
        part=profile.part,
        gender=profile.gender,
        rate=profile.rate,
        pitch=profile.pitch,
        volume=profile.volume,
        description=profile.description,
    )
