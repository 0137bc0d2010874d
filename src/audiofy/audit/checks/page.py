"""Page: what the website shows and plays is what was recorded."""

from __future__ import annotations

import json
from base64 import b64encode
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from audiofy.audit.evidence.held import PAGE, PLAYER
from audiofy.audit.evidence.transcripts import ends_as_html
from audiofy.audit.finding import Family, Fault
from audiofy.audit.words import excerpt, foreign, heard, is_language, squeezed
from audiofy.disclosure import schema_org
from audiofy.model import primary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from audiofy.audit.evidence.held import Held

page = Family("page")
_PUBLISH = "Publish again with audiofy publish."

# What is played, and what others are told to play.
_PLAYED = "//audio/@src|//audio/source/@src|//meta[@property='og:audio']/@content"
_LINKED = "//@href|//@src"


@page.check("page-disclosure", why="It has to be seen before the player is started.", remedy=_PUBLISH)
def page_disclosure(held: Held) -> Iterator[Fault]:
    """The page has the sentence."""
    text, _ = held.page
    if squeezed(held.episode.disclosure.sentence) not in squeezed(text):
        yield Fault("the page doesn't have the disclosure", PAGE)


@page.check("player-disclosure", why="On other sites the player is all that people see.", remedy=_PUBLISH)
def player_disclosure(held: Held) -> Iterator[Fault]:
    """The player for other sites has the sentence."""
    text, _ = held.player
    if squeezed(held.episode.disclosure.sentence) not in squeezed(text):
        yield Fault("the player doesn't have the disclosure", PLAYER)


@page.check("page-source-type", why="Search engines go by it.", remedy=_PUBLISH)
def page_source_type(held: Held) -> Iterator[Fault]:
    """The structured data of the page has the source type as schema.org names it."""
    _, tree = held.page
    written = "\n".join(tree.xpath("//script[@type='application/ld+json']/text()"))
    if schema_org(held.episode.disclosure.source_type) not in written.replace("\\/", "/"):
        yield Fault("its structured data doesn't have the digital source type", PAGE)


@page.check("page-whole", why="What was cut off has no controls, or no end.", remedy=_PUBLISH)
def page_whole(held: Held) -> Iterator[Fault]:
    """Page, player and HTML transcript end as an HTML file does: readers of HTML forgive what is missing."""
    for name in (PAGE, PLAYER, "transcript.html"):
        path = held.folder / name
        if path.is_file() and not ends_as_html(path):
            yield Fault("it is cut off", name)


@page.check("page-language", why="Screen readers pronounce the text by it.", remedy=_PUBLISH)
def page_language(held: Held) -> Iterator[Fault]:
    """Page and player are in the episode's language, as their first element says."""
    for name, (_, tree) in ((PAGE, held.page), (PLAYER, held.player)):
        stated = str(tree.xpath("string(/html/@lang)"))
        if primary(stated) != primary(held.episode.language) and is_language(held.episode.language):
            yield Fault(f"it says that it is in {excerpt(stated)}, the episode is in {held.episode.language}", name)


@page.check("page-complete", why="The text beside the player is the transcript for who can't hear.", remedy=_PUBLISH)
def page_complete(held: Held) -> Iterator[Fault]:
    """Each line of the article is on the page."""
    text, _ = held.page
    shown = squeezed(text)
    for line in held.episode.lines:
        if line.block >= 0 and heard(line.text) and squeezed(line.text) not in shown:
            yield Fault(f"the line {excerpt(line.text)} is missing", PAGE)


@page.check("page-adds-nothing", why="It puts words in the article that nobody wrote.", remedy=_PUBLISH)
def page_adds_nothing(held: Held) -> Iterator[Fault]:
    """Between the player and the links the page has the lines of the script, and nothing else."""
    _, tree = held.page
    pieces = map(str, tree.xpath("//*[@id='article']//text()"))
    for piece in foreign(pieces, (line.text for line in held.episode.lines)):
        yield Fault(f"it says {excerpt(piece)}, which is not in the article", PAGE)


