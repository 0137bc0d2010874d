"""Keys to whole objects and back: the only obstore.

Credentials come from where the provider's own tools take them: AWS_ACCESS_KEY_ID, AWS_ENDPOINT_URL and the like,
GOOGLE_APPLICATION_CREDENTIALS, AZURE_STORAGE_ACCOUNT_NAME. A store is made in the process that uses it: one that was
used before a fork hangs in the child.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from audiofy.batch.cloud.places import split
from audiofy.errors import MissingDependencyError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.model import Episode

_TYPES = {
    ".mp3": "audio/mpeg",
    ".json": "application/json",
    ".vtt": "text/vtt; charset=utf-8",
    ".srt": "application/x-subrip",
    ".html": "text/html; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".xml": "application/xml",
}


class Found(NamedTuple):
    """An object as a listing shows it: its key inside the store, its bytes, and a tag that changes with its content."""

    key: str
    size: int
    tag: str


class Store:
    """A bucket, or the part of one below a prefix.

    Args:
        place: `s3://bucket/prefix`, or the same with gs or az.

    Raises:
        MissingDependencyError: The extra isn't installed.
        OutputError: The address or the credentials are wrong.
    """

    def __init__(self, place: str) -> None:
        self.place = place.rstrip("/")
        try:
            import obstore
            from obstore.store import from_url
        except ImportError:
            raise MissingDependencyError(
                f"{place} is in object storage, for which obstore isn't installed.",
                "Install it with: pip install 'audiofy[cloud]'.",
            ) from None
        bucket, prefix = split(self.place)
        # Plain HTTP only where the user has named such a server.
        options: Any = {"allow_http": True} if _endpoint().startswith("http://") else {}
        with self._translated(place):
            self._store = from_url(f"{bucket}/{prefix}", client_options=options)
        self._obstore = obstore

    def put(self, key: str, content: bytes, *, create: bool = False) -> str:
        """Writes a whole object and gives its tag; with `create` an empty one if there is one already.

        Raises:
            OutputError: It can't be written.
        """
        suffix = key[key.rfind(".") :] if "." in key else ""
        attributes: Any = {"Content-Type": _TYPES.get(suffix, "application/octet-stream")}
        with self._translated(key):
            try:
                result = self._obstore.put(
                    self._store,
                    key,
                    content,
                    attributes=attributes,
                    mode="create" if create else "overwrite",
                    use_multipart=False,
                )
            except self._obstore.exceptions.AlreadyExistsError:
                return ""
        return result["e_tag"] or "unknown"

    def get(self, key: str) -> bytes | None:
        """An object's content, None where there is none.

        Raises:
            OutputError: The store can't be reached, or doesn't let us.
        """
        with self._translated(key):
            try:
                return bytes(self._obstore.get(self._store, key).bytes())
            except (self._obstore.exceptions.NotFoundError, FileNotFoundError):
                return None

    def head(self, key: str) -> Found | None:
        """What a listing would show of an object, None where there is none."""
        with self._translated(key):
            try:
                meta = self._obstore.head(self._store, key)
            except (self._obstore.exceptions.NotFoundError, FileNotFoundError):
                return None
        return Found(meta["path"], meta["size"], meta["e_tag"] or "")

    def list(self, prefix: str = "") -> Iterator[Found]:
        """Every object below a prefix, page by page."""
        with self._translated(prefix):
            for page in self._obstore.list(self._store, prefix or None, chunk_size=1000):
                for meta in page:
                    yield Found(meta["path"], meta["size"], meta["e_tag"] or "")

    def delete(self, key: str) -> None:
        """Removes an object, which need not be there."""
        with self._translated(key):
            try:
                self._obstore.delete(self._store, key)
            except (self._obstore.exceptions.NotFoundError, FileNotFoundError):
                return

    @contextmanager
    def _translated(self, key: str) -> Iterator[None]:
        from obstore.exceptions import BaseError

        try:
            yield
        except (BaseError, OSError, ValueError) as error:
            first = str(error).splitlines()[0][:300]
            raise OutputError(
                f"Object storage failed at {self.place} ({key}): {first}.", "Check the address and the credentials."
            ) from error


def _endpoint() -> str:
    names = ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_ENDPOINT", "AZURE_STORAGE_ENDPOINT")
    return next((value for name in names if (value := os.environ.get(name))), "")


@lru_cache(maxsize=8)
def store_at(place: str) -> Store:
    """The store of a place, kept for the next article of this process."""
    return Store(place)


def episode_in(folder: str) -> Episode:
    """The episode in a folder of object storage.

    Raises:
        OutputError: There is none, or it is damaged.
    """
    from audiofy.model import Episode
    from audiofy.output import EPISODE_FILE, decode

    content = Store(folder).get(EPISODE_FILE)
    try:
        if content is not None:
            return decode(content, Episode)
    except ValueError as error:
        raise OutputError(f"{folder}/{EPISODE_FILE} is damaged: {error}.", "Convert the article again.") from error
    raise OutputError(f"There is no episode in {folder}.", "Convert the article again.")
