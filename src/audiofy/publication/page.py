"""An episode to its read-along page, and to the player alone for other pages to embed. Pure.

One file each, with style and script inside: nothing is requested but the audio, so they work from a disk and any host.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audiofy.corrections import corrected
from audiofy.model import Kind
from audiofy.publication.characters import one_line, shortened
from audiofy.publication.labels import date, direction, labels, spoken_in
from audiofy.publication.markup import asset, frame, policy, safe, script_json, web_address
from audiofy.publication.player import player
from audiofy.publication.reading import Text
from audiofy.publication.sentences import sentences
from audiofy.publication.structured import facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiofy.model import Episode
    from audiofy.publication.shows import Entry, Programme

# Letters of a headline that is set smaller, so that the player is seen without scrolling.
_LONG = 80


def page(episode: Episode, entry: Entry, programme: Programme) -> str:
    """The read-along page (HTML): headline, player with disclosure, the text in sentences, links to the other forms."""
    article, words = episode.article, labels(episode.language)
    up = "../" * (entry.path.count("/") + 1)
    text = Text(episode, sentences(episode))
    long = " class=long" if len(entry.title) > _LONG else ""
    blocks = text.blocks()
    body = f"""<a class="skip" href="#article"{spoken_in(episode.language)}>{safe(words["skip"])}</a>
<header class="masthead"><a href="{up}{programme.page_name}">{safe(_masthead(episode, programme))}</a></header>
<main>
{_paragraph("kicker", one_line(article.section))}<h1{long}>{text.of(Kind.TITLE) or safe(entry.title)}</h1>
{_paragraph("standfirst", one_line(article.summary))}{_byline(episode, text)}
<div id="place">{player(episode, disclosure=text.of(Kind.DISCLOSURE), text=text)}</div>
<article id="article" class="text">
{blocks}
</article>
{_links(episode, programme, up)}
</main>"""
    return _framed(episode, entry, programme, kind="page", body=body)


def embedded(episode: Episode, entry: Entry, programme: Programme) -> str:
    """The player alone, in a page made for an `<iframe>`; the article's headline leads to the read-along page."""
    text = Text(episode, sentences(episode))
    link = f'<a href="./index.html" target="_top">{safe(entry.title)}</a>'
    said = text.of(Kind.DISCLOSURE)
    body = f"<main>{player(episode, disclosure=said, text=text, title=link, alone=True)}</main>"
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
        "html": f'<iframe src="{safe(source)}" title="{safe(title)}: {safe(entry.title)}" width="100%" height="270" '
        'style="border:0" loading="lazy"></iframe>',
        "width": 640,
        "height": 270,
    }


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
        "og:image": web_address(article.image) or programme.picture(entry) or programme.image,
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


def _byline(episode: Episode, text: Text) -> str:
    """The byline as it is read, or else from the article's fields."""
    article, words = episode.article, labels(episode.language)
    line = text.of(Kind.BYLINE)
    if not line:
        authors = ", ".join(one_line(author) for author in article.authors)
        line = " · ".join(
            part
            for part in (
                f"{safe(words['by'])} {safe(authors)}" if authors else "",
                _day(article.published, episode.language),
            )
            if part
        )
    changed = corrected(episode)
    return _rows("byline", (line, f"{safe(words['corrected'])} {_day(changed, episode.language)}" if changed else ""))


def _rows(kind: str, rows: Iterable[str]) -> str:
    return "".join(f'<p class="{kind}" dir="auto">{row}</p>\n' for row in rows if row)


def _day(moment: str, language: str) -> str:
    return f'<time datetime="{safe(moment)}">{safe(date(moment, language))}</time>' if moment else ""


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
    return f"""<footer class="links"{spoken_in(episode.language)}>{contents if chapters else ""}
<ul>{rows}</ul>{_paragraph("rights", rights)}</footer>"""
