"""An output folder to where it is published: object storage, or a server by sftp or rsync. Feeds go last.

Listeners never meet a feed that names what isn't there yet. A hidden list at the target (`.audiofy-upload.json`) says
what was put there: only that is ever removed, whatever else lies beside it.
"""

from __future__ import annotations

from hashlib import md5
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiofy import output as shelf
from audiofy.errors import PublishingError
from audiofy.publication.types import published

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiofy.publication.sending.carrier import Carrier

LIST = ".audiofy-upload.json"

_CLOUDS = frozenset({"s3", "s3a", "gs", "az", "abfs", "abfss"})


def upload(  # noqa: PLR0913 - who is told of what are keywords
    output: Path | str,
    target: str,
    *,
    delete: bool = False,
    on_file: Callable[[str], None] = lambda _name: None,
    on_gone: Callable[[str], None] = lambda _name: None,
    options: dict[str, str] | None = None,
) -> tuple[str, ...]:
    """Uploads what is published.

    Args:
        output: The output folder.
        target: `s3://bucket/prefix`, `gs://…` or `az://…` (through obstore, with the credentials that the environment
            has), `sftp://user@host/path` or `rsync://user@host/path` (with the system's own programs, over SSH).
        delete: Removes what an earlier upload put there and is no longer published, after the feeds are sent.
        on_file: Called with the name of each file before it is sent.
        on_gone: Called with the name of each file there that is no longer published, removed or not.
        options: More for obstore, such as `endpoint`.

    Returns:
        The names of the files that were sent, feeds last. rsync decides itself what has changed: all names.

    Raises:
        PublishingError: The address is of no kind that is known, or sending failed.
        MissingDependencyError: obstore, sftp or rsync isn't installed.
    """
    root = Path(output)
    carrier = _carrier(root, target, options or {})
    hashes = {name: md5((root / name).read_bytes(), usedforsecurity=False).hexdigest() for name in _files(root)}
    before = _listed(carrier.read(LIST))
    changed = carrier.changed(hashes, before)
    gone = sorted(before.keys() - hashes.keys())
    known = dict.fromkeys(gone, "") | {name: hashes[name] for name in hashes.keys() - set(changed)}
    if changed and known | dict.fromkeys(changed, "") != before:
        # First, so that nothing is ever there that the list doesn't name; the hash comes when a file is there.
        carrier.write(LIST, _list(known | dict.fromkeys(changed, "")))
    carrier.send(changed, on_file)
    for name in gone:
        on_gone(name)
    if delete and gone:
        carrier.remove(gone)
    after = hashes if delete else hashes | dict.fromkeys(gone, "")
    if changed or after != before:
        carrier.write(LIST, _list(after))
    return tuple(changed)


def _carrier(root: Path, target: str, options: dict[str, str]) -> Carrier:
    scheme = urlsplit(target).scheme
    if scheme in _CLOUDS:
        from audiofy.publication.sending.cloud import Cloud

        return Cloud(root, target, options)
    if scheme == "rsync":
        from audiofy.publication.sending.rsync import Rsync

        return Rsync(root, target)
    if scheme == "sftp":
        from audiofy.publication.sending.sftp import Sftp

        return Sftp(root, target)
    raise PublishingError(f"Can't upload to {target!r}.", "Use s3://, gs://, az://, sftp:// or rsync://.")


def _files(root: Path) -> Iterator[str]:
    """The names of what is published: feeds last, and the newest feed after its archives."""
    names = (path.relative_to(root).as_posix() for path in shelf.files(root))
    yield from sorted(filter(published, names), key=lambda name: (name.endswith(".xml"), name.startswith("feed"), name))


def _listed(content: bytes | None) -> dict[str, str]:
    """What an earlier upload put there, with hashes; nothing from a list that is missing or damaged.

    A list that names a way out of the target is no list of ours.
    """
    try:
        found = shelf.decode(content or b"{}", dict[str, str])
    except ValueError:
        return {}
    return {name: digest for name, digest in found.items() if published(name) and ".." not in name.split("/")}


def _list(names: dict[str, str]) -> bytes:
    return shelf.encode(dict(sorted(names.items())))
