"""A show to its front page: what there is to listen to, and how to subscribe. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.publication.characters import one_line
from audiofy.publication.labels import date, direction, labels, spoken_in
from audiofy.publication.markup import asset, frame, policy, safe, script_json, web_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiofy.publication.shows import Entry, Programme


def front(programme: Programme, entries: Sequence[Entry], *, name: str, newer: str = "", older: str = "") -> str:
    """A page (HTML) of a show called `name` with some of its entries, and links to the pages before and after it."""
    show, words = programme.show, labels(programme.show.language)
    picture = programme.image.removeprefix(programme.base)
    support = ""
    if show.funding.url:
        support = f'<li><a href="{safe(web_address(show.funding.url))}">{safe(one_line(show.funding.text))}</a></li>'
    turns = [(newer, words["newer"]), (older, words["older"])]
    paging = "".join(f'<li><a href="{safe(where)}">{safe(label)}</a></li>' for where, label in turns if where)
    made = entries[0].episode.disclosure.sentence if entries else ""
    english = spoken_in(show.language)
    body = f"""<a class="skip" href="#list"{english}>{safe(words["skip"])}</a>
<header class="masthead"><a href="{safe(web_address(show.site) or "./")}">{safe(one_line(show.title))}</a></header>
<main>
<div class="front"><img src="{safe(picture)}" alt="" width="176" height="176"><div>
<h1{english}>{safe(words["episodes"])}</h1>
<p class="standfirst">{safe(one_line(show.description))}</p>
<p class="byline">{safe(one_line(made))}</p>
<p class="byline"><a class="pill" href="{programme.feed_name}"{english}>{safe(words["subscribe"])}</a></p></div></div>
<ul class="list" id="list">
{"".join(_row(entry) for entry in entries)}</ul>
<footer class="links"><ul>{paging}{support}</ul><p>{safe(one_line(show.copyright))}</p></footer>
</main>"""
    feed = programme.base + programme.feed_name
    facts = {
        "@context": "https://schema.org",
        "@type": "PodcastSeries",
        "name": one_line(show.title),
        "description": one_line(show.description),
        "url": programme.base + name,
        "webFeed": feed,
        "image": programme.image,
        "inLanguage": show.language,
    }
    head = [
        f'<link rel="alternate" type="application/rss+xml" href="{safe(feed)}" title="{safe(show.title)}">',
        f'<meta property="og:title" content="{safe(show.title)}">',
        f'<meta property="og:image" content="{safe(programme.image)}">',
        f'<script type="application/ld+json">{script_json(facts)}</script>',
    ]
    return _framed(programme, name, "\n".join(head), body)


def lobby(programmes: Sequence[Programme]) -> str:
    """The page (HTML) of an output folder with several shows: a link to each."""
    first = programmes[0]
    rows = "".join(
        f'<li><h2><a href="{one.page_name}">{safe(one_line(one.show.title))}</a></h2>'
        f"<p>{safe(one_line(one.show.description))}</p></li>\n"
        for one in programmes
    )
    words = labels(first.show.language)
    body = f'<main><h1>{safe(words["episodes"])}</h1><ul class="list">{rows}</ul></main>'
    return _framed(first, "index.html", "", body)


def _row(entry: Entry) -> str:
    article, language = entry.episode.article, entry.episode.language
    words = labels(language)
    minutes = max(1, round(entry.episode.recording.duration / 60))
    facts = (
        f'<time datetime="{safe(article.published)}">{safe(date(article.published, language))}</time>'
        if article.published
        else "",
        safe(", ".join(one_line(author) for author in article.authors)),
        f"{minutes} {safe(words['minutes'])}",
    )
    where = safe(f"{entry.path}/index.html")
    section = one_line(article.section)
    kicker = f'<p class="kicker">{safe(section)}</p>' if section else ""
    return f"""<li lang="{safe(language)}" dir="{direction(language)}">{kicker}\
<h2><a href="{where}">{safe(entry.title)}</a></h2><p>{safe(one_line(article.summary))}</p>\
<p class="meta">{" · ".join(fact for fact in facts if fact)}</p></li>
"""


def _framed(programme: Programme, name: str, head: str, body: str) -> str:
    show = programme.show
    return frame().substitute(
        language=safe(show.language),
        direction=direction(show.language),
        policy=policy(),
        title=safe(one_line(show.title)),
        summary=safe(one_line(show.description)),
        generator=safe(programme.generator),
        canonical=safe(programme.base + name),
        head=head,
        css=asset("page.css"),
        kind="home",
        body=body,
    )
