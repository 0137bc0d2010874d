"""An episode to schema.org facts in JSON-LD: the article, and its audio with how that was made. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audiofy.disclosure import quotation_note, schema_org
from audiofy.publication.characters import one_line
from audiofy.publication.markup import web_address

if TYPE_CHECKING:
    from audiofy.model import Episode
    from audiofy.publication.shows import Entry, Programme


def facts(episode: Episode, entry: Entry, programme: Programme) -> dict[str, Any]:
    """A NewsArticle (https://schema.org/NewsArticle) with an AudioObject; what isn't known is left out."""
    article, recording = episode.article, episode.recording
    page = programme.address(entry)
    made = f"{one_line(episode.disclosure.sentence)} {quotation_note(episode.language)}"
    audio = {
        "@type": "AudioObject",
        "name": entry.title,
        "contentUrl": programme.enclosure(entry),
        "encodingFormat": "audio/mpeg",
        "contentSize": str(recording.size),
        "bitrate": f"{recording.bitrate} kbit/s",
        "duration": f"PT{recording.duration:.1f}S",
        "inLanguage": episode.language,
        "uploadDate": episode.made,
        "transcript": programme.address(entry, "transcript.txt"),
        "caption": {
            "@type": "MediaObject",
            "contentUrl": programme.address(entry, "transcript.vtt"),
            "encodingFormat": "text/vtt",
        },
        "description": made,
        "creditText": made,
        "digitalSourceType": schema_org(episode.disclosure.source_type),
        "accessibilityFeature": ["transcript", "synchronizedAudioText"],
    }
    known = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": entry.title,
        "description": one_line(article.summary),
        "url": web_address(article.url) or page,
        "mainEntityOfPage": web_address(article.url) or page,
        "inLanguage": episode.language,
        "articleSection": one_line(article.section),
        "datePublished": article.published,
        "dateModified": article.modified,
        "author": [{"@type": "Person", "name": one_line(author)} for author in article.authors],
        "publisher": {"@type": "NewsMediaOrganization", "name": one_line(article.publisher or programme.show.title)},
        "image": web_address(article.image) or programme.picture(entry) or programme.image,
        "license": web_address(programme.show.licence),
        "accessMode": ["textual", "auditory"],
        "accessModeSufficient": ["textual", "auditory"],
        "accessibilityFeature": ["synchronizedAudioText", "displayTransformability", "readingOrder"],
        "accessibilityHazard": "none",
        "audio": audio,
    }
    return {name: value for name, value in known.items() if value}
