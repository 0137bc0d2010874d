"""Episodes and settings to shows: which episodes each has, under which name and address. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from audiofy import output
from audiofy.errors import SettingsError
from audiofy.model import primary
from audiofy.publication.categories import category
from audiofy.publication.characters import one_line, shortened
from audiofy.publication.labels import labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiofy.model import Article, Episode, Recording
    from audiofy.settings import Only, Settings, Show

# Enough of a first paragraph to stand in for a summary.
_SUMMARY = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An episode as a show lists it: without its lines, cues and blocks, so that a hundred thousand fit in memory.

    `path` is its folder relative to the output folder, with slashes. `aired` is when the article was published (the
    episode made, where that isn't known), in UTC. `files` are the names of what lies beside it.
    """

    path: str
    episode: Episode
    aired: datetime
    files: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """The headline, or the slug of an article without one."""
        return one_line(self.episode.article.title) or self.episode.slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A show with its entries, the newest first. `name` tells it from the others; empty if it is the only one.

    `base` is the address of the output folder on the web and ends in a slash. `guid` is the feed's, `image` the address
    of the cover, `generator` the name and version of what publishes.
    """

    show: Show
    name: str
    base: str
    entries: tuple[Entry, ...]
    guid: str = ""
    image: str = ""
    generator: str = ""

    @property
    def feed_name(self) -> str:
        """The file name of the feed."""
        return f"feed-{self.name}.xml" if self.name else "feed.xml"

    @property
    def page_name(self) -> str:
        """The file name of the show's page."""
        return f"show-{self.name}.html" if self.name else "index.html"

    def address(self, entry: Entry, name: str = "") -> str:
        """The web address of a file of an episode, or of its page."""
        return self.base + quote(f"{entry.path}/{name}")

    def picture(self, entry: Entry) -> str:
        """The web address of an episode's own cover, which changes with its audio; empty if it has none."""
        name = next((name for name in ("cover.jpg", "cover.png") if name in entry.files), "")
        return f"{self.address(entry, name)}?v={entry.episode.recording.sha256[:8]}" if name else ""

    def enclosure(self, entry: Entry, copy: Recording | None = None) -> str:
        """The web address of the audio, or of a copy; it changes with it, so that a correction is fetched anew."""
        recording = copy or entry.episode.recording
        return f"{self.address(entry, recording.audio)}?v={recording.sha256[:8]}"


def alike(entry: Entry, known: dict[Any, Any]) -> Entry:
    """The same entry, holding in common with those before it what is equal: half of what an archive's episodes say."""

    def one(value: Any) -> Any:
        return known.setdefault(value, value)

    episode = entry.episode
    parts = (replace(part, voice=one(part.voice)) for part in episode.cast.roles)
    cast = replace(
        episode.cast,
        narrator=one(episode.cast.narrator),
        quotation=one(episode.cast.quotation),
        roles=tuple(parts),
    )
    same = {name: one(getattr(episode, name)) for name in ("engines", "disclosure", "language", "generator")}
    # Names with the slug in them are never asked for.
    files = one(frozenset(name for name in entry.files if not name.startswith(episode.slug)))
    return replace(entry, episode=replace(episode, cast=cast, **same), files=files)


def entry_of(path: str, episode: Episode) -> Entry:
    """What a show needs of an episode."""
    article = episode.article
    first = next((block.text for block in article.blocks if block.role == "paragraph"), "")
    light = replace(
        article, blocks=(), omitted=(), captions=(), summary=article.summary or shortened(one_line(first), _SUMMARY)
    )
    return Entry(
        path=path,
        episode=replace(episode, article=light, lines=(), cues=()),
        aired=aired(article, episode.made),
    )


def aired(article: Article, made: str) -> datetime:
    """When an article appeared, in UTC; when its episode was made if that can't be told."""
    for moment in (article.published, made):
        try:
            time = datetime.fromisoformat(moment)
        except ValueError:
            continue
        return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    return datetime(1970, 1, 1, tzinfo=UTC)


