"""Files to object storage: S3, Google Cloud, Azure; the only obstore of this room."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from audiofy.errors import MissingDependencyError, PublishingError
from audiofy.publication.sending.carrier import Carrier
from audiofy.publication.types import caching, media_type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_MD5 = re.compile(r"[0-9a-f]{32}")


class Cloud(Carrier):
    """Puts objects, with their content types and cache headers."""

    def __init__(self, root: Path, target: str, options: dict[str, str]) -> None:
        super().__init__(root, target)
        try:
            import obstore
            from obstore.store import from_url
        except ImportError as error:
            raise MissingDependencyError("Uploading needs obstore.", "Install audiofy[cloud].") from error
        self._obstore: Any = obstore
        wishes: Any = {"config": options, "client_options": {"allow_http": True}} if options else {}
        with self._translated():
            self._store: Any = from_url(target, **wishes)

    def changed(self, hashes: dict[str, str], before: dict[str, str]) -> list[str]:
        """By the ETags of what is there, which others may have changed; by the list where they are no hashes."""
        with self._translated():
            found = {
                meta["path"]: (meta["e_tag"] or "").strip('"').lower()
                for page in self._obstore.list(self._store)
                for meta in page
            }
        known = {name: tag if _MD5.fullmatch(tag) else before.get(name, "") for name, tag in found.items()}
        return [name for name, digest in hashes.items() if known.get(name) != digest]

    def read(self, name: str) -> bytes | None:
        """A file of the target, or None."""
        with self._translated():
            try:
                return bytes(self._obstore.get(self._store, name).bytes())
            except FileNotFoundError:
                return None

    def write(self, name: str, content: bytes) -> None:
        """Puts a file there, in one request: only then is the ETag of S3 the MD5 by which it is known again."""
        attributes = {"Content-Type": media_type(name), "Cache-Control": caching(name)}
        with self._translated():
            self._obstore.put(self._store, name, content, attributes=attributes, use_multipart=False)

    def send(self, names: Sequence[str], on_file: Callable[[str], None]) -> None:
        """Sends files in that order."""
        for name in names:
            on_file(name)
            self.write(name, (self.root / name).read_bytes())

    def remove(self, names: Sequence[str]) -> None:
        """Removes objects."""
        with self._translated():
            for name in names:
                try:
                    self._obstore.delete(self._store, name)
                except FileNotFoundError:
                    continue

    @contextmanager
    def _translated(self) -> Iterator[None]:
        from obstore.exceptions import BaseError

        try:
            yield
        except (BaseError, OSError) as error:
            raise PublishingError(
                f"Uploading to {self.target} failed: {error}.", "Check the address and the credentials."
            ) from error
