"""One source to one episode: the order of the stages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy import article, output, voices
from audiofy.errors import CastingError
from audiofy.model import Article, Cast, Done, Kind, Line, Script, Voice, primary
from audiofy.script import DEFAULT_LANGUAGE, cast, compose
from audiofy.script.lexicon import built_in, combined
from audiofy.script.lexicon.files import read_lexicon
from audiofy.script.spoken import speakable
from audiofy.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiofy.audio.booth import Booth
    from audiofy.audit import Examined, Finding
    from audiofy.model import Spoken
    from audiofy.script.lexicon import Lexicon


def rehearse(source: str, settings: Settings) -> tuple[Script, Cast]:
    """Reads `source`, writes its script and casts it.

    Raises:
        SourceError: The article can't be had.
        VoiceError: A voice profile is wrong.
        CastingError: A voice is not there, or none speaks the language.
    """
    found = article.read(source, settings=settings)
    known = voices.load(Path(settings.voices) if settings.voices else None)
    script = compose(
        replace(found, title=settings.reading.title or found.title),
        spoken_disclosure=settings.disclosure.spoken,
        sentence=settings.disclosure.sentence,
        with_byline=settings.speaking.byline,
        quotes=settings.cast.quotes,
        lexicon=_lexicon(source, settings),
        phonemes=_phonemes(known, found.language),
    )
    wishes = settings.cast
    parts = cast(
        script,
        known,
        narrator=wishes.narrator,
        quotation=wishes.quotation,
        quotes=wishes.quotes,
        people=wishes.people,
    )
    return script, parts


def lexicon_files(source: str, settings: Settings) -> tuple[Path, ...]:
    """The user's lexicons for `source`: those in the folder `lexicon` beside it, then those of the settings."""
    beside = Path(source).parent / "lexicon" if "://" not in source and source != "-" else Path("lexicon")
    found = sorted(path for path in beside.glob("*") if path.suffix.lower() in {".tsv", ".pls"})
    return (*found, *map(Path, settings.speaking.lexicons))


def _lexicon(source: str, settings: Settings) -> Lexicon:
    files = lexicon_files(source, settings)
    return _combined(tuple((path, path.stat().st_mtime_ns if path.is_file() else 0) for path in files))


@lru_cache(maxsize=8)
def _combined(files: tuple[tuple[Path, int], ...]) -> Lexicon:
    """The lexicons as one, before audiofy's own; read again only when a file has changed."""
    return combined([*(read_lexicon(path) for path, _ in files), built_in()])


def _phonemes(known: tuple[Voice, ...], language: str) -> str:
    """The phonemes that every voice of the language can take."""
    tag = primary(language or DEFAULT_LANGUAGE)
    engines = {voice.engine for voice in known if primary(voice.language) == tag}
    return "espeak" if engines == {"espeak"} else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronunciation:
    """How a text is said in a voice; `unsaid` are terms whose phonemes the engine can't take."""

    text: str
    spoken: str
    phonemes: str
    voice: Voice
    unsaid: tuple[str, ...] = ()


def pronounce(text: str, language: str, name: str, settings: Settings) -> Pronunciation:
    """How `text` is said in `language` by the voice called `name`, or by the narrator.

    Raises:
        CastingError: There is no such voice.
        MissingDependencyError: Its engine isn't installed.
    """
    from audiofy.audio.engines import phonemes

    script = Script(article=Article(url="", title="", blocks=()), language=language, lines=())
    known = voices.load(Path(settings.voices) if settings.voices else None)
    voice = find_voice(name, settings, language) if name else cast(script, known).narrator
    said = _spoken(text, voice, settings)
    return Pronunciation(
        text=text, spoken=said.text, phonemes=phonemes(said.text, voice), voice=voice, unsaid=said.unsaid
    )


