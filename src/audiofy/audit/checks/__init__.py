"""Evidence to faults: one small function a promise, in families."""

from __future__ import annotations

from audiofy.audit.checks.book import book
from audiofy.audit.checks.completeness import completeness
from audiofy.audit.checks.copies import copies
from audiofy.audit.checks.disclosure import disclosure
from audiofy.audit.checks.embeds import embeds, scripts
from audiofy.audit.checks.feed import feed
from audiofy.audit.checks.files import files, shelf_files
from audiofy.audit.checks.item import item
from audiofy.audit.checks.page import page
from audiofy.audit.checks.remote import remote
from audiofy.audit.checks.signature import signature
from audiofy.audit.checks.sound import sound
from audiofy.audit.checks.source import source
from audiofy.audit.checks.tags import tags
from audiofy.audit.checks.timing import timing

OF_EPISODES = tuple(
    check
    for family in (files, completeness, timing, disclosure, page, embeds, book, sound, tags, signature, source)
    for check in family.checks
)
OF_COPIES = tuple(copies.checks)
OF_FOLDERS = tuple(check for family in (shelf_files, scripts, feed, item) for check in family.checks)

OF_REMOTE_FEEDS = tuple(remote.checks)

__all__ = ["OF_COPIES", "OF_EPISODES", "OF_FOLDERS", "OF_REMOTE_FEEDS"]
