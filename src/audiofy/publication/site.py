"""An output folder to all that is published of it: transcripts, pages, books, feeds. Only what changed is written."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audiofy import output as shelf
from audiofy.errors import AudiofyError, OutputError, PublishingError, SomeFailedError
from audiofy.publication.artwork import artwork
from audiofy.publication.beside import check_audio, write_beside
from audiofy.publication.feed import feed, feed_guid, stored_guid
from audiofy.publication.front import front, lobby
from audiofy.publication.ledger import Ledger, wish_for
from audiofy.publication.markup import asset
from audiofy.publication.shows import Entry, Programme, alike, announced, entry_of, filled, fits, pages
from audiofy.publication.writing import Written
from audiofy.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from audiofy.model import Article

_NAMED = 5


def publish(
    output: Path | str,
    *,
    settings: Settings | None = None,
    base_url: str = "",
    on_left_out: Callable[[AudiofyError], None] | None = None,
) -> tuple[Path, ...]:
    """Makes everything that listeners get from the episodes in a folder.

    Beside each episode: transcripts in five forms, chapters, the read-along page, the player to embed, oEmbed, the
    talking book. In the folder: a feed with its archives and a page a show, the cover, and embed.js. An episode that is
    damaged or lacks its audio is left out, the others are published.

    Args:
        output: The output folder.
        settings: What is in force; `show` or `shows` describe what is published.
        base_url: The folder's address on the web, in place of the settings'.
        on_left_out: Called with what is wrong with each episode that is left out.

    Returns:
        The files that were written, because they are new or have changed.

    Raises:
        SettingsError: Values that a feed needs are missing or wrong; each is named.
        PublishingError: There is no such folder, it is that of an episode, or no episode can be published; feeds then
            stay as they are.
        SomeFailedError: Everything is published but some episodes, and there is no `on_left_out` to hear of them.
        OutputError: A file can't be read or written.
    """
    chosen, root = settings or Settings(), Path(output)
    if not root.is_dir():
        raise PublishingError(f"There is no folder {root}.", "Name the folder with the episodes.")
    if (root / shelf.EPISODE_FILE).exists():
        # The show's page would take the place of the episode's.
        raise PublishingError(f"{root} is the folder of one episode.", "Name the output folder that it is in.")
    generator = f"audiofy {version('audiofy')}"
    shows = tuple(replace(one, generator=generator) for one in announced(chosen, base_url))
    written = Written()
    shows = tuple(replace(one, image=artwork(root, one, written), guid=_guid(root, one)) for one in shows)
    left_out: list[AudiofyError] = []
    entries = tuple(_entries(root, shows, written, left_out))
    for fault in left_out:
        if on_left_out:
            on_left_out(fault)
    if left_out and not entries:
        raise PublishingError(f"No episode in {root} can be published. {left_out[0].message}", left_out[0].remedy)
    finished = tuple(filled(one, entries) for one in shows)
    kept = {name for one in finished for name in _show(root, one, written)}
    if len(finished) > 1:
        written.text(root / "index.html", lobby(finished))
    written.text(root / "embed.js", asset("embed.js") + "\n")
    _remove_others(root, kept)
    if left_out and not on_left_out:
        names = " ".join(fault.message for fault in left_out[:_NAMED])
        raise SomeFailedError(f"{_were(len(left_out))} left out: {names}", left_out[0].remedy)
    return tuple(written.paths)


def _were(count: int) -> str:
    return "1 episode was" if count == 1 else f"{count} episodes were"


def _entries(root: Path, shows: Sequence[Programme], written: Written, left_out: list[AudiofyError]) -> Iterator[Entry]:
    """Publishes each episode by itself, and gives what shows need of it; faults of single ones go to `left_out`."""
    ledger = Ledger(root)
    known: dict[Any, Any] = {}
    for folder in shelf.episode_folders(root):
        try:
            episode = shelf.read_episode(folder)
            check_audio(folder, episode)
        except AudiofyError as fault:
            left_out.append(fault)
            continue
        path = folder.relative_to(root).as_posix()
        entry = entry_of(path, episode)
        home = filled(next((one for one in shows if fits(episode, one.show.only)), shows[0]), (entry,))
        wish = wish_for(episode, home)
        names = ledger.names(path, folder, wish)
        if not names:
            names = write_beside(folder, episode, entry, home, written)
            ledger.note(path, folder, wish)
        yield alike(replace(entry, files=names), known)
    ledger.close()


def _show(root: Path, programme: Programme, written: Written) -> Iterator[str]:
    """Writes a show's feeds and pages, the oldest archive first and the feed itself last; gives their names."""
    newest, archives = pages(programme, datetime.now(UTC))
    tail = f"-{programme.name}" if programme.name else ""
    feeds = [f"archive{tail}-{number}.xml" for number in range(1, len(archives) + 1)]
    fronts = [f"archive{tail}-{number}.html" for number in range(1, len(archives) + 1)]
    parts: list[tuple[str, str, Sequence[Entry]]] = [
        *zip(feeds, fronts, archives, strict=True),
        (programme.feed_name, programme.page_name, newest),
    ]
    for at, (name, front_name, entries) in enumerate(parts):
        links = {"self": programme.base + name}
        last = at == len(archives)
        if not last:
            links["current"] = programme.base + programme.feed_name
        if at > 0:
            links["prev-archive"] = programme.base + feeds[at - 1]
        if at + 1 < len(archives):
            links["next-archive"] = programme.base + feeds[at + 1]
        newer, older = "" if last else parts[at + 1][1], parts[at - 1][1] if at else ""
        written.text(root / front_name, front(programme, entries, name=front_name, newer=newer, older=older))
        articles = _articles(root, entries) if last else {}
        written.file(root / name, feed(programme, entries, articles=articles, links=links))
        yield from (name, front_name)


def _articles(root: Path, entries: Sequence[Entry]) -> dict[str, Article]:
    """The whole articles of the feed's items, which are few; entries lack their text."""
    found = {}
    for entry in entries:
        with suppress(OutputError):  # retracted while we publish: the next run forgets it
            found[entry.episode.guid] = shelf.read_episode(root / entry.path).article
    return found


def _guid(root: Path, programme: Programme) -> str:
    """The feed's GUID: the settings', or the one that was published, or the one of its address."""
    path = root / programme.feed_name
    stored = stored_guid(path.read_bytes()) if path.is_file() else ""
    return programme.show.guid or stored or feed_guid(programme.base + programme.feed_name)


def _remove_others(root: Path, kept: set[str]) -> None:
    """Removes our feeds and pages of shows and archives that are no more."""
    for pattern in ("feed-*.xml", "feed.xml", "archive-*.xml", "archive-*.html", "show-*.html"):
        for path in root.glob(pattern):
            if path.name not in kept and _ours(path):
                try:
                    path.unlink(missing_ok=True)
                except OSError as error:
                    raise OutputError(f"Can't remove {path}: {error.strerror}.", "Check permissions.") from error


def _ours(path: Path) -> bool:
    """Whether audiofy says in a feed or page that it made it; others may have files of such names there."""
    try:
        content = path.read_bytes()
    except OSError:
        return False
    return b"<generator>audiofy " in content or b'<meta name="generator" content="audiofy ' in content