def sample(text: str, voice: Voice, into: Path, settings: Settings) -> None:
    """Says `text` in one voice, as an MP3 without tags.

    Raises:
        RecordingError: Speech, encoding or the folder failed.
        CastingError: The engine doesn't have the voice.
    """
    from audiofy.audio.booth import open_booth
    from audiofy.audio.perform import perform

    said = _spoken(text, voice, settings)
    line = Line(kind=Kind.NARRATION, block=-1, start=0, end=len(text), text=text, spoken=said.text, words=said.words)
    script = Script(article=Article(url="", title="", blocks=()), language=voice.language, lines=(line,))
    booth = open_booth(settings.audio.deadline)
    try:
        with output.temporary(into) as part:
            perform(script, Cast(narrator=voice, quotation=voice), part, settings=settings, booth=booth)
    finally:
        booth.close()


def _spoken(text: str, voice: Voice, settings: Settings) -> Spoken:
    lexicon = _lexicon("-", settings)
    return speakable(text, voice.language, lexicon=lexicon, phonemes="espeak" if voice.engine == "espeak" else "")


def find_voice(name: str, settings: Settings, language: str = "") -> Voice:
    """The voice called `name`, in `language` if it speaks several.

    Raises:
        CastingError: There is none, or it doesn't speak the language.
    """
    known = [voice for voice in voices.load(Path(settings.voices) if settings.voices else None) if voice.name == name]
    if not known:
        raise CastingError(f"There is no voice called {name!r}.", "See `audiofy voices`.")
    suited = [voice for voice in known if language in {"", voice.language}]
    if not suited:
        spoken = ", ".join(voice.language for voice in known)
        raise CastingError(f"The voice {name!r} doesn't speak {language!r}.", f"It speaks {spoken}.")
    return suited[0]


def narrate(
    source: str,
    *,
    settings: Settings | None = None,
    force: bool = False,
    booth: Booth | None = None,
    on_step: Callable[[str, int, int], None] = lambda _what, _done, _total: None,
) -> Done:
    """Makes the episode of `source`, unless it is there already and nothing that could change it has changed.

    Args:
        source: What `audiofy.read` takes.
        settings: What is in force; the defaults without.
        force: Makes it again whatever is there.
        booth: Where the engines speak; one for this episode without.
        on_step: Called with what is being done, how many steps of it are done, and how many there are.

    Raises:
        AudiofyError: As the tree in `audiofy.errors` says.
    """
    from audiofy.audio.engines import versions
    from audiofy.audio.fingerprint import fingerprint
    from audiofy.audio.record import record
    from audiofy.publication import write_transcripts

    chosen = settings or Settings()
    on_step(f"reading {source}", 0, 0)
    script, parts = rehearse(source, chosen)
    folder = output.episode_folder(Path(chosen.output), script.article, chosen.layout)
    engines = versions(parts.voice_for(line).engine for line in script.lines)
    present = None if force else output.current(folder, fingerprint(script, parts, chosen, engines))
    if present is not None:
        return Done(source=source, episode=present, folder=str(folder), fresh=False)
    title = script.article.title or source
    episode = record(
        script, parts, folder, settings=chosen, booth=booth, on_line=lambda done, total: on_step(title, done, total)
    )
    write_transcripts(folder, episode)
    output.write_episode(folder, episode)
    return Done(source=source, episode=episode, folder=str(folder), fresh=True)


def verify(path: Path | str, *, settings: Settings | None = None, source: bool = False) -> tuple[Finding, ...]:
    """What of a publication does not keep its promises.

    Args:
        path: An output folder, an episode's folder, an MP3 or episode.json in one, or a feed in an output folder.
        settings: What is in force; the defaults without.
        source: Reads each article again and compares.

    Raises:
        SourceNotFoundError: There is nothing to verify.
    """
    return tuple(finding for one in examine(path, settings=settings, source=source) for finding in one.findings)


def examine(path: Path | str, *, settings: Settings | None = None, source: bool = False) -> Iterator[Examined]:
    """Each episode in `path`, and then the folder around them: the checks that were made, and what they found.

    Arguments and errors are those of `verify`.
    """
    from importlib.util import find_spec

    from audiofy import audit
    from audiofy.audio import credentials

    chosen = settings or Settings()
    trust = credentials.trusted(chosen.credentials)
    return audit.examine(
        path,
        settings=chosen,
        credential=(lambda file: credentials.show(file, trust)) if find_spec("c2pa") else None,
        read=(lambda address: article.read(address, settings=chosen)) if source else None,
    )