@page.check("page-audio", why="Visitors would hear something else than what was checked.", remedy=_PUBLISH)
def page_audio(held: Held) -> Iterator[Fault]:
    """What the page plays is the episode's recording."""
    _, tree = held.page
    yield from _played(held, tree, PAGE)


@page.check("player-audio", why="On other sites, visitors would hear something else.", remedy=_PUBLISH)
def player_audio(held: Held) -> Iterator[Fault]:
    """What the player for other sites plays is the episode's recording."""
    _, tree = held.player
    yield from _played(held, tree, PLAYER)


def _played(held: Held, tree: Any, name: str) -> Iterator[Fault]:
    own = held.audio.name
    for address in map(str, tree.xpath(_PLAYED)):
        host, path = _parts(address)
        # An address on the web may have any folders before the name.
        if (path.rpartition("/")[2] if host else path) != own:
            yield Fault(f"it plays {excerpt(address)}, not {own}", name)


@page.check("page-data", why="Search engines show and play what it says.", remedy=_PUBLISH)
def page_data(held: Held) -> Iterator[Fault]:
    """The structured data of the page has the headline, and the episode's recording."""
    _, tree = held.page
    title = held.episode.article.title
    for data in _structured(tree):
        headline, address = data.get("headline"), data.get("contentUrl")
        if title and isinstance(headline, str) and squeezed(headline) != squeezed(title):
            yield Fault(f"its structured data has the headline {excerpt(headline)}", PAGE)
        if isinstance(address, str) and data.get("@type") == "AudioObject":
            name = _parts(address)[1].rpartition("/")[2]
            if name != held.audio.name:
                yield Fault(f"its structured data has the recording {excerpt(address)}", PAGE)


def _structured(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of the JSON-LD in a page; what is no JSON has none."""
    waiting: list[Any] = []
    for text in tree.xpath("//script[@type='application/ld+json']/text()"):
        with suppress(ValueError, RecursionError):
            waiting.append(json.loads(text))
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            yield found
            waiting += found.values()
        elif isinstance(found, list):
            waiting += found


@page.check("page-scripts", why="A script may show and play whatever its author likes.", remedy=_PUBLISH)
def page_scripts(held: Held) -> Iterator[Fault]:
    """Page and player run the script that their security policy names by its hash, and no other."""
    for name, (_, tree) in ((PAGE, held.page), (PLAYER, held.player)):
        policy = str(tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)"))
        for script in tree.xpath("//script[not(@type='application/ld+json' or @type='application/json')]"):
            digest = b64encode(sha256(str(script.text or "").encode()).digest()).decode()
            if script.get("src") or f"'sha256-{digest}'" not in policy:
                yield Fault("it has a script that its security policy doesn't name", name)


@page.check("page-title", why="Browsers, search engines and other sites show it.", remedy=_PUBLISH)
def page_title(held: Held) -> Iterator[Fault]:
    """The page is titled with the headline."""
    _, tree = held.page
    title = held.episode.article.title
    for stated in map(str, tree.xpath("//head/title/text()|//meta[@property='og:title']/@content")):
        if title and squeezed(title) not in squeezed(stated):
            yield Fault(f"it is titled {excerpt(stated)}", PAGE)


@page.check("page-links", why="Readers who follow them get an error.", remedy=_PUBLISH)
def page_links(held: Held) -> Iterator[Fault]:
    """Files beside the page that it leads to are there; audio-there looks after the recording."""
    _, tree = held.page
    for address in dict.fromkeys(map(str, tree.xpath(_LINKED))):
        host, path = _parts(address)
        if path and not host and path != held.episode.recording.audio and not _exists(held, path):
            yield Fault(f"there is nothing at {excerpt(address)}", PAGE)


def _parts(address: str) -> tuple[str, str]:
    """Scheme or host of an address, empty for a file beside the page, and its path; what is no address is a path."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", address
    return parts.scheme or parts.netloc, unquote(parts.path)


def _exists(held: Held, path: str) -> bool:
    try:
        return (held.folder / path).exists()
    except (OSError, ValueError):
        return False
