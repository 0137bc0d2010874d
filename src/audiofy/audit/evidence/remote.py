"""A feed on the web to its items, and to what servers say of the files that it names; each is asked for once."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from audiofy.audit.evidence.feeds import read_feed
from audiofy.audit.evidence.frames import HEADER, size_of
from audiofy.audit.evidence.tags import read_stream
from audiofy.audit.finding import Unavailable
from audiofy.errors import AudiofyError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiofy.audit.evidence.feeds import Feed, Item
    from audiofy.audit.evidence.tags import Tags
    from audiofy.model import Served

# A cover of 500 kB, a long article's text, credentials: no tag of ours is larger.
_LARGEST_TAG = 5_000_000


class Remote:
    """A feed on the web. It has what the checks of a folder's feeds ask for; no item has an episode here.

    Args:
        url: Its address.
        content: What stands there.
        look: Gives what a server says of an address, and so many first bytes of the file.
        sentence: The publisher's own disclosure, if there is one.
    """

    def __init__(self, url: str, content: bytes, look: Callable[[str, int], Served], sentence: str = "") -> None:
        self.url = url
        self.sentence = sentence
        self._content = content
        self._look = look
        self._served: dict[str, Served | str] = {}
        self._tags: dict[str, Tags | str] = {}

    @cached_property
    def _read(self) -> Feed | str:
        try:
            return read_feed(self._content)
        except ValueError as error:
            return str(error)

    @property
    def damaged_feeds(self) -> list[tuple[str, str]]:
        """The feed, if it can't be read, with why."""
        return [(self.url, self._read)] if isinstance(self._read, str) else []

    @property
    def feeds(self) -> list[tuple[str, Feed]]:
        """The feed, if it can be read."""
        return [] if isinstance(self._read, str) else [(self.url, self._read)]

    @property
    def pairs(self) -> Iterator[tuple[str, Item, None]]:
        """Every item with the feed's address."""
        return ((self.url, item, None) for _, found in self.feeds for item in found.items)

    @property
    def items(self) -> list[Item]:
        """Every item."""
        return [item for _, item, _ in self.pairs]

    def served(self, address: str) -> Served | str:
        """What the server says of a file, or why it can't be had."""
        if address not in self._served:
            try:
                self._served[address] = self._look(self._whole(address), 0) if address else "no address is given"
            except AudiofyError as error:
                self._served[address] = error.message
            except ValueError:
                self._served[address] = "it is no address"
        return self._served[address]

    def tags(self, address: str) -> Tags:
        """The tag of an MP3, of which no more than that is fetched.

        Raises:
            Unavailable: It can't be had, or has none.
        """
        if address not in self._tags:
            try:
                self._tags[address] = self._fetch_tags(address)
            except AudiofyError as error:
                self._tags[address] = error.message
            except (Unavailable, ValueError) as error:
                self._tags[address] = str(error)
        found = self._tags[address]
        if isinstance(found, str):
            raise Unavailable(found)
        return found

    def _fetch_tags(self, address: str) -> Tags:
        whole = self._whole(address)
        head = self._look(whole, HEADER).start
        size = min(size_of(head), _LARGEST_TAG)
        start = self._look(whole, HEADER + size).start if size else head
        # A feed may have thousands of items, and no check looks at a cover that it would have to keep.
        return replace(read_stream(BytesIO(start), urlsplit(whole).path.rpartition("/")[2]), cover=b"")

    def _whole(self, address: str) -> str:
        return urljoin(self.url, address)
