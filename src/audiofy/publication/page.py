"""An episode to its read-along page, and to the player alone for other pages to embed. Pure.

One file each, with style and script inside: nothing is requested but the audio, so they work from a disk and any host.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from audiofy.corrections import corrected
from audiofy.model import Kind, Role
from audiofy.publication.characters import one_line, shortened
from audiofy.publication.labels import direction, labels
from audiofy.publication.markup import asset, frame, policy, safe, script_json, web_address
from audiofy.publication.player import player
from audiofy.publication.sentences import sentences
from audiofy.publication.structured import facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiofy.model import Episode, Line
    from audiofy.publication.sentences import Sentence
    from audiofy.publication.shows import Entry, Programme

_ELEMENTS = {Role.HEADING: "h2", Role.BLOCKQUOTE: "blockquote", Role.LIST_ITEM: "li", Role.CODE: "pre"}
_ASIDES = frozenset({Role.CAPTION, Role.FOOTNOTE, Role.CORRECTION, Role.TABLE_ROW})


def page(episode: Episode, entry: Entry, programme: Programme) -> str:
    """The read-along page (HTML): headline, player with disclosure, the text in sentences, links to the other forms."""
    article, words = episode.article, labels(episode.language)
    said = sentences(episode)
    up = "../" * (entry.path.count("/") + 1)
    text = _Text(episode, said)
    body = f"""<a class="skip" href="#article">{safe(words["skip"])}</a>
