"""Pages that were fetched before, so that a server need only say that nothing changed.

One file an address in the user's cache folder; deleting them costs nothing but time.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy.model import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.settings import Fetching


def recall(url: str, limits: Fetching) -> tuple[Page, dict[str, str]] | None:
    """The page stored for `url` and the headers that ask whether it changed; None where there is none."""
    if not limits.cache:
        return None
    try:
        head, content = _path(url, limits).read_bytes().split(b"\n", 1)
        kept = json.loads(head)
        page = Page(url=kept["url"], content=content, media_type=kept["media_type"], charset=kept["charset"])
        asked = kept["asked"] == url and len(content) == kept["size"]
        headers = {str(name): str(value) for name, value in kept["headers"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # a file that is missing or damaged is one that was never there
    return (page, headers) if asked else None


def remember(url: str, page: Page, headers: Mapping[str, str], limits: Fetching) -> None:
    """Stores `page` for `url` where the server gave a mark to compare with; a full disk is no error."""
    marks = {"If-None-Match": headers.get("etag", ""), "If-Modified-Since": headers.get("last-modified", "")}
    marks = {name: value for name, value in marks.items() if value}
    if not limits.cache or not marks or "no-store" in headers.get("cache-control", ""):
        return
    head = {
        "asked": url,
        "url": page.url,
        "media_type": page.media_type,
        "charset": page.charset,
        "size": len(page.content),
        "headers": marks,
    }
    path = _path(url, limits)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(json.dumps(head).encode() + b"\n" + page.content)
            Path(temporary).replace(path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)


def _path(url: str, limits: Fetching) -> Path:
    folder = Path(limits.cache_folder) if limits.cache_folder else _user_folder()
    return folder / f"{hashlib.sha256(url.encode()).hexdigest()[:40]}.page"


def _user_folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_cache_dir("audiofy", appauthor=False)) / "pages"