def announced(settings: Settings, base_url: str = "") -> tuple[Programme, ...]:
    """The shows that the settings describe, without entries.

    Args:
        settings: `shows` has one or several shows, or else `show` is the only one.
        base_url: The web address of the output folder, in place of the settings'.

    Raises:
        SettingsError: Values that a feed must have are missing or wrong; the message names each.
    """
    shows = settings.shows or (settings.show,)
    found: list[Programme] = []
    for show in shows:
        _check(show, base_url)
        name = "" if len(shows) == 1 else output.slugged(show.title) or "show"
        if any(other.name == name for other in found):
            raise SettingsError(f"Two shows are called {show.title!r}.", "Give each [[show]] a title of its own.")
        base = (base_url or show.base_url or show.site).rstrip("/") + "/"
        found.append(Programme(show=show, name=name, base=base, entries=()))
    return tuple(found)


def filled(programme: Programme, entries: Sequence[Entry]) -> Programme:
    """A show with those of the entries that fit it, the newest first, and their language if it has none of its own."""
    fitting = [entry for entry in entries if fits(entry.episode, programme.show.only)]
    own = tuple(sorted(fitting, key=lambda entry: (entry.aired, entry.episode.guid), reverse=True))
    return replace(programme, show=_completed(programme.show, own), entries=own)


def fits(episode: Episode, only: Only) -> bool:
    """Whether a show with that filter has the episode."""
    article = episode.article
    language = episode.language.lower()
    wanted = {one.lower() for one in only.languages}
    return (
        (not only.sections or article.section.casefold() in _folded(only.sections))
        and (not only.publishers or article.publisher.casefold() in _folded(only.publishers))
        and (not only.tags or bool(_folded(article.tags) & _folded(only.tags)))
        and (not wanted or language in wanted or primary(language) in wanted)
    )


def pages(programme: Programme, now: datetime) -> tuple[tuple[Entry, ...], tuple[tuple[Entry, ...], ...]]:
    """The entries of the feed itself, and those of its archives (RFC 5005, section 4), the oldest archive first.

    An archive holds `items` entries and never changes when new episodes come: they are counted from the oldest on. So
    the feed itself has between `items` and twice as many, or fewer where `days` sends more to the archives.
    """
    size = programme.show.items
    count = len(programme.entries)
    by_number = max(0, count // size - 1) * size
    by_age = 0
    if programme.show.days:
        limit = now - timedelta(days=programme.show.days)
        by_age = sum(entry.aired < limit for entry in programme.entries) // size * size
    kept = count - max(by_number, by_age)
    old = programme.entries[kept:][::-1]
    archives = tuple(old[at : at + size][::-1] for at in range(0, len(old), size))
    return programme.entries[:kept], archives


def _folded(texts: Sequence[str]) -> set[str]:
    return {text.casefold() for text in texts}


def _check(show: Show, base_url: str) -> None:
    """What no feed can do without: https://podcasters.apple.com/support/823-podcast-requirements."""
    wrong = list(_wrong(show, base_url))
    if wrong:
        where = f" of the show {show.title!r}" if show.title else ""
        raise SettingsError(f"The settings{where} can't be published: {'; '.join(wrong)}.", "See docs/publishing.md.")


def _wrong(show: Show, base_url: str) -> Iterator[str]:
    for name in ("title", "description"):
        if not one_line(getattr(show, name)):
            yield f"show.{name} is missing"
    if not (show.site or show.base_url or base_url):
        yield "show.site is missing"
    for name, value in {"show.site": show.site, "show.base_url": show.base_url, "--base-url": base_url}.items():
        if value and not value.lower().startswith(("http://", "https://")):
            yield f"{name} is {value!r}, which is no http(s) address"
    if category(show.category) is None:
        yield f"show.category is {show.category!r}, which is none of Apple's"
    if show.locked and not show.owner.email:
        yield "show.owner.email is missing, which a locked show needs"
    if show.funding.text and not show.funding.url:
        yield "show.funding.url is missing"


def _completed(show: Show, entries: tuple[Entry, ...]) -> Show:
    """The show with what follows from its episodes where the settings leave it out."""
    languages = [entry.episode.language for entry in entries]
    common = max(sorted(set(languages)), key=languages.count) if languages else ""
    funding = show.funding
    if funding.url and not funding.text:
        funding = msgspec.structs.replace(funding, text=labels(show.language or common)["support"])
    author = show.author or show.owner.name or show.title
    return msgspec.structs.replace(show, language=show.language or common, funding=funding, author=author)