<header class="masthead"><a href="{up}{programme.page_name}">{safe(_masthead(episode, programme))}</a></header>
<main>
{_paragraph("kicker", one_line(article.section))}<h1>{text.of(Kind.TITLE) or safe(entry.title)}</h1>
{_paragraph("standfirst", one_line(article.summary))}{_byline(episode, text)}
<div id="place">{player(episode, disclosure=text.of(Kind.DISCLOSURE), sentences=said)}</div>
<article id="article" class="text">
{text.blocks()}
</article>
{_links(episode, programme, up)}
</main>"""
    return _framed(episode, entry, programme, kind="page", body=body)


def embedded(episode: Episode, entry: Entry, programme: Programme) -> str:
    """The player alone, in a page made for an `<iframe>`; its headline leads to the read-along page."""
    text = _Text(episode, sentences(episode))
    link = f'<a href="./index.html" target="_top">{safe(entry.title)}</a>'
    said = text.of(Kind.DISCLOSURE)
    body = f"<main>{player(episode, disclosure=said, sentences=text.said, title=link, alone=True)}</main>"
    return _framed(episode, entry, programme, kind="embed", body=body)


def oembed(episode: Episode, entry: Entry, programme: Programme) -> dict[str, Any]:
    """OEmbed 1.0 (https://oembed.com): how to show the player in another page."""
    source = programme.address(entry, "player.html")
    title = one_line(labels(episode.language)["listen"])
    return {
        "version": "1.0",
        "type": "rich",
        "title": entry.title,
        "author_name": ", ".join(one_line(author) for author in episode.article.authors),
        "provider_name": one_line(programme.show.title),
        "provider_url": programme.base,
        "html": f'<iframe src="{safe(source)}" title="{safe(title)}: {safe(entry.title)}" width="100%" height="220" '
        'style="border:0" loading="lazy"></iframe>',
        "width": 640,
        "height": 220,
    }


class _Text:
    """The lines of an episode in HTML, every sentence that is heard in an element of its own."""

    def __init__(self, episode: Episode, said: tuple[Sentence, ...]) -> None:
        self.episode = episode
        self.said = said
        self._by_line = {index: list(group) for index, group in groupby(said, key=lambda sentence: sentence.line)}

    def of(self, kind: Kind) -> str:
        """The first line of a kind."""
        index = next((index for index, line in enumerate(self.episode.lines) if line.kind is kind), None)
        return "" if index is None else self._line(index, self.episode.lines[index])

    def blocks(self) -> str:
        """The article, and a disclosure that is heard after it."""
        rows: list[str] = []
        listed = False
        lines = [(index, line) for index, line in enumerate(self.episode.lines) if not self._stands_above(index, line)]
        for block, group in groupby(lines, key=lambda pair: pair[1].block if pair[1].block >= 0 else -2 - pair[0]):
            role = self.episode.article.blocks[block].role if block >= 0 else Role.PARAGRAPH
            if listed != (role is Role.LIST_ITEM):
                rows.append("</ul>" if listed else "<ul>")
                listed = not listed
            text = "".join(self._line(index, line) for index, line in group)
            name = _ELEMENTS.get(role, "p")
            rows.append(f"<{name}{' class=aside' if role in _ASIDES else ''}>{text.strip()}</{name}>")
        return "\n".join([*rows, "</ul>"] if listed else rows)

    def _stands_above(self, index: int, line: Line) -> bool:
        """Whether a line is shown above the text: title, byline and the first disclosure."""
        first = next((at for at, one in enumerate(self.episode.lines) if one.kind is line.kind), index)
        return line.kind in {Kind.TITLE, Kind.BYLINE, Kind.DISCLOSURE} and index == first

    def _line(self, index: int, line: Line) -> str:
        pieces, place = [], 0
        for sentence in self._by_line.get(index, ()):
            pieces.append(safe(line.text[place : sentence.place]))
            pieces.append(f'<span class="s" id="s{sentence.number}">{safe(sentence.text)}</span>')
            place = sentence.place + len(sentence.text)
        return "".join([*pieces, safe(line.text[place:])])


def _framed(episode: Episode, entry: Entry, programme: Programme, *, kind: str, body: str) -> str:
    article = episode.article
    address = programme.address(entry)
    canonical = web_address(article.url) or address
    summary = shortened(one_line(entry.episode.article.summary), 300)
    properties = {
        "og:type": "article",
        "og:title": entry.title,
        "og:description": f"{summary} {one_line(episode.disclosure.sentence)}".strip(),
        "og:url": canonical,
        "og:site_name": _masthead(episode, programme),
        "og:image": web_address(article.image) or programme.image,
        "og:audio": programme.enclosure(entry),
        "og:audio:type": "audio/mpeg",
        "og:locale": episode.language.replace("-", "_"),
        "article:published_time": article.published,
        "article:modified_time": article.modified,
        "article:section": article.section,
    }
    head = [f'<meta property="{name}" content="{safe(value)}">' for name, value in properties.items() if value]
    feed, card = programme.base + programme.feed_name, programme.address(entry, "oembed.json")
    head += [
        f'<link rel="alternate" type="application/rss+xml" href="{safe(feed)}" title="{safe(programme.show.title)}">',
        f'<link rel="alternate" type="application/json+oembed" href="{safe(card)}" title="{safe(entry.title)}">',
        f'<script type="application/ld+json">{script_json(facts(episode, entry, programme))}</script>',
    ]
    return frame().substitute(
        language=safe(episode.language),
        direction=direction(episode.language),
        policy=policy(),
        title=safe(entry.title),
        summary=safe(summary),
        generator=safe(programme.generator),
        canonical=safe(canonical),
        head="\n".join(head),
        css=asset("page.css"),
        kind=kind,
        body=f"{body}\n<script>{asset('page.js')}</script>",
    )


def _masthead(episode: Episode, programme: Programme) -> str:
    return one_line(episode.article.publisher or programme.show.title)


def _paragraph(kind: str, text: str) -> str:
    return f'<p class="{kind}">{safe(text)}</p>\n' if text else ""


def _byline(episode: Episode, text: _Text) -> str:
    """The byline as it is read, or else from the article's fields."""
    article, words = episode.article, labels(episode.language)
    line = text.of(Kind.BYLINE)
    if not line:
        authors = ", ".join(one_line(author) for author in article.authors)
        line = " · ".join(
            part
            for part in (f"{safe(words['by'])} {safe(authors)}" if authors else "", _day(article.published))
            if part
        )
    changed = corrected(episode)
    return _rows("byline", (line, f"{safe(words['corrected'])} {_day(changed)}" if changed else ""))


def _rows(kind: str, rows: Iterable[str]) -> str:
    return "".join(f'<p class="{kind}">{row}</p>\n' for row in rows if row)


def _day(moment: str) -> str:
    day = safe(moment[:10])
    return f'<time datetime="{safe(moment)}">{day}</time>' if day else ""


def _links(episode: Episode, programme: Programme, up: str) -> str:
    """Chapters, and the other forms of the article."""
    article, words = episode.article, labels(episode.language)
    links = [(web_address(article.url), words["source"]), ("transcript.html", words["transcript"])]
    if programme.show.books:
        links.append((f"{episode.slug}.epub", f"{words['book']} (EPUB)"))
    links.append((up + programme.feed_name, words["subscribe"]))
    rows = "".join(f'<li><a href="{safe(where)}">{safe(name)}</a></li>' for where, name in links if where)
    chapters = "".join(
        f'<li><a href="#t={one.start:.1f}" data-time="{one.start:.2f}">{safe(one_line(one.title))}</a></li>'
        for one in episode.chapters
    )
    contents = (
        f'<nav class="chapters" aria-labelledby="c"><h2 id="c">{safe(words["chapters"])}</h2><ol>{chapters}</ol></nav>'
    )
    rights = " · ".join(one_line(part) for part in (programme.show.copyright, programme.show.licence) if part)
    return f'<footer class="links">{contents if chapters else ""}<ul>{rows}</ul>{_paragraph("rights", rights)}</footer>'
